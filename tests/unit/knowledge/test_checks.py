"""What curators are told about points, names, search words and wording: file, line, field, expectation."""

from __future__ import annotations

import pytest

from kram.errors import ContentError
from kram.knowledge.base import load_knowledge
from tests.unit.builders import ENTRY, SITUATION, edit, line_with, write_knowledge


@pytest.fixture
def folder(tmp_path):
    """A small knowledge that is complete."""
    return write_knowledge(tmp_path / "knowledge")


def faults(folder):
    with pytest.raises(ContentError) as error:
        load_knowledge(folder)
    return error.value.faults


_PHRASES, _RULES, _LEVELS, _REMEDIES = "phrases.yml", "triage/rules.yml", "triage/levels.yml", "remedies.yml"
_SEARCH = "language/search.yml"
_POINT_TEXT = "Pijat pelan mungkin nyaman, tetapi belum terbukti."
_JARGON = "istilah elektrolit (garam mineral dalam darah): pakai salah satu kata mineral, garam"
_WORDY = "Pijat " + "ke sana " * 15 + "mungkin."

_BROKEN_POINTS = [
    pytest.param(SITUATION, "[F001]", "[F999]", "facts:", "points[0].facts", "facts.yml; bukan F999", id="a fact"),
    pytest.param(
        SITUATION, "[F001]", "[satu]", "facts:", "points[0].facts[0]", "^F[0-9]{3}$", id="a fact id of another form"
    ),
    pytest.param(
        ENTRY,
        "evidence: [CE02]\n    verdict",
        "evidence: [CE98]\n    verdict",
        "[CE98]",
        "points[0].evidence",
        "evidence.yml; bukan CE98",
        id="evidence",
    ),
    pytest.param(
        ENTRY,
        "    evidence: [CE02]\n    verdict",
        "    verdict",
        "- id: boleh",
        "points[0]",
        "harus ada bidang facts atau evidence",
        id="nothing that it rests on",
    ),
    pytest.param(
        ENTRY,
        "    grade: C\n",
        "    grade: C\n    remedies: [urut]\n",
        "remedies: [urut]",
        "points[0].remedies",
        "remedies.yml; bukan urut",
        id="a remedy",
    ),
    pytest.param(
        ENTRY,
        "    grade: C\n",
        "    grade: C\n    only_if: [bumil]\n",
        "only_if",
        "points[0].only_if",
        "populations.yml; bukan bumil",
        id="a person",
    ),
    pytest.param(
        ENTRY,
        ', "habis kram dipijat boleh"]',
        "]",
        "ask:",
        "points[0].ask",
        "paling sedikit 3",
        id="fewer than three questions",
    ),
    pytest.param(
        ENTRY,
        _POINT_TEXT,
        "Pijat pelan terasa nyaman.",
        'text: "Pijat pelan',
        "points[0].text",
        "putusan belum_pasti: belum, mungkin",
        id="a verdict that does not show",
    ),
    pytest.param(
        SITUATION,
        "biasanya beberapa menit",
        "biasanya sebentar saja",
        "sebentar saja",
        "points[0].text",
        "F001 (menit)",
        id="a fact without its key word",
    ),
    pytest.param(ENTRY, _POINT_TEXT, _WORDY, _WORDY, "points[0].text", "30 kata; sekarang 32", id="a long sentence"),
    pytest.param(
        ENTRY, "mungkin nyaman", "mungkin menjaga elektrolit", "elektrolit", "points[0].text", _JARGON, id="jargon"
    ),
    pytest.param(
        ENTRY, "terbukti.", "terbukti. Telepon 119.", "119", "points[0].text", "{darurat}", id="an emergency number"
    ),
]

