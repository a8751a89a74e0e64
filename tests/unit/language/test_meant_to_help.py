"""A slap that eases a cramp hurts nobody, what nobody measured is not had, and what is sore is no cramp that holds."""

from __future__ import annotations

import pytest

from kram.dialogue.deciding import read_alone
from kram.language.model import Kind
from kram.triage.model import Level

SLAPPED = [
    "suami malah dipukul2 betisnya pas kram, boleh gak sih?",
    "betisnya ditabok istri biar lemes, kram",
    "kalo kram suka digebukin pelan sama bapak",
    "betisku kram trus dipukulin ibu pake sapu lidi biar lemes",
    "saya pukul2 betisnya biar kramnya ilang",
    "kaki keram terus digetok tangan sama suami supaya lepas",
    "pas kram betis saya dipukul-pukul pelan",
    "tiap kram minta ditabokin betisnya",
    "kram, sama mama digeplak betisnya sampe lepas",
    "ibu mukulin betisnya sendiri kalo kram",
]
HURT = [
    "habis dipukul orang betis saya bengkak",
    "betis dipukul teman pas tawuran trus kram",
    "digebuk orang kaki saya sakit",
    "betis kena pukul balok, sekarang kram",
]


@pytest.fixture(scope="module")
def told(real_reader):
    """What a message tells, by kind: asserted and denied."""

    def read(text: str, kind: Kind, negated: bool = False) -> set[str]:
        return {m.value for m in real_reader.read(text).mentions if m.kind is kind and m.negated is negated}

    return read


@pytest.fixture(scope="module")
def level(base, real_reader):
    return lambda text: read_alone(base.triage, real_reader.read(text).mentions).level


@pytest.mark.parametrize("text", SLAPPED)
def test_who_slaps_a_cramp_to_ease_it_has_hurt_nobody(told, text):
    assert "cedera" not in told(text, Kind.FINDING)


@pytest.mark.parametrize("text", HURT)
def test_who_was_hit_is_hurt(told, text):
    assert "cedera" in told(text, Kind.FINDING)


@pytest.mark.parametrize(
    "text",
    [
        "ga tau punya diabetes apa ngga",
        "saya belum tahu apakah saya diabetes",
        "gak tau juga ada gula apa nggak",
        "belum tau ada darah tinggi atau tidak",
        "ga pernah periksa darah tinggi",
        "blm pernah cek diabetes",
        "kurang tau sakit jantung apa nggak",
        "belum pernah cek gula sama darah tinggi",
        "ga punya diabetes kayaknya, belum pernah cek",
        "belum cek gula darah tinggi atau nggak",
    ],
)
def test_what_was_never_measured_is_neither_had_nor_denied(told, text):
    diseases = {"diabetes", "hipertensi", "gagal_jantung"}

    assert not diseases & (told(text, Kind.POPULATION) | told(text, Kind.POPULATION, negated=True))


@pytest.mark.parametrize(
    ("text", "disease"),
    [
        ("saya punya diabetes tapi belum pernah cek hba1c", "diabetes"),
        ("diabetes, belum pernah cek ginjal", "diabetes"),
        ("bapak darah tinggi tapi ga pernah cek tensi", "hipertensi"),
        ("mau kontrol diabetes saya", "diabetes"),
    ],
)
def test_a_disease_that_is_only_not_measured_stays(told, text, disease):
    assert disease in told(text, Kind.POPULATION)


@pytest.mark.parametrize("text", ["bukan diabetes, sudah cek", "ga ada diabetes, ga darah tinggi"])
def test_what_is_denied_stays_denied(told, text):
    assert "diabetes" in told(text, Kind.POPULATION, negated=True)


@pytest.mark.parametrize(
    "text",
    [
        "kram dari jam 3 pagi skrg jam 5 msh pegel",
        "tadi kram jam 4 subuh, sekarang udah jam 7 betisnya masih berasa pegel",
        "kram semalam jam 2, ini jam 6 masih agak pegal",
    ],
)
def test_what_is_still_sore_is_no_cramp_that_holds(level, text):
    assert level(text) < Level.DOKTER


@pytest.mark.parametrize(
    "text",
    [
        "kram betis dari jam 2 sampe jam 5 gak lepas2, pegel banget",
        "dari jam 3 pagi kram, sampe skrg jam 5 masih keras",
        "kaki kram dari semalam ga ilang2, sampe skrg masih kenceng",
    ],
)
def test_a_cramp_that_holds_for_hours_is_an_emergency(level, text):
    assert level(text) is Level.DARURAT


@pytest.mark.parametrize(
    "text",
    ["kram kaki dari kemarin ga sembuh2 tiap jalan sakit", "kram betis dari semalam belum sembuh, buat jalan sakit"],
)
def test_who_walks_with_a_cramp_not_healed_since_yesterday_is_seen_today(level, text):
    assert level(text) is Level.SEGERA


def test_who_walks_with_a_cramp_not_healed_for_days_is_seen_by_a_doctor(level):
    assert level("betis kram 2 hari belum sembuh, tiap jalan sakit") is Level.DOKTER


def test_the_sock_that_a_leg_feels_like_is_no_sock(told):
    text = "gula bapak 250, kakinya tebal kayak pakai kaos kaki"

    assert not told(text, Kind.REMEDY) & {"kaus_kaki"}
    assert not told(text, Kind.TOPIC) & {"kaus-kaki"}


def test_a_mother_who_nurses_is_not_her_child(real_reader, told):
    text = "punya anak 2, si kecil umur 5 bulan masih asi, kaki sering kram malem2"

    assert real_reader.read(text).person in ("", "diri")
    assert not told(text, Kind.POPULATION) & {"anak", "anak_kecil"}


@pytest.mark.parametrize("text", ["si kecil kakinya kram tiap malam", "si bungsu 6 th kakinya sakit malam hari"])
def test_the_little_one_is_the_patient(real_reader, text):
    assert real_reader.read(text).person == "anak"
