"""Loading the knowledge: what is there keeps its promises, what is broken is told where and how."""

from __future__ import annotations

import re

import pytest

from kram.errors import ContentError, UnknownIdError
from kram.knowledge.base import knowledge_version, load_knowledge, topic_aliases
from kram.knowledge.model import Need, Section
from kram.paths import ROOT
from tests.unit.builders import ENTRY, SITUATION, edit, line_with, write_knowledge


@pytest.fixture
def folder(tmp_path):
    """A small knowledge that is complete."""
    return write_knowledge(tmp_path / "knowledge")


def faults(folder):
    with pytest.raises(ContentError) as error:
        load_knowledge(folder)
    return error.value.faults


# --- the real knowledge ------------------------------------------------------------------------------------


def test_the_real_knowledge_has_situations_and_topics(base):
    kinds = {"situasi", "topik", "penyebab", "remedi", "latihan", "periksa"}
    assert {entry.kind for entry in base.entries.values()} == kinds


def test_every_instruction_of_every_entry_rests_on_a_source(base):
    items = [item for entry in base.entries.values() for items in entry.sections.values() for item in items]

    unsourced = [item.text for item in items if not base.sources_of(item.evidence)]

    assert items != []
    assert unsourced == []


def test_every_entry_has_sources(base):
    unsourced = [entry.id for entry in base.entries.values() if not base.sources_of(entry.evidence)]

    assert unsourced == []


def test_every_entry_tells_when_to_see_a_doctor(base):
    silent = [entry.id for entry in base.entries.values() if not entry.sections.get(Section.DOCTOR)]

    assert silent == []


def test_every_rule_and_every_cell_of_the_remedies_rests_on_a_source(base):
    cells = [cell for r in base.remedies.values() for cell in (r.general, *r.by_population.values())]
    evidence = [*(cell.evidence for cell in cells), *(rule.evidence for rule in base.triage.rules)]

    unsourced = [ids for ids in evidence if not base.sources_of(ids)]

    assert unsourced == []


def test_what_special_people_are_told_rests_on_a_source(base):
    unsourced = [special.text for special in base.triage.specials if not base.sources_of(special.evidence)]

    assert unsourced == []


def test_the_evidence_that_the_program_itself_names_exists(base):
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "kram").rglob("*.py")]

    named_in_code = {found for source in sources for found in re.findall(r'"(CE\d+)"', source)}

    assert named_in_code != set()
    assert named_in_code <= base.evidence.keys()


def test_no_sentence_has_a_gap_that_nothing_fills(base):
    texts = [text for entry in base.entries.values() for text in entry.lead.values()]
    texts += [i.text for entry in base.entries.values() for items in entry.sections.values() for i in items]

    unfilled = [text for text in texts if "{" in text.format(**base.numbers)]

    assert unfilled == []


def test_every_person_that_can_be_spoken_about_has_a_name(base, real_table):
    persons = real_table.cues().persons

    nameless = [person for person in ("diri", *persons) if f"siapa_{person}" not in base.phrases]

    assert nameless == []


# --- a small knowledge -------------------------------------------------------------------------------------


def test_a_complete_knowledge_is_loaded(folder):
    loaded = load_knowledge(folder)

    entry = loaded.entry("pijat")
    (item,) = entry.sections[Section.NOW]
    assert (item.remedies, item.skip_if) == (("pijat",), {"sesak"})
    assert loaded.sources_of(entry.evidence) == ("NHS",)
    assert loaded.names["kram"].spoken == "kram kaki"
    assert loaded.names["sesak"].spoken == "Sesak"


def test_emergency_numbers_are_filled_in_and_other_gaps_are_kept(folder):
    loaded = load_knowledge(folder)

    assert loaded.phrases["nomor"] == "Telepon 119, {siapa}."


def test_an_entry_opens_with_its_general_sentence_when_it_has_none_for_the_need(folder):
    entry = load_knowledge(folder).entry("pijat")

    assert entry.opening(Need.RELIEF) == entry.opening(Need.GENERAL) == "Usap pelan boleh."


def test_topics_are_called_by_their_title_and_aliases(folder):
    aliases = topic_aliases(load_knowledge(folder))

    assert aliases["pijat"] == ("Pijat kaki", "pijat", "urut", "pijat kaki")


def test_an_entry_that_does_not_exist_is_told_by_name(folder):
    loaded = load_knowledge(folder)

    with pytest.raises(UnknownIdError, match="no entry with the id 'akupunktur'"):
        loaded.entry("akupunktur")


