"""Why the last answer was what it was."""

from __future__ import annotations

from actions._turn import TurnAction
from kram.dialogue.skills.reasons import reasons


class ActionAlasan(TurnAction):
    """Tells which of the person's own words led to the last answer."""

    skill = staticmethod(reasons)

    class Meta:
        """Registered."""

        abstract = False
