"""Sentences that some people must be told, whatever they asked."""

from __future__ import annotations

from kram.answers.answer import Block, BlockKind
from kram.dialogue.scene import Scene
from kram.knowledge.model import Entry
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


def specials(scene: Scene, lead: Entry) -> list[Block]:
    """What must always be told to some people, when the leading entry is not about them anyway."""
    have = scene.conversation.person.populations
    for special in scene.base.triage.specials:
        if special.populations & have and not special.populations & (lead.populations | lead.only_if):
            return [Block(BlockKind.WARNING, special.text, evidence=special.evidence)]
    return []
