"""What Redakram does not know, said honestly and with where to turn."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.compose import say
from kram.dialogue.choose import complaints
from kram.dialogue.scene import Outcome, Scene
from kram.dialogue.skills.elsewhere import MENU, cramps_beside, named_place, where_to_turn
from kram.dialogue.skills.fallback import MENU_OF_ALL
from kram.dialogue.skills.needs import answer_need, topic_named, unknown_remedy
from kram.language.model import Kind

_LEGS = frozenset({"kram_betis", "pegal_kaki", "kesemutan_ringan", "nyeri_kaki", "kram_tak_jelas"})
_MANY_MISSES = 3
_SURE = 0.9


def _complains(scene: Scene) -> bool:
    """A symptom of the leg that is no cramp; a weak body with a headache is none."""
    return "kaki" in scene.turn.parts and bool(complaints(scene.base, scene.turn))


def no_writing(scene: Scene) -> Outcome:
    """Nothing is written for anybody; what the writing would be about is not asked."""
    return Outcome(say(scene.base, scene.phrase("luar_topik"), buttons=MENU), replace(scene.conversation, misses=0))


def outside(scene: Scene) -> Outcome:
    """An out-of-scope message; when it names a leg complaint after all, that is answered."""
    findings = {m.value for m in scene.turn.of(Kind.FINDING)}
    if scene.turn.intent == "luar_topik" and topic_named(scene):
        return answer_need(scene)
    doubtful = scene.turn.intent == "luar_topik" and scene.turn.confidence < _SURE
    theirs = _complains(scene) or cramps_beside(scene)
    about_them = findings & _LEGS or theirs or (doubtful and scene.turn.of(Kind.POPULATION))
    if scene.turn.intent != "kasar" and about_them:
        return answer_need(scene)
    name = scene.turn.intent if scene.turn.intent in {"keluhan_lain", "luar_topik", "kasar"} else "luar_topik"
    if "kram_perut_lain" in findings:
        name = "perut"
    # Nonsense looks like some other topic: three times in a row, and there is a menu.
    misses = scene.conversation.misses + 1 if name == "luar_topik" else 0
    if misses >= _MANY_MISSES:
        answer = say(scene.base, scene.phrase("tidak_paham_3"), buttons=MENU_OF_ALL)
        return Outcome(answer, replace(scene.conversation, misses=misses))
    place = named_place(scene) if name != "kasar" else None
    if place is not None:
        return where_to_turn(scene, place)
    if name == "luar_topik" and scene.asks and scene.base.elsewhere.cramps & set(scene.turn.normalized.split()):
        return unknown_remedy(scene)  # "hati ayam bagus buat kram ga": ours, but nothing is known of it
    answer = say(scene.base, scene.phrase(name), buttons=MENU)
    return Outcome(answer, replace(scene.conversation, misses=misses))
