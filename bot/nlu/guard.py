"""The guard: a danger sign in the message takes the intent over, whatever the classifier says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import knowledge
from bot.nlu.findings import READING
from bot.nlu.tokenizer import ANALYSIS
from kram.dialogue.deciding import read_alone
from kram.dialogue.story import opens_talk
from kram.language.model import ANIMAL, Analysis, Kind
from kram.language.script import is_foreign_script
from kram.triage.model import Table

DANGER_INTENT = "tanda_bahaya"
_OUTSIDE_INTENT = "luar_topik"
_COMPLAINT_INTENT = "lapor_keluhan"
_OPENING_INTENT = "sapaan"
_MAY_BE_UNREAD = 1
_CERTAIN = 1.0
# "apa saja tanda gumpalan darah?" asks for signs; the check, which asks for them in turn, must be plainly wanted.
_CHECK_INTENT = "cek_bahaya"
_QUESTION_INTENT = "tanya_bahaya"
_PLAINLY_WANTED = 0.6
_PLAINLY_ANSWERED = 0.25
_EXACTLY_ANSWERED = 0.38


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=False)
class Guard(GraphComponent, IntentClassifier):
    """Triage of the message by itself, by rules alone.

    What the conversation adds (a pregnancy told three turns ago) is weighed in the actions; the
    guard makes sure that no classifier, form or fallback stands between a plain danger sign and
    the urgent answer.
    """

    def __init__(self, table: Table) -> None:
        self._table = table

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Guard:
        """A guard with the decision table of this checkout."""
        return cls(knowledge().triage)

    @classmethod
    def required_components(cls) -> list[type]:
        """An intent classifier whose word it may overrule."""
        return [IntentClassifier]

    def process(self, messages: list[Message]) -> list[Message]:
        """Overrule the intent when the message alone is urgent."""
        for message in messages:
            analysis: Analysis | None = message.get(ANALYSIS)
            if analysis is None:
                continue
            decision = read_alone(self._table, analysis.mentions)
            reading = dict(message.get(READING) or {})
            reading["triage"] = decision.level.value
            message.set(READING, reading, add_to_output=True)
            self._rather_answer(message, reading.get("hits") or ())
            intent: Mapping[str, Any] = message.get("intent") or {}
            elsewhere = analysis.person == ANIMAL or (is_foreign_script(analysis.text) and not analysis.mentions)
            if elsewhere and not decision.level.urgent:
                message.set("intent", {"name": _OUTSIDE_INTENT, "confidence": _CERTAIN}, add_to_output=True)
            elif opens_talk(analysis.normalized, knowledge().stories, knowledge().elsewhere):
                message.set("intent", {**intent, "name": _OPENING_INTENT}, add_to_output=True)
            elif _tells_a_value(analysis, intent) or _is_no_danger(analysis, intent, urgent=decision.level.urgent):
                message.set("intent", {**intent, "name": _COMPLAINT_INTENT}, add_to_output=True)
            if decision.level.urgent:
                intent = {"name": DANGER_INTENT, "confidence": _CERTAIN}
                ranking = [r for r in message.get("intent_ranking") or [] if r["name"] != DANGER_INTENT]
                message.set("intent", intent, add_to_output=True)
                message.set("intent_ranking", [intent, *ranking], add_to_output=True)
        return messages

    def _rather_answer(self, message: Message, hits: Sequence[Sequence[Any]]) -> None:
        """Make a question of what was only perhaps a wish to be checked, when there is an answer to it."""
        intent = message.get("intent") or {}
        if intent.get("name") != _CHECK_INTENT or not hits:
            return
        least = _PLAINLY_ANSWERED if intent["confidence"] < _PLAINLY_WANTED else _EXACTLY_ANSWERED
        if hits[0][2] >= least:
            message.set("intent", {**intent, "name": _QUESTION_INTENT}, add_to_output=True)


def _tells_a_value(analysis: Analysis, intent: Mapping[str, Any]) -> bool:
    """ "Kemarin dicek ulang, Hb-nya 10": what was checked tells its value, and wants no check of ours."""
    if intent.get("name") != _CHECK_INTENT:
        return False
    return bool(knowledge().things.readings_in(analysis.normalized.split()))


def _is_no_danger(analysis: Analysis, intent: Mapping[str, Any], *, urgent: bool) -> bool:
    """ "dua-duanya bengkak": it sounds like a danger, but all of it was read, and it is none.

    Where words are left over, the suspicion stands: they may be the danger that the rules missed.
    """
    if urgent or intent.get("name") != DANGER_INTENT:
        return False
    read = [(m.start, m.end) for m in analysis.mentions if m.asserted and m.kind is Kind.FINDING]
    words = [t for t in analysis.tokens if not t.is_punct]
    left = [t for t in words if not any(start <= t.start < end for start, end in read)]
    return bool(read) and len(left) <= _MAY_BE_UNREAD
