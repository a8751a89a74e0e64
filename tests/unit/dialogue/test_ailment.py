"""What the talk is about carries on: later questions and additions are answered for that complaint."""

from __future__ import annotations

import pytest

from kram.dialogue.respond import respond
from kram.dialogue.scene import Outcome
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.state import Conversation, Turn
from kram.knowledge.model import Hit
from kram.language.model import Kind, Mention
from kram.triage.model import Level
from tests.unit.builders import finding, population


def context(value: str, text: str) -> Mention:
    return Mention(Kind.CONTEXT, value, text, 0, 0)


def message(intent: str, words: str, *mentions: Mention, **more) -> Turn:
    return Turn(words, intent, mentions=mentions, normalized=words.strip("?"), **more)


def play(base, *turns: Turn) -> Outcome:
    memory = Conversation()
    for turn in turns:
        outcome = respond(base, memory, turn, answer_need)
        memory = outcome.conversation
    return outcome


def told(base, entry: str, point: str) -> str:
    return base.entry(entry).point(point).text.format(**base.numbers)


RESTLESS = message("lapor_keluhan", "kaki ingin digerakkan terus", finding("dorong_gerak_kaki"))
GROWING = message("lapor_keluhan", "kaki anak nyeri malam", finding("nyeri_kaki"), context("nyeri_tumbuh", "malam"))
TWITCHING = message("lapor_keluhan", "paha kedutan", context("kedutan_kaki", "kedutan"))
SCIATIC = message("lapor_keluhan", "pinggang nyeri sampai betis", finding("nyeri_kaki"), finding("sakit_pinggang"))
VEINS = message("lapor_keluhan", "urat betis menonjol", finding("varises"))
CRAMP = message("lapor_keluhan", "betis saya kram", finding("kram_betis"))
OF_CRAMPS = (Hit("lama-kram", "lama-satu-serangan", 0.4), Hit("tes-darah-dan-urine", "gula-darah", 0.4))


@pytest.mark.parametrize(
    ("story", "question", "point"),
    [
        (RESTLESS, "perlu cek darah apa", ("kaki-gelisah", "gelisah-cek-darah")),
        (RESTLESS, "kalau tidak mempan", ("kaki-gelisah", "gelisah-tidak-mempan")),
        (GROWING, "biasanya berapa lama", ("nyeri-tumbuh", "tumbuh-berapa-lama")),
        (GROWING, "perlu dironsen tidak", ("nyeri-tumbuh", "tumbuh-perlu-tes")),
        (TWITCHING, "jadi bukan als kan", ("kedutan", "kedutan-bukan-als")),
        (SCIATIC, "olahraga apa yang boleh", ("saraf-terjepit", "olahraga-kejepit")),
        (SCIATIC, "disuruh operasi tapi takut bagaimana", ("saraf-terjepit", "operasi-atau-terapi")),
        (VEINS, "gerakan apa sambil kerja", ("varises", "varises-gerak-berdiri")),
    ],
)
def test_a_short_question_is_asked_of_the_complaint_of_the_talk(base, story, question, point):
    outcome = play(base, story, message("tanya_angka", question, hits=OF_CRAMPS))

    assert outcome.answer.text.split("\n")[0].endswith(told(base, *point))


def test_the_complaint_stays_behind_an_answer_about_a_remedy(base):
    drug = Mention(Kind.REMEDY, "parasetamol", "parasetamol", 0, 0)
    asked = message("tanya_boleh", "boleh parasetamol", drug, hits=(Hit("obat-nyeri", "parasetamol-untuk-kram", 0.5),))

    outcome = play(base, GROWING, asked, message("tanya_angka", "biasanya berapa lama", hits=OF_CRAMPS))

    assert told(base, "nyeri-tumbuh", "tumbuh-berapa-lama") in outcome.answer.text


def test_who_turns_to_cramps_is_told_of_cramps(base):
    asked = message("tanya_angka", "kalau kram betis berapa lama hilang", finding("kram_betis"), hits=OF_CRAMPS)

    assert play(base, RESTLESS, asked).answer.topics[0] == "lama-kram"


def test_a_first_message_is_asked_of_what_it_tells(base):
    asked = message("tanya_dokter", "betis saya kram perlu cek darah apa", finding("kram_betis"), hits=OF_CRAMPS)

    assert told(base, "kaki-gelisah", "gelisah-cek-darah") not in play(base, asked).answer.text


