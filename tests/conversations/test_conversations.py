"""Every conversation file, through the real model and the real actions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conversations.runner import Script, faults, read_scripts

_SCRIPTS = read_scripts(Path(__file__).parent)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("script", _SCRIPTS, ids=lambda script: script.name)
async def test_the_conversation_goes_as_written(script: Script, bot) -> None:
    told = []

    for number, turn in enumerate(script.turns, 1):
        reply = await bot.say(turn["orang"], script.name)
        told += [f"turn {number} ({turn['orang']!r}): {fault}\n{reply.text}" for fault in faults(turn, reply)]

    assert not told, "\n\n".join(told)


def test_there_is_a_conversation_for_each_promised_topic() -> None:
    folders = {script.path.parent.name for script in _SCRIPTS}

    assert {"keluhan", "kehamilan", "bahaya", "remedi", "saring", "obrolan", "orang_lain", "masukan_buruk"} <= folders
