"""From words to a level: properties that hold however a message is put together."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kram.dialogue.deciding import read_alone
from kram.triage.model import Level

# Each clause stands by itself: it names its own part of the body. None tells a time: "sejak kemarin" holds for what
# is told behind it, too, and that is meant.
CLAUSES = (
    "betis kiri saya bengkak sebelah",
    "saya demam",
    "saya hamil 8 bulan",
    "betis saya kram",
    "saya punya diabetes",
    "kencing saya seperti teh",
    "napas saya tidak sesak",
    "saya habis operasi lutut",
    "kaki kanan saya dingin dan pucat",
    "mulut saya mencong sebelah",
)
DANGERS = (
    "sesak napas",
    "nyeri dada",
    "batuk darah",
    "pingsan",
    "kejang seluruh badan",
    "mulut mencong",
    "bicara pelo",
    "rahang kaku",
    "kebas di selangkangan",
    "kencing seperti teh",
    "betis bengkak sebelah",
    "kaki dingin dan pucat mendadak",
)


@pytest.fixture(scope="module")
def level(base, real_reader):
    return lambda text: read_alone(base.triage, real_reader.read(text).mentions).level


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(st.sampled_from(CLAUSES), min_size=2, max_size=5, unique=True), data=st.data())
def test_the_order_of_the_clauses_does_not_matter(level, told, data):
    shuffled = data.draw(st.permutations(told))

    assert level(". ".join(shuffled)) is level(". ".join(told))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=4, unique=True), more=st.sampled_from(CLAUSES))
def test_one_more_clause_never_lowers_the_level(level, told, more):
    assert level(". ".join([*told, more])) >= level(". ".join(told))


@pytest.mark.parametrize("danger", DANGERS)
def test_a_danger_is_urgent_and_denied_it_is_not(level, danger):
    assert level(f"saya {danger}").urgent
    assert not level(f"saya tidak {danger}").urgent
    assert not level(f"tidak ada {danger}").urgent


@pytest.mark.parametrize("danger", DANGERS)
@pytest.mark.parametrize(
    "frame", ["{}", "dok {}", "{} gimana ini", "ibu saya {}", "tolong, {} dari tadi", "{} dan takut"]
)
def test_a_danger_is_seen_in_every_frame(level, frame, danger):
    assert level(frame.format(danger)).urgent


@pytest.mark.parametrize("danger", DANGERS)
def test_a_danger_that_is_only_supposed_does_not_alarm(level, danger):
    assert level(f"kalau nanti {danger} saya harus bagaimana") < Level.SEGERA


def lead(base, real_reader, text: str) -> str:
    """The id of the rule that speaks, "" for none."""
    rule = read_alone(base.triage, real_reader.read(text).mentions).lead
    return rule.id if rule else ""


@pytest.mark.parametrize(
    "text",
    [
        "pulang spinning dua jam paha bengkak keras, pipis kayak cola",
        "sehabis leg day paha kaku bengkak tidak bisa jongkok, kencingnya coklat",
        "abis maraton betis keras banget sakitnya luar biasa, kencing kayak teh",
    ],
)
def test_dark_urine_after_hard_exercise_is_told_first(base, real_reader, text):
    assert lead(base, real_reader, text) == "R30"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("saya cuci darah, hampir tiap sesi hd betis kram di jam terakhir", "S07b"),
        ("bapak dialisis, sering kram pas di mesin, mesin distop baru hilang", "S07b"),
        ("pasien hd, kadang kram waktu dialisis lalu hilang", "D11b"),
        ("rutin hd, minggu ini bolos hd, sekarang kram", "S32"),
        ("cuci darah, tiap malam di rumah betis kram", "S33"),
        ("cuci darah, sering kram pas di mesin, badan lemas tidak bertenaga semua otot lemah", "S07"),
        ("pasien cuci darah, kram pas hd belum lepas juga sudah setengah jam", "S03"),
        ("cuci darah, kram pas di mesin, jantung berdebar", "R04"),
    ],
)
def test_cramps_at_the_dialysis_machine_are_told_from_those_that_cannot_wait(base, real_reader, text, first):
    assert lead(base, real_reader, text) == first


def test_a_rice_field_counts_with_fever_and_is_no_flood(level):
    assert level("habis nandur tiga hari, demam, betis sakit semua") >= Level.SEGERA
    assert level("habis nandur tiga hari, betis pegal") < Level.DOKTER


@pytest.mark.parametrize(
    "text",
    [
        "tungkai kiri baal menjalar dari bokong ke betis, kencing normal",
        "rahang klotok klotok waktu nguap",
        "kemarin malam diserempet motor, betis lecet",
        "kolamnya dingin banget, betis mendadak kram",
        "betis dua duanya ngilu tiap malam, bangun pagi hilang",
        "habis lompat tali paha pegal ga bisa nekuk",
    ],
)
def test_what_is_often_misread_does_not_alarm(level, text):
    assert not level(text).urgent


@pytest.mark.parametrize(
    "text",
    [
        "ayah digips minggu lalu, sakitnya makin jadi minum obat ga mempan",
        "kaki saya digips, obat nyeri ga mempan, jari kaku",
    ],
)
def test_pain_that_grows_in_a_cast_is_an_emergency(level, text):
    assert level(text) is Level.DARURAT


@pytest.mark.parametrize("text", ["kaki digips, gatal di dalam", "digips sebulan, betis pegal dikit"])
def test_a_cast_that_only_itches_is_none(level, text):
    assert level(text) < Level.DARURAT


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("mencret dan muntah dua hari, kencing sedikit warnanya coklat, betis kram", "R18b"),
        ("nyeri perut kanan bawah sejak semalam, demam", "R32"),
        ("nyeri perut kanan bawah sejak semalam", "S24"),
        ("habis operasi tiroid bulan lalu, bibir dan jari kesemutan, kaki kram", "R33"),
        ("bibir dan jari kesemutan, kaki kram", "S13"),
        ("kemarin jatuh dari motor, betis kanan memar dan bengkak", "S36"),
        ("kaki kanan mertua sakit sekali, lebih dingin dari yang kiri, jarinya kebiruan", "R10"),
        ("betis kanan bengkak sebelah", "S01"),
        ("kreatinin ibu naik sedikit, kakinya kram tiap malam", "D28"),
        ("gagal ginjal kronis, kaki kram tiap malam", "S40"),
    ],
)
def test_what_explains_a_sign_leads_the_answer(base, real_reader, text, first):
    assert lead(base, real_reader, text) == first


@pytest.mark.parametrize(
    "text",
    [
        "kalo narik napas dalem dada agak nusuk",
        "dari tadi kalau tarik napas dada nusuk",
        "kalau batuk dada kayak ditusuk",
    ],
)
def test_when_breathing_in_hurts_the_chest_it_does_so_now(level, text):
    assert level(text) is Level.DARURAT


def test_a_chest_that_may_hurt_one_day_does_not_hurt_now(level):
    assert not level("kalau nanti dada nusuk harus apa").urgent
