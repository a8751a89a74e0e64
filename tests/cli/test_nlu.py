"""``./redakram nlu`` as a trainer uses it: on the real files, with the real model."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kram.paths import ROOT
from kram.training.examples import read_examples


def nlu(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, "-m", "bot.cli", "nlu", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture
def unchanged():
    """The training files, put back as they were."""
    kept = {path: path.read_bytes() for path in (ROOT / "data" / "nlu").glob("*.yml")}
    yield kept
    for path, content in kept.items():
        path.write_bytes(content)


def test_the_examples_of_the_project_have_no_fault():
    done = nlu("check")

    assert done.returncode == 0, done.stderr
    assert "0 kesalahan" in done.stdout


def test_an_example_is_added_and_its_place_is_told(unchanged):
    done = nlu("add", "--intent", "tanya_penyebab", "kunaon bitis abdi sok peureus unggal janari")

    added = [e for e in read_examples() if e.text == "kunaon bitis abdi sok peureus unggal janari"]
    assert done.returncode == 0, done.stderr
    assert [example.intent for example in added] == ["tanya_penyebab"]
    assert added[0].place in done.stdout


def test_an_example_of_another_intent_is_refused_and_the_files_stay(unchanged):
    other = next(e for e in read_examples() if e.intent == "terima_kasih")

    done = nlu("add", "--intent", "tanya_penyebab", other.text)

    assert done.returncode == 1
    assert "pilih satu intent" in done.stderr
    assert {path: path.read_bytes() for path in unchanged} == unchanged


def test_an_intent_that_does_not_exist_is_told_with_the_known_ones(unchanged):
    done = nlu("add", "--intent", "tanya_sebab", "kenapa kram")

    assert done.returncode == 1
    assert "tanya_penyebab" in done.stderr


def test_a_message_is_explained_with_words_findings_intents_points_and_examples():
    done = nlu("explain", "dok knp betis ibu sy keram tiap mlm, sesak sih enggak")

    assert done.returncode == 0, done.stderr
    for part in (
        "keram -> kram",
        "tentang: ibu",
        "sesak_napas",
        "disangkal",
        "tanya_penyebab",
        "contoh latihan terdekat",
    ):
        assert part in done.stdout
