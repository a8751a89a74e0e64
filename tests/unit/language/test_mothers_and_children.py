"""What mothers tell and ask: one sore calf, a measured pressure, a baby that trembles, a missed period.

Each class has examples in fresh words; when one fails, mend the class and not the example.
"""

from __future__ import annotations

import pytest

from kram.dialogue.deciding import read_alone
from kram.language.model import Kind
from kram.triage.model import Level


@pytest.fixture(scope="module")
def level(real_reader, base):
    return lambda text: read_alone(base.triage, real_reader.read(text).mentions).level


@pytest.fixture(scope="module")
def told(real_reader):
    kinds = (Kind.FINDING, Kind.CONTEXT, Kind.POPULATION)
    return lambda text: {m.value for kind in kinds for m in real_reader.read(text).of(kind)}


@pytest.mark.parametrize(
    "text",
    [
        "sepuluh hari sesudah melahirkan betis kanan nyeri dan keras, apakah ini kram biasa?",
        "habis operasi sesar minggu lalu betis kiri sakit, cuma kram kan?",
        "hamil 8 bulan betis kiri nyeri, itu kram bukan ya",
    ],
)
def test_one_sore_calf_asked_to_be_a_cramp_is_seen_today(level, text):
    assert level(text) >= Level.SEGERA


@pytest.mark.parametrize(
    "text",
    ["habis sesar betis kadang kram sebentar, wajar?", "hamil 8 bulan betis kram tiap malam", "lagi nifas betis kram"],
)
def test_a_plain_cramp_of_a_mother_is_not_urgent(level, text):
    assert not level(text).urgent


@pytest.mark.parametrize("text", ["hamil 33 minggu tensi 150/100", "habis melahirkan 5 hari tensi saya 145/95"])
def test_a_high_pressure_in_pregnancy_is_seen_today(level, text):
    assert level(text) >= Level.SEGERA


@pytest.mark.parametrize("text", ["hamil 33 minggu tensi 110/70 kaki kram", "tensi saya 150/90, kaki kram"])
def test_a_normal_pressure_or_that_of_others_is_not(level, text):
    assert not level(text).urgent


@pytest.mark.parametrize(
    "text", ["bayi 3 bulan kakinya kaku dan gemetar kalau menangis", "bayiku kakinya gemetar saat nangis"]
)
def test_a_baby_that_trembles_while_crying_has_no_fit(level, text):
    assert not level(text).urgent


@pytest.mark.parametrize(
    "text", ["bayi 3 bulan badannya kaku lalu bergetar", "bayi kejang", "bayi kaku gemetar matanya mendelik dan biru"]
)
def test_a_fit_of_a_baby_is_one(level, text):
    assert level(text) is Level.DARURAT


@pytest.mark.parametrize("text", ["kram betis, apa ini hamil?", "kaki kram tanda hamil bukan"])
def test_who_asks_whether_she_is_pregnant_is_not_taken_for_it(told, text):
    assert "hamil" not in told(text)


def test_pain_of_the_belly_counts_as_if_she_were(level):
    # a test today and a midwife this week; bleeding, a positive test, or severe pain are seen at once
    assert level("telat haid dua minggu, perut bawah kram, apa saya hamil?") >= Level.DOKTER
    assert level("telat haid dua minggu, perut bawah kram, keluar flek, apa saya hamil?") >= Level.SEGERA
    assert level("testpack positif telat haid dua minggu, perut bawah kram") >= Level.SEGERA


def test_tingling_hands_beside_a_cramp_do_not_spread_it_in_pregnancy(told):
    assert "kram_meluas" not in told("hamil 7 bulan kaki kram dan tangan kesemutan")
    assert "kram_meluas" in told("kaki kram dan tangan kesemutan")


def test_a_child_that_asks_for_rubbing_at_night_may_have_growing_pains(told):
    assert "nyeri_tumbuh" in told("anak 5 tahun malam-malam suka minta dipijat kakinya")


def test_sore_calves_of_a_child_after_flu_are_seen_today(level):
    assert level("anak 6 tahun habis pilek, dua betisnya nyeri") >= Level.SEGERA
