"""The danger-sign check: four questions, answered by tap or in one's own words."""

from __future__ import annotations

import pytest

from kram.answers.answer import MAX_CHARACTERS, BlockKind
from kram.dialogue.screening import QUESTIONS, Reply, ask, cancelled, question, read_reply, result
from kram.dialogue.state import Conversation, Person, Turn
from kram.language.model import SELF
from kram.triage.model import Level
from tests.unit.builders import finding

_ALL_NO = dict.fromkeys(QUESTIONS, Reply.NO)


def typed(words: str, *mentions, intent: str = "") -> Turn:
    return Turn(words, intent, mentions=mentions, normalized=words)


def person(*populations: str, findings: str = "", who: str = SELF) -> Conversation:
    known = Person(frozenset(populations), dict.fromkeys(findings.split(), ""))
    return Conversation({who: known}, focus=who)


# --- reading a reply ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["ya", "iya", "iya dok", "betul", "ada", "ya benar sekali"])
def test_a_word_for_yes_says_yes(base, words):
    assert read_reply(base, "Q1", typed(words)) is Reply.YES


@pytest.mark.parametrize("words", ["tidak", "tidak dok", "belum", "aman", "tidak ada sama sekali"])
def test_a_word_for_no_says_no(base, words):
    assert read_reply(base, "Q1", typed(words)) is Reply.NO


@pytest.mark.parametrize(("intent", "reply"), [("setuju", Reply.YES), ("tolak", Reply.NO)])
def test_a_message_understood_as_yes_or_no_is_one(base, intent, reply):
    assert read_reply(base, "Q1", typed("begitulah kira-kira", intent=intent)) is reply


@pytest.mark.parametrize("words", ["tidak tahu", "kurang tahu dok", "ragu", "tidak yakin sih", "mungkin"])
def test_a_word_of_doubt_is_neither_yes_nor_no(base, words):
    assert read_reply(base, "Q1", typed(words)) is Reply.UNSURE


def test_a_sign_that_was_asked_about_says_yes(base):
    assert read_reply(base, "Q2", typed("bengkak sebelah doang", finding("bengkak_satu_kaki"))) is Reply.YES


def test_a_denied_sign_that_was_asked_about_says_no(base):
    turn = typed("bengkak sih enggak", finding("bengkak_satu_kaki", negated=True))

    assert read_reply(base, "Q2", turn) is Reply.NO


def test_one_sign_present_and_one_denied_say_yes(base):
    turn = typed("merah tapi tidak bengkak", finding("bengkak_satu_kaki", negated=True), finding("merah_hangat"))

    assert read_reply(base, "Q2", turn) is Reply.YES


def test_a_sign_counts_more_than_the_words_yes_and_no(base):
    turn = typed("tidak tahu tapi sesak", finding("sesak_napas"), intent="tolak")

    assert read_reply(base, "Q1", turn) is Reply.YES


@pytest.mark.parametrize(
    "words",
    ["", "kenapa tanya begitu", "berapa lama kram biasanya", "sumbernya apa", "terima kasih", "pijat boleh dok"],
)
def test_something_else_is_no_reply(base, words):
    assert read_reply(base, "Q1", typed(words)) is None


@pytest.mark.parametrize("words", ["ada apa ya dokter", "ada obatnya tidak", "ok terus apa lagi"])
def test_a_question_that_begins_like_a_yes_is_no_reply(base, words):
    assert read_reply(base, "Q1", typed(words, intent="tanya_redakan")) is None


def test_a_sign_of_another_question_is_no_reply(base):
    assert read_reply(base, "Q1", typed("betis memar kemarin", finding("memar"))) is None


def test_a_word_of_doubt_within_another_word_is_no_doubt(base):
    assert read_reply(base, "Q1", typed("tidak makan ikan mentah")) is Reply.NO


def test_a_long_message_that_begins_with_yes_or_no_is_not_taken_for_one(base):
    assert read_reply(base, "Q1", typed("ya begini ceritanya dokter kemarin saya jalan")) is None


