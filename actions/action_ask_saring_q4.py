"""Screening question 4."""

from __future__ import annotations

from actions._screening import AskAction


class ActionAskSaringQ4(AskAction):
    """Asks question Q4 with the buttons yes and no."""

    question_id = "Q4"

    class Meta:
        """Registered."""

        abstract = False
