"""Questions whose answer depends on the complaint that the talk is about."""

from __future__ import annotations

import pytest

from kram.dialogue.respond import respond
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.state import Conversation, Turn
from kram.knowledge.model import Hit
from kram.language.model import Kind, Mention
from tests.unit.builders import finding, population


def context(value: str, text: str) -> Mention:
    return Mention(Kind.CONTEXT, value, text, 0, 0)


def message(intent: str, words: str, *mentions: Mention, **more) -> Turn:
    return Turn(words, intent, mentions=mentions, normalized=words.strip("?"), **more)


SORE = message("lapor_keluhan", "habis gowes paha pegal", finding("pegal_kaki"), context("pegal_olahraga", "gowes"))
TINGLING = message("lapor_keluhan", "kaki kesemutan habis jongkok", finding("kesemutan_ringan"))
TWITCHING = message("lapor_keluhan", "paha kedutan", context("kedutan_kaki", "kedutan"))
SWOLLEN = message("lapor_keluhan", "kedua kaki bengkak", finding("bengkak_dua_kaki"))
SCIATIC = message("lapor_keluhan", "pinggang nyeri sampai betis", finding("nyeri_kaki"), finding("sakit_pinggang"))
CRAMP = message("lapor_keluhan", "betis saya kram", finding("kram_betis"))
OF_CRAMPS = (Hit("lama-kram", "lama-satu-serangan", 0.3), Hit("lama-kram", "reda-sendiri", 0.28))


def points_of(base, *turns: Turn) -> tuple[str, str]:
    memory = Conversation()
    for turn in turns:
        memory = respond(base, memory, turn, answer_need).conversation
    return memory.last.entries[0], memory.last.point


@pytest.mark.parametrize(
    ("story", "told"),
    [
        (SORE, ("pegal-habis-olahraga", "lama-pegal-naik-gunung")),
        (TINGLING, ("kesemutan", "kesemutan-berapa-lama")),
        (TWITCHING, ("kedutan", "betis-kedutan")),
        (SWOLLEN, ("bengkak-dua-kaki-sebab", "sesudah-berdiri")),
    ],
)
@pytest.mark.parametrize("question", ["berapa hari hilang?", "nanti hilang sendiri tidak?", "kapan sembuh dokter"])
def test_how_long_is_asked_of_the_complaint_that_was_told(base, story, told, question):
    if story is SWOLLEN and "sendiri" in question:
        told = ("bengkak-dua-kaki", "")  # where a doctor should look it is answered as a wish to wait

    assert points_of(base, story, message("tanya_angka", question, hits=OF_CRAMPS)) == told


def test_how_long_is_asked_of_the_complaint_of_the_same_message(base):
    asked = message(
        "tanya_angka",
        "habis gowes paha pegal berapa lama sembuh",
        finding("pegal_kaki"),
        context("pegal_olahraga", "gowes"),
        hits=OF_CRAMPS,
    )

    assert points_of(base, asked) == ("pegal-habis-olahraga", "lama-pegal-naik-gunung")


def test_how_long_a_cramp_lasts_is_told_of_cramps(base):
    asked = message("tanya_angka", "kram berapa lama hilang", finding("kram_betis"), hits=OF_CRAMPS)

    assert points_of(base, SORE, asked)[0] == "lama-kram"


def test_a_question_that_names_a_remedy_is_about_the_remedy(base):
    koyo = Mention(Kind.REMEDY, "koyo", "koyo", 0, 4)
    asked = message("tanya_angka", "koyo berapa lama", koyo, hits=(Hit("balsem-koyo", "koyo-berapa-lama", 0.5),))

    assert points_of(base, SORE, asked) == ("balsem-koyo", "koyo-berapa-lama")


def test_may_i_play_is_asked_of_the_soreness(base):
    asked = message(
        "tanya_boleh", "boleh main futsal besok?", hits=(Hit("kembali-olahraga", "main-lagi-sesudah-kram", 0.4),)
    )

    assert points_of(base, SORE, asked) == ("pegal-habis-olahraga", "latihan-saat-sakit")


def test_how_to_sleep_is_asked_of_the_back(base):
    asked = message("orang_lain", "kalau tidur bagaimana enaknya posisi tidur", hits=OF_CRAMPS)

    assert points_of(base, SCIATIC, asked) == ("saraf-terjepit", "posisi-tidur-kejepit")


def test_a_medicine_for_swollen_feet_is_no_medicine_for_cramps(base):
    entry, _ = points_of(base, SWOLLEN, message("tanya_redakan", "minum obat apa"))

    assert entry == "bengkak-dua-kaki"


# --- pieces of a story ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("intent", "words"),
    [
        ("batal", "yang kanan saja"),
        ("sapaan", "laki-laki 27"),
        ("luar_topik", "baru sebulan ini"),
        ("koreksi", "47"),
        ("setuju", "iya yang betis"),
    ],
)
def test_a_piece_of_the_story_is_noted_whatever_its_intent_was_taken_for(base, intent, words):
    memory = respond(base, Conversation(), CRAMP, answer_need).conversation

    outcome = respond(base, memory, message(intent, words), answer_need)

    assert outcome.answer.text.startswith("Baik, saya catat: ")
    assert "Luruskan lutut" not in outcome.answer.text
    assert outcome.conversation.person.findings


def test_a_denied_trait_is_noted_and_its_topic_is_not_told(base):
    memory = respond(base, Conversation(), CRAMP, answer_need).conversation
    denied = message(
        "tolak",
        "tidak hamil kok",
        population("hamil", negated=True),
        hits=(Hit("kaki-saat-hamil", "hamil-muda-kram", 0.4),),
    )

    outcome = respond(base, memory, denied, answer_need)

    assert outcome.answer.text.startswith("Baik, saya catat: tidak hamil.")
    assert not outcome.conversation.person.populations


def test_what_a_fact_means_is_told_once(base):
    memory = respond(base, Conversation(), CRAMP, answer_need).conversation

    first = respond(base, memory, message("lapor_profil", "saya perokok"), answer_need)
    second = respond(base, first.conversation, message("lapor_profil", "rokok dua bungkus sehari"), answer_need)

    assert "merokok dikaitkan" in first.answer.text
    assert "merokok dikaitkan" not in second.answer.text
