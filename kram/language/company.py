"""Which words of complaints are said together; built from the concepts and patterns of a compiled table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
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
        wanted = {partner for concept in self._concepts.get(word, ()) for partner in self._partners.get(concept, ())}
        if any(not wanted.isdisjoint(self._concepts.get(other, ())) for other in (*before[-1:], *after[:1])):
            return BESIDE
        near = (*before[-REACH:], *after[:REACH])
        if any(not wanted.isdisjoint(self._concepts.get(other, ())) for other in near):
            return TOLD
        return FIELD if any(other in self._field for other in near) else NONE

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
        concepts = [(name, list(self._table["concepts"].get(name, ()))) for name in sorted(named)]
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
        """Word -> the concepts that it names by itself."""
        names: dict[str, set[str]] = defaultdict(set)
        for name, phrases in self._told:
            for phrase in phrases:
                if " " not in phrase:
                    names[phrase].add(name)
        return dict(names)

    @cached_property
    def _partners(self) -> dict[str, set[str]]:
        """Concept -> the concepts that make a finding together with it."""
        partners: dict[str, set[str]] = defaultdict(set)
        groups = [(p["head"], [n for need in p["needs"] for n in need]) for p in self._findings]
        groups += [([f"{i}:first"], [f"{i}:last"]) for i in range(len(self._chains))]
        for heads, needs in groups:
            for head in heads:
                partners[head].update(needs)
            for need in needs:
                partners[need].update(heads)
        return dict(partners)
