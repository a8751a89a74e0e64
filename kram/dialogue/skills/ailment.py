""" "Bukan kram kok", "dua-duanya, ga demam": what an addition means for the complaint of the talk."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import button, say
from kram.dialogue.ailment import added, ailments_of
from kram.dialogue.asked import ranked
from kram.dialogue.choose import tells_cramp
from kram.dialogue.moves import says
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.facts import remembering
from kram.dialogue.skills.needs import tell
from kram.dialogue.skills.questions import point_block, tell_point, unfit
from kram.dialogue.state import Conversation
from kram.knowledge.ailments import Ailment
from kram.knowledge.model import Need
from kram.language.model import Kind
from kram.triage.model import Level

_ASKS_SHORTLY = 9
_NEAR = 0.12
_AS_NEAR = 0.6
_OWN_NEEDS = frozenset({Need.CAUSE, Need.RELIEF, Need.PREVENTION, Need.DANGER, Need.DOCTOR})


def meaning_of(scene: Scene, before: Conversation) -> Skill | None:
    """The skill that says what was added means; None when nothing is known of it, or it was said before.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    addition = added(scene, before)
    if addition is None:
        return None
    entry = scene.base.entry(addition.point[0])
    point = entry.point(addition.point[1])
    block = point_block(scene, entry, point)
    if block.text in before.last.told or unfit(scene, point):
        return None
    return lambda s: _say(s, block)


def of_the_ailment_alone(scene: Scene) -> Skill | None:
    """The skill for a short question that only points about cramps come near to, while the talk is of something else.

    What is known of that complaint answers, in its own points or for the need asked; else that is said.
    """
    turn, last = scene.turn, scene.conversation.last
    one = next(iter(ailments_of(scene)), None)
    named = turn.remedies or turn.outside or turn.of(Kind.FINDING, asserted=False) or _other_topics(scene, one)
    if one is None or named or not scene.asks or not last.entries or len(turn.normalized.split()) > _ASKS_SHORTLY:
        return None
    lead = scene.base.entry(one.entries[0])
    if lead.complaint is None or tells_cramp(scene.base, turn) or turn.person not in {"", scene.conversation.focus}:
        return None
    hits = ranked(scene)
    own = {*one.entries, *lead.related}
    if not hits or hits[0].entry in own or not _speaks_of_cramps(scene, hits[0].entry, hits[0].point):
        return None
    near = next((hit for hit in (*hits, *turn.wide, *turn.behind) if hit.entry in own), None)
    if near is not None and near.score >= max(_NEAR, _AS_NEAR * hits[0].score):
        return lambda s: tell_point(s, near, alone=True)
    wished = next((need for need in scene.wishes_besides(Need.GENERAL) if need in _OWN_NEEDS and need in lead.lead), None)
    if wished is not None:
        return lambda s: tell(s, wished, entries=(lead,))
    return None


def _other_topics(scene: Scene, one: Ailment | None) -> bool:
    own = set(one.entries) if one is not None else set()
    return any(m.value not in own for m in scene.turn.of(Kind.TOPIC, asserted=False))


def _speaks_of_cramps(scene: Scene, entry: str, point: str) -> bool:
    text = scene.base.entry(entry).point(point).text.lower()
    words = text.replace(",", " ").replace(".", " ").split()
    return says(" ".join(words), scene.base.elsewhere.cramps)


def _say(scene: Scene, block: Block) -> Outcome:
    """The meaning, and where a doctor should look, that, unless it was told."""
    rule, last = scene.decision.lead, scene.conversation.last
    blocks = [block]
    heard = rule is None or any(rule.say in text for text in (*last.told, block.text))
    if rule is not None and scene.decision.level is Level.DOKTER and not heard:
        blocks.append(Block(BlockKind.TEXT, rule.say, entry=rule.id, evidence=rule.evidence))
    evidence = tuple(dict.fromkeys(e for one in blocks for e in one.evidence))
    answer = replace(
        say(scene.base, level=max(scene.decision.level, Level.MANDIRI)),
        blocks=tuple(blocks),
        topics=(block.entry,),
        sources=scene.base.sources_of(evidence),
        evidence=evidence,
        buttons=tuple(button(scene.base, name) for name in ("redakan", "penyebab", "dokter")),
    )
    told = Outcome(answer, replace(scene.conversation, misses=0, pending=""))
    return remembering(told, *(one.text for one in blocks))
