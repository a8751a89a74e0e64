"""Other parts of the body and other matters: how they are named, and where to turn with them (``elsewhere.yml``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Phrases = frozenset[tuple[str, ...]]
"""Phrases in normalised words, each as a tuple of words."""


@dataclass(frozen=True)
class Place:
    """One part of the body, or one matter, that is not ours.

    Attributes:
        id: its name in the file.
        name: as it is called when speaking to the writer.
        bodily: a complaint; else a matter such as the dues of an insurance.
        parts: words that name it; with a complaint beside them they tell of it.
        complaints: the complaints that count beside them.
        plain: phrases that tell of it by themselves.
        unless: words with which a plain phrase does not tell of it.
        entries: entries of ours that answer it when they are plainly asked; with "/" and a point, that is what
            they tell of it, in fewer words.
        by_topic: those entries answer when the message calls them by their names.
        not_of_remedies: perhaps an effect of a remedy that the message names, and then ours.
        part_of_story: perhaps a sign that belongs to a story about a leg, and then ours.
        no_muscle: nothing there can cramp.
        by_complaint: its name without a complaint beside it tells nothing ("anak kos").
        alone: not worth a word beside a complaint of the leg: it belongs to that.
        where: where to turn.
        urgent: when to hurry.
        evidence: ids of the evidence behind both.
    """

    id: str
    name: str
    bodily: bool
    parts: Phrases
    complaints: Phrases
    plain: Phrases
    unless: frozenset[str]
    entries: frozenset[str]
    by_topic: bool
    not_of_remedies: bool
    part_of_story: bool
    no_muscle: bool
    by_complaint: bool
    alone: bool
    where: str
    urgent: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Elsewhere:
    """The words by which a message tells a leg from everything else, and the places, the more special first.

    Attributes:
        legs: name the leg.
        well: behind the leg, say that it is well.
        between: may stand between the two.
        asking: behind that, make a question of it.
        not_it: before the leg, say that it is not meant.
        not_it_between: may stand between the two.
        not_only: behind the leg, take that back ("bukan kaki saja").
        cramps: are of the leg, when nothing else is named.
        at: before a part, tell where the cramp is.
        complaints: make a complaint of a part that is named.
        denials: before a complaint, take it back.
        effects: tell what something that was taken did.
        cures: ask for a medicine.
        massages: ask for a massage.
        skipped: may stand within a phrase.
        of_legs: beside a leg that is named, are ours whatever else is told.
        from_legs: beside another part, tell that it suffers from the leg ("muka sampai merah menahan").
        general: ids of remedies that serve any part of the body.
        no_parts: hold a word for a part, or for a patient, and name none ("anak kos").
        joining: between two parts, make one complaint of both.
        against: set one thing against another ("tapi").
        places: what is not ours.
    """

    legs: Phrases
    well: Phrases
    between: Phrases
    asking: frozenset[str]
    not_it: frozenset[str]
    not_it_between: frozenset[str]
    not_only: frozenset[str]
    cramps: frozenset[str]
    at: frozenset[str]
    complaints: Phrases
    denials: frozenset[str]
    effects: frozenset[str]
    cures: frozenset[str]
    massages: frozenset[str]
    skipped: frozenset[str]
    of_legs: Phrases
    from_legs: frozenset[str]
    general: frozenset[str]
    no_parts: Phrases
    joining: frozenset[str]
    against: frozenset[str]
    places: tuple[Place, ...]


def elsewhere_from(raw: Mapping[str, Any], fill: Mapping[str, str]) -> Elsewhere:
    """What the file says.

    Args:
        raw: the file, valid by its schema.
        fill: emergency numbers for the texts.
    """
    complaints = _phrases(raw["keluhan"])
    return Elsewhere(
        legs=_phrases(raw["kaki"]),
        well=_phrases(raw["kaki_baik"]),
        between=_phrases(raw["sela"]),
        asking=frozenset(raw["bertanya"]),
        not_it=frozenset(raw["bukan"]),
        not_it_between=frozenset(raw["bukan_sela"]),
        not_only=frozenset(raw["bukan_batal"]),
        cramps=frozenset(raw["kram"]),
        at=frozenset(raw["di"]),
        complaints=complaints,
        denials=frozenset(raw["tidak"]),
        effects=frozenset(raw["akibat"]),
        cures=frozenset(raw["obat"]),
        massages=frozenset(raw["pijat"]),
        skipped=frozenset(raw["lewati"]),
        of_legs=_phrases(raw["keluhan_kaki"]),
        from_legs=frozenset(raw["karena_kaki"]),
        general=frozenset(raw["remedi_umum"]),
        no_parts=_phrases(raw["bukan_bagian"]),
        joining=frozenset(raw["sambung"]),
        against=frozenset(raw["lawan"]),
        places=tuple(_place(one, complaints, fill) for one in raw["tempat"]),
    )


def _phrases(words: Iterable[str]) -> Phrases:
    return frozenset(tuple(str(phrase).split()) for phrase in words)


def _place(raw: Mapping[str, Any], complaints: Phrases, fill: Mapping[str, str]) -> Place:
    return Place(
        id=raw["id"],
        name=raw["nama"],
        bodily=raw.get("jenis", "tubuh") == "tubuh",
        parts=_phrases(raw.get("bagian", ())),
        complaints=_phrases(raw["keluhan"]) if "keluhan" in raw else complaints,
        plain=_phrases(raw.get("tegas", ())),
        unless=frozenset(raw.get("kecuali", ())),
        entries=frozenset(raw.get("entri", ())),
        by_topic=raw.get("topik", False),
        not_of_remedies=raw.get("bukan_remedi", False),
        part_of_story=raw.get("jalan_cerita", False),
        no_muscle=raw.get("tanpa_otot", False),
        by_complaint=raw.get("hanya_keluhan", False),
        alone=raw.get("sendiri", False),
        where=raw["arah"].format_map(fill),
        urgent=raw.get("segera", "").format_map(fill),
        evidence=tuple(raw["evidence"]),
    )
