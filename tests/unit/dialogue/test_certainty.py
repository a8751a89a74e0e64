"""How sure it is that a hit is what was asked, and when there is nothing to ask but the complaint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kram.dialogue.asked import certainty, complains_only
from kram.dialogue.scene import Scene
from kram.dialogue.state import Change, Conversation, Turn
from kram.knowledge.model import Hit
from kram.language.model import Kind, Mention
from kram.triage.engine import decide


def test_a_hit_that_stands_out_is_surer_than_one_of_many_alike():
    alone, alike = (
        certainty((Hit("a", "x", 0.3), Hit("b", "y", 0.2))),
        certainty((Hit("a", "x", 0.3), Hit("b", "y", 0.29))),
    )

    assert alone > 0.3 > alike


def test_the_surer_of_two_is_the_nearer_when_both_stand_out_alike():
    assert certainty((Hit("a", "x", 0.4), Hit("b", "y", 0.36))) > certainty((Hit("a", "x", 0.3), Hit("b", "y", 0.27)))


def test_how_far_a_hit_stands_out_counts_only_so_much():
    far, farther = (certainty((Hit("a", "x", 0.2), Hit("b", "y", next_one))) for next_one in (0.1, 0.01))

    assert far == farther < 0.35


def test_nothing_found_is_nothing_sure():
    assert certainty(()) == 0.0
    assert certainty((Hit("a", "x", 0.2),)) == pytest.approx(0.2)


@pytest.fixture
def scene(base) -> Callable[..., Scene]:
    def made(words: str, beside: str | None, *, finding: str = "kram_betis") -> Scene:
        mentions = (Mention(Kind.FINDING, finding, words, 0, len(words)),) if finding else ()
        told = tuple(beside.split()) if beside is not None else None
        turn = Turn(words, "lapor_keluhan", mentions=mentions, normalized=words, beside=told)
        return Scene(base, Conversation(), turn, Change(), decide(base.triage, set(), set()))

    return made


@pytest.mark.parametrize(
    "beside", ["", "istri saya tiap", "kenapa ya dokter", "harus bagaimana", "masih 2 wajar tidak"]
)
def test_a_complaint_with_what_anybody_asks_of_one_asks_nothing_else(scene, beside):
    assert complains_only(scene("betis kram", beside))


@pytest.mark.parametrize("beside", ["apa karena estrogen", "sesudah vaksin", "perlu rontgen"])
def test_a_subject_beside_the_complaint_is_asked(scene, beside):
    assert not complains_only(scene("betis kram", beside))


def test_without_a_complaint_or_a_reading_nothing_is_known_of_it(scene):
    assert not complains_only(scene("halo", "halo", finding=""))
    assert not complains_only(scene("betis kram", None))


def test_a_bare_wish_behind_a_complaint_asks_of_that(scene, base):
    before = scene("betis kram", "")
    conversation = replace(
        before.conversation,
        people={"diri": replace(before.conversation.person, findings={"kram_betis": ""})},
    )

    assert complains_only(replace(scene("cara mencegahnya", "cara mencegah", finding=""), conversation=conversation))
