"""Reads the replies of the danger-sign check."""

from __future__ import annotations

from typing import Any

from rasa_sdk import FormValidationAction, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions._screening import SLOTS, replies
from actions._turn import content, turn_of
from kram.dialogue.screening import Reply, read_reply

_DANGER = "tanda_bahaya"


class ValidateFormSaring(FormValidationAction):
    """Takes a tap or free text; what is no reply leaves the slot open, and other rules answer it."""

    def name(self) -> str:
        """The registered name."""
        return "validate_form_saring"

    async def required_slots(
        self,
        domain_slots: list[str],
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: DomainDict,
    ) -> list[str]:
        """Questions still to ask: none after a yes, which is acted upon at once."""
        if Reply.YES in replies(tracker).values():
            return [slot for slot in domain_slots if tracker.get_slot(slot)]
        return domain_slots

    async def extract_saring_q1(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """Reply to Q1."""
        return _extract("saring_q1", tracker)

    async def extract_saring_q2(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """Reply to Q2."""
        return _extract("saring_q2", tracker)

    async def extract_saring_q3(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """Reply to Q3."""
        return _extract("saring_q3", tracker)

    async def extract_saring_q4(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """Reply to Q4."""
        return _extract("saring_q4", tracker)


def _extract(slot: str, tracker: Tracker) -> dict[str, Any]:
    """The reply to the question that is open; a danger sign is never swallowed as a reply."""
    if tracker.get_slot("requested_slot") != slot:
        return {}
    turn = turn_of(tracker)
    if turn.intent == _DANGER:
        return {}
    base = content()
    reply = read_reply(base, SLOTS[slot], turn)
    return {slot: reply.value} if reply else {}
