"""Answers from the knowledge, for one person, for one need."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kram.answers.answer import MAX_CHARACTERS, Answer, Block, BlockKind, block_text
from kram.answers.compose import Recipient, button, compose, say
from kram.answers.contraindications import suitability
from kram.knowledge.model import Entry, Need, Status
from kram.triage.engine import decide
from kram.triage.model import Decision, Level
from tests.unit.builders import entry, item, rule

_NOBODY = Recipient()
_NO_DECISION = Decision(Level.NONE)


def person(*populations: str, findings: str = "kram_betis", who: str = "diri") -> Recipient:
    return Recipient(who, frozenset(populations), frozenset(findings.split()))


RECIPIENTS = {
    "nobody in particular": person(findings=""),
    "a cramp": person(),
    "pregnant": person("hamil"),
    "early pregnancy": person("hamil_t1"),
    "late pregnancy, often": person("hamil_t3", findings="kram_betis kram_sering"),
    "after birth": person("nifas"),
    "a child": person("anak", who="anak"),
    "an elderly mother on tablets": person("lansia", "statin", "diuretik", findings="kram_sering", who="ibu"),
    "diabetes": person("diabetes", findings="kram_betis kebas_menetap"),
    "dialysis": person("hemodialisis"),
    "liver": person("sirosis"),
    "heart": person("gagal_jantung", "diuretik", "acei_arb", who="bapak"),
    "blood thinner": person("antikoagulan", "hipertensi"),
    "signs of a clot": person(findings="kram_betis bengkak_satu_kaki"),
    "after an operation": person("pascaoperasi", "kanker", findings="nyeri_betis_menetap"),
    "arteries, skin, stomach": person("pad", "kulit_luka", "lambung", findings="nyeri_saat_jalan"),
}


@dataclass(frozen=True)
class Told:
    """One answer, and to what."""

    entry: Entry
    need: Need
    to: str
    answer: Answer

    def __str__(self) -> str:
        return f"{self.entry.id} / {self.need.value} / {self.to}: {self.answer.text!r}"


@pytest.fixture(scope="module")
def everything(base) -> list[Told]:
    """Every entry for every need and everybody, and in full."""
    decisions = {name: decide(base.triage, who.findings, who.populations) for name, who in RECIPIENTS.items()}
    short = [
        Told(e, need, name, compose(base, (e,), need, who, decisions[name]))
        for e in base.entries.values()
        for need in Need
        for name, who in RECIPIENTS.items()
    ]
    full = [
        Told(e, Need.GENERAL, name, compose(base, (e,), Need.GENERAL, who, decisions[name], full=True))
        for e in base.entries.values()
        for name, who in RECIPIENTS.items()
    ]
    return short + full


def allowed(base, of: Entry, who: Recipient) -> set[str]:
    """Texts of an entry that may be told to somebody."""
    have = who.populations | who.findings
    warnings = {p.text for p in of.points if p.verdict in {"keliru", "tidak_aman"}}
    return {
        i.text.format(**base.numbers)
        for items in (*of.sections.values(), of.points)
        for i in items
        if (not i.only_if or i.only_if & have)
        and not i.skip_if & have
        and (
            i.text in warnings
            or Status.NO not in {suitability(base, r, who.populations, who.findings).status for r in i.remedies}
        )
    }


# --- the real knowledge, every entry x need x person -------------------------------------------------------


def test_every_answer_fits_into_a_chat_message(everything):
    too_long = [str(told) for told in everything if len(told.answer.text) > MAX_CHARACTERS]

    assert len(everything) > 5_000
    assert MAX_CHARACTERS == 900
    assert too_long == []


def test_no_answer_has_an_unfilled_gap(everything):
    unfilled = [str(told) for told in everything if "{" in told.answer.text or "}" in told.answer.text]

    assert unfilled == []


def test_every_answer_starts_with_the_sentence_that_answers_the_need(base, everything):
    others = [
        str(told)
        for told in everything
        if not told.answer.blocks[0].text.endswith(told.entry.opening(told.need).format(**base.numbers))
        or not told.answer.text.startswith(told.answer.blocks[0].text)
    ]

    assert others == []


def test_every_answer_names_its_sources_last(everything):
    unsourced = [
        str(t) for t in everything if not t.answer.sources or t.answer.blocks[-1].kind is not BlockKind.SOURCES
    ]

    assert unsourced == []


def test_nobody_is_told_what_is_not_for_them(base, everything):
    wrong = [
        (told.entry.id, told.to, text)
        for told in everything
        for text in {text for block in told.answer.blocks for text in block.items}
        - allowed(base, told.entry, RECIPIENTS[told.to])
    ]

    assert wrong == []


def test_no_answer_tells_the_same_thing_twice(everything):
    items = [[text for block in told.answer.blocks for text in block.items] for told in everything]

    assert [texts for texts in items if len(texts) != len(set(texts))] == []


def test_every_answer_names_the_entry_it_comes_from(everything):
    others = [str(told) for told in everything if told.answer.topics != (told.entry.id,)]

    assert others == []


def test_answers_from_several_entries_fit_and_are_for_the_person(base):
    situations = [e for e in base.entries.values() if e.kind == "situasi"]
    who = RECIPIENTS["late pregnancy, often"]
    groups = [(one, other, situations[0]) for one in situations for other in situations]

    answers = [compose(base, group, Need.GENERAL, who, _NO_DECISION) for group in groups]

    told = [
        {text for block in answer.blocks for text in block.items}
        - allowed(base, group[0], who)
        - allowed(base, group[1], who)
        - allowed(base, group[2], who)
        for group, answer in zip(groups, answers)
    ]
    assert max(len(answer.text) for answer in answers) <= MAX_CHARACTERS
    assert [texts for texts in told if texts] == []


# --- how an answer is made ---------------------------------------------------------------------------------


def items_of(answer: Answer) -> list[str]:
    return [text for block in answer.blocks for text in block.items]


def test_the_need_decides_what_is_told_first(base):
    both = entry("uji", sekarang=[item("Regangkan.")], penyebab=[item("Otot lelah.")])

    relief = compose(base, (both,), Need.RELIEF, _NOBODY, _NO_DECISION)
    cause = compose(base, (both,), Need.CAUSE, _NOBODY, _NO_DECISION)

    assert (relief.blocks[0].text, items_of(relief)) == ("uji redakan.", ["Regangkan."])
    assert (cause.blocks[0].text, items_of(cause)) == ("uji penyebab.", ["Otot lelah.", "Regangkan."])


def test_what_to_do_now_is_told_in_numbered_steps_and_when_to_see_a_doctor_as_a_warning(base):
    made = entry("uji", sekarang=[item("Regangkan.")], dokter=[item("Bengkak?")])

    answer = compose(base, (made,), Need.GENERAL, _NOBODY, _NO_DECISION)

    assert [block.kind for block in answer.blocks[1:3]] == [BlockKind.STEPS, BlockKind.WARNING]
    assert block_text(answer.blocks[1]).endswith("\n1. Regangkan.")
    assert block_text(answer.blocks[2]).endswith("\n• Bengkak?")


@pytest.mark.parametrize(
    ("conditions", "told"),
    [
        ({}, ["Tarik."]),
        ({"only_if": frozenset({"hamil"})}, ["Tarik."]),
        ({"only_if": frozenset({"anak"})}, []),
        ({"skip_if": frozenset({"anak"})}, ["Tarik."]),
        ({"skip_if": frozenset({"hamil"})}, []),
        ({"skip_if": frozenset({"kram_betis"})}, []),
        ({"only_if": frozenset({"hamil"}), "skip_if": frozenset({"kram_betis"})}, []),
        ({"remedies": ("kina",)}, []),
    ],
)
def test_an_item_is_told_only_to_those_it_is_for(base, conditions, told):
    made = entry("uji", sekarang=[item("Tarik.", **conditions)])

    answer = compose(base, (made,), Need.RELIEF, RECIPIENTS["pregnant"], _NO_DECISION)

    assert items_of(answer) == told


def test_another_entry_adds_one_item_a_section_but_no_steps(base):
    first = entry("satu", sekarang=[item("Regangkan betis.")], penyebab=[item("Otot lelah.")])
    second = entry("dua", sekarang=[item("Minum air.")], penyebab=[item("Kurang tidur."), item("Cuaca panas.")])

    answer = compose(base, (first, second), Need.GENERAL, _NOBODY, _NO_DECISION)

    assert items_of(answer) == ["Regangkan betis.", "Otot lelah.", "Kurang tidur."]
    assert answer.topics == ("satu", "dua")


def test_what_two_entries_say_in_almost_the_same_words_is_told_once(base):
    first = entry("satu", penyebab=[item("Otot betis lelah sesudah kerja.")])
    second = entry("dua", penyebab=[item("Otot betis lelah sesudah olahraga.")])

    answer = compose(base, (first, second), Need.CAUSE, _NOBODY, _NO_DECISION)

    assert items_of(answer) == ["Otot betis lelah sesudah kerja."]


def test_in_full_all_items_are_told_that_fit(base):
    made = entry("uji", sekarang=[item(f"Langkah {number}.") for number in range(7)])

    short = compose(base, (made,), Need.GENERAL, _NOBODY, _NO_DECISION)
    full = compose(base, (made,), Need.GENERAL, _NOBODY, _NO_DECISION, full=True)

    assert (len(items_of(short)), len(items_of(full))) == (3, 7)


def test_what_does_not_fit_is_left_out_and_the_doctor_is_left_out_last(base):
    long = [item(f"{number} " + "kata " * 30) for number in range(9)]
    made = entry("uji", sekarang=long, penyebab=long, cegah=long, dokter=[item("Bengkak sebelah?"), *long])

    answer = compose(base, (made,), Need.GENERAL, _NOBODY, _NO_DECISION, full=True)

    assert len(answer.text) <= MAX_CHARACTERS
    assert "Bengkak sebelah?" in items_of(answer)


def test_for_somebody_else_the_answer_says_for_whom(base):
    made = entry("uji", sekarang=[item("Regangkan.")])

    answer = compose(base, (made,), Need.RELIEF, person(who="ibu"), _NO_DECISION)

    assert base.phrases["siapa_ibu"] in answer.blocks[0].text
    assert answer.blocks[0].text.endswith("uji redakan.")


def test_an_opening_takes_the_place_of_the_first_sentence_and_notes_follow_it(base):
    made = entry("uji", sekarang=[item("Regangkan.")])
    opening, note = Block(BlockKind.TEXT, "Boleh."), Block(BlockKind.TEXT, "Catatan.")

    answer = compose(base, (made,), Need.RELIEF, _NOBODY, _NO_DECISION, opening=opening, notes=[note])

    assert answer.blocks[:2] == (opening, note)


def test_a_rule_that_asks_for_an_appointment_is_told(base):
    asks = rule("D01", Level.DOKTER)
    made = entry("uji", sekarang=[item("Regangkan.")], dokter=[item("Bengkak?")])

    answer = compose(base, (made,), Need.RELIEF, _NOBODY, Decision(Level.DOKTER, (asks,)))

    (told,) = [block for block in answer.blocks if block.entry == "D01"]
    assert asks.say in told.text
    assert answer.level is Level.DOKTER


@pytest.mark.parametrize("level", [Level.MANDIRI, Level.SEGERA, Level.DARURAT])
def test_a_rule_of_another_level_adds_no_appointment(base, level):
    made = entry("uji", sekarang=[item("Regangkan.")])

    answer = compose(base, (made,), Need.RELIEF, _NOBODY, Decision(level, (rule("X01", level),)))

    assert [block for block in answer.blocks if block.entry == "X01"] == []


def test_sources_are_those_of_what_was_told_and_of_nothing_else(base):
    told, left_out = item("Regangkan.", ["CE01"]), item("Kina.", ["CE26"], remedies=("kina",))

    answer = compose(base, (entry("uji", sekarang=[told, left_out]),), Need.RELIEF, _NOBODY, _NO_DECISION)

    assert answer.sources == base.sources_of(["CE01"])


def test_at_most_four_sources_are_named_and_the_rest_is_counted(base):
    many = [item("Regangkan.", sorted(base.evidence)[:30])]

    answer = compose(base, (entry("uji", sekarang=many),), Need.RELIEF, _NOBODY, _NO_DECISION)

    assert answer.blocks[-1].text.count(",") == 4
    assert "lainnya" in answer.blocks[-1].text


def test_a_short_answer_has_its_sentences_and_buttons_and_no_empty_block(base):
    answer = say(base, "Baik.", "", "Lalu?", buttons=("ya", "tidak"))

    assert answer.text == "Baik.\n\nLalu?"
    assert answer.buttons == (button(base, "ya"), button(base, "tidak"))


def test_a_button_sends_what_is_written_on_it(base):
    made = button(base, "cek")

    assert made.payload == made.title == base.phrases["tombol_cek"]


def test_the_custom_object_tells_level_topics_sources_blocks_and_version(base):
    made = entry("uji", sekarang=[item("Regangkan.")])

    custom = compose(base, (made,), Need.RELIEF, _NOBODY, _NO_DECISION).custom()

    assert (custom["triage"], custom["topics"], custom["kb_version"]) == ("none", ["uji"], base.version)
    assert custom["sources"] == list(base.sources_of(["CE01"]))
    assert custom["blocks"][1]["items"] == ["Regangkan."]
