"""The trained model understands the held-out messages as well as it must."""

from __future__ import annotations

import random

import pytest

from bench import understanding
from bot.knowledge import knowledge

pytestmark = pytest.mark.slow

_SEED = 2026


async def test_every_target_of_the_held_out_messages_is_reached(bot) -> None:
    chance = random.Random(_SEED)
    results, mistyped = [], []
    for held in understanding.held_out(knowledge().triage):
        results.append(understanding.understood(held, await bot.parse(held.text)))
        mistyped.append(understanding.understood(held, await bot.parse(understanding.noisy(held.text, chance))))

    report = understanding.report(results, mistyped)

    assert report.missed == [], "\n".join(report.lines)
