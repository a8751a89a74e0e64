"""Loading ``knowledge/`` into a `KnowledgeBase`, with every promise checked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kram.errors import ContentError, Fault
from kram.knowledge.activities import Activities
from kram.knowledge.ailments import Ailments
from kram.knowledge.asking import Asking
from kram.knowledge.checks import check_cross_references
from kram.knowledge.drugs import Drugs
from kram.knowledge.elsewhere import elsewhere_from
from kram.knowledge.factors import Factors
from kram.knowledge.late import LateFacts
from kram.knowledge.model import (
    Cell,
    Complaint,
    Entry,
    Evidence,
    Fact,
    Item,
    KnowledgeBase,
    Names,
    Need,
    Point,
    Remedy,
    Review,
    Section,
    Source,
    Status,
    Verdict,
)
from kram.knowledge.people import people_from_yaml
from kram.knowledge.schemas import check_schemas
from kram.knowledge.stories import Stories
from kram.knowledge.suspicions import Suspicions
from kram.knowledge.talk import Talk
from kram.knowledge.things import Things
from kram.knowledge.yaml_files import read_yaml
from kram.paths import KNOWLEDGE
from kram.triage.table import load_table

_WORD = re.compile(r"[^\W\d_]{3,}")


def knowledge_version(folder: Path) -> str:
    """Twelve hexadecimal digits that change whenever a content file does."""
    digest = hashlib.sha256()
    for path in _content_files(folder):
        digest.update(str(path.relative_to(folder)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def load_knowledge(folder: Path = KNOWLEDGE) -> KnowledgeBase:
    """Read and check everything.

    Args:
        folder: the content folder.

    Raises:
        ContentError: with all faults found, each with file, line, field and expectation.
    """
    return read_checked(folder)[1]


def read_checked(folder: Path) -> tuple[dict[Path, Any], KnowledgeBase]:
    """The contents of the files, and what they make, both checked.

    Raises:
        ContentError: with all faults found, each with file, line, field and expectation.
    """
    files = read_all(folder)
    check_schemas(folder, files)
    base = assemble(folder, files)
    check_cross_references(folder, files, base)
    return files, base


def assemble(folder: Path, files: Mapping[Path, Any]) -> KnowledgeBase:
    """The knowledge base from contents that keep their schemas.

    Raises:
        ContentError: the triage table names something that does not exist.
    """
    numbers = {name: value["nomor"] for name, value in files[folder / "emergency.yml"].items()}
    findings = files[folder / "language" / "findings.yml"]
    populations = files[folder / "language" / "populations.yml"]
    table = load_table(folder / "triage", frozenset(findings), frozenset(populations), numbers, files)
    return KnowledgeBase(
        entries={e.id: e for e in map(_entry, _entries(folder, files))},
        sources={k: _source(k, v) for k, v in files[folder / "sources" / "sources.yml"]["sources"].items()},
        evidence={k: _evidence(k, v) for k, v in files[folder / "sources" / "evidence.yml"]["evidence"].items()},
        facts={k: _fact(k, v) for k, v in files[folder / "sources" / "facts.yml"]["facts"].items()},
        remedies={k: _remedy(k, v) for k, v in files[folder / "remedies.yml"]["remedi"].items()},
        remedy_columns={k: tuple(v) for k, v in files[folder / "remedies.yml"]["peta_populasi"].items()},
        remedy_column_labels=files[folder / "remedies.yml"]["label_populasi"],
        triage=table,
        names={k: Names(v["label"], v.get("sebutan", v["label"])) for k, v in {**findings, **populations}.items()},
        numbers=numbers,
        phrases={k: v.format_map(_Keep(numbers)) for k, v in files[folder / "phrases.yml"].items()},
        verdicts={k: Verdict(v["label"], v["mitos_fakta"]) for k, v in files[folder / "verdicts.yml"].items()},
        jargon={term: v["arti"] for term, v in files[folder / "jargon.yml"].items()},
        reviews={
            path.relative_to(folder).as_posix(): _review(raw)
            for path, raw in files.items()
            if isinstance(raw, Mapping) and "review_by" in raw
        },
        asking=Asking.from_yaml(files[folder / "language" / "search.yml"]),
        talk=Talk.from_yaml(files[folder / "language" / "dialogue.yml"]),
        suspicions=Suspicions.from_yaml(files[folder / "language" / "dugaan.yml"]),
        ailments=Ailments.from_yaml(files[folder / "language" / "keluhan.yml"]),
        activities=Activities.from_yaml(files[folder / "language" / "kegiatan.yml"]),
        late=LateFacts.from_yaml(files[folder / "language" / "susulan.yml"]),
        factors=Factors.from_yaml(files[folder / "language" / "berperan.yml"]),
        people=people_from_yaml(files[folder / "language" / "orang.yml"]),
        drugs=Drugs.from_yaml(files[folder / "language" / "obat.yml"]),
        things=Things.from_yaml(files[folder / "language" / "perihal.yml"]),
        stories=Stories.from_yaml(
            files[folder / "language" / "cerita.yml"], files[folder / "language" / "contexts.yml"]
        ),
        elsewhere=elsewhere_from(files[folder / "elsewhere.yml"], _Keep(numbers)),
        version=knowledge_version(folder),
    )


def topic_aliases(base: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Entry id -> what people call it; what the language pipeline recognises as topics."""
    return {entry.id: (entry.title, *entry.aliases) for entry in base.entries.values()}


