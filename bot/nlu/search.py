"""Which points of the knowledge base a message is near to, for the actions to answer from."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.compiled import version
from bot.fitted import open_search
from bot.knowledge import knowledge
from bot.nlu.context import what_came_before
from bot.nlu.findings import READING
from bot.nlu.tokenizer import ANALYSIS
from kram.dialogue.several import STORY_WORDS, Question, questions_in
from kram.knowledge.model import Hit
from kram.knowledge.search import PointSearch, Query
from kram.language.introduction import without_introduction, words_beside
from kram.language.model import Analysis, Token

_HITS = 12
_HITS_OF_ONE = 12
# A short question may go on with the last answer: what fits that is chosen among more hits.
_FEW_WORDS = 9
_MANY_HITS = 80


def _to_look_up(tokens: Sequence[Token]) -> tuple[Question, ...]:
    """The questions worth a search of their own: several, or one at the end of a story."""
    found = questions_in(tokens, knowledge().asking)
    return found if len(found) > 1 or len(tokens) >= STORY_WORDS else ()


def _listed(hits: Sequence[Hit]) -> list[list[Any]]:
    """Hits as plain data."""
    return [hit.to_list() for hit in hits]


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=True)
class KnowledgeSearch(GraphComponent, EntityExtractorMixin):
    """Searches here, where scikit-learn is loaded anyway, and not in the action server.

    Training fits the search to ``knowledge/`` and stores it in the model, like the language
    pipeline.
    """

    def __init__(self, storage: ModelStorage, resource: Resource, search: PointSearch | None = None) -> None:
        self._storage = storage
        self._resource = resource
        self._search = search

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> KnowledgeSearch:
        """A component before training."""
        return cls(model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Rasa would keep what was fitted to other contents, or by another program."""
        return version()

    def train(self, training_data: TrainingData) -> Resource:
        """Fit to the knowledge base; the training examples have no part in it."""
        self._search = open_search(print)
        with self._storage.write_to(self._resource) as folder:
            self._search.to_disk(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> KnowledgeSearch:
        """A component from a trained model."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, PointSearch.from_disk(folder))

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the nearest points to the reading of the message."""
        for message in messages:
            analysis: Analysis | None = message.get(ANALYSIS)
            if analysis is None or self._search is None:
                continue
            reading = dict(message.get(READING) or {})
            asking = knowledge().asking
            tokens = without_introduction(analysis, asking.introducing, asking.introducing_beside)
            text = " ".join(token.norm for token in tokens if not token.is_punct)
            started = time.perf_counter()
            told = self._search.words_of(f"{what_came_before().said} {analysis.normalized}")
            short = len(text.split()) <= _FEW_WORDS
            questions = _to_look_up(tokens)
            asks = " ".join(question.text for question in questions)
            queries = [Query(text, told, asks, _MANY_HITS if short else _HITS)]
            queries += [Query(question.text, told, limit=_HITS_OF_ONE) for question in questions]
            if short and (subject := what_came_before().subject):
                queries.append(Query(f"{text} {subject.lower()}", limit=_HITS))
            hits, *others = map(_listed, self._search.find_all(queries))
            reading["search_ms"] = round((time.perf_counter() - started) * 1000, 3)
            reading["hits"], reading["wide"] = hits[:_HITS], hits[_HITS:]
            if len(others) > len(questions):
                reading["behind"] = others[-1]
            reading["asked"] = [
                {"text": question.text, "start": question.start, "end": question.end, "hits": own}
                for question, own in zip(questions, others)
            ]
            reading["beside"] = list(words_beside(analysis, tokens))
            reading["unknown"] = list(self._search.unknown(analysis.normalized))
            message.set(READING, reading, add_to_output=True)
        return messages
