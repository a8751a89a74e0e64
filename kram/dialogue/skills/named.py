"""How a remedy is called in an answer: by the substance that was typed, where one stands for several."""

from __future__ import annotations

from kram.dialogue.leave import asks_leave
from kram.dialogue.moves import says
from kram.dialogue.scene import Scene
from kram.knowledge.model import Hit
from kram.language.model import Kind


def called(scene: Scene, remedy: str) -> str:
    """The name of a remedy: "Asam mefenamat (sejenis ibuprofen)" for who typed that, else that of its group.

    Args:
        scene: the turn.
        remedy: id of the remedy.
    """
    known = scene.base.remedies[remedy]
    return typed_as(scene, remedy) or known.name


def two_alike(scene: Scene) -> Hit | None:
    """The point that says no to two substances of one kind together: "habis meloxicam boleh ibuprofen?"."""
    if not asks_leave(scene):
        return None
    for remedy in (scene.base.remedies[name] for name in scene.turn.named_remedies):
        typed = {name for word, name in remedy.substances.items() if says(scene.turn.normalized, {word})}
        if remedy.alike and len(typed) > 1:
            entry, _, point = remedy.alike.partition("/")
            return Hit(entry, point, 1.0)
    return None


def typed_as(scene: Scene, remedy: str) -> str:
    """The substance that was typed for a remedy, "" when the message names only its group."""
    substances = scene.base.remedies[remedy].substances
    typed = (m.text.lower() for m in scene.turn.of(Kind.REMEDY, asserted=False) if m.value == remedy)
    return next((substances[text] for text in typed if text in substances), "")
