"""Loading the decision table from ``knowledge/triage``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kram.errors import ContentError, Fault
from kram.knowledge.yaml_files import fault, read_yaml
from kram.triage.model import Level, LevelText, Question, Rule, Special, Table

_GAP = re.compile(r"\{[^{}]*\}")


def load_table(
    folder: Path,
    findings: frozenset[str],
    populations: frozenset[str],
    numbers: Mapping[str, str],
    files: Mapping[Path, Any] | None = None,
) -> Table:
    """Read ``rules.yml`` and ``levels.yml`` and check every id in them.

    Args:
        folder: ``knowledge/triage``.
        findings: ids of findings that exist.
        populations: ids of populations that exist.
        numbers: emergency numbers for ``{darurat}`` and ``{darurat_umum}``.
        files: contents that were read before, by path.

    Raises:
        ContentError: a rule names something that does not exist or has no condition.
    """
    rules_path, levels_path = folder / "rules.yml", folder / "levels.yml"
    raw, levels = ((files or {}).get(path) or read_yaml(path) for path in (rules_path, levels_path))
    groups: dict[str, list[str]] = raw["kelompok"]
    faults: list[Fault] = []
    rules = []
    for index, row in enumerate(raw["aturan"]):
        at: list[str | int] = ["aturan", index]
        pool = row.get("dari") or {"jumlah": 0, "temuan": []}
        named = [*row.get("semua", ()), *row.get("salah_satu", ()), *pool["temuan"]]
        unknown_groups = [
            n for n in (*row.get("populasi", ()), *row.get("bukan", ())) if n[:1] == "$" and n[1:] not in groups
        ]
        faults += [fault(rules_path, at, f"nama di kelompok; bukan {name}") for name in unknown_groups]
        for key in ("katakan", "jangan"):
            for gap in _unknown_gaps(row[key], numbers):
                faults.append(fault(rules_path, [*at, key], f"hanya isian {_known(numbers)}; bukan {gap}"))
        people = _people(row.get("populasi", ()), groups)
        unless = _people(row.get("bukan", ()), groups)
        if not named:
            faults.append(fault(rules_path, at, "paling sedikit satu dari semua, salah_satu, dari"))
        for unknown in sorted(set(named) - findings):
            faults.append(fault(rules_path, at, f"id dari findings.yml; bukan {unknown}"))
        for unknown in sorted({*row.get("sebut", ())} - {*named} - findings - populations):
            faults.append(
                fault(rules_path, [*at, "sebut"], f"id dari findings.yml atau populations.yml; bukan {unknown}")
            )
        for unknown in sorted((people | unless) - populations):
            faults.append(fault(rules_path, at, f"id dari populations.yml; bukan {unknown}"))
        rules.append(
            Rule(
                id=row["id"],
                name=row["nama"],
                level=Level(row["tingkat"]),
                action=row["aksi"],
                order=row["urut"],
                why=row["kenapa"],
                say=_fill(row["katakan"], numbers),
                avoid=_fill(row["jangan"], numbers),
                evidence=tuple(row["evidence"]),
                all_of=frozenset(row.get("semua", ())),
                any_of=frozenset(row.get("salah_satu", ())),
                at_least=(pool["jumlah"], frozenset(pool["temuan"])),
                populations=people,
                unless=unless,
                refuses=dict(row.get("tolak", {})),
                named=tuple(row.get("sebut", ())),
            )
        )
    if faults:
        raise ContentError(faults)
    return Table(
        rules=tuple(rules),
        levels={Level(k): LevelText(v["judul"], _fill(v["tindakan"], numbers)) for k, v in levels["tingkat"].items()},
        questions=tuple(
            Question(q["id"], q["tanya"], tuple(q["untuk"]), q["sebutan"], frozenset(q.get("bukan", ())))
            for q in levels["pertanyaan_saring"]
        ),
        specials=tuple(
            Special(
                frozenset(s["populasi"]),
                _fill(s["pesan"], numbers),
                tuple(s["evidence"]),
                frozenset(s.get("hanya", ())),
            )
            for s in raw["khusus"]
        ),
        safety_net=_fill(levels["jaring_pengaman"], numbers),
        referral_note=_fill(levels["catatan_rujukan"], numbers),
        yes_words=frozenset(levels["jawaban"]["ya"]),
        no_words=frozenset(levels["jawaban"]["tidak"]),
        unsure_words=frozenset(levels["jawaban"]["ragu"]),
    )


def _fill(text: str, numbers: Mapping[str, str]) -> str:
    """Emergency numbers put into their gaps."""
    for name, number in numbers.items():
        text = text.replace("{" + name + "}", number)
    return text


def _unknown_gaps(text: str, numbers: Mapping[str, str]) -> list[str]:
    return [gap for gap in _GAP.findall(text) if gap[1:-1] not in numbers]


def _known(numbers: Mapping[str, str]) -> str:
    return ", ".join("{" + name + "}" for name in sorted(numbers))


def _people(names: Any, groups: Mapping[str, list[str]]) -> frozenset[str]:
    """Population ids with ``$groups`` replaced by their members; unknown groups are left out."""
    out: set[str] = set()
    for name in names:
        out.update(groups.get(name[1:], ()) if name.startswith("$") else [name])
    return frozenset(out)
