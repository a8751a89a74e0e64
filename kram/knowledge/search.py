"""Finding the point of the knowledge base that a question is about.

Every point is one document: how people ask it, its answer, the names of its entry. They are
ranked by the angles between question and document (scikit-learn's TF-IDF over words and word pairs,
words near each other, and pieces of words). `docs/benchmarks.md` has the comparison with SQLite's FTS5 and with naive
Bayes. What was fitted is kept as sparse arrays and JSON: loading it can run no code, and a query
only touches the columns of its own words.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from kram.knowledge.model import Hit, KnowledgeBase
from kram.knowledge.question_kinds import QuestionKinds, fitting
from kram.knowledge.terms import Terms, near_pairs

_ARRAYS = "search.npz"
_WORDS = "search.json"
_PARTS = ("data", "indices", "indptr")
_WORD = r"\S+"
_MIN_STEM = 4
# A word in so many of a point's questions, and so rare elsewhere, is what the point is about: where the
# message never says it, the point is likely about something else. Held-out questions: 92.6 % right first
# hits without, 92.8 % with it; what it is for are stories that come near to anything.
_ASKED_BY_MOST = 0.7
_RARE = 4.0
_NOT_SAID = 0.65
_SPARE = 20
_WORDS_KEPT = 20_000
_NONE = np.array([], dtype=np.int64)
_SUFFIXES = ("nya", "lah", "kah", "pun", "kan", "an", "i")
# Prefix -> the consonant that it swallowed before a vowel ("memutar" - putar).
_PREFIXES = (
    ("meng", ""), ("meny", "s"), ("mem", "p"), ("men", "t"), ("me", ""), ("peng", ""), ("peny", "s"), ("pem", "p"),
    ("pen", "t"), ("per", ""), ("pe", ""), ("ber", ""), ("ter", ""), ("di", ""), ("se", ""), ("ke", ""),
)  # fmt: skip

_VOWELS = "aiueo"

Normalize = Callable[[str], str]


# Search and classifier ask for the same few thousand words again and again.
@lru_cache(maxsize=_WORDS_KEPT)
def stem(word: str) -> str:
    """A word without its commonest affixes: one suffix, one prefix. Crude, but the same for all."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _MIN_STEM:
            word = word.removesuffix(suffix)
            break
    for prefix, swallowed in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest == word or len(rest) < _MIN_STEM:
            continue
        if rest[0] in _VOWELS and prefix.endswith("r"):
            return "r" + rest  # "terasa" is te-rasa, "peregang" is pe-regang
        return swallowed + rest if swallowed and rest[0] in _VOWELS else rest
    return word


@dataclass(frozen=True)
class SearchWords:
    """How a normalised text is prepared.

    Attributes:
        synonyms: stems (of one word or several) -> the stems that are added for them.
        ignored: words that tell no question from another.
        ordinary: words of the language layer; they name nothing new when no point has them.
    """

    synonyms: Mapping[str, str]
    ignored: frozenset[str]
    ordinary: frozenset[str] = frozenset()

    @classmethod
    def from_yaml(
        cls, raw: Mapping[str, Any], normalize: Normalize, ordinary: frozenset[str] = frozenset()
    ) -> SearchWords:
        """From the content of ``language/search.yml``."""

        def stems(text: str) -> str:
            return " ".join(stem(word) for word in normalize(text).split())

        pairs = {stems(other): stems(word) for word, others in raw["padanan"].items() for other in others}
        return cls({k: v for k, v in pairs.items() if k != v}, frozenset(raw["abaikan"]), ordinary)

    @cached_property
    def _longest(self) -> int:
        """Words of the longest text that something is added for."""
        return max((len(text.split()) for text in self.synonyms), default=0)

    @cached_property
    def _starts(self) -> frozenset[str]:
        """Stems with which such a text begins; few words of a message do."""
        return frozenset(text.split()[0] for text in self.synonyms)

    def prepare(self, normalized: str) -> str:
        """Stems of the words that matter, and of what is added for them."""
        words = normalized.lower().split()
        stems = [stem(word) for word in words]
        starts = [i for i, stemmed in enumerate(stems) if stemmed in self._starts]
        spans = (" ".join(stems[i : i + n]) for n in range(self._longest, 0, -1) for i in starts if i + n <= len(stems))
        added = dict.fromkeys(self.synonyms[span] for span in spans if span in self.synonyms)
        kept = [stemmed for word, stemmed in zip(words, stems) if word not in self.ignored]
        return " ".join((*kept, *added))


@dataclass(frozen=True)
class View:
    """One way of looking at a text.

    Attributes:
        terms: options of the vectoriser that cuts it into terms.
        weight: how much it counts.
        in_pairs: it is cut into pairs of words that stand near each other.
    """

    terms: Mapping[str, Any]
    weight: float
    in_pairs: bool = False

    def text(self, prepared: str) -> str:
        """What is cut into terms."""
        return near_pairs(prepared.split()) if self.in_pairs else prepared

    def vectorizer(self, vocabulary: Mapping[str, int] | None = None) -> TfidfVectorizer:
        """One that is not fitted yet."""
        return TfidfVectorizer(
            sublinear_tf=True, lowercase=False, dtype=np.float32, vocabulary=vocabulary, **self.terms
        )


