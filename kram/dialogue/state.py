"""What a conversation remembers. Plain data, kept in one slot of the tracker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kram.answers.answer import Block, BlockKind
from kram.knowledge.model import Hit
from kram.language.model import SELF, Kind, Mention

ALLERGIES = frozenset({"alergi_obat_nyeri", "alergi_parasetamol", "alergi_obat"})
"""Populations that forbid a group of medicines."""

_AFTER_BIRTH = frozenset({"nifas", "sudah_melahirkan"})
_FEW_WORDS = 4
_PREGNANT = ("hamil", "hamil_t1", "hamil_t2", "hamil_t3")


@dataclass(frozen=True)
class Person:
    """What is known of one person.

    Attributes:
        populations: what kind of person (pregnant, diabetic, ...).
        findings: what they have now; finding id -> the words that named it.
        contexts: when and where it happens (at night, after sport, ...).
        medicines: names of the medicines that were told of, in normalised words, the last told first.
    """

    populations: frozenset[str] = frozenset()
    findings: Mapping[str, str] = field(default_factory=dict)
    contexts: frozenset[str] = frozenset()
    medicines: tuple[str, ...] = ()


@dataclass(frozen=True)
class LastAnswer:
    """The last answer that held advice, for "lagi", "ulangi", "sumbernya?" and "kenapa?".

    Attributes:
        entries: ids of the entries that it told from, the leading one first.
        need: what was asked.
        sources: ids of the sources behind it.
        remedies: ids of the remedies that it judged.
        evidence: ids of the evidence and facts behind it.
        point: id of the point of the leading entry that opened it, "" when none did.
        reasons: (the person's own words, what they were taken for); no words for what was told earlier.
        earlier: every text of the answers that it is the rest of, when it is a "selengkapnya".
        blocks: what it said.
        known: what was known when it was given, as `Conversation.known` has it.
    """

    entries: tuple[str, ...] = ()
    need: str = ""
    sources: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    point: str = ""
    reasons: tuple[tuple[str, str], ...] = ()
    earlier: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    known: tuple[str, ...] = ()

    @property
    def told(self) -> frozenset[str]:
        """Every text that it held, with those of the answers that it is the rest of."""
        own = (text for block in self.blocks for text in (block.text, *block.items) if text)
        return frozenset((*own, *self.earlier))


@dataclass(frozen=True)
class Conversation:
    """The whole memory.

    Attributes:
        people: person id -> what is known.
        focus: whom we talk about.
        last: the last answer.
        misses: turns in a row that were not understood.
        pending: what was asked back ("bagian", "kejang"), "" when nothing.
        said: the last message that told a sign, in normalised words, for what only two messages tell together.
        led: entries that led the answers for the focus so far; what they tell in general is not told once more.
        warned: level of the urgent answer that still stands for the focus, "" when none.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    focus: str = SELF
    last: LastAnswer = LastAnswer()
    misses: int = 0
    pending: str = ""
    warned: str = ""
    said: str = ""
    led: tuple[str, ...] = ()

    @property
    def person(self) -> Person:
        """The person in focus."""
        return self.people.get(self.focus, Person())

    @property
    def known(self) -> tuple[str, ...]:
        """Of whom we talk and everything that is known of them; an answer for them holds while this stays."""
        person = self.person
        return (self.focus, *sorted({*person.populations, *person.findings, *person.contexts}))

    def with_person(self, who: str, person: Person) -> Conversation:
        """The conversation with one person changed."""
        return replace(self, people={**self.people, who: person})

    def to_dict(self) -> dict[str, Any]:
        """Plain data for the slot."""
        return {
            "people": {
                who: {
                    "populations": sorted(p.populations),
                    "findings": dict(p.findings),
                    "contexts": sorted(p.contexts),
                    "medicines": list(p.medicines),
                }
                for who, p in self.people.items()
            },
            "focus": self.focus,
            "last": {
                "entries": list(self.last.entries),
                "need": self.last.need,
                "sources": list(self.last.sources),
                "remedies": list(self.last.remedies),
                "evidence": list(self.last.evidence),
                "point": self.last.point,
                "earlier": list(self.last.earlier),
                "blocks": [
                    {"kind": b.kind.value, "text": b.text, "items": list(b.items), "entry": b.entry}
                    for b in self.last.blocks
                ],
                "known": list(self.last.known),
                "reasons": [list(pair) for pair in self.last.reasons],
            },
            "misses": self.misses,
            "pending": self.pending,
            "warned": self.warned,
            "said": self.said,
            "led": list(self.led),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any] | None) -> Conversation:
        """Read the slot; an empty slot is a new conversation."""
        if not data:
            return cls()
        last = data["last"]
        return cls(
            people={
                who: Person(
                    frozenset(p["populations"]),
                    dict(p["findings"]),
                    frozenset(p["contexts"]),
                    tuple(p.get("medicines", ())),
                )
                for who, p in data["people"].items()
            },
            focus=data["focus"],
            last=LastAnswer(
                entries=tuple(last["entries"]),
                need=last["need"],
                sources=tuple(last["sources"]),
                remedies=tuple(last["remedies"]),
                # A conversation that an older version wrote down has none of these.
                evidence=tuple(last.get("evidence", ())),
                point=last.get("point", ""),
                earlier=tuple(last.get("earlier", ())),
                blocks=tuple(
                    Block(BlockKind(b["kind"]), b["text"], tuple(b["items"]), b["entry"])
                    for b in last.get("blocks", ())
                ),
                known=tuple(last.get("known", ())),
                reasons=tuple((words, meaning) for words, meaning in last.get("reasons", ())),
            ),
            misses=data["misses"],
            pending=data["pending"],
            warned=data["warned"],
            said=data.get("said", ""),
            led=tuple(data.get("led", ())),
        )


