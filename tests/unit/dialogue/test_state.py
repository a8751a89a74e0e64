"""What a conversation remembers of the people it is about."""

from __future__ import annotations

import json

import pytest

from kram.dialogue.deciding import IMPLIED
from kram.dialogue.state import Asked, Conversation, LastAnswer, Person, Turn, remember
from kram.language.model import SELF, Kind, Mention, Temporality
from tests.unit.builders import finding, population

_STAGES = ["hamil", "hamil_t1", "hamil_t2", "hamil_t3"]


def told(*mentions: Mention, person: str = "") -> Turn:
    return Turn("", "", mentions=mentions, person=person)


def after(*turns: Turn) -> Conversation:
    """The memory after some messages."""
    conversation = Conversation()
    for turn in turns:
        conversation, _ = remember(conversation, turn, IMPLIED)
    return conversation


def context(value: str, **more) -> Mention:
    return Mention(Kind.CONTEXT, value, value, 0, len(value), **more)


# --- findings ----------------------------------------------------------------------------------------------


def test_what_is_told_is_remembered_with_the_words_that_named_it():
    person = after(told(finding("sesak_napas"), population("diabetes"), context("malam"))).person

    assert person == Person(frozenset({"diabetes"}), {"sesak_napas": "sesak_napas"}, frozenset({"malam"}))


def test_what_is_told_later_is_added():
    person = after(told(finding("demam")), told(finding("sesak_napas"))).person

    assert set(person.findings) == {"demam", "sesak_napas"}


def test_a_denied_finding_is_not_remembered():
    person = after(told(finding("demam", negated=True))).person

    assert person.findings == {}


@pytest.mark.parametrize("when", [Temporality.PAST, Temporality.HYPOTHETICAL])
def test_what_was_once_or_is_only_supposed_is_not_remembered_as_present(when):
    person = after(told(finding("demam", when=when))).person

    assert person.findings == {}


def test_a_denial_takes_back_what_was_told_before():
    person = after(told(finding("demam"), finding("memar")), told(finding("demam", negated=True))).person

    assert set(person.findings) == {"memar"}


@pytest.mark.parametrize("when", [Temporality.PAST, Temporality.HYPOTHETICAL])
def test_the_past_and_the_supposed_take_nothing_back(when):
    person = after(told(finding("demam")), told(finding("demam", when=when))).person

    assert set(person.findings) == {"demam"}


@pytest.mark.parametrize("order", [1, -1])
def test_what_one_message_both_says_and_denies_stays(order):
    said = [finding("bengkak_satu_kaki"), finding("bengkak_satu_kaki", negated=True)][::order]

    person = after(told(*said)).person

    assert set(person.findings) == {"bengkak_satu_kaki"}


@pytest.mark.parametrize("order", [1, -1])
def test_what_one_message_both_says_and_denies_stays_when_it_was_known_before(order):
    said = [finding("bengkak_satu_kaki"), finding("bengkak_satu_kaki", negated=True)][::order]

    person = after(told(finding("bengkak_satu_kaki")), told(*said)).person

    assert set(person.findings) == {"bengkak_satu_kaki"}


# --- populations -------------------------------------------------------------------------------------------


def test_a_stage_replaces_the_pregnancy_that_was_told_before():
    person = after(told(population("hamil")), told(population("hamil_t3"))).person

    assert person.populations == {"hamil_t3"}


def test_a_later_stage_replaces_an_earlier_one():
    person = after(told(population("hamil_t1")), told(population("hamil_t2"))).person

    assert person.populations == {"hamil_t2"}


def test_a_pregnancy_without_a_stage_keeps_the_stage_that_is_known():
    person = after(told(population("hamil_t2")), told(population("hamil"))).person

    assert person.populations == {"hamil_t2"}


@pytest.mark.parametrize("stage", _STAGES)
@pytest.mark.parametrize("denied", _STAGES)
def test_a_denied_pregnancy_removes_every_stage_and_nothing_else(stage, denied):
    person = after(told(population(stage), population("diabetes")), told(population(denied, negated=True))).person

    assert person.populations == {"diabetes"}


def test_a_denied_illness_removes_only_itself():
    person = after(told(population("diabetes"), population("ginjal")), told(population("ginjal", negated=True))).person

    assert person.populations == {"diabetes"}


@pytest.mark.parametrize("sign", ["perdarahan_hamil", "ketuban", "gerak_janin_kurang", "kram_perut_hamil"])
def test_what_only_a_pregnant_person_can_have_implies_a_pregnancy(sign):
    person = after(told(finding(sign))).person

    assert person.populations == {"hamil"}


def test_an_implied_pregnancy_does_not_replace_a_stage_that_is_known():
    person = after(told(population("hamil_t3")), told(finding("ketuban"))).person

    assert person.populations == {"hamil_t3"}


def test_a_denied_sign_of_pregnancy_implies_none():
    person = after(told(finding("ketuban", negated=True))).person

    assert person.populations == frozenset()


