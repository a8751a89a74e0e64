"""When something is urgent: what to do, why, what not to do. Nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kram.answers.answer import MAX_CHARACTERS, BlockKind
from kram.answers.compose import Recipient
from kram.answers.urgent import urgent_answer
from kram.triage.engine import decide
from kram.triage.model import Decision, Level
from tests.unit.builders import case_that_it_leads, real_knowledge, rule

_REAL = real_knowledge()
_URGENT = [r for r in _REAL.triage.rules if r.level.urgent]
_URGENT_FINDINGS = sorted({f for r in _URGENT for f in r.all_of | r.any_of | r.at_least[1]})
_FIRST = {"telepon_119": "119", "igd_sekarang": "IGD", "dokter_24jam": "dokter", "unit_cuci_darah": "unit cuci darah"}
_SHOWN = {BlockKind.ALERT, BlockKind.TEXT, BlockKind.WARNING, BlockKind.SOURCES}

every_urgent_rule = pytest.mark.parametrize("r", _URGENT, ids=lambda r: r.id)


def answer_to(r, **more):
    """The answer to the smallest case in which a rule speaks."""
    findings, populations = case_that_it_leads(_REAL.triage, r)
    decision = decide(_REAL.triage, findings, populations)
    return urgent_answer(_REAL, decision, Recipient("diri", populations, findings), **more)


# --- every urgent rule of the real table -------------------------------------------------------------------


@every_urgent_rule
def test_the_first_line_says_what_to_do(r):
    answer = answer_to(r)

    assert answer.blocks[0].kind is BlockKind.ALERT
    assert _FIRST[r.action] in answer.text.splitlines()[0]


@every_urgent_rule
def test_no_remedy_is_told(r):
    remedies = [i.text for e in _REAL.entries.values() for items in e.sections.values() for i in items if i.remedies]

    answer = answer_to(r)

    assert {block.kind for block in answer.blocks} <= _SHOWN
    assert [block.items for block in answer.blocks if block.items] == []
    assert [text for text in remedies if text in answer.text] == []


@every_urgent_rule
def test_what_not_to_do_is_told(r):
    answer = answer_to(r)

    (warning,) = [block.text for block in answer.blocks if block.kind is BlockKind.WARNING]
    assert warning.startswith(r.avoid.split(".")[0])


@every_urgent_rule
def test_the_reason_is_told_in_the_words_of_the_person(r):
    findings, _ = case_that_it_leads(_REAL.triage, r)

    answer = answer_to(r)

    assert any(_REAL.names[finding].spoken in answer.text for finding in findings)
    assert r.why in answer.text
    assert r.say in answer.text


@every_urgent_rule
def test_the_answer_is_short_and_complete_and_has_sources(r):
    answer = answer_to(r)

    assert len(answer.text) <= MAX_CHARACTERS
    assert "{" not in answer.text
    assert answer.sources != ()
    assert answer.level is r.level


@given(findings=st.frozensets(st.sampled_from(_URGENT_FINDINGS), min_size=1, max_size=12))
def test_even_many_dangers_at_once_fit_into_one_message(findings):
    everything = findings | {"sesak_napas"}
    decision = decide(_REAL.triage, everything, ["hamil_t3", "diabetes"])

    answer = urgent_answer(_REAL, decision, Recipient("diri", frozenset({"hamil_t3"}), everything))

    assert len(answer.text) <= MAX_CHARACTERS
    assert "119" in answer.text.splitlines()[0]


# --- how it is made ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", [Level.DOKTER, Level.MANDIRI])
def test_what_is_not_urgent_never_gets_the_urgent_answer(base, level):
    decision = Decision(level, (rule("D01", level),))

    with pytest.raises(ValueError, match=level.value):
        urgent_answer(base, decision, Recipient())


def test_without_a_rule_there_is_no_urgent_answer(base):
    with pytest.raises(ValueError, match="none"):
        urgent_answer(base, Decision(Level.NONE), Recipient())


@pytest.mark.parametrize(
    ("other", "opening"), [("telepon_119", "darurat_pembuka_119"), ("dokter_24jam", "darurat_pembuka_igd")]
)
def test_the_call_for_an_ambulance_stands_first_as_soon_as_any_rule_asks_for_it(base, other, opening):
    lead = rule("R10", Level.DARURAT, order=1, action="igd_sekarang")
    decision = Decision(Level.DARURAT, (lead, rule("R11", Level.DARURAT, order=2, action=other)))

    answer = urgent_answer(base, decision, Recipient())

    assert answer.text.startswith(base.phrases[opening])


def test_what_was_told_before_is_told_again_calmly(base):
    answer = answer_to(_URGENT[0], again=True)

    assert answer.blocks[0].text.startswith(base.phrases["mendesak_ulang"])


def test_the_danger_may_be_named_in_other_words():
    answer = answer_to(_URGENT[0], named="salah satu tanda itu")

    assert "salah satu tanda itu" in answer.text


def test_at_most_three_things_are_named_as_the_reason(base):
    findings = frozenset({"sesak_napas", "nyeri_dada", "batuk_darah", "pingsan"})

    answer = urgent_answer(base, decide(base.triage, findings, []), Recipient("diri", frozenset(), findings))

    named = [f for f in findings if base.names[f].spoken in answer.blocks[1].text]
    assert len(named) == 3


def test_at_most_three_things_not_to_do_are_told_and_none_twice(base):
    findings = frozenset({"sesak_napas", "kejang_umum", "tanda_stroke", "kaki_dingin_pucat_biru", "mati_rasa_baru"})

    answer = urgent_answer(base, decide(base.triage, findings, []), Recipient("diri", frozenset(), findings))

    (warning,) = [block.text for block in answer.blocks if block.kind is BlockKind.WARNING]
    sentences = warning.rstrip(".").split(". ")
    assert len(sentences) == len(set(sentences)) == 3


def test_an_emergency_says_that_no_referral_is_needed(base):
    emergency, urgent = (next(r for r in _URGENT if r.level is level) for level in (Level.DARURAT, Level.SEGERA))

    assert base.phrases["mendesak_bpjs"] in answer_to(emergency).text
    assert base.phrases["mendesak_bpjs"] not in answer_to(urgent).text


def test_a_mistake_can_be_taken_back_with_one_tap(base):
    answer = answer_to(_URGENT[0])

    assert base.phrases["tombol_salah_tulis"] in [button.payload for button in answer.buttons]
