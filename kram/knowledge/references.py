"""What the tables of ``knowledge/language`` say of points, signs and remedies: all of it must exist.

Curators read what these checks say, so they say it in Indonesian.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kram.errors import Fault
from kram.knowledge.talk import CRAMP
from kram.knowledge.yaml_files import fault

if TYPE_CHECKING:
    from kram.knowledge.model import KnowledgeBase

_At = list[str | int]


def table_references(folder: Path, base: KnowledgeBase, signs: set[str]) -> Iterator[Fault]:
    """Every name in a table that stands for nothing.

    Args:
        folder: the content folder.
        base: what was made from it.
        signs: ids of findings, populations and contexts.
    """
    yield from _direct_references(folder, base)
    yield from _related_references(folder, base)
    yield from _complaint_references(folder, base)
    yield from _drug_references(folder, base)
    yield from _thing_references(folder, base)
    yield from _suspicion_references(folder, base, signs)
    yield from _ailment_references(folder, base, signs)
    yield from _people_references(folder, base, signs)
    yield from _activity_references(folder, base, signs)
    yield from _late_references(folder, base, signs)
    yield from _elsewhere_references(folder, base)
    yield from _story_references(folder, base)
    yield from _factor_references(folder, base, signs)
    dialogue = folder / "language" / "dialogue.yml"
    yield from unknown(dialogue, ["temuan_kram"], base.talk.cramps, signs, "findings.yml atau contexts.yml")


def unknown(
    path: Path, at: Sequence[str | int], wanted: Iterable[str], known: Iterable[str], where: str
) -> Iterator[Fault]:
    """A fault for every name that stands for nothing.

    Args:
        path: the file.
        at: where in it.
        wanted: the names that it uses.
        known: the names that exist.
        where: what these are, for the curator.
    """
    for name in sorted(set(wanted) - set(known)):
        yield fault(path, at, f"id dari {where}; bukan {name}")


def _direct_references(folder: Path, base: KnowledgeBase) -> Iterator[Fault]:
    """Questions that one point always answers, and no such point."""
    for place, one in enumerate(base.talk.direct):
        entry = base.entries.get(one.entry)
        if entry is None or one.point not in {point.id for point in entry.points}:
            at: _At = ["langsung", place, "butir"]
            yield fault(folder / "language" / "dialogue.yml", at, f"butir yang ada; bukan {one.entry}/{one.point}")
        for other in sorted(one.rather - base.entries.keys()):
            yield fault(
                folder / "language" / "dialogue.yml", ["langsung", place, "juga"], f"entri yang ada; bukan {other}"
            )


def _related_references(folder: Path, base: KnowledgeBase) -> Iterator[Fault]:
    """Entries that go on with another one, and do not exist."""
    for entry, others in base.talk.related.items():
        for unknown in sorted({entry, *others} - base.entries.keys()):
            yield fault(folder / "language" / "dialogue.yml", ["lanjutan", entry], f"entri yang ada; bukan {unknown}")


def _complaint_references(folder: Path, base: KnowledgeBase) -> Iterator[Fault]:
    """Questions that each complaint answers for itself: complaints and points that do not exist."""
    for place, one in enumerate(base.talk.by_complaint):
        for complaint, (name, point) in one.points.items():
            at: _At = ["menurut_keluhan", place, "butir", complaint]
            entry = base.entries.get(name)
            if complaint != CRAMP and complaint not in base.entries:
                yield fault(folder / "language" / "dialogue.yml", at, f"entri yang ada; bukan {complaint}")
            if entry is None or point not in {own.id for own in entry.points}:
                yield fault(folder / "language" / "dialogue.yml", at, f"butir yang ada; bukan {name}/{point}")
    for place, beside in enumerate(base.talk.beside_cramps):
        for who, (name, point) in beside.points.items():
            entry = base.entries.get(name)
            if entry is None or point not in {own.id for own in entry.points}:
                at = ["di_samping_kram", place, "butir", who]
                yield fault(folder / "language" / "dialogue.yml", at, f"butir yang ada; bukan {name}/{point}")
    for place, meaning in enumerate(base.talk.meanings):
        entry = base.entries.get(meaning.entry)
        if entry is None or meaning.point not in {own.id for own in entry.points}:
            at = ["makna", place, "butir"]
            yield fault(
                folder / "language" / "dialogue.yml", at, f"butir yang ada; bukan {meaning.entry}/{meaning.point}"
            )


def _drug_references(folder: Path, base: KnowledgeBase) -> Iterator[Fault]:
    """Medicines whose point does not exist."""
    for place, drug in enumerate(base.drugs.known):
        for entry, point in drug.points:
            if entry not in base.entries or point not in {p.id for p in base.entries[entry].points}:
                at: _At = ["dikenal", place]
                yield fault(folder / "language" / "obat.yml", at, f"butir yang ada; bukan {entry}/{point}")
    points = {f"{entry.id}/{point.id}" for entry in base.entries.values() for point in entry.points}
    for remedy in base.remedies.values():
        if remedy.alike and remedy.alike not in points:
            yield fault(folder / "remedies.yml", ["remedi", remedy.id, "sejenis"], "butir yang ada")


def _thing_references(folder: Path, base: KnowledgeBase) -> Iterator[Fault]:
    """Things that people name: points and kinds of questions that do not exist, and names that two share."""
    path = folder / "language" / "perihal.yml"
    points = {f"{entry.id}/{point.id}" for entry in base.entries.values() for point in entry.points}
    kinds = {*base.things.kinds, ""}
    owners: dict[str, int] = {}
    for place, thing in enumerate(base.things.known):
        at: _At = ["perihal", place]
        asked = [*thing.points, *(kind for special in thing.specials for kind in special.points)]
        yield from unknown(path, [*at, "jawab"], map("/".join, thing.places), points, "butir yang ada")
        yield from unknown(path, [*at, "jawab"], asked, kinds, "tanya")
        yield from unknown(path, [*at, "remedi"], thing.remedies, base.remedies, "remedies.yml")
        for name in sorted(thing.names):
            if owners.setdefault(name, place) != place:
                yield fault(path, [*at, "kata"], f"kata yang belum dipakai perihal lain; bukan {name}")
    pairs = ["/".join(pair.place) for pair in base.things.pairs]
    yield from unknown(path, ["berdua"], pairs, points, "butir yang ada")


def _suspicion_references(folder: Path, base: KnowledgeBase, signs: Iterable[str]) -> Iterator[Fault]:
    """What is suspected: points, situations and signs that do not exist, and names that two share."""
    path = folder / "language" / "dugaan.yml"
    owners: dict[str, int] = {}
    for place, one in enumerate(base.suspicions.known):
        at: _At = ["dugaan", place]
        soothed = (one.soothed,) if one.soothing else ()
        others = (told for _, told in one.complaints)
        for entry, point in dict.fromkeys((one.usual, one.likely, *soothed, *others)):
            if entry not in base.entries or point not in {p.id for p in base.entries[entry].points}:
                yield fault(path, [*at, "butir"], f"butir yang ada; bukan {entry}/{point}")
        yield from unknown(path, [*at, "cocok"], one.signs, signs, "findings, populations, atau contexts.yml")
        yield from unknown(path, [*at, "situasi"], one.situations, base.entries, "entries/situasi")
        felt = (sign for found, _ in one.complaints for sign in found)
        yield from unknown(path, [*at, "lain"], felt, signs, "findings, populations, atau contexts.yml")
        for name in sorted(one.names):
            if owners.setdefault(name, place) != place:
                yield fault(path, [*at, "nama"], f"nama yang belum dipakai dugaan lain; bukan {name}")


def _ailment_references(folder: Path, base: KnowledgeBase, signs: Iterable[str]) -> Iterator[Fault]:
    """What a talk may be about: entries, signs, kinds of questions, remedies and points that do not exist."""
    path = folder / "language" / "keluhan.yml"
    points = {f"{entry.id}/{point.id}" for entry in base.entries.values() for point in entry.points}
    for name, question in base.ailments.questions.items():
        yield from unknown(path, ["pertanyaan", name, "remedi"], question.remedies, base.remedies, "remedies.yml")
    for one in base.ailments.known:
        at: _At = ["keluhan", one.id]
        told = [*one.answers.values(), *(addition.point for addition in (*one.additions, *one.first))]
        yield from unknown(path, [*at, "entri"], one.entries, base.entries, "entries")
        yield from unknown(path, [*at, "jawab"], one.answers, base.ailments.questions, "pertanyaan")
        yield from unknown(path, [*at, "butir"], map("/".join, told), points, "butir yang ada")
        named = [one.signs, one.only, *(sign for a in (*one.additions, *one.first) for sign in (a.denied, a.told))]
        for ids in named:
            yield from unknown(path, [*at, "tanda"], ids, signs, "findings, populations, atau contexts.yml")


def _people_references(folder: Path, base: KnowledgeBase, signs: Iterable[str]) -> Iterator[Fault]:
    """Questions answered for some people: groups, signs, remedies and points that do not exist."""
    path = folder / "language" / "orang.yml"
    points = {f"{entry.id}/{point.id}" for entry in base.entries.values() for point in entry.points}
    for place, people in enumerate(base.people):
        at: _At = ["orang", place]
        told = [people.ids, people.without, *(one.signs for one in people.questions)]
        for ids in told:
            yield from unknown(path, at, ids, signs, "findings, populations, atau contexts.yml")
        for one in people.questions:
            yield from unknown(path, [*at, "remedi"], one.remedies, base.remedies, "remedies.yml")
            yield from unknown(path, [*at, "butir"], ["/".join(one.point)], points, "butir yang ada")


def _activity_references(folder: Path, base: KnowledgeBase, signs: Iterable[str]) -> Iterator[Fault]:
    """Postures and activities: signs and points that do not exist."""
    path = folder / "language" / "kegiatan.yml"
    points = {f"{entry.id}/{point.id}" for entry in base.entries.values() for point in entry.points}
    yield from unknown(path, ["bukan"], base.activities.without, signs, "findings, populations, atau contexts.yml")
    for place, one in enumerate(base.activities.known):
        at: _At = ["kegiatan", place]
        yield from unknown(path, [*at, "bagian"], {*one.parts, *one.without}, signs, "contexts.yml")
        yield from unknown(path, [*at, "jawab"], map("/".join, one.points.values()), points, "butir yang ada")


def _late_references(folder: Path, base: KnowledgeBase, signs: Iterable[str]) -> Iterator[Fault]:
    """Facts that are told late: complaints, signs and points that do not exist."""
    path = folder / "language" / "susulan.yml"
    points = {f"{entry.id}/{point.id}" for entry in base.entries.values() for point in entry.points}
    for place, one in enumerate(base.late.known):
        at: _At = ["susulan", place]
        yield from unknown(
            path, [*at, "tanda"], {*one.signs, *one.people}, signs, "findings, populations, atau contexts.yml"
        )
        yield from unknown(path, [*at, "situasi"], {one.situation} - {""}, base.entries, "entri yang ada")
        yield from unknown(path, [*at, "butir"], one.points, {*base.entries, CRAMP}, "entri yang ada")
        yield from unknown(path, [*at, "butir"], map("/".join, one.points.values()), points, "butir yang ada")


def _elsewhere_references(folder: Path, base: KnowledgeBase) -> Iterator[Fault]:
    """Evidence behind where to turn, and entries that answer instead, that do not exist."""
    path = folder / "elsewhere.yml"
    known = {*base.entries, *(f"{entry.id}/{point.id}" for entry in base.entries.values() for point in entry.points)}
    yield from unknown(path, ["remedi_umum"], base.elsewhere.general, base.remedies, "remedies.yml")
    for index, place in enumerate(base.elsewhere.places):
        at: _At = ["tempat", index]
        yield from unknown(path, [*at, "evidence"], place.evidence, base.evidence, "evidence.yml")
        yield from unknown(path, [*at, "entri"], place.entries, known, "entri atau entri/butir yang ada")


def _story_references(folder: Path, base: KnowledgeBase) -> Iterator[Fault]:
    """What answers a mood, an objection or the question for a substance, that does not exist."""
    path = folder / "language" / "cerita.yml"
    moods = [mood.phrase for mood in base.stories.moods]
    yield from unknown(path, ["suasana"], moods, base.phrases, "phrases.yml")
    for word, (entry, point) in base.stories.substances.items():
        if entry not in base.entries or point not in {p.id for p in base.entries[entry].points}:
            yield fault(path, ["zat"], f"butir yang ada untuk {word}; bukan {entry}/{point}")
    answers = [name for one in base.talk.objections for name in (one.phrase, one.milder) if name]
    yield from unknown(folder / "language" / "dialogue.yml", ["keberatan"], answers, base.phrases, "phrases.yml")


def _factor_references(folder: Path, base: KnowledgeBase, signs: Iterable[str]) -> Iterator[Fault]:
    """What may play a part: signs and evidence that do not exist."""
    path = folder / "language" / "berperan.yml"
    for place, one in enumerate(base.factors.known):
        at: _At = ["berperan", place]
        yield from unknown(path, [*at, "tanda"], one.signs, signs, "findings, populations, atau contexts.yml")
        yield from unknown(path, [*at, "evidence"], one.evidence, base.evidence, "sources/evidence.yml")
