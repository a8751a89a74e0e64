""" "Apa ini asam urat?": which disease a message suspects, and what answers it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kram.dialogue.respond import respond
from kram.dialogue.scene import Outcome
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.state import Asked, Conversation, Turn
from kram.dialogue.suspicions import suspected
from kram.knowledge.model import Hit, Need
from kram.knowledge.suspicions import Suspicion, Suspicions
from kram.language.model import Kind, Mention, Temporality
from tests.unit.builders import finding

GOUT = Suspicion(frozenset({"asam urat"}), ("a", "b"), ("a", "b"))
ANAEMIA = Suspicion(frozenset({"kurang darah", "anemia"}), ("c", "d"), ("c", "d"))
CALCIUM = Suspicion(frozenset({"kurang kalsium"}), ("e", "f"), ("e", "f"))
TABLE = Suspicions(
    (GOUT, ANAEMIA, CALCIUM),
    frozenset({"apa", "takut", "bukan", "karena"}),
    frozenset({"bukan", "ya"}),
    frozenset({"takut"}),
    frozenset({"ini"}),
    frozenset({"boleh", "obat", "penderita"}),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("apa ini asam urat", (GOUT,)),
        ("betis saya sering keras jadi takut asam urat", (GOUT,)),
        ("asam urat bukan", (GOUT,)),
        ("bukan asam urat", (GOUT,)),
        ("apa karena kurang kalsium atau kurang darah", (CALCIUM, ANAEMIA)),
        ("obat asam urat apa", ()),
        ("apa penderita asam urat boleh lari", ()),
        ("saya asam urat sejak muda", ()),
        ("", ()),
    ],
)
def test_a_disease_is_suspected_where_it_is_asked_or_feared(words, found):
    assert suspected(words, TABLE) == found


def test_no_more_than_two_are_answered():
    assert len(suspected("apa asam urat apa anemia apa kurang kalsium", TABLE)) == 2


def ask(base, words: str, *mentions: Mention, intent: str = "tanya_bahaya", asked: tuple[Asked, ...] = ()) -> Outcome:
    turn = Turn(words + "?", intent, mentions=mentions, normalized=words, asked=asked)
    return respond(base, Conversation(), turn, answer_need)


def opening(outcome: Outcome) -> str:
    return outcome.answer.text.split("\n")[0]


def test_the_point_that_was_chosen_for_it_answers(base):
    one = next(s for s in base.suspicions.known if "asam urat" in s.names)

    told = ask(base, "betis kram tiap malam apa ini asam urat", finding("kram_betis"))

    assert opening(told) == base.entry(one.usual[0]).point(one.usual[1]).text


def test_signs_of_it_make_it_likely(base):
    one = next(s for s in base.suspicions.known if "asam urat" in s.names)

    told = ask(base, "jempol merah panas apa ini asam urat", finding("sendi_bengkak_merah"))

    assert base.entry(one.likely[0]).point(one.likely[1]).text in told.answer.text


def test_what_the_signs_point_to_comes_before_what_is_suspected(base):
    told = ask(base, "jalan sebentar betis sakit berhenti hilang apa ini asam urat", finding("nyeri_saat_jalan"))

    assert opening(told) == base.entry("nyeri-saat-berjalan").opening(Need.CAUSE)
    assert "asam urat" in told.answer.text.lower()


def test_the_name_of_the_disease_is_no_sign_of_it(base):
    one = next(s for s in base.suspicions.known if "als" in s.names)
    named = Mention(Kind.FINDING, "lemah_otot", "ALS", 0, 3)

    told = ask(base, "betis kedutan takut als", finding("kram_betis"), named)

    assert base.entry(one.usual[0]).point(one.usual[1]).text in told.answer.text


def test_a_fear_beside_a_complaint_of_ones_own_is_answered_and_not_only_supposed(base):
    feared = Mention(Kind.FINDING, "tanda_stroke", "stroke", 0, 6, temporality=Temporality.HYPOTHETICAL)

    told = ask(base, "kaki kesemutan apa saya kena stroke", finding("kesemutan_ringan"), feared)

    assert not opening(told).startswith("Bila ")


def test_in_a_story_with_several_questions_it_is_one_of_them(base):
    words = "betis kram tiap malam sudah seminggu apa ini asam urat perlu ke dokter"
    questions = (Asked("apa ini asam urat", 40, 60), Asked("perlu ke dokter", 61, 80))

    told = ask(base, words, finding("kram_betis"), asked=questions)

    assert "asam urat" in opening(told).lower()


def test_words_as_for_a_search_engine_suspect_nothing(base):
    turn = Turn("tanda asam urat", "tanya_definisi", normalized="tanda asam urat")

    told = respond(base, Conversation(), replace(turn, hits=()), answer_need)

    assert "kram kaki biasanya bukan tanda" not in told.answer.text.lower()


def test_every_name_is_written_as_the_normaliser_writes_it(base, real_reader):
    odd = {
        name: real_reader.read(name).normalized
        for one in base.suspicions.known
        for name in one.names
        if real_reader.read(name).normalized != name
    }

    assert odd == {}


def test_what_a_question_is_plainly_about_is_not_bent_to_a_disease_that_it_names(base):
    hit = Hit("obat-hormon-dan-tulang", base.entry("obat-hormon-dan-tulang").points[0].id, 0.5)
    words = "apakah obat untuk tulang keropos membuat kaki kram"

    told = respond(
        base,
        Conversation(),
        Turn(words + "?", "tanya_penyebab", normalized=words, hits=(hit,), mentions=(finding("kram_betis"),)),
        answer_need,
    )

    assert opening(told) == base.entry(hit.entry).points[0].text


def test_of_two_that_are_set_against_each_other_both_are_asked(base):
    found = suspected("kram malam kurang magnesium apa kurang tidur", base.suspicions)

    assert len(found) == 2


def test_what_speaks_against_a_fear_is_taken_up(base):
    als = next(one for one in base.suspicions.known if "als" in one.names)

    assert "masih kuat" in als.soothing
    assert als.soothed[1] != als.usual[1]


@pytest.mark.parametrize(
    ("words", "sign", "point"),
    [
        ("kaki kesemutan habis bersila apa itu asam urat", "kesemutan_ringan", "kesemutan/kesemutan-asam-urat"),
        ("betis pegal habis kerja apa ini asam urat", "pegal_kaki", "pegal-kaki/pegal-asam-urat"),
        ("dua kaki bengkak apa ini asam urat", "bengkak_dua_kaki", "bengkak-dua-kaki-sebab/bengkak-asam-urat"),
        ("kaki kesemutan apa ini kurang darah", "kesemutan_ringan", "kesemutan/kesemutan-kurang-darah"),
    ],
)
def test_beside_tingling_soreness_or_swelling_it_is_answered_for_that_complaint(base, words, sign, point):
    entry, _, name = point.partition("/")

    told = ask(base, words, finding(sign))

    assert base.entry(entry).point(name).text.split(".")[0] in told.answer.text


def test_beside_a_cramp_it_is_answered_for_cramps(base):
    told = ask(base, "betis kram dan kesemutan apa ini asam urat", finding("kram_betis"), finding("kesemutan_ringan"))

    assert base.entry("kesemutan").point("kesemutan-asam-urat").text not in told.answer.text


def test_what_a_disease_is_asks_whether_it_is_that_only_of_a_complaint(base):
    words = "apa itu asam urat"

    assert not suspected(words, base.suspicions)
    assert suspected(words, base.suspicions, told=True)