def test_the_version_changes_with_every_content_file_and_with_nothing_else(folder):
    before = knowledge_version(folder)

    (folder / "notes.txt").write_text("x", encoding="utf-8")
    untouched = knowledge_version(folder)
    edit(folder / ENTRY, "Usap betis pelan.", "Usap betis perlahan.")
    after = knowledge_version(folder)

    assert before == untouched != after
    assert len(after) == 12


@pytest.mark.parametrize("name", ["TEMPLATE.topik.yml", "entries/TEMPLATE.yml"])
def test_templates_do_not_change_the_version(folder, name):
    before = knowledge_version(folder)

    (folder / name).write_text("id: contoh", encoding="utf-8")

    assert knowledge_version(folder) == before


def test_templates_are_not_content(folder):
    (folder / "entries" / "TEMPLATE.yml").write_text("id: [", encoding="utf-8")

    loaded = load_knowledge(folder)

    assert set(loaded.entries) == {"pijat", "kram-umum"}


# --- what is broken ----------------------------------------------------------------------------------------

_RULES, _LEVELS, _REMEDIES = "triage/rules.yml", "triage/levels.yml", "remedies.yml"
_FINDINGS, _EVIDENCE, _EMERGENCY = "language/findings.yml", "sources/evidence.yml", "emergency.yml"
_LONG = "Usap " + "pelan " * 40
_WORDY = "Usap betis " + "ke sana " * 15 + "pelan."

_BROKEN = [
    pytest.param(ENTRY, "grade: B\nreviewer", "reviewer", "id: pijat", "", "grade", id="a missing field"),
    pytest.param(ENTRY, "kind: topik", "kind: topic", "kind: topic", "kind", "topik", id="a word of no list"),
    pytest.param(
        ENTRY, "priority: 10", "priority: high", "priority", "priority", "bilangan bulat", id="text for a number"
    ),
    pytest.param(ENTRY, "priority: 10", "priority: 10\nprio: 1", "id: pijat", "", "prio", id="a field too many"),
    pytest.param(
        ENTRY,
        '- text: "Usap betis pelan."\n      evidence: [CE02]',
        '- text: "Usap betis pelan."\n      evidence: [CE98]',
        "[CE98]",
        "sections.sekarang[0].evidence",
        "CE98",
        id="unknown evidence",
    ),
    pytest.param(
        ENTRY,
        '- text: "Usap betis pelan."\n      evidence: [CE02]',
        '- text: "Usap betis pelan."\n      evidence: []',
        "evidence: []",
        "sections.sekarang[0].evidence",
        "paling sedikit 1",
        id="no evidence",
    ),
    pytest.param(ENTRY, "Usap betis pelan.", _LONG, _LONG, "sections.sekarang[0].text", "160", id="an item too long"),
    pytest.param(ENTRY, "Usap betis pelan.", _WORDY, _WORDY, "sections.sekarang[0].text", "30 kata", id="a wordy item"),
    pytest.param(ENTRY, "Usap pelan boleh.", _WORDY, _WORDY, "lead.umum", "30 kata", id="a wordy lead"),
    pytest.param(ENTRY, "{darurat}", "119", "119", "sections.dokter[0].text", "{darurat}", id="an emergency number"),
    pytest.param(
        ENTRY, "Usap pelan boleh.", "Telepon 112 dulu.", "112", "lead.umum", "{darurat}", id="a number in a lead"
    ),
    pytest.param(ENTRY, "id: pijat", "id: urut", "id: urut", "id", "pijat", id="an id that is not the file's name"),
    pytest.param(
        ENTRY,
        "remedies: [pijat]\nlead",
        "remedies: [urut]\nlead",
        "remedies: [urut]",
        "remedies",
        "urut",
        id="unknown remedy",
    ),
    pytest.param(ENTRY, "contexts: []", "contexts: [siang]", "contexts", "contexts", "siang", id="unknown context"),
    pytest.param(
        ENTRY,
        "skip_if: [sesak]",
        "skip_if: [sesek]",
        "skip_if",
        "sections.sekarang[0].skip_if",
        "sesek",
        id="unknown finding",
    ),
    pytest.param(
        ENTRY, "populations: []", "populations: [bumil]", "populations", "populations", "bumil", id="unknown population"
    ),
    pytest.param(
        ENTRY,
        "Telepon {darurat}.",
        "Telepon {nomor}.",
        "{nomor}",
        "sections.dokter[0].text",
        "nomor",
        id="an unknown gap",
    ),
    pytest.param(
        SITUATION,
        '  bahaya: "Umumnya tidak berbahaya."\n',
        "",
        "lead:",
        "lead",
        "bahaya",
        id="a situation without a lead",
    ),
    pytest.param(
        _RULES, "salah_satu: [sesak]", "salah_satu: [sesek]", "id: R01", "aturan[0]", "sesek", id="a rule's finding"
    ),
    pytest.param(
        _RULES, "evidence: [CE01]", "evidence: [CE97]", "[CE97]", "aturan[0].evidence", "CE97", id="a rule's evidence"
    ),
    pytest.param(
        _RULES, "tingkat: darurat", "tingkat: gawat", "tingkat: gawat", "aturan[0].tingkat", "darurat", id="a level"
    ),
    pytest.param(_LEVELS, 'jaring_pengaman: "Waspada."\n', "", "tingkat:", "", "jaring_pengaman", id="no safety net"),
    pytest.param(
        _REMEDIES,
        "status: jangan",
        "status: no",
        "hamil: {status",
        "remedi.pijat.populasi.hamil.status",
        "jangan",
        id="a status",
    ),
    pytest.param(
        _REMEDIES, "[CE02]", "[CE96]", "[CE96]", "remedi.pijat.populasi.hamil", "CE96", id="a cell's evidence"
    ),
    pytest.param(
        _REMEDIES,
        "evidence: [CE01]",
        "evidence: [CE96]",
        "umum",
        "remedi.pijat.umum",
        "CE96",
        id="a general cell's evidence",
    ),
    pytest.param(_FINDINGS, '  label: "Sesak"\n', "", "sesak:", "sesak", "label", id="a finding without a label"),
    pytest.param(
        _EVIDENCE,
        'Satu.", topic: dasar, sources: [NHS]',
        'Satu.", topic: dasar, sources: [WHO]',
        "WHO",
        "evidence.CE01.sources",
        "WHO",
        id="unknown source",
    ),
    pytest.param(_EMERGENCY, 'nomor: "119"', 'nomor: "satu"', "satu", "darurat.nomor", "satu", id="a number in words"),
]


