"""The words around numbers that `quantities` reads by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from kram.language.clock import ClockWords


@dataclass(frozen=True)
class QuantityWords:
    """The words around numbers, from ``knowledge/language/quantities.yml``."""

    numbers: Mapping[str, float]
    one_unit: Mapping[str, str]
    many_unit: Mapping[str, float]
    minutes: Mapping[str, float]
    per_week: Mapping[str, float]
    unit_forms: Mapping[str, str]
    trimesters: Mapping[str, float]
    trimester_cues: Set[str]
    not_trimesters: Set[str]
    prayer_hours: Mapping[str, float]
    clock_cues: Set[str]
    clock_until: Set[str]
    clock_now: Set[str]
    clock_begins: Set[str]
    clock_day_parts: Set[str]
    clock_past_hour: Set[str]
    clock_before_hour: Set[str]
    since: Set[str]
    heat_cues: Set[str]
    less_than: Sequence[tuple[str, ...]]
    degrees: Set[str]
    every: Set[str]
    times: Set[str]
    fillers: Set[str]
    range_words: Set[str]
    age_cues: Set[str]
    pregnancy_cues: Set[str]
    person_words: Set[str]
    span_words: Set[str]
    span_words_after: Set[str]
    past_words_after: Set[str]
    reached: Set[str]
    reached_through: Set[str]
    reached_not_before: Set[str]
    bare_age_before: Set[str]
    not_years: Set[str]
    measured: Set[str]
    daily: Set[str]
    now_at: Set[str]
    daily_through: Set[str]
    age_of_nobody: Set[str]
    decades: Set[str]
    babies: Set[str]
    baby_through: Set[str]
    expecting: Set[str]
    expecting_after: Set[str]
    expecting_through: Set[str]
    fragment_fillers: Set[str]

    def of_the_clock(self) -> ClockWords:
        """Those around times of the clock."""
        return ClockWords(
            prayer_hours=self.prayer_hours,
            cues=self.clock_cues,
            since=self.since,
            until=self.clock_until,
            now=self.clock_now,
            begins=self.clock_begins,
            day_parts=self.clock_day_parts,
            past_hour=self.clock_past_hour,
            before_hour=self.clock_before_hour,
            every=self.every,
            units=frozenset(self.minutes),
        )
