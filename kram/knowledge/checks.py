"""The promises that content must keep: JSON Schemas first, then what crosses files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft7Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from kram.errors import ContentError, Fault
from kram.knowledge.yaml_files import fault

if TYPE_CHECKING:
    from kram.knowledge.model import KnowledgeBase

_SCHEMA_OF: tuple[tuple[str, str], ...] = (
    ("entries/", "entry"),
    ("sources/sources.yml", "sources"),
    ("sources/evidence.yml", "evidence"),
    ("triage/rules.yml", "rules"),
    ("triage/levels.yml", "levels"),
    ("remedies.yml", "remedies"),
    ("emergency.yml", "emergency"),
    ("phrases.yml", "phrases"),
    ("language/findings.yml", "patterns"),
    ("language/populations.yml", "patterns"),
    ("language/contexts.yml", "patterns"),
    ("language/remedies.yml", "remedy_names"),
)
_REQUIRED = tuple(name for name, _ in _SCHEMA_OF if name.endswith(".yml"))
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")
_MAX_SENTENCE_WORDS = 30
_GAP = re.compile(r"\{[^{}]*\}?")
_GAPS = frozenset({"{darurat}", "{darurat_umum}"})
_EMERGENCY_NUMBER = re.compile(r"\b(?:119|112|118)\b")


def check_schemas(folder: Path, files: Mapping[Path, Any]) -> None:
    """Every file against its JSON Schema.

    Raises:
        ContentError: with one fault per violation.
    """
    faults = [
        Fault(str(Path(folder.name) / name), 0, "", "file is missing")
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
        return f"the fields {', '.join(missing)}"
    if error.validator == "additionalProperties":
        allowed = sorted(schema.get("properties", {}))
        extra = sorted(set(instance) - set(allowed))
        return f"only the fields {', '.join(allowed)}, not {', '.join(extra)}"
    if error.validator == "enum":
        return f"one of {', '.join(map(str, wanted))}, not {seen}"
    if error.validator == "type":
        return f"{wanted}, not {seen}"
    if error.validator == "maxLength":
        return f"at most {wanted} characters, not {len(instance)}"
    if error.validator in {"minItems", "minLength"}:
        return f"at least {wanted}, not {seen}"
    if error.validator == "pattern":
        return f"text like {wanted}, not {seen}"
    return str(error.message)


def check_cross_references(folder: Path, files: Mapping[Path, Any], base: KnowledgeBase) -> None:
    """What one file says about another.

    Raises:
        ContentError: with one fault per broken promise.
    """
    faults: list[Fault] = []
    seen: dict[str, Path] = {}
    known_contexts = files[folder / "language" / "contexts.yml"].keys()
    for path, raw in files.items():
        if folder / "entries" not in path.parents:
            continue
        if raw["id"] != path.stem:
            faults.append(fault(path, ["id"], f"the name of the file, {path.stem}"))
        if raw["kind"] != path.parent.name:
            faults.append(fault(path, ["kind"], f"the name of the folder, {path.parent.name}"))
        if raw["id"] in seen:
            faults.append(fault(path, ["id"], f"an id that {seen[raw['id']].name} does not use"))
        seen[raw["id"]] = path
        faults += _unknown(path, ["contexts"], raw["contexts"], known_contexts, "contexts.yml")
        faults += _unknown(path, ["populations"], raw["populations"], base.names, "populations.yml")
        faults += _unknown(path, ["remedies"], raw.get("remedies") or (), base.remedies, "remedies.yml")
        for section, items in raw["sections"].items():
            for index, item in enumerate(items or ()):
                at: list[str | int] = ["sections", section, index]
                faults += _unknown(path, [*at, "evidence"], item["evidence"], base.evidence, "evidence.yml")
                faults += _unknown(path, [*at, "remedies"], item.get("remedies") or (), base.remedies, "remedies.yml")
                for key in ("only_if", "skip_if"):
                    faults += _unknown(path, [*at, key], item.get(key) or (), base.names, "findings or populations")
                faults += _plain_language(path, [*at, "text"], item["text"])
        for need, text in raw["lead"].items():
            faults += _plain_language(path, ["lead", need], text)
    evidence_path = folder / "sources" / "evidence.yml"
    for key, fact in base.evidence.items():
        faults += _unknown(evidence_path, ["evidence", key, "sources"], fact.sources, base.sources, "sources.yml")
    rules_path = folder / "triage" / "rules.yml"
    for index, rule in enumerate(base.triage.rules):
        faults += _unknown(rules_path, ["aturan", index, "evidence"], rule.evidence, base.evidence, "evidence.yml")
    remedies_path = folder / "remedies.yml"
    for remedy in base.remedies.values():
        at = ["remedi", remedy.id, "umum"]
        faults += _unknown(remedies_path, at, remedy.general.evidence, base.evidence, "evidence.yml")
        for column, cell in remedy.by_population.items():
            at = ["remedi", remedy.id, "populasi", column]
            faults += _unknown(remedies_path, at, [column], base.remedy_column_labels, "label_populasi")
            faults += _unknown(remedies_path, at, cell.evidence, base.evidence, "evidence.yml")
    language_remedies = folder / "language" / "remedies.yml"
    faults += _unknown(language_remedies, [], files[language_remedies].keys(), base.remedies, "remedies.yml")
    if faults:
        raise ContentError(faults)


def _unknown(
    path: Path, at: Sequence[str | int], wanted: Iterable[str], known: Iterable[str], where: str
) -> list[Fault]:
    missing = sorted(set(wanted) - set(known))
    return [fault(path, at, f"ids of {where}, not {name}") for name in missing]


def _plain_language(path: Path, at: Sequence[str | int], text: str) -> list[Fault]:
    """Sentences of at most 30 words; emergency numbers only from ``emergency.yml``."""
    faults = []
    for sentence in _SENTENCE.findall(text):
        words = len(sentence.split())
        if words > _MAX_SENTENCE_WORDS:
            faults.append(fault(path, at, f"sentences of at most {_MAX_SENTENCE_WORDS} words, not {words}"))
    for gap in _GAP.findall(text):
        if gap not in _GAPS:
            faults.append(fault(path, at, f"only the gaps {', '.join(sorted(_GAPS))}, not {gap}"))
    if _EMERGENCY_NUMBER.search(text):
        faults.append(fault(path, at, "{darurat} or {darurat_umum} instead of a number"))
    return faults
