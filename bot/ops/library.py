"""The knowledge base as pages to read: ``/pengetahuan`` and ``/pengetahuan/<id>``; no script needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kram.knowledge.model import Entry, Hit, Item, KnowledgeBase, Point, Section

_TEMPLATES = Path(__file__).parent / "templates"
_KINDS = (
    ("situasi", "Sesuai keadaan Anda"),
    ("topik", "Mengenal kram"),
    ("penyebab", "Penyebab dan pemicu"),
    ("latihan", "Latihan dan perawatan sendiri"),
    ("remedi", "Obat, suplemen, dan cara lain"),
    ("periksa", "Kapan dan ke mana memeriksakan diri"),
)
# Section -> phrase of its heading, sort of list, class.
_SECTIONS = {
    Section.NOW: ("judul_sekarang", "ol", "langkah"),
    Section.CAUSE: ("judul_diketahui", "ul", "sebab"),
    Section.PREVENT: ("judul_cegah", "ul", "cegah"),
    Section.DOCTOR: ("judul_dokter", "ul", "dokter"),
}
_INDEX = ("", False)
_MAX_ALIKE = 6
_MAX_FOUND = 8


@dataclass(frozen=True)
class _Found:
    entri: Entry
    butir: Point


class Library:
    """Renders the pages of one knowledge base; each entry once, then from memory.

    Args:
        base: the knowledge base.
        today: tells the day; a page says when its review is overdue.
    """

    def __init__(self, base: KnowledgeBase, today: Callable[[], date] = date.today) -> None:
        self._base = base
        self._today = today
        self._pages: dict[tuple[str, bool], str] = {}
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._environment.filters["nomor"] = lambda text: text.format(**base.numbers)

    def index(self) -> str:
        """All entries, by kind."""
        if _INDEX not in self._pages:
            groups = [{"judul": title, "entri": self._of_kind(kind)} for kind, title in _KINDS]
            self._pages[_INDEX] = self._render("daftar.html", kata="", hasil=[], kelompok_entri=groups)
        return self._pages[_INDEX]

    def results(self, query: str, hits: Sequence[Hit]) -> str:
        """What was found: each entry once, with the text that comes nearest.

        Args:
            query: as typed.
            hits: points near to it, nearest first.
        """
        nearest: dict[str, _Found] = {}
        for hit in hits:
            entry = self._base.entries.get(hit.entry)
            if entry is not None and any(point.id == hit.point for point in entry.points):
                nearest.setdefault(hit.entry, _Found(entry, entry.point(hit.point)))
        found = list(nearest.values())[:_MAX_FOUND]
        return self._render("daftar.html", kata=query, hasil=found, kelompok_entri=[])

    def entry(self, entry_id: str) -> str | None:
        """The page of an entry; None when there is no such entry."""
        entry = self._base.entries.get(entry_id)
        if entry is None:
            return None
        overdue = entry.review is not None and entry.review.overdue(self._today())
        key = (entry_id, overdue)
        if key not in self._pages:
            self._pages[key] = self._entry_page(entry, overdue=overdue)
        return self._pages[key]

    def missing(self) -> str:
        """The page for an address that does not exist."""
        return self._render("tidak_ada.html")

    def _entry_page(self, entry: Entry, *, overdue: bool) -> str:
        ids = (*entry.evidence, *entry.facts)
        sources = list(self._base.sources_of(ids))
        numbers = {source: number for number, source in enumerate(sources, 1)}

        def references(item: Item) -> Markup:
            """Small links to the sources behind an item."""
            behind = [numbers[s] for s in self._base.sources_of(item.behind)]
            links = [Markup('<a href="#sumber-{0}">{0}</a>').format(n) for n in behind]
            return Markup(' <span class="acuan">[{}]</span>').format(Markup(", ").join(links)) if links else Markup("")

        return self._render(
            "entri.html",
            entri=entry,
            pembuka=list(dict.fromkeys(entry.lead.values())),
            tinjauan=self._review(entry, overdue=overdue),
            bagian_entri=[self._section(entry, section) for section in _SECTIONS if entry.sections.get(section)],
            acuan=references,
            putusan=self._base.verdicts,
            istilah=self._terms(entry),
            sumber_entri=[self._source(source, ids) for source in sources],
            serupa=self._alike(entry),
        )

    def _section(self, entry: Entry, section: Section) -> Mapping[str, Any]:
        heading, tag, style = _SECTIONS[section]
        title = entry.headings.get(section) or self._base.phrases[heading]
        return {"judul": title.rstrip(":"), "daftar": tag, "kelas": style, "item": entry.sections[section]}

    def _review(self, entry: Entry, *, overdue: bool) -> str:
        if entry.review is None:
            return ""
        until = entry.review.review_by.isoformat()
        if overdue:
            return self._base.phrases["tinjauan_lewat"].format(sampai=until)
        if entry.review.reviewer:
            return self._base.phrases["tinjauan_sudah"].format(siapa=entry.review.reviewer, sampai=until)
        return self._base.phrases["tinjauan_belum"].format(sampai=until)

    def _source(self, source_id: str, ids: Sequence[str]) -> Mapping[str, Any]:
        source = self._base.sources[source_id]
        evidence = self._base.evidence
        grades = {evidence[i].grade for i in ids if i in evidence and source_id in evidence[i].sources}
        phrase = self._base.phrases[f"bukti_{min(grades, default='C').lower()}"]
        safe = bool(source.url) and str(source.url).startswith(("https://", "http://"))
        return {
            "title": source.title, "publisher": source.publisher, "year": source.year, "url": source.url,
            "aman": safe, "bukti": phrase[:1].upper() + phrase[1:],
        }  # fmt: skip

    def _terms(self, entry: Entry) -> list[tuple[str, str]]:
        texts = [*entry.lead.values(), *(p.text for p in entry.points)]
        texts += [item.text for items in entry.sections.values() for item in items]
        told = " ".join(texts).lower()
        return [(term, meaning) for term, meaning in sorted(self._base.jargon.items()) if term in told]

    def _alike(self, entry: Entry) -> list[Entry]:
        """Entries that rest on the most of the same evidence."""
        own = {*entry.evidence, *entry.facts}
        shared = {e.id: len(own & {*e.evidence, *e.facts}) for e in self._base.entries.values() if e.id != entry.id}
        near = sorted((i for i in shared if shared[i]), key=lambda i: (-shared[i], i))
        return [self._base.entry(i) for i in near[:_MAX_ALIKE]]

    def _of_kind(self, kind: str) -> list[Entry]:
        entries = [entry for entry in self._base.entries.values() if entry.kind == kind]
        return sorted(entries, key=lambda entry: entry.title.lower())

    def _render(self, template: str, **values: Any) -> str:
        return self._environment.get_template(template).render(darurat=self._base.numbers["darurat"], **values)
