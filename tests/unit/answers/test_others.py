"""Answers about somebody else."""

from __future__ import annotations

import pytest

from kram.answers.answer import Answer, Block, BlockKind
from kram.answers.limits import days_of, days_of_rule
from kram.answers.others import for_other
from kram.triage.model import Level


def told(base, text: str, who: str, entry: str = "kram-umum") -> str:
    answer = Answer(level=Level.MANDIRI, blocks=(Block(BlockKind.TEXT, text, entry=entry),))
    return for_other(answer, base, who).blocks[0].text


@pytest.mark.parametrize(
    ("text", "who", "worded"),
    [
        ("Luruskan lutut Anda.", "suami", "Luruskan lututnya."),
        ("Bila Anda diabetes, tanya dokter Anda.", "ibu", "Bila beliau diabetes, tanya dokternya."),
        ("Anda dirujuk bila perlu.", "kakek", "Beliau dirujuk bila perlu."),
        (
            "Untuk anak Anda: obat Anda ditinjau, atau Anda istirahat.",
            "anak",
            "Untuk anak Anda: obatnya ditinjau, atau ia istirahat.",
        ),
        ("Ceritakan ke petugas TBC Anda.", "teman", "Ceritakan ke petugas TBC-nya."),
    ],
)
def test_what_is_theirs_is_not_said_of_the_writer(base, text, who, worded):
    assert told(base, text, who) == worded


def test_the_writer_is_addressed_as_before(base):
    assert told(base, "Luruskan lutut Anda.", "diri") == "Luruskan lutut Anda."


def test_a_phrase_of_the_talk_addresses_the_writer(base):
    assert told(base, "Karena Anda menyebut bengkak.", "ibu", entry="") == "Karena Anda menyebut bengkak."


@pytest.mark.parametrize(
    ("advice", "days"),
    [
        ("Satu kaki bengkak? Periksa hari ini.", 1),
        ("Belum hilang sesudah 2 minggu? Buat janji ke Puskesmas.", 14),
        ("Periksa ke dokter dalam beberapa hari.", 4),
        ("Sesak? Telepon 119 sekarang.", 0),
        ("Jangan dipijat.", None),
    ],
)
def test_within_how_many_days_an_advice_sends_somebody(base, advice, days):
    assert days_of(advice, base.talk.limits) == days


def test_the_first_sentence_of_a_rule_is_its_limit(base):
    assert days_of_rule("Periksa dalam 1-2 hari. Makin nyeri: hari ini.", base.talk.limits) == 2
