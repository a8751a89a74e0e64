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
_VERDICTS, _TERMS = "verdicts.yml", "jargon.yml"
_POPULATIONS, _FINDINGS, _EMERGENCY = "language/populations.yml", "language/findings.yml", "emergency.yml"
_DOCTOR = """\
  dokter:
    - text: "Sesak napas? Telepon {darurat}."
      evidence: [CE01]
      grade: B
"""
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
        "    evidence: [CE02]\n    verdict",
        "    evidence: []\n    facts: []\n    verdict",
        "- id: boleh",
        "points[0]",
        "harus ada bidang facts atau evidence yang tidak kosong",
        id="empty lists to rest on",
    ),
    pytest.param(
        SITUATION,
        "    facts: [F001]\n",
        '    facts: [F001]\n    withheld: {F002: "Bukan untuk pasien."}\n',
        "withheld",
        "points[0].withheld",
        "facts butir ini; bukan F002",
        id="a withheld fact that is not the point's",
    ),
    pytest.param(
        ENTRY,
        "    grade: C\n",
        "    grade: A\n",
        "grade: A",
        "points[0].grade",
        "paling tinggi B, seperti bukti terkuatnya; bukan A",
        id="a grade above its evidence",
    ),
    pytest.param(
        ENTRY,
        '"Usap betis pelan."\n      evidence: [CE02]\n      grade: B',
        '"Usap betis pelan."\n      evidence: [CE01, CE02]\n      grade: A',
        "grade: A",
        "sections.sekarang[0].grade",
        "paling tinggi B, seperti bukti terkuatnya; bukan A",
        id="an item's grade above all of its evidence",
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
        "grade: B\nreviewer",
        "grade: A\nreviewer",
        "grade: A",
        "grade",
        "paling tinggi B, seperti butir terkuatnya; bukan A",
        id="an entry's grade above all that it tells",
    ),
    pytest.param(ENTRY, _DOCTOR, "", "sections:", "sections", "harus ada bidang dokter", id="no word about doctors"),
    pytest.param(
        ENTRY, _DOCTOR, "  dokter: []\n", "dokter", "sections.dokter", "paling sedikit 1", id="an empty section"
    ),
    pytest.param(
        ENTRY,
        "populations: []",
        "populations: [sesak]",
        "populations",
        "populations",
        "populations.yml; bukan sesak",
        id="a finding where kinds of people are called for",
    ),
    pytest.param(
        ENTRY,
        "2027-05-21",
        '"2027-02-30"',
        "2027-02-30",
        "review_by",
        'tanggal yang ada, tahun-bulan-hari; bukan "2027-02-30"',
        id="a day that does not exist",
    ),
    pytest.param(
        ENTRY,
        "priority: 10",
        "priority: 101",
        "priority",
        "priority",
        "paling banyak 100; bukan 101",
        id="a number too high",
    ),
    pytest.param(
        ENTRY,
        '"pijat", "urut", "pijat kaki"',
        '"pijat", "urut", "urut"',
        "aliases",
        "aliases",
        "tanpa isi kembar",
        id="a name that stands twice",
    ),
    pytest.param(
        ENTRY,
        'title: "Pijat kaki"',
        'title: "Keram  kaki"',
        "title",
        "title",
        "judul yang belum dipakai kram-umum.yml; bukan Keram  kaki",
        id="a title that is another entry's alias",
    ),
    pytest.param(
        ENTRY,
        'title: "Pijat kaki"',
        'title: "Kram Kaki"',
        "title",
        "title",
        "judul yang belum dipakai kram-umum.yml; bukan Kram Kaki",
        id="a title that is another entry's title",
    ),
    pytest.param(ENTRY, '"Pijat kaki"', '"Elektrolit"', "title", "title", _JARGON, id="jargon in a title"),
    pytest.param(
        ENTRY,
        "verdict: didukung\n",
        'uncertain: "Peran elektrolit belum jelas."\nverdict: didukung\n',
        "uncertain",
        "uncertain",
        _JARGON,
        id="jargon in what is uncertain",
    ),
    pytest.param(
        ENTRY,
        "sections:\n",
        'headings:\n  dokter: "Elektrolit:"\nsections:\n',
        "Elektrolit",
        "headings.dokter",
        _JARGON,
        id="jargon in a heading",
    ),
    pytest.param(
        ENTRY,
        "verdict: didukung\n",
        'uncertain: "Telepon {darurat}."\nverdict: didukung\n',
        "uncertain",
        "uncertain",
        "teks tanpa isian; bukan {darurat}",
        id="a gap in a text that is told as it stands",
    ),
    pytest.param(
        _EMERGENCY,
        '"Ambulans", evidence: [CE01]',
        '"Ambulans", evidence: [CE95]',
        "CE95",
        "darurat.evidence",
        "evidence.yml; bukan CE95",
        id="an emergency number's evidence",
    ),
    pytest.param(
        _RULES,
        "khusus: []",
        'khusus:\n  - populasi: [hamil]\n    pesan: "Hati-hati."\n    evidence: [CE95]',
        "CE95",
        "khusus[0].evidence",
        "evidence.yml; bukan CE95",
        id="evidence of what special people are told",
    ),
    pytest.param(
        _RULES,
        "khusus: []",
        'khusus:\n  - populasi: [hamil, bumil]\n    pesan: "Hati-hati."\n    evidence: [CE01]',
        "bumil",
        "khusus[0].populasi",
        "populations.yml; bukan bumil",
        id="special people",
    ),
    pytest.param(
        _RULES,
        "  semua_hamil: [hamil]",
        "  semua_hamil: [hamil]\n  lain: [bumil]",
        "lain",
        "kelompok.lain",
        "populations.yml; bukan bumil",
        id="a group that no rule uses",
    ),
    pytest.param(
        _LEVELS,
        "untuk: [sesak]",
        "untuk: [sesek]",
        "sesek",
        "pertanyaan_saring[0].untuk",
        "findings.yml atau populations.yml; bukan sesek",
        id="what a question is for",
    ),
    pytest.param(
        _LEVELS,
        "untuk: [sesak]",
        "untuk: [sesak], bukan: [sesek]",
        "sesek",
        "pertanyaan_saring[0].bukan",
        "findings.yml atau populations.yml; bukan sesek",
        id="what means no to a question",
    ),
    pytest.param(
        _REMEDIES,
        "  hamil: [hamil]",
        "  hamil: [hamil, bumil]",
        "bumil",
        "peta_populasi.hamil",
        "label_populasi; bukan bumil",
        id="a column of the remedy table",
    ),
    pytest.param(
        _REMEDIES,
        "  hamil: [hamil]",
        "  hamil: [hamil]\n  bumil: [hamil]",
        "bumil",
        "peta_populasi.bumil",
        "findings.yml atau populations.yml; bukan bumil",
        id="who has a column of the remedy table",
    ),
    pytest.param(
        _REMEDIES,
        'nama: "Pijat"',
        'nama: "Elektrolit"',
        "Elektrolit",
        "remedi.pijat.nama",
        _JARGON,
        id="jargon in a remedy's name",
    ),
    pytest.param(
        _REMEDIES,
        "Boleh pelan.",
        "Telepon {darurat}.",
        "umum",
        "remedi.pijat.umum",
        "teks tanpa isian; bukan {darurat}",
        id="a gap in a reason",
    ),
    pytest.param(
        _RULES,
        "Gawat.",
        "Telepon {darurat}.",
        "kenapa",
        "aturan[0].kenapa",
        "teks tanpa isian; bukan {darurat}",
        id="a gap in why",
    ),
    pytest.param(
        _LEVELS,
        'judul: "Mandiri"',
        'judul: "Elektrolit"',
        "Elektrolit",
        "tingkat.mandiri.judul",
        _JARGON,
        id="jargon in a level's title",
    ),
    pytest.param(
        _LEVELS,
        'sebutan: "sesak"',
        'sebutan: "elektrolit"',
        "elektrolit",
        "pertanyaan_saring[0].sebutan",
        _JARGON,
        id="jargon in how an answer is read back",
    ),
    pytest.param(
        _FINDINGS,
        'sebutan: "kram kaki"',
        'sebutan: "elektrolit"',
        "elektrolit",
        "kram.sebutan",
        _JARGON,
        id="jargon in how a finding is read back",
    ),
    pytest.param(
        _POPULATIONS,
        'label: "Hamil"',
        'label: "Elektrolit"',
        "Elektrolit",
        "hamil.label",
        _JARGON,
        id="jargon in a label that is read back",
    ),
    pytest.param(
        _VERDICTS,
        '"Mitos."',
        '"Mitos elektrolit."',
        "elektrolit",
        "keliru.mitos_fakta",
        _JARGON,
        id="jargon in a verdict",
    ),
    pytest.param(
        _TERMS,
        "garam mineral dalam darah",
        "zat {darurat} di darah",
        "darurat",
        "elektrolit.arti",
        "teks tanpa isian",
        id="a gap in what a term means",
    ),
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


