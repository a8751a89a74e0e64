"""What somebody who tells of a complaint asks in the end."""

from __future__ import annotations

from kram.dialogue.scene import Scene
from kram.knowledge.model import Hit, Need

_SURELY_ASKED = 0.45
_STORY_WORDS = 12
_STORIES = frozenset({"lapor_keluhan", "lapor_profil", "lapor_belum_reda"})


def main_wish(scene: Scene) -> Need | None:
    """What somebody who tells of a complaint asks in the end: "..., perlu ke dokter ga?"."""
    if scene.turn.intent not in _STORIES:
        return None
    return next(reversed(scene.wishes_besides(Need.GENERAL)), None)


def wishes_more_than(scene: Scene, hit: Hit) -> bool:
    """A story ends in a plain wish that the nearest point, found by the words of the story, does not serve."""
    wish = main_wish(scene)
    if len(scene.turn.normalized.split()) < _STORY_WORDS:
        return False
    return wish is not None and wish not in scene.base.entry(hit.entry).needs and hit.score < _SURELY_ASKED
