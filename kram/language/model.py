"""The values that the language layer passes on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Kind(str, Enum):
    """What sort of thing a mention names; the value is an id of that sort."""

    FINDING = "temuan"
    POPULATION = "populasi"
    CONTEXT = "konteks"
    REMEDY = "remedi"
    TOPIC = "topik"


class Temporality(str, Enum):
    """When a mention holds."""

    NOW = "kini"
    PAST = "lampau"
    HYPOTHETICAL = "andai"


SELF = "diri"
"""The experiencer when nobody else is named."""

ANIMAL = "hewan"
"""The experiencer of what is told of a cat or a cow: nothing of ours to judge."""


NEWBORN = 6 / 52
"""Years: up to here the age of a baby tells how long ago its mother gave birth."""


class Token(NamedTuple):
    """One normalised word with the place it came from.

    Attributes:
        norm: normalised form; what rules and the classifier read.
        text: the characters as typed.
        start: offset of the first character in the original message.
        end: offset after the last character in the original message.
        is_punct: a mark that closes a clause or a sentence.
        had_clitic: ``-ku`` or ``-mu`` was cut off ("betisku").
    """

    norm: str
    text: str
    start: int
    end: int
    is_punct: bool = False
    had_clitic: str = ""


@dataclass(frozen=True)
class Quantity:
    """A number with its unit, already in one unit per kind.

    ``kind`` is one of ``duration`` (minutes), ``frequency`` (times a week), ``age`` (years),
    ``pregnancy`` (weeks), ``temperature`` (degrees Celsius), ``clock_span`` (minutes that began at one time of the
    clock and were not yet over at another). ``clock`` tells that a duration lies between two times
    of the clock ("dari magrib sampai isya").
    """

    kind: str
    value: float
    first: int
    last: int
    clock: bool = False


@dataclass(frozen=True)
class Mention:
    """Something with an id, found in the message, and how it is meant.

    Attributes:
        kind: the sort of id in ``value``.
        value: the id (finding, population, context, remedy or topic).
        text: the words of the message that named it.
        start: offset of ``text`` in the original message.
        end: offset after ``text``.
        negated: said not to be there.
        experiencer: ``diri`` or whom it is about (``ibu``, ``anak``, ...).
        temporality: now, past, or merely supposed.
    """

    kind: Kind
    value: str
    text: str
    start: int
    end: int
    negated: bool = False
    experiencer: str = SELF
    temporality: Temporality = Temporality.NOW

    @property
    def asserted(self) -> bool:
        """Said to be true of somebody, now."""
        return not self.negated and self.temporality is Temporality.NOW


@dataclass(frozen=True)
class Analysis:
    """All that the language layer reads out of one message.

    Attributes:
        text: the message.
        tokens: its normalised words.
        mentions: what it names.
        quantities: its numbers with units.
        person: whom it names as the one concerned, ``""`` when it does not say.
        parts: ``kaki`` when it names a part of the leg, ``lain`` when another part.
        sides: ``satu_sisi`` and/or ``dua_sisi``, as named.
        outside: which fields outside ours its words belong to, one entry for each place.
    """

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...] = ()
    person: str = ""
    parts: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    outside: tuple[str, ...] = ()

    @property
    def normalized(self) -> str:
        """The message in normalised words, for the classifier and the search."""
        return " ".join(token.norm for token in self.tokens if not token.is_punct)

    def of(self, kind: Kind, *, asserted: bool = True) -> tuple[Mention, ...]:
        """Mentions of one kind; by default only those that hold now."""
        return tuple(m for m in self.mentions if m.kind is kind and (m.asserted or not asserted))
