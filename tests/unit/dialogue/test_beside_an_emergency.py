"""What is asked beside an emergency is answered by its own name, with a plain no; who refuses to go is not given up."""

from __future__ import annotations

import pytest

from kram.answers.answer import Block, BlockKind
from kram.answers.warnings import warned_once
from kram.dialogue.state import Turn
from kram.language.model import Kind, Mention
from tests.unit.builders import finding, population


def asks(*mentions, remedy: str, typed: str, words: str) -> Turn:
    named = Mention(Kind.REMEDY, remedy, typed, 0, len(typed))
    return Turn(words, "tanya_boleh", mentions=(*mentions, named), normalized=words)


def test_nothing_is_swallowed_in_a_stroke_and_the_medicine_is_called_as_it_was_typed(talk):
    told = talk(
        asks(finding("tanda_stroke"), remedy="oains", typed="aspirin", words="boleh dikasih aspirin dulu tidak")
    )

    assert "Aspirin: jangan. Menelan" in told.answer.text


def test_rubbing_is_refused_in_a_stroke(talk):
    words = "boleh dipijat dulu tidak"

    told = talk(asks(finding("tanda_stroke"), remedy="pijat_pelan", typed="dipijat", words=words))

    assert "jangan. Ini bukan keluhan otot" in told.answer.text


def test_a_medicine_that_is_harmless_is_said_not_to_be_enough(talk):
    fever = (finding("urine_gelap"), finding("nyeri_kaki"))

    told = talk(asks(*fever, remedy="parasetamol", typed="parasetamol", words="apa cukup dikasih parasetamol"))

    assert "Parasetamol: itu tidak cukup" in told.answer.text


@pytest.mark.parametrize("words", ["tapi dia tidak mau dibawa ke rumah sakit bagaimana ya", "bapak menolak ke igd dok"])
def test_a_family_hears_how_to_persuade_who_refuses(talk, words):
    mentions = (Mention(Kind.FINDING, "tanda_stroke", "pelo", 0, 4, experiencer="bapak"),)

    told = talk(Turn(words, "tanda_bahaya", mentions=mentions, person="bapak", normalized=words))

    assert "ikut membujuk" in told.answer.text and "119" in told.answer.text


def test_who_refuses_for_themselves_is_spoken_to_directly(talk):
    words = "saya tidak mau ke rumah sakit"

    told = talk(Turn(words, "tanda_bahaya", mentions=(finding("tanda_stroke"),), normalized=words))

    assert "ikut membujuk" not in told.answer.text


def test_a_sign_is_warned_of_once(base):
    first = Block(BlockKind.TEXT, "Pegal biasa. Satu kaki bengkak atau merah? Ke IGD hari ini.")
    note = Block(BlockKind.WARNING, "Jangan diurut. Bila satu kaki bengkak, merah, atau hangat, ke IGD hari ini.")
    items = ("Satu kaki bengkak, merah, atau hangat? Periksa hari ini.", "Sesak napas? Telepon 119 sekarang.")
    last = Block(BlockKind.WARNING, "Periksa ke dokter bila:", items)

    told = warned_once([first, note, last], base.talk.told_once)

    assert [b.text for b in told] == [first.text, "Jangan diurut.", last.text]
    assert told[2].items == items[1:]


def test_a_warning_that_also_tells_of_another_sign_stays(base):
    first = Block(BlockKind.TEXT, "Satu kaki bengkak? Periksa hari ini.")
    last = Block(
        BlockKind.WARNING, "Periksa ke dokter bila:", ("Satu kaki bengkak, atau sesak? Telepon 119 sekarang.",)
    )

    assert warned_once([first, last], base.talk.told_once) == [first, last]


def test_a_late_period_with_belly_cramps_is_not_called_ordinary(talk):
    woman = (finding("telat_haid"), finding("kram_perut_lain"), population("hipertensi"))

    told = talk(
        Turn("telat haid perut kram", "keluhan_lain", mentions=woman, normalized="telat haid perut kram wajar tidak")
    )

    assert "ajar" not in told.answer.text.split(".")[0]


@pytest.mark.parametrize(("remedy", "typed"), [("oains", "voltaren"), ("jamu_pegal_linu", "jamu pegal linu")])
def test_what_is_taken_already_and_harms_the_kidneys_is_left_off_by_its_name(talk, remedy, typed):
    words = f"sudah minum {typed} kencing seperti teh harus bagaimana"

    told = talk(asks(finding("urine_gelap"), finding("nyeri_kaki"), remedy=remedy, typed=typed, words=words))

    assert f"{typed.capitalize()}: hentikan dulu." in told.answer.text
