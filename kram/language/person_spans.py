"""Which words of a message are about whom."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from kram.language.former import FormerCases
from kram.language.model import SELF


@dataclass(frozen=True)
class PersonSpans:
    """Who is spoken about, from which word on."""

    main: str
    switches: tuple[tuple[int, str], ...]
    said_self: bool = False
    asks_of_self: bool = False
    aside: frozenset[int] = frozenset()
    """Words of persons who are only mentioned ("nenek saya percaya ..."), and the ages of such children."""

    @property
    def named(self) -> str:
        """Whom the message names first, ``""`` when it does not say; the writer who asks "saya bisa gitu juga?"."""
        if self.asks_of_self:
            return SELF
        return self.main if self.main != SELF or self.said_self else ""

    def without_former(self, cases: FormerCases) -> PersonSpans:
        """The same with the writer in the first place, when all others are told of in an old case."""
        places = {start for start, name in self.switches if name != SELF}
        if self.main == SELF or not places or not places <= cases.places:
            return self
        back = {(turn, SELF) for turn in cases.turns}
        return replace(self, main=SELF, said_self=True, switches=tuple(sorted({*self.switches, *back})))

    def at(self, index: int) -> str:
        """The person that word ``index`` is about."""
        person = self.main
        for start, name in self.switches:
            if start <= index:
                person = name
        return person


@dataclass(frozen=True)
class Sights:
    """What the pipeline saw, by the index of its words.

    Attributes:
        body: parts of the body.
        sides: words for a side ("kiri", "sebelah").
        signs: complaints and traits: what somebody *has*.
    """

    body: Set[int]
    sides: Set[int]
    signs: Set[int]
