"""The guard has the last word on the intent: danger first, and no check where an answer is wanted."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import knowledge
from bot.nlu.findings import READING
from bot.nlu.guard import Guard
from bot.nlu.tokenizer import ANALYSIS
from kram.language.model import Analysis, Kind, Mention

pytestmark = pytest.mark.slow


def judged(intent: str, confidence: float, hit: float, *mentions: Mention) -> str:
    """The intent after the guard."""
    message = Message({"text": "uji", "intent": {"name": intent, "confidence": confidence}})
    message.set(ANALYSIS, Analysis("uji", (), mentions))
    message.set(READING, {"hits": [["uji", "satu", hit]]})
    (out,) = Guard(knowledge().triage).process([message])
    return str(out.get("intent")["name"])


@pytest.mark.parametrize(
    ("confidence", "hit", "intent"),
    [
        pytest.param(0.95, 0.30, "cek_bahaya", id="plainly wanted"),
        pytest.param(0.50, 0.20, "cek_bahaya", id="nothing answers"),
        pytest.param(0.50, 0.26, "tanya_bahaya", id="perhaps wanted, and answered"),
        pytest.param(0.95, 0.39, "tanya_bahaya", id="answered to the letter"),
    ],
)
def test_a_check_that_a_point_answers_becomes_a_question(confidence, hit, intent):
    assert judged("cek_bahaya", confidence, hit) == intent


def test_no_other_intent_becomes_a_question():
    assert judged("terima_kasih", 0.4, 0.9) == "terima_kasih"


def test_danger_takes_every_intent_over():
    breathless = Mention(Kind.FINDING, "sesak_napas", "sesak", 0, 5)
    swollen = Mention(Kind.FINDING, "bengkak_satu_kaki", "bengkak", 6, 13)

    assert judged("cek_bahaya", 0.5, 0.9, breathless, swollen) == "tanda_bahaya"