_RESTS_ON_BOTH = "    evidence: [CE01]\n    verdict: didukung\n    grade: B"


def test_a_point_may_rest_on_a_fact_alone(folder):
    edit(folder / SITUATION, _RESTS_ON_BOTH, "    evidence: []\n    verdict: didukung\n    grade: C")

    point = load_knowledge(folder).entry("kram-umum").point("lama")

    assert (point.evidence, point.facts) == ((), ("F001",))


def test_what_only_articles_say_has_the_lowest_grade(folder):
    path = edit(folder / SITUATION, _RESTS_ON_BOTH, "    verdict: didukung\n    grade: B")

    (fault,) = faults(folder)

    assert (fault.file, fault.field) == (str(path), "points[0].grade")
    assert fault.expected == "paling tinggi C, seperti bukti terkuatnya; bukan B"


def test_a_text_may_be_graded_below_its_evidence(folder):
    edit(folder / "sources/evidence.yml", '"Dua.", topic: dasar, sources: [NHS], strength: EXP, grade: B', _TRIAL)

    assert load_knowledge(folder).entry("pijat").point("boleh").grade == "C"


def test_the_strongest_evidence_gives_the_best_grade_that_is_allowed(folder):
    edit(folder / "sources/evidence.yml", '"Dua.", topic: dasar, sources: [NHS], strength: EXP, grade: B', _TRIAL)
    edit(folder / ENTRY, "    evidence: [CE02]\n    verdict: belum_pasti\n    grade: C", _RESTS_ON_A_TRIAL)

    assert load_knowledge(folder).entry("pijat").point("boleh").grade == "A"