VIEWS: tuple[View, ...] = (
    View({"token_pattern": _WORD, "ngram_range": (1, 2)}, 0.43),
    View({"analyzer": "char_wb", "ngram_range": (4, 4)}, 0.43),
    View({"token_pattern": _WORD}, 0.36, in_pairs=True),
)
"""Pieces survive slips; pairs survive free word order and the small words between. Held-out questions whose
first hit is right: of the facts 90.1 % without the pairs and with pieces of 3 to 5, 91.4 % so; of the points
83.4 %, 85.3 %. The weights add up to more than one so that a question that is answered scores as it did then:
what counts as near was measured with that."""


@dataclass(frozen=True)
class About:
    """What is known of the questions that a point answers.

    Attributes:
        words: without these it is likely not meant.
        supposes: ids of what it takes for granted of the person.
        kinds: the share of its questions of each kind.
    """

    words: frozenset[str] = frozenset()
    supposes: frozenset[str] = frozenset()
    kinds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Query:
    """A question to be looked up.

    Attributes:
        text: in normalised words.
        told: the words of the story around it, as `PointSearch.words_of` gives them.
        asks: the part of it that asks, in normalised words; by default all of it.
        limit: how many points at most.
    """

    text: str
    told: frozenset[str] = frozenset()
    asks: str = ""
    limit: int = 12


