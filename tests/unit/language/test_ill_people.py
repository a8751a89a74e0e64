"""Ill people and their long stories: a wound that blackens, a nerve that feels like a shock, illness of somebody else.

Each class has examples in fresh words; when one fails, mend the class and not the example.
"""

from __future__ import annotations

import pytest

from kram.dialogue.deciding import read_alone
from kram.language.model import Kind
from kram.triage.model import Level


@pytest.fixture(scope="module")
def decision(real_reader, base):
    return lambda text: read_alone(base.triage, real_reader.read(text).mentions)


@pytest.fixture(scope="module")
def told(real_reader):
    kinds = (Kind.FINDING, Kind.CONTEXT, Kind.POPULATION)
    return lambda text: {m.value for kind in kinds for m in real_reader.read(text).of(kind)}


@pytest.mark.parametrize(
    "text",
    [
        "bapak saya diabetes, ada luka di tumit belum kering, tepinya mulai menghitam",
        "ibu sakit gula, lecet di jempol kena sepatu, kulit di sekeliling lukanya jadi hitam",
        "saya kencing manis, koreng di jari kaki kok makin hitam",
    ],
)
def test_a_wound_of_a_diabetic_that_blackens_at_its_edge_is_an_emergency(decision, text):
    assert decision(text).level is Level.DARURAT


def test_a_wound_that_blackens_on_a_leg_with_too_little_blood_is_an_emergency_without_a_known_disease(decision):
    text = "kakek tiap jalan 100 meter betisnya sakit harus berhenti, luka di jempol pinggirnya kehitaman belum sembuh"

    assert decision(text).lead.id == "R35"


def test_pain_at_rest_in_a_leg_with_a_wound_does_not_wait_a_day(decision):
    text = "kaki bapak sakit kalau malam, enak kalau digantung ke bawah, luka di jarinya tidak sembuh"

    assert decision(text).level is Level.DARURAT


@pytest.mark.parametrize(
    "text", ["bekas luka di betis saya hitam sejak kecil, malam suka kram", "kuku jempol hitam habis lari"]
)
def test_an_old_scar_or_a_nail_is_no_wound_that_blackens(told, text):
    assert "luka_hitam_bau" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "dari bokong sampai betis sering kesetrum gitu kalau batuk, kram juga",
        "pinggang sakit, kaki kanan kesetrum tiap membungkuk, betis kram",
        "betis suka kesetrum kalau bangun dari duduk",
    ],
)
def test_a_nerve_that_feels_like_a_shock_is_no_electrocution(told, text):
    found = told(text)

    assert "kesetrum" not in found
    assert "cedera" not in found


@pytest.mark.parametrize(
    "text", ["habis kesetrum kabel tadi, sekarang kaki kram", "kesetrum listrik pas nyabut colokan, betis kram"]
)
def test_a_real_shock_stays_one(told, text):
    assert "kesetrum" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "anak saya 7 tahun betis sakit tiap malam, anak tetangga begitu ternyata kanker tulang",
        "betis anak kram, saya takut leukemia",
        "kaki kram apa ini gejala kanker",
    ],
)
def test_cancer_of_somebody_else_or_only_feared_is_not_the_patients(told, text):
    assert "kanker" not in told(text)


@pytest.mark.parametrize("text", ["saya kanker payudara sedang kemo, kaki kram", "ibu saya leukemia, betisnya kram"])
def test_cancer_that_somebody_has_is_known(told, text):
    assert "kanker" in told(text)


def test_who_lifts_a_patient_into_a_wheelchair_is_not_bedridden(told):
    assert "imobilisasi" not in told("saya tkw jaga akong, tiap hari angkat dari kasur ke kursi roda, betis kram")


def test_a_cramp_at_dialysis_that_the_unit_knows_for_long_waits_for_the_next_session(decision):
    text = "bapak cuci darah sudah 3 tahun, tiap mau selesai hd kakinya pasti kram, perawatnya sudah hafal"

    assert decision(text).level is Level.DOKTER


def test_a_cramp_at_dialysis_that_comes_with_weakness_does_not_wait(decision):
    text = "bapak cuci darah sudah 3 tahun, tiap hd kakinya kram, sekarang kakinya lemah tidak bisa diangkat"

    assert decision(text).level >= Level.SEGERA


def test_the_body_that_a_speaker_tells_of_is_that_of_the_one_told_of_before(real_reader):
    read = real_reader.read("anak saya kakinya sakit. mama saya bilang itu kakinya lagi pegal")

    assert {m.experiencer for m in read.of(Kind.FINDING)} == {"anak"}
