"""Complaints that are no ordinary cramp: what was moved, lifted, sweated or stood through makes them something else."""

import pytest

from kram.language.model import Kind


def told(reader, text: str) -> set[str]:
    """Values of what a message tells, and does not deny."""
    return {m.value for m in reader.read(text).mentions if not m.negated and m.kind is not Kind.TOPIC}


@pytest.mark.parametrize(
    "text",
    [
        "hamstring saya ketarik waktu sprint kemarin",
        "habis smash badminton betis kanan langsung ketarik",
        "paha dalam ketarik pas nendang bola",
        "betis ketarik pas angkat lemari tadi pagi",
    ],
)
def test_a_muscle_pulled_in_a_movement_is_no_cramp(real_reader, text):
    found = told(real_reader, text)

    assert "otot_tertarik" in found
    assert not {"kram_betis", "kram_tak_jelas"} & found


@pytest.mark.parametrize(
    "text",
    [
        "betis ketarik tiap malam pas tidur",
        "dok betis saya sering ketarik habis futsal",
        "betis ketarik kalau bangun tidur",
    ],
)
def test_what_pulls_at_night_or_again_and_again_stays_a_cramp(real_reader, text):
    found = told(real_reader, text)

    assert "otot_tertarik" not in found
    assert {"kram_betis", "kram_tak_jelas"} & found


@pytest.mark.parametrize(
    "text",
    [
        "semalam betis kram hebat, sekarang masih nyeri dipakai jalan",
        "kram betis tadi subuh, sakit sampai sore",
    ],
)
def test_what_is_left_of_a_cramp_is_told(real_reader, text):
    assert "sesudah" in told(real_reader, text)


def test_soreness_days_after_a_first_training_is_told(real_reader):
    found = told(real_reader, "habis squat kemarin, hari ini paha sakit tidak bisa jongkok. ini kram apa gimana")

    assert "nyeri_latihan" in found
    assert not {"kram_betis", "sekarang"} & found


def test_heavy_work_in_the_heat_is_told(real_reader):
    assert "kerja_panas" in told(real_reader, "habis macul di sawah panas terik betis sama tangan kram")
    assert "kerja_panas" not in told(real_reader, "betis kram tiap malam, keringat dingin")


def test_soles_that_burn_are_told_and_a_hot_compress_is_not(real_reader):
    assert "telapak_panas" in told(real_reader, "telapak kaki saya panas kayak kebakar tiap malam")
    burning = told(real_reader, "telapak kaki kebakar rasanya, sy diabetes")
    assert "telapak_panas" in burning
    assert "luka_hitam_bau" not in burning  # it feels burnt, nothing turned black
    assert "luka_hitam_bau" in told(real_reader, "jempol kaki saya gosong item, sy diabetes")
    assert "telapak_panas" not in told(real_reader, "telapak kaki dikompres air panas boleh ga")


def test_feet_swollen_after_standing_and_thin_again_by_morning(real_reader):
    found = told(real_reader, "kerja berdiri 9 jam, tiap pulang kedua kaki bengkak, paginya kempes lagi")

    assert "bengkak_sore" in found
    assert "bengkak_dua_kaki" not in found


def test_whoever_kicks_in_their_sleep_is_not_unconscious(real_reader):
    found = told(real_reader, "suami saya kalau tidur suka nendang-nendang kakinya, dia tidak sadar")

    assert "tendang_tidur" in found
    assert "pingsan" not in found


def test_who_cannot_be_woken_still_is(real_reader):
    text = "suami tidur nendang-nendang terus tidak sadar, dibangunkan tidak bangun, mulutnya berbusa"

    assert "tendang_tidur" not in told(real_reader, text)


def test_a_shock_is_told_and_a_pain_like_one_is_not(real_reader):
    assert "kesetrum" in told(real_reader, "tadi kesetrum mesin cuci, betis masih kram")
    assert "kesetrum" not in told(real_reader, "betis rasanya kayak kesetrum kalau duduk lama")


