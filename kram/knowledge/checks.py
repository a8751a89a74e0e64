"""The promises that content must keep: JSON Schemas first, then what crosses files.

Curators read what these checks say, so they say it in Indonesian.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft7Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from kram.errors import ContentError, Fault
from kram.knowledge.wording import Wording
from kram.knowledge.yaml_files import fault

if TYPE_CHECKING:
    from kram.knowledge.model import KnowledgeBase

_SCHEMA_OF: tuple[tuple[str, str], ...] = (
    ("entries/", "entry"),
    ("sources/sources.yml", "sources"),
    ("sources/evidence.yml", "evidence"),
    ("sources/facts.yml", "facts"),
    ("triage/rules.yml", "rules"),
    ("triage/levels.yml", "levels"),
    ("remedies.yml", "remedies"),
    ("emergency.yml", "emergency"),
    ("phrases.yml", "phrases"),
    ("jargon.yml", "jargon"),
    ("verdicts.yml", "verdicts"),
    ("language/findings.yml", "patterns"),
    ("language/populations.yml", "patterns"),
    ("language/contexts.yml", "patterns"),
    ("language/remedies.yml", "remedy_names"),
    ("language/search.yml", "search"),
)
_REQUIRED = tuple(name for name, _ in _SCHEMA_OF if name.endswith(".yml"))
_TYPES = {"string": "teks", "integer": "bilangan bulat", "array": "daftar", "object": "isian", "null": "kosong (null)"}
_At = list[str | int]


def check_schemas(folder: Path, files: Mapping[Path, Any]) -> None:
    """Every file against its JSON Schema.

    Raises:
        ContentError: with one fault per violation.
    """
    faults = [
        Fault(str(Path(folder.name) / name), 0, "", "berkas ini harus ada")
        for name in _REQUIRED
        if folder / name not in files
    ]
    for path, content in files.items():
        name = _schema_name(path.relative_to(folder).as_posix())
        if name is None:
            continue
        plain = json.loads(json.dumps(content, default=str))
        for error in _validator(folder / "schema" / f"{name}.schema.json").iter_errors(plain):
            faults.append(fault(path, list(error.absolute_path), _expectation(error)))
    if faults:
        raise ContentError(faults)


def _schema_name(relative: str) -> str | None:
    return next((schema for prefix, schema in _SCHEMA_OF if relative.startswith(prefix)), None)


@cache
def _validator(path: Path) -> Draft7Validator:
    return Draft7Validator(json.loads(path.read_text(encoding="utf-8")), format_checker=FormatChecker())


def _expectation(error: ValidationError) -> str:
    """What the schema wanted, in a few words, and what stood there."""
    wanted: Any = error.validator_value
    instance: Any = error.instance
    schema: Any = error.schema
    seen = json.dumps(instance, ensure_ascii=False, default=str)
    seen = seen if len(seen) <= 60 else seen[:57] + "..."
    if error.validator == "required":
        missing = [key for key in wanted if key not in instance]
        return f"harus ada bidang {', '.join(missing)}"
    if error.validator == "additionalProperties":
        allowed = sorted(schema.get("properties", {}))
        extra = sorted(set(instance) - set(allowed))
        return f"hanya bidang {', '.join(allowed)}; bukan {', '.join(extra)}"
    if error.validator == "enum":
        return f"salah satu dari {', '.join(map(str, wanted))}; bukan {seen}"
    if error.validator == "type":
        kinds = [wanted] if isinstance(wanted, str) else list(wanted)
        return f"{' atau '.join(_TYPES.get(kind, kind) for kind in kinds)}; bukan {seen}"
    if error.validator == "maxLength":
        return f"paling banyak {wanted} huruf; sekarang {len(instance)}"
    if error.validator in {"minItems", "minLength"}:
        return f"paling sedikit {wanted}; sekarang {seen}"
    if error.validator == "pattern":
        return f"teks berpola {wanted}; bukan {seen}"
    if error.validator == "anyOf" and all("required" in option for option in wanted):
        return f"harus ada bidang {' atau '.join(o['required'][0] for o in wanted)}"
    return str(error.message)


def check_cross_references(folder: Path, files: Mapping[Path, Any], base: KnowledgeBase) -> None:
    """What one file says about another, and how the patient texts are worded.

    Raises:
        ContentError: with one fault per broken promise.
    """
    wording = Wording(files[folder / "jargon.yml"], files[folder / "verdicts.yml"], base.facts)
    contexts = files[folder / "language" / "contexts.yml"].keys()
    seen: dict[str, Path] = {}
    owners: dict[str, Path] = {}
    faults: list[Fault] = []
    for path, raw in files.items():
        if folder / "entries" not in path.parents:
            continue
        faults += _names(path, raw, seen)
        faults += _aliases(path, raw, owners)
        faults += _entry_references(path, raw, contexts, base)
        faults += [fault(path, at, expected) for at, expected in wording.entry(raw)]
        seen[raw["id"]] = path
    faults += _table_references(folder, files, base)
    faults += [
        fault(folder / name, at, expected)
        for name, at, text in _other_texts(folder, files)
        for expected in wording.text(text, gaps=name == "phrases.yml")
    ]
    if faults:
        raise ContentError(faults)


def _other_texts(folder: Path, files: Mapping[Path, Any]) -> Iterator[tuple[str, _At, str]]:
    """(file, place, text) of everything else that patients read."""
    for name, text in files[folder / "phrases.yml"].items():
        yield "phrases.yml", [name], text
    rules = files[folder / "triage" / "rules.yml"]
    for index, rule in enumerate(rules["aturan"]):
        for key in ("kenapa", "katakan", "jangan"):
            yield "triage/rules.yml", ["aturan", index, key], rule[key]
    for index, special in enumerate(rules["khusus"]):
        yield "triage/rules.yml", ["khusus", index, "pesan"], special["pesan"]
    levels = files[folder / "triage" / "levels.yml"]
    for level, texts in levels["tingkat"].items():
        yield "triage/levels.yml", ["tingkat", level, "tindakan"], texts["tindakan"]
    for index, question in enumerate(levels["pertanyaan_saring"]):
        yield "triage/levels.yml", ["pertanyaan_saring", index, "tanya"], question["tanya"]
    for key in ("jaring_pengaman", "catatan_rujukan"):
        yield "triage/levels.yml", [key], levels[key]
    for remedy, raw in files[folder / "remedies.yml"]["remedi"].items():
        yield "remedies.yml", ["remedi", remedy, "umum"], raw["umum"]["alasan"]
        for column, cell in raw["populasi"].items():
            yield "remedies.yml", ["remedi", remedy, "populasi", column], cell["alasan"]


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


def _aliases(path: Path, raw: Mapping[str, Any], owners: dict[str, Path]) -> Iterator[Fault]:
    """One name, one entry: two that share a name would take turns in answering."""
    for index, alias in enumerate(raw["aliases"]):
        owner = owners.setdefault(alias.lower(), path)
        if owner is not path:
            yield fault(path, ["aliases", index], f"nama yang belum dipakai {owner.name}; bukan {alias}")


def _entry_references(
    path: Path, raw: Mapping[str, Any], contexts: Iterable[str], base: KnowledgeBase
) -> Iterator[Fault]:
    yield from _unknown(path, ["contexts"], raw.get("contexts") or (), contexts, "contexts.yml")
    yield from _unknown(path, ["populations"], raw.get("populations") or (), base.names, "populations.yml")
    yield from _unknown(path, ["remedies"], raw.get("remedies") or (), base.remedies, "remedies.yml")
    items: list[tuple[_At, Mapping[str, Any]]] = [
        (["sections", section, index], item)
        for section, items in (raw.get("sections") or {}).items()
        for index, item in enumerate(items or ())
    ]
    items += [(["points", index], point) for index, point in enumerate(raw.get("points") or ())]
    for at, item in items:
        yield from _unknown(path, [*at, "evidence"], item.get("evidence") or (), base.evidence, "evidence.yml")
        yield from _unknown(path, [*at, "facts"], item.get("facts") or (), base.facts, "facts.yml")
        yield from _unknown(path, [*at, "remedies"], item.get("remedies") or (), base.remedies, "remedies.yml")
        for key in ("only_if", "skip_if"):
            yield from _unknown(path, [*at, key], item.get(key) or (), base.names, "findings.yml atau populations.yml")


def _table_references(folder: Path, files: Mapping[Path, Any], base: KnowledgeBase) -> Iterator[Fault]:
    path = folder / "sources" / "evidence.yml"
    for key, evidence in base.evidence.items():
        yield from _unknown(path, ["evidence", key, "sources"], evidence.sources, base.sources, "sources.yml")
    path = folder / "sources" / "facts.yml"
    for key, fact in base.facts.items():
        yield from _unknown(path, ["facts", key, "sources"], fact.sources, base.sources, "sources.yml")
    path = folder / "triage" / "rules.yml"
    for index, rule in enumerate(base.triage.rules):
        yield from _unknown(path, ["aturan", index, "evidence"], rule.evidence, base.evidence, "evidence.yml")
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


def _unknown(
    path: Path, at: Sequence[str | int], wanted: Iterable[str], known: Iterable[str], where: str
) -> Iterator[Fault]:
    for name in sorted(set(wanted) - set(known)):
        yield fault(path, at, f"id dari {where}; bukan {name}")
