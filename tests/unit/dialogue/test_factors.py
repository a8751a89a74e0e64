"""What people tell of themselves is what may play a part in their cramps: it is told back to who asks why."""

from __future__ import annotations

import pytest

from kram.dialogue.factors import factors_told, unsaid
from kram.dialogue.respond import respond
from kram.dialogue.scene import Scene
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.state import Asked, Change, Conversation, Turn, remember_all
from kram.knowledge.model import KnowledgeBase
from kram.language.model import Mention
from kram.triage.engine import decide
from tests.unit.builders import finding, population

CRAMP = finding("kram_betis")


def told(base: KnowledgeBase, words: str, *mentions: Mention) -> list[str]:
    turn = Turn(words, "tanya_penyebab", 1.0, mentions=(CRAMP, *mentions), normalized=words)
    memory, _ = remember_all(Conversation(), turn, {})
    scene = Scene(base, memory, turn, Change(), decide(base.triage, set(), frozenset()))
    return [one.spoken for one in factors_told(scene)]


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("sepatu boot saya agak kekecilan malam kram", "sepatu yang sempit"),
        ("kerja berdiri terus di toko malam kram", "berdiri lama"),
        ("malas minum air kalau kerja betis kram", "kurang minum, walau itu belum terbukti"),
        ("sering begadang main gim betis kram", "kurang tidur"),
        ("saya perokok betis kram", "merokok"),
    ],
)
def test_what_is_told_is_found(base, words, spoken):
    assert spoken in told(base, words)


@pytest.mark.parametrize(
    "words",
    [
        "saya tidak kurang minum tapi betis kram",
        "betis kram apa karena kurang tidur ya",
        "jarang minum obat betis kram",
        "minum kopi susu betis kram",
        "kurang tidur karena kram betis",
        "sepatu baru saya bagus",
    ],
)
def test_what_is_denied_asked_or_something_else_is_not(base, words):
    assert told(base, words) == []


def test_at_most_three_are_told(base):
    many = "perokok kegemukan begadang malas olahraga jarang minum sepatu sempit berdiri terus"
    assert len(told(base, many, population("lansia"))) == 3


def test_what_the_answer_says_is_not_said_again(base):
    turn = Turn("", "tanya_penyebab", 1.0, mentions=(CRAMP,), normalized="kerja berdiri terus sering begadang")
    memory, _ = remember_all(Conversation(), turn, {})
    scene = Scene(base, memory, turn, Change(), decide(base.triage, set(), frozenset()))

    left = unsaid(factors_told(scene), "Berdiri lama bisa membuat otot lelah.")

    assert [one.spoken for one in left] == ["kurang tidur"]


def test_who_asks_just_why_hears_what_they_told_first(base):
    text = "saya perokok berat, sepatu sempit. kenapa kram ya"
    turn = Turn(
        text, "tanya_penyebab", 1.0, mentions=(CRAMP,), normalized=text.replace(",", "").replace(".", ""),
        asked=(Asked("kenapa kram ya", 34, 48, ()),),
    )  # fmt: skip

    answer = respond(base, Conversation(), turn, answer_need).answer

    first = "Yang mungkin ikut berperan dari cerita ini: sepatu yang sempit dan merokok."
    assert answer.blocks[0].text.startswith(first)
    assert {"CE04", "CE629"} <= set(answer.evidence)


def test_who_asks_about_one_thing_hears_of_that(base):
    text = "kerja duduk terus sepatu sempit apa asam urat bikin kram"
    turn = Turn(text, "tanya_penyebab", 1.0, mentions=(CRAMP,), normalized=text, asked=(Asked(text[31:], 31, 56, ()),))

    assert "ikut berperan dari cerita" not in respond(base, Conversation(), turn, answer_need).answer.blocks[0].text
