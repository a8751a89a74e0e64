"""`./redakram knowledge`, as curators call it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from bot.cli.__main__ import main
from kram.errors import ContentError, Fault
from kram.knowledge.base import load_knowledge
from kram.knowledge.model import Evidence, Fact, Review
from tests.unit.builders import ENTRY, edit, write_knowledge

_TODAY = date(2026, 3, 10)


@pytest.fixture
def knowledge(monkeypatch):
    """Makes the command read this knowledge, on `_TODAY`, without the second that building a reader takes."""

    def use(base):
        monkeypatch.setattr("bot.cli.knowledge.load_knowledge", lambda: base)
        monkeypatch.setattr("bot.cli.knowledge.build_reader", lambda _: None)
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
        f"aturan triase, {len(base.remedies)} remedi, 320 fakta dan {len(base.evidence)} bukti "
        f"dari {len(base.sources)} sumber; "
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


def test_the_real_content_has_no_fault(base, command):
    status, out, _ = command("check")

    assert status == 0
    assert out[0].startswith(f"pengetahuan {base.version}: ")


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


def test_a_language_file_that_no_reader_can_be_built_from_is_told(base, monkeypatch, knowledge, command):
    def broken(_):
        raise ContentError([Fault("knowledge/language/findings.yml", 3, "sesak", "frasa atau pola")])

    knowledge(base)
    monkeypatch.setattr("bot.cli.knowledge.build_reader", broken)

    status, out, err = command("check")

    assert (status, out) == (1, [])
    assert err == ["knowledge/language/findings.yml:3: sesak: frasa atau pola", "1 kesalahan"]


def test_a_fact_and_evidence_that_no_entry_tells_are_faults_of_check_too(base, knowledge, command):
    lost = Fact("F999", "Kram di bulan.", ("ART-ILIVE",), ("bulan",))
    unused = Evidence("CE999", "Kram di bulan.", ("NHS-CRAMP",), "B")
    knowledge(replace(base, facts={**base.facts, "F999": lost}, evidence={**base.evidence, "CE999": unused}))

    status, out, err = command("check")

    assert (status, out) == (1, [])
    assert [line.split(": ", 1)[1] for line in err[:-1]] == [
        "facts.F999: paling sedikit satu entri yang menyampaikannya",
        "evidence.CE999: paling sedikit satu entri yang memakainya",
    ]
    assert [line.split(":")[0] for line in err] == [
        "knowledge/sources/facts.yml",
        "knowledge/sources/evidence.yml",
        "2 kesalahan",
    ]


# --- coverage ----------------------------------------------------------------------------------------------


def test_coverage_tells_the_sums(base, knowledge, command):
    knowledge(base)

    status, out, err = command("coverage")

    entries = len(base.entries)
    assert (status, err) == (0, [])
    assert out == [
        "fakta artikel: 320/320",
        f"bukti medis: {len(base.evidence)}/{len(base.evidence)}",
        f"entri bersumber: {entries}/{entries}",
    ]


def test_coverage_of_everything_has_one_line_for_each_fact_and_each_piece_of_evidence(base, knowledge, command):
    knowledge(base)

    status, out, err = command("coverage", "--all")

    assert (status, err) == (0, [])
    assert [line.partition(":")[0] for line in out[:-3]] == [*base.facts, *base.evidence]
    assert "F310: kina" in out
    assert out[-3:-1] == ["fakta artikel: 320/320", f"bukti medis: {len(base.evidence)}/{len(base.evidence)}"]


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
def small(tmp_path):
    """A small knowledge that is complete."""
    return load_knowledge(write_knowledge(tmp_path / "knowledge"))


def test_an_entry_is_shown_with_all_that_it_rests_on(small, knowledge, command):
    knowledge(small)

    status, out, err = command("show", "pijat")

    assert (status, err) == (0, [])
    assert out == [
        "Pijat kaki  [topik/pijat]",
        "putusan: Didukung; bukti B",
        "belum ditinjau dokter; tinjau sebelum 2027-05-21",
        "nama lain: pijat, urut, pijat kaki",
        "",
        "[umum] Usap pelan boleh.",
        "",
        "sekarang:",
        "  - Usap betis pelan.  (CE02; bukti B; tidak bila sesak)",
        "",
        "dokter:",
        "  - Sesak napas? Telepon {darurat}.  (CE01; bukti B)",
        "",
        "pertanyaan dan jawaban:",
        "  boleh: apakah kaki boleh dipijat",
        "    > Pijat pelan mungkin nyaman, tetapi belum terbukti.  (CE02; bukti C; belum_pasti)",
        "",
        "sumber:",
        "  NHS: Kram, NHS, 2020",
    ]


def test_a_blank_line_stands_before_every_point_and_every_block(base, knowledge, command):
    entry = base.entry("varises")
    knowledge(base)

    _, out, _ = command("show", "varises")

    starts = [f"  {point.id}: " for point in entry.points[1:]] + [
        "belum pasti: ",
        "sumber:",
        "pertanyaan dan",
        "dokter:",
    ]
    before = [out[number - 1] for start in starts for number, line in enumerate(out) if line.startswith(start)]
    assert before == [""] * len(starts)
    assert "\n\n\n" not in "\n".join(out)


def test_a_point_is_shown_with_its_facts_and_the_articles_behind_them(small, knowledge, command):
    knowledge(small)

    _, out, _ = command("show", "kram-umum")

    assert "    > Kram kaki biasanya beberapa menit.  (CE01, F001; bukti B; didukung)" in out
    assert out[-2:] == ["  NHS: Kram, NHS, 2020", "  ART-SATU: Artikel, Satu, 2024"]


def test_an_entry_that_was_reviewed_names_the_reviewer(small, knowledge, command):
    review = Review("dr. Ani", date(2026, 1, 2), date(2028, 1, 2))
    knowledge(replace(small, entries={"pijat": replace(small.entry("pijat"), review=review)}))

    _, out, _ = command("show", "pijat")

    assert out[2] == "ditinjau dr. Ani; tinjau sebelum 2028-01-02"


def test_an_instruction_for_some_people_only_is_shown_with_them(tmp_path, knowledge, command):
    folder = write_knowledge(tmp_path / "knowledge")
    edit(folder / ENTRY, "skip_if: [sesak]", "only_if: [sesak, kram, hamil]")
    knowledge(load_knowledge(folder))

    _, out, _ = command("show", "pijat")

    assert "  - Usap betis pelan.  (CE02; bukti B; bila hamil, kram, sesak)" in out


def test_a_real_entry_is_shown_with_every_text_and_every_source(base, knowledge, command):
    entry = base.entry("kina")
    texts = [*entry.lead.values(), *(item.text for items in entry.sections.values() for item in items)]
    texts += [text for point in entry.points for text in (point.id, point.ask[0], point.text)]
    knowledge(base)

    status, out, err = command("show", "kina")

    one_line = " ".join(" ".join(out).split())
    listed = [line.strip().partition(":")[0] for line in out[out.index("sumber:") + 1 :]]
    assert (status, err) == (0, [])
    assert [text for text in [*texts, entry.uncertain] if text not in one_line] == []
    assert listed == list(base.sources_of((*entry.evidence, *entry.facts)))


def test_the_lines_of_texts_are_at_most_a_hundred_characters(base, knowledge, command):
    knowledge(base)

    _, out, _ = command("show", "kina")

    texts = out[: out.index("sumber:")]
    assert 90 < max(len(line) for line in texts) <= 100


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        pytest.param("jaeh", "jahe", id="a slip"),
        pytest.param("pijat", "pijat-urut, alat-pijat", id="half an id"),
        pytest.param("Wedang Jahe", "jahe", id="another name"),
    ],
)
def test_an_unknown_id_is_told_with_the_ids_that_are_near(base, knowledge, command, typed, near):
    knowledge(base)

    status, out, err = command("show", typed)

    assert (status, out) == (1, [])
    assert err == [f"tidak ada entri dengan id '{typed}'; mungkin maksudnya: {near}"]


def test_an_id_that_is_like_no_other_is_told_with_where_ids_stand(base, knowledge, command):
    knowledge(base)

    status, out, err = command("show", "zzzzzz")

    assert (status, out) == (1, [])
    assert err == ["tidak ada entri dengan id 'zzzzzz'; id sama dengan nama berkas di knowledge/entries"]


@pytest.mark.parametrize("arguments", [[], ["hapus"], ["show"]], ids=["nothing", "another action", "no id"])
def test_a_call_that_makes_no_sense_ends_with_the_usage(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(["knowledge", *arguments])

    assert ended.value.code == 2
    assert "usage: ./redakram knowledge" in capsys.readouterr().err
