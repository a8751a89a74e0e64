"""What the entries tell of the facts and the evidence, and which reviews are overdue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kram.errors import Fault
from kram.knowledge.model import KnowledgeBase
from kram.knowledge.yaml_files import fault
from kram.paths import KNOWLEDGE


@dataclass(frozen=True)
class Coverage:
    """Who tells what.

    Attributes:
        facts: fact id -> ids of the entries with a point that tells it.
        evidence: evidence id -> ids of the entries with a point or instruction that rests on it, and of the
            places outside ours where it says where to turn.
        unsourced: ids of entries without any source.
    """

    facts: Mapping[str, tuple[str, ...]]
    evidence: Mapping[str, tuple[str, ...]]
    unsourced: tuple[str, ...]

    @property
    def lost(self) -> tuple[str, ...]:
        """Ids of facts and evidence that no entry tells."""
        return tuple(name for told in (self.facts, self.evidence) for name, entries in told.items() if not entries)


def coverage(base: KnowledgeBase) -> Coverage:
    """Look up every fact and every piece of evidence."""
    entries = base.entries.values()
    told = [(e.id, e.evidence) for e in entries] + [(p.id, p.evidence) for p in base.elsewhere.places]
    return Coverage(
        facts={fact: _ids(e.id for e in entries if fact in e.facts) for fact in base.facts},
        evidence={ce: _ids(name for name, evidence in told if ce in evidence) for ce in base.evidence},
        unsourced=_ids(e.id for e in entries if not base.sources_of((*e.evidence, *e.facts))),
    )


def lost_faults(base: KnowledgeBase, folder: Path = KNOWLEDGE) -> list[Fault]:
    """One fault for each fact and each piece of evidence that no entry tells.

    Args:
        base: the knowledge base.
        folder: the content folder that it was read from.
    """
    found = coverage(base)
    tables = (("facts", "yang menyampaikannya", found.facts), ("evidence", "yang memakainya", found.evidence))
    return [
        fault(folder / "sources" / f"{table}.yml", [table, name], f"paling sedikit satu entri {what}")
        for table, what, told in tables
        for name, entries in told.items()
        if not entries
    ]


def overdue(base: KnowledgeBase, today: date) -> list[tuple[str, date]]:
    """(content file, day until which its review counted) of everything past that day, oldest first."""
    late = [(path, review.review_by) for path, review in base.reviews.items() if review.overdue(today)]
    return sorted(late, key=lambda pair: (pair[1], pair[0]))


def _ids(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(found))
