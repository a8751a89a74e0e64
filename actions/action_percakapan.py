"""Greetings, thanks, more, again, corrections."""

from __future__ import annotations

from actions._turn import TurnAction
from kram.dialogue.skills.smalltalk import smalltalk


class ActionPercakapan(TurnAction):
    """Keeps the conversation going."""

    skill = staticmethod(smalltalk)

    class Meta:
        """Registered."""

        abstract = False
