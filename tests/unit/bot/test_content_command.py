"""The content step of ``make check``: one line per fault of the knowledge and of the training data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.cli.content import main
from kram.errors import Fault
from kram.knowledge.model import Fact

_OF_DATA = Fault("data/nlu/sapaan.yml", 3, "sapaan", "contoh yang belum ada")


@pytest.fixture
def content(monkeypatch, capsys):
    """Runs the step over this knowledge and these faults of the data: its exit status and its lines."""

    def run(base, *of_data):
        monkeypatch.setattr("bot.cli.content.load_knowledge", lambda: base)
        monkeypatch.setattr("bot.cli.content.build_reader", lambda _: None)
        monkeypatch.setattr("bot.cli.content.check_data", lambda _: list(of_data))
        return main(), capsys.readouterr().err.splitlines()

    return run


def test_content_without_a_fault_says_nothing(base, content):
    assert content(base) == (0, [])


def test_a_fact_that_no_entry_tells_fails_beside_the_faults_of_the_data(base, content):
    lost = Fact("F999", "Kram di bulan.", ("ART-ILIVE",), ("bulan",))

    status, told = content(replace(base, facts={**base.facts, "F999": lost}), _OF_DATA)

    assert status == 1
    assert [line.partition(": ")[2] for line in told] == [
        "facts.F999: paling sedikit satu entri yang menyampaikannya",
        "sapaan: contoh yang belum ada",
    ]
