"""From findings and populations to a level of urgency."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kram.triage.engine import decide
from kram.triage.model import Level
from tests.unit.builders import real_knowledge, rule, smallest_cases, table

_REAL = real_knowledge().triage
_FINDINGS = sorted({f for r in _REAL.rules for f in r.all_of | r.any_of | r.at_least[1]})
_POPULATIONS = sorted({p for r in _REAL.rules for p in r.populations | r.unless})
_some_findings = st.frozensets(st.sampled_from(_FINDINGS), max_size=8)
_some_populations = st.frozensets(st.sampled_from(_POPULATIONS), max_size=4)


def fired(*rules, findings=(), populations=()) -> list[str]:
    """Ids of the rules that fire, in the order in which they are told."""
    return [r.id for r in decide(table(*rules), findings, populations).rules]


# --- which rule speaks -------------------------------------------------------------------------------------


def test_the_highest_level_wins_whatever_the_order_of_the_rules():
    mild = rule("M01", Level.MANDIRI, order=1, any_of=frozenset({"kram"}))
    grave = rule("R01", Level.DARURAT, order=9, any_of=frozenset({"sesak"}))

    decision = decide(table(mild, grave), ["kram", "sesak"], [])

    assert decision.level is Level.DARURAT
    assert [r.id for r in decision.rules] == ["R01", "M01"]


def test_among_rules_of_one_level_the_lowest_order_speaks():
    later = rule("R01", Level.DARURAT, order=5, any_of=frozenset({"sesak"}))
    sooner = rule("R02", Level.DARURAT, order=2, any_of=frozenset({"sesak"}))

    decision = decide(table(later, sooner), ["sesak"], [])

    assert decision.lead == sooner


def test_among_rules_of_one_order_the_id_decides():
    second = rule("R02", Level.DARURAT, any_of=frozenset({"sesak"}))
    first = rule("R01", Level.DARURAT, any_of=frozenset({"sesak"}))

    assert fired(second, first, findings=["sesak"]) == ["R01", "R02"]


def test_when_no_rule_fires_there_is_no_level_and_nobody_speaks():
    decision = decide(table(rule("R01", Level.DARURAT, any_of=frozenset({"sesak"}))), ["kram"], ["hamil"])

    assert decision.level is Level.NONE
    assert decision.lead is None
    assert decision.populations == {"hamil"}


def test_a_decision_tells_the_findings_that_it_rests_on():
    grave = rule("R01", Level.DARURAT, any_of=frozenset({"sesak", "pingsan"}))

    decision = decide(table(grave), ["sesak", "pegal"], [])

    assert decision.findings == {"sesak"}


# --- conditions --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("findings", "ids"), [(["a"], []), (["b"], []), (["a", "b"], ["R01"])])
def test_all_of_needs_every_finding(findings, ids):
    assert fired(rule("R01", Level.DARURAT, all_of=frozenset({"a", "b"})), findings=findings) == ids


@pytest.mark.parametrize(("findings", "ids"), [(["a"], ["R01"]), (["b"], ["R01"]), (["c"], [])])
def test_any_of_needs_one_finding(findings, ids):
    assert fired(rule("R01", Level.DARURAT, any_of=frozenset({"a", "b"})), findings=findings) == ids


@pytest.mark.parametrize(("findings", "ids"), [(["a"], []), (["a", "c"], ["R01"]), (["a", "b", "c"], ["R01"])])
def test_at_least_needs_so_many_findings(findings, ids):
    assert fired(rule("R01", Level.DARURAT, at_least=(2, frozenset({"a", "b", "c"}))), findings=findings) == ids


@pytest.mark.parametrize(("findings", "ids"), [(["a", "b"], []), (["a", "c"], []), (["a", "b", "c"], ["R01"])])
def test_every_kind_of_condition_must_hold(findings, ids):
    demanding = rule(
        "R01", Level.DARURAT, all_of=frozenset("a"), any_of=frozenset("b"), at_least=(1, frozenset({"c", "d"}))
    )

    assert fired(demanding, findings=findings) == ids


@pytest.mark.parametrize(
    ("populations", "ids"), [([], []), (["anak"], []), (["hamil"], ["R01"]), (["nifas", "anak"], ["R01"])]
)
def test_a_rule_for_some_people_needs_one_of_them(populations, ids):
    for_some = rule("R01", Level.DARURAT, any_of=frozenset("a"), populations=frozenset({"hamil", "nifas"}))

    assert fired(for_some, findings=["a"], populations=populations) == ids


@pytest.mark.parametrize(
    ("populations", "ids"), [([], ["R01"]), (["anak"], ["R01"]), (["hamil"], []), (["hamil", "anak"], [])]
)
def test_unless_excludes_people(populations, ids):
    not_for_all = rule("R01", Level.DARURAT, any_of=frozenset("a"), unless=frozenset({"hamil"}))

    assert fired(not_for_all, findings=["a"], populations=populations) == ids


# --- the real table ----------------------------------------------------------------------------------------


@given(findings=_some_findings, more=_some_findings, populations=_some_populations)
def test_one_more_finding_never_lowers_the_level(findings, more, populations):
    before = decide(_REAL, findings, populations)

    after = decide(_REAL, findings | more, populations)

    assert after.level >= before.level


@given(findings=st.lists(st.sampled_from(_FINDINGS), max_size=8), populations=_some_populations, data=st.data())
def test_the_order_and_repetition_of_findings_do_not_matter(findings, populations, data):
    shuffled = data.draw(st.permutations(findings))

    assert decide(_REAL, shuffled + findings, populations) == decide(_REAL, findings, populations)


@given(findings=_some_findings, populations=_some_populations)
def test_the_lead_has_the_level_of_the_decision(findings, populations):
    decision = decide(_REAL, findings, populations)

    assert [r.level for r in decision.rules[:1]] == [decision.level] * bool(decision.rules)
    assert all(r.level <= decision.level for r in decision.rules)


@pytest.mark.parametrize("r", _REAL.rules, ids=lambda r: r.id)
def test_every_rule_of_the_real_table_fires_in_each_of_its_smallest_cases(r):
    cases = smallest_cases(r)

    silent = [case for case in cases if r not in decide(_REAL, *case).rules]

    assert cases != []
    assert silent == []


@pytest.mark.parametrize("r", _REAL.rules, ids=lambda r: r.id)
def test_every_rule_of_the_real_table_speaks_in_some_case(r):
    leads = [decide(_REAL, *case).lead for case in smallest_cases(r)]

    assert r in leads


def test_every_rule_of_the_real_table_has_an_id_of_its_own():
    ids = [r.id for r in _REAL.rules]

    assert sorted(set(ids)) == sorted(ids)


# --- levels ------------------------------------------------------------------------------------------------

_LADDER = [Level.NONE, Level.MANDIRI, Level.DOKTER, Level.SEGERA, Level.DARURAT]
_STEPS = list(combinations(_LADDER, 2))


@pytest.mark.parametrize(("lower", "higher"), _STEPS)
def test_levels_compare_by_urgency(lower, higher):
    assert lower < higher
    assert lower <= higher
    assert higher > lower
    assert higher >= lower
    assert not higher < lower
    assert not higher <= lower
    assert not lower > higher
    assert not lower >= higher


@pytest.mark.parametrize(("lower", "higher"), _STEPS)
def test_a_level_compares_with_its_plain_text_on_either_side(lower, higher):
    assert lower < higher.value
    assert lower.value < higher
    assert lower <= higher.value
    assert lower.value <= higher
    assert higher > lower.value
    assert higher.value > lower
    assert higher >= lower.value
    assert higher.value >= lower


@pytest.mark.parametrize("level", _LADDER)
def test_a_level_is_as_urgent_as_itself(level):
    assert level <= level.value
    assert level >= level.value
    assert not level < level.value
    assert not level > level.value


def test_a_level_does_not_compare_with_just_any_text():
    with pytest.raises(ValueError, match="sangat"):
        assert Level.DARURAT > "sangat"


def test_the_most_urgent_of_some_levels_is_the_highest():
    assert max(_LADDER) is Level.DARURAT
    assert sorted([Level.SEGERA, Level.NONE, Level.DARURAT]) == [Level.NONE, Level.SEGERA, Level.DARURAT]


@pytest.mark.parametrize(("level", "urgent"), zip(_LADDER, [False, False, False, True, True]))
def test_segera_and_darurat_take_a_turn_over(level, urgent):
    assert level.urgent is urgent
