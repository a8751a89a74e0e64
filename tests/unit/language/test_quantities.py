"""Numbers with units: durations, ages, weeks of pregnancy, how often, how hot."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kram.language.quantities import QuantityReader
from tests.unit.builders import quantity_words, tokens

_DAY = 1440
_YEAR = 525600
_reader = QuantityReader(quantity_words())


def read(text: str) -> list[tuple[str, float]]:
    return [(quantity.kind, quantity.value) for quantity in _reader.read(tokens(text))]


@pytest.fixture(scope="module")
def read_real(real_table, real_normalizer):
    """Reads with the real words, slang and all."""
    reader = QuantityReader(real_table.quantity_words())
    return lambda text: [(q.kind, q.value) for q in reader.read(real_normalizer.tokens(text))]


# --- durations ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("kram 15 menit", 15),
        ("kram sepuluh menit", 10),
        ("kram dua puluh menit", 20),
        ("kram dua puluh lima menit", 25),
        ("kram lima belas menit", 15),
        ("kram 2 jam", 120),
        ("kram sejam", 60),
        ("kram tiga hari", 3 * _DAY),
        ("kram beberapa hari", 3 * _DAY),
        ("kram seminggu", 7 * _DAY),
    ],
)
def test_a_number_with_a_unit_of_time_is_a_duration(text, minutes):
    assert read(text) == [("duration", minutes)]


def test_hours_on_end_are_a_duration(read_real):
    assert read_real("kram berjam-jam") == [("duration", 180)]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("kram setengah jam", 30),
        ("kram 1.5 jam", 90),
        ("kram sejam setengah", 90),
        ("kram satu jam setengah", 90),
        ("kram 2 jam setengah", 150),
    ],
)
def test_half_hours_are_read(text, minutes):
    assert read(text) == [("duration", minutes)]


@pytest.mark.parametrize("text", ["kram satu setengah jam", "kram 1 setengah jam"])
def test_one_and_a_half_hours_is_not_half_an_hour(text):
    assert read(text) == [("duration", 90)]


@pytest.mark.parametrize("text", ["kram 10-15 menit", "kram 10 - 15 menit", "kram 10 sampai 15 menit"])
def test_of_a_range_the_upper_end_counts(text):
    assert read(text) == [("duration", 15)]


def test_a_number_without_a_unit_means_nothing():
    assert read("kram 3 di kaki 2") == []


def test_a_quantity_tells_which_words_it_covers():
    (quantity,) = _reader.read(tokens("kram dua puluh menit tadi"))

    assert (quantity.first, quantity.last) == (1, 3)


# --- ages --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("umur 65", 65),
        ("usia saya 30", 30),
        ("umur 70 tahun", 70),
        ("saya 70 tahun kram", 70),
        ("anak 6 tahun kram", 6),
        ("kram, 45 tahun", 45),
        ("usia 6 bulan", 0.5),
    ],
)
def test_years_of_a_person_are_an_age(text, years):
    assert read(text) == [("age", years)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("kram sudah 2 tahun", 2),
        ("kram sudah 20 tahun", 20),
        ("kram sejak 3 tahun", 3),
        ("kram selama 16 tahun", 16),
        ("kram 20 tahun lalu", 20),
        ("kram 2 tahun", 2),
        ("saya kram 2 tahun", 2),
    ],
)
def test_years_of_a_complaint_are_a_duration(text, years):
    assert read(text) == [("duration", years * _YEAR)]


@pytest.mark.parametrize("text", ["umur 300", "umur 0"])
def test_an_age_that_nobody_has_is_left_out(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "years"), [("ibu 70 th", 70), ("umur sy 65", 65), ("dok usia gw 30thn", 30), ("ank saya 5 thn", 5)]
)
def test_ages_are_read_as_people_type_them(read_real, text, years):
    assert read_real(text) == [("age", years)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("sy udah 71 tahun", 71),
        ("aku sudah 70", 70),
        ("bapak jalan 66, kram", 66),
        ("saya ini sudah 82 thn", 82),
        ("udah 64 tahun, suka kram", 64),
        ("ibu mau 60 boleh?", 60),
        ("usia sudah kepala 6", 60),
        ("umur kepala delapan", 80),
    ],
)
def test_what_somebody_has_reached_is_an_age(read_real, text, years):
    assert read_real(text) == [("age", years)]


@pytest.mark.parametrize(
    "text",
    [
        "udah 60 kali kram",
        "saya sudah 65 kg",
        "saya jalan 70 meter",
        "saya sudah 80 persen sembuh",
        "kram sudah 12",
        "sakit kepala 8 kali",
    ],
)
def test_what_is_counted_in_something_else_is_no_age(read_real, text):
    assert "age" not in [kind for kind, _ in read_real(text)]


@pytest.mark.parametrize("text", ["kami sudah 55 tahun menikah", "bapak sudah 50 tahun merokok", "saya sudah 30 tahun"])
def test_what_has_gone_on_for_years_is_a_duration(read_real, text):
    assert [kind for kind, _ in read_real(text)] == ["duration"]


@pytest.mark.parametrize(
    ("text", "years"),
    [("bayi 6 bulan", 0.5), ("anak saya 18 bln", 1.5), ("cucu umur 3 bulan", 0.25), ("bayi baru 26 minggu", 0.5)],
)
def test_months_of_a_baby_are_years(read_real, text, years):
    ((kind, value),) = read_real(text)

    assert kind == "age"
    assert value == pytest.approx(years, abs=0.02)


@pytest.mark.parametrize(
    "text", ["bayi 4 minggu", "bayi saya 1 bulan", "anak kram 5 bulan", "anak 40 bulan", "sakit 3 bulan"]
)
def test_weeks_of_a_newborn_and_months_of_a_complaint_are_durations(read_real, text):
    assert [kind for kind, _ in read_real(text)] == ["duration"]


# --- pregnancy ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("hamil 7 bulan", 28),
        ("hamil 28 minggu", 28),
        ("usia kehamilan 32 minggu", 32),
        ("5 bulan hamil", 20),
        ("hamil tiga bulan", 12),
        ("trimester 2", 20),
        ("semester 2", 20),
        ("trimester ketiga", 32),
    ],
)
def test_months_weeks_and_trimesters_of_a_pregnancy_are_weeks(text, weeks):
    assert read(text) == [("pregnancy", weeks)]


@pytest.mark.parametrize(
    ("text", "weeks"), [("hamil 7bln", 28), ("bumil 28w", 28), ("lg hamil 5 bln", 20), ("hamil semester 2", 20)]
)
def test_pregnancies_are_read_as_people_type_them(read_real, text, weeks):
    assert read_real(text) == [("pregnancy", weeks)]


@pytest.mark.parametrize(
    ("text", "weeks"),
    [("lg isi 6 bulan", 24), ("sy isi 7 bln", 28), ("udah isi jalan 3 bulan", 12), ("isi 9 minggu", 9)],
)
def test_the_everyday_word_for_pregnant_counts_too(read_real, text, weeks):
    assert read_real(text) == [("pregnancy", weeks)]


@pytest.mark.parametrize(
    "text", ["obat isi 3 bulan", "lagi isi formulir 2 minggu", "isi 7 kapsul", "kotak isi 2 minggu"]
)
def test_what_holds_something_is_no_pregnancy(read_real, text):
    assert "pregnancy" not in [kind for kind, _ in read_real(text)]


@pytest.mark.parametrize("text", ["hamil trimester ke 3", "hamil trimester ke-3"])
def test_the_third_trimester_may_be_counted_with_ke(read_real, text):
    assert read_real(text) == [("pregnancy", 32)]


@pytest.mark.parametrize("text", ["hamil 5 bulan lalu", "umur hamil 3", "hamil 60 minggu", "hamil 2 hari"])
def test_what_cannot_be_weeks_of_a_pregnancy_is_none(text):
    kinds = [kind for kind, _ in read(text)]

    assert "pregnancy" not in kinds


@pytest.mark.parametrize("text", ["saya hamil 8 bulan kram 2 minggu", "kram sudah 2 minggu, hamil 8 bulan"])
def test_how_long_it_hurts_is_not_how_long_one_is_pregnant(text):
    pregnancies = [value for kind, value in read(text) if kind == "pregnancy"]

    assert pregnancies == [32]


# --- how often ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("3 kali seminggu", 3),
        ("seminggu 4 kali", 4),
        ("seminggu bisa 4 kali", 4),
        ("2-3 kali seminggu", 3),
        ("4 kali dalam seminggu", 4),
        ("sehari 2 kali", 14),
        ("2 kali sebulan", 0.5),
        ("tiap malam", 7),
        ("tiap minggu", 1),
    ],
)
def test_how_often_is_counted_by_the_week(text, times):
    assert read(text) == [("frequency", times)]


@pytest.mark.parametrize(
    ("text", "times"), [("2-3x seminggu", 3), ("seminggu 4x", 4), ("tiap mlm", 7), ("hmpr tiap hari", 7)]
)
def test_how_often_is_read_as_people_type_it(read_real, text, times):
    assert read_real(text) == [("frequency", times)]


def test_times_without_a_stretch_of_time_mean_nothing():
    assert read("kram 3 kali") == []


def test_how_often_and_how_long_are_told_apart():
    assert read("tiap malam, sudah 2 minggu") == [("frequency", 7), ("duration", 14 * _DAY)]


# --- temperature -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "degrees"), [("39 derajat", 39), ("38.5 c", 38.5)])
def test_degrees_are_a_temperature(text, degrees):
    assert read(text) == [("temperature", degrees)]


@pytest.mark.parametrize("text", ["20 derajat", "180 derajat", "ruangan 39"])
def test_what_no_body_has_is_no_temperature(text):
    assert read(text) == []


# --- any text ----------------------------------------------------------------------------------------------

_VOCABULARY = """
1 2 10 99999999999999999999 0 0.5 ٣ - sampai atau , . kram hamil bulan minggu tahun jam menit hari seminggu sehari
kali x dalam tiap malam umur usia saya ibu setengah puluh belas satu dua trimester c derajat lalu sudah
"""
_WORDS = st.sampled_from(_VOCABULARY.split())


@given(words=st.lists(_WORDS, max_size=25))
@example(["1", "-", "2", "-", "3", "jam", "setengah", "puluh"])
@example(["dua", "puluh"])
def test_no_message_is_too_strange_to_read(words):
    message = tokens(" ".join(words))

    found = _reader.read(message)

    assert all(0 <= quantity.first <= quantity.last < len(message) for quantity in found)


@given(text=st.text(max_size=60))
def test_no_characters_are_too_strange_to_read(text):
    message = tokens(text)

    found = _reader.read(message)

    assert [quantity.first for quantity in found] == sorted({quantity.first for quantity in found})


@pytest.mark.parametrize("text", ["1 - " * 1000, "1 sampai " * 440, "9" * 4000], ids=["dashes", "words", "digits"])
def test_an_endless_row_of_numbers_is_read_too(text):
    message = tokens(text)

    assert _reader.read(message) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("menyusui anak kedua umur 4 bulan. dari hamil dulu sering kram", "age"),
        ("anak saya 7 bulan! waktu hamil saya juga kram", "age"),
        ("saya 6 bulan. hamil pertama", "pregnancy"),
        ("usia kandungan 30 minggu. hamil pertama", "pregnancy"),
    ],
)
def test_a_pregnancy_of_the_next_sentence_does_not_count_the_months_of_this_one(read_real, text, kind):
    assert [found for found, _ in read_real(text)] == [kind]
