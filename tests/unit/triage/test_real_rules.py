"""The real decision table, read from messages: which rule speaks, and how urgent it is."""

from __future__ import annotations

import pytest

from kram.dialogue.deciding import read_alone
from kram.triage.model import Decision, Level


@pytest.fixture(scope="module")
def decided(base, real_reader):
    """What one message alone leads to."""

    def decide(text: str) -> Decision:
        return read_alone(base.triage, real_reader.read(text).mentions)

    return decide


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("kaki nenek yang kiri dadakan dingin, pucet, pegel", "Aliran darah"),
        ("sejak sejam lalu kaki kanan dingin kebiruan, kram", "Aliran darah"),
        ("koreng kaki menghitam, saya kencing manis", "Jaringan kaki"),
        ("bapak diabetes, luka di kakinya bau busuk", "Jaringan kaki"),
        ("rutin rosuvastatin, pipis warna teh", "Otot mungkin rusak"),
        ("habis crossfit kencing coklat kayak cola", "Otot mungkin rusak"),
        ("habis muntaber, pusing tiap berdiri, kencing hampir ga ada", "Kurang cairan"),
        ("kepala sakit banget mendadak kayak disambar petir", "otak"),
        ("leher kaku ga bisa nunduk, kepala mau pecah", "otak"),
        ("dada nyeri menjalar ke rahang", "serangan jantung"),
        ("dada kayak ditindih, keringat dingin", "serangan jantung"),
        ("sesak napas dari tadi", "Jantung atau paru"),
        ("anak saya kelojotan matanya ke atas", "kejang"),
        ("ibu 70 tahun terpeleset, pangkal paha sakit, ga bisa bangun", "patah"),
        ("kakek jatuh di tangga, pahanya ga bisa digerakin", "patah"),
    ],
)
def test_an_emergency_is_one_and_its_reason_fits(decided, text, why):
    decision = decided(text)

    assert decision.level is Level.DARURAT
    assert decision.lead is not None
    assert why in decision.lead.why


@pytest.mark.parametrize(
    "text",
    [
        "varises di paha mengeras, merah, sama panas",
        "urat di betis mengeras seperti tali dan nyeri",
        "demam lima hari, ada bintik merah di lengan, kaki pegal",
        "demam sudah 4 hari, gusi berdarah, betis kram",
        "mencret muntah, kalau berdiri keliyengan",
        "perut saya sakit di kanan bawah, mual",
        "nifas hari ke 12, betis nyeri kayak kram udah 2 hari",
        "minum pil kb, betis ngilu serasa kram, tiga hari ga reda",
        "anak saya 7 tahun pincang dari kemarin",
    ],
)
def test_what_cannot_wait_is_urgent(decided, text):
    assert decided(text).level is Level.SEGERA


def test_a_clot_explains_the_chest_when_the_leg_is_told_too(decided):
    assert "betis" in decided("betis kiri bengkak terus sesak napas").lead.why


@pytest.mark.parametrize("text", ["dada nyeri", "sesak napas", "bapak pingsan", "kejang seluruh badan", "batuk darah"])
def test_no_clot_of_the_calf_explains_what_comes_without_a_leg(decided, text):
    decision = decided(text)

    assert decision.level is Level.DARURAT
    assert all("betis" not in rule.why for rule in decision.rules)


def test_who_has_a_fit_is_laid_on_the_side_and_gets_nothing_in_the_mouth(decided):
    lead = decided("kaki kram lalu kejang seluruh badan tidak sadar").lead

    assert "miring" in lead.say
    assert "mulut" in lead.avoid


@pytest.mark.parametrize(
    "text",
    [
        "kaki dingin dari tadi tapi ga pucat",
        "bapak diabetes kakinya bau",
        "kuku jempol hitam kejepit pintu, saya diabetes",
        "varises saya ga merah ga panas",
        "mencret tapi ga pusing",
        "leher kaku salah bantal",
        "demam 3 hari ga ada bintik merah",
        "anak 6 th betis sakit kalau malam, paginya main biasa",
        "kakek jatuh kemarin, bisa jalan",
    ],
)
def test_what_is_denied_or_something_else_is_not_urgent(decided, text):
    assert not decided(text).level.urgent
