"""What people tell of themselves that may play a part in their cramps (``language/berperan.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Factor:
    """One of them.

    Attributes:
        spoken: how it is told to the person.
        signs: ids of findings, contexts and populations, any of which is it.
        phrases: any of which tells it, in normalised words.
        near: two lists; a word of the first near one of the second tells it, too.
        not_before: words right behind a phrase that make it something else ("jarang minum obat").
        said_by: phrases of an answer that has told it already.
        evidence: ids.
    """

    spoken: str
    signs: frozenset[str]
    phrases: frozenset[str]
    near: tuple[frozenset[str], frozenset[str]]
    not_before: frozenset[str]
    said_by: frozenset[str]
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Factors:
    """All of them, in the order in which they are told.

    Attributes:
        known: the factors.
        denying: words before a phrase that say it is not so.
        supposing: words before it that only ask or suppose it.
    """

    known: tuple[Factor, ...]
    denying: frozenset[str]
    supposing: frozenset[str]

    @classmethod
    def from_yaml(cls, raw: Mapping[str, Any]) -> Factors:
        """From the content of ``language/berperan.yml``."""
        return cls(tuple(map(_factor, raw["berperan"])), frozenset(raw["menyangkal"]), frozenset(raw["andai"]))


def _factor(raw: Mapping[str, Any]) -> Factor:
    first, second = raw.get("dekat", ((), ()))
    return Factor(
        spoken=raw["sebut"],
        signs=frozenset(raw.get("tanda", ())),
        phrases=frozenset(raw.get("kata", ())),
        near=(frozenset(first), frozenset(second)),
        not_before=frozenset(raw.get("bukan", ())),
        said_by=frozenset(raw["sudah"]),
        evidence=tuple(raw["evidence"]),
    )
