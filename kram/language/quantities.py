"""Numbers with units, as people type them: "7bln", "28w", "2-3x seminggu", "udah 15 menit"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set

from kram.language.clock import ClockReader
from kram.language.model import NEWBORN, Quantity, Token
from kram.language.quantity_words import QuantityWords

_DECIMAL = re.compile(r"\d+(?:\.\d+)?")
_NEAR = 4
_ENDS = frozenset(".?!;\n")
_ADULT_AGE = 15
_OLDEST = 115
_LONGEST_PREGNANCY_WEEKS = 43
_GROWN_UP = 15  # years: "anak 2" are two children
_RARELY_LASTS = 50  # years: "saya sudah 67 tahun" is an age, nobody has had a cramp for that long
_BABY_YEARS = 3
_YEARS = frozenset({"tahun"})
_AGE_WORDS = 5  # "umur tujuh puluh dua tahun"
# Four, not 4.35: "7 bulan" then counts as the third trimester, the more careful reading.
_WEEKS_PER_MONTH = 4.0


class QuantityReader:
    """Reads durations, frequencies, ages, weeks of pregnancy and temperatures."""

    def __init__(self, words: QuantityWords) -> None:
        self._words = words
        self._clock = ClockReader(words.of_the_clock(), self._plain_number)
        self._begins = words.since | words.every | words.trimester_cues | words.clock_cues
        self._begins |= {*words.numbers, *words.one_unit, *words.many_unit, *words.prayer_hours}

    def read(self, tokens: Sequence[Token]) -> tuple[Quantity, ...]:
        """Read every quantity of a message.

        Args:
            tokens: normalised tokens.

        Returns:
            Quantities in order; a number whose meaning is unclear is left out.
        """
        norms = [token.norm for token in tokens]
        if (alone := self._age_alone(norms)) is not None:
            return (alone,)
        found: list[Quantity] = []
        index = 0
        while index < len(norms):
            begins = norms[index] in self._begins or norms[index][:1].isdigit()  # most words do not
            quantity = begins and (
                self._clock_span(norms, index)
                or self._trimester(norms, index)
                or self._temperature(norms, index)
                or self._bare_temperature(norms, index)
                or self._frequency(norms, index)
                or self._span(norms, index)
            )
            if not quantity:
                index += 1
            else:
                found.append(quantity)
                index = quantity.last + 1
        return tuple(self._only_nearest(found, norms))

    def _age_alone(self, norms: Sequence[str]) -> Quantity | None:
        """ "6 thn", "th 70", "45": a message that is nothing but an age."""
        places = [i for i, word in enumerate(norms) if not _is_mark(word) and word not in self._words.fragment_fillers]
        if len(places) > _AGE_WORDS:
            return None
        first = next((i for i in places if self._plain_number(norms, i) is not None), None)
        number = None if first is None else self._plain_number(norms, first)
        if first is None or number is None:
            return None
        value, after = number
        rest = [i for i in places if not first <= i < after]
        least = 1 if rest else _ADULT_AGE  # "3" may be the number of a choice
        whole = all(norms[i] in _YEARS | self._words.age_cues for i in rest)
        fits = whole and least <= value < _OLDEST and float(value).is_integer()
        return Quantity("age", value, places[0], places[-1]) if fits else None

    def _only_nearest(self, found: list[Quantity], norms: Sequence[str]) -> list[Quantity]:
        """ "hamil 8 bulan, kram 2 minggu": the span nearest to the pregnancy is the pregnancy's."""
        cues = [i for i, word in enumerate(norms) if word in self._words.pregnancy_cues]
        stages = [q for q in found if q.kind == "pregnancy" and norms[q.first] not in self._words.trimester_cues]
        if len(stages) < 2 or not cues:
            return found
        nearest = min(stages, key=lambda q: min(abs(q.first - cue) for cue in cues))
        week = self._words.minutes["minggu"]
        return [
            Quantity("duration", q.value * week, q.first, q.last) if q in stages and q != nearest else q for q in found
        ]

    def _number(self, norms: Sequence[str], index: int) -> tuple[float, int] | None:
        """Value of the number at ``index`` and the index after it; of a range, its upper end."""
        found = self._plain_number(norms, index)
        if found is None:
            return None
        value, after = found
        word = norms[after] if after < len(norms) else ""
        if word == "setengah":
            return value + 0.5, after + 1
        upper = self._plain_number(norms, after + 1 if word in self._words.range_words else after)
        # "2-3x": the hyphen is not a token. "7 2" is no range.
        return upper if upper is not None and upper[0] > value else found

    def _plain_number(self, norms: Sequence[str], index: int) -> tuple[float, int] | None:
        if index >= len(norms):
            return None
        word = norms[index]
        following = norms[index + 1] if index + 1 < len(norms) else ""
        if _DECIMAL.fullmatch(word):
            return float(word), index + 1
        if word not in self._words.numbers:
            return None
        value = self._words.numbers[word]
        if following == "puluh":
            unit = self._words.numbers.get(norms[index + 2], 0.0) if index + 2 < len(norms) else 0.0
            return value * 10 + unit, index + (3 if unit else 2)
        if following == "belas":
            return value + 10, index + 2
        return value, index + 1

    def _near(self, norms: Sequence[str], first: int, last: int, wanted: Set[str], reach: int = _NEAR) -> bool:
        around = [*norms[max(0, first - reach) : first], *norms[last + 1 : last + 1 + reach]]
        return any(word in wanted for word in around)

    def _trimester(self, norms: Sequence[str], index: int) -> Quantity | None:
        if norms[index] not in self._words.trimester_cues:
            return None
        if self._words.not_trimesters & {*norms} and not self._words.pregnancy_cues & {*norms}:
            return None  # "mahasiswi semester akhir"
        last = index + 2 if norms[index + 1 : index + 2] == ["ke"] else index + 1
        weeks = self._words.trimesters.get(norms[last]) if last < len(norms) else None
        return Quantity("pregnancy", weeks, index, last) if weeks else None

    def _clock_span(self, norms: Sequence[str], index: int) -> Quantity | None:
        """ "dari jam 1 siang sampai sekarang jam 5": minutes between two times of the clock."""
        if (found := self._clock.span(norms, index)) is not None:
            return Quantity("duration", found[0], index, found[1], clock=True)
        found = self._clock.loose_span(norms, index)
        return Quantity("clock_span", found[0], index, found[1], clock=True) if found else None

    def _temperature(self, norms: Sequence[str], index: int) -> Quantity | None:
        number = self._number(norms, index)
        if number is None or number[1] >= len(norms):
            return None
        value, after = number
        if norms[after] in self._words.degrees and 34 <= value <= 43:
            return Quantity("temperature", value, index, after)
        return None

    def _bare_temperature(self, norms: Sequence[str], index: int) -> Quantity | None:
        """ "suhunya 38,7": the unit is left out."""
        number = self._plain_number(norms, index)
        told = set(norms[max(0, index - 2) : index]) & self._words.heat_cues
        if number is None or not told or not 35 <= number[0] <= 42.5:
            return None
        if norms[number[1] : number[1] + 1] and norms[number[1]] in self._words.not_years:
            return None  # "berat badan 41 kg" is no fever
        return Quantity("temperature", number[0], index, index)

    def _frequency(self, norms: Sequence[str], index: int) -> Quantity | None:
        """ "3x seminggu", "seminggu 4 kali", "tiap malam", "hampir setiap hari"."""
        if norms[index] in self._words.every and index + 1 < len(norms):
            unit = norms[index + 1]
            if unit in self._words.per_week:
                return Quantity("frequency", self._words.per_week[unit], index, index + 1)
            return self._daily(norms, index)
        if norms[index] in self._words.one_unit and self._words.one_unit[norms[index]] in self._words.per_week:
            inner = index + 2 if index + 1 < len(norms) and norms[index + 1] in self._words.fillers else index + 1
            number = self._number(norms, inner)
            if number and number[1] < len(norms) and norms[number[1]] in self._words.times:
                return Quantity(
                    "frequency", number[0] * self._words.per_week[self._words.one_unit[norms[index]]], index, number[1]
                )
            return None
        number = self._number(norms, index)
        if number is None:
            return None
        value, after = number
        if after >= len(norms) or norms[after] not in self._words.times:
            return None
        rest = after + 1
        if rest < len(norms) and norms[rest] in self._words.every:
            rest += 1
        unit = norms[rest] if rest < len(norms) else ""
        unit = self._words.one_unit.get(unit, unit)
        return (
            Quantity("frequency", value * self._words.per_week[unit], index, rest)
            if unit in self._words.per_week
            else None
        )

    def _daily(self, norms: Sequence[str], index: int) -> Quantity | None:
        """ "tiap jam 2 pagi", "tiap habis subuh", "setiap mau tidur": once a day."""
        place = index + 1
        while place < len(norms) and norms[place] in self._words.daily_through:
            place += 1
        if place >= len(norms):
            return None
        if norms[place] in self._words.daily or norms[place] in self._words.prayer_hours:
            return Quantity("frequency", self._words.per_week["hari"], index, place)
        clock = self._clock.hour(norms, place)
        return Quantity("frequency", self._words.per_week["hari"], index, clock[1] - 1) if clock else None

    def _span(self, norms: Sequence[str], index: int) -> Quantity | None:
        """A number with a unit of time: an age, weeks of pregnancy, or a duration."""
        word = norms[index]
        if word in self._words.many_unit:
            return Quantity("duration", self._words.many_unit[word], index, index)
        if word in self._words.one_unit:
            value, after, unit = 1.0, index, self._words.one_unit[word]
        else:
            number = self._number(norms, index)
            if number is None:
                return None
            value, after = number
            if norms[after : after + 1] == ["an"]:
                after += 1  # "30an jam"
            if after >= len(norms):
                return self._bare_age(norms, index, value)
            unit = norms[after]
            unit = self._words.unit_forms.get(unit, unit)
            if unit not in self._words.minutes:
                return self._bare_age(norms, index, value)
        if after + 1 < len(norms) and norms[after + 1] == "setengah" and word != "setengah":
            value, after = value + 0.5, after + 1  # "2 jam setengah"
        readers: tuple[Callable[[Sequence[str], int, int, float, str], Quantity | None], ...] = (
            self._pregnancy,
            self._age,
        )
        for reader in readers:
            if (quantity := reader(norms, index, after, value, unit)) is not None:
                return quantity
        if any(tuple(norms[max(0, index - len(cue)) : index]) == cue for cue in self._words.less_than):
            return None  # "kurang dari 10 menit" says that it was not long
        return Quantity("duration", value * self._words.minutes[unit], index, after)

    def _bare_age(self, norms: Sequence[str], index: int, value: float) -> Quantity | None:
        """The unit is often left out: "umur 65", "ibu saya (72)"."""
        before = norms[max(0, index - 3) : index]
        if any(word in self._words.age_cues for word in before) and 0 < value < _OLDEST:
            if any(word in self._words.pregnancy_cues for word in before):
                return None
            decade = before[-1] in self._words.decades and value < 10  # "usia kepala 6"
            return Quantity("age", value * 10 if decade else value, index, index)
        after = norms[index + 1] if index + 1 < len(norms) else "."
        if (_is_mark(after) or after in self._words.bare_age_before) and self._has_reached(norms, index, value):
            return Quantity("age", value, index, index)
        if self._is_beside(norms, index, value, after):
            return Quantity("age", value, index, index)
        stage = norms[index + 2 : index + 3] and norms[index + 2] in self._words.pregnancy_cues  # "1 usia kehamilan 26"
        if after in self._words.age_cues and 0 < value < _OLDEST and not stage:
            return Quantity("age", value, index, index + 1)  # "65 umurnya"
        in_brackets = index >= 2 and norms[index - 1] == "(" and norms[index - 2] in self._words.person_words
        return Quantity("age", value, index, index) if in_brackets and 0 < value < _OLDEST else None

    def _is_beside(self, norms: Sequence[str], index: int, value: float, after: str) -> bool:
        """ "bapak 62 minum obat", "aku 38": a grown-up's age right behind the person."""
        before = norms[index - 1] if index else ""
        named = before in self._words.person_words and before not in self._words.age_of_nobody
        named = named or list(norms[max(0, index - 2) : index]) == ["orang", "tua"]
        if self._words.measured & set(norms[max(0, index - 3) : max(0, index - 1)]):
            return False  # "tensi saya 90", "gula darah bapak 140"
        return named and _GROWN_UP <= value < _OLDEST and value == int(value) and after not in self._words.not_years

    def _has_reached(self, norms: Sequence[str], index: int, value: float) -> bool:
        """ "saya sudah 67", "udah 70 tahun": somebody has got that old."""
        if not _RARELY_LASTS <= value < _OLDEST or index == 0 or norms[index - 1] not in self._words.reached:
            return False
        place = index - 1
        while place >= 0 and norms[place] in self._words.reached | self._words.reached_through:
            place -= 1
        return place < 0 or _is_mark(norms[place]) or norms[place] in self._words.person_words

    def _is_expecting(self, norms: Sequence[str], first: int) -> bool:
        """ "lagi isi 6 bulan": the everyday word for pregnant, right in front of the number."""
        place = first - 1
        while place >= 0 and norms[place] in self._words.expecting_through:
            place -= 1
        if place < 0 or norms[place] not in self._words.expecting:
            return False
        before = norms[place - 1] if place else "."
        return _is_mark(before) or before in self._words.expecting_after | self._words.person_words

    def _goes_on(self, norms: Sequence[str], first: int) -> bool:
        """ "bumil boleh pakai koyo? lagi 6 bulan": the pregnancy was named in another sentence."""
        before = norms[first - 1] if first else ""
        return before in self._words.now_at and bool(set(norms) & self._words.pregnancy_cues)

    def _pregnancy(self, norms: Sequence[str], first: int, last: int, value: float, unit: str) -> Quantity | None:
        if unit not in {"minggu", "bulan"}:
            return None
        # "anak saya umur 4 bulan. Dari hamil dulu ...": what begins behind the sentence is another matter
        end = next((i for i in range(last + 1, len(norms)) if norms[i] in _ENDS), len(norms))
        if norms[end + 1 : end + 2] and norms[end + 1] in self._words.pregnancy_cues:
            end = end if self._words.babies & {*norms[max(0, first - _NEAR) : first]} else len(norms)
        near = self._near(norms[:end], first, last, self._words.pregnancy_cues) or self._is_expecting(norms, first)
        if not near and not self._goes_on(norms, first):
            return None
        if last + 1 < len(norms) and norms[last + 1] in self._words.past_words_after:
            return None
        weeks = value if unit == "minggu" else value * _WEEKS_PER_MONTH
        return Quantity("pregnancy", weeks, first, last) if 1 <= weeks <= _LONGEST_PREGNANCY_WEEKS else None

    def _baby_age(self, norms: Sequence[str], first: int, last: int, years: float) -> Quantity | None:
        """ "bayi 8 bulan": so old is the baby, unless it is so young that its mother's weeks count."""
        if not NEWBORN < years <= _BABY_YEARS:
            return None
        place = first - 1
        while place >= 0 and norms[place] in self._words.baby_through:
            place -= 1
        is_baby = place >= 0 and norms[place] in self._words.babies
        return Quantity("age", years, first, last) if is_baby else None

    def _age(self, norms: Sequence[str], first: int, last: int, value: float, unit: str) -> Quantity | None:
        if unit not in {"tahun", "bulan", "minggu"}:
            return None
        before = list(norms[max(0, first - 3) : first])
        if unit != "minggu" and any(word in self._words.age_cues for word in before):
            return Quantity("age", value if unit == "tahun" else value / 12, first, last)
        if unit != "tahun":
            return self._baby_age(norms, first, last, value * self._words.minutes[unit] / self._words.minutes["tahun"])
        after = norms[last + 1] if last + 1 < len(norms) else ""
        if after not in self._words.reached_not_before and self._has_reached(norms, first, value):
            return Quantity("age", value, first, last)
        told_of = before[-1:] == ["yang"] and bool(set(before[:-1]) & self._words.person_words)
        if told_of and 0 < value < _OLDEST:
            return Quantity("age", value, first, last)  # "anak saya yang delapan tahun"
        if (before and before[-1] in self._words.span_words) or after in self._words.span_words_after:
            return None
        # "saya 30 tahun" is an age; "saya diabetes 10 tahun" is not.
        near_person = bool(before) and (before[-1] in self._words.person_words or after in self._words.person_words)
        if (near_person or (value >= _ADULT_AGE and before[-1:] != ["selama"])) and 0 < value < _OLDEST:
            return Quantity("age", value, first, last)
        return None


def _is_mark(word: str) -> bool:
    """A mark, not a word."""
    return not word[:1].isalnum()
