"""The promises that content must keep beyond its JSON Schemas (`schemas.py`): what crosses files, and the wording.

Curators read what these checks say, so they say it in Indonesian.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kram.errors import ContentError, Fault
from kram.knowledge.talk import CRAMP
from kram.knowledge.wording import EMERGENCY_GAPS, NO_GAPS, Wording
from kram.knowledge.yaml_files import fault

if TYPE_CHECKING:
    from kram.knowledge.model import KnowledgeBase

# What the screening question about the person itself is for.
_ASKS_ABOUT_PERSON = "populasi"
_WEAKEST = "C"
_At = list[str | int]


def check_cross_references(folder: Path, files: Mapping[Path, Any], base: KnowledgeBase) -> None:
    """What one file says about another, and how the patient texts are worded.

    Raises:
        ContentError: with one fault per broken promise.
    """
    wording = Wording(files[folder / "jargon.yml"], files[folder / "verdicts.yml"], base.facts)
    contexts = files[folder / "language" / "contexts.yml"].keys()
    populations = files[folder / "language" / "populations.yml"].keys()
    seen: dict[str, Path] = {}
    owners: dict[str, Path] = {}
    faults: list[Fault] = []
    for path, raw in files.items():
        if folder / "entries" not in path.parents:
            continue
        faults += _names(path, raw, seen)
        faults += _owned_names(path, raw, owners)
        faults += _entry_references(path, raw, contexts, populations, base)
        faults += _grades(path, raw, base)
        faults += [fault(path, at, expected) for at, expected in wording.entry(raw)]
        seen[raw["id"]] = path
    faults += _table_references(folder, files, base)
    faults += _direct_references(folder, base)
    faults += _related_references(folder, base)
    faults += _complaint_references(folder, base)
    faults += _drug_references(folder, base)
    faults += _thing_references(folder, base)
    faults += _suspicion_references(folder, base, {*base.names, *contexts})
    faults += _ailment_references(folder, base, {*base.names, *contexts})
    faults += _people_references(folder, base, {*base.names, *contexts})
    faults += _activity_references(folder, base, {*base.names, *contexts})
    dialogue = folder / "language" / "dialogue.yml"
    faults += _unknown(
        dialogue, ["temuan_kram"], base.talk.cramps, {*base.names, *contexts}, "findings.yml atau contexts.yml"
    )
    faults += _elsewhere_references(folder, base)
    faults += _story_references(folder, base)
    faults += _person_references(folder, files, base, populations)
    faults += [
        fault(folder / name, at, expected)
        for name, at, text, gaps in _other_texts(folder, files)
        for expected in wording.text(text, gaps=gaps)
    ]
    if faults:
        raise ContentError(faults)


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
    for place, meaning in enumerate(base.talk.meanings):
        entry = base.entries.get(meaning.entry)
        if entry is None or meaning.point not in {own.id for own in entry.points}:
            at = ["makna", place, "butir"]
            yield fault(
                folder / "language" / "dialogue.yml", at, f"butir yang ada; bukan {meaning.entry}/{meaning.point}"
            )


def _ailment_references(folder: Path, base: KnowledgeBase, signs: Iterable[str]) -> Iterator[Fault]:
    """What a talk may be about: entries, signs, kinds of questions, remedies and points that do not exist."""
    path = folder / "language" / "keluhan.yml"
    points = {f"{entry.id}/{point.id}" for entry in base.entries.values() for point in entry.points}
    for name, question in base.ailments.questions.items():
        yield from _unknown(path, ["pertanyaan", name, "remedi"], question.remedies, base.remedies, "remedies.yml")
    for one in base.ailments.known:
        at: _At = ["keluhan", one.id]
        told = [*one.answers.values(), *(addition.point for addition in (*one.additions, *one.first))]
        yield from _unknown(path, [*at, "entri"], one.entries, base.entries, "entries")
        yield from _unknown(path, [*at, "jawab"], one.answers, base.ailments.questions, "pertanyaan")
        yield from _unknown(path, [*at, "butir"], map("/".join, told), points, "butir yang ada")
        named = [one.signs, one.only, *(sign for a in (*one.additions, *one.first) for sign in (a.denied, a.told))]
        for ids in named:
            yield from _unknown(path, [*at, "tanda"], ids, signs, "findings, populations, atau contexts.yml")


def _people_references(folder: Path, base: KnowledgeBase, signs: Iterable[str]) -> Iterator[Fault]:
    """Questions answered for some people: groups, signs, remedies and points that do not exist."""
    path = folder / "language" / "orang.yml"
    points = {f"{entry.id}/{point.id}" for entry in base.entries.values() for point in entry.points}
    for place, people in enumerate(base.people):
        at: _At = ["orang", place]
        told = [people.ids, people.without, *(one.signs for one in people.questions)]
        for ids in told:
            yield from _unknown(path, at, ids, signs, "findings, populations, atau contexts.yml")
        for one in people.questions:
            yield from _unknown(path, [*at, "remedi"], one.remedies, base.remedies, "remedies.yml")
            yield from _unknown(path, [*at, "butir"], ["/".join(one.point)], points, "butir yang ada")


def _activity_references(folder: Path, base: KnowledgeBase, signs: Iterable[str]) -> Iterator[Fault]:
    """Postures and activities: signs and points that do not exist."""
    path = folder / "language" / "kegiatan.yml"
    points = {f"{entry.id}/{point.id}" for entry in base.entries.values() for point in entry.points}
    yield from _unknown(path, ["bukan"], base.activities.without, signs, "findings, populations, atau contexts.yml")
    for place, one in enumerate(base.activities.known):
        at: _At = ["kegiatan", place]
        yield from _unknown(path, [*at, "bagian"], {*one.parts, *one.without}, signs, "contexts.yml")
        yield from _unknown(path, [*at, "jawab"], map("/".join, one.points.values()), points, "butir yang ada")


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
        yield from _unknown(path, [*at, "jawab"], map("/".join, thing.places), points, "butir yang ada")
        yield from _unknown(path, [*at, "jawab"], asked, kinds, "tanya")
        yield from _unknown(path, [*at, "remedi"], thing.remedies, base.remedies, "remedies.yml")
        for name in sorted(thing.names):
            if owners.setdefault(name, place) != place:
                yield fault(path, [*at, "kata"], f"kata yang belum dipakai perihal lain; bukan {name}")
    pairs = ["/".join(pair.place) for pair in base.things.pairs]
    yield from _unknown(path, ["berdua"], pairs, points, "butir yang ada")


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
        yield from _unknown(path, [*at, "cocok"], one.signs, signs, "findings, populations, atau contexts.yml")
        yield from _unknown(path, [*at, "situasi"], one.situations, base.entries, "entries/situasi")
        felt = (sign for found, _ in one.complaints for sign in found)
        yield from _unknown(path, [*at, "lain"], felt, signs, "findings, populations, atau contexts.yml")
        for name in sorted(one.names):
            if owners.setdefault(name, place) != place:
                yield fault(path, [*at, "nama"], f"nama yang belum dipakai dugaan lain; bukan {name}")


def _story_references(folder: Path, base: KnowledgeBase) -> Iterator[Fault]:
    """What answers a mood, an objection or the question for a substance, that does not exist."""
    path = folder / "language" / "cerita.yml"
    moods = [mood.phrase for mood in base.stories.moods]
    yield from _unknown(path, ["suasana"], moods, base.phrases, "phrases.yml")
    for word, (entry, point) in base.stories.substances.items():
        if entry not in base.entries or point not in {p.id for p in base.entries[entry].points}:
            yield fault(path, ["zat"], f"butir yang ada untuk {word}; bukan {entry}/{point}")
    answers = [name for one in base.talk.objections for name in (one.phrase, one.milder) if name]
    yield from _unknown(folder / "language" / "dialogue.yml", ["keberatan"], answers, base.phrases, "phrases.yml")


def _elsewhere_references(folder: Path, base: KnowledgeBase) -> Iterator[Fault]:
    """Evidence behind where to turn, and entries that answer instead, that do not exist."""
    path = folder / "elsewhere.yml"
    known = {*base.entries, *(f"{entry.id}/{point.id}" for entry in base.entries.values() for point in entry.points)}
    yield from _unknown(path, ["remedi_umum"], base.elsewhere.general, base.remedies, "remedies.yml")
    for index, place in enumerate(base.elsewhere.places):
        at: _At = ["tempat", index]
        yield from _unknown(path, [*at, "evidence"], place.evidence, base.evidence, "evidence.yml")
        yield from _unknown(path, [*at, "entri"], place.entries, known, "entri atau entri/butir yang ada")


def _other_texts(folder: Path, files: Mapping[Path, Any]) -> Iterator[tuple[str, _At, str, frozenset[str] | None]]:
    """(file, place, text, gaps that are filled in it) of everything else that patients read."""
    for name, text in files[folder / "phrases.yml"].items():
        yield "phrases.yml", [name], text, None
    for index, place in enumerate(files[folder / "elsewhere.yml"]["tempat"]):
        yield "elsewhere.yml", ["tempat", index, "nama"], place["nama"], NO_GAPS
        for key in {"arah", "segera"} & place.keys():
            yield "elsewhere.yml", ["tempat", index, key], place[key], EMERGENCY_GAPS
    yield from _triage_texts(folder, files)
    for remedy, raw in files[folder / "remedies.yml"]["remedi"].items():
        yield "remedies.yml", ["remedi", remedy, "nama"], raw["nama"], NO_GAPS
        yield "remedies.yml", ["remedi", remedy, "umum"], raw["umum"]["alasan"], NO_GAPS
        for column, cell in raw["populasi"].items():
            yield "remedies.yml", ["remedi", remedy, "populasi", column], cell["alasan"], NO_GAPS
    for name in ("language/findings.yml", "language/populations.yml"):
        for known, raw in files[folder / name].items():
            key = "sebutan" if "sebutan" in raw else "label"
            yield name, [known, key], raw[key], NO_GAPS
    for verdict, raw in files[folder / "verdicts.yml"].items():
        for key in ("label", "mitos_fakta"):
            yield "verdicts.yml", [verdict, key], raw[key], NO_GAPS
    for term, raw in files[folder / "jargon.yml"].items():
        yield "jargon.yml", [term, "arti"], raw["arti"], NO_GAPS


def _triage_texts(folder: Path, files: Mapping[Path, Any]) -> Iterator[tuple[str, _At, str, frozenset[str]]]:
    """The same of the decision table, its levels and its questions."""
    rules = files[folder / "triage" / "rules.yml"]
    for index, rule in enumerate(rules["aturan"]):
        for key, gaps in (("kenapa", NO_GAPS), ("katakan", EMERGENCY_GAPS), ("jangan", EMERGENCY_GAPS)):
            yield "triage/rules.yml", ["aturan", index, key], rule[key], gaps
    for index, special in enumerate(rules["khusus"]):
        yield "triage/rules.yml", ["khusus", index, "pesan"], special["pesan"], EMERGENCY_GAPS
    levels = files[folder / "triage" / "levels.yml"]
    for level, texts in levels["tingkat"].items():
        yield "triage/levels.yml", ["tingkat", level, "judul"], texts["judul"], NO_GAPS
        yield "triage/levels.yml", ["tingkat", level, "tindakan"], texts["tindakan"], EMERGENCY_GAPS
    for index, question in enumerate(levels["pertanyaan_saring"]):
        for key in ("tanya", "sebutan"):
            yield "triage/levels.yml", ["pertanyaan_saring", index, key], question[key], NO_GAPS
    for key in ("jaring_pengaman", "catatan_rujukan"):
        yield "triage/levels.yml", [key], levels[key], EMERGENCY_GAPS


def _names(path: Path, raw: Mapping[str, Any], seen: Mapping[str, Path]) -> Iterator[Fault]:
    if raw["id"] != path.stem:
        yield fault(path, ["id"], f"nama berkasnya, {path.stem}")
    if raw["kind"] != path.parent.name:
        yield fault(path, ["kind"], f"nama foldernya, {path.parent.name}")
    if raw["id"] in seen:
        yield fault(path, ["id"], f"id yang belum dipakai {seen[raw['id']].name}")
    points = [point["id"] for point in raw.get("points") or ()]
    for index, name in enumerate(points):
        if name in points[:index]:
            yield fault(path, ["points", index, "id"], f"id yang belum dipakai butir lain; bukan {name}")


def _owned_names(path: Path, raw: Mapping[str, Any], owners: dict[str, Path]) -> Iterator[Fault]:
    """One name, one entry: two that share a title or an alias would take turns in answering."""
    named: list[tuple[_At, str, str]] = [(["title"], "judul", raw["title"])]
    named += [(["aliases", index], "nama", alias) for index, alias in enumerate(raw["aliases"])]
    for at, what, name in named:
        owner = owners.setdefault(" ".join(name.lower().split()), path)
        if owner is not path:
            yield fault(path, at, f"{what} yang belum dipakai {owner.name}; bukan {name}")


def _entry_references(
    path: Path, raw: Mapping[str, Any], contexts: Iterable[str], populations: Iterable[str], base: KnowledgeBase
) -> Iterator[Fault]:
    yield from _unknown(path, ["contexts"], raw.get("contexts") or (), contexts, "contexts.yml")
    yield from _unknown(path, ["findings"], raw.get("findings") or (), base.names, "findings.yml")
    yield from _unknown(path, ["populations"], raw.get("populations") or (), populations, "populations.yml")
    yield from _unknown(path, ["remedies"], raw.get("remedies") or (), base.remedies, "remedies.yml")
    yield from _unknown(path, ["only_if"], raw.get("only_if") or (), base.names, "findings.yml atau populations.yml")
    yield from _unknown(path, ["related"], raw.get("related") or (), base.entries, "entries")
    told = {*base.names, *contexts}
    for at, item in _items(raw):
        yield from _unknown(path, [*at, "evidence"], item.get("evidence") or (), base.evidence, "evidence.yml")
        yield from _unknown(path, [*at, "facts"], item.get("facts") or (), base.facts, "facts.yml")
        yield from _unknown(path, [*at, "remedies"], item.get("remedies") or (), base.remedies, "remedies.yml")
        for key in ("only_if", "skip_if"):
            yield from _unknown(
                path, [*at, key], item.get(key) or (), told, "contexts.yml, findings.yml, atau populations.yml"
            )
        yield from _unknown(
            path, [*at, "withheld"], item.get("withheld") or (), item.get("facts") or (), "facts butir ini"
        )


def _items(raw: Mapping[str, Any]) -> list[tuple[_At, Mapping[str, Any]]]:
    """(place, content) of every item and every point of an entry."""
    items: list[tuple[_At, Mapping[str, Any]]] = [
        (["sections", section, index], item)
        for section, items in (raw.get("sections") or {}).items()
        for index, item in enumerate(items or ())
    ]
    return items + [(["points", index], point) for index, point in enumerate(raw.get("points") or ())]


def _grades(path: Path, raw: Mapping[str, Any], base: KnowledgeBase) -> Iterator[Fault]:
    """No text claims more than the strongest of what it rests on; what articles say is the weakest there is."""
    items = _items(raw)
    for at, item in items:
        evidence = item.get("evidence") or ()
        # Evidence that does not exist is a fault of its own, not one of the grade.
        best = min((base.evidence[name].grade for name in evidence if name in base.evidence), default=_WEAKEST)
        if item["grade"] < best and base.evidence.keys() >= set(evidence):
            yield fault(path, [*at, "grade"], f"paling tinggi {best}, seperti bukti terkuatnya; bukan {item['grade']}")
    best = min((item["grade"] for _, item in items), default=_WEAKEST)
    if raw["grade"] < best:
        yield fault(path, ["grade"], f"paling tinggi {best}, seperti butir terkuatnya; bukan {raw['grade']}")


def _table_references(folder: Path, files: Mapping[Path, Any], base: KnowledgeBase) -> Iterator[Fault]:
    path = folder / "sources" / "evidence.yml"
    for key, evidence in base.evidence.items():
        yield from _unknown(path, ["evidence", key, "sources"], evidence.sources, base.sources, "sources.yml")
    path = folder / "sources" / "facts.yml"
    for key, fact in base.facts.items():
        yield from _unknown(path, ["facts", key, "sources"], fact.sources, base.sources, "sources.yml")
    path = folder / "emergency.yml"
    for name, number in files[path].items():
        yield from _unknown(path, [name, "evidence"], number["evidence"], base.evidence, "evidence.yml")
    path = folder / "triage" / "rules.yml"
    for index, rule in enumerate(base.triage.rules):
        yield from _unknown(path, ["aturan", index, "evidence"], rule.evidence, base.evidence, "evidence.yml")
    for index, special in enumerate(base.triage.specials):
        yield from _unknown(path, ["khusus", index, "evidence"], special.evidence, base.evidence, "evidence.yml")
    path = folder / "remedies.yml"
    for remedy in base.remedies.values():
        at: _At = ["remedi", remedy.id, "umum"]
        known = {*base.evidence, *base.facts}
        yield from _unknown(path, at, remedy.general.evidence, known, "evidence.yml atau facts.yml")
        for column, cell in remedy.by_population.items():
            at = ["remedi", remedy.id, "populasi", column]
            yield from _unknown(path, at, [column], base.remedy_column_labels, "label_populasi")
            yield from _unknown(path, at, cell.evidence, known, "evidence.yml atau facts.yml")
    path = folder / "language" / "remedies.yml"
    yield from _unknown(path, [], files[path].keys(), base.remedies, "remedies.yml")


def _person_references(
    folder: Path, files: Mapping[Path, Any], base: KnowledgeBase, populations: Iterable[str]
) -> Iterator[Fault]:
    """Findings and populations that the tables name outside the conditions of their rules."""
    path = folder / "triage" / "rules.yml"
    for group, members in files[path]["kelompok"].items():
        yield from _unknown(path, ["kelompok", group], members, populations, "populations.yml")
    for index, special in enumerate(base.triage.specials):
        yield from _unknown(path, ["khusus", index, "populasi"], special.populations, populations, "populations.yml")
    path = folder / "triage" / "levels.yml"
    where = "findings.yml atau populations.yml"
    for index, question in enumerate(base.triage.questions):
        at: _At = ["pertanyaan_saring", index]
        yield from _unknown(path, [*at, "untuk"], question.findings, {*base.names, _ASKS_ABOUT_PERSON}, where)
        yield from _unknown(path, [*at, "bukan"], question.contrary, base.names, where)
    path = folder / "remedies.yml"
    for known, columns in base.remedy_columns.items():
        at = ["peta_populasi", known]
        yield from _unknown(path, at, [known], base.names, where)
        yield from _unknown(path, at, columns, base.remedy_column_labels, "label_populasi")


def _unknown(
    path: Path, at: Sequence[str | int], wanted: Iterable[str], known: Iterable[str], where: str
) -> Iterator[Fault]:
    for name in sorted(set(wanted) - set(known)):
        yield fault(path, at, f"id dari {where}; bukan {name}")
