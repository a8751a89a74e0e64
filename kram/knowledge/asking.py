"""Words by which a message asks (``language/search.yml``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kram.knowledge.need import Need

_WORDS = {
    "anywhere": "tanya",
    "first": "tanya_awal",
    "last": "tanya_akhir",
    "leave": "izin",
    "courtesy": "basa_basi",
    "empty": "abaikan",
    "advice": "anjuran",
    "oneself": "diri",
    "supposing": "andai",
    "measures": "takaran",
    "start_over": "mulai_lagi",
    "despair": "putus_asa",
    "joints": "sambung_kalimat",
    "lists": "sambung_daftar",
    "weak": "tanya_lemah",
    "pointing": "tanya_tunjuk",
    "pointing_beside": "tanya_tunjuk_sambil",
    "introducing": "perkenalan",
    "introducing_beside": "perkenalan_sambil",
    "complaining": "keluhan_saja",
    "reasons": "sambung_sebab",
    "not_asking": "bukan_tanya",
    "conditions": "izin_syarat",
    "kinds": "izin_golongan",
    "whys": "izin_sebab",
    "before_leave": "izin_lewat",
    "forbidding": "larangan",
    "telling": "ekor_cerita",
    "paired": "tanya_tidak",
    "first_paired": "tanya_tidak_awal",
    "openers": "pembuka_tanya",
    "went": "sudah_ke",
    "first_weak": "tanya_awal_lemah",
    "doers": "sambung_pelaku",
    "main": "tanya_utama",
    "alone": "tanya_sendiri",
    "of_use": "tanya_manjur",
}
"""Field -> its list in ``language/search.yml``."""


@dataclass(frozen=True)
class Asking:
    """Words by which a message asks.

    Attributes:
        wishes: need -> the phrases that ask for it, as tuples of words.
        anywhere: make a question wherever they stand.
        weak: of these, what makes one of a part of a message only where it begins it ("gara-gara").
        pointing: ask how what was just told bears on it ("hubungannya").
        pointing_beside: other words of such a question ("itu").
        introducing: say of which sex the writer is ("cowok").
        introducing_beside: other words of such an introduction ("umur").
        complaining: add no subject to a complaint ("istri", "terus", "tiap").
        first: make one at the beginning, as in a search engine ("tanda dehidrasi").
        last: make one at the end ("... ya").
        leave: ask for leave ("boleh", "aman").
        courtesy: behind such a word make it mere politeness ("boleh tanya").
        empty: tell no question from another.
        advice: tell somebody to do something.
        oneself: speak of the writer.
        supposing: suppose that something happens ("kalau").
        measures: units; after a figure they ask about an amount.
        start_over: say that all is to begin again.
        despair: phrases of somebody who wants to die.
        joints: join two sentences ("terus"); a question may begin behind them.
        lists: join two things or two questions ("dan").
        reasons: joints that give a reason ("karena"); behind a question they belong to it.
        not_asking: end like a word that asks ("-kah"), and do not ("melangkah").
        conditions: before a word of leave they ask when or for whom, not for leave ("kapan tidak boleh").
        kinds: do so with "yang" or "apa" behind them ("orang yang tidak boleh", not "kata orang tidak boleh").
        whys: ask before it why ("kenapa tidak boleh").
        before_leave: may stand between the two ("siapa saja yang tidak boleh").
        forbidding: phrases that forbid; with a condition they ask for whom it is not ("kapan dilarang").
        telling: behind a question and a comma they begin to tell again ("..., sudah minum banyak air").
        paired: with a tag right behind ask wherever they stand ("aman tidak buat saya yang maag").
        first_paired: do so at the beginning of a part of a message ("ada tidak yang bisa dilakukan").
        openers: phrases at the beginning that only open a question ("bagaimana dok").
        went: before "ke dokter" tell that somebody was there.
        doers: behind a joint of things say who does it ("dipijat sama tukang urut").
        main: phrases that announce the main question ("yang saya tanyakan"); it is answered first.
        alone: with a question mark ask, in one word, of what was just told ("amankah?").
        of_use: ask whether something that was told is of use ("ngaruh", "benar").
        first_weak: of the first words, those that within a message tell when much follows ("latihan tiap sore ...").
    """

    wishes: Mapping[Need, tuple[tuple[str, ...], ...]]
    anywhere: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]
    leave: frozenset[str]
    courtesy: frozenset[str]
    empty: frozenset[str]
    advice: frozenset[str]
    oneself: frozenset[str]
    supposing: frozenset[str]
    measures: frozenset[str]
    start_over: frozenset[str]
    despair: frozenset[str]
    joints: frozenset[str]
    lists: frozenset[str]
    weak: frozenset[str]
    pointing: frozenset[str]
    pointing_beside: frozenset[str]
    introducing: frozenset[str]
    introducing_beside: frozenset[str]
    complaining: frozenset[str]
    reasons: frozenset[str]
    not_asking: frozenset[str]
    conditions: frozenset[str]
    kinds: frozenset[str]
    whys: frozenset[str]
    before_leave: frozenset[str]
    forbidding: frozenset[str]
    telling: frozenset[str]
    paired: frozenset[str]
    first_paired: frozenset[str]
    openers: frozenset[str]
    went: frozenset[str]
    first_weak: frozenset[str]
    doers: frozenset[str]
    main: frozenset[str]
    alone: frozenset[str]
    of_use: frozenset[str]

    # Every message is cut into parts that are each asked for these: they are put together once.

    @cached_property
    def main_phrases(self) -> tuple[list[str], ...]:
        """``main`` in words, the longest first."""
        return _longest_first(self.main)

    @cached_property
    def opening_phrases(self) -> tuple[list[str], ...]:
        """``openers`` in words, the longest first."""
        return _longest_first(self.openers)

    @cached_property
    def idle_at_the_end(self) -> frozenset[str]:
        """Words at the end of a part that say nothing of whether it asks."""
        return self.empty - self.anywhere - self.last

    @cached_property
    def beside_pointing(self) -> frozenset[str]:
        """All that may stand in a question which only points at what was told."""
        return self.empty | self.anywhere | self.last | self.pointing | self.pointing_beside

    @cached_property
    def beside_tag(self) -> frozenset[str]:
        """All that may stand in a mere tag of the question before it."""
        return self.complaining | self.empty | self.last | self.oneself

    @classmethod
    def from_yaml(cls, raw: Mapping[str, Any]) -> Asking:
        """From the content of ``language/search.yml``."""
        wishes = {Need(need): tuple(tuple(p.split()) for p in phrases) for need, phrases in raw["keinginan"].items()}
        return cls(wishes, **{field: frozenset(map(str, raw[name])) for field, name in _WORDS.items()})


def _longest_first(phrases: Iterable[str]) -> tuple[list[str], ...]:
    return tuple(sorted(map(str.split, phrases), key=lambda words: (-len(words), words)))
