"""What the intent classifier sees of a message: six views, each a row of weighted terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from kram.knowledge.search import stem
from kram.knowledge.terms import Terms, near_pairs

_LAST = 6
_LONG = 8
_NOTHING = "tanpa"
_WORD = r"\S+"


@dataclass(frozen=True)
class View:
    """One way of looking at a message.

    Attributes:
        text: makes the text that is cut into terms out of words and signals.
        terms: options of the vectoriser that cuts it.
        weight: how much it counts beside the other views.
    """

    text: Callable[[str, str], str]
    terms: Mapping[str, Any]
    weight: float = 1.0


def _words(normalized: str, _: str) -> str:
    return normalized


def _stems(normalized: str, _: str) -> str:
    return " ".join(map(stem, normalized.split()))


def _pairs(normalized: str, _: str) -> str:
    return near_pairs([stem(word) for word in normalized.split()])


def _ending(normalized: str, _: str) -> str:
    """The last words: a long story says at its end what it wants; a short message is all of one piece."""
    words = normalized.split()
    return " ".join(words[-_LAST:]) if len(words) > _LONG else _NOTHING


def _signals(_: str, signals: str) -> str:
    return signals or _NOTHING


_BY_WORD = {"token_pattern": _WORD}
VIEWS: tuple[View, ...] = (
    View(_words, {**_BY_WORD, "ngram_range": (1, 2)}),
    View(_words, {"analyzer": "char_wb", "ngram_range": (2, 6)}),
    View(_stems, _BY_WORD),
    View(_pairs, _BY_WORD, weight=0.6),
    View(_ending, {**_BY_WORD, "ngram_range": (1, 2)}, weight=0.5),
    # Half a weight: what was found must help a sentence, not shout it down.
    View(_signals, _BY_WORD, weight=0.5),
)
"""Words carry meaning, characters survive slips, stems and pairs free word forms and order,
the ending tells the wish, signals make "betis" and "sikil" one. Chosen by measurement, see ``docs/nlu.md``."""


class Features:
    """Turns messages into rows for the classifier.

    Args:
        vocabularies: term -> column, one for each view, when there is a fitted model already.
    """

    def __init__(self, vocabularies: Sequence[Mapping[str, int]] | None = None) -> None:
        given: Sequence[Mapping[str, int] | None] = vocabularies or [None] * len(VIEWS)
        self.vectorizers = [
            TfidfVectorizer(
                sublinear_tf=True,
                lowercase=False,
                dtype=np.float32,
                vocabulary=words,
                **view.terms,
            )
            for view, words in zip(VIEWS, given)
        ]

    def fit(self, texts: Sequence[tuple[str, str]]) -> sparse.csr_matrix:
        """Learn the terms.

        Args:
            texts: normalised words and signals of each message.

        Returns:
            One row for each message.
        """
        columns = [
            vectorizer.fit_transform([view.text(*text) for text in texts]) * view.weight
            for view, vectorizer in zip(VIEWS, self.vectorizers)
        ]
        return sparse.hstack(columns, format="csr", dtype=np.float32)

    def terms(self) -> Iterator[tuple[View, Terms]]:
        """Every view, and what counts the terms of its text."""
        return zip(VIEWS, map(Terms, self.vectorizers))


class Scorer:
    """Scores one message with fitted weights.

    scikit-learn is made for many rows at once: for a single one it spends most of its time on
    checks and copies of the whole weight matrix. This takes the few hundred weights that the
    message needs. The numbers are the same (a test compares them).

    Args:
        features: fitted.
        weights: classes x terms.
        intercept: one number for each class.
    """

    def __init__(self, features: Features, weights: Any, intercept: Any) -> None:
        self._parts = []
        offset = 0
        for view, terms in features.terms():
            self._parts.append((view, terms, offset))
            offset += len(terms)
        self._weights = np.ascontiguousarray(np.asarray(weights).T, dtype=np.float32)
        self._intercept = np.asarray(intercept, dtype=np.float32)

    def scores(self, normalized: str, signals: str) -> Any:
        """The score of each class."""
        scores = self._intercept.copy()
        for view, terms, offset in self._parts:
            places, values = terms.weigh(view.text(normalized, signals))
            if len(places):
                scores += (view.weight * values / np.linalg.norm(values)) @ self._weights.take(places + offset, axis=0)
        return scores
