"""Concepts (words that mean one thing) and where a message names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, NamedTuple

DEFAULT_CHAIN_REACH = 4
"""Words between the two ends of a chain, at most."""

_FULL_STOP = "."
_MARKS = frozenset(".,;:!?…-()")
_NAMES = ""  # no word is empty, so it is free for what the words up to a node name


class Concept(NamedTuple):
    """One place in the message where a concept is named; token indices, both inclusive."""

    name: str
    first: int
    last: int


class Place(NamedTuple):
    """Words of a message with all the concepts that they name; token indices, both inclusive.

    Every word names dozens of concepts: what asks for one of a hundred asks a whole place at once.
    """

    first: int
    last: int
    names: frozenset[str]


class Phrases:
    """Finds phrases in a message.

    Args:
        phrases: name -> the phrases that it has, in normal words.
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        names: dict[str, set[str]] = {}
        for name, forms in phrases.items():
            for form in forms:
                names.setdefault(form, set()).add(name)
        self._words: dict[str, Any] = {}  # word -> the words that may follow it, and so on
        for form, named in names.items():
            node = self._words
            for word in form.split():
                node = node.setdefault(word, {})
            node[_NAMES] = frozenset(named)

    def find(self, words: Sequence[str]) -> list[Place]:
        """Every phrase in a message, by its first word and then by its last."""
        found = []
        count = len(words)
        for first, word in enumerate(words):
            node = self._words.get(word)
            last = first
            while node is not None:
                if _NAMES in node:
                    found.append(Place(first, last, node[_NAMES]))
                last += 1
                node = node.get(words[last]) if last < count else None
        return found


def merged(places: Sequence[Place], concepts: Iterable[Concept]) -> list[Place]:
    """The places with more concepts, by their first word and then by their last.

    Args:
        places: no two of the same words.
        concepts: what is added.
    """
    by_words = {(place.first, place.last): place for place in places}
    for name, first, last in concepts:
        place = by_words.get((first, last))
        by_words[first, last] = Place(first, last, place.names | {name} if place else frozenset((name,)))
    return [by_words[words] for words in sorted(by_words)]


def covered(places: Iterable[Place], names: Set[str]) -> set[int]:
    """The words that name any of some concepts."""
    return {i for p in places if not p.names.isdisjoint(names) for i in range(p.first, p.last + 1)}


def drop_masked(places: Sequence[Place], masks: Set[str], partial: Mapping[str, Set[str]] | None = None) -> list[Place]:
    """Remove what only looks like a concept because it is part of a longer fixed name.

    "cap kaki tiga" is a drink: the mask concept that covers it removes "kaki" inside it.

    Args:
        places: what a message names.
        masks: concepts that remove every other inside them.
        partial: concept -> the names that it alone removes: "kacang merah" is no redness, but nuts.
    """
    partial = partial or {}
    hiding_names = masks | partial.keys()
    covers = [
        (place.first, place.last, place.names.isdisjoint(masks), place.names & partial.keys())
        for place in places
        if not place.names.isdisjoint(hiding_names)
    ]
    if not covers:
        return list(places)
    left = []
    for place in places:
        names = place.names
        for first, last, is_partial, hiding in covers:
            if first <= place.first and place.last <= last:
                names = names.difference(*(partial[name] for name in hiding)) if is_partial else frozenset()
        if names:
            left.append(Place(place.first, place.last, names))
    return left


def together(places: Iterable[Place], named: Mapping[str, Sequence[Set[str]]]) -> list[Place]:
    """Concepts that hold when others stand in the message together, wherever; at its first word.

    Args:
        places: what a message names.
        named: concept -> sets of concepts of which one each must be there.
    """
    there = frozenset[str]().union(*(place.names for place in places))
    return [
        Place(0, 0, frozenset((name,)))
        for name, groups in named.items()
        if not any(there.isdisjoint(group) for group in groups)
    ]


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


class _Begun(NamedTuple):
    """A way in which a chain begins.

    Attributes:
        chain: the chain.
        length: words of this beginning.
        ends: first word of an end -> the ends, the longest first.
        second: the words of which one must stand behind the first, or else this is not the chain.
    """

    chain: Chain
    length: int
    ends: Mapping[str, Sequence[tuple[str, ...]]]
    second: Set[str]


class ChainMatcher:
    """Finds chains in a message."""

    def __init__(self, chains: Iterable[Chain]) -> None:
        self._one: dict[str, list[_Begun]] = {}
        self._more: dict[tuple[str, str], list[tuple[tuple[str, ...], _Begun]]] = {}
        for chain in chains:
            ends: dict[str, list[tuple[str, ...]]] = {}
            for phrase in sorted(chain.last, key=len, reverse=True):
                ends.setdefault(phrase[0], []).append(phrase)
            second = frozenset((*ends, *chain.through))
            for phrase in chain.first:
                begun = _Begun(chain, len(phrase), ends, second)
                if len(phrase) == 1:
                    self._one.setdefault(phrase[0], []).append(begun)
                else:
                    self._more.setdefault((phrase[0], phrase[1]), []).append((phrase, begun))

    def find(self, words: Sequence[str]) -> Iterator[Concept]:
        """Every chain in a message.

        Args:
            words: its words, marks among them; its end, and that of a line, count as a full stop.
        """
        words = (*(_FULL_STOP if word == "\n" else word for word in words), _FULL_STOP)
        for start in range(len(words) - 1):
            word, following = words[start], words[start + 1]
            for begun in self._one.get(word, ()):
                if following in begun.second and (last := self._end(words, start + 1, begun)) is not None:
                    yield Concept(begun.chain.name, start, last)
            for phrase, begun in self._more.get((word, following), ()):
                place = start + begun.length
                if words[start:place] == phrase and (last := self._end(words, place, begun)) is not None:
                    yield Concept(begun.chain.name, start, last)

    def _end(self, words: Sequence[str], place: int, begun: _Begun) -> int | None:
        """Index of the last word of a chain whose beginning ends in front of ``place``."""
        chain, ends = begun.chain, begun.ends
        for at in range(place, min(place + chain.reach + 1, len(words))):
            word = words[at]
            end = next((e for e in ends[word] if words[at : at + len(e)] == e), None) if word in ends else None
            if end is not None:
                return at + len(end) - (end[-1] in _MARKS) - 1
            if word not in chain.through:
                return None
        return None
