"""Loading the decision table: what is wrong in it is told with file, line and field."""

from __future__ import annotations

import shutil

import pytest

from kram.errors import ContentError
from kram.knowledge.yaml_files import read_yaml
from kram.paths import KNOWLEDGE
from kram.triage.model import Level
from kram.triage.table import load_table
from tests.unit.builders import edit, line_with, write_knowledge

_FINDINGS = frozenset({"sesak", "kram"})
_POPULATIONS = frozenset({"hamil"})
_NUMBERS = {"darurat": "119", "darurat_umum": "112"}


@pytest.fixture
def folder(tmp_path):
    """The triage folder of a small knowledge."""
    return write_knowledge(tmp_path / "knowledge") / "triage"


def load(folder):
    return load_table(folder, _FINDINGS, _POPULATIONS, _NUMBERS)


def faults(folder):
    with pytest.raises(ContentError) as error:
        load(folder)
    return error.value.faults


def test_rules_are_loaded_with_groups_replaced_and_numbers_filled_in(folder):
    urgent, mild = load(folder).rules

    assert (urgent.level, urgent.any_of, urgent.say) == (Level.DARURAT, {"sesak"}, "Telepon 119.")
    assert (mild.level, mild.all_of, mild.populations) == (Level.MANDIRI, {"kram"}, {"hamil"})


def test_levels_questions_and_words_for_yes_and_no_are_loaded(folder):
    loaded = load(folder)

    assert loaded.levels[Level.DARURAT].action == "Telepon 119."
    assert [(q.id, q.findings) for q in loaded.questions] == [("Q1", ("sesak",))]
    assert (loaded.yes_words, loaded.no_words, loaded.unsure_words) == ({"ya"}, {"tidak"}, {"ragu"})


def test_an_unknown_finding_is_told_with_file_line_and_field(folder):
    path = edit(folder / "rules.yml", "salah_satu: [sesak]", "salah_satu: [sesak, sesek]")

    (fault,) = faults(folder)

    assert (fault.file, fault.line, fault.field) == (str(path), line_with(path, "id: R01"), "aturan[0]")
    assert "sesek" in fault.expected


@pytest.mark.parametrize("key", ["populasi", "bukan"])
def test_an_unknown_population_is_told_with_file_line_and_field(folder, key):
    path = edit(folder / "rules.yml", "populasi: [$semua_hamil]", f"{key}: [hamill]")

    (fault,) = faults(folder)

    assert (fault.file, fault.line, fault.field) == (str(path), line_with(path, "id: M01"), "aturan[1]")
    assert "hamill" in fault.expected


def test_an_unknown_group_is_told_with_file_line_and_field(folder):
    path = edit(folder / "rules.yml", "populasi: [$semua_hamil]", "populasi: [$semua_bumil]")

    (fault,) = faults(folder)

    assert (fault.file, fault.line, fault.field) == (str(path), line_with(path, "id: M01"), "aturan[1]")


def test_a_rule_without_conditions_is_told(folder):
    edit(folder / "rules.yml", "    salah_satu: [sesak]\n", "")

    (fault,) = faults(folder)

    assert fault.field == "aturan[0]"


def test_an_unknown_gap_in_a_sentence_is_told_when_loading(folder):
    edit(folder / "rules.yml", "Telepon {darurat}.", "Telepon {ambulans}.")

    (fault,) = faults(folder)

    assert "ambulans" in fault.expected


def test_all_faults_are_told_at_once(folder):
    edit(folder / "rules.yml", "salah_satu: [sesak]", "salah_satu: [sesek]")
    edit(folder / "rules.yml", "semua: [kram]", "semua: [keram]")

    assert [fault.field for fault in faults(folder)] == ["aturan[0]", "aturan[1]"]


@pytest.fixture(scope="module")
def real_ids():
    """Ids that the real rules may name."""
    return [frozenset(read_yaml(KNOWLEDGE / "language" / name)) for name in ("findings.yml", "populations.yml")]


@pytest.fixture
def real_copy(tmp_path):
    """A copy of the real ``knowledge/triage``."""
    return shutil.copytree(KNOWLEDGE / "triage", tmp_path / "triage")


def test_the_real_table_names_only_what_exists(real_copy, real_ids):
    loaded = load_table(real_copy, *real_ids, _NUMBERS)

    assert len(loaded.rules) > 50


def test_a_finding_that_is_taken_away_is_told_for_every_rule_that_needs_it(real_copy, real_ids):
    findings, populations = real_ids
    needing = [row for row in read_yaml(real_copy / "rules.yml")["aturan"] if "sesak_napas" in str(row)]

    with pytest.raises(ContentError) as error:
        load_table(real_copy, findings - {"sesak_napas"}, populations, _NUMBERS)

    assert len(error.value.faults) == len(needing) > 0
    assert all(fault.line > 0 and "sesak_napas" in fault.expected for fault in error.value.faults)


def test_every_question_asks_about_something_that_exists(base):
    asked = {finding for question in base.triage.questions[:4] for finding in question.findings}

    assert asked <= base.names.keys()
