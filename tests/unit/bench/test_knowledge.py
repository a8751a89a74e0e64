"""How answers to held-out questions are judged and counted."""

from __future__ import annotations

import pytest

from bench.knowledge import Question, Result, judge, questions, shares, table, tellers
from kram.answers.answer import MAX_CHARACTERS
from kram.knowledge.base import load_knowledge
from tests.unit.builders import write_knowledge

_ANSWER = "Kram betis sekitar 10 menit."


def question(fact: str = "F137", kind: str = "durasi", register: str = "chat", key=(r"\b10\b", "betis")) -> Question:
    return Question(f"{fact}c", fact, kind, register, "brp lama kram", tuple(key))


def result(asked: Question, *, first: bool = False, three: bool = False, told: bool = False) -> Result:
    return Result(asked, first, three, told, length=100, search_ms=1.0)


# --- judging one answer ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "first", "three"),
    [
        pytest.param(["kram", "pijat"], True, True, id="first"),
        pytest.param(["pijat", "kram"], False, True, id="second"),
        pytest.param(["pijat", "kina", "kram"], False, True, id="third"),
        pytest.param(["pijat", "kina", "magnesium", "kram"], False, False, id="fourth"),
        pytest.param(["pijat", "pijat", "kina", "kram"], False, True, id="third after an entry that came twice"),
        pytest.param(["pijat"], False, False, id="not among them"),
        pytest.param([], False, False, id="nothing found"),
    ],
)
def test_an_entry_that_tells_the_fact_counts_when_it_is_first_or_among_the_first_three(entries, first, three):
    judged = judge(question(), entries, {"kram", "tidur"}, _ANSWER, 1.0)

    assert (judged.first, judged.three) == (first, three)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        pytest.param(_ANSWER, True, id="figure and word"),
        pytest.param("BETIS: 10 menit.", True, id="in capital letters"),
        pytest.param("Kram betis 100 menit.", False, id="another figure"),
        pytest.param("Kram sekitar 10 menit.", False, id="no word"),
        pytest.param("", False, id="no answer"),
    ],
)
def test_an_answer_is_told_when_it_holds_every_key(answer, told):
    assert judge(question(), ["kram"], {"kram"}, answer, 1.0).told is told


@pytest.mark.parametrize(("length", "told"), [(900, True), (901, False)])
def test_an_answer_of_more_than_nine_hundred_characters_is_not_told(length, told):
    judged = judge(question(), ["kram"], {"kram"}, _ANSWER.ljust(length, "."), 1.0)

    assert MAX_CHARACTERS == 900
    assert (judged.told, judged.length) == (told, length)


def test_an_answer_is_told_whatever_the_search_found():
    judged = judge(question(), ["pijat"], {"kram"}, _ANSWER, 1.0)

    assert (judged.told, judged.three) == (True, False)


def test_the_result_keeps_what_came_back():
    judged = judge(question(), iter(["a", "b", "a", "c", "d"]), {"kram"}, _ANSWER, 2.5)

    assert judged.entries == ("a", "b", "c")
    assert (judged.answer, judged.search_ms) == (_ANSWER, 2.5)


# --- counting ----------------------------------------------------------------------------------------------


@pytest.fixture
def results():
    """Four questions about facts of articles and one about evidence."""
    return [
        result(question(register="formal"), first=True, three=True, told=True),
        result(question(register="formal"), three=True, told=True),
        result(question(register="chat"), three=True, told=True),
        result(question(kind="angka", register="chat")),
        result(question("CE11", "bukti: dasar", "formal"), first=True, three=True),
    ]


def test_the_shares_are_those_of_the_questions_about_articles(results):
    assert shares(results) == {"first": 0.25, "three": 0.75, "told": 0.75}


def test_the_shares_of_no_questions_are_none():
    assert shares([]) == {"first": 0, "three": 0, "told": 0}


def test_questions_about_evidence_alone_have_no_share(results):
    assert shares(results[-1:]) == {"first": 0, "three": 0, "told": 0}


def test_the_table_has_a_row_for_each_kind_each_register_and_each_set(results):
    header, *rows = table(results)

    assert header.split() == ["kind", "n", "first", "three", "told"]
    assert [(row[:42].rstrip(), row[42:].split()) for row in rows] == [
        ("angka", ["1", "0.0%", "0.0%", "0.0%"]),
        ("bukti: dasar", ["1", "100.0%", "100.0%", "0.0%"]),
        ("durasi", ["3", "33.3%", "100.0%", "100.0%"]),
        ("the articles' facts, formal", ["2", "50.0%", "100.0%", "100.0%"]),
        ("the articles' facts, chat", ["2", "0.0%", "50.0%", "50.0%"]),
        ("the articles' facts", ["4", "25.0%", "75.0%", "75.0%"]),
        ("medical evidence, formal", ["1", "100.0%", "100.0%", "0.0%"]),
        ("medical evidence", ["1", "100.0%", "100.0%", "0.0%"]),
    ]


def test_the_columns_of_the_table_stand_below_each_other(results):
    assert len({len(line) for line in table(results)}) == 1


# --- what is asked -----------------------------------------------------------------------------------------


def test_a_fact_is_told_by_every_entry_that_rests_on_it(tmp_path):
    small = load_knowledge(write_knowledge(tmp_path / "knowledge"))

    assert tellers(small) == {"F001": {"kram-umum"}, "CE01": {"kram-umum", "pijat"}, "CE02": {"pijat"}}


def test_every_fact_of_the_articles_is_asked_for_and_every_question_can_be_answered(base):
    asked = questions(base)

    assert {q.fact for q in asked if q.of_an_article} == base.facts.keys()
    assert [q.id for q in asked if not q.key or q.fact not in tellers(base)] == []
