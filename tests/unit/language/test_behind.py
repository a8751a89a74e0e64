"""A short message is also read as the end of the one before it."""

from __future__ import annotations

import pytest

from kram.language.behind import read_behind
from kram.language.model import Kind


def told(reader, text: str, said: str) -> set[str]:
    return {m.value for m in read_behind(reader, text, said).mentions if m.asserted}


def test_how_long_it_lasts_makes_a_sign_of_a_cramp_told_before(real_reader):
    said = "betis kanan kram terus tidak hilang hilang"

    assert "kram_lebih_1_jam" not in told(real_reader, "udah 2 hari", "")
    assert "kram_lebih_1_jam" in told(real_reader, "udah 2 hari", said)


@pytest.mark.parametrize(
    ("text", "place"),
    [("eh salah, paha belakang yg bener", "paha_belakang"), ("maksudku telapak kaki bukan betis", "telapak_jari")],
)
def test_where_it_hurts_is_read_behind_the_cramp_told_before(real_reader, text, place):
    assert place in told(real_reader, text, "sering kram kaki kalau malam")


def test_what_the_first_message_told_by_itself_is_not_told_again(real_reader):
    assert "bengkak_satu_kaki" not in told(real_reader, "iya dok", "betis kiri bengkak sebelah")


@pytest.mark.parametrize(
    "text",
    [
        "udah 2 hari boleh diurut?",
        "sudah dua hari ini saya kerja di sawah dari pagi sampai sore terus pulang makan lalu langsung tidur",
    ],
)
def test_a_question_and_a_longer_message_stand_by_themselves(real_reader, text):
    said = "betis kanan kram terus tidak hilang hilang"

    assert read_behind(real_reader, text, said) == real_reader.read(text)


def test_offsets_lie_in_the_message_itself(real_reader):
    text = "udah 2 hari"

    found = read_behind(real_reader, text, "betis kanan kram terus tidak hilang hilang").of(Kind.FINDING)

    assert found
    assert all(0 <= m.start < m.end <= len(text) and m.text == text[m.start : m.end] for m in found)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("kaki kanan kesemutan dari tadi", "tangan kanan ikutan"),
        ("tangan kiri kesemutan", "kaki kirinya juga"),
        ("lengan kanan baal", "sekarang kaki kanan"),
    ],
)
def test_arm_and_leg_of_one_side_in_two_messages_are_one_sign(real_reader, said, text):
    assert "tanda_stroke" not in told(real_reader, text, "")
    assert "tanda_stroke" in told(real_reader, text, said)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("tangan kiri kesemutan", "kaki kanannya juga"),
        ("kaki kiri kesemutan", "tangan kiri juga, habis ketindihan tidur miring"),
        ("kedua kaki kesemutan", "tangan juga dua duanya"),
        ("kaki kiri kesemutan sudah lama", "tangan kiri juga"),
        ("kaki kiri kram semalam", "tangan kiri juga"),
    ],
)
def test_other_sides_old_tingling_and_lying_on_it_are_not(real_reader, said, text):
    assert "tanda_stroke" not in told(real_reader, text, said)
