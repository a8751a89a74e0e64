"""Slips are repaired towards the commonest typed form, and nothing else is touched."""

from __future__ import annotations

import pytest

from kram.language.model import Token
from kram.language.spelling import Speller

FORMS = {
    "kaki": (90, "kaki"), "kali": (5, "kali"), "knapa": (40, "kenapa"), "kenapa": (9, "kenapa"), "sakit": (30, "sakit"),
    "gimana": (20, "bagaimana"), "gpp": (9, "tidak apa-apa"), "ya": (100, "ya"),
}  # fmt: skip
SPELLER = Speller({"kaki", "kali", "kenapa", "sakit", "bagaimana", "tidak", "apa-apa", "ya"}, FORMS)


@pytest.mark.parametrize(
    ("typed", "repaired"),
    [
        ("kakki", "kaki"),
        ("kaki", "kaki"),
        ("knapak", "kenapa"),
        ("knxxpa", "knxxpa"),
        ("gimanna", "bagaimana"),
        ("kenpa sakti", "kenapa sakit"),
        ("sakit kaoi", "sakit kaki"),
        ("ya gppp", "ya tidak apa-apa"),
    ],
    ids=[
        "doubled",
        "right",
        "one more",
        "two slips stay",
        "a typed form",
        "two words",
        "the commoner",
        "several words",
    ],
)
def test_a_slip_is_repaired(typed: str, repaired: str) -> None:
    assert SPELLER.repair(typed) == repaired


def test_a_short_strange_word_is_repaired_only_in_company() -> None:
    assert SPELLER.repair("kakk") == "kakk"
    assert SPELLER.repair("sakit kakk") == "sakit kaki"


@pytest.mark.parametrize("word", ["yo", "k2ki", "12", "", "xyzzy"])
def test_short_strange_and_empty_words_stay(word: str) -> None:
    assert SPELLER.repair(word) == word


def test_it_learns_what_is_typed_and_what_it_means_and_survives_being_stored() -> None:
    message = (Token("tidak", "gpp", 0, 3), Token("apa-apa", "gpp", 0, 3), Token("kaki", "kakiku", 4, 10))

    learnt = Speller.from_dict(Speller.learn([message]).to_dict())

    assert learnt.repair("gppp kakki kakiiku kaki") == "tidak apa-apa kakki kaki kaki"
    assert learnt.knows_any("kaki abc")
    assert not learnt.knows_any("kakiku abc")
