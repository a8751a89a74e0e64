"""Another part of the body, another matter, or the leg after all."""

import pytest

from kram.dialogue.elsewhere import read_elsewhere
from kram.knowledge.base import load_knowledge


@pytest.fixture(scope="module")
def words():
    return load_knowledge().elsewhere


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("leher saya kaku boleh diurut", "leher"),
        ("tengkuk kencang obat apa", "leher"),
        ("pundak nyeri pas angkat ember", "bahu"),
        ("tangan kram kalau menulis kaki sih aman", "tangan"),
        ("kaki tidak apa-apa jari tangan kesemutan tiap malam", "tangan-kesemutan"),
        ("kaki tidak tangan saja yang kram", "tangan"),
        ("bukan di kaki yang kram lengan", "tangan"),
        ("rahang bunyi klik kalau menguap", "rahang"),
        ("gusi saya bengkak lagi", "gigi"),
        ("kelopak mata kedutan", "mata-kedutan"),
        ("pipi kedut-kedut apa stroke", "muka"),
        ("kram di tangan kiri sudah seminggu kram sering malam", "tangan"),
        ("punggung pegal habis menyangkul", "punggung"),
        ("haid saya sudah dua bulan tidak teratur", "haid"),
        ("perut kram habis makan pedas", "perut"),
        ("bpjs saya sudah nunggak setahun", "bpjs"),
        ("harga obat magnesium berapa", "harga-obat"),
    ],
)
def test_another_part_or_matter_is_seen_and_no_leg(words, message, place):
    reading = read_elsewhere(message, words)

    assert (reading.place.id, reading.leg) == (place, False)


@pytest.mark.parametrize(
    "message",
    [
        "betis kram sampai pegangan meja pakai tangan",
        "kaki kram waktu menyikat gigi",
        "telapak kaki kram telapak tangan aman",
        "kaki kram tiap malam tapi tangan tidak",
        "bukan tangan kaki saya yang kram",
        "betis kram sampai muka merah menahan",
        "punggung kaki kram pas sujud",
        "mata kaki nyeri habis kram",
        "kram terus tiap malam",
    ],
)
def test_what_only_names_another_part_is_of_the_leg_alone(words, message):
    reading = read_elsewhere(message, words)

    assert (reading.leg, reading.place) == (True, None)


@pytest.mark.parametrize("message", ["kaki aman tidak kalau dipijat", "kaki saya kram bukan kaki saja"])
def test_a_leg_that_is_asked_about_is_not_well(words, message):
    assert read_elsewhere(message, words).leg


def test_both_are_seen_and_one_breath_makes_them_one_complaint(words):
    both = read_elsewhere("betis kram tiap malam leher juga kaku", words)
    one = read_elsewhere("kesemutan tangan dan kaki tiap pagi", words)

    assert (both.leg, both.place.id, both.joined) == (True, "leher", False)
    assert (one.leg, one.joined, one.cramped) == (True, True, True)


def test_what_bpjs_pays_for_is_no_matter_of_its_dues(words):
    assert read_elsewhere("bpjs nunggak boleh masuk igd", words).place is None


def test_nothing_cramps_in_the_skin(words):
    read = read_elsewhere("kram bengkak kebas kulit belang tanda apa", words)

    assert (read.leg, read.tied) == (True, False)
    assert read_elsewhere("kram di tangan kulit kering", words).tied
