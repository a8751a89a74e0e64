"""Times of the clock, and the time between two of them: "dari jam 2 siang sampai sekarang jam 5"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

_HOURS = 12
_REACH = 10
_LEAD = 3  # words between "dari" and its time: "dari absen pulang jam 5"
_SIDE = 3  # words between a time and the word that makes it the beginning or the end
_ABOUT = 0.1  # hours: "jam 3 kurang"
_CLOCK_FACE = re.compile(r"(\d{1,2})[.:](\d{2})")

Number = Callable[[Sequence[str], int], "tuple[float, int] | None"]


@dataclass(frozen=True)
class ClockWords:
    """The words around times of the clock, from ``knowledge/language/quantities.yml``."""

    prayer_hours: Mapping[str, float]
    cues: Set[str]
    since: Set[str]
    until: Set[str]
    now: Set[str]
    begins: Set[str]
    day_parts: Set[str]
    past_hour: Set[str]
    before_hour: Set[str]
    every: Set[str]
    units: Set[str]


class ClockReader:
    """Reads the hour, and the minutes from one time of the clock to the next."""

    def __init__(self, words: ClockWords, number: Number) -> None:
        """
        Args:
            words: the words around times.
            number: reads the number at an index, and tells the index after it.
        """
        self._words = words
        self._number = number

    def hour(self, norms: Sequence[str], index: int) -> tuple[float, int] | None:
        """The hour at ``index`` ("jam 7 malam", "jam setengah 8", "magrib") and the index after it."""
        if index >= len(norms):
            return None
        if norms[index] in self._words.prayer_hours:
            return self._words.prayer_hours[norms[index]], index + 1
        return self._face(norms, index + 1) if norms[index] in self._words.cues else None

    def span(self, norms: Sequence[str], index: int) -> tuple[float, int] | None:
        """Minutes from the time behind "dari" at ``index`` to the next, and the index of its last word."""
        if norms[index] not in self._words.since:
            return None
        start = self._behind(norms, index)
        return self._to_next(norms, *start, sure=True) if start is not None else None

    def loose_span(self, norms: Sequence[str], index: int) -> tuple[float, int] | None:
        """The same of "mulai" and "sekarang" told apart: "jam 4 mulai, sekarang setengah 7"."""
        words = self._words
        start = self.hour(norms, index)
        if start is None:
            return None
        near = [*norms[max(0, index - _SIDE) : index], *norms[start[1] : start[1] + _SIDE]]
        if not words.begins & set(near) or words.every & set(norms[max(0, index - _SIDE) : index]):
            return None
        return self._to_next(norms, *start, sure=False)

    def _behind(self, norms: Sequence[str], index: int) -> tuple[float, int] | None:
        for place in range(index + 1, min(len(norms), index + 2 + _LEAD)):
            if (found := self.hour(norms, place)) is not None:
                return found
            word = norms[place]
            if not word[:1].isalpha() or word in self._words.until or word in self._words.every:
                return None
        return None

    def _to_next(self, norms: Sequence[str], start: float, after: int, *, sure: bool) -> tuple[float, int] | None:
        words = self._words
        for place in range(after, min(len(norms), after + _REACH)):
            led = set(norms[max(after, place - 2) : place]) & (words.until | words.now)
            second = self.hour(norms, place) or (self._bare(norms, place) if led else None)
            if second is None:
                continue
            around = {*norms[max(after, place - _SIDE) : place], *norms[second[1] : second[1] + 2]}
            if words.every & around or not (sure or around & (words.until | words.now)):
                return None
            hours = (second[0] - start) % _HOURS
            return (hours * 60, second[1] - 1) if hours else None
        return None

    def _bare(self, norms: Sequence[str], index: int) -> tuple[float, int] | None:
        """ "setengah 9", "3.20": a time without "jam" in front of it."""
        if norms[index] != "setengah" and not _CLOCK_FACE.fullmatch(norms[index]):
            return None
        found = self._face(norms, index)
        following = norms[found[1]] if found is not None and found[1] < len(norms) else ""
        return None if following in self._words.units else found  # "setengah 2 jam" is no time

    def _face(self, norms: Sequence[str], index: int) -> tuple[float, int] | None:
        """ "4", "4.10", "setengah tujuh", "2 lewat 5", "3 kurang"."""
        words = self._words
        half = norms[index : index + 1] == ["setengah"]
        found = self._number(norms, index + half)
        if found is None or not 0 < found[0] <= 24:
            return None
        hour, after = found
        face = _CLOCK_FACE.fullmatch(norms[index])
        if face:
            hour = int(face[1]) + int(face[2]) / 60
        hour -= 0.5 if half else 0.0
        while norms[after : after + 1] and norms[after] in words.day_parts:
            after += 1
        sign = -1 if norms[after : after + 1] and norms[after] in words.before_hour else 1
        if norms[after : after + 1] and norms[after] in words.past_hour | words.before_hour:
            minutes = self._number(norms, after + 1)
            # "lewat seperempat" is a part of the hour, "lewat 5" are minutes
            part = _ABOUT if minutes is None else minutes[0] / 60 if minutes[0] >= 1 else minutes[0]
            hour, after = hour + sign * part, after + 1 if minutes is None else minutes[1]
        return hour % _HOURS, after
