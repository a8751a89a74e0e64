""" "Selengkapnya": the rest of the last answer, and when there is no rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kram.answers.answer import MAX_CHARACTERS, Answer
from kram.answers.likeness import alike
from kram.dialogue.respond import respond
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.skills.smalltalk import smalltalk
from kram.dialogue.state import Conversation, Person, Turn
from kram.knowledge.model import Entry, Hit, Point
from kram.language.model import SELF, Kind, Mention
from tests.unit.builders import entry, finding, item

_MORE = Turn("selengkapnya", "lanjut", normalized="selengkapnya")
_AGAIN = Turn("ulangi", "ulangi", normalized="ulangi")
_TALK = {"lanjut", "ulangi", "terima_kasih"}


def named(kind: Kind, value: str) -> Mention:
    return Mention(kind, value, value, 0, len(value))


def asked(intent: str, *mentions: Mention, hits: tuple[Hit, ...] = ()) -> Turn:
    return Turn("apa itu?", intent, mentions=mentions, normalized="apa itu", hits=hits)


def texts(answer: Answer) -> set[str]:
    """All that an answer tells: its paragraphs, headings and items."""
    return {text for block in answer.blocks for text in (block.text, *block.items)}


def items(answer: Answer) -> list[str]:
    return [text for block in answer.blocks for text in block.items]


@pytest.fixture
def talk(base):
    """Plays turns; the made entries join the real ones. Gives all outcomes."""

    def play(*turns: Turn, memory=Conversation(), entries: tuple[Entry, ...] = ()):  # noqa: B008
        content = replace(base, entries={**base.entries, **{e.id: e for e in entries}})
        outcomes = []
        for turn in turns:
            memory = outcomes[-1].conversation if outcomes else memory
            outcomes.append(respond(content, memory, turn, smalltalk if turn.intent in _TALK else answer_need))
        return outcomes

    return play


# --- a point, a topic, a remedy, a situation ---------------------------------------------------------------

_NUMBERS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan")
_MADE = replace(
    entry(
        "uji",
        sekarang=[item(f"Langkah {n}.") for n in _NUMBERS[:6]],
        penyebab=[item(f"Sebab {n}.") for n in _NUMBERS[:6]],
        dokter=[item(f"Gejala {n}.") for n in _NUMBERS[:6]],
    ),
    kind="topik",
    title="Uji coba",
    points=tuple(Point(f"Jawaban {n}.", ("CE01",), "B", id=n, ask=(f"tanya {n}?",)) for n in _NUMBERS),
)
_REMEDY = replace(_MADE, id="uji-remedi", kind="remedi", remedies=("kompres_hangat",))

_QUESTIONS = [
    pytest.param(asked("tanya_definisi", hits=(Hit("uji", "satu", 1.0),)), id="a point"),
    pytest.param(asked("tanya_definisi", named(Kind.TOPIC, "uji")), id="a topic"),
    pytest.param(asked("tanya_boleh", named(Kind.REMEDY, "kina")), id="a remedy"),
    pytest.param(asked("lapor_keluhan", finding("kram_betis"), named(Kind.CONTEXT, "malam")), id="a situation"),
]


@pytest.mark.parametrize("question", _QUESTIONS)
def test_more_tells_nothing_that_was_told(talk, question):
    first, more = talk(question, _MORE, entries=(_MADE,))

    assert items(more.answer) != []
    assert set(items(more.answer)) & texts(first.answer) == set()


@pytest.mark.parametrize("question", _QUESTIONS)
def test_more_says_of_what_it_is_the_rest(base, talk, question):
    first, more = talk(question, _MORE, entries=(_MADE,))

    title = {**base.entries, "uji": _MADE}[first.answer.topics[0]].title
    assert more.answer.topics[0] == first.answer.topics[0]
    assert more.answer.blocks[0].text == base.phrases["lanjutan"].format(judul=title)


@pytest.mark.parametrize("question", _QUESTIONS)
def test_more_goes_on_until_all_is_told_and_says_so(base, talk, question):
    first, *rest = talk(question, *[_MORE] * 12, entries=(_MADE,))

    lead = {**base.entries, "uji": _MADE}[first.answer.topics[0]]
    ended = base.phrases["lanjut_habis"].format(judul=lead.title)
    answers = [outcome.answer for outcome in rest]
    told = [text for answer in (first.answer, *answers) for text in items(answer)]
    assert answers[0].text != ended
    assert answers[-1].text == answers[-2].text == ended
    assert len(told) == len(set(told))
    everything = [*told, *texts(first.answer)]
    points = [p.text.format(**base.numbers) for p in lead.points if not p.only_if]
    assert [text for text in points if not any(alike(text, other) for other in everything)] == []


@pytest.mark.parametrize("question", _QUESTIONS)
def test_more_names_the_sources_of_what_it_tells(base, talk, question):
    _, more = talk(question, _MORE, entries=(_MADE,))

    told = [e for block in more.answer.blocks for e in block.evidence]
    assert more.answer.sources == base.sources_of(told) != ()


@pytest.mark.parametrize("question", _QUESTIONS)
def test_after_more_again_tells_the_rest_once_more(talk, question):
    _, more, again = talk(question, _MORE, _AGAIN, entries=(_MADE,))

    assert again.answer.text == more.answer.text


@pytest.mark.parametrize("question", _QUESTIONS)
def test_again_tells_exactly_what_was_told(talk, question):
    first, again, still = talk(question, _AGAIN, _AGAIN, entries=(_MADE,))

    assert first.answer.text == again.answer.text == still.answer.text
    assert first.answer.sources == again.answer.sources


def test_again_keeps_the_verdict_on_a_claim(talk):
    words = "kram itu menular, mitos atau fakta"
    claim = Turn(words, "tanya_definisi", normalized=words, hits=(Hit("uji", "satu", 1.0),))

    first, again = talk(claim, _AGAIN, entries=(_MADE,))

    assert first.answer.text == again.answer.text
    assert again.answer.blocks[0].text.startswith("Fakta.")


def test_again_tells_anew_what_no_longer_fits_the_person(base, talk):
    warm = Point("Boleh, 10 menit.", ("CE95",), "C", ("kompres_hangat",), id="hangat", ask=("berapa lama?",))
    made = replace(entry("uji"), kind="topik", points=(warm,))
    question = asked("tanya_angka", hits=(Hit("uji", "hangat", 1.0),))
    told_later = Turn("makasih, nadi kaki saya tersumbat", "terima_kasih", mentions=(named(Kind.POPULATION, "pad"),))

    first, _, again = talk(question, told_later, _AGAIN, entries=(made,))

    assert first.answer.blocks[0].text == "Boleh, 10 menit."
    assert "Boleh, 10 menit." not in again.answer.text
    assert base.remedies["kompres_hangat"].by_population["pad"].reason in again.answer.text


@pytest.mark.parametrize("question", _QUESTIONS)
def test_a_new_question_has_a_rest_of_its_own(base, talk, question):
    other = asked("tanya_definisi", hits=(Hit("uji", "dua", 1.0),))

    *_, fresh, more = talk(question, _MORE, _MORE, other, _MORE, entries=(_MADE,))

    assert fresh.answer.blocks[0].text == "Jawaban dua."
    assert more.answer.blocks[0].text == base.phrases["lanjutan"].format(judul=_MADE.title)


def test_small_talk_in_between_does_not_start_the_rest_anew(talk):
    question = asked("tanya_definisi", hits=(Hit("uji", "satu", 1.0),))

    _, _, ended, _, still = talk(question, _MORE, _MORE, Turn("makasih", "terima_kasih"), _MORE, entries=(_MADE,))

    assert still.answer.text == ended.answer.text


def test_after_more_the_remedy_that_was_asked_about_is_still_known(talk):
    question = asked("tanya_definisi", named(Kind.REMEDY, "kompres_hangat"), hits=(Hit("uji", "satu", 1.0),))

    first, more = talk(question, _MORE, entries=(_MADE,))

    assert more.conversation.last.remedies == first.conversation.last.remedies == ("kompres_hangat",)


# --- what there is to tell ---------------------------------------------------------------------------------


def test_an_answer_that_was_all_has_no_rest(base, talk):
    small = replace(entry("uji", sekarang=[item("Tarik pelan.")]), kind="topik", title="Uji coba")

    _, more = talk(asked("tanya_definisi", named(Kind.TOPIC, "uji")), _MORE, entries=(small,))

    assert more.answer.text == base.phrases["lanjut_habis"].format(judul="Uji coba")


def test_what_is_not_for_the_person_is_not_in_the_rest(talk):
    tail = [item("Minum magnesium.", remedies=("magnesium",)), item("Naik tangga.", skip_if=frozenset({"ginjal"}))]
    made = replace(_MADE, sections={**_MADE.sections, **entry("x", cegah=tail).sections})
    question = asked("tanya_dokter", named(Kind.TOPIC, "uji"))
    kidneys = Conversation({SELF: Person(frozenset({"ginjal"}))})

    _, for_others = talk(question, _MORE, entries=(made,))
    _, for_kidneys = talk(question, _MORE, memory=kidneys, entries=(made,))

    assert {"Minum magnesium.", "Naik tangga."} <= texts(for_others.answer)
    assert {"Minum magnesium.", "Naik tangga."} & texts(for_kidneys.answer) == set()


def test_an_item_with_a_number_to_call_is_not_told_again(base, talk):
    made = replace(_MADE, sections=entry("x", dokter=[item("Sesak? Telepon {darurat}."), item("Demam?")]).sections)

    first, more = talk(asked("tanya_dokter", named(Kind.TOPIC, "uji")), _MORE, entries=(made,))

    call = f"Sesak? Telepon {base.numbers['darurat']}."
    assert call in items(first.answer)
    assert call not in items(more.answer)


_NEAREST_LAST = tuple(Hit("uji", n, 1.0 - place / 10) for place, n in enumerate(("satu", "delapan", "tujuh")))


def test_the_rest_of_a_point_leaves_out_what_was_nearest_to_the_question_and_told(talk):
    question = asked("tanya_definisi", hits=_NEAREST_LAST)
    different = tuple(replace(p, text=f"{p.id.capitalize()}.") for p in _MADE.points)

    first, more = talk(question, _MORE, entries=(replace(_MADE, points=different),))

    assert "Delapan." in texts(first.answer)
    assert set(items(more.answer)) & texts(first.answer) == set()


def test_the_rest_of_a_point_leaves_out_nothing_that_was_not_told(talk):
    question = asked("tanya_definisi", hits=_NEAREST_LAST)

    first, more = talk(question, _MORE, entries=(_MADE,))

    assert {p.text for p in _MADE.points} <= texts(first.answer) | texts(more.answer)


def test_the_rest_about_a_remedy_leaves_out_the_point_that_was_told_with_the_verdict(talk):
    question = asked("tanya_boleh", named(Kind.REMEDY, "kompres_hangat"), hits=(Hit("uji-remedi", "tiga", 1.0),))

    first, more = talk(question, _MORE, entries=(_REMEDY,))

    assert "Jawaban tiga." in texts(first.answer)
    assert "Jawaban tiga." not in texts(more.answer)


# --- the real knowledge ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def everything(base) -> list[tuple[str, Answer, Answer]]:
    """(name, answer, its rest) for every point and every entry of the real knowledge."""
    questions = {
        f"{e.id}#{p.id}": asked("tanya_definisi", hits=(Hit(e.id, p.id, 1.0),))
        for e in base.entries.values()
        for p in e.points
    }
    questions |= {e.id: asked("tanya_penyebab", named(Kind.TOPIC, e.id)) for e in base.entries.values()}
    questions |= {f"remedi {r}": asked("tanya_boleh", named(Kind.REMEDY, r)) for r in base.remedies}
    told = []
    for name, question in questions.items():
        first = respond(base, Conversation(), question, answer_need)
        told.append((name, first.answer, respond(base, first.conversation, _MORE, smalltalk).answer))
    return told


def test_every_rest_fits_into_a_chat_message(everything):
    assert len(everything) > 600
    assert [name for name, _, rest in everything if len(rest.text) > MAX_CHARACTERS] == []


def test_no_rest_tells_anything_that_was_told(everything):
    assert [(name, again) for name, first, rest in everything if (again := set(items(rest)) & texts(first))] == []


def test_a_rest_either_tells_something_or_says_that_it_was_all(base, everything):
    empty = [
        name
        for name, _, rest in everything
        if not items(rest) and rest.text != base.phrases["lanjut_habis"].format(judul=base.entry(rest.topics[0]).title)
    ]

    assert empty == []
