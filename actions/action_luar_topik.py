"""What is not about legs."""

from __future__ import annotations

from actions._turn import TurnAction
from kram.dialogue.skills.outside import outside


class ActionLuarTopik(TurnAction):
    """Says honestly what Redakram does not know, and where to turn."""

    skill = staticmethod(outside)

    class Meta:
        """Registered."""

        abstract = False
