"""The evaluation sets are held out: nothing in them was trained on, not even almost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from rapidfuzz import fuzz, process

from kram.knowledge.yaml_files import read_yaml
from kram.paths import ROOT

_NEAR = 90
_ENOUGH_WORDS = 4
_EVALUATION = sorted((ROOT / "tests" / "evaluation").glob("*.yml"))
_TRAINING = sorted((ROOT / "data" / "nlu").glob("*.yml"))


def texts(content: Any) -> Iterator[str]:
    """Every value of a key ``text``, however deep."""
    if isinstance(content, dict):
        yield from (value for key, value in content.items() if key == "text")
    for part in content.values() if isinstance(content, dict) else content if isinstance(content, list) else ():
        yield from texts(part)


@pytest.fixture(scope="module")
def held_out() -> list[str]:
    """The texts of the evaluation sets that are long enough to be somebody's own words."""
    found = {text for path in _EVALUATION for text in texts(read_yaml(path))}
    return sorted(text for text in found if len(text.split()) >= _ENOUGH_WORDS)


@pytest.fixture(scope="module")
def trained_on(base) -> list[str]:
    """The training examples, and the questions that the search is fitted to."""
    blocks = [block for path in _TRAINING for block in read_yaml(path)["nlu"]]
    lines = [line for block in blocks for line in block["examples"].splitlines()]
    examples = {line[2:].strip() for line in lines if line.startswith("- ")}
    asks = {ask for entry in base.entries.values() for point in entry.points for ask in point.ask}
    return sorted(examples | asks)


def test_there_is_something_to_compare(held_out, trained_on):
    assert len(held_out) > 1_200
    assert len(trained_on) > 10_000


def test_no_question_about_the_knowledge_is_the_name_of_an_entry(base):
    names = {name.lower() for entry in base.entries.values() for name in (entry.title, *entry.aliases)}
    questions = {text for path in _EVALUATION if path.stem.startswith("knowledge") for text in texts(read_yaml(path))}

    assert len(questions) == 850
    assert {text for text in questions if text.lower().strip(" ?") in names} == set()


def test_no_text_of_the_evaluation_sets_is_equal_or_near_to_a_training_example(held_out, trained_on, real_normalizer):
    def normalized(text: str) -> str:
        return " ".join(token.norm for token in real_normalizer.tokens(text) if not token.is_punct)

    scores = process.cdist(
        [normalized(text) for text in held_out],
        [normalized(text) for text in trained_on],
        scorer=fuzz.token_sort_ratio,
        score_cutoff=_NEAR,
        workers=-1,
        dtype=np.uint8,
    )

    pairs = [f"{scores[i, j]:.0f}: {held_out[i]!r} ~ {trained_on[j]!r}" for i, j in zip(*scores.nonzero())]
    assert not pairs, "\n".join(pairs)


@pytest.mark.parametrize("path", _EVALUATION, ids=lambda path: path.stem)
def test_no_text_of_an_evaluation_set_is_there_twice(path):
    found = Counter(texts(read_yaml(path)))

    assert found
    assert [text for text, times in found.items() if times > 1 and len(text.split()) >= _ENOUGH_WORDS] == []
