"""The patches give what Rasa's own code gives."""

from __future__ import annotations

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import ActiveLoop, Event, SlotSet, UserUttered

from bot import patches

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def patched() -> None:
    patches.apply()


@pytest.mark.parametrize("kind", [SlotSet, UserUttered, ActiveLoop])
def test_an_event_is_found_by_its_name(kind: type[Event]) -> None:
    assert Event.resolve_by_type(kind.type_name) is kind


def test_an_unknown_event_is_an_error_unless_there_is_a_default() -> None:
    with pytest.raises(ValueError, match="tak_ada"):
        Event.resolve_by_type("tak_ada")
    assert Event.resolve_by_type("tak_ada", SlotSet) is SlotSet


@pytest.mark.parametrize("response", [{}, {"events": [], "responses": [{"text": "halo"}]}])
def test_a_response_of_the_right_shape_is_taken(response: dict) -> None:
    assert RemoteAction("action_jawab", None)._validate_action_result(response)


@pytest.mark.parametrize("response", [{"events": "none", "responses": []}, {"events": [], "responses": ["halo"]}])
def test_a_response_of_another_shape_is_refused(response: dict) -> None:
    with pytest.raises(ValidationError):
        RemoteAction("action_jawab", None)._validate_action_result(response)
