"""Tired legs that are not paralysed, illnesses only feared, helpers, numb soles, red joints, mere questions.

Each class has examples in fresh words; when one fails, mend the class and not the example.
"""

from __future__ import annotations

import pytest

from kram.dialogue.deciding import read_alone
from kram.knowledge.base import load_knowledge
from kram.language.model import Analysis, Kind
from kram.triage.model import Level


def told(read: Analysis, kind: Kind) -> set[str]:
    """The ids of one kind that are said to hold now."""
    return {mention.value for mention in read.of(kind)}


@pytest.fixture(scope="module")
def findings(real_reader):
    """Findings that a message tells of."""
    return lambda text: told(real_reader.read(text), Kind.FINDING)


@pytest.fixture(scope="module")
def people(real_reader):
    """Populations that a message tells of."""
    return lambda text: told(real_reader.read(text), Kind.POPULATION)


@pytest.fixture(scope="module")
def triage(real_reader):
    """What the table says to a message by itself."""
    table = load_knowledge().triage
    return lambda text: read_alone(table, real_reader.read(text).mentions)


# --- weak or merely tired ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "dua kaki lemes abis begadang",
        "kedua kaki lemas, belum sarapan dari pagi",
        "kaki kanan kiri lemes pegel sejak minum atorvastatin",
        "bab air 7 kali, kaki dua-duanya kram sama lemes",
        "kedua kaki rasanya lemas dan pegal linu",
        "lagi puasa, dua kaki gemeteran lemes",
        "kaki lemes semua abis angkat galon",
    ],
)
def test_tired_legs_are_no_rising_weakness(findings, text):
    assert "lemah_dua_kaki" not in findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "kedua kaki melemah dari semalam",
        "dua kaki lemes tau2 ambruk, ga bisa berdiri tiba-tiba",
        "kaki kanan kiri lemah makin hari makin naik ke pinggang",
        "kedua tungkai lemas sejak 2 hari",
        "dua-duanya kaki lemes, diangkat aja ga kuat, ga bisa diangkat",
        "kedua kaki ga kuat nopang badan dari subuh",
        "sikil loro-lorone lemes, ora iso ngadeg",
        "kakiku dua-duanya lemaski, tidak bisami berdiri",
    ],
)
def test_legs_newly_or_more_and_more_weak_are_told(findings, text):
    assert "lemah_dua_kaki" in findings(text)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("sebulan minum rosuvastatin, paha betis dua-duanya ngilu", "S06"),
        ("habis ganti simvastatin otot kaki pegel semua", "S06"),
        ("minum atorvastatin, betis pegal", "D17"),
        ("mencret 5x betis kram lemes", "S09"),
        ("muntaber dari pagi, kram di mana-mana, pipis tinggal dikit", "S27"),
        ("habis kebanjiran betis nyeri dipencet", "D26"),
        ("lagi diet ketat jantung suka deg-degan berdebar", "D27"),
        ("jempol kaki bengkak merah nyut-nyutan", "D25"),
        ("lutut kiri bengkak merah, badan panas", "S30"),
        ("saya diabetes, jempol kaki merah bengkak", "S31"),
        ("barusan digigit ular", "R29"),
    ],
)
def test_the_rule_that_fires(triage, text, rule):
    assert rule in {r.id for r in triage(text).rules}


def test_six_times_is_no_degree(findings):
    assert "kering_berat" not in findings("diare 6 kali dari pagi, kaki lemas")


# --- feared or guessed ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "takut kena parkinson dok",
        "jangan2 saya gagal ginjal",
        "jangan-jangan kanker tulang ya",
        "curiga diabetes sih gejalanya",
        "ini diabetes bukan ya?",
        "mungkin sakit ginjal kali ya",
        "parno kena MS gara2 baca google",
        "was-was diabetes nih",
    ],
)
def test_an_illness_feared_or_guessed_is_nobodys(people, text):
    assert not people(text) & {"neurologis", "ginjal", "kanker", "diabetes"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("saya diabetes, betis kram", "diabetes"),
        ("mungkin karena saya gagal ginjal ya dok", "ginjal"),
        ("ibu kena parkinson 3 tahun", "neurologis"),
        ("mungkin saya hamil", "hamil"),
    ],
)
def test_an_illness_that_is_there_stays(people, text, value):
    assert value in people(text)


