"""The result of the danger-sign check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions._screening import SLOTS, replies
from actions._turn import NamedAction, content, finish, memory, turn_of
from kram.dialogue.deciding import IMPLIED
from kram.dialogue.screening import result
from kram.dialogue.state import remember


class ActionHasilSaring(NamedAction):
    """Tells what the replies come to, and forgets them for the next check."""

    class Meta:
        """Registered."""

        abstract = False

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Sequence[EventType]:
        """Answer, and clear the slots of the form."""
        base = content()
        conversation, _ = remember(memory(tracker), turn_of(tracker), IMPLIED)
        outcome = result(base, conversation, replies(tracker))
        return [*finish(dispatcher, outcome), *(SlotSet(slot, None) for slot in SLOTS)]
