"""Classifiers side by side: ours, and what Rasa has in stock."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from ruamel.yaml import YAML
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from bench.massive import Row
from bot.nlu.classifier import TfidfIntentClassifier, fit_linear
from bot.nlu.features import Features, Scorer
from bot.nlu.tokenizer import signals
from kram.language.model import Token
from kram.language.reader import Reader
from kram.language.spelling import Speller

Predict = Callable[[Sequence[str]], list[str]]
FOLDS = 5
_EPOCHS = 100
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True)
class Score:
    """Share of right intents, and seconds to train."""

    accuracy: float
    train_s: float


@dataclass(frozen=True)
class Measured:
    """One classifier on one exam.

    Attributes:
        name: of the classifier.
        exam: what it was tested on.
        accuracy: share of right intents.
        train_s: seconds to train.
    """

    name: str
    exam: str
    accuracy: float
    train_s: float


class Ours:
    """The component of the project, without Rasa around it.

    Args:
        reader: the language layer; without one the words are read as they are typed, in small letters.
        outside: intents of what lies outside.
        bias: what is added to their score.
        balanced: small intents count as much as large ones.
    """

    def __init__(
        self, reader: Reader | None, outside: Collection[str] = (), bias: float = 0.0, *, balanced: bool = True
    ) -> None:
        self.name = f"TF-IDF, two linear models (ours{'' if reader else ', plain words'})"
        self._balanced = balanced
        self._reader = reader
        self._outside = outside
        self._bias = bias

    def fit(self, rows: Sequence[Row]) -> Predict:
        """Train on texts with intents."""
        texts = [self._read(text) for text, _ in rows]
        features = Features()
        config = {**TfidfIntentClassifier.get_default_config(), "balanced": self._balanced}
        classes, weights, intercepts = fit_linear(features.fit(texts), [intent for _, intent in rows], config)
        intercepts += np.array([self._bias * (name in self._outside) for name in classes])
        scorer = Scorer(features, weights, intercepts)
        speller = Speller.learn(self._tokens(text) for text, _ in rows)

        def predict(messages: Sequence[str]) -> list[str]:
            read = (self._read(message) for message in messages)
            return [classes[int(np.argmax(scorer.scores(speller.repair(words), found)))] for words, found in read]

        return predict

    def _tokens(self, text: str) -> Sequence[Token]:
        if self._reader is None:
            return [Token(word, word, i, i) for i, word in enumerate(_WORDS.findall(text.lower()))]
        return self._reader.read(text).tokens

    def _read(self, text: str) -> tuple[str, str]:
        if self._reader is None:
            return " ".join(_WORDS.findall(text.lower())), ""
        analysis = self._reader.read(text)
        return analysis.normalized, signals(analysis)


class CountVectors:
    """What Rasa's documentation recommends for a light bot: word and character counts, logistic regression."""

    name = "CountVectors + LogisticRegression (stock)"

    def fit(self, rows: Sequence[Row]) -> Predict:
        """Train on texts with intents."""
        vectorizers = [CountVectorizer(), CountVectorizer(analyzer="char_wb", ngram_range=(1, 4))]
        texts = [text for text, _ in rows]
        counts = sparse.hstack([v.fit_transform(texts) for v in vectorizers], format="csr")
        model = LogisticRegression(solver="lbfgs", max_iter=100, class_weight="balanced", random_state=0)
        model.fit(counts, [intent for _, intent in rows])

        def predict(messages: Sequence[str]) -> list[str]:
            return list(model.predict(sparse.hstack([v.transform(messages) for v in vectorizers], format="csr")))

        return predict


