"""Reading a message: what the spaCy pipeline found, as an `Analysis`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kram.language.lexicon import LanguageTable
from kram.language.model import SELF, Analysis, Kind, Mention, Quantity, Temporality, Token
from kram.language.person_spans import PersonSpans
from kram.language.pipeline import build, load

if TYPE_CHECKING:
    from spacy.language import Language


class Reader:
    """Reads messages. Wraps a spaCy pipeline; safe to share between tasks of one thread."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    @classmethod
    def from_disk(cls, path: Path) -> Reader:
        """Load a pipeline that `Reader.to_disk` wrote.

        Raises:
            PipelineMissingError: nothing there, or it cannot be read.
        """
        return cls(load(path))

    @classmethod
    def from_table(cls, table: LanguageTable) -> Reader:
        """A reader straight from a compiled table, for tests and tools."""
        return cls(build(table))

    @property
    def table(self) -> LanguageTable:
        """The compiled words and patterns that it reads with."""
        return self._nlp.get_pipe("redakram_findings").table  # type: ignore[attr-defined, no-any-return]

    def to_disk(self, path: Path) -> None:
        """Write the pipeline into a folder."""
        self._nlp.to_disk(path)

    def normalize(self, text: str) -> str:
        """Just the normalised words of a text, without looking for anything in it."""
        tokens: tuple[Token, ...] = self._nlp.make_doc(text)._.tokens
        return " ".join(token.norm for token in tokens if not token.is_punct)

    def read(self, text: str) -> Analysis:
        """Read one message.

        Args:
            text: the message as typed; only the first `MAX_CHARACTERS` are read.
        """
        doc = self._nlp(text)
        tokens: tuple[Token, ...] = doc._.tokens
        mentions = tuple(_with_text(m, text) for m in doc._.mentions)
        return Analysis(
            text=text,
            tokens=tokens,
            mentions=(*mentions, *_stages(doc._.quantities, tokens, text, doc._.persons, mentions)),
            quantities=doc._.quantities,
            person=_whom(mentions, doc._.persons),
            parts=doc._.parts,
            sides=doc._.sides,
            outside=doc._.outside,
        )


def _whom(mentions: tuple[Mention, ...], persons: PersonSpans) -> str:
    """Whom the message is about in the end: the last one with a complaint, else the first named."""
    if not persons.switches or persons.asks_of_self:
        return persons.named
    complaints = [m for m in mentions if m.kind is Kind.FINDING and m.asserted]
    last = max(complaints, key=lambda m: m.start, default=None)
    if last is not None:
        return last.experiencer
    traits = [m for m in mentions if m.kind is Kind.POPULATION and m.asserted]
    ends_with_self = persons.said_self and bool(traits) and max(traits, key=lambda m: m.start).experiencer == SELF
    return SELF if ends_with_self else persons.named


def _with_text(mention: Mention, text: str) -> Mention:
    values: Mapping[str, Any] = {**mention.__dict__, "text": text[mention.start : mention.end]}
    return Mention(**values)


def _stages(
    quantities: Iterable[Quantity],
    tokens: tuple[Token, ...],
    text: str,
    persons: PersonSpans,
    mentions: tuple[Mention, ...],
) -> Iterable[Mention]:
    """The stage of a pregnancy whose weeks are told; it is meant as the pregnancy itself is."""
    told = [m for m in mentions if m.kind is Kind.POPULATION and m.value == "hamil"]
    if not told and any(token.norm == "hamil" for token in tokens):
        return  # a pregnancy that is over, or somebody else's: the patterns left it out on purpose
    for q in quantities:
        if q.kind != "pregnancy":
            continue
        value = "hamil_t1" if q.value < 14 else "hamil_t2" if q.value < 28 else "hamil_t3"
        start, end = tokens[q.first].start, tokens[q.last].end
        nearest = min(told, key=lambda m: (not m.asserted, abs(m.start - start)), default=None)
        yield Mention(
            Kind.POPULATION,
            value,
            text[start:end],
            start,
            end,
            negated=nearest.negated if nearest else False,
            experiencer=nearest.experiencer if nearest else persons.at(q.first),
            temporality=nearest.temporality if nearest else Temporality.NOW,
        )
