"""The complaint that a talk goes on about, and what later messages mean for it (``language/keluhan.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Question:
    """One kind of question whose answer depends on the complaint ("perlu cek darah?", "kopi ngaruh?").

    Attributes:
        phrases: ask it together with one of ``beside``, in normalised words.
        beside: words one of which must stand there too; none when the phrases do by themselves.
        alone: ask it when the question names nothing else.
        remedies: what it may name without being a question about that remedy in general.
        without: words that make another question of it ("kurang olahraga ya?").
    """

    phrases: frozenset[str]
    beside: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    remedies: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Addition:
    """What something that is added to the story means for the complaint.

    Attributes:
        phrases: tell it, in normalised words.
        denied: ids of findings; one of them denied tells it, too.
        told: ids of findings, populations and contexts; one of them told does, too.
        point: entry and point that say what it means.
    """

    phrases: frozenset[str]
    denied: frozenset[str]
    told: frozenset[str]
    point: tuple[str, str]


@dataclass(frozen=True)
class Ailment:
    """A complaint that a talk may be about.

    Attributes:
        id: its name.
        entries: ids of the entries about it, the situation first; an answer from one makes it what the talk is about.
        signs: ids of findings, populations and contexts that make it so, too.
        answers: kind of question -> entry and point that answer it.
        additions: what may be added, the weightiest first.
        only: populations one of which it is about alone; none when it is about everybody.
        first: what answers a story that begins with it and tells that besides.
        though_urgent: its questions are answered while somebody should be seen today, too; not in an emergency.
    """

    id: str
    entries: tuple[str, ...]
    signs: frozenset[str]
    answers: Mapping[str, tuple[str, str]]
    additions: tuple[Addition, ...]
    only: frozenset[str] = frozenset()
    first: tuple[Addition, ...] = ()
    though_urgent: bool = False


@dataclass(frozen=True)
class Ailments:
    """All of them, with the kinds of questions in the order in which they are tried."""

    questions: Mapping[str, Question]
    known: tuple[Ailment, ...]

    @classmethod
    def from_yaml(cls, raw: Mapping[str, Any]) -> Ailments:
        """From the content of ``language/keluhan.yml``."""
        questions = {name: _question(one) for name, one in raw["pertanyaan"].items()}
        return cls(questions, tuple(_ailment(name, one) for name, one in raw["keluhan"].items()))


def _question(raw: Mapping[str, Any]) -> Question:
    return Question(*(frozenset(raw.get(name, ())) for name in ("frasa", "dengan", "saja", "remedi", "tanpa")))


def _ailment(name: str, raw: Mapping[str, Any]) -> Ailment:
    return Ailment(
        name,
        tuple(raw["entri"]),
        frozenset(raw.get("tanda", ())),
        {kind: _point(told) for kind, told in raw["jawab"].items()},
        tuple(map(_addition, raw.get("tambah", ()))),
        frozenset(raw.get("hanya", ())),
        tuple(map(_addition, raw.get("awal", ()))),
        raw.get("mendesak", False),
    )


def _addition(raw: Mapping[str, Any]) -> Addition:
    phrases, denied, told = (frozenset(raw.get(name, ())) for name in ("frasa", "disangkal", "bila"))
    return Addition(phrases, denied, told, _point(raw["butir"]))


def _point(told: str) -> tuple[str, str]:
    """The two halves of "entry/point"."""
    entry, _, point = told.partition("/")
    return entry, point