def test_a_week_of_twitching_does_not_last_yet(real_reader):
    assert "otot_mengecil" not in told(real_reader, "betis kedutan sudah seminggu")
    assert "otot_mengecil" not in told(real_reader, "kedutan di paha seminggu ini tidak berhenti-berhenti")
    assert "otot_mengecil" in told(real_reader, "betis kedutan sudah 2 bulan")


@pytest.mark.parametrize(
    "text",
    [
        "sering kram, haus terus, pipis terus",
        "anak saya kurusan, haus terus, malam bolak balik pipis",
        "beser terus sama haus, kaki suka keram",
        "sering kencing dan bb turun 5 kilo, betis kram",
    ],
)
def test_signs_of_high_sugar_are_told_beside_a_cramp(real_reader, text):
    assert "gejala_gula" in told(real_reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "gak haus kok, gak sering kencing juga, cuma kram",
        "hamil muda sering kencing, betis kram",
        "kerja di sawah haus banget, kaki kram",
        "diet ketat berat badan turun, kaki kram",
    ],
)
def test_thirst_at_work_or_a_full_bladder_in_pregnancy_is_no_sign_of_sugar(real_reader, text):
    assert "gejala_gula" not in told(real_reader, text)


def test_stairs_that_are_too_much_are_no_heavy_exercise(real_reader):
    assert "olahraga_berat" not in told(real_reader, "paha lemes susah naik tangga, pipis warna teh")
    assert "olahraga_berat" in told(real_reader, "habis naik tangga 12 lantai paha lemes, pipis warna teh")


@pytest.mark.parametrize("text", ["kaki saya bengkak", "dok kaki istri saya bengkak", "hamil 7 bulan kaki bengkak"])
def test_a_swelling_of_nobody_knows_which_leg_is_told_as_that(real_reader, text):
    assert "bengkak_tak_jelas" in told(real_reader, text)


@pytest.mark.parametrize(
    "text", ["kaki kanan bengkak", "kaki bengkak dua-duanya", "kaki bengkak habis jatuh", "muka bengkak, kaki tidak"]
)
def test_a_swelling_of_which_more_is_told_is_not_unclear(real_reader, text):
    assert "bengkak_tak_jelas" not in told(real_reader, text)


def test_a_complaint_elsewhere_that_is_denied_is_none(real_reader):
    assert real_reader.read("ga pusing kok, cuma kaki pegel").outside == ()
    assert real_reader.read("kepala pusing, kaki pegel").outside != ()


def test_legs_that_ache_with_a_fever_and_without_any_sport_are_not_sore_from_it(real_reader):
    sore = told(real_reader, "kemarin habis squat banyak, hari ini dua-duanya paha sakit")
    assert "nyeri_betis_menetap" not in sore
    ill = told(real_reader, "bukan habis olahraga, badan 39, dua betis ngilu parah dari kemarin tidak reda-reda")
    assert "nyeri_betis_menetap" in ill


@pytest.mark.parametrize(
    "text",
    [
        "kaki kiri sering keram dan terasa dingin, usia 50, perokok",
        "kaki kanan suka dingin dan kram",
        "kaki kanan saya sering dingin",
        "telapak kaki kiri bapak sering dingin, betisnya kram",
    ],
)
def test_one_leg_that_is_often_cold_is_for_a_doctor(real_reader, text):
    assert "kaki_dingin_lama" in told(real_reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "betis kanan sering kram kalau kena ac dingin",
        "kaki kiri sering kram, keringat dingin",
        "kaki kiri sering kram, enak dikompres dingin ga",
        "kedua kaki saya sering dingin",
        "kaki kanan ga dingin, sering kram aja",
    ],
)
def test_cold_of_another_kind_is_no_cold_leg(real_reader, text):
    assert "kaki_dingin_lama" not in told(real_reader, text)
