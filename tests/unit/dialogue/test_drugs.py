"""What is asked about medicines that are taken, and about remedies by the name of their substance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kram.dialogue.state import Asked, Turn
from kram.language.entities import distinct
from kram.language.model import Kind, Mention
from kram.triage.model import Level
from tests.unit.builders import finding, population


def message(intent: str, words: str, *mentions: Mention) -> Turn:
    return Turn(words, intent, mentions=mentions, normalized=words.strip("?"))


def remedy(value: str, text: str, start: int = 0) -> Mention:
    return Mention(Kind.REMEDY, value, text, start, start + len(text))


CRAMPS = message("lapor_keluhan", "minum hct dan candesartan betis kram", finding("kram_betis"))


# --- is it my medicine? ------------------------------------------------------------------------------------


def test_the_medicine_that_is_named_may_be_the_cause_and_is_not_stopped(talk):
    outcome = talk(message("tanya_penyebab", "minum hct kaki kram apa gara-gara hct?", finding("kram_betis")))

    assert outcome.answer.text.startswith("HCT")
    assert "Jangan dihentikan sendiri" in outcome.answer.text


def test_of_several_medicines_the_likelier_comes_first_and_stopping_is_told_once(talk, base):
    outcome = talk(CRAMPS, message("tanya_penyebab", "gara-gara obat?"))

    first = outcome.answer.blocks[0].text
    assert first.index("HCT") < first.index("candesartan")
    assert first.count(base.phrases["obat_jangan_ubah"]) == 1


@pytest.mark.parametrize("words", ["kalau begitu saya stop saja ya", "boleh dikurangi sendiri?"])
def test_stopping_a_medicine_that_was_told_before_is_answered_with_a_no(talk, words):
    outcome = talk(CRAMPS, message("orang_lain", words))

    assert outcome.answer.text.startswith("Jangan hentikan")


def test_what_else_was_told_in_the_question_is_not_blamed_on_the_medicine(talk):
    outcome = talk(CRAMPS, message("tanya_penyebab", "gara-gara kerja berdiri?"))

    assert not outcome.answer.text.startswith("HCT")


def test_an_effect_of_the_medicine_is_explained_without_a_question(talk):
    outcome = talk(message("keluhan_lain", "minum baclofen jadi mengantuk terus bagaimana?"))

    assert "Jangan dihentikan mendadak" in outcome.answer.text


def test_magnesium_that_makes_diarrhoea_is_left_off(talk):
    outcome = talk(message("keluhan_lain", "minum magnesium jadi diare diteruskan tidak?", remedy("magnesium", "x")))

    assert outcome.answer.text.startswith("Hentikan dulu magnesiumnya")


def test_whether_it_reaches_the_milk_is_no_question_of_a_cause(talk):
    outcome = talk(message("tanya_boleh", "minum hct ngaruh ke asi tidak?"))

    assert not outcome.answer.text.startswith("HCT")


# --- beside an alarm ---------------------------------------------------------------------------------------


def test_a_medicine_of_a_doctor_is_not_reduced_beside_an_alarm(talk):
    danger = (finding("bengkak_satu_kaki"), population("diuretik"))
    outcome = talk(message("tanda_bahaya", "furosemid boleh dikurangi sendiri?", *danger))

    assert outcome.answer.level is Level.SEGERA
    assert "Jangan hentikan peluruh kencing sendiri" in outcome.answer.text


def test_a_baclofen_that_is_taken_is_never_called_forbidden_in_danger(talk):
    outcome = talk(
        message("tanda_bahaya", "sesak", finding("sesak_napas")),
        message(
            "keluhan_lain",
            "minum baclofen dari dokter jadi mengantuk bagaimana?",
            remedy("pelemas_otot", "baclofen", 6),
        ),
    )

    assert outcome.answer.level is Level.DARURAT
    assert "jangan dulu" not in outcome.answer.text
    assert "Jangan dihentikan mendadak" in outcome.answer.text


# --- by its name -------------------------------------------------------------------------------------------


def test_a_named_painkiller_is_answered_by_its_substance(talk):
    outcome = talk(
        message(
            "tanya_boleh",
            "betis kram saya maag boleh minum ponstan?",
            finding("kram_betis"),
            population("lambung"),
            remedy("oains", "ponstan"),
        )
    )

    assert outcome.answer.text.startswith("Asam mefenamat (sejenis ibuprofen): Sebaiknya jangan.")


def test_a_general_word_beside_a_named_painkiller_means_that_one():
    general = (remedy("oains", "obat nyeri"), remedy("parasetamol", "obat nyeri"))
    named = remedy("oains", "voltaren", 11)

    assert distinct((*general, named)) == (named,)
    assert {m.value for m in distinct(general)} == {"oains", "parasetamol"}


def test_two_painkillers_of_a_kind_are_not_taken_together(talk):
    words = "habis celecoxib boleh ditambah ibuprofen?"
    outcome = talk(message("tanya_boleh", words, remedy("oains", "celecoxib", 6)))

    assert outcome.answer.text.startswith("Jangan digabung")


# --- what is asked first -----------------------------------------------------------------------------------


def test_a_brand_or_shop_is_not_recommended_whatever_the_intent(talk):
    outcome = talk(message("luar_topik", "magnesium merek apa di shopee"))

    assert outcome.answer.text.startswith("Saya tidak menyarankan merek")


def test_nothing_is_written_for_anybody_even_about_a_plaster(talk, base):
    outcome = talk(message("luar_topik", "buatkan pantun jualan koyo", remedy("koyo", "koyo", 23)))

    assert outcome.answer.text.startswith(base.phrases["luar_topik"])


def test_a_dialysis_patient_hears_what_may_be_eaten(talk):
    outcome = talk(message("lanjut", "terus yang boleh apa", population("hemodialisis")))

    assert outcome.answer.text.startswith("Umumnya boleh dalam porsi kecil")


# --- left off already --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "point"),
    [
        ("sudah saya stop simvastatin sendiri seminggu minum lagi atau tidak", "telanjur-berhenti-statin"),
        ("candesartan saya stop sendiri 10 hari apa diminum lagi", "telanjur-berhenti-tensi"),
        ("pil kb saya hentikan sendiri kapan mulai lagi", "telanjur-berhenti-kb"),
        ("metformin sudah tidak saya minum dua minggu apa minum lagi", "telanjur-berhenti-gula"),
    ],
)
def test_who_has_left_a_medicine_off_is_told_what_now_and_not_that_it_must_not_be_stopped(talk, words, point):
    outcome = talk(message("tanya_boleh", f"{words}?", finding("kram_betis")))

    assert outcome.conversation.last.point == point


@pytest.mark.parametrize("words", ["simvastatin boleh saya stop dulu tidak", "boleh saya stop sendiri simvastatin"])
def test_a_plan_to_stop_is_answered_as_a_plan(talk, words):
    outcome = talk(message("tanya_boleh", f"{words}?", finding("kram_betis")))

    assert outcome.conversation.last.point != "telanjur-berhenti-statin"


def test_what_a_story_and_its_question_name_is_kept_at_both_places():
    told = Mention(Kind.REMEDY, "kalsium", "kalsium", 10, 17)
    asked = Mention(Kind.REMEDY, "kalsium", "CDR", 60, 63)
    longer = Mention(Kind.REMEDY, "kalsium", "tablet kalsium", 3, 17)

    assert distinct((told, asked, longer)) == (longer, asked)


def test_a_sign_that_is_told_twice_is_one():
    first = Mention(Kind.FINDING, "kram_betis", "betis kram", 0, 10)
    again = Mention(Kind.FINDING, "kram_betis", "kram", 40, 44)

    assert distinct((first, again)) == (first,)


# --- what a medicine does, and a plain no ------------------------------------------------------------------


def test_what_a_medicine_does_comes_first_though_it_is_asked_what_to_do_as_well(talk):
    words = "minum amlodipin kedua kaki bengkak apakah karena obat apa yang harus saya lakukan"
    both = (Asked("apakah karena obat", 35, 53, ()), Asked("apa yang harus saya lakukan", 54, 81, ()))
    turn = replace(message("tanya_redakan", words, finding("bengkak_dua_kaki")), asked=both)

    assert talk(turn).answer.text.startswith("Amlodipin memang sering")


def test_a_joint_that_is_red_and_hot_gets_no_heat_and_no_massage(talk):
    for name, words in (("kompres_hangat", "air hangat"), ("pijat_pelan", "dipijat")):
        turn = message(
            "tanya_boleh", f"jempol merah boleh {words}?", finding("sendi_bengkak_merah"), remedy(name, words, 19)
        )

        assert talk(turn).answer.text.startswith("Sebaiknya jangan"), name