@pytest.mark.parametrize(
    ("story", "addition", "point"),
    [
        (
            RESTLESS,
            message("lapor_membaik", "bukan kram dokter cuma risih", finding("kram_tak_jelas", negated=True)),
            ("kaki-gelisah", "gelisah-memang-bukan-kram"),
        ),
        (
            GROWING,
            message("lapor_keluhan", "dua-duanya tidak demam", finding("demam", negated=True)),
            ("nyeri-tumbuh", "tumbuh-tanda-baik"),
        ),
        (
            GROWING,
            message("lapor_keluhan", "selalu kanan tidak demam", finding("demam", negated=True)),
            ("nyeri-tumbuh", "tumbuh-tanda-periksa"),
        ),
        (
            TWITCHING,
            message("tanda_bahaya", "tidak lemas masih bisa jinjit", finding("lemah_otot", negated=True)),
            ("kedutan", "kedutan-masih-kuat"),
        ),
        (TWITCHING, message("lapor_profil", "kopi 4 gelas lagi stres"), ("kedutan", "kedutan-kopi-stres")),
    ],
)
def test_what_is_added_is_told_for_good_or_bad_news(base, story, addition, point):
    assert told(base, *point) in play(base, story, addition).answer.text


def test_the_meaning_of_an_addition_is_told_once(base):
    coffee = message("lapor_profil", "kopi 4 gelas lagi stres")

    again = play(base, TWITCHING, coffee, coffee)

    assert told(base, "kedutan", "kedutan-kopi-stres") not in again.answer.text


def test_a_danger_that_is_added_is_no_mere_addition(base):
    swollen = message("lapor_keluhan", "kopi 4 gelas betis bengkak sebelah", finding("bengkak_satu_kaki"))

    outcome = play(base, TWITCHING, swollen)

    assert outcome.answer.level >= Level.SEGERA
    assert told(base, "kedutan", "kedutan-kopi-stres") not in outcome.answer.text


def test_a_new_drug_is_asked_of_the_remedy_just_spoken_of(base):
    quinine = Mention(Kind.REMEDY, "kina", "kina", 0, 0)
    asked = message("tanya_boleh", "kina boleh", quinine)
    thinner = message("lapor_profil", "saya minum warfarin juga ngaruh", population("antikoagulan"))

    outcome = play(base, CRAMP, asked, thinner)

    assert "pengencer darah, kina bisa menyebabkan perdarahan" in outcome.answer.text


def test_what_is_left_of_a_cramp_minutes_ago_is_no_pain_that_came_by_itself(base):
    now = message("kram_sekarang", "lagi kram betis", finding("kram_betis"), context("sekarang", "lagi"))
    sore = message("lapor_belum_reda", "sudah membaik masih nyut 2 an betis", finding("nyeri_betis_menetap"))

    outcome = play(base, now, sore)

    assert outcome.answer.topics[0] == "kram-pegal-sesudah"
    assert outcome.answer.level < Level.DOKTER


def test_who_is_worn_out_by_caring_for_somebody_is_met(base):
    tired = message("keluhan_lain", "capek banget mengurus nenek sendirian ingin menangis", person="nenek")

    outcome = play(base, CRAMP, tired)

    assert told(base, "sendiri-dan-takut-malam", "merawat-sampai-lelah") in outcome.answer.text


def test_a_denied_cramp_is_no_sign_to_watch_for(base):
    denied = message("tolak", "bukan kram", finding("kram_betis", negated=True))

    assert base.phrases["bila_muncul"].format(**base.numbers) not in play(base, SCIATIC, denied).answer.text


CRAMP_THIS_MORNING = message("lapor_keluhan", "betis kram tadi pagi", finding("kram_betis"))
STILL_SORE = message("lapor_belum_reda", "sampai sekarang masih nyeri", finding("nyeri_betis_menetap"))


def test_what_is_left_of_a_cramp_on_the_same_day_is_no_pain_that_stays(base):
    outcome = play(base, CRAMP_THIS_MORNING, STILL_SORE)

    assert "nyeri_betis_menetap" not in outcome.conversation.person.findings


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(message("lapor_keluhan", "betis kram", finding("kram_betis")), id="nobody knows when"),
        pytest.param(
            message("lapor_keluhan", "hamil, betis kram tadi pagi", finding("kram_betis"), population("hamil")),
            id="pregnant",
        ),
        pytest.param(
            message(
                "lapor_keluhan", "betis kram dan bengkak tadi pagi", finding("kram_betis"), finding("bengkak_satu_kaki")
            ),
            id="swollen",
        ),
    ],
)
def test_a_pain_that_stays_is_taken_for_one_wherever_it_may_be_a_clot(base, before):
    outcome = play(base, before, STILL_SORE)

    assert "nyeri_betis_menetap" in outcome.conversation.person.findings
