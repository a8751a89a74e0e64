"""Whom a message is about."""

from __future__ import annotations

import pytest

from kram.language.model import ANIMAL, SELF, Kind
from tests.unit.builders import named


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("ibu saya sesak", "ibu"),
        ("mama saya sesak", "ibu"),
        ("ibuku sesak", "ibu"),
        ("untuk ibu yang sesak", "ibu"),
        ("si ibu sesak", "ibu"),
        ("ibu umur 70 sesak", "ibu"),
        ("ibu 70 tahun sesak", "ibu"),
        ("suami sesak", "suami"),
        ("istri sesak", "istri"),
        ("anak saya sesak", "anak"),
        ("ibu sesak", "ibu"),
        ("anak sesak", "anak"),
    ],
)
def test_a_person_of_the_writer_is_the_patient(reader, text, person):
    read = reader.read(text)

    assert read.person == person
    assert named(read, "sesak").experiencer == person


@pytest.mark.parametrize(
    "text",
    [
        "ibu hamil sesak",
        "ibu dokter sesak",
        "kata ibu sesak",
        "ibu bilang sesak",
        "hamil anak pertama sesak",
        "anak kedua sesak",
    ],
)
def test_a_word_for_a_person_alone_is_not_the_patient(reader, text):
    read = reader.read(text)

    assert read.person == ""
    assert named(read, "sesak").experiencer == SELF


@pytest.mark.parametrize("text", ["sesak", "sesak sejak pagi"])
def test_a_message_that_names_nobody_is_about_the_writer_without_saying_so(reader, text):
    read = reader.read(text)

    assert read.person == ""
    assert named(read, "sesak").experiencer == SELF


@pytest.mark.parametrize("text", ["kaki saya sesak", "saya sendiri sesak", "saya juga sesak"])
def test_a_message_may_say_that_it_is_about_the_writer(reader, text):
    read = reader.read(text)

    assert read.person == SELF


def test_a_message_may_turn_from_somebody_else_to_the_writer(reader):
    read = reader.read("ibu saya sesak, kaki saya kram")

    assert read.person == SELF
    assert named(read, "sesak").experiencer == "ibu"
    assert named(read, "kram").experiencer == SELF


def test_a_message_may_turn_from_the_writer_to_somebody_else(reader):
    read = reader.read("kaki saya kram, ibu saya sesak")

    assert read.person == "ibu"
    assert named(read, "kram").experiencer == SELF
    assert named(read, "sesak").experiencer == "ibu"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("ibu saya sesak, kaki saya tidak kram", "ibu"),
        ("kaki saya kram, ibu saya tidak", SELF),
        ("ibu saya hamil, suami juga", "ibu"),
    ],
)
def test_a_message_is_about_the_last_person_with_a_complaint_else_the_first_named(reader, text, person):
    assert reader.read(text).person == person


@pytest.mark.parametrize("text", ["ibu saya kram", "ibu saya juga kram", "ibu saya yang kram", "suami saya kram"])
def test_whose_mother_it_is_does_not_make_the_writer_the_patient(reader, text):
    read = reader.read(text)

    assert named(read, "kram").experiencer == read.person


def test_a_wife_who_is_pregnant_is_the_one_who_is_pregnant(reader):
    read = reader.read("istri saya hamil, kaki bengkak")

    assert named(read, "hamil").experiencer == "istri"
    assert named(read, "bengkak_kaki").experiencer == "istri"


def test_an_age_belongs_to_the_person_beside_it(reader):
    read = reader.read("ibu 70 tahun kram")

    assert named(read, "lansia").experiencer == "ibu"


@pytest.mark.parametrize("text", ["ibu saya hamil 7 bulan", "istri hamil 28 minggu"])
def test_weeks_of_a_pregnancy_belong_to_the_one_who_is_pregnant(reader, text):
    read = reader.read(text)

    assert named(read, "hamil_t3").experiencer == read.person


@pytest.mark.parametrize(
    ("text", "person"),
    [("ibu sy 70 th kram", "ibu"), ("suamiku kakinya kram", "suami"), ("nenek kram", "nenek")],
)
def test_persons_are_read_as_people_type_them(real_reader, text, person):
    read = real_reader.read(text)

    assert read.person == person


def test_a_correction_may_name_the_person_last(real_reader):
    read = real_reader.read("eh yang hamil istri saya")

    assert [mention.experiencer for mention in read.of(Kind.POPULATION)] == ["istri"]


@pytest.mark.parametrize("text", ["kalau saya boleh diurut?", "kalau buat saya gimana", "kalo gw sendiri gmn"])
def test_the_conversation_can_turn_back_to_the_writer(real_reader, text):
    assert real_reader.read(text).person == SELF


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("mbah kung kakinya kram", "kakek"),
        ("mbahkung kram", "kakek"),
        ("mbah kakung saya kram", "kakek"),
        ("mbah putri 70 tahun kram", "nenek"),
        ("mbah uti kram", "nenek"),
        ("simbah kram", "nenek"),
        ("eyang kakung kram", "kakek"),
    ],
)
def test_a_person_may_have_two_words(real_reader, text, person):
    read = real_reader.read(text)

    assert read.person == person
    assert {m.experiencer for m in read.of(Kind.FINDING)} == {person}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("kaki tetangga bengkak", "teman"),
        ("betis ibu kram", "ibu"),
        ("jantung bapak lemah", "bapak"),
        ("gula darah nenek tinggi", "nenek"),
        ("bayi 8 bulan kakinya kaku", "anak"),
        ("bayi saya umur 8 bulan", "anak"),
    ],
)
def test_whose_leg_or_heart_it_is_tells_the_person(real_reader, text, person):
    assert real_reader.read(text).person == person


