""" "Ga bengkak kok, ga merah": what is not there is noted, and the talk goes on."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import button, say
from kram.dialogue.scene import Outcome, Scene
from kram.dialogue.skills.needs import ORDINARY_SIGNS, answer_need
from kram.language.model import Kind
from kram.triage.model import Level

_MOST = 3
_BREATHLESS = "sesak_napas"


def denial(scene: Scene) -> Outcome:
    """Acknowledge the denied signs, say what they mean for now, and what would change it."""
    noted = _noted(scene)
    told_more = scene.change.findings or scene.turn.of(Kind.CONTEXT)
    if told_more:
        outcome = answer_need(scene)
        return replace(outcome, answer=replace(outcome.answer, blocks=(noted, *outcome.answer.blocks)))
    rule = scene.decision.lead
    asked = rule.say if rule is not None and scene.decision.level is Level.DOKTER else ""
    last = scene.conversation.last
    advice = Block(BlockKind.TEXT, asked, entry=rule.id, evidence=rule.evidence) if rule and asked else None
    net_phrase = "bila_sesak" if _BREATHLESS in _denied(scene) else "bila_muncul"
    net = Block(BlockKind.TEXT, scene.phrase(net_phrase, **scene.base.numbers), evidence=("CE54", "CE56"))
    if _denied(scene) <= ORDINARY_SIGNS:
        net = Block(BlockKind.TEXT, scene.phrase("saran_tetap"))  # a cramp that came would be no danger
    blocks = (noted, *((advice,) if advice else ()), net)
    evidence = tuple(dict.fromkeys(e for block in blocks for e in block.evidence))
    answer = replace(
        say(scene.base, level=max(scene.decision.level, Level.MANDIRI)),
        blocks=blocks,
        topics=last.entries or ("tanda-bahaya",),
        sources=scene.base.sources_of(evidence),
        evidence=evidence,
        buttons=tuple(button(scene.base, name) for name in ("redakan", "penyebab", "cegah")),
    )
    return Outcome(answer, replace(scene.conversation, misses=0, pending=""))


def _denied(scene: Scene) -> set[str]:
    return {m.value for m in scene.turn.mentions if m.kind is Kind.FINDING and m.negated}


def _noted(scene: Scene) -> Block:
    denied = [m.value for m in scene.turn.mentions if m.kind is Kind.FINDING and m.negated]
    named = [scene.base.names[value].spoken for value in dict.fromkeys(denied) if value in scene.base.names]
    if not named:
        return Block(BlockKind.TEXT, scene.phrase("fakta_singkat"))
    return Block(BlockKind.TEXT, scene.phrase("tanda_dicatat", hal=", ".join(named[:_MOST])))
