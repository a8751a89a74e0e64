"""Ways of finding the right point, compared; and how long the knowledge takes to load and to search."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import FeatureUnion

from bench.knowledge import questions, tellers
from bench.measure import percentile
from kram.knowledge.base import load_knowledge
from kram.knowledge.compiled import open_knowledge
from kram.knowledge.model import Entry, Hit, KnowledgeBase
from kram.knowledge.search import PointSearch, SearchWords
from kram.language.build import language_table, search_words
from kram.paths import KNOWLEDGE, ROOT

SEARCH_P95_MS = 5.0
LOAD_SECONDS = 1.0
_FOLDS = 5
_SMOOTHING = 0.05
_WORD = r"\S+"
_FRESH_LOAD = (
    "import time; began = time.perf_counter(); from kram.knowledge.compiled import open_knowledge; open_knowledge(); "
    "print(time.perf_counter() - began)"
)


class Searcher(Protocol):
    """What is compared."""

    def find(self, normalized: str, limit: int = 12) -> Sequence[Hit]:
        """The nearest points, nearest first."""


class Fts5:
    """SQLite's full-text search with BM25 over the same documents and the same prepared words."""

    def __init__(self, base: KnowledgeBase, words: SearchWords, normalize: Callable[[str], str]) -> None:
        self._words = words
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE VIRTUAL TABLE point USING fts5(entry UNINDEXED, id UNINDEXED, ask, answer, name)")

        def prepared(*texts: str) -> str:
            return " ".join(words.prepare(normalize(text)) for text in texts)

        self._db.executemany(
            "INSERT INTO point VALUES (?, ?, ?, ?, ?)",
            (
                (e.id, p.id, prepared(*p.ask), prepared(p.text), prepared(e.title, *e.aliases))
                for e in base.entries.values()
                for p in e.points
            ),
        )

    def find(self, normalized: str, limit: int = 12) -> Sequence[Hit]:
        """The nearest points, nearest first."""
        words = dict.fromkeys(self._words.prepare(normalized).split())
        query = " OR ".join(f'"{word}"' for word in words if word.isalnum())
        if not query:
            return []
        found = (
            "SELECT entry, id, -bm25(point, 0, 0, 3, 1.5, 1.5) AS score FROM point WHERE point MATCH ? "
            "ORDER BY score DESC LIMIT ?"
        )
        return [Hit(entry, point, float(score)) for entry, point, score in self._db.execute(found, (query, limit))]


class Likelihood:
    """How likely each point is to say these words (multinomial naive Bayes over the same pieces)."""

    def __init__(self, base: KnowledgeBase, words: SearchWords, normalize: Callable[[str], str]) -> None:
        self._words = words
        self._points = [(e.id, p.id) for e in base.entries.values() for p in e.points]
        found = [(e, p) for e in base.entries.values() for p in e.points]
        lines = [
            (words.prepare(normalize(line)), i)
            for i, (e, p) in enumerate(found)
            for line in (*p.ask, p.text, " ".join((e.title, *e.aliases)))
        ]
        self._vectorizer = FeatureUnion(
            [
                ("words", TfidfVectorizer(token_pattern=_WORD, ngram_range=(1, 2), sublinear_tf=True)),
                ("pieces", TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)),
            ]
        )
        rows = self._vectorizer.fit_transform([line for line, _ in lines])
        bayes = MultinomialNB(alpha=_SMOOTHING, fit_prior=False).fit(rows, [i for _, i in lines])
        self._weights = bayes.feature_log_prob_

    def find(self, normalized: str, limit: int = 12) -> Sequence[Hit]:
        """The nearest points, nearest first."""
        row = self._vectorizer.transform([self._words.prepare(normalized)])
        scores = (row @ self._weights.T).ravel()
        return [
            Hit(entry, point, score)
            for score, (entry, point) in sorted(zip(scores, self._points), reverse=True)[:limit]
        ]


@dataclass(frozen=True)
class Finding:
    """How well one way of searching finds."""

    name: str
    left_out_first: float
    first: float
    three: float
    p95_ms: float


