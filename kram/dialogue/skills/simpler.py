""" "Ga ngerti, yang simpel dong": the last answer once more, in a few short sentences."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import button, say
from kram.answers.urgent import action_line
from kram.dialogue.scene import Outcome, Scene
from kram.knowledge.wording import sentences

_STEPS = 2
_TOO_SHORT = 60


def simpler(scene: Scene) -> Outcome:
    """The first sentence of the last answer and its first steps; only what to do when it is urgent."""
    last = scene.conversation.last
    if scene.decision.level.urgent:
        action = action_line(scene.base, scene.decision)
        answer = say(scene.base, scene.phrase("singkatnya", isi=action), level=scene.decision.level, buttons=("nomor",))
        return Outcome(replace(answer, topics=last.entries, sources=last.sources), scene.conversation)
    lead = next((b for b in last.blocks if b.kind in {BlockKind.TEXT, BlockKind.ALERT} and b.text), None)
    steps = next((b for b in last.blocks if b.kind is BlockKind.STEPS and b.items), None)
    opening = list(sentences(lead.text)) if lead else []
    # "Boleh, dengan hati-hati." says nothing without the sentence behind it.
    lines = opening[: 2 if opening and len(opening[0]) < _TOO_SHORT else 1]
    lines += [_first(item) for item in steps.items[:_STEPS]] if steps else []
    if not steps:
        lines = opening[:_STEPS]
    text = scene.phrase("singkatnya", isi=" ".join(dict.fromkeys(lines)))
    used = tuple(dict.fromkeys(e for block in (lead, steps) if block for e in block.evidence))
    blocks = (
        Block(BlockKind.TEXT, text, entry=last.entries[0] if last.entries else "", evidence=used),
        Block(BlockKind.TEXT, scene.phrase("bagian_bingung")),
    )
    answer = say(scene.base, level=scene.decision.level)
    answer = replace(
        answer,
        blocks=blocks,
        topics=last.entries,
        sources=last.sources,
        evidence=last.evidence,
        buttons=tuple(button(scene.base, name) for name in ("redakan", "penyebab", "dokter")),
    )
    return Outcome(answer, replace(scene.conversation, misses=0))


def _first(text: str) -> str:
    return next(iter(sentences(text)), text)
