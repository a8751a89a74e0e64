""" "Kenapa jawabannya begitu?": the person's own words, what they were taken for, and the rule."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.compose import say
from kram.dialogue.scene import Outcome, Scene
from kram.triage.model import Level

_LONGEST_QUOTE = 80


def reasons(scene: Scene) -> Outcome:
    """Tell what led to the last answer."""
    last = scene.conversation.last
    if not last.entries:
        return Outcome(say(scene.base, scene.phrase("tanpa_alasan")), scene.conversation)
    lines = [
        scene.phrase("alasan_baris", kata=_short(words), arti=meaning)
        if words
        else scene.phrase("alasan_tadi", arti=meaning)
        for words, meaning in last.reasons
    ]
    told = scene.phrase("alasan", daftar="\n".join(lines)) if lines else scene.phrase("alasan_umum")
    rule = scene.decision.lead
    why = rule.why if rule is not None and scene.decision.level >= Level.DOKTER else ""
    answer = say(scene.base, told, why, scene.phrase("alasan_salah"), buttons=("sumber", "salah_tulis", "lanjut"))
    answer = replace(answer, topics=last.entries, sources=last.sources)
    return Outcome(answer, replace(scene.conversation, misses=0))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…"