@dataclass(frozen=True)
class Asked:
    """One question of a message.

    Attributes:
        text: in normalised words.
        start: offset in the message as typed.
        end: offset behind it.
        hits: points that it is near to by itself, nearest first.
    """

    text: str
    start: int
    end: int
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True)
class Turn:
    """One message, as understood.

    Attributes:
        text: as typed.
        intent: name of the intent.
        confidence: of the intent, 0 to 1.
        mentions: what the language layer found.
        person: whom the message names, "" when nobody.
        normalized: the message in normalised words.
        parts: ``kaki`` and/or ``lain``: the parts of the body that it names.
        sides: ``satu_sisi`` and/or ``dua_sisi``.
        hits: points of the knowledge base that it is near to, nearest first.
        wide: for a short message, many more of these.
        behind: what it is near to together with the subject of the last answer.
        asked: its questions, each looked up by itself.
        unknown: its words that nothing in the knowledge base tells of.
        outside: fields outside ours that its words belong to ("cuaca", other parts of the body).
        beside: its words beside what it tells of signs, circumstances and amounts; None when that is not known.
        today: the day on which it was written, None when that does not matter.
    """

    text: str
    intent: str
    confidence: float = 1.0
    mentions: tuple[Mention, ...] = ()
    person: str = ""
    normalized: str = ""
    parts: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    hits: tuple[Hit, ...] = ()
    wide: tuple[Hit, ...] = ()
    behind: tuple[Hit, ...] = ()
    asked: tuple[Asked, ...] = ()
    unknown: tuple[str, ...] = ()
    outside: frozenset[str] = frozenset()
    beside: tuple[str, ...] | None = None
    today: date | None = None

    def of(self, kind: Kind, *, asserted: bool = True) -> tuple[Mention, ...]:
        """Mentions of one kind; by default only those that hold now."""
        return tuple(m for m in self.mentions if m.kind is kind and (m.asserted or not asserted))

    @property
    def remedies(self) -> tuple[str, ...]:
        """Ids of the remedies that it asks about, in order.

        Where its questions are known these are the ones named there: of "sudah coba balsem, tetap
        kram. kurang apa ya?" the balm was tried, and is not asked about.
        """
        reaches = [(_reach(self.text, one), one.end) for one in self.asked]
        return self._remedies(lambda m: not reaches or any(start <= m.start < end for start, end in reaches))

    @property
    def named_remedies(self) -> tuple[str, ...]:
        """Ids of all remedies that it names, in order."""
        return self._remedies(lambda _: True)

    def _remedies(self, counts: Callable[[Mention], bool]) -> tuple[str, ...]:
        """Of names that overlap the one that goes on further counts: "minum teh mint" is mint."""
        named = [m for m in self.of(Kind.REMEDY, asserted=False) if counts(m)]

        def outdone(one: Mention) -> bool:
            rivals = (m for m in named if m.value != one.value and m.start < one.end and one.start < m.end)
            return any((m.end, -m.start) > (one.end, -one.start) for m in rivals)

        kept = sorted((m for m in named if not outdone(m)), key=lambda m: m.start)
        return tuple(dict.fromkeys(m.value for m in kept))


