"""The reader as a whole: from a message to what it says, in memory and from disk."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kram.errors import PipelineMissingError
from kram.language.model import Kind
from kram.language.pipeline import MAX_CHARACTERS
from kram.language.reader import Reader
from tests.unit.builders import named

_MESSAGE = "Ibu saya 70 th, kaki kiri bengkak; ga sesak. Kalau demam gimana? hamil 7 bulan"


def test_a_mention_tells_the_words_that_named_it(reader):
    read = reader.read("😭 aduh BENGKAK kakiku")

    assert named(read, "bengkak_kaki").text == "BENGKAK kakiku"


def test_a_finding_is_found_in_the_clause_that_names_the_part_of_the_body(reader):
    read = reader.read("kaki kram. bengkak")

    assert named(read, "bengkak_kaki").asserted


def test_a_brand_name_is_no_part_of_the_body(reader):
    read = reader.read("minum cap kaki tiga, bengkak")

    assert read.parts == frozenset()
    assert [mention.value for mention in read.mentions] == ["bengkak"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [("betis saya", {"kaki"}), ("dada", {"lain"}), ("kaki dan dada", {"kaki", "lain"}), ("aduh", set())],
)
def test_the_parts_of_the_body_are_told(reader, text, parts):
    assert reader.read(text).parts == parts


@pytest.mark.parametrize(
    ("text", "stage"), [("hamil 13 minggu", "hamil_t1"), ("hamil 4 bulan", "hamil_t2"), ("hamil 28 minggu", "hamil_t3")]
)
def test_weeks_of_a_pregnancy_tell_its_stage(reader, text, stage):
    stages = [m.value for m in reader.read(text).of(Kind.POPULATION) if m.value != "hamil"]

    assert stages == [stage]


@pytest.mark.parametrize(("text", "found"), [("umur 60", ["lansia"]), ("umur 59", [])])
def test_sixty_years_are_elderly(reader, text, found):
    assert [mention.value for mention in reader.read(text).mentions] == found


@pytest.mark.parametrize(
    "text", ["kram lebih dari 10 menit", "kram >10 menit", "kram 11 menit", "kramnya lewat 10 menit"]
)
def test_a_cramp_of_more_than_ten_minutes_is_one(real_reader, text):
    found = {mention.value for mention in real_reader.read(text).of(Kind.FINDING)}

    assert "kram_lebih_10_menit" in found


@pytest.mark.parametrize("text", ["kram kurang dari sejam", "kram tidak sampai 10 menit", "kram cuma 5 menit"])
def test_a_cramp_that_was_shorter_is_not_a_long_one(real_reader, text):
    found = {mention.value for mention in real_reader.read(text).of(Kind.FINDING)}

    assert not {"kram_lebih_10_menit", "kram_lebih_1_jam"} & found


@pytest.mark.parametrize("text", ["saya tidak hamil", "ga hamil kok", "eh bukan hamil", "ga jadi hamil"])
def test_a_pregnancy_can_be_denied(real_reader, text):
    denied = [m.value for m in real_reader.read(text).of(Kind.POPULATION, asserted=False) if m.negated]

    assert "hamil" in denied


def test_the_normalized_message_has_words_and_no_marks(reader):
    read = reader.read("GA sesak!! bengkak?")

    assert read.normalized == "tidak sesak bengkak"


def test_only_what_holds_now_is_given_unless_asked_otherwise(reader):
    read = reader.read("tidak sesak tapi demam")

    assert [mention.value for mention in read.of(Kind.FINDING)] == ["demam"]
    assert [mention.value for mention in read.of(Kind.FINDING, asserted=False)] == ["sesak", "demam"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "😭", "\u200b", "/"])
def test_a_message_without_words_says_nothing(reader, text):
    read = reader.read(text)

    assert (read.text, read.mentions, read.quantities, read.person) == (text, (), (), "")


def test_a_long_message_is_read_up_to_the_limit(reader):
    start = "sesak " + "kata " * MAX_CHARACTERS

    read = reader.read(start + "demam")

    assert [mention.value for mention in read.mentions] == ["sesak"]
    assert read.tokens[-1].end <= MAX_CHARACTERS
    assert read.text.endswith("demam")


def test_a_word_repeated_without_end_does_not_hold_up_everybody_else(real_reader):
    began = process_time()

    real_reader.read("kram " * 200)

    assert process_time() - began < 0.5


@given(text=st.text(max_size=60) | st.lists(st.sampled_from(_MESSAGE.split()), max_size=20).map(" ".join))
def test_mentions_always_point_into_the_message(reader, text):
    read = reader.read(text)

    assert all(text[mention.start : mention.end] == mention.text != "" for mention in read.mentions)


def test_a_pipeline_from_disk_reads_the_same_as_the_one_that_was_written(reader, tmp_path):
    reader.to_disk(tmp_path / "pipeline")

    loaded = Reader.from_disk(tmp_path / "pipeline")

    assert loaded.read(_MESSAGE) == reader.read(_MESSAGE)
    assert loaded.read(_MESSAGE).mentions != ()


def test_a_missing_pipeline_tells_how_to_make_it(tmp_path):
    with pytest.raises(PipelineMissingError, match=r"\./redakram build"):
        Reader.from_disk(tmp_path / "nothing")
