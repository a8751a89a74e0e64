"""Slips are repaired towards the commonest known word, and nothing else is touched."""

from __future__ import annotations

import pytest

from kram.language.spelling import Speller

SPELLER = Speller({"kaki": 90, "kali": 5, "kenapa": 40, "sakit": 30, "ya": 100, "es": 3})


@pytest.mark.parametrize(
    ("typed", "repaired"),
    [
        ("kakki", "kaki"),
        ("kaki", "kaki"),
        ("knpaa", "knpaa"),
        ("kenpa", "kenapa"),
        ("knapa", "kenapa"),
        ("kennapa sakti", "kenapa sakit"),
        ("kaoi", "kaki"),
    ],
    ids=["doubled", "right", "two slips stay", "left out", "left out early", "two words", "the commoner of two"],
)
def test_a_slip_is_repaired(typed: str, repaired: str) -> None:
    assert SPELLER.repair(typed) == repaired


@pytest.mark.parametrize("word", ["yo", "k2ki", "12", "", "xyzzy"])
def test_short_strange_and_empty_words_stay(word: str) -> None:
    assert SPELLER.repair(word) == word
