"""A cramp that comes in a posture or with an activity is asked about as that, not as cramps in general."""

from __future__ import annotations

import pytest

from kram.dialogue.activities import asked_of_activity
from kram.dialogue.scene import Scene
from kram.dialogue.state import Asked, Change, Conversation, Turn, remember_all
from kram.knowledge.model import KnowledgeBase
from kram.language.model import Kind, Mention
from kram.triage.engine import decide
from tests.unit.builders import finding, population

CRAMP = finding("kram_betis")


def context(value: str) -> Mention:
    """A circumstance that was told."""
    return Mention(Kind.CONTEXT, value, value, 0, 0)


def asked(base: KnowledgeBase, words: str, *mentions: Mention, said: str = "") -> str:
    turn = Turn("tanya_penyebab", words, 1.0, mentions=mentions, normalized=words)
    memory, _ = remember_all(Conversation(said=said), turn, {})
    scene = Scene(base, memory, turn, Change(), decide(base.triage, set(), frozenset()))
    hit = asked_of_activity(scene)
    return f"{hit.entry}/{hit.point}" if hit is not None else ""


@pytest.mark.parametrize(
    ("words", "point"),
    [
        ("kenapa pas sujud telapak kaki kram ya", "kram-posisi/kenapa-sholat"),
        ("tiap jongkok kaki kram kenapa", "kram-posisi/kenapa-jongkok"),
        ("kalau duduk lesehan sebentar kaki kram kenapa ya", "kram-posisi/kenapa-bersila"),
        ("habis naik motor 3 jam betis kram kenapa ya", "kram-kegiatan/kenapa-motor"),
        ("kok tiap berenang betis kram", "kram-kegiatan/kenapa-renang"),
        ("tiap bangun tidur menggeliat betis kram kenapa", "kapan-muncul/mengulet-pagi"),
    ],
)
def test_why_it_comes_then_is_what_is_answered(base, words, point):
    assert asked(base, words, CRAMP) == point


@pytest.mark.parametrize(
    ("words", "point"),
    [
        ("pas sujud kram cara mengatasi bagaimana", "kebiasaan-harian/kram-saat-sholat"),
        ("pas bersila kram supaya tidak kambuh bagaimana", "kram-posisi/cegah-bersila"),
        ("pas bangun dari jongkok kram bahaya tidak", "kram-posisi/bahaya-posisi"),
        ("jinjit sebentar langsung kram wajar", "kram-posisi/bahaya-posisi"),
        ("kemarin lari 10 k kram supaya tidak terulang bagaimana", "kram-kegiatan/cegah-terulang"),
    ],
)
def test_what_is_asked_of_it_has_an_answer_of_its_own(base, words, point):
    assert asked(base, words, CRAMP) == point


def test_whether_it_is_the_cause_is_asked_of_the_activity_that_the_question_names(base):
    assert asked(base, "apa karena hak tinggi kaki kram", CRAMP) == "kram-kegiatan/kenapa-hak-tinggi"
    assert asked(base, "pakai hak tinggi kaki kram apa karena kurang minum", CRAMP) == ""


def test_what_they_can_still_do_is_not_when_it_comes(base):
    assert asked(base, "kaki kram tapi masih kuat naik tangga kenapa ya", CRAMP) == ""


def test_a_thigh_is_not_loosened_like_a_calf(base):
    assert asked(base, "pas bersila kram harus bagaimana", CRAMP) == "kram-posisi/cara-bersila"
    assert asked(base, "pas bersila paha kram harus bagaimana", CRAMP, context("paha")) == ""


def test_whoever_is_pregnant_or_hurts_on_walking_is_answered_as_that(base):
    assert asked(base, "pas sujud kaki kram kenapa", CRAMP, population("hamil")) == ""
    assert asked(base, "tiap naik tangga betis kram kenapa", CRAMP, finding("nyeri_saat_jalan")) == ""


def test_a_short_question_goes_on_with_what_was_said_before(base):
    turn_before = finding("kram_betis")
    assert asked(base, "kenapa ya dokter", turn_before, said="kaki kram pas sujud") == ""  # a new cramp was told
    memory_says = "kaki kram pas sujud"
    turn = Turn("tanya_penyebab", "kenapa ya", 1.0, normalized="kenapa ya")
    memory, _ = remember_all(Conversation(), Turn("x", memory_says, 1.0, mentions=(CRAMP,), normalized=memory_says), {})
    memory, _ = remember_all(memory, turn, {})
    scene = Scene(
        base,
        Conversation(people=memory.people, focus=memory.focus, said=memory_says),
        turn,
        Change(),
        decide(base.triage, set(), frozenset()),
    )
    hit = asked_of_activity(scene)
    assert hit is not None and hit.point == "kenapa-sholat"


def test_every_activity_answers_what_it_says_it_does(base):
    for one in base.activities.known:
        for entry, point in one.points.values():
            assert base.entry(entry).point(point).text


@pytest.mark.parametrize(
    ("words", "point"),
    [
        ("kemarin kram pas berenang lusa ada tes aman tidak ikut", "kram-di-air/renang-lusa"),
        ("betis kram habis lari besok boleh lari lagi tidak", "kembali-olahraga/main-lagi-sesudah-kram"),
        ("driver ojol kaki kram pas macet masih aman menarik tidak", "kram-berkendara/masih-boleh-narik"),
    ],
)
def test_whether_it_may_go_on_is_answered_for_that_activity(base, words, point):
    assert leave(base, words) == point


def test_whoever_asks_leave_for_something_else_is_not_told_of_the_activity(base):
    assert leave(base, "betis kram habis lari boleh makan gorengan tidak") == ""


def leave(base: KnowledgeBase, words: str) -> str:
    """What answers the words from "lusa", "besok", "masih" or "boleh" on, as the question of a story."""
    parts = words.split()
    start = next(i for i, word in enumerate(parts) if word in {"lusa", "besok", "masih", "boleh"})
    question = Asked(" ".join(parts[start:]), len(" ".join(parts[:start])) + 1, len(words), ())
    turn = Turn(words, "tanya_boleh", 1.0, mentions=(CRAMP,), normalized=words, asked=(question,))
    memory, _ = remember_all(Conversation(), turn, {})
    scene = Scene(base, memory, turn, Change(), decide(base.triage, set(), frozenset()))
    hit = asked_of_activity(scene)
    return f"{hit.entry}/{hit.point}" if hit is not None else ""
