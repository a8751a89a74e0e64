"""Who told of an allergy to a painkiller is never offered one of its kind without a word on it."""

from __future__ import annotations

import re
from dataclasses import replace

from kram.answers.answer import Block, BlockKind, block_text
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.read_back import with_room
from kram.dialogue.skills.remedies import answer_remedies
from kram.triage.model import Level

_ALLERGIES = ("alergi_obat_nyeri", "alergi_parasetamol", "alergi_obat")
_PAINKILLERS = ("oains", "parasetamol")
_NAMED = re.compile(r"parasetamol|ibuprofen|naproksen|mefenamat|diklofenak|obat nyeri|antinyeri|aspirin", re.IGNORECASE)
_EVIDENCE = ("CE930",)


def of_allergy(scene: Scene) -> Skill | None:
    """ "Saya alergi asam mefenamat, parasetamol boleh?": the verdict for somebody with the allergy."""
    if not scene.asks or not set(_ALLERGIES) & scene.person.populations:
        return None
    told_now = {m.text.lower() for m in scene.turn.mentions if m.value in _ALLERGIES}
    named = [m for m in scene.turn.mentions if m.value in _PAINKILLERS]
    free = [m.value for m in named if not any(m.text.lower() in text for text in told_now)]
    asked = tuple(dict.fromkeys(free))
    return (lambda s: answer_remedies(s, asked)) if asked else None


def with_allergy(scene: Scene, outcome: Outcome) -> Outcome:
    """The answer with what the allergy forbids, when it is new or the answer speaks of painkillers."""
    have = [one for one in _ALLERGIES if one in scene.conversation.person.populations]
    told = " ".join(block_text(block) for block in outcome.answer.blocks if block.kind is not BlockKind.SOURCES)
    new = bool(set(have) & scene.change.populations)
    said = set(_EVIDENCE) & set(outcome.answer.evidence)
    if not have or said or outcome.answer.level is Level.DARURAT or not (new or _NAMED.search(told)):
        return outcome
    note = Block(BlockKind.WARNING, scene.phrase(f"{have[0]}_ingat"), evidence=_EVIDENCE)
    first, *rest = outcome.answer.blocks
    fitted = with_room([first, note, *rest])
    if fitted is None:
        return outcome
    evidence = (*outcome.answer.evidence, *_EVIDENCE)
    return replace(outcome, answer=replace(outcome.answer, blocks=tuple(fitted), evidence=evidence))
