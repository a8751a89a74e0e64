"""Where a message asks: found in long stories of strangers, and in the ways people put a question."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from kram.dialogue.several import questions_in

GOLD = Path(__file__).parents[2] / "evaluation" / "questions.yml"
LEAST_FOUND = 0.96
MOST_SPURIOUS = 0.05
MOSTLY = 0.6
MARKED = re.compile("«(.*?)»")


@pytest.fixture
def ask(base, real_normalizer):
    def found(text: str) -> list[str]:
        questions = questions_in(real_normalizer.tokens(text), base.asking)
        return [text[q.start : q.end] for q in questions]

    return found


def is_same(one: str, other: str) -> bool:
    """Whether one holds the other, and little more."""
    shorter, longer = sorted((one, other), key=len)
    return shorter in longer and len(shorter) >= MOSTLY * len(longer)


def test_nearly_every_question_of_a_story_is_found_and_little_else(ask):
    messages = yaml.safe_load(GOLD.read_text(encoding="utf-8"))
    missed, spurious, gold_count, found_count = [], [], 0, 0

    for message in messages:
        gold = MARKED.findall(message["text"])
        found = ask(message["text"].replace("«", "").replace("»", ""))
        gold_count, found_count = gold_count + len(gold), found_count + len(found)
        missed += [q for q in gold if not any(is_same(q, f) for f in found)]
        spurious += [f for f in found if not any(is_same(q, f) for q in gold)]

    assert len(missed) <= (1 - LEAST_FOUND) * gold_count, missed
    assert len(spurious) <= MOST_SPURIOUS * found_count, spurious


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        # the tag stands in the middle
        ("asam mefenamat aman ga buat saya yang maag, terus sehari berapa kali?", 2),
        ("sama ada ga yang bisa dilakuin sebelum mens biar ga separah itu", 1),
        ("minyak telon bagus yang mana ya, boleh ga buat anak 3 tahun", 2),
        # numbered
        ("pertanyaan saya 1. ini kenapa 2. perlu rontgen ga 3. boleh lari ga. makasih", 3),
        ("1) bahaya ga 2) obatnya apa", 2),
        # things that are listed belong to one question
        ("gimana dok, susu sama telur itu boleh?", 1),
        ("boleh ga minum kunyit dan jahe?", 1),
        ("obatnya apa dan kenapa bisa kram ya?", 2),
        # "terus" and "habis" within a question
        ("apakah saya terus pakai stoking atau lepas saja?", 1),
        ("kerikan habis kram boleh ga buat lansia?", 1),
        ("pas kambuh sebaiknya diapain biar cepet lepas, soalnya sakit banget", 1),
        # what only tells
        ("gara-gara itu saya baru bisa tidur jam tiga padahal pagi kerja", 0),
        ("sudah habis satu botol ga ada bedanya", 0),
        ("pas bangun sakit, lama2 hilang sendiri", 0),
    ],
)
def test_ways_to_ask(ask, text, questions):
    assert len(ask(text)) == questions, ask(text)
