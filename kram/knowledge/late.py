"""What people add to a complaint that they told before, and what ties both (``language/susulan.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kram.knowledge.place import Place, place_of


@dataclass(frozen=True)
class LateFact:
    """One fact that is told late ("mens saya banyak", "baru ganti sepatu").

    Attributes:
        names: phrases that tell it, in normalised words.
        beside: words one of which must stand in the message, too; none for any message.
        unless: words with which something else is meant.
        signs: findings, populations or contexts of the message that tell it, too.
        people: what the person must have; none for everybody.
        of_itself: it is news of the complaint ("masih sakit"), nothing new of the person.
        situation: id of the situation that the news makes of it ("masih sakit": what a cramp leaves), "" for none.
        points: complaint (id of an entry, or `CRAMP` of ``kram.knowledge.talk``) -> the point that ties both.
    """

    names: frozenset[str]
    beside: frozenset[str]
    unless: frozenset[str]
    signs: frozenset[str]
    people: frozenset[str]
    of_itself: bool
    situation: str
    points: Mapping[str, Place]


@dataclass(frozen=True)
class LateFacts:
    """All of them, the most telling first.

    Attributes:
        denying: words before a fact that take it back ("tidak begadang").
        since: words before a thing that date a complaint by it ("sejak diet keto").
        assuring: words that ask nothing beside a fact, though they ask elsewhere ("emang").
        between: little words that may stand between those of a fact ("masih agak nyeri").
        known: the facts.
    """

    denying: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    assuring: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    known: tuple[LateFact, ...] = ()

    @classmethod
    def from_yaml(cls, raw: Mapping[str, Any]) -> LateFacts:
        """From the content of ``language/susulan.yml``."""
        return cls(
            denying=frozenset(raw["menyangkal"]),
            since=frozenset(raw["sejak"]),
            assuring=frozenset(raw["menegaskan"]),
            between=frozenset(raw["penyela"]),
            known=tuple(map(_fact, raw["susulan"])),
        )


def _fact(raw: Mapping[str, Any]) -> LateFact:
    return LateFact(
        names=frozenset(raw.get("kata", ())),
        beside=frozenset(raw.get("dengan", ())),
        unless=frozenset(raw.get("tanpa", ())),
        signs=frozenset(raw.get("tanda", ())),
        people=frozenset(raw.get("untuk", ())),
        of_itself=raw.get("masih", False),
        situation=raw.get("situasi", ""),
        points={complaint: place_of(told) for complaint, told in raw["butir"].items()},
    )
