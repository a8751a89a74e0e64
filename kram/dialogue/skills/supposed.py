""" "Kalau sampai sesak gimana?": what to do then, without alarming about it now."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.compose import say
from kram.answers.urgent import action_line
from kram.dialogue.asked import asks_plainly
from kram.dialogue.choose import NEED_OF_INTENT
from kram.dialogue.scene import Outcome, Scene
from kram.dialogue.state import LastAnswer
from kram.dialogue.suspicions import suspected
from kram.knowledge.model import Need
from kram.language.model import Kind, Temporality
from kram.triage.engine import decide


def supposed_danger(scene: Scene) -> Outcome | None:
    """What to do if a danger happened that is only supposed; None when none is, or something else answers.

    Args:
        scene: the turn.
    """
    supposed = [
        m
        for m in scene.turn.of(Kind.FINDING, asserted=False)
        if m.temporality is Temporality.HYPOTHETICAL and not m.negated
    ]
    people = scene.conversation.person.populations
    decision = decide(scene.base.triage, [m.value for m in supposed], people)
    rule = decision.lead
    if rule is None or not decision.level.urgent or scene.turn.intent in {"luar_topik", "keluhan_lain", "kasar"}:
        return None
    if NEED_OF_INTENT.get(scene.turn.intent) is Need.PREVENTION:
        return None  # "biar tidak bengkak harus gimana?"
    if scene.turn.of(Kind.FINDING) and suspected(scene.turn.normalized, scene.base.suspicions):
        return None  # "kaki kesemutan, apa saya kena stroke?" asks what their own complaint is
    if asks_plainly(scene):
        return None  # "apa bedanya kram dan otot robek?" is answered by what is known of it
    named = ", ".join(scene.base.names[f].spoken for f in sorted(rule.used(decision.findings)))
    text = scene.phrase(
        "bila_terjadi", temuan=named, tindakan=action_line(scene.base, decision), katakan=rule.say, jangan=rule.avoid
    )
    sources = scene.base.sources_of(list(rule.evidence))
    answer = say(scene.base, text.strip(), level=scene.decision.level, buttons=("cek", "redakan", "nomor"))
    answer = replace(
        answer,
        topics=("tanda-bahaya",),
        sources=sources,
        blocks=tuple(replace(b, entry=rule.id, evidence=rule.evidence) for b in answer.blocks),
    )
    last = LastAnswer(answer.topics, "bahaya", sources, evidence=rule.evidence)
    return Outcome(answer, replace(scene.conversation, last=last, misses=0))