def own_words(base: KnowledgeBase) -> set[str]:
    """Every word of the patient texts, in small letters."""
    texts = [*base.phrases.values()]
    for entry in base.entries.values():
        texts += [entry.title, *entry.lead.values()]
        texts += [item.text for items in entry.sections.values() for item in items]
        texts += [point.text for point in entry.points]
    return {word for text in texts for word in _WORD.findall(text.lower())}


class _Keep(dict[str, str]):
    """Leaves placeholders alone that are filled in later, at the time of answering."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def read_all(folder: Path) -> dict[Path, Any]:
    """Every YAML file of the folder, all syntax faults collected before giving up."""
    files: dict[Path, Any] = {}
    faults: list[Fault] = []
    for path in _content_files(folder):
        try:
            files[path] = read_yaml(path)
        except ContentError as error:
            faults.extend(error.faults)
    if faults:
        raise ContentError(faults)
    return files


def _content_files(folder: Path) -> list[Path]:
    """The YAML files that are content; templates are for curators to copy."""
    return sorted(path for path in folder.rglob("*.yml") if not path.name.startswith("TEMPLATE"))


def _entries(folder: Path, files: Mapping[Path, Any]) -> Iterable[Mapping[str, Any]]:
    return (content for path, content in files.items() if folder / "entries" in path.parents)


def _entry(raw: Mapping[str, Any]) -> Entry:
    return Entry(
        id=raw["id"],
        kind=raw["kind"],
        title=raw["title"],
        aliases=tuple(raw["aliases"]),
        lead={Need(need): text for need, text in raw["lead"].items()},
        sections={Section(name): tuple(map(_item, items or ())) for name, items in (raw.get("sections") or {}).items()},
        contexts=frozenset(raw.get("contexts") or ()),
        populations=frozenset(raw.get("populations") or ()),
        findings=frozenset(raw.get("findings") or ()),
        needs=frozenset(Need(need) for need in raw.get("needs") or ()),
        remedies=tuple(raw.get("remedies") or ()),
        priority=raw["priority"],
        headings={Section(name): text for name, text in (raw.get("headings") or {}).items()},
        uncertain=raw.get("uncertain") or "",
        points=tuple(map(_point, raw.get("points") or ())),
        verdict=raw["verdict"],
        grade=raw["grade"],
        review=_review(raw),
        complaint=Complaint(raw["complaint"]) if raw.get("complaint") else None,
        only_if=frozenset(raw.get("only_if") or ()),
        related=tuple(raw.get("related") or ()),
    )


def _review(raw: Mapping[str, Any]) -> Review:
    return Review(raw["reviewer"], _date(raw["reviewed_on"]), _date(raw["review_by"]) or date.max)


def _date(value: object) -> date | None:
    if isinstance(value, str):
        return date.fromisoformat(value)
    return value if isinstance(value, date) else None


def _item(raw: Mapping[str, Any]) -> Item:
    return Item(
        text=raw["text"],
        evidence=tuple(raw["evidence"]),
        grade=raw["grade"],
        remedies=tuple(raw.get("remedies") or ()),
        only_if=frozenset(raw.get("only_if") or ()),
        skip_if=frozenset(raw.get("skip_if") or ()),
    )


def _point(raw: Mapping[str, Any]) -> Point:
    return Point(
        text=raw["text"],
        evidence=tuple(raw.get("evidence") or ()),
        grade=raw["grade"],
        remedies=tuple(raw.get("remedies") or ()),
        only_if=frozenset(raw.get("only_if") or ()),
        skip_if=frozenset(raw.get("skip_if") or ()),
        id=raw["id"],
        ask=tuple(raw["ask"]),
        facts=tuple(raw.get("facts") or ()),
        verdict=raw["verdict"],
        needs_said=frozenset(raw.get("bila_disebut") or ()),
    )


def _source(key: str, raw: Mapping[str, Any]) -> Source:
    return Source(key, raw["title"], raw["short"], raw["publisher"], raw["year"], raw["url"], raw["type"])


def _evidence(key: str, raw: Mapping[str, Any]) -> Evidence:
    return Evidence(key, raw["text"], tuple(raw["sources"]), raw["grade"])


def _fact(key: str, raw: Mapping[str, Any]) -> Fact:
    return Fact(key, raw["text"], tuple(raw["sources"]), tuple(raw["key"]))


def _remedy(key: str, raw: Mapping[str, Any]) -> Remedy:
    return Remedy(
        id=key,
        name=raw["nama"],
        kind=raw["jenis"],
        general=_cell(raw["umum"]),
        by_population={p: _cell(c) for p, c in raw["populasi"].items()},
        substances={word: one["nama"] for one in raw.get("zat", ()) for word in one["kata"]},
        meanwhile=raw.get("menunggu", ""),
        alike=raw.get("sejenis", ""),
    )


def _cell(raw: Mapping[str, Any]) -> Cell:
    return Cell(Status(raw["status"]), raw["alasan"], tuple(raw["evidence"]))
