"""What is answered for the kind of person who asks: "vitamin apa?" of a nursing mother is no question of a cramp."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from kram.dialogue.asked import QUESTIONS
from kram.dialogue.moves import says
from kram.dialogue.scene import Scene
from kram.dialogue.state import Asked
from kram.knowledge.model import Hit
from kram.knowledge.people import PeopleQuestion

_EXACT = 1.0
_FEW_WORDS = 16


def asked_of_people(scene: Scene, asked: Asked | None = None) -> Hit | None:
    """The point that answers a question for people like this one, None when it is no such question.

    Args:
        scene: the turn.
        asked: one of several questions; by default a short message, of a long one its only question.
    """
    if asked is not None:
        return told_of_people(scene, asked.text, replace(scene.turn, asked=(asked,)).remedies)
    if not (scene.asks or scene.turn.intent in QUESTIONS):
        return None
    text = _only_question(scene)
    # "kerokan sama balsem boleh buat ibu hamil?": an answer about one of the two is none
    whole = text == scene.turn.normalized
    return told_of_people(scene, text, scene.turn.named_remedies if whole else scene.turn.remedies)


def told_of_people(scene: Scene, text: str, remedies: tuple[str, ...] = ()) -> Hit | None:
    """The point that answers words for people like this one.

    Args:
        scene: the turn.
        text: normalised words, a question or what is suspected ("kurang kalsium").
        remedies: ids of those that they name.
    """
    person = scene.person
    # "anak saya 14 tahun" is too old to be counted among children, but is asked about as one.
    have = person.populations | person.contexts | {scene.conversation.focus}
    # "kalau kram boleh minum obat apa?" supposes the cramp, the kidneys are known
    known = have | person.findings.keys() | {m.value for m in scene.turn.mentions if not m.negated}
    for people in scene.base.people:
        if people.ids & have and not people.without & have:
            for one in people.questions:
                if _asks(text, one) and _fits(scene, one, known) and set(remedies) <= _allowed(scene, one):
                    return Hit(*one.point, _EXACT)
    return None


def told_beside_alarm(scene: Scene) -> Hit | None:
    """The point that answers people like this one, and that an alarm leaves to be said; it soothes nobody."""
    # "beliau mau berhenti cuci darah saja" asks nothing, and is contradicted all the same
    texts = [*(one.text for one in scene.turn.asked), scene.turn.normalized]
    found = (told_of_people(scene, text) for text in texts)
    fixed = {one.point for people in scene.base.people for one in people.questions if one.beside_alarm}
    return next((hit for hit in found if hit is not None and (hit.entry, hit.point) in fixed), None)


def is_of_people(scene: Scene, hit: Hit) -> bool:
    """Whether a point was told because of who asks."""
    told = (one.point for people in scene.base.people for one in people.questions)
    return hit.score >= _EXACT and (hit.entry, hit.point) in told


def _only_question(scene: Scene) -> str:
    words = scene.turn.normalized.split()
    return scene.turn.asked[-1].text if scene.turn.asked and len(words) > _FEW_WORDS else scene.turn.normalized


def _asks(text: str, one: PeopleQuestion) -> bool:
    return says(text, one.phrases) and (not one.beside or says(text, one.beside)) and not says(text, one.unless)


def _fits(scene: Scene, one: PeopleQuestion, known: Set[str]) -> bool:
    """Whether what was told makes it this question: signs, words of the story, no remedy where none may be meant."""
    if one.no_remedy and scene.turn.named_remedies:
        return False
    story = not one.story or says(scene.turn.normalized, one.story)
    cramps = scene.base.talk.cramps  # a cramp of the thigh is asked about like one of the calf
    told = one.signs & known or (one.signs & cramps and known & cramps)
    return story and (not one.signs or bool(told))


def _allowed(scene: Scene, one: PeopleQuestion) -> set[str]:
    """Remedies that the question may name: those that its point is about, and those listed with it."""
    entry_id, point_id = one.point
    entry = scene.base.entry(entry_id)
    return {*entry.remedies, *entry.point(point_id).remedies, *one.remedies}
