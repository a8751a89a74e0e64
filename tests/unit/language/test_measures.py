"""Values of the laboratory are findings: what was told stays known, and a better value takes it back."""

import pytest

from kram.dialogue.deciding import read_alone
from kram.language.model import SELF, Kind
from kram.triage.model import Level


def findings(reader, text: str) -> dict[str, bool]:
    """Findings of a value that a message tells -> whether it holds now."""
    mentions = reader.read(text).mentions
    return {m.value: m.asserted for m in mentions if m.kind is Kind.FINDING and m.value.startswith("hasil_")}


@pytest.mark.parametrize(
    ("text", "value", "level"),
    [
        ("kalium saya 2,8 dok", "hasil_kalium_bahaya", Level.SEGERA),
        ("hasil lab: kalium = 2.1", "hasil_kalium_gawat", Level.DARURAT),
        ("kaliumnya 6,4 kata perawat", "hasil_kalium_gawat", Level.DARURAT),
        ("potasium 5,5 mmol", "hasil_kalium_bahaya", Level.SEGERA),
        ("natrium cuma 124", "hasil_natrium_bahaya", Level.SEGERA),
        ("hb saya 6,9 dan kaki kram", "hasil_hb_bahaya", Level.SEGERA),
        ("CK 1450 habis lomba lari", "hasil_ck_bahaya", Level.SEGERA),
        ("enzim otot saya 12000", "hasil_ck_gawat", Level.DARURAT),
    ],
)
def test_a_dangerous_value_is_a_finding_with_its_level(base, real_reader, text, value, level):
    assert [told for told, holds in findings(real_reader, text).items() if holds] == [value]
    assert read_alone(base.triage, real_reader.read(text).mentions).level is level


@pytest.mark.parametrize(
    "text",
    [
        "kalium saya 3,9",
        "minum kalium 2 tablet sehari",
        "kalium normal, gula 2 sendok",
        "Hb 11,2 kaki kram",
        "natrium 138",
        "kalau kalium 2,2 bahaya tidak?",
        "dulu kalium pernah 2,4 dan dirawat",
    ],
)
def test_what_is_in_range_or_a_dose_or_supposed_or_long_ago_is_none(real_reader, text):
    assert not any(findings(real_reader, text).values())


def test_a_better_value_takes_the_worse_one_back(real_reader):
    assert findings(real_reader, "tadi dicek ulang, kaliumnya 4,1") == {
        "hasil_kalium_gawat": False,
        "hasil_kalium_bahaya": False,
    }


def test_the_value_belongs_to_whom_it_is_told_of(real_reader):
    [mention] = [m for m in real_reader.read("kalium ibu saya 2,2").mentions if m.value == "hasil_kalium_gawat"]

    assert mention.experiencer == "ibu" != SELF


def test_every_dangerous_range_of_the_table_has_a_rule(base):
    named = {value.finding for thing in base.things.known for value in thing.values if value.finding}
    urgent = {f for rule in base.triage.rules if rule.level.urgent for f in rule.any_of}

    assert {f for f in named if not f.endswith("_aman")} <= urgent
