"""Lists of danger signs that people go through and answer themselves, old cases of others, and forum openings."""

from __future__ import annotations

import pytest

from kram.dialogue.deciding import read_alone
from kram.language.model import SELF, Kind, Temporality
from kram.triage.model import Level

_CALM = {Level.NONE, Level.MANDIRI, Level.DOKTER}


@pytest.fixture(scope="module")
def decision(base, real_reader):
    """What is decided on one message by itself."""
    return lambda text: read_alone(base.triage, real_reader.read(text).mentions)


@pytest.mark.parametrize(
    "text",
    [
        "sesek? kagak. pingsan? kagak. betis doang ketarik pas sholat",
        "nyeri dada: gak ada. napas sesak: gak ada. kram betis sebentar",
        "Sesak napas - tidak\nNyeri dada - tidak\nKram betis kanan - ya, 2 menit",
        "sesak (-) nyeri dada (-) pingsan (-), kram betis (+)",
        "nyeri dada ❌ sesak ❌ betis kram ✅",
        "dada sakit? sesak? nggak semua kok min, cuma betis kenceng tadi subuh",
        "pelo? enggak sih. mulut mencong? enggak juga. kaki kram pas tidur",
        "pipis cokelat? ndak ada. habis futsal betisnya kram",
        "1. sesak tidak 2. nyeri dada tidak 3. pingsan tidak, yang ada betis kram",
        "ngompol? ga dong. kebas di selangkangan? ga. pinggang pegel doang",
    ],
)
def test_a_sign_that_is_asked_for_and_answered_with_no_is_denied(decision, text):
    assert decision(text).level in _CALM


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("demam? engga. sesak? iya dari tadi. betis kiri bengkak", Level.DARURAT),
        ("bengkak? iya, betis kanan aja. merah? enggak", Level.SEGERA),
        ("sesak=tidak, betis kiri bengkak merah=ya", Level.SEGERA),
        ("mulut mencong? gak bisa senyum rata, tangan kiri lemes", Level.DARURAT),
        ("nyeri dada: tidak tertahankan, keringat dingin", Level.DARURAT),
        ("ini stroke bukan? bicara saya mendadak pelo", Level.DARURAT),
        ("napas sesak - tidak pernah seberat ini", Level.DARURAT),
    ],
)
def test_a_yes_and_a_no_that_goes_on_leave_the_sign_standing(decision, text, level):
    assert decision(text).level is level


@pytest.mark.parametrize(
    "text",
    [
        "temen kos dulu abis crossfit kencingnya item diopname. gw pegel paha aja abis leg day, kencing bening",
        "tahun lalu om kena stroke mulutnya mencong, aku jadi takut, semalem betis kram sebentar",
        "tetangga dulu kakinya bengkak sebelah eh taunya gumpalan darah. saya cuma kram semenit tadi",
        "kakak ipar dulu abis ospek pipisnya kayak teh, sembuh. gue pegel doang habis lari",
    ],
)
def test_what_befell_somebody_else_once_does_not_alarm_the_writer_of_a_small_complaint(decision, real_reader, text):
    read = real_reader.read(text)

    assert decision(text).level in _CALM
    assert read.person in {"", SELF}


@pytest.mark.parametrize(
    "text",
    [
        "teman saya dulu pernah kram, sekarang betisnya bengkak sebelah dan dia sesak. saya cuma pegal",
        "bapak saya dulu pernah stroke, tadi mulutnya mencong lagi, saya sendiri kram",
        "suami tahun lalu kena stroke. barusan bicaranya pelo. saya sampai kram nungguin",
    ],
)
def test_what_happens_to_them_now_stays_an_emergency(decision, text):
    assert decision(text).level is Level.DARURAT


@pytest.mark.parametrize(
    "text",
    [
        "ada yg pernah ga sih hamil 24 minggu betisnya kram tiap malem? aku gini terus",
        "bunda ada ga sih yang hamil 24 minggu trus kram? aku tiap malem",
    ],
)
def test_whoever_asks_around_has_it_themselves(real_reader, text):
    pregnant = [m for m in real_reader.read(text).of(Kind.POPULATION) if m.value.startswith("hamil")]

    assert pregnant
    assert all(m.asserted and m.temporality is Temporality.NOW for m in pregnant)


def test_a_pain_that_stays_for_days_after_a_cramp_is_seen_the_same_day_when_a_clot_is_likelier(decision):
    assert decision("hamil 5 bulan, bekas kram di betis kiri masih nyeri udah 3 hari").lead.id == "S50"
    assert decision("bekas kram di betis masih nyeri udah 3 hari").level in _CALM
    assert decision("hamil 5 bulan, habis kram semalam betis masih agak pegal").level in _CALM


def test_an_animal_that_somebody_speaks_of_is_no_patient(real_reader):
    assert real_reader.read("kakek ngomongnya ngaco, ditanya malah bahas kambing, betisnya kaku").person == "kakek"
    assert real_reader.read("kambing saya kakinya pincang").person == "hewan"
