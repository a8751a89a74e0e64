"""`./redakram knowledge`, as curators call it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from bot.cli.__main__ import main
from kram.knowledge.base import load_knowledge
from kram.knowledge.model import Fact, Review
from tests.unit.builders import ENTRY, edit, write_knowledge

_TODAY = date(2026, 3, 10)


@pytest.fixture
def knowledge(monkeypatch):
    """Makes the command read this knowledge, on `_TODAY`."""

    def use(base):
        monkeypatch.setattr("bot.cli.knowledge.load_knowledge", lambda: base)
        monkeypatch.setattr("bot.cli.knowledge.date", SimpleNamespace(today=lambda: _TODAY))

    return use


@pytest.fixture
def command(capsys):
    """Calls the command: its exit status, the lines it prints, the lines of its faults and warnings."""

    def call(*arguments: str) -> tuple[int, list[str], list[str]]:
        status = main(["knowledge", *arguments])
        told = capsys.readouterr()
        return status, told.out.splitlines(), told.err.splitlines()

    return call


# --- check -------------------------------------------------------------------------------------------------


def test_check_counts_what_is_there(base, knowledge, command):
    knowledge(replace(base, reviews={}))

    status, out, err = command("check")

    points = sum(len(entry.points) for entry in base.entries.values())
    assert (status, err) == (0, [])
    assert out == [
        f"pengetahuan {base.version}: {len(base.entries)} entri dengan {points} butir, {len(base.triage.rules)} "
        f"aturan triase, {len(base.remedies)} remedi, 320 fakta dan 105 bukti dari {len(base.sources)} sumber; "
        "tidak ada kesalahan, 0 peringatan"
    ]


def test_check_warns_of_overdue_reviews_oldest_first_without_failing(base, knowledge, command):
    reviews = {
        "remedies.yml": Review(None, None, date(2026, 3, 9)),
        "triage/rules.yml": Review(None, None, date(2025, 12, 31)),
        "entries/remedi/kina.yml": Review(None, None, _TODAY),
    }
    knowledge(replace(base, reviews=reviews))

    status, out, err = command("check")

    assert status == 0
    assert out[0].endswith("tidak ada kesalahan, 2 peringatan")
    assert err == [
        "peringatan: knowledge/triage/rules.yml: review_by: sudah lewat sejak 2025-12-31; tinjau ulang isinya",
        "peringatan: knowledge/remedies.yml: review_by: sudah lewat sejak 2026-03-09; tinjau ulang isinya",
    ]


@pytest.mark.parametrize("arguments", [("check",), ("coverage",), ("show", "pijat")], ids=lambda words: words[0])
def test_broken_content_is_told_with_one_line_per_fault_and_fails(tmp_path, monkeypatch, command, arguments):
    folder = write_knowledge(tmp_path / "knowledge")
    path = edit(folder / ENTRY, "kind: topik", "kind: topic")
    edit(path, "priority: 10", "priority: tinggi")
    monkeypatch.setattr("bot.cli.knowledge.load_knowledge", lambda: load_knowledge(folder))

    status, out, err = command(*arguments)

    assert (status, out) == (1, [])
    assert err == [
        f'{path}:2: kind: salah satu dari situasi, topik, penyebab, remedi, latihan, periksa; bukan "topic"',
        f'{path}:7: priority: bilangan bulat; bukan "tinggi"',
        "2 kesalahan",
    ]


# --- coverage ----------------------------------------------------------------------------------------------


def test_coverage_tells_the_sums(base, knowledge, command):
    knowledge(base)

    status, out, err = command("coverage")

    entries = len(base.entries)
    assert (status, err) == (0, [])
    assert out == ["fakta artikel: 320/320", "bukti medis: 105/105", f"entri bersumber: {entries}/{entries}"]


def test_coverage_of_everything_has_one_line_for_each_fact_and_each_piece_of_evidence(base, knowledge, command):
    knowledge(base)

    status, out, err = command("coverage", "--all")

    assert (status, err) == (0, [])
    assert [line.partition(":")[0] for line in out[:-3]] == [*base.facts, *base.evidence]
    assert "F310: kina" in out
    assert out[-3:-1] == ["fakta artikel: 320/320", "bukti medis: 105/105"]


def test_a_fact_that_no_entry_tells_is_named_and_fails(base, knowledge, command):
    lost = Fact("F999", "Kram di bulan.", ("ART-ILIVE",), ("bulan",))
    knowledge(replace(base, facts={**base.facts, "F999": lost}))

    status, out, err = command("coverage", "--all")

    assert status == 1
    assert "F999: -" in out
    assert "fakta artikel: 320/321" in out
    assert err == ["belum disampaikan entri mana pun: F999"]


def test_an_entry_without_sources_is_named_and_fails(base, knowledge, command):
    bare = replace(base.entry("kina"), id="polos", sections={}, points=())
    knowledge(replace(base, entries={**base.entries, "polos": bare}))

    status, out, err = command("coverage")

    assert status == 1
    assert out[-1] == f"entri bersumber: {len(base.entries)}/{len(base.entries) + 1}"
    assert err == ["tanpa sumber: polos"]


# --- show --------------------------------------------------------------------------------------------------


@pytest.fixture
def shown(base, knowledge, command):
    """What is shown of the entry about quinine."""
    knowledge(base)
    status, out, err = command("show", "kina")
    assert (status, err) == (0, [])
    return out


def test_an_entry_opens_with_its_title_its_verdict_and_its_review(shown):
    assert shown[:3] == [
        "Kina untuk kram  [remedi/kina]",
        "putusan: Tidak aman; bukti B",
        "belum ditinjau dokter; tinjau sebelum 2027-05-21",
    ]


def test_an_entry_is_shown_with_all_that_it_tells(base, shown):
    entry = base.entry("kina")
    texts = [*entry.lead.values(), *(item.text for items in entry.sections.values() for item in items)]
    texts += [text for point in entry.points for text in (point.id, point.ask[0], point.text)]

    text = " ".join(" ".join(shown).split())

    assert [told for told in texts if told not in text] == []


def test_an_instruction_is_shown_with_what_it_rests_on_and_for_whom_it_is_not(shown):
    start = next(i for i, line in enumerate(shown) if line.startswith("  - Saat kram, luruskan lutut."))

    text = " ".join(line.strip() for line in shown[start : start + 2])

    assert text.endswith("(CE11, CE12; bukti A; tidak bila bengkak_satu_kaki, bunyi_pletak, cedera, merah_hangat)")


def test_a_point_is_shown_with_its_facts_and_its_verdict(shown):
    assert any("(CE26, F311; bukti B; didukung)" in line for line in shown)


def test_an_entry_ends_with_its_sources(base, shown):
    entry = base.entry("kina")

    listed = [line.strip().partition(":")[0] for line in shown[shown.index("sumber:") + 1 :]]

    assert listed == list(base.sources_of((*entry.evidence, *entry.facts)))


def test_the_lines_of_texts_are_at_most_a_hundred_characters(shown):
    texts = shown[4 : shown.index("sumber:")]

    assert max(len(line) for line in texts) <= 100


def test_an_entry_that_was_reviewed_names_the_reviewer(base, knowledge, command):
    review = Review("dr. Ani", date(2026, 1, 2), date(2028, 1, 2))
    knowledge(replace(base, entries={**base.entries, "kina": replace(base.entry("kina"), review=review)}))

    _, out, _ = command("show", "kina")

    assert out[2] == "ditinjau dr. Ani; tinjau sebelum 2028-01-02"


def test_an_unknown_id_is_told_and_fails(base, knowledge, command):
    knowledge(base)

    status, out, err = command("show", "akupunktur")

    assert (status, out) == (1, [])
    assert len(err) == 1
    assert "'akupunktur'" in err[0]


@pytest.mark.parametrize("arguments", [[], ["hapus"], ["show"]], ids=["nothing", "another action", "no id"])
def test_a_call_that_makes_no_sense_ends_with_the_usage(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(["knowledge", *arguments])

    assert ended.value.code == 2
    assert "usage: ./redakram knowledge" in capsys.readouterr().err
