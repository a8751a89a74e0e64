"""Which entries answer a need."""

from __future__ import annotations

from kram.dialogue.state import Person, Turn
from kram.knowledge.model import Complaint, Entry, KnowledgeBase, Need
from kram.language.model import Kind

NEED_OF_INTENT: dict[str, Need] = {
    "lapor_keluhan": Need.GENERAL,
    "lapor_profil": Need.GENERAL,
    "lapor_belum_reda": Need.RELIEF,
    "kram_sekarang": Need.GENERAL,
    "tanya_penyebab": Need.CAUSE,
    "tanya_redakan": Need.RELIEF,
    "tanya_cegah": Need.PREVENTION,
    "tanya_bahaya": Need.DANGER,
    "tanya_dokter": Need.DOCTOR,
    "tanya_latihan": Need.EXERCISE,
    "tanya_boleh": Need.ALLOWED,
    "tanya_definisi": Need.DEFINITION,
    "tanya_angka": Need.FIGURE,
    "tanda_bahaya": Need.DANGER,
}
_DEFAULTS: dict[Need, str] = {
    Need.GENERAL: "kram-umum",
    Need.CAUSE: "penyebab-umum",
    Need.RELIEF: "kram-umum",
    Need.PREVENTION: "pencegahan",
    Need.DANGER: "kram-umum",
    Need.DOCTOR: "kapan-ke-dokter",
    Need.EXERCISE: "latihan-peregangan",
    Need.ALLOWED: "kram-umum",
    Need.DEFINITION: "apa-itu-kram",
    Need.FIGURE: "lama-kram",
    Need.FOOD: "makanan-mineral",
}
GENERAL_TOPICS = frozenset(_DEFAULTS.values())
"""Entries that answer a need when nothing more special does."""

_TOPIC_NEEDS = frozenset({Need.DOCTOR, Need.EXERCISE, Need.ALLOWED, Need.DEFINITION, Need.FIGURE, Need.FOOD})
_SIGNS = (Kind.FINDING, Kind.CONTEXT)
_NOW = "kram-sekarang"
_SORE_AFTER = "kram-pegal-sesudah"
_OFTEN = "kram_sering"
_ANY_PAIN = "nyeri-kaki"
_MAX_ENTRIES = 3
_POPULATION_PRIORITY = 70
_THIS_MINUTE = 97
_ORDINARY_PRIORITY = 10


def choose_entries(base: KnowledgeBase, need: Need, turn: Turn, person: Person) -> tuple[Entry, ...]:
    """The entries for a need, the one that leads first.

    A need that has a topic of its own (how long, which exercise, may I) is answered by that
    topic. Otherwise the situation leads: the most special one that fits the person, then the
    others, then the general entry.
    """
    found = situations(base, turn, person)
    named = [base.entry(m.value) for m in turn.of(Kind.TOPIC, asserted=False)]
    # An entry that is all questions and answers leads no answer to a complaint.
    leading = [e for e in named if not e.is_situation and (need is not Need.GENERAL or not e.only_points)]
    topics = sorted(leading, key=lambda e: (need not in e.needs, -e.priority))
    complains = bool(found and found[0].complaint)
    if turn.intent == "kram_sekarang" and (not complains or tells_cramp(base, turn)):
        now = base.entry(_NOW)
        # In the water, at the wheel or after a fall something else comes first than stretching.
        first = [e for e in found if not e.populations and e.priority > now.priority]
        return _unique([*first, now, *found])
    if complains and (need in found[0].lead or (need is Need.DOCTOR and not topics)):
        return _unique(found)  # what is felt counts for more than the topic that the need has in general
    ordinary = all(e.priority <= _ORDINARY_PRIORITY for e in found)
    if need is Need.ALLOWED and not topics and found and not ordinary:
        return _unique(found)
    if need in _TOPIC_NEEDS:
        fitting = [e for e in topics if need in e.needs] or topics
        if not fitting:
            fitting = _searched(base, need, turn)
        return _unique([fitting[0], *found[:1]] if fitting else [*found])
    if topics and ordinary:
        return _unique([topics[0], *found])
    if found:
        return _unique(found)
    return (base.entry(_DEFAULTS[need]),)


