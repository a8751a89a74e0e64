"""What people write that is neither a complaint nor a question: openers, circumstances, moods (``cerita.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Mood:
    """How somebody feels about it all.

    Attributes:
        phrase: name of the sentence that meets it.
        step: what is of use then: how dangerous it is, one thing to do, what to do alone at night.
        to_talk: whether there is somebody to talk to about it.
        strong: phrases that are met whatever else the message says.
        alone: phrases that are met when the message says nothing else.
    """

    phrase: str
    step: str
    to_talk: bool
    strong: frozenset[str]
    alone: frozenset[str]


@dataclass(frozen=True)
class Stories:
    """Words and phrases, in normalised words.

    Attributes:
        particles: say nothing, and may stand within an objection.
        opening: only open a talk ("mau tanya soal kaki").
        beside_opening: every other word that may stand in such a message.
        opened: complaints that may be named in it.
        requests: ask to make or look up something that is none of ours.
        straining: work, sport, travel and events that strain the legs.
        telling: tell of the writer's life, in the middle of a talk.
        past: tell of what was; another part of the body behind them is no complaint of now.
        known: matters of ours that sound like another complaint.
        holding: ask which food holds something.
        substances: what is asked for so, and the (entry, point) that tells.
        caring: look after somebody who is ill.
        moods: how people feel, the weightiest first.
        contexts: context id -> how it is called when it is repeated to the writer.
        hearsay: behind these words stands what others said of it ("kata mertua masuk angin").
        hearsay_ends: words that end what others said ("... nenek punya sakit jantung").
        experts: those whose word is no hearsay.
        urging: others advise what stands behind these words ("disuruh bekam").
        trying: what stands behind these words in a sentence was done already.
        in_vain: say that it did not help.
        confirming: ask whether what others said is right ("benar tidak?").
        choosing: ask which of several remedies that were told ("mana yang bisa dipakai?").
    """

    particles: frozenset[str]
    opening: frozenset[str]
    beside_opening: frozenset[str]
    opened: frozenset[str]
    requests: frozenset[str]
    straining: frozenset[str]
    telling: frozenset[str]
    past: frozenset[str]
    known: frozenset[str]
    holding: frozenset[str]
    substances: Mapping[str, tuple[str, str]]
    caring: frozenset[str]
    moods: tuple[Mood, ...]
    contexts: Mapping[str, str]
    hearsay: frozenset[str] = frozenset()
    hearsay_ends: frozenset[str] = frozenset()
    experts: frozenset[str] = frozenset()
    urging: frozenset[str] = frozenset()
    trying: frozenset[str] = frozenset()
    in_vain: frozenset[str] = frozenset()
    confirming: frozenset[str] = frozenset()
    choosing: frozenset[str] = frozenset()

    @classmethod
    def from_yaml(cls, raw: Mapping[str, Any], contexts: Mapping[str, Any]) -> Stories:
        """From the contents of ``language/cerita.yml`` and ``language/contexts.yml``."""
        return cls(
            particles=_words(raw, "partikel"),
            opening=_words(raw, "pembuka"),
            beside_opening=_words(raw, "pembuka_isi"),
            opened=_words(raw, "pembuka_keluhan"),
            requests=_words(raw, "permintaan"),
            straining=_words(raw, "keadaan_kaki"),
            telling=_words(raw, "keadaan"),
            past=_words(raw, "riwayat"),
            known=_words(raw, "ilmu"),
            holding=_words(raw, "sumber_zat"),
            substances={str(word): (one["entri"], one["butir"]) for one in raw["zat"] for word in one["kata"]},
            caring=_words(raw, "merawat"),
            moods=tuple(map(_mood, raw["suasana"])),
            contexts={name: value["sebutan"] for name, value in contexts.items() if "sebutan" in value},
            hearsay=_words(raw, "kata_orang"),
            hearsay_ends=_words(raw, "batas_kata_orang"),
            experts=_words(raw, "ahli"),
            urging=_words(raw, "menyuruh"),
            trying=_words(raw, "sudah_dicoba"),
            in_vain=_words(raw, "sia_sia"),
            confirming=_words(raw, "membenarkan"),
            choosing=_words(raw, "pilihan"),
        )


def _words(raw: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(map(str, raw[name]))


def _mood(raw: Mapping[str, Any]) -> Mood:
    return Mood(
        raw["jawab"], raw["langkah"], raw.get("psikolog", False), frozenset(raw["kuat"]), frozenset(raw["sendiri"])
    )
