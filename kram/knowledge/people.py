"""Questions whose answer depends on who asks: pregnant, nursing, a child (``language/orang.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class PeopleQuestion:
    """One question that people of a group ask, with the point that answers it for them.

    Attributes:
        phrases: ask it, in normalised words.
        beside: words one of which must stand there too; none when the phrases do by themselves.
        unless: words with which it asks for something else.
        signs: ids of findings and contexts one of which must be told; none when any will do.
        story: phrases one of which must stand somewhere in the message; none when any will do.
        no_remedy: it is not asked this way where the message names a remedy ("boleh parasetamol? ngaruh ke bayi?").
        remedies: what it may name without being a question about that remedy in general.
        point: entry and point that answer.
        beside_alarm: it is told beside an alarm, too: an answer that soothes nobody.
    """

    phrases: frozenset[str]
    beside: frozenset[str]
    unless: frozenset[str]
    signs: frozenset[str]
    remedies: frozenset[str]
    story: frozenset[str]
    point: tuple[str, str]
    no_remedy: bool = False
    beside_alarm: bool = False


@dataclass(frozen=True)
class People:
    """A group of people, with the questions that are answered for them, the most special first.

    Attributes:
        ids: populations and contexts one of which makes somebody belong to it.
        without: populations and contexts that are answered elsewhere.
        questions: what is answered for them.
    """

    ids: frozenset[str]
    without: frozenset[str]
    questions: tuple[PeopleQuestion, ...]


def people_from_yaml(raw: Mapping[str, Any]) -> tuple[People, ...]:
    """From the content of ``language/orang.yml``."""
    return tuple(
        People(frozenset(one["untuk"]), frozenset(one.get("bukan", ())), tuple(map(_question, one["jawab"])))
        for one in raw["orang"]
    )


def _question(raw: Mapping[str, Any]) -> PeopleQuestion:
    entry, _, point = raw["butir"].partition("/")
    return PeopleQuestion(
        phrases=frozenset(raw["frasa"]),
        beside=frozenset(raw.get("dengan", ())),
        unless=frozenset(raw.get("tanpa", ())),
        signs=frozenset(raw.get("bila", ())),
        remedies=frozenset(raw.get("remedi", ())),
        story=frozenset(raw.get("cerita", ())),
        point=(entry, point),
        no_remedy=raw.get("tanpa_obat", False),
        beside_alarm=raw.get("mendesak", False),
    )
