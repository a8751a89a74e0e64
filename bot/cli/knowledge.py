"""Check, show and count the knowledge base. Curators use it, so it speaks Indonesian."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from kram.errors import ContentError, Fault
from kram.knowledge.base import load_knowledge
from kram.knowledge.coverage import coverage, lost_faults, overdue
from kram.knowledge.model import Entry, Item, KnowledgeBase, Point
from kram.language.build import build_reader

_WIDTH = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("check", help="check every file; one line per fault")
    counts = actions.add_parser("coverage", help="which entry tells which fact")
    counts.add_argument("--all", action="store_true", help="one line for each fact, not only the sums")
    show = actions.add_parser("show", help="print one entry")
    show.add_argument("id")


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 1 when something is wrong."""
    try:
        base = load_knowledge()
        build_reader(base)
    except ContentError as error:
        return _told_faults(error.faults)
    if options.action == "show":
        return _show(base, options.id)
    return _check(base) if options.action == "check" else _coverage(base, every=options.all)


def _told_faults(faults: Sequence[Fault]) -> int:
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(faults)} kesalahan", file=sys.stderr)
    return 1


def _check(base: KnowledgeBase) -> int:
    lost = lost_faults(base)
    if lost:
        return _told_faults(lost)
    late = overdue(base, date.today())
    for path, until in late:
        print(
            f"peringatan: knowledge/{path}: review_by: sudah lewat sejak {until}; tinjau ulang isinya", file=sys.stderr
        )
    points = sum(len(entry.points) for entry in base.entries.values())
    print(
        f"pengetahuan {base.version}: {len(base.entries)} entri dengan {points} butir, {len(base.triage.rules)} aturan "
        f"triase, {len(base.remedies)} remedi, {len(base.facts)} fakta dan {len(base.evidence)} bukti dari "
        f"{len(base.sources)} sumber; tidak ada kesalahan, {len(late)} peringatan"
    )
    return 0


def _coverage(base: KnowledgeBase, *, every: bool) -> int:
    found = coverage(base)
    if every:
        for name, entries in {**found.facts, **found.evidence}.items():
            print(f"{name}: {', '.join(entries) or '-'}")
    print(f"fakta artikel: {_told(found.facts)}")
    print(f"bukti medis: {_told(found.evidence)}")
    print(f"entri bersumber: {len(base.entries) - len(found.unsourced)}/{len(base.entries)}")
    for name in found.lost:
        print(f"belum disampaikan entri mana pun: {name}", file=sys.stderr)
    for name in found.unsourced:
        print(f"tanpa sumber: {name}", file=sys.stderr)
    return 1 if found.lost or found.unsourced else 0


def _told(entries: Mapping[str, tuple[str, ...]]) -> str:
    return f"{sum(1 for found in entries.values() if found)}/{len(entries)}"


def _show(base: KnowledgeBase, entry_id: str) -> int:
    if entry_id in base.entries:
        print("\n\n".join("\n".join(block) for block in _shown(base, base.entry(entry_id))))
        return 0
    near = _near(base, entry_id)
    advice = f"mungkin maksudnya: {', '.join(near)}" if near else "id sama dengan nama berkas di knowledge/entries"
    print(f"tidak ada entri dengan id {entry_id!r}; {advice}", file=sys.stderr)
    return 1


def _near(base: KnowledgeBase, wanted: str) -> list[str]:
    """Ids most like what was typed; when none is, those of entries with a title or alias like it."""
    ids = {entry_id: entry_id for entry_id in base.entries}
    names = {name.lower(): e.id for e in base.entries.values() for name in (e.title, *e.aliases)}
    found = ([known[name] for name in get_close_matches(wanted.lower(), known)] for known in (ids, names))
    return list(dict.fromkeys(next((near for near in found if near), [])))


def _shown(base: KnowledgeBase, entry: Entry) -> Iterator[list[str]]:
    """An entry as a curator wants to read it, in blocks of lines."""
    head = [f"{entry.title}  [{entry.kind}/{entry.id}]"]
    head.append(f"putusan: {base.verdicts[entry.verdict].label}; bukti {entry.grade}")
    if entry.review is not None:
        who = f"ditinjau {entry.review.reviewer}" if entry.review.reviewer else "belum ditinjau dokter"
        head.append(f"{who}; tinjau sebelum {entry.review.review_by}")
    yield [*head, *_wrapped(f"nama lain: {', '.join(entry.aliases)}")]
    yield [line for need, text in entry.lead.items() for line in _wrapped(f"[{need.value}] {text}")]
    for section, items in entry.sections.items():
        lines = [line for item in items for line in _wrapped(f"- {item.text}  ({_behind(item)})", "  ")]
        yield [f"{section.value}:", *lines]
    for number, point in enumerate(entry.points):
        yield [*(["pertanyaan dan jawaban:"] if number == 0 else []), *_asked(point)]
    if entry.uncertain:
        yield _wrapped(f"belum pasti: {entry.uncertain}")
    yield ["sumber:", *(_source(base, source) for source in base.sources_of((*entry.evidence, *entry.facts)))]


def _asked(point: Point) -> list[str]:
    question = _wrapped(f"{point.id}: {point.ask[0]}", "  ")
    return [*question, *_wrapped(f"> {point.text}  ({_behind(point)}; {point.verdict})", "    ")]


def _source(base: KnowledgeBase, source_id: str) -> str:
    source = base.sources[source_id]
    return f"  {source_id}: {source.title}, {source.publisher}{f', {source.year}' if source.year else ''}"


def _behind(item: Item) -> str:
    limits = [f"bila {', '.join(sorted(item.only_if))}"] if item.only_if else []
    limits += [f"tidak bila {', '.join(sorted(item.skip_if))}"] if item.skip_if else []
    return "; ".join([", ".join(item.behind), f"bukti {item.grade}", *limits])


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent + "  ") or [""]
