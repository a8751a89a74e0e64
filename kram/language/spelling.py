"""Repairing slips in words that a model has never seen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

_MIN_TYPED = 4
_MIN_TARGET = 3


class Speller:
    """Takes an unknown word for the commonest known one that is a single slip away.

    Only for what merely sorts messages (the classifier): what counts for safety reads the words
    as the normaliser left them, which repairs words of the domain alone and never a negation.

    Args:
        counts: known word -> how often it was seen.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._by_length: dict[int, list[str]] = {}
        for word in counts:
            if len(word) >= _MIN_TARGET and word.isalpha():
                self._by_length.setdefault(len(word), []).append(word)
        self._repaired = lru_cache(maxsize=20_000)(self._nearest)

    def repair(self, text: str) -> str:
        """The text with every unknown word repaired where that is possible."""
        return " ".join(word if word in self._counts else self._repaired(word) for word in text.split())

    def _nearest(self, word: str) -> str:
        if len(word) < _MIN_TYPED or not word.isalpha():
            return word
        near = [known for n in (-1, 0, 1) for known in self._by_length.get(len(word) + n, ())]
        hits = process.extract(word, near, scorer=OSA.distance, score_cutoff=1, limit=None)
        return max((hit[0] for hit in hits), key=lambda known: (self._counts[known], known), default=word)