_BROKEN_FILES = [
    pytest.param(
        ENTRY,
        '"pijat", "urut"',
        '"pijat", "Keram Kaki"',
        "aliases:",
        "aliases[1]",
        "belum dipakai kram-umum.yml; bukan Keram Kaki",
        id="a name that two entries share",
    ),
    pytest.param(
        _SEARCH,
        "tanya: [apa, berapa]\n",
        "",
        "abaikan",
        "",
        "harus ada bidang tanya",
        id="search words without questions",
    ),
    pytest.param(
        _SEARCH, "pijat: [urut]", "pijat: urut", "urut", "padanan.pijat", 'daftar; bukan "urut"', id="synonyms in text"
    ),
    pytest.param(_SEARCH, "pijat: [urut]", "pijat: []", "pijat", "padanan.pijat", "paling sedikit 1", id="no synonyms"),
    pytest.param(_SEARCH, "[yang, saya]", "[yang, 7]", "abaikan", "abaikan[1]", "teks; bukan 7", id="a number to skip"),
    pytest.param(
        _SEARCH,
        "tanya_akhir",
        "lain: []\ntanya_akhir",
        "abaikan",
        "",
        "bukan lain",
        id="a list of search words too many",
    ),
    pytest.param(_PHRASES, "Halo.", "Halo, elektrolit.", "sapaan", "sapaan", _JARGON, id="jargon in a phrase"),
    pytest.param(_PHRASES, "{darurat}", "119", "119", "nomor", "{darurat}", id="an emergency number in a phrase"),
    pytest.param(_RULES, "Gawat.", "Elektrolit.", "kenapa", "aturan[0].kenapa", _JARGON, id="jargon in why"),
    pytest.param(
        _RULES,
        '"Regangkan."',
        '"Regangkan. Elektrolit."',
        "Elektrolit",
        "aturan[1].katakan",
        _JARGON,
        id="jargon in what to say",
    ),
    pytest.param(
        _RULES,
        "Jangan menyetir.",
        "Jangan elektrolit.",
        "elektrolit",
        "aturan[0].jangan",
        _JARGON,
        id="jargon in what to avoid",
    ),
    pytest.param(
        _RULES,
        "khusus: []",
        'khusus:\n  - populasi: [hamil]\n    pesan: "Elektrolit turun."\n    evidence: [CE01]',
        "pesan",
        "khusus[0].pesan",
        _JARGON,
        id="jargon for special people",
    ),
    pytest.param(
        _LEVELS, "Pantau.", "Elektrolit.", "mandiri", "tingkat.mandiri.tindakan", _JARGON, id="jargon in a level"
    ),
    pytest.param(
        _LEVELS,
        "Sesak?",
        "Elektrolit?",
        "Elektrolit",
        "pertanyaan_saring[0].tanya",
        _JARGON,
        id="jargon in a question",
    ),
    pytest.param(
        _LEVELS, "Waspada.", "Elektrolit.", "Elektrolit", "jaring_pengaman", _JARGON, id="jargon in the safety net"
    ),
    pytest.param(
        _LEVELS, "Boleh.", "Elektrolit.", "Elektrolit", "catatan_rujukan", _JARGON, id="jargon in the referral note"
    ),
    pytest.param(
        _REMEDIES, "Boleh pelan.", "Elektrolit.", "umum", "remedi.pijat.umum", _JARGON, id="jargon in a reason"
    ),
    pytest.param(
        _REMEDIES,
        "Jangan dulu.",
        "Elektrolit.",
        "Elektrolit",
        "remedi.pijat.populasi.hamil",
        _JARGON,
        id="jargon in a reason for special people",
    ),
    pytest.param(
        _REMEDIES,
        "[CE02]",
        "[F999]",
        "[F999]",
        "remedi.pijat.populasi.hamil",
        "evidence.yml atau facts.yml; bukan F999",
        id="a reason's fact",
    ),
    pytest.param(
        "sources/facts.yml",
        "sources: [ART-SATU]",
        "sources: [ART-DUA]",
        "ART-DUA",
        "facts.F001.sources",
        "sources.yml; bukan ART-DUA",
        id="a fact's source",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "line", "field", "expected"), [*_BROKEN_POINTS, *_BROKEN_FILES])
def test_every_fault_names_file_line_field_and_expectation(folder, name, old, new, line, field, expected):
    path = edit(folder / name, old, new)

    told = faults(folder)

    assert [(fault.file, fault.line, fault.field) for fault in told] == [(str(path), line_with(path, line), field)]
    assert expected in told[0].expected


_SECOND_POINT = """\
    grade: C
  - id: boleh
    ask: ["pijat sendiri di rumah", "siapa yang boleh memijat", "pijat oleh keluarga"]
    text: "Pijat oleh keluarga mungkin nyaman."
    evidence: [CE02]
    verdict: belum_pasti
    grade: C
"""


def test_a_point_id_that_is_there_twice_is_told_at_the_second_point(folder):
    path = edit(folder / ENTRY, "    grade: C\n", _SECOND_POINT)

    (fault,) = faults(folder)

    assert (fault.file, fault.field) == (str(path), "points[1].id")
    assert fault.line == line_with(path, "pijat sendiri di rumah") - 1
    assert fault.expected == "id yang belum dipakai butir lain; bukan boleh"


def test_two_entries_may_use_the_same_point_id(folder):
    edit(folder / SITUATION, "- id: lama", "- id: boleh")

    loaded = load_knowledge(folder)

    assert loaded.entry("kram-umum").point("boleh") != loaded.entry("pijat").point("boleh")


def test_a_point_may_rest_on_a_fact_alone(folder):
    edit(folder / SITUATION, "    evidence: [CE01]\n    verdict", "    verdict")

    point = load_knowledge(folder).entry("kram-umum").point("lama")

    assert (point.evidence, point.facts) == ((), ("F001",))


def test_a_reason_may_rest_on_a_fact_alone(folder):
    edit(folder / _REMEDIES, "[CE02]", "[F001]")

    remedy = load_knowledge(folder).remedies["pijat"]

    assert remedy.by_population["hamil"].evidence == ("F001",)


def test_an_explained_term_is_fine_everywhere(folder):
    for name, old in ((_PHRASES, "Halo."), (_RULES, "Gawat."), (_REMEDIES, "Jangan dulu.")):
        edit(folder / name, old, "Elektrolit (garam darah) turun.")

    loaded = load_knowledge(folder)

    assert loaded.phrases["sapaan"] == "Elektrolit (garam darah) turun."


def test_a_missing_search_file_is_told(folder):
    (folder / _SEARCH).unlink()

    (fault,) = faults(folder)

    assert (fault.file, fault.line) == ("knowledge/language/search.yml", 0)
    assert fault.expected == "berkas ini harus ada"
