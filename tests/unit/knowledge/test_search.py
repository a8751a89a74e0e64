"""Finding entries by the words of a question."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kram.knowledge.base import load_knowledge
from kram.knowledge.search import TopicIndex
from tests.unit.builders import real_knowledge, write_knowledge


@pytest.fixture(scope="module")
def small_index(tmp_path_factory):
    """An index over two entries."""
    return TopicIndex(load_knowledge(write_knowledge(tmp_path_factory.mktemp("search") / "knowledge")))


def test_an_entry_is_found_by_a_word_of_its_aliases(small_index):
    assert small_index.search("boleh urut kaki")[0] == "pijat"


def test_capital_letters_do_not_matter(small_index):
    assert small_index.search("URUT") == ["pijat"]


def test_a_title_counts_more_than_a_sentence(small_index):
    assert small_index.search("kram") == ["kram-umum"]
    assert small_index.search("pelan kram")[0] == "kram-umum"


def test_words_that_stand_nowhere_find_nothing(small_index):
    assert small_index.search("helikopter") == []


@pytest.mark.parametrize("query", ["", "  ", "di ke", "?!", "a b"])
def test_a_question_without_words_of_three_letters_finds_nothing(small_index, query):
    assert small_index.search(query) == []


def test_no_more_are_found_than_asked_for(small_index):
    assert len(small_index.search("kaki pelan")) == 2
    assert len(small_index.search("kaki pelan", limit=1)) == 1


@pytest.mark.parametrize(
    "query",
    [
        'urut" OR "kram',
        "urut'; DROP TABLE topic; --",
        "urut AND NOT",
        "NEAR(urut kram)",
        "title:urut",
        "urut*",
        "(urut",
        "^urut",
        "urut - + : {} []",
        "urut \x00 \ud83d",
    ],
)
def test_special_characters_and_sql_are_only_words(small_index, query):
    found = small_index.search(query)

    assert "pijat" in found
    assert "pijat" in small_index.search("urut")


@given(query=st.text(max_size=60))
@example('"')
@example("aaa" * 2000)
def test_any_text_is_safe_to_search_for(small_index, query):
    found = small_index.search(query)

    assert set(found) <= {"pijat", "kram-umum"}


@pytest.mark.parametrize("entry", real_knowledge().entries.values(), ids=lambda entry: entry.id)
def test_every_entry_is_among_the_best_for_its_own_title(index, entry):
    assert entry.id in index.search(entry.title)
