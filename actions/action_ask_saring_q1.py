"""Screening question 1."""

from __future__ import annotations

from actions._screening import AskAction


class ActionAskSaringQ1(AskAction):
    """Asks question Q1 with the buttons yes and no."""

    question_id = "Q1"

    class Meta:
        """Registered."""

        abstract = False