@pytest.mark.parametrize(("name", "old", "new", "line", "field", "expected"), _BROKEN)
def test_every_fault_names_file_line_field_and_expectation(folder, name, old, new, line, field, expected):
    path = edit(folder / name, old, new)

    told = faults(folder)

    assert [(fault.file, fault.line, fault.field) for fault in told] == [(str(path), line_with(path, line), field)]
    assert expected in told[0].expected


@pytest.mark.parametrize("broken", ["id: [unclosed", "id: pijat\nid: urut", "\tid: pijat"])
def test_what_is_not_yaml_is_told_with_its_line(folder, broken):
    path = folder / ENTRY
    path.write_text("# catatan\n" + broken, encoding="utf-8")

    (fault,) = faults(folder)

    assert fault.file == str(path)
    assert fault.line >= 2
    assert "YAML yang benar" in fault.expected


def test_what_is_not_utf8_is_told(folder):
    (folder / ENTRY).write_bytes(b"id: \xff")

    (fault,) = faults(folder)

    assert fault.file == str(folder / ENTRY)
    assert "UTF-8" in fault.expected


def test_an_empty_file_is_told(folder):
    (folder / ENTRY).write_text("", encoding="utf-8")

    (fault,) = faults(folder)

    assert fault.file == str(folder / ENTRY)


@pytest.mark.parametrize("name", [_RULES, _REMEDIES, _EMERGENCY, "phrases.yml", "language/contexts.yml"])
def test_a_missing_file_is_told(folder, name):
    (folder / name).unlink()

    (fault,) = faults(folder)

    assert fault.file.endswith(name)
    assert "harus ada" in fault.expected


def test_an_id_that_two_entries_use_is_told(folder):
    twin = folder / "entries" / "situasi" / "pijat.yml"
    twin.write_text((folder / ENTRY).read_text(encoding="utf-8"), encoding="utf-8")

    told = {(fault.file, fault.field) for fault in faults(folder)}

    assert (str(twin), "kind") in told
    assert (str(folder / ENTRY), "id") in told or (str(twin), "id") in told


def test_all_faults_of_all_files_are_told_at_once(folder):
    edit(folder / ENTRY, "kind: topik", "kind: topic")
    edit(folder / _LEVELS, 'jaring_pengaman: "Waspada."\n', "")

    told = {fault.file for fault in faults(folder)}

    assert told == {str(folder / ENTRY), str(folder / _LEVELS)}


def test_the_faults_can_be_read_as_one_text(folder):
    path = edit(folder / ENTRY, "kind: topik", "kind: topic")

    with pytest.raises(ContentError) as error:
        load_knowledge(folder)

    assert (
        str(error.value)
        == f'{path}:2: kind: salah satu dari situasi, topik, penyebab, remedi, latihan, periksa; bukan "topic"'
    )
