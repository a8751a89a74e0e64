"""The classifier: its own way of scoring one message against scikit-learn's, and what it does with slips."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from bot.nlu.classifier import TfidfIntentClassifier, fit_linear
from bot.nlu.features import VIEWS, Features, Scorer

pytestmark = pytest.mark.slow

TEXTS = ["betis kram malam", "kenapa betis kram", "halo dokter", "terima kasih dokter", "boleh minum magnesium", "kram"]
CLASSES = ["keluhan", "sebab", "sapaan", "terima", "boleh", "keluhan"]
SIGNALS = ["temuan:kram_betis", "temuan:kram_betis tanda:tanya", "", "", "remedi:magnesium", "temuan:kram_tak_jelas"]
CONFIG = TfidfIntentClassifier.get_default_config()


@pytest.fixture(scope="module")
def features() -> Features:
    fitted = Features()
    fitted.fit(list(zip(TEXTS, SIGNALS)))
    return fitted


@pytest.fixture(scope="module")
def rows(features):
    def transform(texts):
        columns = [
            vectorizer.transform([view.text(*text) for text in texts]) * view.weight
            for view, vectorizer in zip(VIEWS, features.vectorizers)
        ]
        return sparse.hstack(columns, format="csr")

    return transform


@pytest.mark.parametrize("text", [*TEXTS, "betis betis betis kram kram", "kata yang tak dikenal sama sekali", ""])
def test_one_message_is_scored_as_scikit_learn_scores_it(features, rows, text: str) -> None:
    fitted_on = rows(list(zip(TEXTS, SIGNALS)))
    classes, weights, intercepts = fit_linear(fitted_on, CLASSES, CONFIG)
    logistic = LogisticRegression(C=CONFIG["C"], solver="liblinear", dual=True, class_weight="balanced", random_state=0)
    logistic.fit(fitted_on, CLASSES)
    margin = LinearSVC(C=CONFIG["svm_C"], class_weight="balanced", random_state=0).fit(fitted_on, CLASSES)

    ours = Scorer(features, weights, intercepts).scores(text, "temuan:kram_betis")

    row = rows([(text, "temuan:kram_betis")])
    theirs = logistic.decision_function(row)[0] + CONFIG["svm_weight"] * margin.decision_function(row)[0]
    assert classes == list(logistic.classes_) == list(margin.classes_)
    assert np.allclose(ours, theirs, atol=1e-3)


def test_order_matters_less_than_words(features) -> None:
    words, pairs = VIEWS[0], VIEWS[3]

    assert words.text("kram betis", "") != words.text("betis kram", "")
    assert pairs.text("kram betis", "") == pairs.text("betis kram", "")
