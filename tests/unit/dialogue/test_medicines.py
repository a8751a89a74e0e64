"""Whose medicine it is, which one it really is, and what somebody may never be offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kram.dialogue.state import Person, Turn
from kram.language.model import Kind, Mention
from tests.unit.builders import finding, population


def message(intent: str, words: str, *mentions: Mention, person: str = "") -> Turn:
    return Turn(words, intent, mentions=mentions, normalized=words.strip("?"), person=person)


def remedy(value: str, text: str) -> Mention:
    return Mention(Kind.REMEDY, value, text, 0, len(text))


def called(value: str, text: str, *, negated: bool = False) -> Mention:
    return replace(population(value), text=text, negated=negated)


STATIN = message(
    "lapor_keluhan", "minum simvastatin betis kram", finding("kram_betis"), called("statin", "simvastatin")
)
ALLERGIC = message("lapor_profil", "saya alergi asam mefenamat", population("alergi_obat_nyeri"))


# --- which medicine it is -----------------------------------------------------------------------------------


def test_a_medicine_that_is_corrected_takes_the_place_of_the_other(talk):
    words = "eh bukan simvastatin saya amlodipin simvastatin itu punya bapak"
    corrected = message("koreksi", words, called("statin", "simvastatin"))
    outcome = talk(STATIN, corrected)

    assert outcome.conversation.person.medicines == ("amlodipin",)
    assert "statin" not in outcome.conversation.person.populations
    assert "amlodipin" in outcome.answer.text.lower()


def test_what_is_asked_of_the_medicine_is_asked_of_the_one_told_last(talk):
    corrected = message("koreksi", "eh bukan simvastatin saya amlodipin", called("statin", "simvastatin"))
    outcome = talk(STATIN, corrected, message("tanya_redakan", "obat saya itu diminum pagi atau malam?"))

    assert outcome.answer.text.startswith("Amlodipin boleh diminum pagi atau malam")


def test_a_question_with_no_before_the_medicine_takes_nothing_back(talk):
    outcome = talk(STATIN, message("tanya_boleh", "boleh tidak simvastatin distop dulu?"))

    assert outcome.conversation.person.medicines == ("simvastatin",)


def test_how_long_a_medicine_is_taken_says_what_a_new_one_means(talk):
    outcome = talk(STATIN, message("lapor_profil", "baru 2 bulan minum"))

    assert outcome.answer.text.startswith("Obat patut dicurigai")


# --- somebody else's medicine ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["saya boleh coba obat suami tidak", "boleh minum candesartan punya suami?", "boleh minum yang sama kayak suami"],
)
def test_somebody_elses_medicine_is_refused_with_whose_it_is(talk, words):
    his = message("lapor_keluhan", "suami minum candesartan kram", replace(finding("kram_betis"), experiencer="suami"))
    outcome = talk(replace(his, person="suami"), message("tanya_boleh", words + "?", person="diri"))

    assert outcome.answer.text.startswith("Jangan minum candesartan milik suami Anda")


def test_a_pregnant_woman_is_told_that_it_was_not_chosen_for_her(talk):
    pregnant = message("tanya_boleh", "saya hamil boleh minum obat ibu?", population("hamil"))

    assert "janin" in talk(pregnant).answer.text


def test_a_tablet_of_the_parents_is_not_split_for_a_child(talk):
    child = message("tanya_boleh", "boleh diberi kalsium dewasa punya saya dibelah dua?", population("anak"))
    outcome = talk(replace(child, mentions=(replace(population("anak"), experiencer="anak"),), person="anak"))

    assert "jangan dibelah" in outcome.answer.text


def test_what_is_left_of_an_old_muscle_relaxant_is_refused(talk):
    outcome = talk(message("tanya_boleh", "boleh minum sisa eperison?", remedy("pelemas_otot", "eperison")))

    assert outcome.answer.text.startswith("Jangan minum sisa obat pelemas otot")


def test_the_medicine_of_the_patient_is_nobody_elses(talk):
    theirs = message("tanya_boleh", "obat suami boleh diminum malam?", person="suami")

    assert "milik" not in talk(theirs).answer.text


# --- an allergy -----------------------------------------------------------------------------------------------


def test_an_allergy_to_a_painkiller_is_noted_with_what_it_forbids(talk):
    text = talk(ALLERGIC).answer.text

    assert "jangan ibuprofen" in text.lower()


def test_paracetamol_is_judged_for_somebody_with_that_allergy(talk):
    outcome = talk(ALLERGIC, message("tanya_boleh", "parasetamol boleh?", remedy("parasetamol", "parasetamol")))

    assert "tidak pada semua orang" in outcome.answer.text


def test_a_painkiller_of_the_same_kind_is_refused(talk):
    outcome = talk(ALLERGIC, message("tanya_boleh", "ibuprofen boleh?", remedy("oains", "ibuprofen")))

    assert "jangan" in outcome.answer.text.split(".")[0].lower()


def test_paracetamol_is_not_offered_to_whom_it_makes_ill(talk):
    allergic = message("lapor_profil", "saya alergi parasetamol", population("alergi_parasetamol"))
    outcome = talk(allergic, message("tanya_redakan", "pegal minum obat apa?"))

    offers = [s for s in outcome.answer.text.split(". ") if "arasetamol" in s and "jangan" not in s.lower()]
    assert all("lergi" in s for s in offers)


# --- the rest -------------------------------------------------------------------------------------------------


def test_medicines_survive_the_slot(talk):
    kept = talk(STATIN).conversation

    assert type(kept).from_dict(kept.to_dict()).person.medicines == ("simvastatin",)
    assert Person().medicines == ()


def test_an_announced_other_matter_gets_no_answer_about_cramps(talk, base):
    other = message("keluhan_lain", "oot dok motor saya mogok kenapa")

    assert talk(STATIN, other).answer.text == base.phrases["ganti_topik"]
