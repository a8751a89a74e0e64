"""Every content file against its JSON Schema; what it wanted is said in Indonesian, for curators."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from kram.errors import ContentError, Fault
from kram.knowledge.yaml_files import fault

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
    ("elsewhere.yml", "elsewhere"),
    ("jargon.yml", "jargon"),
    ("verdicts.yml", "verdicts"),
    ("language/findings.yml", "patterns"),
    ("language/populations.yml", "patterns"),
    ("language/contexts.yml", "patterns"),
    ("language/remedies.yml", "remedy_names"),
    ("language/search.yml", "search"),
    ("language/jenis_tanya.yml", "jenis_tanya"),
    ("language/dialogue.yml", "dialogue"),
    ("language/dugaan.yml", "dugaan"),
    ("language/keluhan.yml", "keluhan"),
    ("language/orang.yml", "orang"),
    ("language/kegiatan.yml", "kegiatan"),
    ("language/susulan.yml", "susulan"),
    ("language/berperan.yml", "berperan"),
    ("language/obat.yml", "obat"),
    ("language/perihal.yml", "perihal"),
    ("language/cerita.yml", "cerita"),
    ("language/outside.yml", "outside"),
)
_REQUIRED = tuple(name for name, _ in _SCHEMA_OF if name.endswith(".yml"))
_TYPES = {"string": "teks", "integer": "bilangan bulat", "array": "daftar", "object": "isian", "null": "kosong (null)"}
_FORMATS = {"date": "tanggal yang ada, tahun-bulan-hari", "regex": "pola yang benar"}


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
        schema = (folder / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
        for error in _validator(schema).iter_errors(plain):
            faults.append(fault(path, list(error.absolute_path), _expectation(error)))
    if faults:
        # Each missing field is an error of its own, but one line names them all.
        raise ContentError(list(dict.fromkeys(faults)))


def _schema_name(relative: str) -> str | None:
    return next((schema for prefix, schema in _SCHEMA_OF if relative.startswith(prefix)), None)


# Kept by content, not by path: a schema may change while the program runs.
@cache
def _validator(schema: str) -> Draft7Validator:
    return Draft7Validator(json.loads(schema), format_checker=FormatChecker())


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
    if error.validator in {"minimum", "maximum"}:
        return f"paling {'sedikit' if error.validator == 'minimum' else 'banyak'} {wanted}; bukan {seen}"
    if error.validator == "uniqueItems":
        return f"daftar tanpa isi kembar; sekarang {seen}"
    if error.validator == "format":
        return f"{_FORMATS.get(wanted, wanted)}; bukan {seen}"
    if error.validator == "anyOf" and all("required" in option for option in wanted):
        return f"harus ada bidang {' atau '.join(o['required'][0] for o in wanted)} yang tidak kosong"
    return str(error.message)
