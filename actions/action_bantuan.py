"""Messages that were not understood."""

from __future__ import annotations

from actions._turn import TurnAction
from kram.dialogue.skills.fallback import fallback


class ActionBantuan(TurnAction):
    """Uses what was found, else offers plain choices, the third time a menu."""

    skill = staticmethod(fallback)

    class Meta:
        """Registered."""

        abstract = False
