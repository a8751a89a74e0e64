"""How a remedy is called in an answer: by the substance that was typed, where one stands for several."""

from __future__ import annotations

from kram.dialogue.scene import Scene
from kram.language.model import Kind


def called(scene: Scene, remedy: str) -> str:
    """The name of a remedy: "Asam mefenamat (sejenis ibuprofen)" for who typed that, else that of its group.

    Args:
        scene: the turn.
        remedy: id of the remedy.
    """
    known = scene.base.remedies[remedy]
    return typed_as(scene, remedy) or known.name


def typed_as(scene: Scene, remedy: str) -> str:
    """The substance that was typed for a remedy, "" when the message names only its group."""
    substances = scene.base.remedies[remedy].substances
    typed = (m.text.lower() for m in scene.turn.of(Kind.REMEDY, asserted=False) if m.value == remedy)
    return next((substances[text] for text in typed if text in substances), "")
