"""What each skill answers when nothing is urgent."""

from __future__ import annotations

import pytest

from kram.dialogue.respond import respond
from kram.dialogue.skills.fallback import fallback
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.skills.outside import outside
from kram.dialogue.skills.receipts import receipts
from kram.dialogue.skills.smalltalk import smalltalk
from kram.dialogue.state import Conversation, Person, Turn
from kram.language.model import SELF, Kind, Mention
from tests.unit.builders import finding, population

_SKILL_OF = {"tanya_sumber": receipts, "nlu_fallback": fallback, "luar_topik": outside, "keluhan_lain": outside}
_TALK = ("terima_kasih", "pamit", "sapaan", "tanya_bot", "koreksi", "orang_lain", "ulangi", "lanjut", "batal", "setuju")


def remedy(value: str, start: int = 0) -> Mention:
    return Mention(Kind.REMEDY, value, value, start, start + len(value))


def topic(value: str) -> Mention:
    return Mention(Kind.TOPIC, value, value, 0, len(value))


def told(intent: str, *mentions: Mention, person: str = "", **more) -> Turn:
    return Turn("", intent, mentions=mentions, person=person, **more)


@pytest.fixture
def talk(base):
    """Plays turns, each with the skill of its intent; gives all outcomes."""

    def play(*turns: Turn, memory=Conversation()):  # noqa: B008
        outcomes = []
        for turn in turns:
            skill = smalltalk if turn.intent in _TALK else _SKILL_OF.get(turn.intent, answer_need)
            memory = outcomes[-1].conversation if outcomes else memory
            outcomes.append(respond(base, memory, turn, skill))
        return outcomes

    return play


# --- complaints and questions ------------------------------------------------------------------------------


def test_a_cramp_without_a_part_of_the_body_is_asked_about(base, talk):
    (outcome,) = talk(told("lapor_keluhan", finding("kram_tak_jelas")))

    assert outcome.answer.text == base.phrases["tanya_bagian"]
    assert outcome.conversation.pending == "bagian"


def test_a_cramp_in_the_leg_is_answered_at_once(talk):
    (outcome,) = talk(told("lapor_keluhan", finding("kram_betis")))

    assert outcome.answer.topics == ("kram-umum",)
    assert outcome.answer.sources != ()


def test_what_kind_of_person_it_is_is_noted_and_the_complaint_asked_for(base, talk):
    (outcome,) = talk(told("lapor_profil", population("hamil_t3")))

    assert base.names["hamil_t3"].spoken in outcome.answer.text
    assert outcome.conversation.pending == "keluhan"


@pytest.mark.parametrize(
    ("populations", "findings", "phrase"),
    [((), (), "remedi_ok"), (("diabetes",), (), "remedi_jangan")],
)
def test_a_question_about_a_remedy_is_answered_with_yes_or_no_for_this_person(
    base, talk, populations, findings, phrase
):
    known = Conversation({SELF: Person(frozenset(populations), dict.fromkeys(findings, ""))})

    (outcome,) = talk(told("tanya_boleh", remedy("kompres_hangat")), memory=known)

    assert outcome.answer.text.startswith(base.phrases[phrase].split("{")[0].strip())


def test_several_remedies_are_answered_one_by_one(base, talk):
    (outcome,) = talk(told("tanya_boleh", remedy("kina"), remedy("peregangan", start=10)))

    assert base.remedies["kina"].name in outcome.answer.blocks[0].text
    assert base.remedies["peregangan"].name in outcome.answer.blocks[0].text


# --- more, again, sources ----------------------------------------------------------------------------------

_QUESTIONS = [
    told("tanya_boleh", remedy("kina")),
    told("tanya_definisi", topic("beda-kram-kesemutan")),
    told("tanya_cegah", finding("kram_betis")),
]


@pytest.mark.parametrize("question", _QUESTIONS, ids=lambda turn: turn.intent)
def test_more_goes_on_about_what_was_asked(talk, question):
    first, more = talk(question, told("lanjut"))

    assert more.answer.topics[0] == first.answer.topics[0]


@pytest.mark.parametrize("question", _QUESTIONS, ids=lambda turn: turn.intent)
def test_again_tells_the_last_answer_once_more(talk, question):
    first, again = talk(question, told("ulangi"))

    assert again.answer.text == first.answer.text


