"""Screening question 3."""

from __future__ import annotations

from actions._screening import AskAction


class ActionAskSaringQ3(AskAction):
    """Asks question Q3 with the buttons yes and no."""

    question_id = "Q3"

    class Meta:
        """Registered."""

        abstract = False
