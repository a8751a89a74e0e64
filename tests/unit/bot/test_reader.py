"""Normalised texts are kept between checks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.reader import NormalizedTexts


@pytest.fixture
def opened() -> list[str]:
    """The texts that the normaliser had to read."""
    return []


@pytest.fixture
def texts(tmp_path: Path, opened: list[str]) -> Callable[[str], NormalizedTexts]:
    def normalize(text: str) -> str:
        opened.append(text)
        return text.lower()

    return lambda version: NormalizedTexts(tmp_path / "build" / "normalized.json", version, lambda: normalize)


def test_what_is_known_is_not_read_again(texts, opened):
    first = texts("1")
    assert [first("Betis KRAM"), first("Betis KRAM")] == ["betis kram"] * 2
    first.keep()

    again = texts("1")

    assert again("Betis KRAM") == "betis kram"
    assert opened == ["Betis KRAM"]


def test_other_contents_or_code_read_everything_again(texts, opened):
    first = texts("1")
    first("Betis KRAM")
    first.keep()

    assert texts("2")("Betis KRAM") == "betis kram"
    assert opened == ["Betis KRAM"] * 2


def test_a_broken_file_counts_for_nothing(texts, opened, tmp_path):
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "normalized.json").write_text("{", encoding="utf-8")

    assert texts("1")("Betis KRAM") == "betis kram"
    assert opened == ["Betis KRAM"]
