"""The promises that content must keep beyond its JSON Schemas (`schemas.py`): what crosses files, and the wording.

Curators read what these checks say, so they say it in Indonesian.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kram.errors import ContentError, Fault
from kram.knowledge.references import table_references, unknown
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
    faults += table_references(folder, base, {*base.names, *contexts})
    faults += _person_references(folder, files, base, populations)
    faults += [
        fault(folder / name, at, expected)
        for name, at, text, gaps in _other_texts(folder, files)
        for expected in wording.text(text, gaps=gaps)
    ]
    if faults:
        raise ContentError(faults)


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
    yield from unknown(path, ["contexts"], raw.get("contexts") or (), contexts, "contexts.yml")
    yield from unknown(path, ["findings"], raw.get("findings") or (), base.names, "findings.yml")
    yield from unknown(path, ["populations"], raw.get("populations") or (), populations, "populations.yml")
    yield from unknown(path, ["remedies"], raw.get("remedies") or (), base.remedies, "remedies.yml")
    yield from unknown(path, ["only_if"], raw.get("only_if") or (), base.names, "findings.yml atau populations.yml")
    yield from unknown(path, ["related"], raw.get("related") or (), base.entries, "entries")
    told = {*base.names, *contexts}
    for at, item in _items(raw):
        yield from unknown(path, [*at, "evidence"], item.get("evidence") or (), base.evidence, "evidence.yml")
        yield from unknown(path, [*at, "facts"], item.get("facts") or (), base.facts, "facts.yml")
        yield from unknown(path, [*at, "remedies"], item.get("remedies") or (), base.remedies, "remedies.yml")
        for key in ("only_if", "skip_if"):
            yield from unknown(
                path, [*at, key], item.get(key) or (), told, "contexts.yml, findings.yml, atau populations.yml"
            )
        yield from unknown(
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
        yield from unknown(path, ["evidence", key, "sources"], evidence.sources, base.sources, "sources.yml")
    path = folder / "sources" / "facts.yml"
    for key, fact in base.facts.items():
        yield from unknown(path, ["facts", key, "sources"], fact.sources, base.sources, "sources.yml")
    path = folder / "emergency.yml"
    for name, number in files[path].items():
        yield from unknown(path, [name, "evidence"], number["evidence"], base.evidence, "evidence.yml")
    path = folder / "triage" / "rules.yml"
    for index, rule in enumerate(base.triage.rules):
        yield from unknown(path, ["aturan", index, "evidence"], rule.evidence, base.evidence, "evidence.yml")
    for index, special in enumerate(base.triage.specials):
        yield from unknown(path, ["khusus", index, "evidence"], special.evidence, base.evidence, "evidence.yml")
    path = folder / "remedies.yml"
    for remedy in base.remedies.values():
        at: _At = ["remedi", remedy.id, "umum"]
        known = {*base.evidence, *base.facts}
        yield from unknown(path, at, remedy.general.evidence, known, "evidence.yml atau facts.yml")
        for column, cell in remedy.by_population.items():
            at = ["remedi", remedy.id, "populasi", column]
            yield from unknown(path, at, [column], base.remedy_column_labels, "label_populasi")
            yield from unknown(path, at, cell.evidence, known, "evidence.yml atau facts.yml")
    path = folder / "language" / "remedies.yml"
    yield from unknown(path, [], files[path].keys(), base.remedies, "remedies.yml")


def _person_references(
    folder: Path, files: Mapping[Path, Any], base: KnowledgeBase, populations: Iterable[str]
) -> Iterator[Fault]:
    """Findings and populations that the tables name outside the conditions of their rules."""
    path = folder / "triage" / "rules.yml"
    for group, members in files[path]["kelompok"].items():
        yield from unknown(path, ["kelompok", group], members, populations, "populations.yml")
    for index, special in enumerate(base.triage.specials):
        yield from unknown(path, ["khusus", index, "populasi"], special.populations, populations, "populations.yml")
    path = folder / "triage" / "levels.yml"
    where = "findings.yml atau populations.yml"
    for index, question in enumerate(base.triage.questions):
        at: _At = ["pertanyaan_saring", index]
        yield from unknown(path, [*at, "untuk"], question.findings, {*base.names, _ASKS_ABOUT_PERSON}, where)
        yield from unknown(path, [*at, "bukan"], question.contrary, base.names, where)
    path = folder / "remedies.yml"
    for known, columns in base.remedy_columns.items():
        at = ["peta_populasi", known]
        yield from unknown(path, at, [known], base.names, where)
        yield from unknown(path, at, columns, base.remedy_column_labels, "label_populasi")
