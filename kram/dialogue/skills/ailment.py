""" "Bukan kram kok", "dua-duanya, ga demam": what an addition means for the complaint of the talk."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import button, say
from kram.answers.urgent import action_line
from kram.dialogue.ailment import added, ailments_of, asked_of_ailment, begun_with, supposed
from kram.dialogue.asked import ranked
from kram.dialogue.choose import tells_cramp
from kram.dialogue.moves import names_no_subject, says
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.facts import remembering
from kram.dialogue.skills.needs import tell
from kram.dialogue.skills.questions import point_block, tell_point, unfit
from kram.dialogue.state import Conversation
from kram.knowledge.ailments import Ailment
from kram.knowledge.model import Hit, Need
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
    return lambda s: say_meaning(s, block)


def answer_of(scene: Scene, before: Conversation) -> Skill | None:
    """The skill for a question that is asked of the complaint of the talk, or a story that begins with it.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    if (first := begun_with(scene, before)) is not None:
        return lambda s: tell_point(s, Hit(*first.point, 1.0), alone=True)
    if len(scene.turn.asked) > 1:
        return None  # each of them is answered
    if (hit := asked_of_ailment(scene)) is not None:
        return lambda s: _tell(s, hit)
    if (would := supposed(scene)) is not None:
        return lambda s: _tell(s, Hit(*would.point, 1.0))
    return None


def answer_though_urgent(scene: Scene, before: Conversation) -> Skill | None:
    """The skill for a question that may be answered beside the advice to be seen today, where that was given before.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    new = scene.change.findings or scene.change.populations
    if scene.decision.level is not Level.SEGERA or not before.warned or new or before.focus != scene.conversation.focus:
        return None
    allowed = {point for one in ailments_of(scene) if one.though_urgent for point in one.answers.values()}
    hit = asked_of_ailment(scene)
    if hit is None or (hit.entry, hit.point) not in allowed:
        return None
    return lambda s: _beside_the_reminder(s, hit)


def _beside_the_reminder(scene: Scene, hit: Hit) -> Outcome:
    entry, rule = scene.base.entry(hit.entry), scene.decision.lead
    text = scene.phrase("mendesak_tetap_hari_ini", tindakan=action_line(scene.base, scene.decision))
    reminder = Block(BlockKind.WARNING, text, entry=rule.id if rule else "", evidence=rule.evidence if rule else ())
    blocks = (point_block(scene, entry, entry.point(hit.point)), reminder)
    evidence = tuple(dict.fromkeys(e for block in blocks for e in block.evidence))
    answer = say(scene.base, level=scene.decision.level)
    names = ("nomor", "salah_tulis", "orang_lain")
    answer = replace(answer, blocks=blocks, topics=(hit.entry,), evidence=evidence)
    buttons = tuple(button(scene.base, name) for name in names)
    answer = replace(answer, sources=scene.base.sources_of(evidence), buttons=buttons)
    return Outcome(answer, replace(scene.conversation, misses=0, pending=""))


def _tell(scene: Scene, hit: Hit) -> Outcome:
    """The point, without what the answer before told and without what is uncertain of the entry in general."""
    outcome = tell_point(scene, hit, alone=True)
    entry, rule = scene.base.entry(hit.entry), scene.decision.lead
    heard = rule is not None and any(rule.say in text for text in scene.conversation.last.told)
    urgent = scene.decision.level.urgent
    first, *rest = outcome.answer.blocks
    kept = [block for block in rest if block.text != entry.uncertain or not entry.uncertain]
    if heard and rule is not None and not urgent:
        kept = [block for block in kept if block.items or not block.text.startswith(rule.say)]
    last = outcome.conversation.last
    told = (rule.say,) if heard and rule is not None else ()
    last = replace(last, blocks=(first, *kept), earlier=tuple(dict.fromkeys((*last.earlier, *told))))
    answer = replace(outcome.answer, blocks=(first, *kept))
    return replace(outcome, answer=answer, conversation=replace(outcome.conversation, last=last))


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
    wishes = scene.wishes_besides(Need.GENERAL)
    wished = next((need for need in wishes if need in _OWN_NEEDS and need in lead.lead), None)
    bare = wished is not None and names_no_subject(scene)  # "berbahaya ga": that, whatever point sounds like it
    if near is not None and not bare and near.score >= max(_NEAR, _AS_NEAR * hits[0].score):
        return lambda s: tell_point(s, near, alone=True)
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


def say_meaning(scene: Scene, *meant: Block) -> Outcome:
    """What an addition means, and where a doctor should look, that, unless it was told."""
    rule, last = scene.decision.lead, scene.conversation.last
    blocks = [*meant]
    heard = rule is None or any(rule.say in text for text in (*last.told, *(block.text for block in meant)))
    if rule is not None and scene.decision.level is Level.DOKTER and not heard:
        blocks.append(Block(BlockKind.TEXT, rule.say, entry=rule.id, evidence=rule.evidence))
    evidence = tuple(dict.fromkeys(e for one in blocks for e in one.evidence))
    answer = replace(
        say(scene.base, level=max(scene.decision.level, Level.MANDIRI)),
        blocks=tuple(blocks),
        topics=tuple(dict.fromkeys(block.entry for block in meant)),
        sources=scene.base.sources_of(evidence),
        evidence=evidence,
        buttons=tuple(button(scene.base, name) for name in ("redakan", "penyebab", "dokter")),
    )
    told = Outcome(answer, replace(scene.conversation, misses=0, pending=""))
    return remembering(told, *(one.text for one in blocks))
