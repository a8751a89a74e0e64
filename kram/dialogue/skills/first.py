"""What is looked at before anything else: another matter that is announced, an allergy, somebody else's medicine."""

from __future__ import annotations

from kram.answers.answer import Answer
from kram.answers.strangers import without_mothers
from kram.dialogue.motherhood import is_no_mother
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.allergy import of_allergy, with_allergy
from kram.dialogue.skills.borrowed import borrowed, with_borrowed
from kram.dialogue.skills.drugs import of_since
from kram.dialogue.skills.elsewhere import elsewhere_announced
from kram.dialogue.skills.questions import tell_point

__all__ = ["told_first", "with_allergy", "with_borrowed", "worded_for"]


def told_first(scene: Scene) -> Skill | None:
    """The skill for such a message, None for any other."""
    if (since := of_since(scene)) is not None:
        return lambda s: tell_point(s, since, alone=True, exact=True)
    return elsewhere_announced(scene) or of_allergy(scene) or borrowed(scene)


def worded_for(answer: Answer, outcome: Outcome, scene: Scene) -> Answer:
    """The answer without sentences for mothers, where the person surely is none."""
    return without_mothers(answer) if is_no_mother(outcome.conversation, scene.turn) else answer
