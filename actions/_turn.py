"""What all actions share: from the tracker to a turn, and from an outcome to events."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from kram.answers.answer import Answer
from kram.answers.links import with_link
from kram.dialogue.respond import respond
from kram.dialogue.scene import Outcome, Skill
from kram.dialogue.state import Asked, Conversation, Turn
from kram.knowledge.compiled import open_for_service
from kram.knowledge.model import Hit, KnowledgeBase
from kram.language.entities import from_entity
from kram.paths import KNOWLEDGE

MEMORY = "percakapan"
"""The slot that holds `kram.dialogue.state.Conversation`."""

SITE = "REDAKRAM_SITE"
"""Environment variable with the public address of this installation; answers link to its pages."""

FOLDER = "REDAKRAM_KNOWLEDGE"
"""Environment variable with the folder of the contents, when an installation keeps its own elsewhere."""

_READING = "redakram"
_logger = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def content() -> KnowledgeBase:
    """The knowledge base of this process, loaded once.

    Raises:
        ContentError: a content file is broken, and there is no earlier version of it.
    """
    return open_for_service(_logger.error, Path(os.environ.get(FOLDER) or KNOWLEDGE))


def memory(tracker: Tracker) -> Conversation:
    """What is known so far."""
    return Conversation.from_dict(tracker.get_slot(MEMORY))


def turn_of(tracker: Tracker) -> Turn:
    """The latest message, as the NLU pipeline understood it."""
    message: dict[str, Any] = tracker.latest_message or {}
    intent = message.get("intent") or {}
    reading = message.get(_READING) or {}
    return Turn(
        text=message.get("text") or "",
        intent=intent.get("name") or "",
        confidence=float(intent.get("confidence") or 0.0),
        mentions=tuple(m for m in map(from_entity, message.get("entities") or ()) if m is not None),
        person=reading.get("person") or "",
        normalized=reading.get("normalized") or "",
        parts=frozenset(reading.get("parts") or ()),
        sides=frozenset(reading.get("sides") or ()),
        hits=tuple(map(Hit.from_list, reading.get("hits") or ())),
        wide=tuple(map(Hit.from_list, reading.get("wide") or ())),
        behind=tuple(map(Hit.from_list, reading.get("behind") or ())),
        asked=tuple(
            Asked(one["text"], one["start"], one["end"], tuple(map(Hit.from_list, one["hits"])))
            for one in reading.get("asked") or ()
        ),
        unknown=tuple(reading.get("unknown") or ()),
        beside=tuple(reading["beside"]) if "beside" in reading else None,
        outside=frozenset(reading.get("outside") or ()),
        today=date.today(),
    )


def utter(dispatcher: CollectingDispatcher, answer: Answer, *, with_custom: bool = True) -> None:
    """Send an answer: text, buttons and, once a turn, the ``custom`` object."""
    dispatcher.utter_message(
        text=answer.text,
        buttons=[{"title": b.title, "payload": b.payload} for b in answer.buttons],
        json_message=dict(answer.custom()) if with_custom else None,
    )


def answered_already(tracker: Tracker) -> bool:
    """Whether this turn has its ``custom`` object already."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "bot" and (event.get("data") or {}).get("custom"):
            return True
    return False


class NamedAction(Action):
    """An action whose registered name is the name of its module."""

    class Meta:
        """Tells the action server not to register this base class."""

        abstract = True

    def name(self) -> str:
        """The module's name."""
        return type(self).__module__.rpartition(".")[2]


class TurnAction(NamedAction):
    """An action that answers a turn with one skill, after memory and triage."""

    skill: Skill

    class Meta:
        """Tells the action server not to register this base class."""

        abstract = True

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Sequence[EventType]:
        """Answer the latest message and remember what it told."""
        outcome = respond(content(), memory(tracker), turn_of(tracker), type(self).skill)
        events = finish(dispatcher, outcome, with_custom=not answered_already(tracker))
        if tracker.active_loop.get("name"):
            return events  # the form has its turn now
        # Nothing can follow an answer: that spares the policies a second prediction.
        return [*events, FollowupAction("action_listen")]


def finish(dispatcher: CollectingDispatcher, outcome: Outcome, *, with_custom: bool = True) -> list[EventType]:
    """Send the answer and give back the memory as an event."""
    answer = with_link(content(), outcome.answer, os.environ.get(SITE, ""))
    utter(dispatcher, answer, with_custom=with_custom)
    return [SlotSet(MEMORY, outcome.conversation.to_dict())]


# While the server starts, so that the first person does not wait, and broken content stops the start.
content()
