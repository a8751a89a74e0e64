"""Answers when the rest is broken: danger signs, first aid and emergency numbers, in process."""

from __future__ import annotations

import json
import logging
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.knowledge import knowledge
from kram.answers.answer import Answer
from kram.answers.compose import Recipient, button, say
from kram.answers.urgent import urgent_answer
from kram.dialogue.deciding import read_alone
from kram.errors import PipelineMissingError
from kram.language.build import build_reader
from kram.language.model import SELF
from kram.language.reader import Reader
from kram.paths import PIPELINE

_LAST_WORDS = Path(__file__).with_name("last_words.json")
_logger = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def _reader() -> Reader:
    """The pipeline that was built last: it reads on when a content file is broken since."""
    try:
        return Reader.from_disk(PIPELINE)
    except (PipelineMissingError, OSError, ValueError, TypeError, LookupError):  # none, or of another version
        return build_reader(knowledge())


def degraded_replies(sender: str, text: str) -> list[dict[str, Any]]:
    """Replies in the shape of the REST channel, without model, actions or database."""
    try:
        return _replies(sender, _answer(text))
    except Exception:  # not even the knowledge base can be read: what is true for everybody
        _logger.exception("The safety answer failed, too; the last words were given.")
        return last_words(sender)


def _answer(text: str) -> Answer:
    base = knowledge()
    decision = read_alone(base.triage, _reader().read(text).mentions)
    if decision.level.urgent:
        return urgent_answer(base, decision, Recipient(SELF, decision.populations, decision.findings))
    return say(
        base,
        base.phrases["tidak_lengkap"],
        base.phrases["pertolongan_pertama"],
        base.triage.safety_net,
        base.phrases["minta_darurat"],
        level=decision.level,
        buttons=("nomor",),
    )


def plain_reply(sender: str, phrase: str) -> list[dict[str, Any]]:
    """One ready sentence as a reply, for messages with nothing to read in them."""
    try:
        base = knowledge()
        return _replies(sender, say(base, base.phrases[phrase], buttons=("sekarang", "penyebab", "cegah")))
    except Exception:  # as above
        _logger.exception("A ready sentence could not be given; the last words were.")
        return last_words(sender)


def _replies(sender: str, answer: Answer) -> list[dict[str, Any]]:
    base = knowledge()
    buttons = [{"title": b.title, "payload": b.payload} for b in answer.buttons or (button(base, "nomor"),)]
    return [
        {"recipient_id": sender, "text": answer.text, "buttons": buttons},
        {"recipient_id": sender, "custom": dict(answer.custom())},
    ]


def last_words(sender: str) -> list[dict[str, Any]]:
    """What is told to everybody when nothing can be read: emergency signs, numbers, first aid."""
    text = json.loads(_LAST_WORDS.read_text(encoding="utf-8"))["text"]
    blocks = [{"kind": "text", "text": part, "items": [], "entry": ""} for part in text.split("\n\n")]
    custom = {
        "triage": "none",
        "topics": ["tanda-bahaya"],
        "sources": [],
        "findings": [],
        "blocks": blocks,
        "kb_version": "",
    }
    return [{"recipient_id": sender, "text": text}, {"recipient_id": sender, "custom": custom}]