@pytest.mark.parametrize(("intent", "phrase"), [("lanjut", "lanjut_kosong"), ("ulangi", "ulangi_kosong")])
def test_more_and_again_of_nothing_is_said(base, talk, intent, phrase):
    (outcome,) = talk(told(intent))

    assert outcome.answer.text == base.phrases[phrase]


@pytest.mark.parametrize("question", _QUESTIONS, ids=lambda turn: turn.intent)
def test_the_sources_are_those_of_the_last_answer(base, talk, question):
    first, listed = talk(question, told("tanya_sumber"))

    assert listed.answer.sources == first.answer.sources
    assert base.sources[first.answer.sources[0]].title in listed.answer.text


def test_without_an_answer_there_are_no_sources(base, talk):
    (outcome,) = talk(told("tanya_sumber"))

    assert outcome.answer.text == base.phrases["tanpa_sumber"]


# --- somebody else -----------------------------------------------------------------------------------------


def test_the_last_question_is_answered_again_for_somebody_else(base, talk):
    question = told("tanya_boleh", remedy("kompres_hangat"))

    mine, hers = talk(question, told("orang_lain", population("diabetes", who="ibu"), person="ibu"))

    assert base.phrases["siapa_ibu"] in hers.answer.text
    assert hers.conversation.last.remedies == mine.conversation.last.remedies
    assert hers.answer.blocks[0].text != mine.answer.blocks[0].text


def test_who_somebody_else_is_is_asked_when_nobody_is_named(base, talk):
    (outcome,) = talk(told("orang_lain"))

    assert outcome.answer.text == base.phrases["orang_lain_siapa"]


# --- corrections -------------------------------------------------------------------------------------------


def test_a_correction_reads_back_what_is_known(base, talk):
    _, outcome = talk(told("lapor_profil", population("hamil")), told("koreksi", population("hamil_t3")))

    assert base.names["hamil_t3"].spoken in outcome.answer.text


def test_a_correction_that_leaves_nothing_is_not_answered_as_if_it_was_not_understood(base, talk):
    _, outcome = talk(told("lapor_profil", population("hamil")), told("koreksi", population("hamil", negated=True)))

    assert outcome.conversation.person.populations == frozenset()
    assert base.phrases["koreksi_kosong"] not in outcome.answer.text


def test_starting_over_forgets_everybody(base, talk):
    _, outcome = talk(told("lapor_profil", population("hamil")), told("batal"))

    assert outcome.conversation == Conversation()
    assert outcome.answer.text == base.phrases["batal"]


# --- not understood, not ours ------------------------------------------------------------------------------


def test_what_is_not_understood_is_answered_more_simply_each_time_and_never_in_a_loop(base, talk):
    outcomes = talk(*[told("nlu_fallback")] * 4)

    assert [outcome.answer.text for outcome in outcomes] == [
        base.phrases["tidak_paham_1"],
        base.phrases["tidak_paham_2"],
        base.phrases["tidak_paham_3"],
        base.phrases["tidak_paham_3"],
    ]
    assert all(outcome.answer.buttons for outcome in outcomes)


def test_an_answer_in_between_starts_the_count_anew(base, talk):
    *_, outcome = talk(told("nlu_fallback"), told("lapor_keluhan", finding("kram_betis")), told("nlu_fallback"))

    assert outcome.answer.text == base.phrases["tidak_paham_1"]


def test_what_is_not_understood_is_answered_by_what_was_found_in_it(talk):
    (outcome,) = talk(told("nlu_fallback", finding("kram_betis")))

    assert outcome.answer.topics == ("kram-umum",)


@pytest.mark.parametrize("intent", ["luar_topik", "keluhan_lain"])
def test_what_is_not_about_legs_is_said_honestly(base, talk, intent):
    (outcome,) = talk(told(intent))

    assert outcome.answer.text == base.phrases[intent]


def test_a_leg_complaint_is_answered_even_when_it_was_taken_for_something_else(talk):
    (outcome,) = talk(told("luar_topik", finding("kram_betis")))

    assert "kram-umum" in outcome.answer.topics


@pytest.mark.parametrize("intent", ["sapaan", "pamit", "terima_kasih", "tanya_bot"])
def test_small_talk_is_answered_with_its_own_sentence(base, talk, intent):
    (outcome,) = talk(told(intent))

    assert outcome.answer.text == base.phrases[intent]
    assert "{" not in outcome.answer.text
