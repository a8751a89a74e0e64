"""The terms of one text, as a fitted TF-IDF vectoriser of scikit-learn counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

_WORDS_KEPT = 20_000
_WINDOW = 3


def near_pairs(words: Sequence[str]) -> str:
    """Every two words that stand near each other, in whichever order: Indonesian word order is free."""
    return " ".join(
        f"{one}_{other}" if one < other else f"{other}_{one}"
        for i, one in enumerate(words)
        for other in words[i + 1 : i + 1 + _WINDOW]
    )


class Terms:
    """Counts the terms of a text and weighs them.

    scikit-learn cuts every text anew. Pieces of words never reach over a blank, so what a word is
    cut into can be kept; and people use the same few thousand words. The numbers are the same (a
    test compares them).

    Args:
        vectorizer: fitted, over words between blanks (and pairs of them), or over
            pieces of words (``char_wb``); with sublinear counts.
        precision: type of the weights; scikit-learn's own is double.
    """

    def __init__(self, vectorizer: TfidfVectorizer, precision: type = np.float64) -> None:
        self._columns = vectorizer.vocabulary_
        # scikit-learn makes `idf_` anew out of a matrix each time that it is asked for.
        self._idf = np.asarray(vectorizer.idf_, dtype=precision)
        self._cut = vectorizer.build_analyzer()
        self._in_pieces = vectorizer.analyzer == "char_wb"
        self._in_pairs = vectorizer.ngram_range == (1, 2)
        self._columns_of = lru_cache(maxsize=_WORDS_KEPT)(self._columns_of_word)

    def __len__(self) -> int:
        """How many terms it knows."""
        return len(self._columns)

    def weigh(self, text: str) -> tuple[Any, Any]:
        """The columns of the known terms of a text, and their weights; the length of the row is not made one."""
        words = text.split()
        if self._in_pieces:
            columns = list(chain.from_iterable(map(self._columns_of, words)))
        else:
            terms = [*words, *map(" ".join, pairwise(words))] if self._in_pairs else words
            columns = [column for term in terms if (column := self._columns.get(term)) is not None]
        counts = Counter(columns)
        places = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
        values = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        return places, (1.0 + np.log(values)) * self._idf[places]

    def _columns_of_word(self, word: str) -> tuple[int, ...]:
        return tuple(column for piece in self._cut(word) if (column := self._columns.get(piece)) is not None)
