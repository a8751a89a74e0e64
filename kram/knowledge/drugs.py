"""Medicines that people take and suspect, and what answers "is it my medicine?" (``language/obat.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kram.knowledge.place import place_of


@dataclass(frozen=True)
class Drug:
    """One medicine, or a group of them.

    Attributes:
        names: what people call it, in normalised words.
        cause: (entry, point) that says whether it may be the cause.
        stop: (entry, point) that says whether one may stop it, None where a sentence for all of them does.
        left: (entry, point) for somebody who has left it off already and asks what now.
        effects: words that tell of another effect it has.
        effect: (entry, point) about that effect.
        taken_at: (entry, point) that says at what time of the day it is taken.
        is_group: only counts where none of its medicines is named.
        is_bought: nobody prescribed it, so that it may be left off.
    """

    names: frozenset[str]
    cause: tuple[str, str]
    stop: tuple[str, str] | None = None
    effects: frozenset[str] = frozenset()
    effect: tuple[str, str] | None = None
    taken_at: tuple[str, str] | None = None
    is_group: bool = False
    is_bought: bool = False
    left: tuple[str, str] | None = None

    @property
    def points(self) -> tuple[tuple[str, str], ...]:
        """Every (entry, point) that it names."""
        told = (self.cause, self.stop, self.effect, self.taken_at, self.left)
        return tuple(point for point in told if point is not None)


@dataclass(frozen=True)
class Drugs:
    """All of them, with the words (phrases, in normalised words) by which a message asks about one.

    Attributes:
        known: every medicine, the more special first.
        blaming: ask whether it is the cause.
        stopping: ask whether it may be stopped, taken less or replaced.
        pointing: mean a medicine that was named before ("obatnya").
        taking: tell that somebody takes it ("minum").
        elsewhere: make it a question about something else than the complaint ("ke ASI").
        leaving: tell that it was left off already ("saya stop sendiri").
        resuming: ask whether to take it again.
        mattering: ask whether what was just told changes an answer ("ngaruh?").
        timing: ask at what time of the day it is taken.
        not_that: before a medicine, say that it is another one ("bukan").
        owning: say whose something is ("punya").
        owners: person id -> the words for them.
        same: mean the very thing that somebody takes ("yang sama seperti").
        left_over: tell of what is left of an old medicine.
        trying: ask whether one may take something.
        offering: tell that somebody else means them to take it.
        halving: ask whether a tablet may be split.
        borrowed: what may be somebody else's.
        supplements: of these, what nobody prescribed.
        between: may stand between a thing and its owner.
        given_to: before a person, say for whom it is.
    """

    known: tuple[Drug, ...] = ()
    blaming: frozenset[str] = frozenset()
    stopping: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    taking: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    mattering: frozenset[str] = frozenset()
    timing: frozenset[str] = frozenset()
    not_that: frozenset[str] = frozenset()
    owning: frozenset[str] = frozenset()
    owners: Mapping[str, frozenset[str]] = field(default_factory=dict)
    same: frozenset[str] = frozenset()
    left_over: frozenset[str] = frozenset()
    trying: frozenset[str] = frozenset()
    offering: frozenset[str] = frozenset()
    halving: frozenset[str] = frozenset()
    borrowed: frozenset[str] = frozenset()
    supplements: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    given_to: frozenset[str] = frozenset()
    leaving: frozenset[str] = frozenset()
    resuming: frozenset[str] = frozenset()

    @classmethod
    def from_yaml(cls, raw: Mapping[str, Any]) -> Drugs:
        """From the content of ``language/obat.yml``."""
        return cls(
            tuple(map(_drug, raw["dikenal"])),
            frozenset(raw["menyalahkan"]),
            frozenset(raw["menghentikan"]),
            frozenset(raw["obat"]),
            frozenset(raw["meminum"]),
            frozenset(raw["bukan_keluhan"]),
            frozenset(raw["berpengaruh"]),
            frozenset(raw["waktu"]),
            frozenset(raw["bukan_itu"]),
            frozenset(raw["milik"]),
            {who: frozenset(words) for who, words in raw["pemilik"].items()},
            frozenset(raw["yang_sama"]),
            frozenset(raw["sisa"]),
            frozenset(raw["mencoba"]),
            frozenset(raw["disarankan"]),
            frozenset(raw["membelah"]),
            frozenset(raw["barang"]),
            frozenset(raw["suplemen"]),
            frozenset(raw["sela_milik"]),
            frozenset(raw["untuk"]),
            frozenset(raw.get("telanjur", ())),
            frozenset(raw.get("memulai", ())),
        )


def _drug(raw: Mapping[str, Any]) -> Drug:
    effect = raw.get("efek", {})
    return Drug(
        frozenset(raw["kata"]),
        place_of(raw["butir"]),
        place_of(raw["henti"]) if "henti" in raw else None,
        frozenset(effect.get("kata", ())),
        place_of(effect["butir"]) if effect else None,
        place_of(raw["waktu"]) if "waktu" in raw else None,
        raw.get("umum", False),
        raw.get("bebas", False),
        place_of(raw["telanjur"]) if "telanjur" in raw else None,
    )
