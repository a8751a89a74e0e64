""" "Kaki kram dan kesemutan": what is felt beside a cramp has an answer of its own."""

from __future__ import annotations

from kram.answers.answer import Block
from kram.dialogue.choose import tells_cramp
from kram.dialogue.scene import Scene
from kram.dialogue.skills.questions import point_block, unfit
from kram.knowledge.model import Entry, Need
from kram.language.model import Kind

_NEEDS = frozenset({Need.GENERAL, Need.CAUSE, Need.DANGER})
_ANYBODY = "umum"


def beside_cramp(scene: Scene, need: Need, lead: Entry) -> tuple[Block, ...]:
    """The point about what was told beside a cramp; nothing where the answer is about that already.

    Args:
        scene: the turn.
        need: what the answer is for.
        lead: the entry that leads it.
    """
    told = {m.value for m in scene.turn.of(Kind.FINDING)}
    if need not in _NEEDS or lead.complaint is not None or lead.signs & told or not tells_cramp(scene.base, scene.turn):
        return ()
    for one in scene.base.talk.beside_cramps:
        if not told & one.findings:
            continue
        people = scene.person.populations
        own = (place for who, place in one.points.items() if any(kind.startswith(who) for kind in people))
        entry_id, point_id = next(own, one.points[_ANYBODY])
        entry = scene.base.entry(entry_id)
        point = entry.point(point_id)
        return () if entry_id == lead.id or unfit(scene, point) else (point_block(scene, entry, point),)
    return ()
