"""Intents by TF-IDF over words and characters, and logistic regression (scikit-learn)."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.nlu.tokenizer import NORMALIZED, SIGNALS

_ARRAYS = "model.npz"
_WORDS = "model.json"
_RANKING = 5
_WORD = r"\S+"


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class TfidfIntentClassifier(GraphComponent, IntentClassifier):
    """Reads the normalised message and what was found in it.

    Word n-grams carry meaning, character n-grams survive typing slips, and the findings make
    "betis" and "sikil" the same thing. The model is stored as plain arrays and JSON: loading it
    can run no code.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``C``: inverse regularisation; ``word`` and ``char``: longest n-gram of each sort."""
        return {"C": 10.0, "word": 2, "char": 5, "signals": True, "max_iter": 200}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._vectorizers: list[TfidfVectorizer] = []
        self._model: LogisticRegression | None = None
        self._scorer: Scorer | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TfidfIntentClassifier:
        """A component before training."""
        return cls(config, model_storage, resource)

    def _fresh_vectorizers(
        self, vocabularies: tuple[dict[str, int] | None, ...] | None = None
    ) -> list[TfidfVectorizer]:
        words, chars, found = vocabularies or (None, None, None)
        common = {"sublinear_tf": True, "lowercase": False, "dtype": np.float32}
        vectorizers = [
            TfidfVectorizer(token_pattern=_WORD, ngram_range=(1, self._config["word"]), vocabulary=words, **common),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, self._config["char"]), vocabulary=chars, **common),
        ]
        if self._config["signals"]:
            vectorizers.append(TfidfVectorizer(token_pattern=_WORD, vocabulary=found, **common))
        return vectorizers

    def _texts(self, messages: list[Message]) -> list[list[str]]:
        plain = [m.get(NORMALIZED) or "" for m in messages]
        return [plain, plain, [m.get(SIGNALS) or "" for m in messages]]

    def _matrix(self, messages: list[Message]) -> sparse.csr_matrix:
        columns = [v.transform(t) for v, t in zip(self._vectorizers, self._texts(messages))]
        return sparse.hstack(columns, format="csr", dtype=np.float32)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on all examples with an intent and store the model."""
        examples = [m for m in training_data.intent_examples if m.get(INTENT) and m.get(TEXT)]
        self._vectorizers = self._fresh_vectorizers()
        for vectorizer, texts in zip(self._vectorizers, self._texts(examples)):
            vectorizer.fit(texts)
        self._model = LogisticRegression(
            C=self._config["C"], max_iter=self._config["max_iter"], class_weight="balanced", random_state=0
        )
        self._model.fit(self._matrix(examples), [m.get(INTENT) for m in examples])
        self._store()
        return self._resource

    def _store(self) -> None:
        model = self._model
        if model is None:
            return
        with self._storage.write_to(self._resource) as folder:
            arrays = {f"idf{i}": v.idf_.astype(np.float32) for i, v in enumerate(self._vectorizers)}
            np.savez(
                folder / _ARRAYS,
                coef=model.coef_.astype(np.float32),
                intercept=model.intercept_.astype(np.float32),
                **arrays,
            )
            vocabularies = [{k: int(i) for k, i in v.vocabulary_.items()} for v in self._vectorizers]
            (folder / _WORDS).write_text(
                json.dumps({"classes": list(model.classes_), "vocabularies": vocabularies}, ensure_ascii=False),
                encoding="utf-8",
            )

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TfidfIntentClassifier:
        """A component from a trained model."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            words = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
            arrays = np.load(folder / _ARRAYS)
            vocabularies = words["vocabularies"]
            component._vectorizers = component._fresh_vectorizers((*vocabularies, None)[:3])
            for i, vectorizer in enumerate(component._vectorizers):
                vectorizer.idf_ = arrays[f"idf{i}"]
            model = LogisticRegression()
            model.classes_ = np.array(words["classes"])
            model.coef_, model.intercept_ = arrays["coef"], arrays["intercept"]
            component._model = model
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking."""
        if self._scorer is None and self._model is not None:
            self._scorer = Scorer(self._vectorizers, self._model)
        for message in messages:
            if self._scorer is None:
                break
            plain, _, found = (texts[0] for texts in self._texts([message]))
            row = self._scorer.probabilities([plain, plain, found])
            if not self._scorer.knows_a_word(plain):
                row = np.full_like(row, 1.0 / len(row))  # letters alone always look like some intent
            order = np.argsort(row)[::-1][:_RANKING]
            ranking = [{"name": self._scorer.classes[i], "confidence": float(row[i])} for i in order]
            message.set("intent", dict(ranking[0]), add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages


class Scorer:
    """Scores one message with a fitted model.

    scikit-learn is made for many rows at once: for a single one it spends most of its time on
    checks and copies of the whole weight matrix. This takes the few hundred weights that the
    message needs. The numbers are the same (a test compares them).
    """

    def __init__(self, vectorizers: list[TfidfVectorizer], model: LogisticRegression) -> None:
        self.classes = [str(name) for name in model.classes_]
        self._parts = []
        offset = 0
        for vectorizer in vectorizers:
            self._parts.append((vectorizer.build_analyzer(), vectorizer.vocabulary_, vectorizer.idf_, offset))
            offset += len(vectorizer.vocabulary_)
        self._weights = np.ascontiguousarray(model.coef_.T, dtype=np.float32)
        self._intercept = np.asarray(model.intercept_, dtype=np.float32)

    def probabilities(self, texts: list[str]) -> Any:
        """Probability of each class.

        Args:
            texts: one text for each vectorizer.
        """
        scores = self._intercept.copy()
        for (analyze, vocabulary, idf, offset), text in zip(self._parts, texts):
            counts = Counter(vocabulary[term] for term in analyze(text) if term in vocabulary)
            if not counts:
                continue
            columns = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
            values = (1.0 + np.log(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))) * idf[columns]
            scores += (values / np.linalg.norm(values)) @ self._weights[columns + offset]
        odds = np.exp(scores - scores.max())
        return odds / odds.sum()

    def knows_a_word(self, text: str) -> bool:
        """Whether any whole word of the text stood in the training data."""
        vocabulary = self._parts[0][1]
        return any(word in vocabulary for word in text.split())
