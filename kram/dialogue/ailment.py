"""The complaint that the talk is about, and what a later message asks of it or adds to it."""

from __future__ import annotations

from collections.abc import Iterator

from kram.dialogue.choose import tells_cramp
from kram.dialogue.moves import goes_on, says, subjects_in
from kram.dialogue.scene import Scene
from kram.dialogue.state import Conversation
from kram.dialogue.story import OF_A_LIFE
from kram.knowledge.ailments import Addition, Ailment, Question
from kram.knowledge.model import Hit
from kram.language.model import Kind

_EXACT = 1.0
_FEW_WORDS = 14
_SUPPOSES_SOON = 4
_ORDINARY = frozenset({"kram_betis", "kram_sering", "kram_tak_jelas", "pegal_kaki", "nyeri_kaki", "kesemutan_ringan"})


def ailments_of(scene: Scene) -> tuple[Ailment, ...]:
    """What the talk may be about, likeliest first: told now, answered last, answered before, known of the person."""
    found = {one.id: one for one in _spoken_of(scene)}
    return tuple(found.values())


def asked_of_ailment(scene: Scene, asked: str = "") -> Hit | None:
    """The point that answers a question for the complaint of the talk, None when it is no such question.

    Args:
        scene: the turn.
        asked: the question, in normalised words; by default the message, of a long one its last question.
    """
    words = scene.turn.normalized.split()
    supposes = bool(words) and words[0] in scene.base.asking.supposing
    if not scene.conversation.last.entries or not (scene.asks or supposes):
        return None  # what a first message asks is asked of what it tells
    last = scene.turn.asked[-1].text if scene.turn.asked else scene.turn.normalized
    text = asked or (scene.turn.normalized if len(words) <= _FEW_WORDS else last)
    for one in ailments_of(scene):
        for kind, question in scene.base.ailments.questions.items():
            if kind in one.answers and _asks(scene, text, question):
                hit = Hit(*one.answers[kind], _EXACT)
                if _names_no_other_remedy(scene, hit, question):
                    return hit
    return None


def added(scene: Scene, before: Conversation) -> Addition | None:
    """What a message that asks nothing adds to the complaint of the talk, None when nothing known.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    turn = scene.turn
    if scene.asks or not goes_on(before) or before.warned:
        return None
    if turn.person and turn.person != before.focus:
        return None
    told = {m.value for m in turn.mentions if m.asserted} | scene.change.populations
    denied = {m.value for m in turn.of(Kind.FINDING, asserted=False) if m.negated}
    for one in ailments_of(scene):
        for addition in one.additions:
            new = scene.change.findings - _ORDINARY - OF_A_LIFE - one.signs - addition.told
            says_it = addition.denied & denied or addition.told & told or says(turn.normalized, addition.phrases)
            if says_it and not new:
                return addition
    return None


def supposed(scene: Scene) -> Addition | None:
    """ "kalau cuma kaki kanan terus?": what something would mean that is not told but asked."""
    words = scene.turn.normalized.split()
    if not set(words[:_SUPPOSES_SOON]) & scene.base.asking.supposing or len(words) > _FEW_WORDS:
        return None
    known = (addition for one in ailments_of(scene) for addition in one.additions)
    return next((one for one in known if says(scene.turn.normalized, one.phrases)), None)


def begun_with(scene: Scene, before: Conversation) -> Addition | None:
    """What answers a story that begins with a complaint and tells what makes it this one.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    if scene.asks or before.last.entries:
        return None
    told = {m.value for m in scene.turn.mentions if m.asserted}
    for one in ailments_of(scene):
        for addition in one.first if one.signs & told else ():
            if addition.told & told or says(scene.turn.normalized, addition.phrases):
                return addition
    return None


def _spoken_of(scene: Scene) -> Iterator[Ailment]:
    base, turn, person = scene.base, scene.turn, scene.person
    have = person.findings.keys() | person.populations | person.contexts
    known = [one for one in base.ailments.known if not one.only or one.only & person.populations]
    now = {m.value for m in turn.mentions if m.asserted}
    named = {m.value for m in turn.of(Kind.TOPIC, asserted=False)}
    yield from (one for one in known if one.signs & now or named & set(one.entries))
    if _is_of_cramps(scene):
        known = [one for one in known if base.entry(one.entries[0]).complaint is None]
    last = scene.conversation.last
    # "nurun ke anak tidak?" names somebody, but nothing is known of them: it is asked of the complaint in hand.
    same = last.known[:1] == (scene.conversation.focus,) or not have
    led = (*last.entries[:1], *reversed(scene.conversation.led)) if same else ()
    yield from (one for name in led for one in known if name in one.entries)
    yield from (one for one in known if one.signs & have)


def _is_of_cramps(scene: Scene) -> bool:
    """Whether the message turns to cramps, of which nothing was told before."""
    earlier = scene.conversation.person.findings.keys() - scene.change.findings
    return tells_cramp(scene.base, scene.turn) and not earlier & scene.base.talk.cramps


def _asks(scene: Scene, text: str, question: Question) -> bool:
    if says(text, question.without):
        return False
    plainly = says(text, question.phrases) and (not question.beside or says(text, question.beside))
    return plainly or (says(text, question.alone) and not _names_more(scene, text, question))


def _names_more(scene: Scene, text: str, question: Question) -> bool:
    own = {word for phrase in question.alone if says(text, {phrase}) for word in phrase.split()}
    felt = {word for m in scene.turn.mentions for word in m.text.lower().split()}
    return subjects_in(" ".join(word for word in text.split() if word not in own | felt), scene.base) > 0


def _names_no_other_remedy(scene: Scene, hit: Hit, question: Question) -> bool:
    entry = scene.base.entry(hit.entry)
    return set(scene.turn.remedies) <= {*entry.remedies, *entry.point(hit.point).remedies, *question.remedies}
