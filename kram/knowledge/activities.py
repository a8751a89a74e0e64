"""Postures and activities that are told beside a cramp, and what answers for them (``language/kegiatan.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kram.knowledge.place import Place, place_of


@dataclass(frozen=True)
class Activity:
    """One posture or activity.

    Attributes:
        names: what people call it, in normalised words.
        beside: words one of which must stand in the message, too; none for any message.
        unless: words with which something else is meant.
        parts: contexts one of which the cramp must be in; none for any.
        without: contexts in which it must not be.
        points: what is asked ("penyebab", "cegah") -> the point that answers.
    """

    names: frozenset[str]
    beside: frozenset[str]
    unless: frozenset[str]
    parts: frozenset[str]
    without: frozenset[str]
    points: Mapping[str, Place]


@dataclass(frozen=True)
class Activities:
    """All of them, and how a message ties one to its cramp.

    Attributes:
        tying: words before a name that make it the occasion of the cramp ("pas", "habis").
        untying: words before it that make it none ("masih kuat naik tangga").
        blaming: words of a question that ask whether the named one is the cause.
        worrying: words that ask for the danger where they end a question ("wajar?").
        wondering: words that ask for the cause without a word that asks why ("kok").
        preventing: words of a question that asks how it is kept away ("supaya").
        leave: words of a question that asks whether it may go on ("masih aman ...?").
        beside_leave: words that such a question may hold beside the activity.
        other: words of a question that asks about another cause.
        without: findings, populations and contexts that are answered as themselves.
        known: the activities, the most special first.
    """

    tying: frozenset[str]
    untying: frozenset[str]
    blaming: frozenset[str]
    worrying: frozenset[str]
    wondering: frozenset[str]
    preventing: frozenset[str]
    leave: frozenset[str]
    beside_leave: frozenset[str]
    other: frozenset[str]
    without: frozenset[str]
    known: tuple[Activity, ...]

    @classmethod
    def from_yaml(cls, raw: Mapping[str, Any]) -> Activities:
        """From the content of ``language/kegiatan.yml``."""
        return cls(
            tying=frozenset(raw["saat"]),
            untying=frozenset(raw["bukan_saat"]),
            blaming=frozenset(raw["kaitan"]),
            worrying=frozenset(raw["wajar"]),
            wondering=frozenset(raw["heran"]),
            preventing=frozenset(raw["mencegah"]),
            leave=frozenset(raw.get("boleh", ())),
            beside_leave=frozenset(raw.get("boleh_sambil", ())),
            other=frozenset(raw["hal_lain"]),
            without=frozenset(raw["bukan"]),
            known=tuple(map(_activity, raw["kegiatan"])),
        )


def _activity(raw: Mapping[str, Any]) -> Activity:
    return Activity(
        names=frozenset(raw["kata"]),
        beside=frozenset(raw.get("dengan", ())),
        unless=frozenset(raw.get("tanpa", ())),
        parts=frozenset(raw.get("bagian", ())),
        without=frozenset(raw.get("bukan_bagian", ())),
        points={need: place_of(told) for need, told in raw["jawab"].items()},
    )