_TRIAL = '"Dua.", topic: dasar, sources: [NHS], strength: RCT, grade: A'
_RESTS_ON_A_TRIAL = "    evidence: [CE01, CE02]\n    verdict: belum_pasti\n    grade: A"


def test_an_alias_that_is_another_entrys_title_is_told_at_the_second_file(folder):
    edit(folder / SITUATION, 'title: "Kram kaki"', 'title: "Urut"')

    (fault,) = faults(folder)

    assert (fault.file, fault.field) == (str(folder / ENTRY), "aliases[1]")
    assert fault.expected == "nama yang belum dipakai kram-umum.yml; bukan urut"


def test_several_missing_fields_are_told_in_one_line(folder):
    edit(folder / ENTRY, "verdict: didukung\ngrade: B\n", "")

    (fault,) = faults(folder)

    assert fault.expected == "harus ada bidang verdict, grade"


def test_an_entry_may_have_its_own_title_among_its_aliases(folder):
    assert load_knowledge(folder).entry("pijat").aliases[2] == "pijat kaki"


def test_the_question_about_the_person_is_for_no_finding(folder):
    edit(folder / _LEVELS, "untuk: [sesak]", "untuk: [populasi]")

    (question,) = load_knowledge(folder).triage.questions

    assert question.findings == ("populasi",)


def test_a_finding_may_have_a_column_of_the_remedy_table(folder):
    edit(folder / _REMEDIES, "  hamil: [hamil]", "  hamil: [hamil]\n  sesak: [hamil]")

    assert load_knowledge(folder).remedy_columns["sesak"] == ("hamil",)


def test_an_entry_with_nothing_but_when_to_see_a_doctor_must_have_points(folder):
    path = folder / ENTRY
    text = path.read_text(encoding="utf-8")
    text = text[: text.index("  sekarang:")] + text[text.index("  dokter:") :]
    path.write_text(text[: text.index("points:")] + text[text.index("\nverdict:") + 1 :], encoding="utf-8")

    (fault,) = faults(folder)

    assert (fault.field, fault.expected) == ("", "harus ada bidang points")


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
