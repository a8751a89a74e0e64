"""Who told of an allergy to a painkiller is never offered one of its kind without a word on it."""

from __future__ import annotations

import re
from dataclasses import replace

from kram.answers.answer import Block, BlockKind, block_text
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.read_back import with_room
from kram.dialogue.skills.remedies import answer_remedies
from kram.knowledge.wording import sentences
from kram.triage.model import Level

_ALLERGIES = ("alergi_obat_nyeri", "alergi_parasetamol", "alergi_obat")
_PAINKILLERS = ("oains", "parasetamol")
_NAMED = re.compile(r"parasetamol|ibuprofen|naproksen|mefenamat|diklofenak|obat nyeri|antinyeri|aspirin", re.IGNORECASE)
_OFFERED = {
    "alergi_parasetamol": re.compile(r"parasetamol", re.IGNORECASE),
    "alergi_obat_nyeri": re.compile(r"ibuprofen|naproksen|mefenamat|diklofenak|aspirin", re.IGNORECASE),
}
_REFUSED = re.compile(r"jangan|hindari|alergi|tidak", re.IGNORECASE)
_EVIDENCE = ("CE930",)


def of_allergy(scene: Scene) -> Skill | None:
    """ "Saya alergi asam mefenamat, parasetamol boleh?": the verdict for somebody with the allergy."""
    if not scene.asks or not set(_ALLERGIES) & scene.person.populations:
        return None
    plainly = tuple(one for one in scene.turn.remedies if one in _PAINKILLERS)
    if scene.turn.asked and len(plainly) == 1:
        return lambda s: answer_remedies(s, plainly)
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
    kept = [block if said else _without_offer(block, have) for block in outcome.answer.blocks]
    first, *rest = [block for block in kept if block.text or block.items]
    fitted = with_room([first, note, *rest])
    if fitted is None:
        return outcome
    evidence = (*outcome.answer.evidence, *_EVIDENCE)
    return replace(outcome, answer=replace(outcome.answer, blocks=tuple(fitted), evidence=evidence))


def _without_offer(block: Block, have: list[str]) -> Block:
    """Without the sentences that offer what the person must not take."""
    forbidden = [_OFFERED[one] for one in have if one in _OFFERED]
    if block.kind is BlockKind.SOURCES or not forbidden:
        return block

    def kept(text: str) -> str:
        said = sentences(text)
        offers = [any(f.search(one) for f in forbidden) and not _REFUSED.search(one) for one in said]
        behind = [i for i, one in enumerate(said) if i and offers[i] and said[i - 1].endswith("?")]
        gone = {i for i, offer in enumerate(offers) if offer} | {i - 1 for i in behind}
        return " ".join(one for i, one in enumerate(said) if i not in gone)

    items = tuple(filter(None, map(kept, block.items)))
    return replace(block, text=kept(block.text) if not block.items or items else "", items=items)
