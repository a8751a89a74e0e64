"""The classifier's own way of scoring one message against scikit-learn's."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.nlu.classifier import Scorer

pytestmark = pytest.mark.slow

TEXTS = ["betis kram malam", "kenapa betis kram", "halo dokter", "terima kasih dokter", "boleh minum magnesium", "kram"]
CLASSES = ["keluhan", "sebab", "sapaan", "terima", "boleh", "keluhan"]


@pytest.fixture(scope="module")
def fitted() -> tuple[list[TfidfVectorizer], LogisticRegression]:
    vectorizers = [
        TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True),
    ]
    matrix = sparse.hstack([v.fit_transform(TEXTS) for v in vectorizers]).tocsr()
    return vectorizers, LogisticRegression(C=10.0).fit(matrix, CLASSES)


@pytest.mark.parametrize("text", [*TEXTS, "betis betis betis kram kram", "kata yang tak dikenal sama sekali", ""])
def test_one_row_is_scored_as_scikit_learn_scores_it(fitted, text: str) -> None:
    vectorizers, model = fitted

    ours = Scorer(vectorizers, model).probabilities([text, text])

    theirs = model.predict_proba(sparse.hstack([v.transform([text]) for v in vectorizers]))[0]
    assert np.allclose(ours, theirs, atol=1e-4)


def test_letters_that_make_no_known_word_are_not_known(fitted) -> None:
    scorer = Scorer(*fitted)

    assert scorer.knows_a_word("halo qwe")
    assert not scorer.knows_a_word("qwe rty")
