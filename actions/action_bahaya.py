"""A danger sign, found by the guard."""

from __future__ import annotations

from actions._turn import TurnAction
from kram.dialogue.skills.needs import answer_need


class ActionBahaya(TurnAction):
    """Gives the urgent answer; a sign that is not urgent for this person is answered as a question."""

    skill = staticmethod(answer_need)

    class Meta:
        """Registered."""

        abstract = False
