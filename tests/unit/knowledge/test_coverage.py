"""What the entries tell, and which reviews are overdue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kram.knowledge.base import load_knowledge
from kram.knowledge.coverage import coverage, lost_faults, overdue
from kram.knowledge.model import Review
from tests.unit.builders import ENTRY, SITUATION, edit, line_with, write_knowledge


@pytest.fixture
def folder(tmp_path):
    """A small knowledge that tells everything."""
    return write_knowledge(tmp_path / "knowledge")


def told(entries) -> int:
    return sum(1 for ids in entries.values() if ids)


# --- the real knowledge ------------------------------------------------------------------------------------


def test_the_real_knowledge_tells_every_fact_of_the_articles(base):
    facts = coverage(base).facts

    assert (told(facts), len(facts)) == (320, 320)


def test_the_real_knowledge_uses_all_evidence(base):
    evidence = coverage(base).evidence

    assert told(evidence) == len(evidence) >= 105


def test_nothing_of_the_real_knowledge_is_lost_and_every_entry_has_a_source(base):
    found = coverage(base)

    assert found.lost == ()
    assert found.unsourced == ()


# --- a small knowledge -------------------------------------------------------------------------------------


def test_facts_and_evidence_are_listed_with_the_entries_that_tell_them(folder):
    found = coverage(load_knowledge(folder))

    assert found.facts == {"F001": ("kram-umum",)}
    assert found.evidence == {"CE01": ("kram-umum", "leher", "pijat"), "CE02": ("pijat",)}
    assert (found.lost, found.unsourced) == ((), ())


def test_a_fact_that_no_point_tells_is_lost(folder):
    edit(folder / SITUATION, "    facts: [F001]\n", "")

    found = coverage(load_knowledge(folder))

    assert found.facts == {"F001": ()}
    assert found.lost == ("F001",)


def test_what_is_lost_is_a_fault_of_the_file_that_has_it(folder):
    edit(folder / SITUATION, "    facts: [F001]\n", "")
    edit(folder / ENTRY, 'pelan."\n      evidence: [CE02]', 'pelan."\n      evidence: [CE01]')
    edit(folder / ENTRY, "    evidence: [CE02]\n    verdict", "    evidence: [CE01]\n    verdict")
    facts, evidence = folder / "sources" / "facts.yml", folder / "sources" / "evidence.yml"

    told = lost_faults(load_knowledge(folder), folder)

    assert [(fault.file, fault.line, fault.field, fault.expected) for fault in told] == [
        (str(facts), line_with(facts, "F001"), "facts.F001", "paling sedikit satu entri yang menyampaikannya"),
        (str(evidence), line_with(evidence, "CE02"), "evidence.CE02", "paling sedikit satu entri yang memakainya"),
    ]


def test_nothing_lost_is_no_fault(folder):
    assert lost_faults(load_knowledge(folder), folder) == []


def test_evidence_that_only_a_rule_rests_on_is_lost(folder):
    edit(folder / ENTRY, 'pelan."\n      evidence: [CE02]', 'pelan."\n      evidence: [CE01]')
    edit(folder / ENTRY, "    evidence: [CE02]\n    verdict", "    evidence: [CE01]\n    verdict")

    found = coverage(load_knowledge(folder))

    assert found.lost == ("CE02",)


def test_evidence_that_only_a_point_rests_on_is_told(folder):
    edit(folder / ENTRY, 'pelan."\n      evidence: [CE02]', 'pelan."\n      evidence: [CE01]')

    found = coverage(load_knowledge(folder))

    assert found.evidence["CE02"] == ("pijat",)


def test_an_entry_that_rests_on_a_fact_alone_has_a_source(folder):
    loaded = load_knowledge(folder)
    entry = loaded.entry("kram-umum")
    points = tuple(replace(point, evidence=()) for point in entry.points)

    found = coverage(replace(loaded, entries={entry.id: replace(entry, sections={}, points=points)}))

    assert found.unsourced == ()


def test_an_entry_that_rests_on_nothing_has_no_source(folder):
    loaded = load_knowledge(folder)
    bare = replace(loaded.entry("pijat"), sections={}, points=())

    found = coverage(replace(loaded, entries={**loaded.entries, "pijat": bare}))

    assert found.unsourced == ("pijat",)


# --- reviews -----------------------------------------------------------------------------------------------

_UNTIL = date(2026, 3, 10)


@pytest.fixture
def reviewed(folder):
    """A knowledge with one review until `_UNTIL`; the others last for years."""
    edit(folder / ENTRY, "2027-05-21", _UNTIL.isoformat())
    return load_knowledge(folder)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(date(2026, 3, 9), [], id="the day before"),
        pytest.param(date(2026, 3, 10), [], id="the day itself"),
        pytest.param(date(2026, 3, 11), [(ENTRY, _UNTIL)], id="the day after"),
    ],
)
def test_a_review_is_overdue_from_the_day_after_its_last(reviewed, today, expected):
    assert overdue(reviewed, today) == expected


@pytest.mark.parametrize(
    ("reviewer", "today", "valid"),
    [
        pytest.param("dr. Ani", _UNTIL, True, id="on its last day"),
        pytest.param("dr. Ani", date(2026, 3, 11), False, id="the day after"),
        pytest.param(None, date(2026, 3, 9), False, id="nobody has reviewed"),
        pytest.param(None, date(2026, 3, 11), False, id="nobody has reviewed and the day is past"),
    ],
)
def test_a_review_counts_when_somebody_has_reviewed_and_its_last_day_is_not_past(reviewer, today, valid):
    assert Review(reviewer, None, _UNTIL).valid(today) is valid


def test_overdue_reviews_come_oldest_first_and_by_name_on_one_day(folder):
    until = {ENTRY: _UNTIL, "triage/rules.yml": date(2026, 2, 1), SITUATION: _UNTIL}
    reviews = {path: Review(None, None, day) for path, day in until.items()}

    late = overdue(replace(load_knowledge(folder), reviews=reviews), date(2026, 12, 1))

    assert late == [("triage/rules.yml", date(2026, 2, 1)), (SITUATION, _UNTIL), (ENTRY, _UNTIL)]


def test_entries_rules_and_remedies_are_reviewed(folder):
    late = overdue(load_knowledge(folder), date(2030, 1, 1))

    assert [path for path, _ in late] == [SITUATION, ENTRY, "remedies.yml", "triage/rules.yml"]
