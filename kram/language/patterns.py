"""Concepts (words that mean one thing) and the patterns that make findings out of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from kram.language.model import Kind

DEFAULT_REACH = 8
"""Words between the head of a pattern and each of its other concepts, at most."""

WINDOW = 40
"""How far from the head, in words, a pattern looks at all."""

INHERIT_REACH = 25
"""How far back, in words, a body part or a side may stand when the clause names none."""

DEFAULT_CHAIN_REACH = 4
"""Words between the two ends of a chain, at most."""

_FULL_STOP = "."
_MARKS = frozenset(".,;:!?…-()")


class Concept(NamedTuple):
    """One place in the message where a concept is named; token indices, both inclusive.

    A tuple, because every word of a message names dozens of them.
    """

    name: str
    first: int
    last: int


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
    """A pattern that matched: the head concept and the tokens that it covers."""

    pattern: Pattern
    head: Concept
    covered: tuple[Concept, ...]

    @property
    def first(self) -> int:
        """Index of its first word."""
        return min(concept.first for concept in self.covered)

    @property
    def last(self) -> int:
        """Index of its last word."""
        return max(concept.last for concept in self.covered)


def drop_masked(
    concepts: Sequence[Concept], masks: Set[str], partial: Mapping[str, Set[str]] | None = None
) -> list[Concept]:
    """Remove what only looks like a concept because it is part of a longer fixed name.

    "cap kaki tiga" is a drink: the mask concept that covers it removes "kaki" inside it.

    Args:
        concepts: the concepts of a message.
        masks: concepts that remove every other inside them.
        partial: concept -> the names that it alone removes: "kacang merah" is no redness, but nuts.
    """
    partial = partial or {}
    covers = [c for c in concepts if c.name in masks or c.name in partial]
    if not covers:
        return list(concepts)

    def hidden(c: Concept) -> bool:
        return any(
            m.first <= c.first and c.last <= m.last and (m.name in masks or c.name in partial[m.name]) for m in covers
        )

    return [c for c in concepts if c.name not in masks and not hidden(c)]


def together(concepts: Sequence[Concept], named: Mapping[str, Sequence[Set[str]]]) -> list[Concept]:
    """Concepts that hold when others stand in the message together, wherever.

    Args:
        concepts: the concepts of a message.
        named: concept -> sets of concepts of which one each must be there.
    """
    there = {c.name for c in concepts}
    return [Concept(name, 0, 0) for name, groups in named.items() if all(group & there for group in groups)]


@dataclass(frozen=True)
class Chain:
    """Two phrases with nothing but certain words between them, read as one concept.

    "jantung *ibu sudah agak* bengkak": whose it is, and since when, does not matter.

    Attributes:
        name: the concept that it stands for.
        first: how it begins.
        through: the words that may stand between.
        last: how it ends; a mark here means that the clause ends there.
        reach: words between, at most.
    """

    name: str
    first: tuple[tuple[str, ...], ...]
    through: Set[str]
    last: tuple[tuple[str, ...], ...]
    reach: int


class ChainMatcher:
    """Finds chains in a message."""

    def __init__(self, chains: Iterable[Chain]) -> None:
        self._starts: dict[str, list[tuple[tuple[str, ...], Chain, dict[str, list[tuple[str, ...]]]]]] = {}
        for chain in chains:
            ends: dict[str, list[tuple[str, ...]]] = {}
            for phrase in sorted(chain.last, key=len, reverse=True):
                ends.setdefault(phrase[0], []).append(phrase)
            for phrase in chain.first:
                self._starts.setdefault(phrase[0], []).append((phrase, chain, ends))

    def find(self, words: Sequence[str]) -> Iterator[Concept]:
        """Every chain in a message.

        Args:
            words: its words, marks among them; its end, and that of a line, count as a full stop.
        """
        words = (*(_FULL_STOP if word == "\n" else word for word in words), _FULL_STOP)
        for start, begin in enumerate(words):
            for phrase, chain, ends in self._starts.get(begin, ()):
                place = start + len(phrase)
                if len(phrase) > 1 and words[start:place] != phrase:
                    continue
                for at in range(place, min(place + chain.reach + 1, len(words))):
                    word = words[at]
                    end = next((e for e in ends[word] if words[at : at + len(e)] == e), None) if word in ends else None
                    if end is not None:
                        length = len(end) - (end[-1] in _MARKS)
                        yield Concept(chain.name, start, at + length - 1)
                        break
                    if word not in chain.through:
                        break


class PatternMatcher:
    """Applies every pattern to the concepts of a message."""

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

    def hits(self, concepts: Sequence[Concept], clauses: Sequence[int]) -> Iterator[Hit]:
        """Every pattern that matches.

        Args:
            concepts: the concepts of the message, masks already dropped, by their first word.
            clauses: clause number of each token.

        Yields:
            Hits, in the order of their heads.
        """
        names = {concept.name for concept in concepts}
        starts = [concept.first for concept in concepts]
        by_clause: dict[int, list[Concept]] = {}
        for concept in concepts:
            by_clause.setdefault(clauses[concept.first], []).append(concept)
        # What the whole message allows is settled once for each head; most patterns fail here.
        possible = {name: [p for p in self._by_head.get(name, ()) if _may_match(p, names)] for name in names}
        for head in concepts:
            patterns = possible[head.name]
            if not patterns:
                continue
            # A window keeps the cost of a message in proportion to its length.
            mates = by_clause[clauses[head.first]]
            low, high = head.first - WINDOW, head.last + WINDOW
            here = [c for c in mates if c is not head and low <= c.first <= high]
            near = {c.name for c in here}
            around: list[Concept] | None = None
            for pattern in patterns:
                if not pattern.without.isdisjoint(near):
                    continue
                if not all(need & near or self._families[need] for need in pattern.needs):
                    continue
                if around is None:
                    around = list(concepts[bisect_left(starts, low) : bisect_right(starts, high)])
                covered = self._fill(pattern, head, here, near, around)
                if covered is not None:
                    yield Hit(pattern, head, (head, *covered))

    def _fill(
        self,
        pattern: Pattern,
        head: Concept,
        here: Sequence[Concept],
        names: Set[str],
        window: Sequence[Concept],
    ) -> list[Concept] | None:
        covered = []
        for need in pattern.needs:
            close = [c for c in here if c.name in need and _gap(c, head) <= pattern.reach] if need & names else []
            if close and pattern.without_between & names:
                close = [c for c in close if not _separated(c, head, here, pattern.without_between)]
            if close:
                covered.append(min(close, key=lambda c: _gap(c, head)))
            elif not self._inherits(need, head, names, window):
                return None
        return covered

    def _inherits(self, need: frozenset[str], head: Concept, names: Set[str], window: Sequence[Concept]) -> bool:
        """The clause names none of the family, and the last one named before it fits."""
        for family in self._families[need]:
            if family & names or head.name in family:
                return False
            before = [c for c in window if c.name in family and c.last < head.first]
            after = [c for c in window if c.name in family and c.first > head.last]
            nearest = max((c.last for c in before), default=None)
            if nearest is not None and head.first - nearest <= INHERIT_REACH:
                return _longest([c for c in before if c.last == nearest], need)
            following = min((c.first for c in after), default=None)
            if following is not None and following - head.last <= DEFAULT_REACH:
                return _longest([c for c in after if c.first == following], need)
        return False


def _may_match(pattern: Pattern, names: Set[str]) -> bool:
    """The message has, somewhere, what the pattern needs, and nothing that it must not have."""
    return pattern.without_anywhere.isdisjoint(names) and not any(
        need.isdisjoint(names) for need in (*pattern.needs, *pattern.needs_anywhere)
    )


def _longest(concepts: Sequence[Concept], need: frozenset[str]) -> bool:
    """Of concepts at one place only the longest counts: "kanan kiri" is both sides, not the left."""
    length = max(c.last - c.first for c in concepts)
    return any(c.name in need for c in concepts if c.last - c.first == length)


def _separated(one: Concept, other: Concept, here: Sequence[Concept], by: Set[str]) -> bool:
    """One of the concepts ``by`` begins between the two."""
    former, latter = sorted((one, other), key=lambda c: c.first)
    return any(c.name in by and former.last < c.first < latter.first for c in here)


def _gap(one: Concept, other: Concept) -> int:
    """Words between two concepts."""
    if one.last < other.first:
        return other.first - one.last - 1
    if other.last < one.first:
        return one.first - other.last - 1
    return 0


def expand(names: str | Sequence[str], groups: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Concept names with groups replaced by their members."""
    wanted = [names] if isinstance(names, str) else list(names)
    out: set[str] = set()
    for name in wanted:
        out.update(expand(groups[name], {k: v for k, v in groups.items() if k != name}) if name in groups else {name})
    return frozenset(out)
