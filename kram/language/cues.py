"""The cue words of ``knowledge/language/cues.yml``, for whatever reads scope and persons."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class PersonWords:
    """How one sort of person is named.

    Attributes:
        words: the words for it.
        alone: the word needs no "saya" behind it to mean the writer's own.
        not_before: words behind it that make it something else ("anak pertama").
        not_after: words in front of it that do ("hamil anak kedua").
        aged: words that mean this person only beside an age ("bayi 8 bulan").
    """

    words: Set[str]
    alone: bool = False
    not_before: Set[str] = frozenset()
    not_after: Set[str] = frozenset()
    aged: Set[str] = frozenset()


@dataclass(frozen=True)
class Cues:
    """The words of ``knowledge/language/cues.yml``."""

    sentence_end: Set[str]
    clause_start: Set[str]
    negation: Set[str]
    negation_strong: Set[str]
    never_behind: Set[str]
    pseudo_negation: Set[str]
    after_event: Set[str]
    events: Set[str]
    negation_through: Set[str]
    list_words: Set[str]
    list_closers: Set[str]
    contrasts: Set[str]
    asks_around: Set[str]
    answers_no: Set[str]
    answers_yes: Set[str]
    answered_through: Set[str]
    asks_before: Set[str]
    post_through: Set[str]
    past: Set[str]
    resolved: Set[str]
    resolved_through: Set[str]
    recurs: Set[str]
    past_blockers: Set[str]
    whenever: Set[str]
    habits: Set[str]
    habit_through: Set[str]
    purpose: Set[str]
    aims: Set[str]
    again: Set[str]
    pointed_at: Set[str]
    asks_whether: Set[str]
    states: Set[str]
    hypothetical: Set[str]
    hypothetical_strong: Set[str]
    doubtable: Set[str]
    doubts: Set[str]
    guesses: Set[str]
    guess_ends: Set[str]
    told_apart: Set[str]
    tells_apart: Set[str]
    told_apart_joins: Set[str]
    told_apart_asks: Set[str]
    told_apart_fillers: Set[str]
    versus: Set[str]
    limbs: Set[str]
    anybody: Set[str]
    anybody_not_before: Set[str]
    hearsay_alone: Set[str]
    hearsay_says: Set[str]
    hearsay_of: Set[str]
    hearsay_tells: Set[str]
    hearsay_not_before: Set[str]
    hearsay_in_general: Set[str]
    hearsay_belittles: Set[str]
    hearsay_ends: Set[str]
    points_at_somebody: Set[str]
    avoids: Set[str]
    avoids_of_somebody: Set[str]
    avoids_after: Set[str]
    avoidable: Set[str]
    avoids_through: Set[str]
    generic_asks: Set[str]
    generic_explains: Set[str]
    generic_people: Set[str]
    generic_sick: Set[str]
    generic_conditions: Set[str]
    generic_wonders: Set[str]
    runs_on: Set[str]
    ago: Set[str]
    time_units: Set[str]
    long_units: Set[str]
    since: Set[str]
    hypothetical_through: Set[str]
    tales_shown: Set[str]
    leads_shown: Set[str]
    tales_taught: Set[str]
    leads_taught: Set[str]
    tales_said: Set[str]
    leads_said: Set[str]
    tale_inside: Set[str]
    tale_stops: Set[str]
    tale_stops_at_start: Set[str]
    dreams: Set[str]
    fears: Set[str]
    fears_then: Set[str]
    fears_not: Set[str]
    thought: Set[str]
    turned_out: Set[str]
    turned_out_clitic: Set[str]
    harmless: Set[str]
    once: Set[str]
    once_then: Set[str]
    once_then_on: Set[str]
    now_here: Set[str]
    young_before: Set[str]
    young: Set[str]
    story_stops: Set[str]
    goes_on: Set[str]
    until: Set[str]
    now_words: Set[str]
    ended: Set[str]
    ended_before: Set[str]
    weeks_or_more: Set[str]
    acquaintances: Set[str]
    calls_for_help: Set[str]
    turns_to_self: Set[str]
    small: Set[str]
    cared_for: Set[str]
    read_in: Set[str]
    read_of: Set[str]
    read_whom: Set[str]
    befell: Set[str]
    detached: Set[str]
    detached_not: Set[str]
    supposes: Set[str]
    supposed_asks: Set[str]
    supposed_runs: Set[str]
    supposed_ahead: Set[str]
    supposed_not: Set[str]
    mends: Set[str]
    mends_perhaps: Set[str]
    mends_perhaps_not: Set[str]
    mends_slip: Set[str]
    mends_slip_of: Set[str]
    mends_oops: Set[str]
    mends_after_oops: Set[str]
    mends_through: Set[str]
    mends_added: Set[str]
    mended: Mapping[str, Set[str]]
    persons: Mapping[str, PersonWords]
    owned_things: Set[str]
    vocatives: Set[str]
    possessors: Set[str]
    person_before: Set[str]
    not_patient_before: Set[str]
    lent_of: Set[str]
    lent_things: Set[str]
    lent_takers: Set[str]
    lent_given: Set[str]
    not_patient_after: Set[str]
    helps: Set[str]
    helper_adverbs: Set[str]
    opinion_adverbs: Set[str]
    nursing: Set[str]
    addresses: Set[str]
    tells_self: Set[str]
    witnesses: Set[str]
    witness_adverbs: Set[str]
    anecdote_praise: Set[str]
    anecdote_once: Set[str]
    deceased: Set[str]
    titles: Set[str]
    parents: Set[str]
    counts: Set[str]
    self_words: Set[str]
    self_markers: Set[str]
    self_before: Set[str]
    self_observes: Set[str]
    self_too: Set[str]
    tells_on: Set[str]
    person_fillers: Set[str]
    possessive_particles: Set[str]
    third_person: Set[str]
    openers: Set[str]

    @cached_property
    def tales(self) -> tuple[tuple[Set[str], Set[str]], ...]:
        """What is shown, taught or said, and the words that open what is told in it."""
        return (
            (self.tales_shown, self.leads_shown),
            (self.tales_taught, self.leads_taught),
            (self.tales_said, self.leads_said),
        )

    @cached_property
    def person_words(self) -> Set[str]:
        """Every word that names a person by itself."""
        return frozenset(word for person in self.persons.values() for word in person.words if " " not in word)

    @cached_property
    def person_starts(self) -> Set[str]:
        """Every word with which the name of a person begins."""
        return frozenset(w.split()[0] for person in self.persons.values() for w in (*person.words, *person.aged))

    @cached_property
    def pointing(self) -> Set[str]:
        """Every word that points at somebody, or at here and now."""
        return self.points_at_somebody | self.person_words

    @cached_property
    def somebody(self) -> Set[str]:
        """Every word that tells that a message is about somebody, here and now."""
        return self.self_words | self.possessors | self.person_words | {"ini", "tadi", "barusan", "sekarang"}

    @cached_property
    def comparing(self) -> Set[str]:
        """The words of which one stands in every message that tells two things apart."""
        return self.versus | self.tells_apart | self.told_apart

    @cached_property
    def hearsay(self) -> Set[str]:
        """The words of which one stands in every message that tells what people say."""
        return self.hearsay_alone | self.hearsay_says | self.hearsay_of

    @cached_property
    def correcting(self) -> Set[str]:
        """The words of which one stands in every message that takes something back."""
        return self.mends | self.mends_slip | self.mends_oops | self.mends_perhaps

    @cached_property
    def works(self) -> Set[str]:
        """Every word for what is shown, taught or said."""
        return self.tales_shown | self.tales_taught | self.tales_said

    @cached_property
    def stories(self) -> Set[str]:
        """The words of which one opens every story of former times."""
        return self.once | self.young_before | {"tahun"}