def _reach(text: str, asked: Asked) -> int:
    """Where that begins which a question may be about; "apa boleh dok?" is about the sentence before it."""
    if len(asked.text.split()) > _FEW_WORDS:
        return asked.start
    before = text[: asked.start].rstrip().rstrip(".!?\n")
    return max(before.rfind(mark) for mark in ".!?\n") + 1


@dataclass(frozen=True)
class Change:
    """What a turn changed about the person in focus."""

    findings: frozenset[str] = frozenset()
    populations: frozenset[str] = frozenset()
    taken_back: frozenset[str] = frozenset()


def remember(
    conversation: Conversation, turn: Turn, implied: Mapping[str, tuple[str, ...]]
) -> tuple[Conversation, Change]:
    """What `remember_all` does, with the change of the person in focus alone."""
    conversation, changes = remember_all(conversation, turn, implied)
    return conversation, changes.get(conversation.focus, Change())


def remember_all(
    conversation: Conversation, turn: Turn, implied: Mapping[str, tuple[str, ...]]
) -> tuple[Conversation, dict[str, Change]]:
    """Merge a message into what is known.

    What is denied is taken back: "ga jadi hamil" removes every stage of pregnancy. A message
    that names nobody goes on about the person in focus.

    Args:
        conversation: what is known so far.
        turn: the message.
        implied: finding id -> populations that it implies (broken waters mean pregnant).

    Returns:
        The new memory, and what changed for each person that the message tells of.
    """
    focus = turn.person or conversation.focus
    changed: dict[str, Change] = {}
    people = dict(conversation.people)
    said = {(m.kind, m.value, m.experiencer) for m in turn.mentions if m.asserted}
    for mention in turn.mentions:
        if mention.negated and (mention.kind, mention.value, mention.experiencer) in said:
            continue  # said and denied in one breath: it stays, to be on the safe side
        who = mention.experiencer if turn.person or mention.experiencer != SELF else focus
        people[who], changed[who] = _apply(people.get(who, Person()), changed.get(who, Change()), mention, implied)
    conversation = replace(conversation, people=people)
    if focus != conversation.focus:
        conversation = replace(conversation, focus=focus, warned="", pending="")
    return conversation, changed


def _apply(
    person: Person, change: Change, mention: Mention, implied: Mapping[str, tuple[str, ...]]
) -> tuple[Person, Change]:
    if mention.kind is Kind.FINDING:
        if mention.asserted:
            if mention.value not in person.findings:
                change = replace(change, findings=change.findings | {mention.value})
            person = replace(person, findings={**person.findings, mention.value: mention.text})
            new = frozenset(implied.get(mention.value, ())) - person.populations
            if new and not person.populations & set(_PREGNANT):
                person = replace(person, populations=person.populations | new)
                change = replace(change, populations=change.populations | new)
        elif mention.negated and mention.value in person.findings and mention.value not in change.findings:
            rest = {k: v for k, v in person.findings.items() if k != mention.value}
            person = replace(person, findings=rest)
            change = replace(change, taken_back=change.taken_back | {mention.value})
    elif mention.kind is Kind.POPULATION:
        related = set(_PREGNANT) if mention.value in _PREGNANT else {mention.value}
        if mention.asserted and mention.value in _AFTER_BIRTH:
            gone = person.populations & set(_PREGNANT)
            person = replace(person, populations=person.populations - gone)
            change = replace(change, taken_back=change.taken_back | gone)
        if mention.asserted:
            if mention.value == "hamil" and person.populations & related:
                return person, change
            if mention.value not in person.populations:
                change = replace(change, populations=change.populations | {mention.value})
            person = replace(person, populations=person.populations - (related - {mention.value}) | {mention.value})
        elif mention.negated:
            gone = person.populations & related - change.populations
            person = replace(person, populations=person.populations - gone)
            change = replace(change, taken_back=change.taken_back | gone)
    elif mention.kind is Kind.CONTEXT and not mention.negated:
        # "apa penyebab kram di malam hari?" only supposes a night, and is about nights all the same.
        person = replace(person, contexts=person.contexts | {mention.value})
    return person, change
