"""Terms of one text, beside what scikit-learn makes of it."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from kram.knowledge.terms import Terms

_FITTED_TO = ("betis kram malam", "kenapa betis kram", "boleh minum magnesium", "kram di kaki kiri malam hari")
_WAYS = (
    {"token_pattern": r"\S+"},
    {"token_pattern": r"\S+", "ngram_range": (1, 2)},
    {"analyzer": "char_wb", "ngram_range": (3, 5)},
)


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("text", [*_FITTED_TO, "kram kram kram betis kram", "kramnya di betis", "asing", "a", ""])
def test_a_text_is_weighed_as_scikit_learn_weighs_it(way, text):
    vectorizer = TfidfVectorizer(sublinear_tf=True, lowercase=False, norm=None, **way).fit(_FITTED_TO)

    columns, weights = Terms(vectorizer).weigh(text)

    theirs = vectorizer.transform([text]).toarray()[0]
    assert sorted(columns) == list(np.flatnonzero(theirs))
    assert np.allclose(weights, theirs[columns])
