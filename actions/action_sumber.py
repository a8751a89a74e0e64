"""Receipts."""

from __future__ import annotations

from actions._turn import TurnAction
from kram.dialogue.skills.receipts import receipts


class ActionSumber(TurnAction):
    """Lists the sources of the last answer."""

    skill = staticmethod(receipts)

    class Meta:
        """Registered."""

        abstract = False