def situations(base: KnowledgeBase, turn: Turn, person: Person) -> list[Entry]:
    """Situations that fit, the most special first; what was just said beats what was said before."""
    just_said = {m.value for kind in (Kind.CONTEXT, Kind.POPULATION, Kind.FINDING) for m in turn.of(kind)}
    named = {m.value for m in turn.of(Kind.TOPIC, asserted=False)}

    usual = _OFTEN in just_said and turn.intent != "kram_sekarang"

    def fits(entry: Entry) -> bool:
        if entry.id in {_NOW, _SORE_AFTER} and usual:
            return False  # "tiap malam ketarik, besoknya pegal" is no attack of this minute, nor what is left of one
        if entry.only_if and not entry.only_if & (person.populations | person.findings.keys()):
            return False
        have = entry.contexts & person.contexts | entry.populations & person.populations
        return bool(have or entry.findings & person.findings.keys() or entry.id in named)

    def weight(entry: Entry) -> tuple[bool, int, int]:
        matches = len(entry.contexts & person.contexts)
        fresh = bool((entry.contexts | entry.populations | entry.findings) & just_said) or entry.id in named
        # What endangers life this minute leads before everything, but only in the message that tells it.
        lasting = _POPULATION_PRIORITY <= entry.priority < _THIS_MINUTE
        return (lasting or fresh, entry.priority, matches)

    found = [e for e in base.entries.values() if e.is_situation and fits(e)]
    # "kram betis" names the ordinary cramp, but it is said in every situation.
    special = [e for e in found if e.priority > _ORDINARY_PRIORITY]
    ranked = sorted(special or found, key=weight, reverse=True)
    return _by_complaint(base, ranked, turn, person)


def complaints(base: KnowledgeBase, turn: Turn) -> list[Entry]:
    """Situations of symptoms that are no cramp, told in the message."""
    told = _told(turn)
    return [e for e in base.entries.values() if e.complaint is not None and e.signs & told]


def tells_cramp(base: KnowledgeBase, turn: Turn) -> bool:
    """Whether the message speaks of a cramp; "bukan kram" does not."""
    spoken = {m.value for kind in _SIGNS for m in turn.of(kind, asserted=False) if not m.negated}
    topics = (base.entry(m.value) for m in turn.of(Kind.TOPIC, asserted=False) if not m.negated)
    return bool(spoken & base.talk.cramps) or any(e.is_situation and e.complaint is None for e in topics)


def _told(turn: Turn) -> set[str]:
    """Findings and contexts of the message that hold."""
    return {m.value for kind in _SIGNS for m in turn.of(kind)}


def _by_complaint(base: KnowledgeBase, found: list[Entry], turn: Turn, person: Person) -> list[Entry]:
    """Who feels something that is no cramp is not told about cramps.

    Goes by the message; when it tells neither, by what is known of the person.
    """
    told, cramp = _told(turn), tells_cramp(base, turn)
    if not cramp and not any(e.complaint and e.signs & told for e in found):
        told = {*person.findings, *person.contexts}
        cramp = bool(told & base.talk.cramps)
    felt = [e for e in found if e.complaint and e.signs & told]
    felt = [e for e in felt if e.id != _ANY_PAIN] or felt  # what is told more exactly needs no word on pain in general
    if not felt or cramp:
        first = [e for e in felt if e.complaint is Complaint.FIRST]
        rest = [e for e in found if e.complaint is not Complaint.ALONE and e not in first]
        this_minute = [e for e in rest if e.priority >= _THIS_MINUTE]
        return [*this_minute, *first, *(e for e in rest if e not in this_minute)]
    return [*felt, *(e for e in found if e.complaint and e not in felt and (e.id != _ANY_PAIN or not felt))]


def _searched(base: KnowledgeBase, need: Need, turn: Turn) -> list[Entry]:
    """Topics for a need, best match of the words first; the default when nothing matches."""
    candidates = [e.id for e in base.entries.values() if need in e.needs]
    ranked = [base.entry(hit.entry) for hit in turn.hits if hit.entry in candidates]
    return ranked or [base.entry(_DEFAULTS[need])]


def _unique(entries: list[Entry]) -> tuple[Entry, ...]:
    """The first few different entries."""
    return tuple({entry.id: entry for entry in entries}.values())[:_MAX_ENTRIES]
