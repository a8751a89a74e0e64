"""When the message was not understood: easier each time, never a loop."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.compose import say
from kram.dialogue.asked import question_of
from kram.dialogue.choose import complaints
from kram.dialogue.scene import Outcome, Scene
from kram.dialogue.skills.needs import answer_need, topic_named
from kram.dialogue.skills.questions import offer, tell_point
from kram.language.model import Kind

MENU_OF_ALL = ("sekarang", "penyebab", "cegah", "dokter", "cek", "nomor")
_CHOICES: tuple[tuple[str, ...], ...] = (
    ("redakan", "penyebab", "cek"),
    ("sekarang", "cegah", "dokter"),
    MENU_OF_ALL,
)
_HEALTH = (Kind.FINDING, Kind.POPULATION, Kind.REMEDY)


def fallback(scene: Scene) -> Outcome:
    """Use what was found in the words; only then offer choices, the third time a menu."""
    hit = question_of(scene)
    if hit is not None:
        return tell_point(scene, hit)
    if any(scene.turn.of(kind) for kind in _HEALTH) or topic_named(scene) or complaints(scene.base, scene.turn):
        return answer_need(scene)
    if scene.conversation.pending == "keluhan" and scene.turn.parts == {"kaki"}:
        return answer_need(scene)
    offered = offer(scene)
    if offered is not None:
        return offered
    misses = min(scene.conversation.misses, len(_CHOICES) - 1)
    answer = say(scene.base, scene.phrase(f"tidak_paham_{misses + 1}"), buttons=_CHOICES[misses])
    return Outcome(answer, replace(scene.conversation, misses=misses + 1))
