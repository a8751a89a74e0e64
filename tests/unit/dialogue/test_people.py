"""What is asked is answered for the kind of person who asks it."""

from __future__ import annotations

import pytest

from kram.dialogue.several import questions_in
from kram.dialogue.state import Asked, Turn
from kram.language.model import SELF, Kind, Mention

_CHILD = "anak"


def _said(text: str, *told: tuple[Kind, str], intent: str = "tanya_boleh", who: str = SELF) -> Turn:
    """A message in normalised words, with what the reader found in it."""
    mentions = tuple(Mention(kind, value, text, 0, 0, experiencer=who) for kind, value in told)
    return Turn(intent, text, 1.0, mentions=mentions, normalized=text, person="" if who == SELF else who)


def _people(*ids: str) -> list[tuple[Kind, str]]:
    return [(Kind.POPULATION, one) for one in ids]


_CRAMP = (Kind.FINDING, "kram_betis")
_NUMB = (Kind.FINDING, "kebas_menetap")


@pytest.mark.parametrize(
    ("text", "told", "entry", "point"),
    [
        ("vitamin apa yang aman untuk ibu menyusui", ["menyusui", "nifas"], "menyusui-sehari-hari", "vitamin-busui"),
        ("vitamin apa yang aman untuk ibu hamil", ["hamil"], "vitamin", "hamil-vitamin-apa"),
        ("hamil boleh minum cdr tidak", ["hamil"], "hamil-sehari-hari", "cdr-hamil"),
        ("menyusui boleh minum cdr tidak", ["menyusui"], "menyusui-sehari-hari", "kalsium-busui"),
        ("hamil boleh minum air kelapa tidak", ["hamil"], "hamil-sehari-hari", "air-kelapa-hamil"),
        ("minum asam folat ada efek samping tidak", ["hamil"], "tablet-kehamilan", "asam-folat-kram"),
    ],
)
def test_a_thing_that_is_named_is_answered_for_who_asks(talk, base, text, told, entry, point):
    answer = talk(_said(text, *_people(*told))).answer

    assert base.entry(entry).point(point).text.format(**base.numbers) in answer.text


@pytest.mark.parametrize(
    ("text", "who", "point"),
    [
        ("kaki kram karena kurang kalsium ya", "hamil", "kurang-kalsium-hamil"),
        ("kaki kram bahaya untuk janin tidak", "hamil", "kram-bahaya-janin"),
        ("kaki kram karena menyusui ya", "menyusui", "menyusui-kurang-kalsium"),
        ("kaki kram kapan hilang ya", "menyusui", "kapan-hilang-nifas"),
        ("kaki kram tanda keguguran bukan", "hamil", "bukan-keguguran"),
    ],
)
def test_what_is_supposed_of_a_cramp_is_answered_for_who_supposes_it(talk, text, who, point):
    outcome = talk(_said(text, _CRAMP, *_people(who), intent="tanya_penyebab"))

    assert outcome.conversation.last.point == point


def test_tingling_in_pregnancy_is_not_answered_about_cramps(talk):
    told = talk(_said("tangan dan kaki kesemutan bahaya untuk janin tidak", _NUMB, *_people("hamil"))).answer

    assert "kram" not in told.text.lower().split("\n")[0]
    assert "kesemutan" in told.text


def test_whoever_is_no_such_person_is_asked_nothing_of_the_kind(talk):
    outcome = talk(_said("vitamin apa yang bagus untuk kaki kram", _CRAMP))

    assert "menyusui" not in outcome.answer.text
    assert outcome.conversation.last.point not in {"vitamin-busui", "hamil-vitamin-apa", "vitamin-anak"}


def test_a_medicine_that_is_named_is_what_may_reach_the_baby(talk):
    """Asked behind a medicine, "does it reach my baby?" is no question of the cramp."""
    told = (_CRAMP, *_people("menyusui"), (Kind.REMEDY, "parasetamol"))
    outcome = talk(_said("kaki kram minum parasetamol berpengaruh ke bayi tidak", *told))

    assert outcome.conversation.last.point != "kram-pengaruh-asi"


def test_of_two_told_suspicions_the_one_that_is_right_is_told_for_who_asks(talk, base, real_reader):
    text = (
        "saya menyusui. betis kram tiap malam. kata ibu kurang kalsium, kata suami kurang minum. "
        "mana yang betul? boleh lari?"
    )
    read = real_reader.read(text)
    asked = tuple(Asked(q.text, q.start, q.end, ()) for q in questions_in(read.tokens, base.asking))
    turn = Turn("tanya_penyebab", text, 1.0, mentions=read.mentions, normalized=read.normalized, asked=asked)

    answer = talk(turn).answer

    assert base.entry("sesudah-melahirkan").point("menyusui-kurang-kalsium").text.split(":")[0] in answer.text
    assert "hipokalsemia" not in answer.text


def test_what_is_to_be_done_stays_behind_the_sign_it_is_for(base):
    """An answer that is shortened never ends with "satu betis bengkak?"."""
    from kram.answers.answer import Block, BlockKind
    from kram.dialogue.skills.several import _within_room

    long = "Kram itu sering. " + "Otot yang lelah mungkin berperan di sini. " * 8
    blocks = [Block(BlockKind.TEXT, f"{long}Satu betis bengkak? Ke IGD hari ini.") for _ in range(2)]

    for block in _within_room(blocks):
        assert block.text.endswith("Satu betis bengkak? Ke IGD hari ini.")
