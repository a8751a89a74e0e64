"""Diseases that people suspect behind their complaint, and what answers "is it that?" (``language/dugaan.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kram.knowledge.place import place_of


@dataclass(frozen=True)
class Suspicion:
    """One disease, deficiency or other cause that people name themselves.

    Attributes:
        names: what people call it, in normalised words.
        usual: (entry, point) that answers whoever tells nothing that speaks for it.
        likely: (entry, point) that answers whoever does; `usual` where none was written.
        signs: ids of findings, populations and contexts that speak for it.
        situations: ids of the situations that are about it.
        soothing: what may be told that speaks against it ("masih kuat").
        soothed: (entry, point) that answers whoever tells that and nothing that speaks for it.
        complaints: findings, and the (entry, point) that answers whoever tells one of them and no cramp.
    """

    names: frozenset[str]
    usual: tuple[str, str]
    likely: tuple[str, str]
    signs: frozenset[str] = frozenset()
    situations: frozenset[str] = frozenset()
    soothing: frozenset[str] = frozenset()
    soothed: tuple[str, str] = ("", "")
    complaints: tuple[tuple[frozenset[str], tuple[str, str]], ...] = ()


@dataclass(frozen=True)
class Suspicions:
    """All of them, with the words (phrases, in normalised words) by which a message suspects something.

    Attributes:
        known: every suspicion.
        before: ask or fear, a few words before the name ("gejala", "takut", "kata orang").
        after: ask, right behind it ("bukan", "ya").
        fears: suspect it without a question ("takut", "jangan jangan").
        pointing: mean the complaint itself ("apa ini ...", "gejala ..."), whatever else the question is near to.
        dreading: tell a fear that wants an answer beside other questions ("parno").
        which: ask which of several told suspicions is right ("mana yang betul?").
        choosing: between two names they ask which ("kurang magnesium apa kurang tidur").
        joined: join two that are feared together ("atau").
        contrary: something else is asked about it ("boleh", "obat", "penderita").
        defining: ask what it is, where no complaint is told ("apa itu").
    """

    known: tuple[Suspicion, ...] = ()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    fears: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    contrary: frozenset[str] = frozenset()
    which: frozenset[str] = frozenset()
    dreading: frozenset[str] = frozenset()
    choosing: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    defining: frozenset[str] = frozenset()

    @cached_property
    def by_words(self) -> Mapping[tuple[str, ...], Suspicion]:
        """The words of a name -> what it names."""
        return {tuple(name.split()): one for one in self.known for name in one.names}

    @cached_property
    def longest(self) -> int:
        """Words of the longest name."""
        return max(map(len, self.by_words), default=0)

    @classmethod
    def from_yaml(cls, raw: Mapping[str, Any]) -> Suspicions:
        """From the content of ``language/dugaan.yml``."""
        return cls(
            tuple(map(_suspicion, raw["dugaan"])),
            frozenset(raw["tanya_sebelum"]),
            frozenset(raw["tanya_sesudah"]),
            frozenset(raw["takut"]),
            frozenset(raw["menunjuk"]),
            frozenset(raw["tanya_lain"]),
            frozenset(raw["mana_benar"]),
            frozenset(raw["cemas"]),
            frozenset(raw["pilihan"]),
            frozenset(raw["atau"]),
            frozenset(raw.get("tanya_arti", ())),
        )


def _suspicion(raw: Mapping[str, Any]) -> Suspicion:
    usual = (raw["entri"], raw["butir"])
    likely = (raw.get("entri_cocok", usual[0]), raw.get("butir_cocok", usual[1]))
    return Suspicion(
        frozenset(raw["nama"]),
        usual,
        likely,
        frozenset(raw.get("cocok", ())),
        frozenset(raw.get("situasi", ())),
        frozenset(raw.get("tenang", ())),
        (usual[0], raw.get("butir_tenang", "")),
        tuple((frozenset(one["bila"]), place_of(one["butir"])) for one in raw.get("lain", ())),
    )
