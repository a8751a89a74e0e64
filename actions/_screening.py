"""What the actions of the danger-sign check share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions._turn import NamedAction, answered_already, content, memory, turn_of, utter
from kram.dialogue.deciding import triage
from kram.dialogue.screening import QUESTIONS, Reply, ask
from kram.language.model import Kind

SLOTS = {f"saring_{q.lower()}": q for q in QUESTIONS}
"""Slot of the form -> question that it holds the reply to."""


def replies(tracker: Tracker) -> dict[str, Reply]:
    """The replies so far, by question."""
    found = {q: tracker.get_slot(slot) for slot, q in SLOTS.items()}
    return {q: Reply(value) for q, value in found.items() if value}


class AskAction(NamedAction):
    """Asks one question; differently when it was asked before."""

    question_id: str

    class Meta:
        """Tells the action server not to register this base class."""

        abstract = True

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Sequence[EventType]:
        """Ask; the ``custom`` object goes along unless an answer in this turn had it."""
        base = content()
        asked_before = tracker.get_slot("requested_slot") == f"saring_{self.question_id.lower()}" and _repeats(
            tracker, self.name()
        )
        answer = ask(base, self.question_id, first=not replies(tracker), again=asked_before)
        conversation = memory(tracker)
        findings = tuple(m for m in turn_of(tracker).mentions if m.kind in {Kind.FINDING, Kind.POPULATION})
        answer = replace(answer, level=triage(base, conversation).level, findings=findings)
        utter(dispatcher, answer, with_custom=not answered_already(tracker))
        return []


def _repeats(tracker: Tracker, action: str) -> bool:
    """Whether this same question was the last that was asked."""
    asked = [e.get("name") for e in tracker.events if e.get("event") == "action"]
    questions = [name for name in asked if str(name).startswith("action_ask_saring_")]
    return bool(questions) and questions[-1] == action
