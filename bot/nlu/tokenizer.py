"""Tokens whose text is normalised Indonesian and whose offsets are those of the message."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.compiled import version
from bot.fitted import open_reader_meanwhile
from bot.nlu.context import what_came_before
from bot.nlu.readings import KeptReadings
from kram.language.behind import read_behind
from kram.language.model import Analysis
from kram.language.reader import Reader
from kram.paths import BUILD

ANALYSIS = "analysis"
"""Message key of the `kram.language.model.Analysis`; read by the components behind."""

NORMALIZED = "normalized"
"""Message key of the message in normalised words."""

_FIRST_SLIP = "betisss saya krma"
"""What repairs slips makes its lists when it meets the first one; nobody should wait for that."""

SIGNALS = "signals"
"""Message key of what was found, as words for the classifier (``temuan:kram_betis``)."""


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER], is_trainable=True)
class IndonesianTokenizer(Tokenizer):
    """Reads a message once with the spaCy pipeline of `kram` and keeps what it found.

    Training compiles the pipeline from ``knowledge/`` and stores it in the model, so a model
    archive is complete in itself.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The options of every Rasa tokenizer, at their defaults."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, reader: Reader | None = None
    ) -> None:
        super().__init__(config)
        self._storage = storage
        self._resource = resource
        self._reader = reader
        self._readings: KeptReadings | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IndonesianTokenizer:
        """A component before training."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IndonesianTokenizer:
        """A component from a trained model."""
        with model_storage.read_from(resource) as folder:
            reader = Reader.from_disk(folder)
        reader.read(_FIRST_SLIP)
        return cls(config, model_storage, resource, reader)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Changed content means retraining, and so does a changed language layer."""
        return version()

    def train(self, training_data: TrainingData) -> Resource:
        """Compile the pipeline and store it."""
        self._reader = open_reader_meanwhile(print)
        with self._storage.write_to(self._resource) as folder:
            self._reader.to_disk(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Read every example; those that an earlier training read so are taken over."""
        reader = self._reader
        read_by = f"{version()} {reader.table.digest()}" if reader is not None else ""
        self._readings = KeptReadings(BUILD / "readings.json", read_by)
        super().process_training_data(training_data)
        self._readings.keep()
        self._readings = None
        return training_data

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Tokens of one attribute; the text is read for findings too."""
        text = message.get(attribute) or ""
        if attribute != TEXT or self._reader is None:
            return [Token(word, 0) for word in str(text).split()]
        if self._readings is not None:
            analysis = self._readings.of(text, self._reader.read)
        else:
            analysis = read_behind(self._reader, text, what_came_before().said)
        message.set(ANALYSIS, analysis)
        message.set(NORMALIZED, analysis.normalized)
        message.set(SIGNALS, signals(analysis))
        tokens = [Token(t.norm, t.start, t.end) for t in analysis.tokens if not t.is_punct]
        return tokens or [Token(text or " ", 0)]


def signals(analysis: Analysis) -> str:
    """What was found, as one string of words; denied and supposed things are marked."""
    words = {
        f"{m.kind.value}:{m.value}{'' if m.asserted else ':' + ('bukan' if m.negated else m.temporality.value)}"
        for m in analysis.mentions
    }
    words |= {f"orang:{analysis.person}"} if analysis.person else set()
    words |= {f"bagian:{part}" for part in analysis.parts}
    words |= {f"jumlah:{q.kind}" for q in analysis.quantities}
    words |= {f"luar:{field}" for field in analysis.outside}
    words |= {f"luar:{field}:lagi" for field in analysis.outside if analysis.outside.count(field) > 1}
    if "?" in analysis.text:
        words.add("tanda:tanya")
    return " ".join(sorted(words))
