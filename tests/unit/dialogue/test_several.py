"""Several questions in one message: each is answered by its own words, in the order of the message."""

from __future__ import annotations

import pytest

from kram.answers.answer import MAX_CHARACTERS
from kram.dialogue.respond import respond
from kram.dialogue.scene import Outcome
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.state import Asked, Conversation, Turn
from kram.knowledge.model import Hit
from kram.language.model import Kind, Mention
from tests.unit.builders import finding, population

POTASSIUM = Hit("kalium-rendah", "kalium-rendah-dan-kram", 0.33)
BLOOD_TEST = Hit("tes-darah-dan-urine", "perlu-tes-darah-atau-tidak", 0.28)
DRUG = Hit("obat-kram-aman", "tanpa-penyakit", 0.31)
STORY = "sudah dua minggu hampir tiap malam betis kanan saya kram sampai teriak istri saya bangun"


def asked(text: str, *hits: Hit, start: int = 0, end: int = 0) -> Asked:
    return Asked(text, start, end, hits)


def reply(base, *questions: Asked, intent: str = "lapor_keluhan", mentions: tuple[Mention, ...] = ()) -> Outcome:
    text = f"{STORY} {' '.join(q.text for q in questions)}"
    found = (finding("kram_betis"), finding("kram_sering"), *mentions)
    turn = Turn(text, intent, mentions=found, normalized=text, asked=questions)
    return respond(base, Conversation(), turn, answer_need)


def text_of(base, hit: Hit) -> str:
    return base.entry(hit.entry).point(hit.point).text.split(".")[0]


def test_three_questions_get_three_answers_in_their_order(base):
    answer = reply(
        base,
        asked("apa kurang kalium", POTASSIUM),
        asked("perlu cek darah", BLOOD_TEST),
        asked("pereda nyeri yang mana", DRUG),
    ).answer

    places = [answer.text.find(text_of(base, hit)) for hit in (POTASSIUM, BLOOD_TEST, DRUG)]
    assert -1 not in places and places == sorted(places)
    assert len(answer.text) <= MAX_CHARACTERS
    assert answer.topics[:3] == ("kalium-rendah", "tes-darah-dan-urine", "obat-kram-aman")


def test_the_sources_cover_every_answer(base):
    answer = reply(base, asked("apa kurang kalium", POTASSIUM), asked("perlu cek darah", BLOOD_TEST)).answer

    for hit in (POTASSIUM, BLOOD_TEST):
        assert set(base.entry(hit.entry).point(hit.point).evidence) <= set(answer.evidence)


def test_a_question_without_a_subject_is_answered_by_the_situation(base):
    answer = reply(base, asked("apa normal"), asked("perlu cek darah", BLOOD_TEST)).answer

    assert "berbahaya" in answer.blocks[0].text
    assert text_of(base, BLOOD_TEST) in answer.text


def test_one_question_at_the_end_of_a_story_is_answered_by_its_own_words(base):
    answer = reply(base, asked("perlu cek darah", BLOOD_TEST)).answer

    assert answer.text.startswith(text_of(base, BLOOD_TEST))


@pytest.mark.parametrize("score", [0.05, 0.16])
def test_a_question_that_nothing_is_near_to_leaves_the_answer_to_the_story(base, score):
    answer = reply(base, asked("perlu opname", Hit(BLOOD_TEST.entry, BLOOD_TEST.point, score))).answer

    assert text_of(base, BLOOD_TEST) not in answer.text


def test_what_the_person_must_not_take_is_no_answer(base):
    unfit = Hit("magnesium", "magne-b6", 0.4)

    answer = reply(
        base,
        asked("magnesium bagus tidak", unfit),
        asked("perlu cek darah", BLOOD_TEST),
        mentions=(population("ginjal"),),
    ).answer

    assert text_of(base, unfit) not in answer.text


def test_a_remedy_that_leave_is_asked_for_gets_its_verdict_by_name(base):
    banana = Mention(Kind.REMEDY, "pisang_makanan", "pisang", 10, 16)

    answer = reply(
        base,
        asked("boleh makan pisang", start=5, end=16),
        asked("perlu cek darah", BLOOD_TEST, start=20, end=40),
        mentions=(banana,),
    ).answer

    assert answer.text.startswith(f"{base.remedies['pisang_makanan'].name}: ")
    assert text_of(base, BLOOD_TEST) in answer.text


def test_a_danger_takes_the_turn_over_whatever_is_asked(base):
    answer = reply(base, asked("perlu cek darah", BLOOD_TEST), mentions=(finding("sesak_napas"),)).answer

    assert answer.level.urgent
    assert text_of(base, BLOOD_TEST) not in answer.text


def test_two_halves_of_one_question_get_the_point_that_the_whole_message_is_about(base):
    risk = Hit("sumbatan-nadi-kaki", "risiko-jantung-stroke", 0.41)
    heart, stroke = (
        Hit("jantung-dan-bengkak", "obat-kram-jantung", 0.23),
        Hit("kalium-rendah", "kalium-rendah-dan-kram", 0.29),
    )
    halves = (asked("apa itu bahaya juga buat jantung", heart), asked("bisa stroke nanti", stroke))
    text = "dokter bilang nadi kaki bapak menyempit apa itu bahaya juga buat jantung bisa stroke nanti"
    turn = Turn(text, "tanya_bahaya", mentions=(population("pad"),), normalized=text, asked=halves, hits=(risk, heart))

    outcome = respond(base, Conversation(), turn, answer_need)

    assert text_of(base, risk) in outcome.answer.text
    assert text_of(base, heart) not in outcome.answer.text
