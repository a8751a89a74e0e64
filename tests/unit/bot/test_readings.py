"""What examples were read as is kept between trainings, and counts for nothing when it was read by another program."""

from __future__ import annotations

import pytest

from bot.nlu.readings import KeptReadings
from kram.language.model import Analysis


@pytest.fixture
def asked(real_reader) -> tuple[list[str], object]:
    """The texts that were read, and what reads them."""
    texts: list[str] = []

    def read(text: str) -> Analysis:
        texts.append(text)
        return real_reader.read(text)

    return texts, read


_TEXTS = (
    "dok betis kiri ibu saya keram tiap malam, hamil 7 bln dulu jg gitu, ga bengkak sih. boleh diurut?",
    "kalau kalium 2,2 gimana",
    "",
)


def test_the_second_training_has_the_same_readings_without_reading(asked, tmp_path):
    texts, read = asked
    first = KeptReadings(tmp_path / "build" / "readings.json", "a")
    one = [first.of(text, read) for text in _TEXTS]
    first.keep()
    second = KeptReadings(tmp_path / "build" / "readings.json", "a")

    assert [second.of(text, read) for text in _TEXTS] == one
    assert texts == list(_TEXTS)


def test_only_an_added_example_is_read_and_one_that_is_gone_is_forgotten(asked, tmp_path):
    texts, read = asked
    for examples in (["kram betis", "kaki pegal"], ["kaki pegal", "paha kram"], ["kaki pegal", "paha kram"]):
        readings = KeptReadings(tmp_path / "readings.json", "a")
        for text in examples:
            readings.of(text, read)
        readings.keep()

    assert texts == ["kram betis", "kaki pegal", "paha kram"]
    assert "kram betis" not in (tmp_path / "readings.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("spoil", ["", "{", '{"version": "b", "readings": {"kram betis": []}}'])
def test_what_is_spoilt_or_of_another_version_is_read_anew(asked, tmp_path, spoil):
    texts, read = asked
    (tmp_path / "readings.json").write_text(spoil, encoding="utf-8")

    assert KeptReadings(tmp_path / "readings.json", "a").of("kram betis", read).normalized == "kram betis"
    assert texts == ["kram betis"]
