"""What one question of several is near to: by its own words, and by the story that it stands in."""

from __future__ import annotations

from dataclasses import replace

from kram.dialogue.moves import subjects_in
from kram.dialogue.scene import Scene
from kram.dialogue.skills.parts import point_of
from kram.dialogue.state import Asked
from kram.dialogue.wishes import wished_words, wishes
from kram.knowledge.model import Hit, Need

_STORY_COUNTS = 1.2
_STORY_BESIDE = 0.5
_SUBJECT_FOUND = 0.25


def is_asked(scene: Scene, asked: Asked, hit: Hit, remedies: tuple[str, ...]) -> bool:
    """Whether a point is about the remedy that a question names, or found by its own words: not by its story alone."""
    about = {*point_of(scene, hit).remedies, *scene.base.entry(hit.entry).remedies}
    return bool(about & {*remedies}) or any((own.entry, own.point) == (hit.entry, hit.point) for own in asked.hits)


def wished(scene: Scene, asked: Asked) -> Need | None:
    """What a question asks of the complaint; "harus apa supaya tidak kambuh?" asks how it is prevented."""
    found = wishes(asked.text, scene.base.asking.wishes, scene.base.asking.went)
    return Need.PREVENTION if {Need.RELIEF, Need.PREVENTION} <= {*found[:2]} else next(iter(found), None)


def with_remedies_of(scene: Scene, asked: Asked) -> Scene:
    """The scene with one question only, so that remedies of the others do not count in it."""
    return replace(scene, turn=replace(scene.turn, asked=(asked,)))


def subjects(scene: Scene, text: str) -> int:
    """How many words of a question name something beside what is asked of any complaint ("berbahaya?")."""
    asking = scene.base.asking
    wished = wished_words(text, asking.wishes)
    return subjects_in(" ".join(w for w in text.split() if w not in wished | asking.complaining), scene.base)


def with_story(scene: Scene, asked: Asked, subjects: int) -> list[Hit]:
    """What the question is near to, likelier where the whole message is near to it, too.

    A question that names its subject ("perlu cek darah?") leans on its story less than one that does
    not ("boleh dipijat begitu?").
    """
    found = bool(asked.hits) and subjects > 1 and asked.hits[0].score >= _SUBJECT_FOUND
    share = _STORY_BESIDE if found else _STORY_COUNTS
    whole = {(hit.entry, hit.point): hit for hit in scene.turn.hits}
    own = {(hit.entry, hit.point): hit for hit in asked.hits}
    scores = {
        key: (own[key].score if key in own else 0.0) + share * (whole[key].score if key in whole else 0.0)
        for key in {**own, **whole}
    }
    return [replace(hit, score=scores[key]) for key, hit in {**whole, **own}.items()]
