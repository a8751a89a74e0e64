"""Facts that are told behind a complaint, and news of the complaint itself."""

from __future__ import annotations

import pytest

from kram.dialogue.respond import respond
from kram.dialogue.skills.smalltalk import smalltalk
from kram.language.model import Kind, Mention
from tests.unit.builders import finding, population
from tests.unit.dialogue.test_subject import context, message

NIGHTLY = message("lapor_keluhan", "betis kram tiap malam", finding("kram_betis"), finding("kram_sering"))
AFTER_SPORT = message(
    "lapor_keluhan",
    "betis kram habis futsal",
    finding("kram_betis"),
    context("olahraga", "futsal"),
    population("atlet"),
)
SWOLLEN = message("lapor_keluhan", "kedua kaki bengkak", finding("bengkak_dua_kaki"))
TINGLING = message("lapor_keluhan", "kaki sering kesemutan", finding("kebas_menetap"))
NOW = message("kram_sekarang", "betis lagi kram", finding("kram_betis"), context("sekarang", "lagi"))


def said(outcome) -> str:
    return outcome.answer.text


@pytest.mark.parametrize(
    ("intent", "words", "tied"),
    [
        ("keluhan_lain", "oh ya mens saya banyak banget tiap bulan", "Haid banyak bisa menurunkan zat besi"),
        ("tanya_boleh", "minum air putih saya emang jarang paling 3 gelas", "Kurang minum mungkin ikut berperan"),
        ("luar_topik", "baru ganti sepatu kerja", "Mungkin ikut berperan: sepatu baru"),
        ("lapor_profil", "begadang terus", "Tidur yang singkat"),
        ("lapor_profil", "saya perokok", "merokok dikaitkan dengan kram malam"),
        ("keluhan_lain", "lagi diet jarang makan nasi", "Kurang makan atau minum mungkin"),
    ],
)
def test_a_late_fact_is_tied_to_the_cramp_whatever_its_intent_was_taken_for(talk, intent, words, tied):
    assert tied in said(talk(NIGHTLY, message(intent, words)))


def test_two_late_facts_are_both_answered(talk):
    answer = said(talk(NIGHTLY, message("keluhan_lain", "begadang terus sama ngopi")))

    assert "Tidur yang singkat" in answer
    assert "kopi sewajarnya" in answer


def test_a_fact_that_is_denied_is_not_tied(talk):
    assert "merokok dikaitkan" not in said(talk(NIGHTLY, message("lapor_profil", "saya tidak merokok")))


def test_the_same_fact_means_something_else_for_another_complaint(talk):
    remedies = message("keluhan_lain", "sering minum obat rematik warung")

    assert "menahan air dan garam" in said(talk(SWOLLEN, remedies))
    assert "bukan obat kram" in said(talk(NIGHTLY, remedies))
    assert "kesemutannya sendiri belum tentu" in said(talk(TINGLING, message("keluhan_lain", "haid saya banyak")))


def test_without_a_complaint_nothing_is_tied(talk):
    assert "Haid banyak" not in said(talk(message("keluhan_lain", "mens saya banyak banget")))


def test_a_bare_question_is_asked_of_the_fact_before_it(talk):
    answer = said(
        talk(NIGHTLY, message("keluhan_lain", "lagi diet ketat"), message("tanya_boleh", "ngaruh tidak dokter?"))
    )

    assert "Kurang makan atau minum mungkin" in answer


def test_what_was_tried_in_vain_is_answered_as_that(talk):
    answer = said(talk(NIGHTLY, message("lapor_belum_reda", "sudah coba stretching tidak ngaruh")))

    assert answer.startswith("Teruskan dulu sampai 6 minggu")


def test_a_cramp_that_goes_on_this_minute_calls_for_the_next_step(talk):
    answer = said(talk(NOW, message("lapor_belum_reda", "sudah ditarik masih kram")))

    assert "6 minggu" not in answer


def test_what_hurts_on_after_a_cramp_is_the_complaint_from_then_on(talk):
    sore = message("lapor_belum_reda", "masih agak nyeri")

    assert said(talk(AFTER_SPORT, sore)).startswith("Nyeri sisa setelah kram itu wajar")
    assert "Nyeri sisa 1-3 hari" in said(talk(AFTER_SPORT, sore, message("tanya_bahaya", "bahaya tidak?")))


def test_what_is_getting_worse_is_to_be_seen(talk):
    assert "periksa ke dokter hari ini" in said(talk(NIGHTLY, message("lapor_belum_reda", "malah tambah sakit")))


def test_how_often_somebody_runs_is_not_how_often_it_cramps(talk):
    assert "Sesekali masih wajar" not in said(talk(AFTER_SPORT, message("lapor_profil", "lari 5 kali seminggu")))


def test_thanks_keep_the_one_thing_in_mind(base, talk):
    memory = talk(AFTER_SPORT).conversation
    answer = said(respond(base, memory, message("terima_kasih", "makasih dokter"), smalltalk))

    assert "Yang perlu diingat" in answer
    assert "{" not in answer


def test_somebody_else_with_the_same_gets_an_answer_for_their_own_occasion(talk):
    occasion = Mention(Kind.CONTEXT, "olahraga", "futsal", 0, 0, experiencer="suami")
    other = message("orang_lain", "suami juga begitu tapi karena futsal", occasion, person="suami")

    assert "kram saat olahraga" in said(talk(NIGHTLY, other)).lower()


def test_a_parent_who_had_it_once_is_no_patient(talk):
    answer = said(talk(NIGHTLY, message("orang_lain", "mama saya dulu juga begitu", person="ibu")))

    assert "keturunan" in answer
    assert "Untuk ibu Anda" not in answer
