"""Answers when the rest is broken: danger signs, first aid and emergency numbers, in process."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from bot.knowledge import knowledge
from kram.answers.compose import Recipient, button, say
from kram.answers.urgent import urgent_answer
from kram.dialogue.respond import read_alone
from kram.language.build import build_reader
from kram.language.model import SELF
from kram.language.pipeline import Reader


@lru_cache(maxsize=1)
def _reader() -> Reader:
    return build_reader(knowledge())


def degraded_replies(sender: str, text: str) -> list[dict[str, Any]]:
    """Replies in the shape of the REST channel, without model, actions or database."""
    base = knowledge()
    decision = read_alone(base.triage, _reader().read(text).mentions)
    if decision.level.urgent:
        answer = urgent_answer(base, decision, Recipient(SELF, decision.populations, decision.findings))
    else:
        answer = say(
            base,
            base.phrases["tidak_lengkap"],
            base.phrases["pertolongan_pertama"],
            base.triage.safety_net,
            base.phrases["minta_darurat"],
            level=decision.level,
        )
    buttons = [{"title": b.title, "payload": b.payload} for b in answer.buttons or (button(base, "nomor"),)]
    return [
        {"recipient_id": sender, "text": answer.text, "buttons": buttons},
        {"recipient_id": sender, "custom": dict(answer.custom())},
    ]


def plain_reply(sender: str, phrase: str) -> list[dict[str, Any]]:
    """One ready sentence as a reply, for messages with nothing to read in them."""
    base = knowledge()
    answer = say(base, base.phrases[phrase], buttons=("sekarang", "penyebab", "cegah"))
    buttons = [{"title": b.title, "payload": b.payload} for b in answer.buttons]
    return [
        {"recipient_id": sender, "text": answer.text, "buttons": buttons},
        {"recipient_id": sender, "custom": dict(answer.custom())},
    ]
