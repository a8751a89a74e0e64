"""Danger that is told in other words: pain called a cramp, swelling as size, an arm alone, no part named at all.

Each class has examples in fresh words; when one fails, mend the class and not the example.
"""

from __future__ import annotations

import pytest

from kram.language.model import SELF, Analysis, Kind


def told(read: Analysis, kind: Kind) -> set[str]:
    """The ids of one kind that are said to hold now."""
    return {mention.value for mention in read.of(kind)}


@pytest.fixture(scope="module")
def findings(real_reader):
    """Findings that a message tells of."""
    return lambda text: told(real_reader.read(text), Kind.FINDING)


@pytest.fixture(scope="module")
def denied(real_reader):
    """Findings that a message says are not there."""
    return lambda text: {m.value for m in real_reader.read(text).mentions if m.kind is Kind.FINDING and m.negated}


@pytest.fixture(scope="module")
def people(real_reader):
    """Populations that a message tells of."""
    return lambda text: told(real_reader.read(text), Kind.POPULATION)


# --- a pain that is called a cramp ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "ngilu di betis serasa kram, udah lima hari ga reda reda",
        "pegal linu kaya kram di paha dari hari rabu",
        "betis kanan sakit macam keram, sudah seminggu",
        "sakit kram di betis udah 4 hari ga mau hilang",
        "betis keram ga ilang ilang sudah empat hari",
        "paha keram lima hari nyut-nyutan terus",
        "suku abdi nyeri tos opat dinten teu cageur",
        "wis limang dino lara terus",
        "linu mirip kram, tos genep dinten",
    ],
)
def test_a_pain_of_days_persists_though_it_is_likened_to_a_cramp(findings, text):
    assert "nyeri_betis_menetap" in findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "kram tiap malam udah 4 hari",
        "masih kram nih",
        "kram betis udah 3 hari",
        "kramnya ilang timbul 3 hari ini",
        "kram kaki tiap malam sudah 2 minggu ga ilang2",
        "nyeri kaya kram waktu haid 3 hari",
        "kepala sakit 3 hari",
        "anak saya sakit 3 hari, izin sekolah",
        "otot ngilu dua hari habis olahraga",
    ],
)
def test_a_cramp_that_comes_again_and_another_ache_are_no_lasting_pain_of_the_calf(findings, text):
    assert "nyeri_betis_menetap" not in findings(text)


def test_a_pain_likened_to_a_cramp_is_a_pain_beside_the_cramp(findings):
    assert {"nyeri_kaki", "kram_betis"} <= findings("ngilu kayak keram di paha kiri")


# --- how long an attack lasts --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["kram gak reda2 sejak tadi", "aduh keram ga lepas2 dari tadi", "kram ga ilang2 seharian"]
)
def test_an_attack_that_does_not_end_lasts_more_than_ten_minutes(findings, text):
    assert findings(text) & {"kram_lebih_10_menit", "kram_lebih_1_jam"}


@pytest.mark.parametrize(
    "text",
    [
        "udah dipijet tetep sakit",
        "sikilku kram, wis diurut isih lara",
        "masih sakit",
        "kram udah ilang tapi takut dateng lagi",
        "kramnya lumayan enakan",
        "kram ga ilang2 udah berbulan bulan",
        "obat udah diminum kram gak ilang2",
    ],
)
def test_what_hurts_still_or_comes_for_months_is_no_attack_of_ten_minutes(findings, text):
    assert not findings(text) & {"kram_lebih_10_menit", "kram_lebih_1_jam"}


# --- swelling told as size -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "kok betis kanan lebih gemuk ketimbang yang kiri ya",
        "betis kiri agak membesar dibanding kanan",
        "lebih gendut dikit dari yang kiri",
        "ukuran betis saya beda kanan sama kiri",
        "sikil sing kiwa luwih gedhe tinimbang tengen",
        "bitis nu kenca leuwih badag ti nu katuhu",
    ],
)
def test_a_leg_bigger_than_the_other_is_swollen(findings, text):
    assert "bengkak_satu_kaki" in findings(text)


@pytest.mark.parametrize(
    "text", ["betis kiri ga lebih besar dari kanan", "kanan kiri sama besar kok", "ga gede sebelah sih"]
)
def test_legs_of_one_size_are_not_swollen(denied, findings, text):
    assert "bengkak_satu_kaki" in denied(text)
    assert "bengkak_satu_kaki" not in findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "betis saya gendut, ngecilinnya gimana",
        "sepatu kiri lebih besar dari kanan",
        "kram lebih besar risikonya di umur berapa",
    ],
)
def test_the_size_of_something_else_is_no_swelling(findings, text):
    assert "bengkak_satu_kaki" not in findings(text)


# --- one arm -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "lengan kiri kok lemas ga bisa ngangkat gelas",
        "tangan kanan ga kuat megang sendok",
        "tangan kiri semutan, terus lunglai gitu",
        "lengan kanan tiba-tiba baal",
        "tangan sama kaki sebelah kiri kebas",
    ],
)
def test_one_weak_or_suddenly_numb_arm_may_be_a_stroke(findings, text):
    assert "tanda_stroke" in findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "kesemutan di tangan kanan kiri",
        "tangan kiri kesemutan karena ketindihan pas tidur",
        "tangan kanan suka kesemutan kalau naik motor",
        "tangan kanan lemes abis gym",
        "kaki kiri kram, tangan kanan pegang hp",
        "tangan ga lemes kok",
        "lengan kanan bengkak ga bisa diangkat habis jatuh",
    ],
)
def test_tingling_with_a_reason_and_a_tired_arm_are_no_stroke(findings, text):
    assert "tanda_stroke" not in findings(text)


