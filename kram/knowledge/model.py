"""What the knowledge base consists of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from kram.errors import UnknownIdError
from kram.knowledge.activities import Activities
from kram.knowledge.ailments import Ailments
from kram.knowledge.asking import Asking
from kram.knowledge.drugs import Drugs
from kram.knowledge.elsewhere import Elsewhere
from kram.knowledge.factors import Factors
from kram.knowledge.late import LateFacts
from kram.knowledge.need import Need as Need
from kram.knowledge.people import People
from kram.knowledge.stories import Stories
from kram.knowledge.suspicions import Suspicions
from kram.knowledge.talk import Talk
from kram.knowledge.things import Things
from kram.triage.model import Table


class Section(str, Enum):
    """Parts of an entry."""

    NOW = "sekarang"
    CAUSE = "penyebab"
    PREVENT = "cegah"
    DOCTOR = "dokter"
    FACT = "fakta"
    """Not a section of the file: what its points tell."""


class Complaint(str, Enum):
    """How the situation of a symptom that is no cramp stands to a cramp that is told, too."""

    FIRST = "mendahului"
    """It leads whether or not a cramp is told."""
    BESIDE = "sejajar"
    """It stands beside the situations of cramps; the most special leads."""
    ALONE = "tanpa_kram"
    """It answers only when no cramp is told."""


class Status(str, Enum):
    """Whether a remedy suits a person. Listed from loose to strict."""

    OK = "ok"
    CAREFUL = "hati_hati"
    NO = "jangan"


@dataclass(frozen=True)
class Source:
    """A named source."""

    id: str
    title: str
    short: str
    publisher: str
    year: int | None
    url: str | None
    type: str


@dataclass(frozen=True)
class Evidence:
    """A fact with its sources. ``grade``: A trial or review, B guideline, C plausible."""

    id: str
    text: str
    sources: tuple[str, ...]
    grade: str


@dataclass(frozen=True)
class Item:
    """One instruction or fact of an entry, and for whom it is told."""

    text: str
    evidence: tuple[str, ...]
    grade: str
    remedies: tuple[str, ...] = ()
    only_if: frozenset[str] = frozenset()
    skip_if: frozenset[str] = frozenset()

    @property
    def behind(self) -> tuple[str, ...]:
        """Ids of everything that it rests on."""
        return self.evidence


@dataclass(frozen=True)
class Fact:
    """A fact of one of the seed articles.

    Attributes:
        id: ``F137``.
        text: the fact in our own words.
        sources: ids of the articles.
        key: patterns that a text must match to have told it: its figure, its key word.
    """

    id: str
    text: str
    sources: tuple[str, ...]
    key: tuple[str, ...]


@dataclass(frozen=True)
class Point(Item):
    """One question that people ask about an entry, with its answer.

    Attributes:
        id: unique within its entry.
        ask: how people ask it; what the search compares with.
        facts: ids of the facts that it tells.
        verdict: what the audit says of these facts.
        needs_said: words without one of which it is hardly meant (what a laboratory found, a medicine).
    """

    id: str = ""
    ask: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    verdict: str = "didukung"
    needs_said: frozenset[str] = frozenset()

    @property
    def behind(self) -> tuple[str, ...]:
        """Ids of everything that it rests on: evidence first, then facts of articles."""
        return (*self.evidence, *self.facts)


@dataclass(frozen=True)
class Hit:
    """A point that a question is near to.

    Attributes:
        entry: id of its entry.
        point: its id.
        score: above 0; see `kram.dialogue.asked`.
        supposes: ids of signs, circumstances and kinds of people that nearly everybody names who asks it.
    """

    entry: str
    point: str
    score: float
    supposes: frozenset[str] = frozenset()

    @classmethod
    def from_list(cls, raw: Sequence[Any]) -> Hit:
        """From what `to_list` made."""
        entry, point, score, *supposes = raw
        return cls(entry, point, score, frozenset(supposes))

    def to_list(self) -> list[Any]:
        """Plain data for a message: entry, point, score, then what it supposes."""
        return [self.entry, self.point, self.score, *sorted(self.supposes)]


@dataclass(frozen=True)
class Review:
    """Who reviewed a file and until when that counts; ``reviewer`` is None before the first."""

    reviewer: str | None
    reviewed_on: date | None
    review_by: date

    def overdue(self, today: date) -> bool:
        """Past its last day, whether or not anybody has reviewed."""
        return today > self.review_by

    def valid(self, today: date) -> bool:
        """Somebody has reviewed, and that still counts; its last day included."""
        return self.reviewer is not None and not self.overdue(today)


@dataclass(frozen=True)
class Entry:
    """A situation somebody is in, or a topic somebody asks about."""

    id: str
    kind: str
    title: str
    aliases: tuple[str, ...]
    lead: Mapping[Need, str]
    sections: Mapping[Section, tuple[Item, ...]]
    contexts: frozenset[str] = frozenset()
    populations: frozenset[str] = frozenset()
    findings: frozenset[str] = frozenset()
    needs: frozenset[Need] = frozenset()
    remedies: tuple[str, ...] = ()
    priority: int = 0
    headings: Mapping[Section, str] = field(default_factory=dict)
    uncertain: str = ""
    points: tuple[Point, ...] = ()
    verdict: str = "didukung"
    grade: str = "C"
    review: Review | None = None
    complaint: Complaint | None = None
    """Set for the situation of a symptom that is no cramp; None for the situation of a cramp."""
    only_if: frozenset[str] = frozenset()
    """Findings or populations of which the person must have one."""
    related: tuple[str, ...] = ()
    """Entries whose points may answer a question about this complaint."""

    @property
    def signs(self) -> frozenset[str]:
        """Findings and contexts that call it."""
        return self.findings | self.contexts

    def opening(self, need: Need) -> str:
        """The first sentence for a need."""
        return self.lead.get(need) or self.lead[Need.GENERAL]

    @property
    def evidence(self) -> tuple[str, ...]:
        """Ids of all evidence in the entry, in order, each once."""
        items = [*(item for items in self.sections.values() for item in items), *self.points]
        return tuple(dict.fromkeys(e for item in items for e in item.evidence))

    @property
    def facts(self) -> tuple[str, ...]:
        """Ids of the facts that its points tell, in order, each once."""
        return tuple(dict.fromkeys(fact for point in self.points for fact in point.facts))

    @property
    def is_situation(self) -> bool:
        """Something that a person is in, not something asked about."""
        return self.kind == "situasi"

    @property
    def only_points(self) -> bool:
        """It has nothing to tell but its points and when to see a doctor."""
        others = (items for name, items in self.sections.items() if name is not Section.DOCTOR)
        return bool(self.points) and not any(others)

    def point(self, point_id: str) -> Point:
        """The point with this id.

        Raises:
            UnknownIdError: there is none.
        """
        found = next((point for point in self.points if point.id == point_id), None)
        if found is None:
            raise UnknownIdError("point", f"{self.id}#{point_id}")
        return found


@dataclass(frozen=True)
class Cell:
    """Status of a remedy for one population, with the reason for the patient."""

    status: Status
    reason: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Remedy:
    """A remedy with its status for everybody and for special populations.

    Attributes:
        substances: what people type for one of its substances, in small letters -> how that is called.
        alike: "entry/point" that says no to two of its substances together, "" where that is no matter.
        meanwhile: that it may be used until somebody in danger is seen; "" when that would only put off.
    """

    id: str
    name: str
    kind: str
    general: Cell
    by_population: Mapping[str, Cell] = field(default_factory=dict)
    substances: Mapping[str, str] = field(default_factory=dict)
    meanwhile: str = ""
    alike: str = ""


@dataclass(frozen=True)
class Names:
    """How findings and populations are read back to the person."""

    label: str
    spoken: str


@dataclass(frozen=True)
class Verdict:
    """What the audit says of a claim: its name, and the answer to "mitos atau fakta?"."""

    label: str
    claim: str


@dataclass(frozen=True)
class KnowledgeBase:
    """All content, loaded and checked."""

    entries: Mapping[str, Entry]
    sources: Mapping[str, Source]
    evidence: Mapping[str, Evidence]
    facts: Mapping[str, Fact]
    remedies: Mapping[str, Remedy]
    remedy_columns: Mapping[str, tuple[str, ...]]
    remedy_column_labels: Mapping[str, str]
    triage: Table
    names: Mapping[str, Names]
    numbers: Mapping[str, str]
    phrases: Mapping[str, str]
    verdicts: Mapping[str, Verdict]
    jargon: Mapping[str, str]
    reviews: Mapping[str, Review]
    asking: Asking
    talk: Talk
    suspicions: Suspicions
    ailments: Ailments
    activities: Activities
    late: LateFacts
    factors: Factors
    people: tuple[People, ...]
    drugs: Drugs
    things: Things
    elsewhere: Elsewhere
    stories: Stories
    version: str

    def entry(self, entry_id: str) -> Entry:
        """The entry with this id.

        Raises:
            UnknownIdError: there is none.
        """
        try:
            return self.entries[entry_id]
        except KeyError:
            raise UnknownIdError("entry", entry_id) from None

    def sources_of(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Ids of the sources behind some evidence or facts, in order, each once."""
        found = (self.evidence[i].sources if i in self.evidence else self.facts[i].sources for i in ids)
        return tuple(dict.fromkeys(source for sources in found for source in sources))
