"""Which words of complaints are said together; built from the concepts and patterns of a compiled table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise, permutations
from typing import Any

from kram.language.model import Kind

NONE, FIELD, TOLD, BESIDE = 0, 1, 2, 3
"""No other word of complaints is near; one is; one that makes a finding with it is; such a one is next to it."""

REACH = 3
"""Words on each side that are looked at."""

_JOINS_MANY = 25
"""A word that stands next to more words than this ("di", "tidak bisa") tells little about any of them."""


class Company:
    """Tells how well a word fits to the words around it.

    Args:
        table: the data of a compiled table; what is needed of it is worked out at the first question.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self._wanted: dict[str, frozenset[str]] = {}
        self._field = frozenset(table.get("lexicon", {}).get("typo_targets", ()))

    def fits(self, words: Iterable[str], before: Sequence[str], after: Sequence[str]) -> Iterator[int]:
        """How well each of some words fits to a place: `NONE`, `FIELD`, `TOLD` or `BESIDE`.

        Args:
            words: normal words, one of which may stand there.
            before: the normal words before the place, nearest last.
            after: the normal words after it, nearest first.
        """
        before, after = before[-REACH:], after[:REACH]
        beside = self._named(before[-1:]) | self._named(after[:1])
        near = beside | self._named(before) | self._named(after)
        in_field = any(other in self._field for other in (*before, *after))
        for word in words:
            joined = (before and self._beside(before[-1], word)) or (after and self._beside(word, after[0]))
            wanted = self._wanted_by(word) | self._wanted_in_phrase(word, before, after)
            if joined or not wanted.isdisjoint(beside):
                yield BESIDE
            elif not wanted.isdisjoint(near):
                yield TOLD
            else:
                yield FIELD if in_field else NONE

    def _named(self, line: Sequence[str]) -> set[str]:
        """Concepts that phrases of a line name."""
        spans = ((first, last) for last in range(1, len(line) + 1) for first in range(last))
        return {name for first, last in spans for name in self._concepts.get(" ".join(line[first:last]), ())}

    def _wanted_by(self, phrase: str) -> frozenset[str]:
        """Concepts that make a finding together with those of a phrase."""
        if (known := self._wanted.get(phrase)) is None:
            names = self._concepts.get(phrase, set()) | (self._measured if phrase in self._units else set())
            known = frozenset(partner for name in names for partner in self._partners.get(name, ()))
            if names:
                self._wanted[phrase] = known
        return known

    def _wanted_in_phrase(self, word: str, before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
        """The same for the phrases of two words that a word makes with its neighbours."""
        wanted: frozenset[str] = frozenset()
        if before:
            wanted |= self._wanted_by(f"{before[-1]} {word}")
        return wanted | self._wanted_by(f"{word} {after[0]}") if after else wanted

    def weight(self, word: str) -> int:
        """In how many phrases a word stands."""
        return self._weights[word]

    def _beside(self, first: str, second: str) -> bool:
        few = self._degrees[first] <= _JOINS_MANY or self._degrees[second] <= _JOINS_MANY
        return (first, second) in self._pairs and few

    @cached_property
    def _told(self) -> list[tuple[str, list[str]]]:
        """The concepts of the findings with their phrases; both ends of a chain are concepts, too."""
        named = {name for p in self._findings for names in (p["head"], *p["needs"]) for name in names}
        concepts = [(name, list(self._table.get("concepts", {}).get(name, ()))) for name in sorted(named)]
        for number, chain in enumerate(self._chains):
            concepts += [(f"{number}:first", chain["first"]), (f"{number}:last", chain["last"])]
        return concepts

    @property
    def _findings(self) -> Iterable[Mapping[str, Any]]:
        return (p for p in self._table.get("patterns", ()) if p["kind"] == Kind.FINDING.value)

    @property
    def _chains(self) -> Sequence[Mapping[str, Any]]:
        chains: Sequence[Mapping[str, Any]] = self._table.get("chains", ())
        return chains

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(pair for _, phrases in self._told for phrase in phrases for pair in pairwise(phrase.split()))

    @cached_property
    def _degrees(self) -> Counter[str]:
        return Counter(word for pair in self._pairs for word in pair)

    @cached_property
    def _weights(self) -> Counter[str]:
        return Counter(word for _, phrases in self._told for phrase in phrases for word in phrase.split())

    @cached_property
    def _concepts(self) -> dict[str, set[str]]:
        """Phrase -> the concepts that it names."""
        names: dict[str, set[str]] = defaultdict(set)
        for name, phrases in self._told:
            for phrase in phrases:
                names[phrase].add(name)
        return dict(names)

    @cached_property
    def _units(self) -> frozenset[str]:
        """Words of time ("seminggu"); what they name depends on the number at them."""
        quantities = self._table.get("quantities", {})
        return frozenset((*quantities.get("minutes", ()), *quantities.get("one_unit", ())))

    @cached_property
    def _measured(self) -> set[str]:
        """Concepts that are computed from numbers."""
        looked_up: Mapping[str, Any] = self._table.get("concepts", {})
        return {name for name, _ in self._told if name not in looked_up}

    @cached_property
    def _partners(self) -> dict[str, set[str]]:
        """Concept -> the concepts that make a finding together with it."""
        partners: dict[str, set[str]] = defaultdict(set)
        patterns = [[p["head"], *p["needs"]] for p in self._findings]
        patterns += [[[f"{number}:first"], [f"{number}:last"]] for number in range(len(self._chains))]
        for groups in patterns:
            for one, other in permutations(groups, 2):
                for name in one:
                    partners[name].update(other)
        return dict(partners)
