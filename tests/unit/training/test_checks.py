"""What is wrong with training examples, or looks wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kram.training.checks import MIN_EXAMPLES, Finding, check_examples
from kram.training.examples import Example, read_examples


def examples(*pairs: tuple[str, str]) -> list[Example]:
    """Examples from (intent, text), one line each."""
    return [Example(intent, text, Path("uji.yml"), line) for line, (intent, text) in enumerate(pairs, 1)]


def findings(*pairs: tuple[str, str]) -> list[Finding]:
    """What is found, but for intents that have few examples."""
    found = check_examples(examples(*pairs), lambda text: text.lower().replace("knp", "kenapa"))
    return [finding for finding in found if str(MIN_EXAMPLES) not in finding.what]


def test_examples_that_differ_are_fine():
    assert findings(("a", "betis saya kram terus"), ("b", "kenapa betis saya kram")) == []


def test_the_same_words_in_two_intents_are_a_fault_however_they_are_spelt():
    (found,) = findings(("a", "knp kram"), ("b", "Kenapa kram"))

    assert found.fault
    assert found.place == "uji.yml:2"
    assert "intent a di uji.yml:1" in found.what


def test_the_same_example_twice_is_worth_a_look():
    (found,) = findings(("a", "betis kram"), ("a", "Betis kram"))

    assert not found.fault
    assert "uji.yml:1" in found.what


def test_another_spelling_of_an_example_is_no_double():
    assert findings(("a", "knp kram"), ("a", "kenapa kram")) == []


def test_long_examples_of_two_intents_that_are_almost_the_same_are_worth_a_look():
    (found,) = findings(("a", "betis saya kram tiap malam dok"), ("b", "betis saya kram tiap malam dokk"))

    assert not found.fault
    assert found.place == "uji.yml:2"
    assert "hampir sama" in found.what


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hubungi 0812-0000-0000 ya", "nomor telepon"),
        ("wa saya +62 812 0000 000", "nomor telepon"),
        ("nik 0000000000000000", "nomor identitas"),
        ("kirim ke orang@contoh.id", "alamat surel"),
        ("nama saya fulan", "nama orang"),
        ("kata bu Fulanah betis saya kram", "nama orang"),
    ],
)
def test_what_looks_like_somebodys_data_is_a_fault(text, kind):
    (found,) = findings(("a", text))

    assert found.fault
    assert kind in found.what


@pytest.mark.parametrize(
    "text", ["sudah 081 hari kram", "nama saya muncul tidak", "bu dokter, betis kram", "umur 65 th"]
)
def test_what_is_nobodys_data_is_fine(text):
    assert findings(("a", text)) == []


def test_an_intent_with_few_examples_is_worth_a_look():
    (found,) = check_examples(examples(("a", "halo")), str)

    assert not found.fault
    assert "baru punya 1 contoh" in found.what


def test_faults_come_before_warnings():
    found = check_examples(examples(("a", "kram"), ("a", "kram"), ("b", "kram")), str)

    assert [finding.fault for finding in found] == sorted((f.fault for f in found), reverse=True)


def test_an_annotation_must_name_something_that_the_knowledge_base_has(tmp_path):
    lines = [
        "nlu:",
        "- intent: a",
        "  examples: |",
        "    - boleh pakai [koyo](remedi:koyo) dok",
        '    - minum [teh herbal]{"entity": "remedi", "value": "teh_ajaib"} boleh',
    ]
    (tmp_path / "uji.yml").write_text("\n".join(lines), encoding="utf-8")

    found = check_examples(read_examples(tmp_path), str.lower, known={"koyo"})

    (fault,) = [finding for finding in found if finding.fault]
    assert fault.place.endswith("uji.yml:5")
    assert "teh_ajaib" in fault.what
