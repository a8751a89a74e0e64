"""Things that people ask about by name (``language/perihal.yml``): foods, drugs, diseases, values of the laboratory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kram.knowledge.place import Place, place_of

DISEASE = "penyakit"
"""The group of things that people have, not take."""

_REACH = 5
_PER = frozenset({"dl", "l", "ml"})
"""What a unit of the laboratory ends with: "8,1 mg/dl" is no dose."""

_NUMBER = re.compile(r"^\d{1,6}(?:[.,]\d{1,2})?$")


@dataclass(frozen=True)
class Special:
    """What answers some people, or a question that says more of the thing.

    Attributes:
        people: populations, one of which the person must be; none for everybody.
        beside: words, one of which the question must hold; none for any question.
        points: kind of question -> point; under "" for any kind.
    """

    people: frozenset[str]
    beside: frozenset[str]
    points: Mapping[str, Place]


@dataclass(frozen=True)
class Value:
    """What a value that was measured means, from ``least`` (inclusive) to ``below``.

    Attributes:
        least: the lowest value that it holds for.
        below: the value from which it holds no more.
        place: the point that says what it means.
        usual: it is within the usual range.
        finding: id of the finding that the value is by itself, "" where it is none.
    """

    least: float
    below: float
    place: Place
    usual: bool = False
    finding: str = ""


@dataclass(frozen=True)
class Thing:
    """One thing that people name.

    Attributes:
        names: in normalised words.
        remedies: ids of remedies whose names are names of it, too.
        points: kind of question -> the point that answers it.
        specials: what answers before these, the first that fits.
        values: what it means measured, in the unit that laboratories print.
        groups: names by which pairs speak of it and of others alike.
    """

    names: frozenset[str]
    remedies: frozenset[str]
    points: Mapping[str, Place]
    specials: tuple[Special, ...] = ()
    values: tuple[Value, ...] = ()
    groups: frozenset[str] = frozenset()

    @property
    def places(self) -> Iterator[Place]:
        """Every point that it names."""
        yield from self.points.values()
        for special in self.specials:
            yield from special.points.values()
        yield from (value.place for value in self.values)


@dataclass(frozen=True)
class Named:
    """A thing, and from which word to which it is named."""

    thing: Thing
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A value of the laboratory that a message tells, and what it means.

    Attributes:
        name: what was measured, as it was called.
        figure: the value as it was told.
        value: what it means.
    """

    name: str
    figure: str
    value: Value