def _makers() -> dict[str, Callable[[KnowledgeBase, SearchWords, Callable[[str], str]], Searcher]]:
    return {
        "SQLite FTS5, BM25": Fts5,
        "scikit-learn, naive Bayes": Likelihood,
        "scikit-learn, TF-IDF (chosen)": PointSearch.fit,
    }


def compare(base: KnowledgeBase, tell: Callable[[str], None]) -> list[Finding]:
    """Each way of searching, on the curators' own questions left out and on the held-out ones."""
    normalize, words = search_words(language_table(base))
    held_out = questions(base)
    right = tellers(base)
    left_out = {
        (e.id, p.id, p.ask[-1])
        for i, (e, p) in enumerate((e, p) for e in base.entries.values() for p in e.points)
        if i % _FOLDS == 0
    }
    rest = replace(base, entries={e.id: _without(e, left_out) for e in base.entries.values()})
    findings = []
    for name, make in _makers().items():
        tell(f"search: {name} ...")
        partial, whole = make(rest, words, normalize), make(base, words, normalize)
        own = [_first(partial.find(normalize(ask))) == entry for entry, _, ask in left_out]
        first = three = 0
        times = []
        for question in held_out:
            text = normalize(question.text)
            began = time.perf_counter()
            hits = whole.find(text)
            times.append((time.perf_counter() - began) * 1000)
            entries = list(dict.fromkeys(hit.entry for hit in hits))
            first += bool(set(entries[:1]) & right[question.fact])
            three += bool(set(entries[:3]) & right[question.fact])
        n = len(held_out)
        findings.append(Finding(name, sum(own) / len(own), first / n, three / n, percentile(times, 95)))
    return findings


def _without(entry: Entry, left_out: set[tuple[str, str, str]]) -> Entry:
    points = tuple(
        replace(p, ask=tuple(ask for ask in p.ask if (entry.id, p.id, ask) not in left_out)) for p in entry.points
    )
    return replace(entry, points=points)


def _first(hits: Sequence[Hit]) -> str:
    return hits[0].entry if hits else ""


def load_seconds(compiled: Path) -> tuple[float, float]:
    """(checked from YAML, from the compiled file in a fresh process), imports included in the second."""
    began = time.perf_counter()
    load_knowledge()
    checked = time.perf_counter() - began
    open_knowledge(KNOWLEDGE, compiled)
    open_knowledge()
    fresh = subprocess.run([sys.executable, "-c", _FRESH_LOAD], cwd=ROOT, check=True, capture_output=True, text=True)
    return checked, float(fresh.stdout)


def knowledge_section(compiled: Path, tell: Callable[[str], None]) -> str:
    """The part of ``docs/benchmarks.md`` about knowledge and search."""
    base = load_knowledge()
    found = compare(base, tell)
    checked, fresh = load_seconds(compiled)
    chosen = found[-1]
    lines = [
        "\n## Knowledge and search\n",
        "| way of searching | own, left out: first | held out: first | held out: three | p95 ms |",
        "|---|---:|---:|---:|---:|",
        *(f"| {f.name} | {f.left_out_first:.1%} | {f.first:.1%} | {f.three:.1%} | {f.p95_ms:.2f} |" for f in found),
        "",
        f"*own, left out* are questions of curators, one of each fifth point, taken out before fitting; *held out* are "
        f"the {len(questions(base))} questions of `tests/evaluation/knowledge_*.yml`. Right means that the entry tells "
        "the fact asked for.",
        "",
        f"- Search p95: {chosen.p95_ms:.2f} ms, target <= {SEARCH_P95_MS:g} ms: {_yes(chosen.p95_ms <= SEARCH_P95_MS)}",
        f"- Knowledge load at a start (compiled, fresh process, imports included): {fresh:.2f} s, target <= "
        f"{LOAD_SECONDS:g} s: {_yes(fresh <= LOAD_SECONDS)}; read and checked from YAML: {checked:.2f} s",
    ]
    return "\n".join(lines) + "\n"


def _yes(reached: bool) -> str:
    return "met" if reached else "missed"
