"""The address of the page behind an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kram.answers.answer import MAX_CHARACTERS, Answer, Block, BlockKind
from kram.answers.compose import Recipient, compose, say
from kram.answers.links import with_link
from kram.answers.urgent import urgent_answer
from kram.knowledge.model import Need
from kram.triage.engine import decide
from kram.triage.model import Decision, Level

_SITE = "https://redakram.example"
_PATH = "/pengetahuan/"


def answered(text: str = "Regangkan pelan.", level: Level = Level.NONE, **more) -> Answer:
    """An answer that told something with evidence, from two entries."""
    fields = {"topics": ("kram-umum", "kram-malam"), "sources": ("NHS",), "evidence": ("CE01",), **more}
    return Answer(level, (Block(BlockKind.TEXT, text), Block(BlockKind.SOURCES, "Sumber: NHS.")), **fields)


def test_the_address_of_the_leading_entry_comes_last(base):
    linked = with_link(base, answered(), _SITE)

    last = linked.blocks[-1]
    assert (last.kind, last.entry) == (BlockKind.LINK, "kram-umum")
    assert last.text == base.phrases["baca"].format(alamat=f"{_SITE}{_PATH}kram-umum")
    assert linked.text.endswith(last.text)


def test_the_rest_of_the_answer_stays_as_it_was(base):
    plain = answered()

    linked = with_link(base, plain, _SITE)

    assert replace(linked, blocks=linked.blocks[:-1]) == plain


def test_a_site_may_be_written_with_a_slash_at_its_end(base):
    assert with_link(base, answered(), f"{_SITE}/") == with_link(base, answered(), _SITE)


@pytest.mark.parametrize("level", [level for level in Level if not level.urgent], ids=lambda level: level.value)
def test_an_answer_that_is_not_urgent_has_a_link(base, level):
    assert with_link(base, answered(level=level), _SITE).blocks[-1].kind is BlockKind.LINK


@pytest.mark.parametrize("level", [level for level in Level if level.urgent], ids=lambda level: level.value)
def test_an_urgent_answer_has_none(base, level):
    plain = answered(level=level)

    assert with_link(base, plain, _SITE) == plain


def test_the_alarm_itself_has_none(base):
    alarm = urgent_answer(base, decide(base.triage, {"sesak_napas"}, ()), Recipient())

    assert with_link(base, alarm, _SITE) == alarm


@pytest.mark.parametrize(
    ("plain", "site"),
    [
        pytest.param(answered(), "", id="no site"),
        pytest.param(answered(topics=()), _SITE, id="no topics"),
        pytest.param(answered(evidence=()), _SITE, id="nothing with evidence"),
        pytest.param(answered("k" * (MAX_CHARACTERS - 20)), _SITE, id="too long"),
    ],
)
def test_an_answer_without_a_page_or_without_room_has_none(base, plain, site):
    assert with_link(base, plain, site) == plain


def test_small_talk_has_none(base):
    plain = say(base, base.phrases["terima_kasih"])

    assert with_link(base, plain, _SITE) == plain


@pytest.mark.parametrize(("spare", "links"), [(0, True), (-1, False)], ids=["just fits", "one character too long"])
def test_a_link_is_left_out_only_when_the_answer_would_be_too_long_with_it(base, spare, links):
    with_room = with_link(base, answered(""), _SITE)
    filled = answered("k" * (MAX_CHARACTERS - len(with_room.text) - spare))

    linked = with_link(base, filled, _SITE)

    assert (linked != filled) is links
    assert len(linked.text) <= MAX_CHARACTERS


def test_every_answer_of_the_real_knowledge_has_room_for_its_link(base):
    answers = [
        compose(base, (e,), need, Recipient(), Decision(Level.NONE), full=full)
        for e in base.entries.values()
        for need in Need
        for full in (False, True)
    ]

    linked = [with_link(base, answer, _SITE) for answer in answers]

    assert [a.topics[0] for a in linked if a.blocks[-1].kind is not BlockKind.LINK] == []
    assert max(len(a.text) for a in linked) <= MAX_CHARACTERS
