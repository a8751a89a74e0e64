"""Intents by TF-IDF and two linear models (scikit-learn)."""

from __future__ import annotations

import json
from collections.abc import Sequence
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
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from bot.nlu.features import Features, Scorer
from bot.nlu.tokenizer import ANALYSIS, NORMALIZED, SIGNALS
from kram.language.spelling import Speller

_ARRAYS = "model.npz"
_WORDS = "model.json"
_RANKING = 5


def fit_linear(rows: Any, labels: Sequence[str], config: dict[str, Any]) -> tuple[list[str], Any, Any]:
    """Fit both models and add them up.

    Logistic regression is the better one with few examples, the support vector machine with
    many; both are linear, so their sum is one more linear model and costs nothing to use.

    Args:
        rows: messages x terms.
        labels: the intent of each.
        config: see `TfidfIntentClassifier.get_default_config`.

    Returns:
        The classes, the weights (classes x terms), and the intercepts.
    """
    balanced = "balanced" if config["balanced"] else None
    # One class against the rest, in the dual: there are far fewer messages than terms. As good as the
    # multinomial solver on both exams of ``docs/nlu.md``, in a fifth of its time.
    logistic = LogisticRegression(
        C=config["C"], solver="liblinear", dual=True, class_weight=balanced, random_state=0
    ).fit(rows, labels)
    margin = LinearSVC(C=config["svm_C"], class_weight=balanced, random_state=0).fit(rows, labels)
    share = config["svm_weight"]
    weights = (logistic.coef_ + share * margin.coef_).astype(np.float32)
    intercepts = (logistic.intercept_ + share * margin.intercept_).astype(np.float32)
    return [str(name) for name in logistic.classes_], weights, intercepts


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class TfidfIntentClassifier(GraphComponent, IntentClassifier):
    """Reads the normalised message and what was found in it (see `bot.nlu.features`).

    The model is stored as plain arrays and JSON: loading it can run no code.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The options.

        ``C``, ``svm_C``: inverse regularisation of the two models; ``svm_weight``: what the second
        counts beside the first; ``balanced``: small intents count as much as large ones;
        ``temperature``: divides the scores so that the confidences are honest; ``outside``: intents
        of what lies outside, and ``outside_bias``: what is added to their score, because taking a
        stranger's question for ours is the commoner mistake.
        """
        return {
            "C": 6.0,
            "svm_C": 0.4,
            "svm_weight": 4.0,
            "balanced": True,
            "temperature": 1.5,
            "outside": [],
            "outside_bias": 0.0,
        }

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._features = Features()
        self._speller = Speller((), {})
        self._classes: list[str] = []
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

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on all examples with an intent and store the model."""
        examples = [m for m in training_data.intent_examples if m.get(INTENT) and m.get(TEXT)]
        texts = [(m.get(NORMALIZED) or "", m.get(SIGNALS) or "") for m in examples]
        rows = self._features.fit(texts)
        classes, weights, intercepts = fit_linear(rows, [m.get(INTENT) for m in examples], self._config)
        intercepts += np.array([self._config["outside_bias"] * (name in self._config["outside"]) for name in classes])
        speller = Speller.learn(analysis.tokens for m in examples if (analysis := m.get(ANALYSIS)))
        vectorizers = self._features.vectorizers
        with self._storage.write_to(self._resource) as folder:
            arrays = {f"idf{i}": v.idf_.astype(np.float32) for i, v in enumerate(vectorizers)}
            np.savez(folder / _ARRAYS, weights=weights, intercepts=intercepts, **arrays)
            vocabularies = [{k: int(i) for k, i in v.vocabulary_.items()} for v in vectorizers]
            content = {"classes": classes, "spelling": speller.to_dict(), "vocabularies": vocabularies}
            (folder / _WORDS).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        self._use(self._features, classes, weights, intercepts, speller)
        return self._resource

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
            content = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
            arrays = np.load(folder / _ARRAYS)
            features = Features(content["vocabularies"])
            for i, vectorizer in enumerate(features.vectorizers):
                vectorizer.idf_ = arrays[f"idf{i}"]
            speller = Speller.from_dict(content["spelling"])
            component._use(features, content["classes"], arrays["weights"], arrays["intercepts"], speller)
        return component

    def _use(self, features: Features, classes: list[str], weights: Any, intercepts: Any, speller: Speller) -> None:
        self._features = features
        self._classes = classes
        self._speller = speller
        self._scorer = Scorer(features, weights, intercepts)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking."""
        for message in messages:
            if self._scorer is None:
                break
            normalized = self._speller.repair(message.get(NORMALIZED) or "")
            row = self._probabilities(normalized, message.get(SIGNALS) or "")
            order = np.argsort(row)[::-1][:_RANKING]
            ranking = [{"name": self._classes[i], "confidence": float(row[i])} for i in order]
            message.set("intent", dict(ranking[0]), add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _probabilities(self, normalized: str, signals: str) -> Any:
        """Probability of each class; all alike when no word is known, for letters always look like something."""
        if self._scorer is None or not self._speller.knows_any(normalized):
            return np.full(len(self._classes), 1.0 / len(self._classes), dtype=np.float32)
        scores = self._scorer.scores(normalized, signals) / self._config["temperature"]
        odds = np.exp(scores - scores.max())
        return odds / odds.sum()
