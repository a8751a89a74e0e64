"""The guard has the last word on the intent: danger first, and no check where an answer is wanted."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import knowledge
from bot.nlu.findings import READING
from bot.nlu.guard import Guard
from bot.nlu.tokenizer import ANALYSIS
from kram.language.model import ANIMAL, Analysis, Kind, Mention, Token

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


def judged_words(text: str, intent: str, *mentions: Mention, person: str = "") -> str:
    """The intent after the guard for a message with words."""
    words, start = [], 0
    for word in text.split():
        words.append(Token(word, word, start, start + len(word)))
        start += len(word) + 1
    message = Message({"text": text, "intent": {"name": intent, "confidence": 0.9}})
    message.set(ANALYSIS, Analysis(text, tuple(words), mentions, person=person))
    (out,) = Guard(knowledge().triage).process([message])
    return str(out.get("intent")["name"])


def test_what_sounds_like_a_danger_but_was_read_as_none_is_a_complaint():
    both = Mention(Kind.FINDING, "bengkak_dua_kaki", "dua-duanya bengkak", 0, 18)

    assert judged_words("dua-duanya bengkak", "tanda_bahaya", both) == "lapor_keluhan"


def test_words_that_nobody_read_keep_the_suspicion():
    both = Mention(Kind.FINDING, "bengkak_dua_kaki", "dua-duanya bengkak", 0, 18)

    assert judged_words("dua-duanya bengkak dan mataku melihat dobel", "tanda_bahaya", both) == "tanda_bahaya"


def test_animals_and_other_scripts_lie_outside():
    assert judged_words("kucing saya pincang", "tanya_redakan", person=ANIMAL) == "luar_topik"
    assert judged_words("天気は", "nlu_fallback") == "luar_topik"