# --- helpers and witnesses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "temen futsal suka narikin kaki saya pas kram",
        "suami yang ngurutin, betis saya masih kram",
        "kram sampe nangis, istri saya ikut panik",
        "betis kanan kram jam 3, suami saya sampai kebangun",
        "anak saya yang pijitin, paha saya kram",
    ],
)
def test_who_helps_or_looks_on_is_not_the_patient(real_reader, text):
    told_of = {m.experiencer for m in real_reader.read(text).of(Kind.FINDING)}
    assert told_of == {"diri"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("suami saya sering terbangun malam karena betisnya kram", "suami"),
        ("ibu suka mijitin kakinya sendiri, kram tiap malam", "ibu"),
        ("teman saya kram betis tiap futsal", "teman"),
    ],
)
def test_whose_leg_it_is_stays_the_patient(real_reader, text, person):
    assert person in {m.experiencer for m in real_reader.read(text).of(Kind.FINDING)}


# --- numb soles and wounds not felt --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "telapak kaki rasanya tebel",
        "tapak kaki katanya kayak menebal",
        "kalo nginjek kerikil ga kerasa",
        "jalan kayak pakai kaus kaki padahal nyeker",
        "telapak ga kerasa kalau diinjek",
        "kaki kesulut rokok ga kerasa",
    ],
)
def test_thick_soles_are_numb(findings, text):
    assert "kebas_menetap" in findings(text)


@pytest.mark.parametrize(
    "text", ["pakai kaos kaki tebal", "bulu kaki saya tebal", "kulit tumit tebal kapalan", "sol sepatu tebal"]
)
def test_thick_things_are_not_numb(findings, text):
    assert "kebas_menetap" not in findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "bapak kencing manis, kemarin kakinya kena knalpot malah ga kerasa",
        "ibu diabetes. lecet di jempolnya berair terus",
        "saya diabetes, nginjek beling ga kerasa tau2 berdarah",
    ],
)
def test_an_unfelt_or_wet_wound_of_a_diabetic_is_urgent(triage, text):
    assert triage(text).level >= Level.SEGERA


# --- a toe, another part, a question -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["ibu jari kaki mendadak bengkak merah", "jari kaki bengkak panas", "dengkul merah bengkak"]
)
def test_a_red_toe_or_knee_is_no_red_leg(findings, text):
    assert "sendi_bengkak_merah" in findings(text)
    assert not findings(text) & {"merah_hangat", "bengkak_satu_kaki"}


@pytest.mark.parametrize("text", ["betis kiri bengkak merah", "kaki kanan merah bengkak panas"])
def test_a_red_leg_stays_one(findings, text):
    assert findings(text) & {"merah_hangat", "bengkak_satu_kaki"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("tangan kebas, kaki enggak", {"lain"}),
        ("perut kram pas dapet", {"lain"}),
        ("kelopak mata kedutan", {"lain"}),
        ("bukan betis, telapak kaki", {"kaki"}),
        ("kaki tidak bengkak", {"kaki"}),
    ],
)
def test_a_part_that_is_denied_is_not_meant(real_reader, text, parts):
    assert set(real_reader.read(text).parts) == parts


@pytest.mark.parametrize(
    "text", ["ototnya robek ga ya dok", "apa uratnya putus ya", "ini tendon robek apa cuma kram", "takutnya otot sobek"]
)
def test_who_asks_whether_it_is_torn_heard_nothing(findings, text):
    assert not findings(text) & {"bunyi_pletak", "cedera"}


@pytest.mark.parametrize(
    "text", ["ada bunyi krek di betis", "betis kayak ditendang pas lari", "kata dokter otot betisnya robek"]
)
def test_a_sound_or_a_tear_that_is_told_stays(findings, text):
    assert "bunyi_pletak" in findings(text)


# --- what does not let go ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "pulang naik kereta 11 jam, betis kiri kenceng ga ilang-ilang",
        "habis nyetir 9 jam betis kanan kram terus ga hilang2",
        "turun dari bus malam betis sebelah kaku kayak kram, ga reda-reda",
    ],
)
def test_one_calf_that_does_not_let_go_after_a_long_trip_is_urgent(triage, text):
    assert triage(text).level >= Level.SEGERA


def test_a_heart_that_beats_hard_is_no_chest_pain(findings):
    assert findings("jantung berdebar kencang") == {"jantung_berdebar"}