class PointSearch:
    """A fitted search. `fit` makes one, `from_disk` loads one."""

    def __init__(
        self,
        words: SearchWords,
        points: list[tuple[str, str]],
        vectorizers: list[TfidfVectorizer],
        documents: sparse.csc_matrix,
        about: list[About],
        kinds: QuestionKinds,
    ) -> None:
        """
        Args:
            words: how texts are prepared.
            points: (entry, point) of each document.
            vectorizers: one for each view.
            documents: a row for each point.
            about: what is known of the questions of each point.
            kinds: the kinds of questions.
        """
        self._words = words
        self._points = points
        self._about = about
        self._kinds = kinds
        self._vectorizers = vectorizers
        self._parts = [Terms(vectorizer, np.float32) for vectorizer in vectorizers]
        self._documents = documents

    @classmethod
    def fit(
        cls,
        base: KnowledgeBase,
        words: SearchWords,
        normalize: Normalize,
        presupposed: Mapping[tuple[str, str], frozenset[str]] | None = None,
        kinds: QuestionKinds | None = None,
    ) -> PointSearch:
        """Fit to the points of a knowledge base.

        Args:
            base: the knowledge base.
            words: how texts are prepared.
            normalize: the normaliser of the language layer.
            presupposed: (entry, point) -> ids of what whoever asks it is supposed to have or be.
            kinds: the kinds of questions; without them every question is of any kind.

        Raises:
            ValueError: no entry has a point.
        """
        found = [(entry, point) for entry in base.entries.values() for point in entry.points]
        if not found:
            raise ValueError("a knowledge base with points, not one without")

        def prepared(texts: Iterable[str]) -> list[str]:
            return [words.prepare(normalize(text)) for text in texts]

        kinds = kinds or QuestionKinds({})

        names = [" ".join(prepared((entry.title, *entry.aliases))) for entry, _ in found]
        answers = prepared(point.text for _, point in found)
        questions = [prepared(point.ask) for _, point in found]
        asks = list(map(" ".join, questions))
        documents = [" ".join(parts) for parts in zip(asks, answers, names)]

        vectorizers = [view.vectorizer() for view in VIEWS]
        parts = [
            vectorizer.fit_transform([view.text(document) for document in documents]) * view.weight
            for view, vectorizer in zip(VIEWS, vectorizers)
        ]
        matrix = sparse.hstack(parts, format="csc")
        keys = [(entry.id, point.id) for entry, point in found]
        rare = dict(zip(vectorizers[0].get_feature_names_out(), map(float, vectorizers[0].idf_)))
        needed = [_asked_by_most(own, rare) for own in questions]
        about = [
            About(own, (presupposed or {}).get(key, frozenset()), kinds.shares([normalize(ask) for ask in point.ask]))
            for own, key, (_, point) in zip(needed, keys, found)
        ]
        return cls(words, keys, vectorizers, matrix.astype(np.float32), about, kinds)

    def find(self, normalized: str, limit: int = 12) -> tuple[Hit, ...]:
        """The nearest points, nearest first; nothing when no word of the text is known.

        Args:
            normalized: the question in normalised words; any characters are safe.
            limit: how many at most.
        """
        return self.find_all([Query(normalized, limit=limit)])[0]

    def find_all(self, queries: Sequence[Query]) -> list[tuple[Hit, ...]]:
        """The nearest points of each of several questions.

        Those of one message share most of their words: the part of the matrix that they need is taken out once.
        """
        texts = [self._words.prepare(query.text) for query in queries]
        rows = [self._row(text) for text in texts]
        columns = np.unique(np.concatenate([columns for columns, _ in rows]))
        if not len(columns):
            return [()] * len(queries)
        weights = np.zeros((len(columns), len(rows)), dtype=np.float32)
        for i, (own, values) in enumerate(rows):
            weights[np.searchsorted(columns, own), i] = values
        scores = self._documents[:, columns] @ weights
        return [self._nearest(query, text, scores[:, i]) for i, (query, text) in enumerate(zip(queries, texts))]

    def _nearest(self, query: Query, text: str, scores: Any) -> tuple[Hit, ...]:
        said = query.told.union(text.split())
        order = _highest(scores, query.limit + _SPARE)
        near = [(i, score) for i, score in zip(order.tolist(), scores[order].tolist()) if score > 0]
        kinds = self._kinds.of(query.asks or query.text)
        found = [
            (i, score * (1.0 if self._about[i].words <= said else _NOT_SAID) * fitting(kinds, self._about[i].kinds))
            for i, score in near
        ]
        best = sorted(found, key=lambda pair: -pair[1])[: query.limit]
        return tuple(self._hit(i, score) for i, score in best)

    def words_of(self, normalized: str) -> frozenset[str]:
        """The words of a text, as the search compares them."""
        return frozenset(self._words.prepare(normalized).split())

    def _hit(self, index: int, score: float) -> Hit:
        entry, point = self._points[index]
        return Hit(entry, point, round(score, 4), self._about[index].supposes)

    def unknown(self, normalized: str) -> tuple[str, ...]:
        """The words of a text that neither a point nor the language layer has; figures aside."""
        known = self._vectorizers[0].vocabulary_
        words = (w for w in normalized.lower().split() if w.isalpha() and len(w) >= _MIN_STEM)
        return tuple(dict.fromkeys(w for w in words if stem(w) not in known and w not in self._words.ordinary))

    def _row(self, text: str) -> tuple[Any, Any]:
        """Columns and TF-IDF weights of a text; each vectorizer's part has length one."""
        columns, weights = [], []
        offset = 0
        for view, terms in zip(VIEWS, self._parts):
            places, values = terms.weigh(view.text(text))
            if len(places):
                columns.append(places + offset)
                weights.append(values / np.linalg.norm(values))
            offset += len(terms)
        return (np.concatenate(columns), np.concatenate(weights)) if columns else (_NONE, np.array([]))

    def to_disk(self, folder: Path) -> None:
        """Write it to a folder."""
        np.savez(
            folder / _ARRAYS,
            **{f"idf{i}": v.idf_.astype(np.float32) for i, v in enumerate(self._vectorizers)},
            **{part: getattr(self._documents, part) for part in _PARTS},
            shape=self._documents.shape,
        )
        content = {
            "synonyms": dict(self._words.synonyms),
            "ignored": sorted(self._words.ignored),
            "ordinary": sorted(self._words.ordinary),
            "points": self._points,
            "about": [[sorted(one.words), sorted(one.supposes), dict(one.kinds)] for one in self._about],
            "kinds": self._kinds.phrases,
            "vocabularies": [{k: int(i) for k, i in v.vocabulary_.items()} for v in self._vectorizers],
        }
        (folder / _WORDS).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def from_disk(cls, folder: Path) -> PointSearch:
        """Load what `to_disk` wrote."""
        content = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
        arrays = np.load(folder / _ARRAYS)
        vectorizers = [view.vectorizer(terms) for view, terms in zip(VIEWS, content["vocabularies"], strict=True)]
        for i, vectorizer in enumerate(vectorizers):
            vectorizer.idf_ = arrays[f"idf{i}"]
        return cls(
            SearchWords(content["synonyms"], frozenset(content["ignored"]), frozenset(content["ordinary"])),
            [(entry, point) for entry, point in content["points"]],
            vectorizers,
            sparse.csc_matrix(tuple(arrays[part] for part in _PARTS), shape=tuple(arrays["shape"])),
            [About(frozenset(words), frozenset(ids), kinds) for words, ids, kinds in content["about"]],
            QuestionKinds(content["kinds"]),
        )


def _highest(scores: Any, count: int) -> Any:
    """The places of the highest scores, highest first; without putting all the others in order."""
    few = np.argpartition(scores, -count)[-count:] if count < len(scores) else np.arange(len(scores))
    return few[np.argsort(scores[few])[::-1]]


def _asked_by_most(questions: Sequence[str], rare: Mapping[str, float]) -> frozenset[str]:
    """The rare words that nearly all questions of a point share."""
    counts = Counter(word for question in questions for word in set(question.split()))
    least = _ASKED_BY_MOST * len(questions)
    return frozenset(w for w, count in counts.items() if count >= least and rare.get(w, 0.0) >= _RARE)
