"""What a fact told behind a complaint has to do with it: does it explain it, and what follows."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.answer import Block
from kram.answers.limits import Limits, days_of, days_of_rule
from kram.dialogue.late import begun_since, late_facts, news_of
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.ailment import say_meaning
from kram.dialogue.skills.drugs import of_told, tell_drug
from kram.dialogue.skills.needs import tell
from kram.dialogue.skills.questions import point_block, unfit
from kram.dialogue.skills.values import without_later_date
from kram.dialogue.state import Conversation
from kram.knowledge.model import Hit, Need
from kram.knowledge.wording import sentences

_OF_EACH = 2


def late(scene: Scene, before: Conversation) -> Skill | None:
    """The skill that ties a late fact to the complaint; None when nothing known was added, or it was told before.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    if (since := begun_since(scene, before)) is not None and (block := _block(scene, since)) is not None:
        return lambda s: tell(s, Need.GENERAL, opening=block)
    if (news := news_of(scene, before)) is not None:
        if news[0].situation:
            return lambda s: _as_situation(s, news[0].situation)
        told = _block(scene, news[1])
        return (lambda s: _meant(s, told)) if told is not None and told.text not in before.last.told else None
    if (drug := of_told(scene, before)) is not None:
        return lambda s: tell_drug(s, drug)
    blocks = [block for hit in late_facts(scene, before) if (block := _block(scene, hit)) is not None]
    if not scene.asks:  # "ngaruh ga?" wants to hear it, told or not
        blocks = [block for block in blocks if block.text not in before.last.told]
    return (lambda s: _say(s, blocks)) if blocks else None


def _block(scene: Scene, hit: Hit) -> Block | None:
    entry = scene.base.entry(hit.entry)
    point = entry.point(hit.point)
    return None if unfit(scene, point) else point_block(scene, entry, point)


def _as_situation(scene: Scene, name: str) -> Outcome:
    """What is left of a cramp is the complaint from now on: what is asked next is asked of that."""
    entry, person = scene.base.entry(name), scene.conversation.person
    person = replace(person, contexts=person.contexts | entry.contexts)
    conversation = scene.conversation.with_person(scene.conversation.focus, person)
    return tell(replace(scene, conversation=conversation), Need.GENERAL, entries=(entry,))


def _say(scene: Scene, blocks: list[Block]) -> Outcome:
    """One fact in full, of two what matters most of each."""
    if len(blocks) > 1:
        blocks = [replace(block, text=" ".join(sentences(block.text)[:_OF_EACH])) for block in blocks]
    return _meant(scene, *blocks)


def _meant(scene: Scene, *blocks: Block) -> Outcome:
    """What it means; no later date for a doctor beside the one that it sets."""
    limits, texts = scene.base.talk.limits, [block.text for block in blocks]
    rule, told = scene.decision.lead, [days for text in texts if (days := _soonest(text, limits)) is not None]
    later = rule is not None and bool(told) and min(told) < (days_of_rule(rule.say, limits) or 0)
    kept = replace(scene, decision=replace(scene.decision, rules=())) if later else without_later_date(scene, texts)
    return say_meaning(kept, *blocks)


def _soonest(text: str, limits: Limits) -> int | None:
    """Within how many days a text sends somebody to be seen who has none of the signs that it asks for."""
    plain = (one for one in sentences(text) if "?" not in one)
    return min((days for one in plain if (days := days_of(one, limits)) is not None), default=None)