@dataclass(frozen=True)
class Pair:
    """Two things together, each by the name of its group.

    Attributes:
        groups: one of each must be named.
        place: the point about both.
        beside: words one of which the question must hold, in place of those for all pairs.
    """

    groups: tuple[str, str]
    place: Place
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Things:
    """All of them.

    Attributes:
        known: every thing.
        kinds: kind of question -> phrases that ask it, the kind that counts first at the beginning.
        typed: kind of question -> words that ask it as they are typed; normalised they mean something else, too.
        together: words that make a question one about two things together.
        jointly: those of them that ask it of the whole message, wherever it is cut into questions.
        pairs: what answers that, the first that fits.
        empty: words that say nothing more of a thing.
        carried: kinds that a question asks of the thing before it, when it names none.
        counted: units that make a figure an amount, an age or a time.
        meaning: words that ask what a value means, and name nothing else.
        denying: words that take a name behind them out of account ("tidak ada darah tinggi").
        by_length: every name, the longest first, with its thing.
    """

    known: tuple[Thing, ...] = ()
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    typed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    together: frozenset[str] = frozenset()
    jointly: frozenset[str] = frozenset()
    pairs: tuple[Pair, ...] = ()
    empty: frozenset[str] = frozenset()
    carried: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    meaning: frozenset[str] = frozenset()
    by_length: tuple[tuple[tuple[str, ...], Thing], ...] = ()

    def named_in(self, words: Sequence[str]) -> tuple[Named, ...]:
        """The things that words name, in order; of names that overlap the longest counts."""
        taken: set[int] = set()
        found: list[Named] = []
        for name, thing in self.by_length:
            for start in range(len(words) - len(name) + 1):
                reach = range(start, start + len(name))
                if tuple(words[start : reach.stop]) == name and taken.isdisjoint(reach):
                    taken.update(reach)
                    found.append(Named(thing, start, reach.stop))
        return tuple(sorted(found, key=lambda one: one.start))

    @classmethod
    def from_yaml(cls, raw: Mapping[str, Any]) -> Things:
        """From the content of ``language/perihal.yml``."""
        known = tuple(map(_thing, raw["perihal"]))
        names = [(tuple(name.split()), thing) for thing in known for name in thing.names]
        return cls(
            known,
            {kind: frozenset(words) for kind, words in raw["tanya"].items()},
            {kind: frozenset(words) for kind, words in raw["tanya_asli"].items()},
            frozenset(raw["bersama"]),
            frozenset(raw.get("bareng", ())),
            tuple(map(_pair, raw["berdua"])),
            frozenset(raw["kosong"]),
            frozenset(raw["terbawa"]),
            frozenset(raw["satuan_lain"]),
            frozenset(raw["menyangkal"]),
            by_length=tuple(sorted(names, key=lambda one: (-len(one[0]), one[0]))),
            meaning=frozenset(raw.get("arti_nilai", ())),
        )

    def readings_in(self, words: Sequence[str]) -> tuple[Reading, ...]:
        """Every value of the laboratory that words tell, in order, each once."""
        found: dict[Place, Reading] = {}
        named = self.named_in(words)
        for at, one in enumerate(named):
            following = named[at + 1].start if at + 1 < len(named) else len(words)
            # "kalium normal, natrium 138": a figure belongs to the name right before it
            place = figure_behind(words, one.end, self.counted) if one.thing.values else None
            if place is None or place >= following:
                continue
            value = next((v for v in one.thing.values if v.least <= number_of(words[place]) < v.below), None)
            if value is not None:
                name, figure = " ".join(words[one.start : one.end]), words[place].replace(".", ",")
                found.setdefault(value.place, Reading(name, figure, value))
        return tuple(found.values())


def value_behind(words: Sequence[str], at: int, counted: frozenset[str]) -> float | None:
    """The figure that is told soon behind a name, None when there is none or it counts something else.

    Args:
        words: the message.
        at: place of the word behind the name.
        counted: units that make a figure no measured value.
    """
    place = figure_behind(words, at, counted)
    return None if place is None else number_of(words[place])


def figure_behind(words: Sequence[str], at: int, counted: frozenset[str]) -> int | None:
    """Where the figure stands that is told soon behind a name, None when there is none or it counts something else.

    Args:
        words: the message.
        at: place of the word behind the name.
        counted: units that make a figure no measured value.
    """
    place = next((i for i in range(at, min(at + _REACH, len(words))) if _NUMBER.match(words[i])), None)
    if place is None:
        return None
    after, per = [*words[place + 1 : place + 3], "", ""][:2]
    return None if after in counted and per not in _PER else place


def number_of(figure: str) -> float:
    """The value of a figure as people type it: "2,8" or "2.8"."""
    return float(figure.replace(",", "."))


def _thing(raw: Mapping[str, Any]) -> Thing:
    specials = tuple(
        Special(
            frozenset(one.get("untuk", ())),
            frozenset(one.get("dengan", ())),
            {"" if kind == "apa_pun" else kind: place_of(told) for kind, told in one["jawab"].items()},
        )
        for one in raw.get("khusus", ())
    )
    values = tuple(
        Value(
            one.get("dari", float("-inf")),
            one.get("sebelum", float("inf")),
            place_of(one["butir"]),
            one.get("normal", False),
            one.get("konsep", ""),
        )
        for one in raw.get("angka", ())
    )
    return Thing(
        frozenset(raw["kata"]),
        frozenset(raw.get("remedi", ())),
        {kind: place_of(told) for kind, told in raw.get("jawab", {}).items()},
        specials,
        values,
        frozenset(raw.get("golongan", ())),
    )


def _pair(raw: Mapping[str, Any]) -> Pair:
    first, second = raw["antara"]
    return Pair((first, second), place_of(raw["butir"]), frozenset(raw.get("dengan", ())))
