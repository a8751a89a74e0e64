"""`./redakram converse`, as outside tools call it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEYS = {
    "id", "text", "triage", "topics", "sources", "buttons", "intent", "confidence", "entities", "latency_ms",
}  # fmt: skip

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def rows(model: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict]:
    folder = tmp_path_factory.mktemp("converse")
    scripts = [
        {"id": "d01", "turns": ["saya hamil 8 bulan", "kaki kiri bengkak sebelah"]},
        {"id": "d02", "turns": ["kaki kiri bengkak sebelah"]},
        {"id": "d03", "turns": ["", "😀", "betis kram"]},
    ]
    (folder / "in.jsonl").write_text("\n".join(json.dumps(script) for script in scripts), encoding="utf-8")
    command = [str(ROOT / "redakram"), "converse", "--input", str(folder / "in.jsonl"), "--output", str(folder / "out")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in (folder / "out").read_text(encoding="utf-8").splitlines()]


def test_there_is_one_line_for_each_turn_with_all_that_tools_rely_on(rows: list[dict]) -> None:
    assert [row["id"] for row in rows] == ["d01#0", "d01#1", "d02#0", "d03#0", "d03#1", "d03#2"]
    assert all(set(row) == KEYS for row in rows)
    assert all(row["text"] for row in rows)


def test_a_conversation_remembers_and_the_next_one_starts_fresh(rows: list[dict]) -> None:
    by_id = {row["id"]: row for row in rows}

    assert by_id["d01#1"]["triage"] == "darurat"
    assert by_id["d02#0"]["triage"] == "segera"


@pytest.mark.parametrize(
    ("content", "expected"),
    [("{broken", "not JSON"), ('{"id": "a"}', "expected"), ('{"id": "a", "turns": [1]}', "must be text")],
)
def test_a_broken_line_is_told_with_its_number(tmp_path: Path, content: str, expected: str) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "x", "turns": ["halo"]}\n' + content, encoding="utf-8")
    command = [
        str(ROOT / "redakram"),
        "converse",
        "--input",
        str(tmp_path / "in.jsonl"),
        "--output",
        str(tmp_path / "o"),
    ]

    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)

    assert result.returncode == 1
    assert "in.jsonl:2" in result.stderr
    assert expected in result.stderr
    assert "Traceback" not in result.stderr
