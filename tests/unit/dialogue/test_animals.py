"""What is told of an animal is answered honestly and changes nothing that is known of people."""

from __future__ import annotations

from kram.dialogue.deciding import read_alone
from kram.dialogue.respond import respond
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.state import Conversation, Turn
from kram.language.model import ANIMAL, SELF, Kind, Mention
from kram.triage.model import Level


def mention(value: str, who: str) -> Mention:
    return Mention(Kind.FINDING, value, value, 0, 0, experiencer=who)


def test_a_cow_that_cannot_breathe_is_no_emergency_of_ours(base):
    turn = Turn("tanda_bahaya", "sapi saya sesak napas", mentions=(mention("sesak_napas", ANIMAL),), person=ANIMAL)

    outcome = respond(base, Conversation(), turn, answer_need)

    assert "dokter hewan" in outcome.answer.text
    assert outcome.conversation == Conversation()
    assert read_alone(base.triage, turn.mentions).level is Level.NONE


def test_the_owner_who_cannot_breathe_is_one(base):
    told = (mention("kram_betis", ANIMAL), mention("sesak_napas", SELF))
    turn = Turn("tanda_bahaya", "kucing saya pincang, saya sesak napas", mentions=told, person=SELF)

    outcome = respond(base, Conversation(), turn, answer_need)

    assert outcome.answer.level is Level.DARURAT
    assert set(outcome.conversation.people) <= {SELF}
