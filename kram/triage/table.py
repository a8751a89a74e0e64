"""Loading the decision table from ``knowledge/triage``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kram.errors import ContentError, Fault
from kram.knowledge.yaml_files import fault, read_yaml
from kram.triage.model import Level, LevelText, Question, Rule, Special, Table


def load_table(
    folder: Path, findings: frozenset[str], populations: frozenset[str], numbers: Mapping[str, str]
) -> Table:
    """Read ``rules.yml`` and ``levels.yml`` and check every id in them.

    Args:
        folder: ``knowledge/triage``.
        findings: ids of findings that exist.
        populations: ids of populations that exist.
        numbers: emergency numbers for ``{darurat}`` and ``{darurat_umum}``.

    Raises:
        ContentError: a rule names something that does not exist or has no condition.
    """
    rules_path, levels_path = folder / "rules.yml", folder / "levels.yml"
    raw, levels = read_yaml(rules_path), read_yaml(levels_path)
    groups: dict[str, list[str]] = raw["kelompok"]
    faults: list[Fault] = []
    rules = []
    for index, row in enumerate(raw["aturan"]):
        at: list[str | int] = ["aturan", index]
        pool = row.get("dari") or {"jumlah": 0, "temuan": []}
        named = [*row.get("semua", ()), *row.get("salah_satu", ()), *pool["temuan"]]
        people = _people(row.get("populasi", ()), groups)
        unless = _people(row.get("bukan", ()), groups)
        if not named:
            faults.append(fault(rules_path, at, "at least one of semua, salah_satu, dari"))
        for unknown in sorted(set(named) - findings):
            faults.append(fault(rules_path, at, f"findings of findings.yml, not {unknown}"))
        for unknown in sorted((people | unless) - populations):
            faults.append(fault(rules_path, at, f"populations of populations.yml, not {unknown}"))
        rules.append(
            Rule(
                id=row["id"],
                name=row["nama"],
                level=Level(row["tingkat"]),
                action=row["aksi"],
                order=row["urut"],
                why=row["kenapa"],
                say=row["katakan"].format(**numbers),
                avoid=row["jangan"].format(**numbers),
                evidence=tuple(row["evidence"]),
                all_of=frozenset(row.get("semua", ())),
                any_of=frozenset(row.get("salah_satu", ())),
                at_least=(pool["jumlah"], frozenset(pool["temuan"])),
                populations=people,
                unless=unless,
            )
        )
    if faults:
        raise ContentError(faults)
    return Table(
        rules=tuple(rules),
        levels={Level(k): LevelText(v["judul"], v["tindakan"].format(**numbers)) for k, v in levels["tingkat"].items()},
        questions=tuple(
            Question(q["id"], q["tanya"], tuple(q["untuk"]), q["sebutan"]) for q in levels["pertanyaan_saring"]
        ),
        specials=tuple(
            Special(frozenset(s["populasi"]), s["pesan"].format(**numbers), tuple(s["evidence"])) for s in raw["khusus"]
        ),
        safety_net=levels["jaring_pengaman"].format(**numbers),
        referral_note=levels["catatan_rujukan"].format(**numbers),
        yes_words=frozenset(levels["jawaban"]["ya"]),
        no_words=frozenset(levels["jawaban"]["tidak"]),
        unsure_words=frozenset(levels["jawaban"]["ragu"]),
    )


def _people(names: Any, groups: Mapping[str, list[str]]) -> frozenset[str]:
    """Population ids with ``$groups`` replaced by their members."""
    out: set[str] = set()
    for name in names:
        out.update(groups[name[1:]] if name.startswith("$") else [name])
    return frozenset(out)
