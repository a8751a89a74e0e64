""" "Apa ini asam urat?": what speaks for it in what was told, and what it usually looks like."""

from __future__ import annotations

import re

from kram.answers.answer import Block, BlockKind
from kram.dialogue.choose import situations
from kram.dialogue.moves import says
from kram.dialogue.people import told_of_people
from kram.dialogue.scene import Scene, Skill
from kram.dialogue.skills.drugs import has_left
from kram.dialogue.skills.questions import point_block, tell_point
from kram.dialogue.suspicions import of_no_cramp_told, suspected_by
from kram.knowledge.model import Entry, Hit, Need
from kram.knowledge.suspicions import Suspicion

_MOST_FEARS = 2
_LONGEST_WONDER = 30
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_DISEASES = frozenset({"penyebab", "periksa"})


def suspicions_in(scene: Scene, normalized: str) -> tuple[tuple[Hit, Block], ...]:
    """What a question suspects, each with the point that answers it.

    Args:
        scene: the turn.
        normalized: the question in normalised words.
    """
    return tuple(suspicion_answered(scene, one) for one in suspected_by(scene, normalized))


def dreaded_in(scene: Scene, normalized: str) -> tuple[tuple[Hit, Block], ...]:
    """What words near a fear name, with the point that answers it; one at most.

    Args:
        scene: the turn.
        normalized: the words around the fear, normalised.
    """
    if has_left(scene) and scene.base.drugs.known:
        return ()  # "sudah saya stop, jadi takut stroke": the answer to leaving it off says that
    known = scene.base.suspicions.known
    other = scene.base.suspicions.contrary  # "dukun patah tulang", "obat diabetes"
    named = [
        (len(name), one)
        for one in known
        for name in one.names
        if says(normalized, {name}) and not says(normalized, {f"{word} {name}" for word in other})
    ]
    first: list[Suspicion] = []
    for _, one in sorted(named, key=lambda pair: -pair[0]):
        if one not in first:
            first.append(one)
    # "takut saraf kejepit atau diabetes": both, where they are joined
    both = scene.base.suspicions.joined & set(normalized.split())
    return tuple(suspicion_answered(scene, one) for one in first[: _MOST_FEARS if both else 1])


def likelier(scene: Scene, normalized: str) -> Block | None:
    """What the told signs point to, when that is something else than what is suspected; None when they do not."""
    asked = suspected_by(scene, normalized)
    lead = _told(scene)
    own = {name for one in asked for name in (*one.situations, one.usual[0], one.likely[0])}
    if lead is None or lead.id in own or not own.isdisjoint(lead.related):
        return None
    text = lead.opening(Need.CAUSE).format(**scene.base.numbers)
    return Block(BlockKind.TEXT, text, entry=lead.id)


def that_too(scene: Scene) -> Skill | None:
    """ "teman saya kena gumpalan darah, saya bisa begitu juga?": the disease named, or that of the last answer."""
    if len(scene.turn.normalized.split()) > _LONGEST_WONDER:
        return None  # a story that tells of "juga" somewhere asks something else
    said = f" {scene.turn.normalized} "
    before_that = f" {scene.conversation.said.replace(',', ' ')} "
    if not scene.asks or not any(_fits(phrase, said) for phrase in scene.base.talk.that_too):
        return None
    known = scene.base.suspicions.known
    named = [(len(name), one) for one in known for name in one.names if f" {name} " in said]
    named = named or [(len(name), one) for one in known for name in one.names if f" {name} " in before_that]
    last = scene.conversation.last
    lead = last.entries[0] if last.entries else ""
    told = (lead, last.point)
    before = [(0, one) for one in known if told in (one.usual, one.likely)]
    found = max(named, key=lambda pair: pair[0], default=None) or next(iter(before), None)
    if found is not None:
        return lambda s: tell_point(s, suspicion_answered(s, found[1])[0], alone=True)
    if last.point and scene.base.entry(lead).kind in _DISEASES:
        return lambda s: tell_point(s, Hit(lead, last.point, 1.0), alone=True)
    return None


def _fits(phrase: str, said: str) -> bool:
    """Whether a text holds a phrase, in which a star stands for any one word."""
    pattern = re.escape(phrase).replace(r"\*", r"\S+")
    return re.search(f" {pattern} ", said) is not None


def suspicion_answered(scene: Scene, one: Suspicion) -> tuple[Hit, Block]:
    """The point that answers "is it this?" for this person, and its words."""
    lead, speaking = _told(scene), _speaking(scene, one)
    # "kesemutan kalau nyetir, itu saraf kejepit?" tells nothing of a back, though the name of it does
    of_it = lead is not None and lead.id in one.situations and bool((lead.findings | lead.signs) & speaking)
    fits = bool(one.signs & speaking) or of_it
    entry_id, point_id = one.likely if fits else one.usual
    if not fits and one.soothing and says(scene.turn.normalized, one.soothing):
        entry_id, point_id = one.soothed
    elif not fits and (theirs := _for_such_people(scene, one)) is not None:
        entry_id, point_id = theirs.entry, theirs.point
    elif not fits and (other := of_no_cramp_told(scene, one)) is not None:
        entry_id, point_id = other.entry, other.point
    entry = scene.base.entry(entry_id)
    return Hit(entry_id, point_id, 1.0), point_block(scene, entry, entry.point(point_id))


def _for_such_people(scene: Scene, one: Suspicion) -> Hit | None:
    """What is known of it for people like this one: whether a nursing mother lacks calcium, for instance."""
    return next((hit for name in sorted(one.names) if (hit := told_of_people(scene, name)) is not None), None)


def _speaking(scene: Scene, one: Suspicion) -> set[str]:
    """What is known of the person, without what was read from the name of the disease itself ("takut ALS")."""
    person = scene.person
    now = [m for m in scene.turn.mentions if m.asserted]
    texts = {m: _normalised(scene, m.text.lower()) for m in now}
    named = {m.value for m in now if any(texts[m] in name or name in texts[m] for name in one.names)}
    told = {m.value for m in now if m.value not in named}
    return (person.findings.keys() | person.populations | person.contexts) - (named - told)


def _normalised(scene: Scene, typed: str) -> str:
    """Words of the message as they were normalised ("saraf kejepit" -> "saraf terjepit"), where that is plain."""
    raw, words = _WORD.findall(scene.turn.text.lower()), scene.turn.normalized.split()
    meant = dict(zip(raw, words, strict=True)) if len(raw) == len(words) else {}
    return " ".join(meant.get(word, word) for word in typed.split())


def _told(scene: Scene) -> Entry | None:
    """The situation that a sign of this person makes; who they are and when it comes make none."""
    found = situations(scene.base, scene.turn, scene.person)
    return next((e for e in found if e.complaint or e.findings & scene.person.findings.keys()), None)
