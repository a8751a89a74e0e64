"""Compiling the files of ``knowledge/language`` into one table."""

from __future__ import annotations

import json

import pytest

from kram.errors import ContentError
from kram.language.lexicon import compile_table
from kram.language.model import Kind
from kram.language.pipeline import Reader
from tests.unit.builders import CUES, QUANTITIES, edit, line_with, named, write_files

_CONCEPTS = """\
konsep:
  tubuh:
    kaki: [kaki, tungkai]
    betis: [betis]
  keluhan:
    bengkak: [bengkak]
    kalau: [terjadi]
kelompok:
  bagian_kaki: [kaki, betis]
  bagian_tubuh: [bagian_kaki]
warisan: [bagian_tubuh]
topeng: []
tanpa_perbaikan: [kalau]
"""
_FINDINGS = """\
bengkak_kaki:
  label: "Bengkak"
  pola:
    - {inti: bengkak, dengan: [bagian_kaki]}
kaku:
  label: "Kaku"
  frasa: [kaki kaku]
"""


@pytest.fixture
def folder(tmp_path):
    """A language folder with two findings."""
    return write_files(
        tmp_path,
        {
            "concepts/umum.yml": _CONCEPTS,
            "findings.yml": _FINDINGS,
            "populations.yml": "hamil: {label: Hamil, frasa: [hamil]}",
            "contexts.yml": "malam: {frasa: [malam]}",
            "remedies.yml": "pijat: {frasa: [pijat]}",
            "slang.yml": "sikil: kaki",
            "known_words.yml": "[bengkok]",
            "cues.yml": json.dumps(CUES),
            "quantities.yml": json.dumps(QUANTITIES),
        },
    )


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("betis bengkak", Kind.FINDING, "bengkak_kaki"),
        ("sikil bengkak", Kind.FINDING, "bengkak_kaki"),
        ("kaki kaku", Kind.FINDING, "kaku"),
        ("hamil", Kind.POPULATION, "hamil"),
        ("malam", Kind.CONTEXT, "malam"),
        ("pijat", Kind.REMEDY, "pijat"),
        ("beda kram", Kind.TOPIC, "beda-kram"),
    ],
)
def test_every_kind_of_thing_is_recognised_by_its_words(folder, text, kind, value):
    reader = Reader.from_table(compile_table(folder, {"beda-kram": ["beda kram"]}))

    assert named(reader.read(text), value).kind is kind


def test_a_pattern_with_an_unknown_concept_is_told_with_file_line_and_field(folder):
    path = edit(folder / "findings.yml", "inti: bengkak,", "inti: bengkok,")

    with pytest.raises(ContentError) as error:
        compile_table(folder, {})

    (fault,) = error.value.faults
    assert (fault.file, fault.line, fault.field) == (str(path), line_with(path, "bengkok"), "bengkak_kaki.pola[0]")
    assert "bengkok" in fault.expected


def test_a_concept_that_two_files_define_is_told_with_file_and_line(folder):
    path = folder / "concepts" / "zwei.yml"
    path.write_text("konsep:\n  lain:\n    betis: [kentol]\n", encoding="utf-8")

    with pytest.raises(ContentError) as error:
        compile_table(folder, {})

    (fault,) = error.value.faults
    assert (fault.file, fault.line, fault.field) == (str(path), 3, "konsep.lain.betis")


def test_words_of_complaints_are_repaired_to_and_names_of_remedies_topics_and_suppositions_are_not(folder):
    lexicon = compile_table(folder, {"akupunktur": ["akupunktur"]}).data["lexicon"]

    assert {"betis", "bengkak", "hamil"} <= set(lexicon["typo_targets"])
    assert not {"pijat", "akupunktur", "terjadi", "tidak"} & set(lexicon["typo_targets"])


def test_the_real_files_compile(real_table):
    assert {pattern.kind for pattern in real_table.patterns()} == set(Kind)


def test_every_pattern_of_the_real_files_can_be_met(real_table):
    never = [
        p for p in real_table.patterns() if any(need <= p.without for need in p.needs) or p.head <= p.without_anywhere
    ]

    assert never == []
