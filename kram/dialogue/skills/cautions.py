"""Sentences that some people must be told, whatever they asked."""

from __future__ import annotations

from collections.abc import Set

from kram.answers.answer import Block, BlockKind
from kram.dialogue.choose import NEED_OF_INTENT
from kram.dialogue.scene import Scene
from kram.knowledge.model import Entry, Need
from kram.language.model import Kind

_PREGNANT = frozenset({"hamil", "hamil_t1", "hamil_t2", "hamil_t3"})
_UNCLEAR_CRAMP = "kram_tak_jelas"
_LEG_CRAMP = "kram_betis"


def unclear_place(scene: Scene) -> list[Block]:
    """In case the cramp is not in the leg at all: in pregnancy that matters."""
    person = scene.conversation.person
    told_now = _UNCLEAR_CRAMP in {m.value for m in scene.turn.of(Kind.FINDING)}
    if scene.conversation.last.entries and not told_now:
        return []  # it was said when the cramp was told
    if _UNCLEAR_CRAMP not in person.findings or _LEG_CRAMP in person.findings:
        return []
    name = "bila_perut_hamil" if person.populations & _PREGNANT else "bila_bukan_kaki"
    evidence = ("CE83",) if person.populations & _PREGNANT else ()
    return [Block(BlockKind.TEXT, scene.phrase(name), evidence=evidence)]


def _is_asked(scene: Scene, needs: Set[str]) -> bool:
    """Whether a message asks one of these of a cramp; a medicine or remedy that it asks about is something else."""
    person = scene.person
    cramps = scene.base.talk.cramps & (person.findings.keys() | person.contexts)
    need = NEED_OF_INTENT.get(scene.turn.intent, Need.GENERAL)
    return bool(cramps) and need.value in needs and not (scene.turn.remedies and need is Need.GENERAL)


def specials(scene: Scene, lead: Entry) -> list[Block]:
    """What must be told to some people, when the leading entry is not about them anyway.

    Some of it only where that is asked of a cramp: who asks about a heel hears nothing of exercise.
    """
    have = scene.conversation.person.populations
    for special in scene.base.triage.specials:
        if special.needs and not _is_asked(scene, special.needs):
            continue
        if special.populations & have and not special.populations & (lead.populations | lead.only_if):
            return [Block(BlockKind.WARNING, special.text, evidence=special.evidence)]
    return []
