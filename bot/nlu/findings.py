"""What the message names, as Rasa entities with value, negation, person and time."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.tokenizer import ANALYSIS
from kram.language.entities import distinct, to_entity
from kram.language.model import Analysis

READING = "redakram"
"""Key in the parse result with what belongs to the message as a whole."""


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=False)
class FindingsExtractor(GraphComponent, EntityExtractorMixin):
    """Turns the analysis that the tokenizer left on the message into entities."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FindingsExtractor:
        """A component; it has no state."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add entities and the reading of the whole message."""
        for message in messages:
            analysis: Analysis | None = message.get(ANALYSIS)
            if analysis is None:
                continue
            found = [
                {**to_entity(mention), "extractor": type(self).__name__} for mention in distinct(analysis.mentions)
            ]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
            message.set(
                READING,
                {
                    "person": analysis.person,
                    "normalized": analysis.normalized,
                    "parts": sorted(analysis.parts),
                    "sides": sorted(analysis.sides),
                    "outside": sorted(set(analysis.outside)),
                },
                add_to_output=True,
            )
        return messages
