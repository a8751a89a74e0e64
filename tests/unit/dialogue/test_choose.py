"""Which entries answer a need, and which of them leads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kram.dialogue.choose import NEED_OF_INTENT, choose_entries
from kram.dialogue.state import Person, Turn
from kram.knowledge.model import Hit, Need
from kram.knowledge.yaml_files import read_yaml
from kram.language.model import Kind, Mention
from kram.paths import ROOT


def topic(value: str) -> Mention:
    return Mention(Kind.TOPIC, value, value, 0, len(value))


def said(*mentions: Mention, intent: str = "", words: str = "") -> Turn:
    return Turn(words, intent, mentions=mentions, normalized=words)


@pytest.fixture
def chosen(base):
    """Ids of the entries for a need, the one that leads first."""
    return lambda need, turn=said(), person=Person(): [e.id for e in choose_entries(base, need, turn, person)]  # noqa: B008


@pytest.mark.parametrize("need", Need)
def test_every_need_has_an_answer_even_when_nothing_is_known(chosen, need):
    assert chosen(need) != []


@pytest.mark.parametrize(
    ("population", "entry"),
    [("hamil_t2", "kram-hamil"), ("nifas", "kram-nifas"), ("diabetes", "kram-diabetes"), ("anak", "kram-anak")],
)
@pytest.mark.parametrize("need", [Need.GENERAL, Need.CAUSE, Need.RELIEF, Need.PREVENTION])
def test_the_situation_of_the_person_leads(chosen, population, entry, need):
    assert chosen(need, person=Person(frozenset({population})))[0] == entry


def test_what_kind_of_person_it_is_counts_more_than_when_it_happens(chosen):
    person = Person(frozenset({"hamil_t3"}), contexts=frozenset({"malam"}))

    assert chosen(Need.GENERAL, person=person)[:2] == ["kram-hamil", "kram-malam"]


def test_the_general_entry_does_not_join_a_special_one(chosen):
    person = Person(contexts=frozenset({"malam"}))

    assert "kram-umum" not in chosen(Need.GENERAL, said(topic("kram-umum")), person)


def test_a_cramp_right_now_is_answered_first_of_all(chosen):
    person = Person(frozenset({"hamil"}))

    assert chosen(Need.GENERAL, said(intent="kram_sekarang"), person)[:2] == ["kram-sekarang", "kram-hamil"]


@pytest.mark.parametrize("need", [Need.DEFINITION, Need.FIGURE, Need.DOCTOR, Need.EXERCISE])
def test_a_need_with_a_topic_of_its_own_is_answered_by_that_topic(base, chosen, need):
    first = base.entry(chosen(need, person=Person(frozenset({"hamil"})))[0])

    assert need in first.needs


def test_a_topic_that_was_named_is_the_one_that_answers(chosen):
    assert chosen(Need.DEFINITION, said(topic("beda-kram-kesemutan")))[0] == "beda-kram-kesemutan"


def test_a_topic_that_was_not_named_is_found_by_its_words(chosen):
    turn = replace(said(words="boleh minum air acar"), hits=(Hit("jahe", "x", 0.3), Hit("cuka-acar", "x", 0.2)))

    assert chosen(Need.ALLOWED, turn)[0] == "jahe"
    assert chosen(Need.ALLOWED, replace(turn, hits=turn.hits[1:]))[0] == "cuka-acar"


def test_a_situation_adds_to_a_topic(chosen):
    person = Person(frozenset({"hamil"}))

    assert chosen(Need.DEFINITION, said(topic("beda-kram-kesemutan")), person) == ["beda-kram-kesemutan", "kram-hamil"]


def test_no_more_than_three_entries_answer_and_none_twice(chosen):
    person = Person(frozenset({"hamil", "diabetes", "lansia", "ginjal"}), contexts=frozenset({"malam", "olahraga"}))

    found = chosen(Need.GENERAL, said(topic("kram-hamil")), person)

    assert len(found) == len(set(found)) == 3


def test_every_intent_with_a_need_is_an_intent_of_the_domain():
    intents = {name for item in read_yaml(ROOT / "domain.yml")["intents"] for name in item}

    assert NEED_OF_INTENT.keys() <= intents
