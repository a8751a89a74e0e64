"""The patterns that make findings out of concepts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from kram.language.model import Kind
from kram.language.places import Concept, Place

DEFAULT_REACH = 8
"""Words between the head of a pattern and each of its other concepts, at most."""

WINDOW = 40
"""How far from the head, in words, a pattern looks at all."""

INHERIT_REACH = 25
"""How far back, in words, a body part or a side may stand when the clause names none."""


@dataclass(frozen=True)
class Pattern:
    """A rule that turns concepts of one clause into a mention.

    Attributes:
        kind: what sort of mention it makes.
        value: the id of the mention.
        head: concepts of which one must be there; its negation decides.
        needs: each entry is a set of concepts of which one must be near the head.
        without: concepts that must not stand in the clause of the head.
        without_anywhere: concepts that must not stand anywhere in the message.
        needs_anywhere: each entry is a set of concepts of which one must stand somewhere in the message.
        without_between: concepts that must not stand between the head and a needed concept
            ("tiap hari *minum* magnesium *buat kram*": the days are the magnesium's).
        reach: words between the head and each needed concept, at most.
        denies: the words themselves say that it is not there ("napas aman").
        lasting: once so, always so ("dulu pasang ring di kaki").
        only_denied: the mention counts only when its head is denied ("tidak bengkak" of no part in particular).
    """

    kind: Kind
    value: str
    head: frozenset[str]
    needs: tuple[frozenset[str], ...] = ()
    without: frozenset[str] = frozenset()
    without_anywhere: frozenset[str] = frozenset()
    needs_anywhere: tuple[frozenset[str], ...] = ()
    without_between: frozenset[str] = frozenset()
    reach: int = DEFAULT_REACH
    denies: bool = False
    lasting: bool = False
    only_denied: bool = False


@dataclass(frozen=True)
class Hit:
    """A pattern that matched: its head, and the words that it covers."""

    pattern: Pattern
    head: Concept
    words: frozenset[int]

    @property
    def first(self) -> int:
        """Index of its first word."""
        return min(self.words)

    @property
    def last(self) -> int:
        """Index of its last word."""
        return max(self.words)


class PatternMatcher:
    """Applies every pattern to what a message names."""

    def __init__(self, patterns: Iterable[Pattern], inheritable: Iterable[Set[str]]) -> None:
        """
        Args:
            patterns: all patterns.
            inheritable: families of concepts (parts of the leg, sides) that a clause without
                any of the family takes over from an earlier clause.
        """
        self._by_head: dict[str, list[Pattern]] = {}
        families = tuple(frozenset(family) for family in inheritable)
        self._families: dict[frozenset[str], tuple[frozenset[str], ...]] = {}
        for pattern in patterns:
            for name in pattern.head:
                self._by_head.setdefault(name, []).append(pattern)
            for need in pattern.needs:
                self._families[need] = tuple(family for family in families if need & family)
        self._heads = frozenset(self._by_head)

    def hits(self, places: Sequence[Place], clauses: Sequence[int], sentence_ends: Sequence[int] = ()) -> Iterator[Hit]:
        """Every pattern that matches.

        Args:
            places: what the message names, masks already dropped, by the first word.
            clauses: clause number of each token.
            sentence_ends: tokens that end a sentence; no sign takes what it lacks from the sentence behind it.

        Yields:
            Hits, in the order of their heads.
        """
        names = frozenset[str]().union(*(place.names for place in places))
        # What the whole message allows is settled once for each head; most patterns fail here.
        found = {name: [p for p in self._by_head[name] if _may_match(p, names)] for name in self._heads & names}
        possible = {name: patterns for name, patterns in found.items() if patterns}
        starts = [place.first for place in places]
        by_clause: dict[int, list[Place]] = {}
        for place in places:
            by_clause.setdefault(clauses[place.first], []).append(place)
        for place in places:
            heads = sorted(place.names & possible.keys())
            if not heads:
                continue
            # A window keeps the cost of a message in proportion to its length.
            low, high = place.first - WINDOW, place.last + WINDOW
            here = [p for p in by_clause[clauses[place.first]] if low <= p.first <= high]
            named = frozenset[str]().union(*[p.names for p in here])
            around = places[bisect_left(starts, low) : bisect_right(starts, high)]
            for name in heads:
                head = Concept(name, place.first, place.last)
                end = next((at for at in sentence_ends if at >= place.last), None)
                again = any(name in p.names for p in here if p is not place)
                near = _Near(head, place, here, named if again else named - {name}, around, end)
                for pattern in possible[name]:
                    if not pattern.without.isdisjoint(near.names):
                        continue
                    words = self._fill(pattern, near)
                    if words is not None:
                        yield Hit(pattern, head, words)

    def _fill(self, pattern: Pattern, near: _Near) -> frozenset[int] | None:
        """The words of the head and of what meets its needs; None when something does not."""
        for need in pattern.needs:
            if near.names.isdisjoint(need) and not self._families[need]:
                return None
        words = set(range(near.head.first, near.head.last + 1))
        for need in pattern.needs:
            close = near.naming(need, pattern.reach) if not near.names.isdisjoint(need) else []
            if close and not near.names.isdisjoint(pattern.without_between):
                close = [p for p in close if not near.separated(p, pattern.without_between)]
            if close:
                nearest = min(close, key=near.gap)
                words.update(range(nearest.first, nearest.last + 1))
            elif not self._inherits(need, near):
                return None
        return frozenset(words)

    def _inherits(self, need: frozenset[str], near: _Near) -> bool:
        """The clause names none of the family, and the last one named before it fits."""
        head = near.head
        for family in self._families[need]:
            if not near.names.isdisjoint(family) or head.name in family:
                return False
            named = [p for p in near.around if not p.names.isdisjoint(family)]
            before = [p for p in named if p.last < head.first]
            nearest = max((p.last for p in before), default=None)
            if nearest is not None and head.first - nearest <= INHERIT_REACH:
                return _longest([p for p in before if p.last == nearest], need & family)
            after = [p for p in named if p.first > head.last]
            following = min((p.first for p in after), default=None)
            if following is not None and near.ends is not None and following > near.ends:
                return False  # "karena jantung bengkak. Betis kram": the next sentence tells of something else
            if following is not None and following - head.last <= DEFAULT_REACH:
                return _longest([p for p in after if p.first == following], need & family)
        return False


class _Near(NamedTuple):
    """What stands around a head.

    Attributes:
        head: the head.
        place: where it stands.
        here: the places of its clause, its own among them.
        names: all that they name, but for the head itself.
        around: the places around, of other clauses too.
        ends: the token that ends the sentence of the head, None when nothing does.
    """

    head: Concept
    place: Place
    here: Sequence[Place]
    names: frozenset[str]
    around: Sequence[Place]
    ends: int | None

    def naming(self, need: frozenset[str], reach: int) -> list[Place]:
        """The places of the clause that name one of some concepts, not too far away."""
        return [
            p
            for p in self.here
            if self.gap(p) <= reach
            and not need.isdisjoint(p.names if p is not self.place else p.names - {self.head.name})
        ]

    def separated(self, other: Place, by: Set[str]) -> bool:
        """One of the concepts ``by`` begins between the head and a place."""
        head = self.head
        former, latter = (other, head) if other.first <= head.first else (head, other)
        return any(former.last < p.first < latter.first and not by.isdisjoint(p.names) for p in self.here)

    def gap(self, other: Place) -> int:
        """Words between the head and a place."""
        if self.head.last < other.first:
            return other.first - self.head.last - 1
        if other.last < self.head.first:
            return self.head.first - other.last - 1
        return 0


def _may_match(pattern: Pattern, names: Set[str]) -> bool:
    """The message has, somewhere, what the pattern needs, and nothing that it must not have."""
    for need in pattern.needs:
        if need.isdisjoint(names):
            return False
    for need in pattern.needs_anywhere:
        if need.isdisjoint(names):
            return False
    return pattern.without_anywhere.isdisjoint(names)


def _longest(places: Sequence[Place], need: Set[str]) -> bool:
    """Of places that begin or end alike only the longest counts: "kanan kiri" is both sides, not the left."""
    length = max(p.last - p.first for p in places)
    return any(not p.names.isdisjoint(need) for p in places if p.last - p.first == length)


def expand(names: str | Sequence[str], groups: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Concept names with groups replaced by their members."""
    wanted = [names] if isinstance(names, str) else list(names)
    out: set[str] = set()
    for name in wanted:
        out.update(expand(groups[name], {k: v for k, v in groups.items() if k != name}) if name in groups else {name})
    return frozenset(out)
