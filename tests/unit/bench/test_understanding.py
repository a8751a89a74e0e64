"""How the evaluation of held-out messages counts."""

from __future__ import annotations

import random
from typing import Any

import pytest

from bench import understanding
from bench.understanding import Held, Understood, differences, held_out, noisy, report, understood


def held(**values: Any) -> Held:
    return Held(**{"id": "u1", "origin": "uji.yml", "text": "betis kram", "intents": ("lapor_keluhan",), **values})


def entity(value: str, *, negated: bool = False, person: str = "diri", when: str = "kini") -> dict[str, Any]:
    return {"entity": "temuan", "value": value, "negated": negated, "experiencer": person, "temporality": when}


def read(h: Held, *entities: dict[str, Any], intent: str = "lapor_keluhan", level: str = "none") -> Understood:
    return understood(h, {"intent": {"name": intent}, "entities": list(entities), "redakram": {"triage": level}})


def test_a_defended_intent_is_right_and_the_guard_is_when_the_level_is_urgent():
    assert read(held(intents=("a", "b")), intent="b").right_intent
    assert not read(held(intents=("a",)), intent="tanda_bahaya").right_intent
    assert read(held(intents=("a",), level=("segera",)), intent="tanda_bahaya").right_intent


def test_findings_are_right_wrong_or_missed_and_doubtful_ones_do_not_count():
    h = held(findings=frozenset({"kram_betis", "kram_sering"}), perhaps=frozenset({"varises"}))

    found = differences(read(h, entity("kram_betis"), entity("varises"), entity("demam")))

    assert found == ({"kram_betis"}, {"demam"}, {"kram_sering"})


def test_what_is_denied_past_or_supposed_is_not_a_finding():
    h = held(findings=frozenset({"kram_betis"}))

    found = differences(read(h, entity("kram_betis", negated=True), entity("demam", when="lampau")))

    assert found == (set(), set(), {"kram_betis"})


@pytest.mark.parametrize(
    ("said", "errors"),
    [
        (entity("demam", negated=True), []),
        (entity("demam"), ["demam"]),
        (entity("kram_betis", negated=True), ["kram_betis"]),
    ],
    ids=["denied and read so", "denied and read as true", "true and read as denied"],
)
def test_signs_are_judged_where_the_finding_was_seen(said, errors):
    h = held(findings=frozenset({"kram_betis"}), denied=frozenset({"demam"}))

    assert understanding.negation_errors(read(h, said)) == (1, errors)


def test_a_finding_of_the_wrong_person_is_an_error():
    h = held(person="ibu", findings=frozenset({"kram_betis"}), others={"diri": frozenset({"demam"})})

    judged, errors = understanding.person_errors(read(h, entity("kram_betis"), entity("demam")))

    assert judged == 2
    assert errors == ["kram_betis: diri"]


def test_a_third_of_the_words_get_one_slip_and_the_same_seed_gives_the_same_slips():
    text = "dok betis saya sering kram malam"

    slipped = noisy(text, random.Random(1))

    changed = [one for one, other in zip(text.split(), slipped.split()) if one != other]
    assert slipped == noisy(text, random.Random(1))
    assert len(changed) <= 2
    assert noisy("iya", random.Random(1)) == "iya"


def test_the_report_says_what_was_missed():
    good, bad = read(held(outside=False)), read(held(outside=True, intents=("luar_topik",)))

    missed = report([good, bad], [good, bad]).missed

    assert any(line.startswith("intent 50.0%") for line in missed)
    assert any(line.startswith("outside caught 0.0%") for line in missed)


def test_the_sets_are_large_and_every_label_is_known(base):
    messages = held_out(base.triage)

    labels = {value for h in messages for value in (*(h.findings or ()), *h.denied, *h.perhaps)}
    assert len(messages) >= 700
    assert sum(h.findings is not None for h in messages) >= 350
    assert labels <= base.names.keys()
