"""Complaints and questions about cramps."""

from __future__ import annotations

from actions._turn import TurnAction
from kram.dialogue.skills.needs import answer_need


class ActionJawab(TurnAction):
    """Answers what the person needs, for the person and situation spoken about."""

    skill = staticmethod(answer_need)

    class Meta:
        """Registered."""

        abstract = False
