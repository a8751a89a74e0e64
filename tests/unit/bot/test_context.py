"""What the components that read a message know of the one before."""

from __future__ import annotations

from kram.dialogue.state import Conversation, LastAnswer


def before(base, **changes):
    from bot.nlu.context import before_of

    return before_of(Conversation(**changes).to_dict(), base)


def test_a_new_conversation_has_nothing_before(base):
    from bot.nlu.context import Before, before_of

    assert before_of(None, base) == Before()
    assert before(base) == Before()


def test_the_last_words_about_signs_are_known(base):
    assert before(base, said="betis kanan kram terus").said == "betis kanan kram terus"


def test_the_subject_is_the_remedy_that_was_judged_else_the_topic(base):
    topic = LastAnswer(("kram-malam",), "umum", ())
    remedy = LastAnswer(("magnesium",), "boleh", (), ("magnesium",))

    assert before(base, last=topic).subject == base.entry("kram-malam").title
    assert before(base, last=remedy).subject == base.remedies["magnesium"].name


def test_what_the_knowledge_base_no_longer_has_is_left_out(base):
    assert before(base, last=LastAnswer(("sudah-dihapus",), "umum", (), ("hilang",))).subject == ""


def test_outside_a_conversation_nothing_came_before():
    from bot.nlu.context import Before, what_came_before

    assert what_came_before() == Before()
