"""Check or show the knowledge base."""

from __future__ import annotations

import argparse
import sys

from kram.errors import ContentError
from kram.knowledge.base import load_knowledge
from kram.language.build import build_reader


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("check", help="check every file; one line per fault")
    show = actions.add_parser("show", help="print one entry")
    show.add_argument("id")


def run(options: argparse.Namespace) -> int:
    """Do what was asked."""
    try:
        base = load_knowledge()
        build_reader(base)
    except ContentError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        print(f"{len(error.faults)} fault(s)", file=sys.stderr)
        return 1
    if options.action == "check":
        print(
            f"knowledge {base.version}: {len(base.entries)} entries, {len(base.triage.rules)} triage rules, "
            f"{len(base.remedies)} remedies, {len(base.evidence)} facts from {len(base.sources)} sources, no faults"
        )
        return 0
    entry = base.entry(options.id)
    print(f"{entry.title}  ({entry.id}, {entry.kind}, verdict {entry.verdict}, grade {entry.grade})")
    for need, text in entry.lead.items():
        print(f"  {need.value}: {text}")
    for section, items in entry.sections.items():
        print(f"  [{section.value}]")
        for item in items:
            print(f"    - {item.text}  ({', '.join(item.evidence)})")
    print("  sources: " + ", ".join(base.sources[s].short for s in base.sources_of(entry.evidence)))
    return 0
