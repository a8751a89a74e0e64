"""Several needs in one message are all answered in one reply."""

from __future__ import annotations

import pytest

from kram.answers.answer import MAX_CHARACTERS
from kram.dialogue.respond import respond
from kram.dialogue.several import questions_in
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.state import Conversation, Turn
from kram.dialogue.wishes import wishes
from kram.knowledge.model import Need
from kram.language.model import SELF, Kind, Mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kenapa betis kram", [Need.CAUSE]),
        ("betis kram bahaya tidak, obatnya apa", [Need.DANGER, Need.RELIEF]),
        ("obatnya apa dan kenapa ya, perlu ke dokter tidak", [Need.RELIEF, Need.CAUSE, Need.DOCTOR]),
        ("betis saya kram tiap malam", []),
        ("supaya tidak kambuh bagaimana", [Need.PREVENTION]),
    ],
)
def test_needs_are_found_in_the_order_of_the_message(base, text, expected):
    assert list(wishes(text, base.asking.wishes)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sudah ke puskesmas diberi vitamin, masih kram", []),
        ("kemarin berobat ke dokter, kramnya kambuh", []),
        ("kapan harus ke dokter", [Need.DOCTOR]),
        ("sudah ke puskesmas, kenapa masih kram ya", [Need.CAUSE]),
        # words that two phrases share are those of the longer one
        ("harus ngapain seminggu ini sebelum lomba", [Need.PREVENTION]),
        ("tanda apa yang harus saya waspadai", [Need.DOCTOR]),
    ],
)
def test_where_one_has_been_asks_for_no_doctor_and_the_longer_phrase_counts(base, text, expected):
    assert list(wishes(text, base.asking.wishes, base.asking.went)) == expected


def test_each_need_gets_its_section_and_danger_its_sentence(base):
    text = "kenapa betis kram tiap malam bahaya tidak obatnya apa"
    mentions = (
        Mention(Kind.FINDING, "kram_betis", "betis kram", 7, 17),
        Mention(Kind.CONTEXT, "malam", "malam", 23, 28),
    )
    turn = Turn("tanya_penyebab", text, mentions=mentions, normalized=text)

    answer = respond(base, Conversation(), turn, answer_need).answer

    headings = [block.text for block in answer.blocks if block.items]
    assert len(answer.text) <= MAX_CHARACTERS
    assert {base.phrases["judul_sekarang"], base.phrases["judul_dokter"]} <= set(headings)
    assert "berbahaya" in answer.text
    assert "sebab" in answer.blocks[0].text.lower() or any("sebab" in heading.lower() for heading in headings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("berapa lama kram hilang? boleh lari kapan?", ["berapa lama kram hilang", "boleh lari kapan"]),
        ("betis kram tadi malam. kenapa begitu?", ["kenapa begitu"]),
        ("betis kram tiap malam, obatnya apa terus perlu cek darah?", ["obat apa", "perlu cek darah"]),
        ("obatnya apa dan kenapa bisa begitu", ["obat apa", "kenapa bisa begitu"]),
        ("pisang sama susu boleh dimakan?", ["pisang sama susu boleh dimakan"]),
        ("kalau minum kopi tiap hari, bisa bikin kram tidak?", ["kalau minum kopi tiap hari bisa buat kram tidak"]),
        ("betis saya kram tadi malam", []),
        ("apakah kram ini karena asam urat?", ["apakah kram ini karena asam urat"]),
        ("kalsiumnya boleh diminum terus tiap hari ga", ["kalsium boleh diminum terus tiap hari tidak"]),
        ("apa penyakit saraf (motor neuron) bisa bikin kram?", ["apa penyakit saraf motor neuron bisa buat kram"]),
        ("apa kurang gerak salah satu sebab kram kaki?", ["apa kurang gerak salah satu sebab kram kaki"]),
        (
            "statin saya baru dinaikin, terus kram. gara-gara itu ya?",
            ["statin saya baru dinaikin terus kram gara-gara itu ya"],
        ),
        ("ibu minum statin, betisnya kram, ada hubungannya gak", ["ibu minum statin betis kram ada hubungan tidak"]),
        ("betis kram tadi malam. kaitannya dengan magnesium apa?", ["kaitannya dengan magnesium apa"]),
    ],
)
def test_the_questions_of_a_message_are_told_apart(base, real_normalizer, text, expected):
    found = questions_in(real_normalizer.tokens(text), base.asking)

    assert [question.text for question in found] == expected


def test_a_question_knows_where_it_stands(base, real_normalizer):
    text = "Betis sy kram. Obatnya apa?"

    (question,) = questions_in(real_normalizer.tokens(text), base.asking)

    assert text[question.start : question.end] == "Obatnya apa"


def told(value: str, kind: Kind = Kind.FINDING, *, negated: bool = False) -> Mention:
    return Mention(kind, value, value, 0, 0, negated=negated, experiencer=SELF)


def test_a_longer_story_is_read_back_with_what_it_denies(base):
    text = "saya 65 tahun diabetes betis sering kram kalau malam dan tidak ada bengkak sama sekali dok"
    mentions = (
        told("lansia", Kind.POPULATION),
        told("diabetes", Kind.POPULATION),
        told("kram_betis"),
        told("bengkak_satu_kaki", negated=True),
    )
    turn = Turn("lapor_keluhan", text, mentions=mentions, normalized=text)

    outcome = respond(base, Conversation(), turn, answer_need)

    line = next(block.text for block in outcome.answer.blocks if block.text.startswith("Yang saya tangkap"))
    assert "diabetes" in line and "tidak ada bengkak" in line and "tulis saja yang benar" in line
    assert len(outcome.answer.text) <= MAX_CHARACTERS
    assert outcome.conversation.last.blocks == outcome.answer.blocks


def test_a_short_message_is_not_read_back(base):
    turn = Turn("lapor_keluhan", "betis kram", mentions=(told("kram_betis"),), normalized="betis kram")

    answer = respond(base, Conversation(), turn, answer_need).answer

    assert "Yang saya tangkap" not in answer.text
