"""A sign without a part of the body, in a story about a leg: "cuma agak anget" is the leg's."""

from __future__ import annotations

from kram.dialogue.state import Conversation, Turn
from kram.knowledge.talk import Talk
from kram.language.model import Kind

_SORE = frozenset(
    {"nyeri_betis_menetap", "nyeri_satu_betis", "betis_sebelah_berhari", "bengkak_satu_kaki", "betis_tegang_mengeras"}
)
_WARM = "merah_hangat"
_FEW_WORDS = 14
_BEFORE = 2


def tells_warmth(conversation: Conversation, turn: Turn, talk: Talk) -> bool:
    """Whether a short message tells of warm or red skin on a leg that hurts, not of a compress or the weather."""
    words = turn.normalized.split()
    told = {m.value for m in turn.mentions}
    if not _SORE & conversation.person.findings.keys() or _WARM in told or "lain" in turn.parts:
        return False
    if len(words) > _FEW_WORDS or turn.of(Kind.REMEDY, asserted=False):
        return False
    for at, word in enumerate(words):
        before = set(words[max(0, at - _BEFORE) : at])
        if word in talk.warmth and before & talk.seems and not before & talk.not_yet:
            return True
    return False
