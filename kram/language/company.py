"""Which words of complaints are said together; built from the concepts and patterns of a compiled table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise, permutations
from typing import Any

from kram.language.model import Kind

NONE, FIELD, TOLD, BESIDE = 0, 1, 2, 3
"""No other word of complaints is near; one is; one that makes a finding with it is; such a one is next to it."""

LONGEST = 3
"""Words of the longest phrases that are looked at."""

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
        self._field = frozenset(table.get("lexicon", {}).get("typo_targets", ()))

    def fit(self, word: str, before: Sequence[str], after: Sequence[str]) -> int:
        """How well a word fits: `NONE`, `FIELD`, `TOLD` or `BESIDE`.

        Args:
            word: a normal word.
            before: the normal words before it, nearest last.
            after: the normal words after it, nearest first.
        """
        if (before and self._beside(before[-1], word)) or (after and self._beside(word, after[0])):
            return BESIDE
        before, after = before[-REACH:], after[:REACH]
        line = (*before, word, *after)
        place = len(before)
        named = self._named(line, range(place + 1), place)
        wanted = {partner for concept in named for partner in self._partners.get(concept, ())}
        if any(not wanted.isdisjoint(self._concepts.get(other, ())) for other in (*before[-1:], *after[:1])):
            return BESIDE
        others = self._named(before, range(len(before)), None) | self._named(after, range(len(after)), None)
        if not wanted.isdisjoint(others):
            return TOLD
        return FIELD if any(other in self._field for other in (*before, *after)) else NONE

    def _named(self, line: Sequence[str], starts: Iterable[int], covering: int | None) -> set[str]:
        """Concepts that phrases of a line name.

        Args:
            line: normal words.
            starts: where a phrase may begin.
            covering: a place that the phrase must cover, if any.
        """
        found: set[str] = set()
        for first in starts:
            for last in range(max(first, covering or 0), min(first + LONGEST, len(line))):
                found |= self._concepts.get(" ".join(line[first : last + 1]), set())
        return found

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
        return self._table.get("chains", ())

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
        computed = {name for name, _ in self._told} - self._table.get("concepts", {}).keys()
        quantities = self._table.get("quantities", {})
        for unit in (*quantities.get("minutes", ()), *quantities.get("one_unit", ())):
            names[unit] |= computed
        return dict(names)

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