# --- signs without a part ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "ndak bengkak ndak merah",
        "bengkak engga, merah juga engga",
        "ora bengkak lan ora abang blas",
        "henteu bareuh henteu beureum",
    ],
)
def test_signs_denied_without_a_part_are_denied_of_the_leg(denied, findings, text):
    assert {"bengkak_satu_kaki", "merah_hangat"} <= denied(text)
    assert not findings(text)


@pytest.mark.parametrize(
    "text", ["merah terus panas gitu", "iya bengkak sama anget", "ga bengkak sih tapi merah", "merahnya sebelah kiri"]
)
def test_signs_told_without_a_part_are_those_of_the_leg(findings, text):
    assert "merah_hangat" in findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "muka ga bengkak",
        "mata merah sama panas",
        "tangan merah panas",
        "pipi bengkak sebelah",
        "kencing merah panas",
        "kalau ga bengkak berarti aman?",
    ],
)
def test_signs_of_another_part_and_supposed_ones_say_nothing_of_the_leg(real_reader, text):
    legs = {"bengkak_satu_kaki", "merah_hangat", "kaki_dingin_pucat_biru"}
    assert not legs & {m.value for m in real_reader.read(text).mentions}


# --- then and others -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "varises muncul sejak hamil anak pertama",
        "pas hamil si sulung dulu sering kram",
        "punya varises peninggalan hamil",
        "dari hamil 7 bulan sering kram, sekarang sudah lahiran 2 minggu",
    ],
)
def test_a_pregnancy_that_is_over_is_none_now(people, text):
    assert not {value for value in people(text) if value.startswith("hamil")}


@pytest.mark.parametrize(
    "text", ["kaki kram sejak hamil", "sejak hamil anak kedua ini kram terus", "saya sedang hamil anak ketiga"]
)
def test_a_pregnancy_that_goes_on_is_told(people, text):
    assert "hamil" in people(text)


@pytest.mark.parametrize(
    "text",
    [
        "dulu ayah saya cocok minum kina, saya boleh?",
        "suami saya cocok sama tolperison, buat saya aman ga",
        "mertua saranin diurut",
        "kakak saya rekomendasiin salonpas",
        "disaranin teman minum magnesium",
    ],
)
def test_whom_something_once_helped_and_who_advises_is_not_the_patient(real_reader, text):
    assert real_reader.read(text).person in {"", SELF}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("bapak saya kram, dulu cocok pakai balsem", "bapak"),
        ("bapak saya cocok minum apa buat kram", "bapak"),
        ("nenek saya minum furosemid, dikasih magnesium sama tetangga boleh?", "nenek"),
    ],
)
def test_the_patient_stays_the_patient(real_reader, text, who):
    assert real_reader.read(text).person == who


# --- children ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "anak saya umur 4 tahun kalau malem betis sakit, pas pagi udah lompat-lompat",
        "anak 9 th betis sakit malam hari, siangnya tetap sepedaan",
        "bocah 6 th betis ngilu kalau malam, besoknya main kayak biasa",
    ],
)
def test_a_childs_leg_that_is_well_by_day_has_no_lasting_pain(findings, text):
    assert not findings(text) & {"nyeri_betis_menetap", "tidak_mau_jalan"}


@pytest.mark.parametrize(
    "text", ["anak betis sakit malam, pagi masih pincang", "balita minta gendong terus kakinya sakit"]
)
def test_a_child_that_limps_or_will_not_walk_is_told(findings, text):
    assert "tidak_mau_jalan" in findings(text)


# --- medicines -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("konsumsi rosuva 10", "statin"),
        ("rutin atorvastatin tiap malam", "statin"),
        ("sy minum hctz tiap pagi", "diuretik"),
        ("minum furosemide", "diuretik"),
        ("dapat spironolakton", "diuretik"),
        ("minum simarc", "antikoagulan"),
        ("punya maag", "lambung"),
        ("asam lambung suka naik", "lambung"),
        ("lambung saya sensitif", "lambung"),
    ],
)
def test_a_medicine_or_an_illness_by_name_is_a_population(people, text, value):
    assert value in people(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("minum amlodipin", "diuretik"), ("ga minum statin", "statin"), ("belum minum warfarin", "antikoagulan")],
)
def test_another_medicine_and_one_not_taken_are_none(people, text, value):
    assert value not in people(text)


# --- what did not happen -------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["ga abis kepleset kok", "kram betis, ga habis jatuh"])
def test_a_fall_that_did_not_happen_is_denied(denied, text):
    assert "cedera" in denied(text)


@pytest.mark.parametrize("text", ["abis kepleset, betis kram", "nyerinya ga abis-abis abis jatuh"])
def test_a_fall_that_happened_is_told(findings, text):
    assert "cedera" in findings(text)