class Diet:
    """The stock pipeline: DIET with its usual features, trained and used through Rasa."""

    name = "DIET (stock)"

    def fit(self, rows: Sequence[Row]) -> Predict:
        """Train in a process of its own; predict in another one, on a file of messages."""
        folder = Path(tempfile.mkdtemp(prefix="diet-"))
        by_intent: dict[str, list[str]] = {}
        for text, intent in rows:
            by_intent.setdefault(intent, []).append(" ".join(text.split()))
        examples = [
            {"intent": intent, "examples": "".join(f"- {text}\n" for text in texts)}
            for intent, texts in by_intent.items()
        ]
        yaml = YAML()
        with (folder / "nlu.yml").open("w", encoding="utf-8") as out:
            yaml.dump({"version": "3.1", "nlu": examples}, out)
        with (folder / "config.yml").open("w", encoding="utf-8") as out:
            yaml.dump({"recipe": "default.v1", "language": "id", "pipeline": _STOCK, "policies": []}, out)
        _rasa(folder, "train", "nlu.yml")

        def predict(messages: Sequence[str]) -> list[str]:
            srsly.write_json(folder / "messages.json", list(messages))
            _rasa(folder, "predict", "messages.json")
            given: Any = srsly.read_json(folder / "intents.json")
            shutil.rmtree(folder, ignore_errors=True)
            return list(given)

        return predict


_STOCK: list[dict[str, Any]] = [
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {"name": "DIETClassifier", "epochs": _EPOCHS, "constrain_similarities": True, "random_seed": 0},
]


def _rasa(folder: Path, what: str, file: str) -> None:
    command = [sys.executable, "-m", "bench.stock_nlu", what, str(folder), file]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def examine(
    fit: Callable[[Sequence[Row]], Predict], rows: Sequence[Row], test: Sequence[tuple[str, frozenset[str]]]
) -> Score:
    """Train, then count how often the intent is one of those that are right.

    Args:
        fit: trains.
        rows: what to train on.
        test: texts, each with its right intents.
    """
    started = time.perf_counter()
    predict = fit(rows)
    trained = time.perf_counter()
    given = predict([text for text, _ in test])
    right = sum(intent in intents for intent, (_, intents) in zip(given, test))
    return Score(right / len(test), trained - started)


def cross_validate(fit: Callable[[Sequence[Row]], Predict], rows: Sequence[Row]) -> Score:
    """Train on four fifths and test on the rest, five times."""
    shuffled = list(rows)
    random.Random(0).shuffle(shuffled)
    scores = []
    for fold in range(FOLDS):
        test = [(text, frozenset({intent})) for text, intent in shuffled[fold::FOLDS]]
        scores.append(examine(fit, [row for i, row in enumerate(shuffled) if i % FOLDS != fold], test))
    return Score(sum(s.accuracy for s in scores) / FOLDS, sum(s.train_s for s in scores) / FOLDS)


class Results:
    """What was measured, kept in a file: a run that was broken off goes on where it stopped.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[str, list[float]] = dict(srsly.read_json(path)) if path.exists() else {}  # type: ignore[arg-type]
        self.measured: list[Measured] = []

    def add(self, name: str, exam: str, rows: Sequence[Row], measure: Callable[[], Score]) -> None:
        """Measure, unless that was done with the same examples.

        Args:
            name: of the classifier.
            exam: what it is tested on.
            rows: what it is trained on.
            measure: does it.
        """
        key = _key(name, exam, rows)
        if key not in self._kept:
            score = measure()
            self._kept[key] = [score.accuracy, score.train_s]
            self._path.parent.mkdir(exist_ok=True)
            srsly.write_json(self._path, self._kept)
        self._take(name, exam, key)

    def recall(self, name: str, exam: str, rows: Sequence[Row]) -> None:
        """Take what was measured before with the same examples, when anything was."""
        key = _key(name, exam, rows)
        if key in self._kept:
            self._take(name, exam, key)

    def _take(self, name: str, exam: str, key: str) -> None:
        accuracy, seconds = self._kept[key]
        self.measured.append(Measured(name, exam, accuracy, seconds))
        print(f"[eval] {exam}: {name} {accuracy:.1%}, {seconds:.0f} s", file=sys.stderr)


def _key(name: str, exam: str, rows: Sequence[Row]) -> str:
    return f"{name} | {exam} | {hashlib.blake2b(repr(rows).encode(), digest_size=8).hexdigest()}"
