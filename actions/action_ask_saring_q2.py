"""Screening question 2."""

from __future__ import annotations

from actions._screening import AskAction


class ActionAskSaringQ2(AskAction):
    """Asks question Q2 with the buttons yes and no."""

    question_id = "Q2"

    class Meta:
        """Registered."""

        abstract = False
