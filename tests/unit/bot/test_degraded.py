"""What is answered when nothing else can be: the safety answer, and at the very last words that are always true."""

from __future__ import annotations

from typing import Any

import pytest

from bot import degraded
from kram.answers.answer import MAX_CHARACTERS


def text_of(replies: list[dict[str, Any]]) -> str:
    return "\n".join(reply["text"] for reply in replies if "text" in reply)


def custom_of(replies: list[dict[str, Any]]) -> dict[str, Any]:
    (custom,) = [reply["custom"] for reply in replies if "custom" in reply]
    return custom


@pytest.fixture
def unreadable(monkeypatch):
    """Not even the knowledge base can be read."""

    def fail() -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(degraded, "knowledge", fail)


def test_a_danger_sign_alarms():
    replies = degraded.degraded_replies("somebody", "bapak mendadak sesak dan nyeri dada")

    assert custom_of(replies)["triage"] == "darurat"
    assert "119" in text_of(replies)


def test_anything_else_gets_first_aid_danger_signs_and_numbers():
    text = text_of(degraded.degraded_replies("somebody", "betis kram"))

    for part in ("sebagian layanan sedang terganggu", "ujung kaki", "bengkak", "119"):
        assert part in text


@pytest.mark.parametrize("text", ["betis kram", "sesak napas", ""])
def test_without_the_knowledge_base_the_last_words_are_told(unreadable, text):
    replies = degraded.degraded_replies("somebody", text)

    assert "119" in text_of(replies) and "IGD" in text_of(replies)
    assert set(custom_of(replies)) >= {"triage", "topics", "sources", "blocks", "kb_version"}


def test_a_ready_sentence_falls_back_to_the_last_words(unreadable):
    assert "119" in text_of(degraded.plain_reply("somebody", "kosong"))


def test_the_last_words_name_the_numbers_of_the_knowledge_base_and_fit_in_one_bubble(base):
    text = text_of(degraded.last_words("somebody"))

    assert all(number in text for number in base.numbers.values())
    assert len(text) <= MAX_CHARACTERS
