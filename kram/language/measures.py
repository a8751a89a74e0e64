"""Values of the laboratory that are findings by themselves: "kalium 2,8" tells more than the name alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kram.knowledge.things import figure_behind, number_of
from kram.language.places import Concept

_ENDS = frozenset({".", "?", "!", ";", "\n"})


@dataclass(frozen=True)
class Measure:
    """One range of one value.

    Attributes:
        name: what is measured, in normalised words.
        least: the lowest value of the range, in the unit that laboratories print.
        below: the value from which it ends.
        concept: what such a value is for the patterns of findings.
    """

    name: tuple[str, ...]
    least: float
    below: float
    concept: str


class MeasureReader:
    """Finds the values of a message that are in a range with a concept."""

    def __init__(self, measures: Sequence[Measure], counted: frozenset[str]) -> None:
        self._by_first: dict[str, list[Measure]] = {}
        for one in sorted(measures, key=lambda m: -len(m.name)):
            self._by_first.setdefault(one.name[0], []).append(one)
        self._counted = counted

    @classmethod
    def from_table(cls, raw: Mapping[str, Any]) -> MeasureReader:
        """From what `measures_of` made."""
        measures = [
            Measure(tuple(m["name"].split()), m["least"], m["below"], m["concept"]) for m in raw.get("ranges", ())
        ]
        return cls(measures, frozenset(raw.get("counted", ())))

    def read(self, norms: Sequence[str]) -> Iterator[Concept]:
        """The concepts of every value that is told right behind its name.

        Args:
            norms: the words of a message in normal form, marks among them.
        """
        for start, word in enumerate(norms):
            ranges = self._by_first.get(word)
            if ranges is not None:
                yield from self._at(norms, start, ranges)

    def _at(self, norms: Sequence[str], start: int, ranges: Iterable[Measure]) -> Iterator[Concept]:
        named = _named(norms, start, ranges)
        if not named:
            return
        behind = start + len(named[0].name)
        place = figure_behind(norms, behind, self._counted)
        if place is None or any(self._ends_at(norms, i) for i in range(behind, place)):
            return
        value = number_of(norms[place])
        for one in named:
            if len(one.name) == len(named[0].name) and one.least <= value < one.below:
                yield Concept(one.concept, start, place)
                return

    def _ends_at(self, norms: Sequence[str], at: int) -> bool:
        """Whether a sentence ends, or another value is named: what stands behind is no figure of the first."""
        return norms[at] in _ENDS or bool(_named(norms, at, self._by_first.get(norms[at], ())))


def _named(norms: Sequence[str], at: int, ranges: Iterable[Measure]) -> list[Measure]:
    """The ranges of what is named there, those of the longest name first."""
    return [one for one in ranges if tuple(norms[at : at + len(one.name)]) == one.name]


def measures_of(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The ranges of ``language/perihal.yml`` that have a concept, as plain data for the table."""
    ranges = [
        {
            "name": name,
            "least": one.get("dari", 0.0),
            "below": one.get("sebelum", 1e9),
            "concept": one["konsep"],
        }
        for thing in raw["perihal"]
        for one in thing.get("angka", ())
        if "konsep" in one
        for name in thing["kata"]
    ]
    return {"ranges": ranges, "counted": list(raw["satuan_lain"])}