def test_a_denied_context_is_not_remembered():
    person = after(told(context("malam", negated=True))).person

    assert person.contexts == frozenset()


# --- persons -----------------------------------------------------------------------------------------------


def test_what_is_told_of_somebody_else_stays_theirs():
    conversation = after(told(finding("sesak_napas", who="ibu"), population("diabetes", who="ibu"), person="ibu"))

    assert conversation.focus == "ibu"
    assert set(conversation.people) == {"ibu"}


def test_one_message_may_be_about_two_people():
    conversation = after(told(finding("kram_betis"), finding("sesak_napas", who="ibu"), person=SELF))

    assert set(conversation.people[SELF].findings) == {"kram_betis"}
    assert set(conversation.people["ibu"].findings) == {"sesak_napas"}
    assert conversation.focus == SELF


def test_a_message_that_names_nobody_goes_on_about_the_person_in_focus():
    conversation = after(told(population("diabetes", who="ibu"), person="ibu"), told(finding("demam")))

    assert set(conversation.people["ibu"].findings) == {"demam"}
    assert SELF not in conversation.people


def test_a_message_that_names_the_writer_goes_back_to_them():
    conversation = after(told(population("diabetes", who="ibu"), person="ibu"), told(finding("demam"), person=SELF))

    assert conversation.focus == SELF
    assert conversation.people["ibu"].findings == {}
    assert set(conversation.people[SELF].findings) == {"demam"}


def test_a_denial_about_one_person_takes_nothing_back_from_another():
    conversation = after(told(finding("demam")), told(finding("demam", who="ibu", negated=True), person="ibu"))

    assert set(conversation.people[SELF].findings) == {"demam"}


def test_turning_to_somebody_else_leaves_open_questions_and_warnings_behind():
    asked = Conversation(pending="bagian", warned="darurat")

    conversation, _ = remember(asked, told(person="ibu"), {})

    assert (conversation.focus, conversation.pending, conversation.warned) == ("ibu", "", "")


def test_nobody_in_particular_is_somebody_of_whom_nothing_is_known():
    assert Conversation().person == Person()


# --- change ------------------------------------------------------------------------------------------------


def test_the_change_tells_what_is_new():
    known = after(told(finding("demam")))

    _, change = remember(known, told(finding("demam"), finding("memar"), population("hamil")), {})

    assert (change.findings, change.populations, change.taken_back) == ({"memar"}, {"hamil"}, frozenset())


def test_the_change_tells_what_was_taken_back():
    known = after(told(finding("demam"), population("hamil_t2")))

    _, change = remember(known, told(finding("demam", negated=True), population("hamil", negated=True)), {})

    assert change.taken_back == {"demam", "hamil_t2"}


def test_the_change_is_about_the_person_in_focus_only():
    _, change = remember(Conversation(), told(finding("demam", who="ibu"), finding("memar"), person=SELF), {})

    assert change.findings == {"memar"}


def test_remembering_leaves_the_memory_before_as_it_was():
    before = after(told(finding("demam")))

    remember(before, told(finding("memar"), population("hamil")), {})

    assert before == after(told(finding("demam")))


# --- the slot ----------------------------------------------------------------------------------------------


def test_the_memory_comes_back_from_the_slot_as_it_went_in():
    memory = Conversation(
        people={SELF: Person(frozenset({"hamil"}), {"demam": "panas"}, frozenset({"malam"})), "ibu": Person()},
        focus="ibu",
        last=LastAnswer(("kompres",), "boleh", ("NHS",), ("kompres_hangat",)),
        misses=2,
        pending="bagian",
        warned="darurat",
    )

    back = Conversation.from_dict(json.loads(json.dumps(memory.to_dict())))

    assert back == memory


@pytest.mark.parametrize("empty", [None, {}])
def test_an_empty_slot_is_a_new_conversation(empty):
    assert Conversation.from_dict(empty) == Conversation()


def _remedy(value: str, text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(Kind.REMEDY, value, words, start, start + len(words))


def test_a_remedy_that_was_tried_is_not_asked_about():
    text = "sudah pakai balsem tetap kram. boleh minum kopi tidak?"
    named = (_remedy("balsem", text, "balsem"), _remedy("kopi", text, "kopi"))
    question = Asked("boleh minum kopi tidak dok ya", text.index("boleh"), len(text) - 1)

    turn = Turn(text, "tanya_boleh", mentions=named, asked=(question,))

    assert turn.remedies == ("kopi",)
    assert turn.named_remedies == ("balsem", "kopi")


def test_a_short_question_is_about_the_sentence_before_it():
    text = "betis kram. mau minum kopi. apa boleh dok?"
    question = Asked("apa boleh dok", text.index("apa"), len(text) - 1)

    assert Turn(text, "tanya_boleh", mentions=(_remedy("kopi", text, "kopi"),), asked=(question,)).remedies == ("kopi",)
