""" "Berapa kali sehari?", "aman ga?": a short question that goes on with what was just told."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.compose import say
from kram.dialogue.asked import ABOUT_THE_TALK, ranked
from kram.dialogue.moves import names_no_subject, subjects_in
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.questions import tell_point, unfit
from kram.dialogue.skills.remedies import answer_remedies
from kram.dialogue.state import Conversation, LastAnswer
from kram.knowledge.model import Hit, KnowledgeBase, Need

_TO_DO = frozenset({Need.GENERAL.value, Need.RELIEF.value, Need.PREVENTION.value, Need.EXERCISE.value})
_EXERCISE = "latihan"
_LEADING = 2
# From here a hit about the same subject answers; and when it comes this near to the best of all.
_NEAR = 0.08
_AS_GOOD = 0.85
_NEARLY = 0.75
_PLAINLY_ITSELF = 0.15
_LAST_WORDS = 3


def about_the_last(scene: Scene, last: LastAnswer, share: float = _AS_GOOD) -> Hit | None:
    """The point about what the last answer told that comes nearest to the question, None when none is near.

    Args:
        scene: the turn.
        last: the answer before it.
        share: how near to the best hit of all it must come when the question names a subject of its own.
    """
    hits = ranked(scene)
    best = hits[0].score if hits else 0.0
    # A new noun ("posisi tidurnya gimana?") counts more than the remedy that was named last.
    of_remedy = bool(last.remedies) and not (best >= _PLAINLY_ITSELF and not _is_about(scene.base, hits[0], last))
    leans = scene.turn.intent not in ABOUT_THE_TALK and (of_remedy or names_no_subject(scene))
    behind = tuple(hit for hit in scene.turn.behind if leans and _is_about(scene.base, hit, last))
    subject = behind or tuple(hit for hit in (*hits, *scene.turn.wide) if _is_about(scene.base, hit, last))
    fitting = [hit for hit in subject if hit.score >= _NEAR]
    near = fitting[0] if fitting else None
    if near is not None and near.point == last.point and near.entry in last.entries[:1]:
        # Word for word the last answer: another one that comes nearly as near is meant.
        near = next((hit for hit in fitting[1:] if hit.score >= _NEARLY * near.score and hit.point != last.point), near)
    if near is None or unfit(scene, scene.base.entry(near.entry).point(near.point)):
        return None
    return near if names_no_subject(scene) or near.score >= share * best else None


def follow_up(scene: Scene) -> Outcome:
    """Answer with the point that `about_the_last` finds; say so when the sources do not tell."""
    last = scene.conversation.last
    hit = about_the_last(scene, last)
    if hit is not None:
        told = tell_point(scene, hit, alone=True)
        if not last.remedies:
            return told
        kept = replace(told.conversation.last, remedies=last.remedies)
        return replace(told, conversation=replace(told.conversation, last=kept))
    title = _subject(scene.base, last)
    answer = say(
        scene.base,
        scene.phrase("tanpa_rincian", judul=title),
        level=scene.decision.level,
        buttons=("lanjut", "redakan", "dokter"),
    )
    answer = replace(answer, topics=last.entries, sources=last.sources, evidence=last.evidence)
    return Outcome(answer, replace(scene.conversation, misses=0))


def with_the_last_remedy(scene: Scene, before: Conversation) -> Skill | None:
    """ "oh, saya minum warfarin juga, ngaruh?": what is new of the person is asked of the remedy just spoken of.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    remedies, turn = before.last.remedies, scene.turn
    bare = turn.asked and subjects_in(turn.asked[-1].text, scene.base) == 0
    behind = turn.normalized.split()[-_LAST_WORDS:]
    bare = bare or subjects_in(" ".join(behind[-1:]), scene.base) == 0
    if turn.person not in {"", before.focus} or scene.change.findings:
        return None  # "anak saya juga kram habis silat, ketularan saya?" asks nothing of my remedy
    if not remedies or turn.remedies or not scene.change.populations or not scene.asks or not bare:
        return None
    return lambda s: answer_remedies(s, remedies)


def _is_about(base: KnowledgeBase, hit: Hit, last: LastAnswer) -> bool:
    entry = base.entry(hit.entry)
    if last.remedies:
        own = entry.point(hit.point).remedies or entry.remedies
        return bool(set(own) & set(last.remedies))
    related = base.talk.related.get(last.entries[0], frozenset()) if last.entries else frozenset()
    if hit.entry in related or hit.entry in last.entries[:_LEADING]:
        return True
    return not related and last.need in _TO_DO and entry.kind == _EXERCISE


def _subject(base: KnowledgeBase, last: LastAnswer) -> str:
    if last.remedies:
        return base.remedies[last.remedies[0]].name
    return base.entry(last.entries[0]).title