@pytest.mark.parametrize(
    "text",
    [
        "kaki ibu hamil bengkak wajar ga",
        "kram betis mbak?",
        "kaki anak tangga licin",
        "ibu jari kaki kram",
        "bayi saya umur 1 bulan",
        "kata tetangga kaki harus direndam",
        "orang lain juga kram?",
    ],
)
def test_a_leg_beside_a_word_for_a_person_is_not_always_theirs(real_reader, text):
    assert real_reader.read(text).person == ""


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("suami kerja di proyek, pulang-pulang kakinya kram", "suami"),
        ("bapak 62 minum simvastatin, betisnya kram", "bapak"),
        ("ibu kan cuci darah, kaki kram semalam", "ibu"),
        ("teman kosan gue kram dua kakinya habis lari", "teman"),
        ("rekan kerja saya suka kram kaki", "teman"),
        ("kakak perempuanku habis jatuh, betisnya bengkak", "saudara"),
        ("om ku kakinya bengkak sebelah", "saudara"),
        ("opung boru udah 80, kakinya kram", "nenek"),
        ("kok bisa anak kelas 1 SD betisnya kram", "anak"),
        ("sikile bojoku lanang kram", "suami"),
    ],
)
def test_whoever_the_message_begins_with_is_the_patient(real_reader, text, person):
    read = real_reader.read(text)

    assert read.person == person
    assert {m.experiencer for m in read.of(Kind.FINDING)} == {person}


@pytest.mark.parametrize(
    "text",
    [
        "aku lagi hamil 22 minggu, semalam betis kram sampai bangunin suami",
        "betis kram jam 3 pagi, suami yang lagi tidur ikut kaget",
        "saya 71 tahun, betis kram, anak saya yang mijitin. kaki juga bengkak",
        "betis kiri saya nyeri, istri saya urut pakai minyak, terus tadi batuk darah",
        "aku baru sesar, betis sakit, kata ibu mertua wajar soalnya aku kebanyakan rebahan. betis bengkak",
        "gue supir truk, 45 taun, kaki keram. bini gue cerewet nyuruh ke dokter. darah tinggi ada dikit",
    ],
)
def test_who_was_only_there_is_not_the_patient(real_reader, text):
    read = real_reader.read(text)

    assert {m.experiencer for m in read.mentions if m.kind in (Kind.FINDING, Kind.POPULATION)} == {SELF}


def test_an_illness_told_of_a_parent_stays_the_parents(real_reader):
    read = real_reader.read("aku 38, betis kram. bapakku pernah stroke soalnya. aku juga darah tinggi")

    whose = {m.value: m.experiencer for m in read.mentions}
    assert (whose["neurologis"], whose["hipertensi"], whose["kram_betis"]) == ("bapak", SELF, SELF)


@pytest.mark.parametrize(
    "text",
    ["kucing saya kakinya pincang", "domba abdi sukuna kram", "anjing sy kaki blkgnya keram abis lari"],
)
def test_an_animal_is_a_patient_of_somebody_else(real_reader, text):
    assert real_reader.read(text).person == ANIMAL


@pytest.mark.parametrize(
    "text",
    [
        "kaki saya dicakar kucing, sekarang bengkak",
        "digigit anjing betis saya merah",
        "habis makan ayam goreng kaki saya kram",
    ],
)
def test_an_animal_that_did_something_is_not_the_patient(real_reader, text):
    read = real_reader.read(text)

    assert read.person != ANIMAL
    assert {m.experiencer for m in read.mentions} <= {SELF}


@pytest.mark.parametrize(
    "text",
    [
        "rekan kantor saya pernah kena gumpalan darah, saya bisa kena juga ga?",
        "kakak ipar saya kakinya bengkak sebelah ternyata gumpalan darah, apa saya juga bisa begitu",
        "bude saya meninggal karena emboli, awalnya kaki bengkak sebelah. kalau saya gimana ya",
    ],
)
def test_an_anecdote_with_a_question_about_oneself_is_the_writers(real_reader, text):
    read = real_reader.read(text)

    assert read.person == SELF
    assert not [m for m in read.mentions if m.experiencer == SELF and m.asserted and m.kind is not Kind.TOPIC]


@pytest.mark.parametrize(
    "text",
    [
        "selesai berhubungan suami istri betis kram",
        "emak-emak kayak gini betisnya pegal",
        "bapak2 udah tua betis kram",
        "anak kos kurang tidur betis kram",
    ],
)
def test_kinds_of_people_name_no_patient(real_reader, text):
    assert real_reader.read(text).person in {"", SELF}


@pytest.mark.parametrize(
    ("text", "person"), [("laki gue kram betis", "suami"), ("temen futsal gw betisnya kram", "teman")]
)
def test_how_people_call_their_own(real_reader, text, person):
    assert real_reader.read(text).person == person


@pytest.mark.parametrize(
    "text", ["saya mesti ngapain pas dia kram", "apa yang harus saya lakukan kalau beliau kram lagi"]
)
def test_the_helper_is_not_the_patient(real_reader, text):
    assert real_reader.read(text).person == ""
