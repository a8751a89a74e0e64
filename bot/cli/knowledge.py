"""Check, show and count the knowledge base. Curators use it, so it speaks Indonesian."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator, Mapping
from datetime import date

from kram.errors import ContentError
from kram.knowledge.base import load_knowledge
from kram.knowledge.coverage import coverage, overdue
from kram.knowledge.model import Entry, Item, KnowledgeBase
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
    """Do what was asked.

    Raises:
        UnknownIdError: there is no entry with that id.
    """
    try:
        base = load_knowledge()
        build_reader(base)
    except ContentError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        print(f"{len(error.faults)} kesalahan", file=sys.stderr)
        return 1
    if options.action == "show":
        print("\n".join(_shown(base, base.entry(options.id))))
        return 0
    return _check(base) if options.action == "check" else _coverage(base, every=options.all)


def _check(base: KnowledgeBase) -> int:
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


def _shown(base: KnowledgeBase, entry: Entry) -> Iterator[str]:
    """An entry as a curator wants to read it."""
    yield f"{entry.title}  [{entry.kind}/{entry.id}]"
    yield f"putusan: {base.verdicts[entry.verdict].label}; bukti {entry.grade}"
    if entry.review is not None:
        who = f"ditinjau {entry.review.reviewer}" if entry.review.reviewer else "belum ditinjau dokter"
        yield f"{who}; tinjau sebelum {entry.review.review_by}"
    yield f"nama lain: {', '.join(entry.aliases)}"
    for need, text in entry.lead.items():
        yield from _wrapped(f"[{need.value}] {text}")
    for section, items in entry.sections.items():
        yield f"\n{section.value}:"
        for item in items:
            yield from _wrapped(f"- {item.text}  ({_behind(item)})", "  ")
    if entry.points:
        yield "\npertanyaan dan jawaban:"
    for point in entry.points:
        yield from _wrapped(f"{point.id}: {point.ask[0]}", "  ")
        yield from _wrapped(f"> {point.text}  ({_behind(point)}; {point.verdict})", "    ")
    if entry.uncertain:
        yield from _wrapped(f"\nbelum pasti: {entry.uncertain}")
    yield "\nsumber:"
    for source_id in base.sources_of((*entry.evidence, *entry.facts)):
        source = base.sources[source_id]
        yield f"  {source_id}: {source.title}, {source.publisher}{f', {source.year}' if source.year else ''}"


def _behind(item: Item) -> str:
    limits = [f"bila {', '.join(sorted(item.only_if))}"] if item.only_if else []
    limits += [f"tidak bila {', '.join(sorted(item.skip_if))}"] if item.skip_if else []
    return "; ".join([", ".join(item.behind), f"bukti {item.grade}", *limits])


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent + "  ") or [""]
