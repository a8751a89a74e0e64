"""The danger-sign check was stopped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions._screening import SLOTS
from actions._turn import NamedAction, content, finish, memory
from kram.dialogue.screening import cancelled


class ActionBatalSaring(NamedAction):
    """Stops, and tells the safety net all the same."""

    class Meta:
        """Registered."""

        abstract = False

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Sequence[EventType]:
        """Answer, and clear the slots of the form."""
        base = content()
        return [*finish(dispatcher, cancelled(base, memory(tracker))), *(SlotSet(slot, None) for slot in SLOTS)]
