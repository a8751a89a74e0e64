"""How urgent it is, no more and no less: what is past, what is mild, what may be weakness, a late period.

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
def level(decision):
    return lambda text: decision(text).level


@pytest.fixture(scope="module")
def told(real_reader):
    kinds = (Kind.FINDING, Kind.CONTEXT, Kind.POPULATION)
    return lambda text: {m.value for kind in kinds for m in real_reader.read(text).of(kind)}


@pytest.mark.parametrize(
    "text",
    [
        "saya busui, bayi 5 bulan, betis suka kram malam",
        "masih menyusui anak umur 10 bulan dan kaki sering kram",
        "anak saya 6 bulan. sejak melahirkan betis kram terus tiap malam",
        "menyusui si kecil yang umur 1 tahun, kaki kram",
    ],
)
def test_the_age_of_the_child_says_how_long_ago_it_was_born(told, text):
    assert "nifas" not in told(text)


@pytest.mark.parametrize(
    "text", ["menyusui bayi 2 minggu, betis kram", "baru melahirkan 10 hari, kaki kram", "lagi nifas"]
)
def test_the_weeks_after_birth_stay_what_they_are(told, text):
    assert "nifas" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "ginjal bapak kurang bagus, betisnya kram tiap malam",
        "kata dokter fungsi ginjal saya mulai menurun, kram hampir tiap malam",
        "ginjal ibu agak terganggu, kakinya sering kram",
    ],
)
def test_kidneys_a_little_worse_and_ordinary_cramps_wait_for_the_doctor(level, text):
    assert level(text) is Level.DOKTER


@pytest.mark.parametrize(
    "text", ["gagal ginjal stadium 4 dan kram tiap malam", "ginjal tinggal 15 persen, sering kram"]
)
def test_advanced_kidney_disease_is_seen_today_and_no_dialysis_unit_is_named(decision, text):
    found = decision(text)
    assert found.level is Level.SEGERA
    assert "cuci darah" not in found.lead.say


def test_who_dialyses_is_sent_to_the_dialysis_unit(decision):
    assert "unit cuci darah" in decision("saya cuci darah rutin, badan lemas semua dan kram").lead.say


@pytest.mark.parametrize(
    "text",
    ["habis badminton betis sering kram", "kalau renang jari kaki suka kram", "tiap main basket paha selalu kram"],
)
def test_cramps_that_only_come_with_sport_need_no_search_for_a_cause(level, text):
    assert level(text) in {Level.NONE, Level.MANDIRI}


@pytest.mark.parametrize("text", ["tiap malam betis kram, siangnya saya senam", "sejak ikut gym betis kram tiap malam"])
def test_cramps_of_every_night_do_whatever_sport_somebody_does(told, text):
    assert "kram_sering" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "kaki kiri bapak berat buat jalan sejak bangun tidur, umurnya 66",
        "usia saya 58, kaki kanan kram lalu berat diangkat dari tadi pagi",
        "betis mertua kram subuh tadi, sekarang jalannya diseret",
        "saya 61 tahun darah tinggi, kaki kiri berat sejak kemarin",
    ],
)
def test_one_leg_that_is_suddenly_heavy_may_be_weak(told, level, text):
    assert "kaki_berat_sebelah" in told(text)
    assert level(text) >= Level.DOKTER


@pytest.mark.parametrize(
    "text",
    [
        "bapak 70 tahun betisnya kram tiap malam",
        "umur 24 habis futsal kaki kanan berat",
        "ibu 65 tahun kedua kaki berat kalau sore sudah lama",
        "kerja berat seharian kaki kiri kram, umur 52",
    ],
)
def test_plain_cramps_of_the_old_and_tired_legs_of_the_young_are_no_weakness(told, text):
    assert "kaki_berat_sebelah" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "telat mens 9 hari perut bawah kram",
        "haid belum datang, perut kram terus apakah saya hamil",
        "telat haid perut mules",
    ],
)
def test_a_late_period_with_a_sore_belly_is_neither_soothed_nor_taken_for_labour(decision, text):
    found = decision(text)
    assert found.level is Level.DOKTER
    assert found.lead.id == "D33"


@pytest.mark.parametrize(
    "text", ["telat haid sebulan, perut kanan bawah sakit banget", "telat mens, perut kram sampai pingsan"]
)
def test_a_late_period_with_severe_pain_or_fainting_is_an_emergency(level, text):
    assert level(text) is Level.DARURAT


def test_a_late_period_with_a_positive_test_is_a_pregnancy(level):
    assert level("telat haid 3 minggu, testpack positif, perut bawah kram") >= Level.SEGERA


@pytest.mark.parametrize(
    "text",
    ["kram betis habis futsal, 2 hari belum hilang pegalnya", "habis badminton kram, pegalnya 3 hari tidak hilang"],
)
def test_soreness_that_sport_left_is_no_pain_that_stays(told, text):
    assert "nyeri_betis_menetap" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "habis naik bus 9 jam betis kram, sekarang masih nyeri sebelah kiri kalau ditekan",
        "betis kanan sesudah operasi dua minggu lalu kram, masih nyeri kalau dipencet",
    ],
)
def test_one_calf_still_tender_after_a_long_journey_or_surgery_is_seen_today(level, text):
    assert level(text) >= Level.SEGERA


def test_what_may_happen_some_day_is_no_emergency(level):
    assert level("kalau nanti saya kram di gunung sampai sesak, harus bagaimana?") is Level.NONE
    assert level("saya kram di gunung sampai sesak, harus bagaimana?") is Level.DARURAT


@pytest.mark.parametrize(
    "text",
    [
        "ngomong agak cadel dari pagi",
        "bicaranya rada ga jelas, kirain belum pake gigi palsu",
        "omongannya kurang jelas sejak bangun",
        "tadi pagi ngomongnya agak cadel, mungkin kecapekan",
        "kaki kanannya kram, berat dipake jalan, ngomongnya sedikit pelo",
    ],
)
def test_a_sign_of_a_stroke_that_is_made_small_stays_one(level, text):
    assert level(text) is Level.DARURAT


@pytest.mark.parametrize(
    "text",
    [
        "anak saya ngomong cadel dari kecil, kakinya kram",
        "omongan dokter kurang jelas, jadi saya tanya soal kram di sini",
        "suara telepon kurang jelas, betis saya kram",
    ],
)
def test_speech_that_is_unclear_for_another_reason_is_no_stroke(level, text):
    assert level(text) <= Level.DOKTER


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("bapak saya 59 tahun kaki kirinya kram katanya, berat dibuat jalan", True),
        ("ibu 64 th kaki kanannya kram dari kemarin, katanya berat dipake jalan", True),
        ("kakek 75 th kaki kanan kram tiap malam, berat dibuat jalan", False),
        ("kram betis habis main bola, kaki kanan berat buat jalan", False),
    ],
)
def test_a_leg_of_somebody_of_age_that_cramps_and_is_heavy_is_asked_about(real_reader, text, asked):
    told = {m.value for m in real_reader.read(text).of(Kind.FINDING)}

    assert ("kaki_berat_sebelah" in told) is asked


def test_a_birth_that_somebody_spoke_of_as_to_come_is_none_of_last_week(real_reader):
    text = "menyusui anak kedua umur 4 bulan. bidan dulu bilang nanti abis lahiran hilang sendiri, sekarang masih kram"

    assert "nifas" not in {m.value for m in real_reader.read(text).of(Kind.POPULATION)}


def test_a_calf_that_hurts_in_the_week_after_a_birth_is_seen_today(level):
    assert level("abis lahiran 5 hari betis kiri sakit ga ilang2") >= Level.SEGERA


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("betisnya ga merah cuma bengkak dikit", "bengkak_tak_jelas"),
        ("kaki ga bengkak cuma pegel kalau sore", "pegal_kaki"),
        ("betis tidak panas tapi kemerahan", "merah_hangat"),
    ],
)
def test_what_stands_behind_a_but_is_not_denied(real_reader, text, there):
    assert there in {m.value for m in real_reader.read(text).of(Kind.FINDING)}


def test_what_is_denied_before_it_stays_denied(real_reader):
    told = {m.value for m in real_reader.read("kaki ga bengkak cuma pegel kalau sore").of(Kind.FINDING)}

    assert "bengkak_satu_kaki" not in told


def test_a_nursing_mother_of_a_baby_of_months_with_night_cramps_sees_a_doctor_without_hurry(level):
    text = (
        "saya menyusui anak kedua umur 5 bulan. dari hamil dulu sering kram, sampai sekarang masih hampir tiap malam, "
        "besoknya betis masih ngilu seharian. boleh minum magnesium ga?"
    )

    assert level(text) is Level.DOKTER


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("betis kanan anget dan gede sebelah, mungkin keseleo kali", False),
        ("betis bengkak sebelah, dikira keseleo sama ibu", False),
        ("kemarin keseleo pas turun tangga, sekarang bengkak", True),
        ("jatuh dari motor, mungkin keseleo, pergelangan bengkak", True),
    ],
)
def test_an_injury_that_is_only_guessed_at_explains_no_swelling_away(real_reader, text, hurt):
    told = {m.value for m in real_reader.read(text).of(Kind.FINDING)}

    assert ("cedera" in told) is hurt