# --- asking ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("question_id", QUESTIONS)
def test_every_question_is_asked_with_a_button_for_yes_and_one_for_no(base, question_id):
    answer = ask(base, question_id, first=False, again=False)

    assert answer.text == question(base, question_id).text
    assert [button.title for button in answer.buttons] == [base.phrases["tombol_ya"], base.phrases["tombol_tidak"]]


def test_the_first_question_says_what_is_going_on(base):
    answer = ask(base, "Q1", first=True, again=False)

    assert answer.text.startswith(base.phrases["saring_mulai"])


def test_a_question_that_is_asked_again_is_easier(base):
    answer = ask(base, "Q1", first=True, again=True)

    assert answer.text == base.phrases["saring_lagi"].format(tanya=question(base, "Q1").text)


# --- the result --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("question_id", QUESTIONS)
def test_one_yes_is_urgent_at_once(base, question_id):
    outcome = result(base, Conversation(), {question_id: Reply.YES})

    assert outcome.answer.blocks[0].kind is BlockKind.ALERT
    assert outcome.answer.level.urgent
    assert outcome.conversation.warned == outcome.answer.level.value


@pytest.mark.parametrize("question_id", QUESTIONS)
def test_a_yes_is_told_back_in_the_words_of_the_question(base, question_id):
    outcome = result(base, Conversation(), {question_id: Reply.YES})

    assert question(base, question_id).spoken in outcome.answer.text


def test_a_yes_is_remembered_as_the_first_sign_of_its_question(base):
    outcome = result(base, Conversation(), {"Q2": Reply.YES})

    assert set(outcome.conversation.person.findings) == {"bengkak_satu_kaki"}


def test_a_yes_adds_no_sign_when_the_person_named_one(base):
    outcome = result(base, person(findings="merah_hangat"), {"Q2": Reply.YES})

    assert set(outcome.conversation.person.findings) == {"merah_hangat"}


def test_a_yes_is_about_the_person_in_focus(base):
    outcome = result(base, person("lansia", who="ibu"), {"Q1": Reply.YES})

    assert set(outcome.conversation.people["ibu"].findings) == {"sesak_napas"}
    assert SELF not in outcome.conversation.people


def test_a_pregnancy_told_before_raises_the_level_of_a_yes(base):
    alone = result(base, Conversation(), {"Q2": Reply.YES})
    pregnant = result(base, person("hamil_t3"), {"Q2": Reply.YES})

    assert (alone.answer.level, pregnant.answer.level) == (Level.SEGERA, Level.DARURAT)


def test_all_no_tells_the_safety_net_and_what_helps(base):
    outcome = result(base, person(findings="kram_betis"), _ALL_NO)

    assert base.triage.safety_net in outcome.answer.blocks[0].text
    assert outcome.answer.blocks[0].text == base.phrases["saring_aman"].format(jaring=base.triage.safety_net)
    assert BlockKind.STEPS in {block.kind for block in outcome.answer.blocks}
    assert not outcome.answer.level.urgent
    assert len(outcome.answer.text) <= MAX_CHARACTERS


@pytest.mark.parametrize("replies", [{"Q1": Reply.NO}, {**_ALL_NO, "Q3": Reply.UNSURE}, {}])
def test_an_open_question_is_not_called_safe_and_tells_the_safety_net(base, replies):
    outcome = result(base, Conversation(), replies)

    assert base.triage.safety_net in outcome.answer.text
    assert outcome.answer.blocks[0].text == base.phrases["saring_ragu"].format(jaring=base.triage.safety_net)


def test_a_danger_told_before_is_urgent_even_after_four_times_no(base):
    outcome = result(base, person(findings="sesak_napas"), _ALL_NO)

    assert outcome.answer.blocks[0].kind is BlockKind.ALERT


def test_four_times_no_is_for_the_person(base):
    outcome = result(base, person("lansia", who="ibu", findings="kram_betis"), _ALL_NO)

    assert outcome.answer.level is Level.MANDIRI
    assert outcome.conversation.focus == "ibu"


def test_a_check_that_was_stopped_tells_the_safety_net_and_forgets_nothing(base):
    known = person("hamil", findings="kram_betis")

    outcome = cancelled(base, known)

    assert base.triage.safety_net in outcome.answer.text
    assert outcome.conversation == known
