"""A turn is answered whatever happens to it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.channels import turn as turns
from bot.channels.turn import take_turn

pytestmark = pytest.mark.slow


def text_of(replies: list[dict[str, Any]]) -> str:
    return "\n".join(reply["text"] for reply in replies if "text" in reply)


async def test_a_turn_that_fails_is_answered():
    async def fail(message: Any) -> None:
        raise RuntimeError("anything")

    assert "119" in text_of(await take_turn(fail, "rest", "somebody", "dada saya sesak"))


async def test_a_turn_that_takes_too_long_is_answered(monkeypatch):
    monkeypatch.setattr(turns, "_PATIENCE_SECONDS", 0.01)

    async def hang(message: Any) -> None:
        await asyncio.sleep(60)

    assert "119" in text_of(await take_turn(hang, "rest", "somebody", "dada saya sesak"))


async def test_a_turn_that_says_nothing_is_answered():
    async def nothing(message: Any) -> None:
        return None

    assert "119" in text_of(await take_turn(nothing, "rest", "somebody", "dada saya sesak"))


async def test_a_turn_that_answers_is_left_alone():
    async def answer(message: Any) -> None:
        await message.output_channel.send_custom_json(message.sender_id, {"triage": "mandiri"})

    replies = await take_turn(answer, "rest", "somebody", "betis kram")

    assert [reply["custom"] for reply in replies] == [{"triage": "mandiri"}]
