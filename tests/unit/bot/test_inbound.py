"""What every channel does with a message before anything else sees it."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.channels.inbound import MAX_CHARACTERS, clean_text, pseudonym

_KEY = b"secret"
_awkward = st.text(st.one_of(st.characters(), st.sampled_from("/\\ \t\n\r\x00\u200b\u00a0\u2028{}")), max_size=40)


# --- text --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["betis kram 😭", "a/b", "kram? {ya}", "baris satu\nbaris dua\tdan"])
def test_ordinary_text_stays_as_it_is(text):
    assert clean_text(text) == text


@pytest.mark.parametrize(
    "typed", ["/restart", "//restart", "  /restart", "/ /restart", "\\/restart", "\u200b/restart", "\x00/restart"]
)
def test_a_command_becomes_a_word(typed):
    assert clean_text(typed) == "restart"


@pytest.mark.parametrize("between", ["\n", "\t", "\r\n", "\u00a0", "\u2028", "\u3000"])
def test_a_command_becomes_a_word_whatever_stands_between_two_slashes(between):
    assert clean_text(f"/{between}/restart") == "restart"


@given(text=_awkward)
@example("/\n/restart")
def test_no_text_is_ever_a_command(text):
    assert not clean_text(text).startswith(("/", "\\"))


@given(text=_awkward)
def test_what_is_clean_stays_as_it_is(text):
    once = clean_text(text)

    assert clean_text(once) == once


@given(text=_awkward)
def test_clean_text_can_be_stored_and_has_no_control_characters(text):
    clean = clean_text(text)

    assert clean.encode("utf-8").decode("utf-8") == clean
    assert [c for c in clean if unicodedata.category(c) == "Cc" and c not in "\t\n\r\x80\x85" and c < "\x80"] == []


@pytest.mark.parametrize("hidden", ["\u200b", "\u200d", "\u202e", "\ufeff", "\x00", "\x1b", "\x7f"])
def test_hidden_characters_are_removed(hidden):
    assert clean_text(f"be{hidden}tis") == "betis"


def test_letters_and_their_accents_are_put_together():
    assert clean_text("ke\u0301ram") == "kéram"


def test_half_an_emoji_does_not_break_anything():
    assert clean_text("kram \ud83d") == "kram ?"


@pytest.mark.parametrize("text", ["", "   ", "/", "\n\n", "\u200b", "//\\\\"])
def test_a_message_with_nothing_in_it_is_empty(text):
    assert clean_text(text) == ""


def test_an_endless_message_keeps_its_beginning_and_its_end():
    cut = clean_text("mulanya " + "kram " * MAX_CHARACTERS + "akhirnya sesak")

    assert MAX_CHARACTERS - 5 <= len(cut) <= MAX_CHARACTERS
    assert cut.startswith("mulanya kram")
    assert cut.endswith("kram akhirnya sesak")


def test_a_message_of_the_greatest_length_is_not_cut():
    longest = "k" * MAX_CHARACTERS

    assert clean_text(longest) == longest


# --- senders -----------------------------------------------------------------------------------------------


def test_a_sender_has_one_stable_pseudonym():
    assert pseudonym("rest", "0812345", _KEY) == pseudonym("rest", "0812345", _KEY)


def test_a_pseudonym_does_not_tell_who_it_is():
    name = pseudonym("rest", "0812345", _KEY)

    assert re.fullmatch(r"[0-9a-f]{32}", name)
    assert "0812345" not in name


@pytest.mark.parametrize(
    "other", [("telegram", "0812345", _KEY), ("rest", "0812346", _KEY), ("rest", "0812345", b"another secret")]
)
def test_another_channel_sender_or_installation_has_another_pseudonym(other):
    assert pseudonym(*other) != pseudonym("rest", "0812345", _KEY)


@given(sender=st.text(max_size=40))
@example("\ud83d")
def test_any_sender_has_a_pseudonym(sender):
    assert len(pseudonym("rest", sender, _KEY)) == 32
