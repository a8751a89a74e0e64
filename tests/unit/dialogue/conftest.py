"""Conversations of made-up turns."""

from __future__ import annotations

import pytest

from kram.dialogue.respond import respond
from kram.dialogue.scene import Outcome
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.skills.outside import outside
from kram.dialogue.skills.smalltalk import smalltalk
from kram.dialogue.state import Conversation, Turn

_TALK = frozenset(
    {"sapaan", "tolak", "setuju", "koreksi", "orang_lain", "ulangi", "batal", "pamit", "lapor_membaik", "tanya_bot"}
)
_ELSEWHERE = frozenset({"keluhan_lain", "luar_topik"})


@pytest.fixture
def talk(base):
    """Plays messages, each with the skill of its intent; gives the last outcome."""

    def play(*turns: Turn) -> Outcome:
        memory = Conversation()
        for turn in turns:
            skill = smalltalk if turn.intent in _TALK else outside if turn.intent in _ELSEWHERE else answer_need
            outcome = respond(base, memory, turn, skill)
            memory = outcome.conversation
        return outcome

    return play
