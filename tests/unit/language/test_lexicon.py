"""Compiling the files of ``knowledge/language`` into one table."""

from __future__ import annotations

import json

import pytest

from kram.errors import ContentError
from kram.language.lexicon import compile_table
from kram.language.model import Kind
from kram.language.reader import Reader
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
            "outside.yml": "hewan: [kucing, ikan koi]",
            "cues.yml": json.dumps(CUES),
            "quantities.yml": json.dumps(QUANTITIES),
            "perihal.yml": "{satuan_lain: [mg], perihal: []}",
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


_CHAIN = """\
daftar_kata:
  pemilik: [saya, ibu]
rangkaian:
  bengkak:
    - {awal: [$kaki, paha], lewat: [$pemilik], akhir: [melar, "besar ,"]}
topeng_sebagian:
  kalau: [betis]
"""


def test_a_chain_is_compiled_with_its_lists_spelt_out_in_normal_words(folder):
    edit(folder / "concepts" / "umum.yml", "topeng: []", f"topeng: []\n{_CHAIN}")

    table = compile_table(folder, {})
    (chain,) = table.chains()

    assert (chain.name, chain.through) == ("bengkak", {"saya", "ibu"})
    assert set(chain.first) == {("kaki",), ("tungkai",), ("paha",)}
    assert set(chain.last) == {("melar",), ("besar", ",")}
    assert table.partial_masks() == {"kalau": {"betis"}}


def test_a_chain_makes_what_its_concept_makes(folder):
    edit(folder / "concepts" / "umum.yml", "topeng: []", f"topeng: []\n{_CHAIN}")
    reader = Reader.from_table(compile_table(folder, {}))

    assert named(reader.read("betis, sikil ibu melar"), "bengkak_kaki").asserted


@pytest.mark.parametrize(
    ("right", "wrong"), [("$pemilik]", "$pemilih]"), ("kalau: [betis]", "kalau: [betisan]"), ("$kaki", "$kakian")]
)
def test_a_chain_or_mask_of_something_unknown_is_told(folder, right, wrong):
    edit(folder / "concepts" / "umum.yml", "topeng: []", f"topeng: []\n{_CHAIN.replace(right, wrong)}")

    with pytest.raises(ContentError) as error:
        compile_table(folder, {})

    (fault,) = error.value.faults
    assert fault.expected.endswith(wrong.strip("$]").removeprefix("kalau: ["))


def test_forms_are_compiled_in_normal_words(folder):
    edit(folder / "concepts" / "umum.yml", "bengkak: [bengkak]", "bengkak: [bengkak sikil, 'kaki, bengkak']")

    concepts = compile_table(folder, {}).data["concepts"]

    assert concepts["bengkak"] == ["bengkak kaki", "kaki , bengkak"]


def test_what_lasts_and_what_separates_is_compiled(folder):
    edit(
        folder / "findings.yml", "dengan: [bagian_kaki]}", "dengan: [bagian_kaki], tanpa_antara: [kalau], tetap: true}"
    )

    made = next(p for p in compile_table(folder, {}).patterns() if p.value == "bengkak_kaki")

    assert (made.without_between, made.lasting) == ({"kalau"}, True)


def test_what_lasts_holds_though_it_is_told_as_past(folder):
    edit(folder / "findings.yml", "dengan: [bagian_kaki]}", "dengan: [bagian_kaki], tetap: true}")
    reader = Reader.from_table(compile_table(folder, {}))

    assert named(reader.read("dulu kaki bengkak"), "bengkak_kaki").asserted
    assert not named(reader.read("dulu hamil"), "hamil").asserted
    assert not named(reader.read("dulu tidak bengkak kaki"), "bengkak_kaki").asserted


def test_masks_of_several_files_hide_together(folder):
    (folder / "concepts" / "a.yml").write_text("topeng_sebagian: {kalau: [kaki]}\n", encoding="utf-8")
    (folder / "concepts" / "b.yml").write_text("topeng_sebagian: {kalau: [betis]}\n", encoding="utf-8")

    assert compile_table(folder, {}).partial_masks() == {"kalau": frozenset({"kaki", "betis"})}


def test_a_silent_concept_must_exist(folder):
    (folder / "concepts" / "a.yml").write_text("senyap: [entah]\n", encoding="utf-8")

    with pytest.raises(ContentError, match="entah"):
        compile_table(folder, {})
