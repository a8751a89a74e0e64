"""What is behind an answer: its sources, and which of the person's own words led to it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from kram.answers.answer import MAX_CHARACTERS, Block, BlockKind
from kram.dialogue.respond import respond
from kram.dialogue.screening import Reply, result
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.skills.reasons import reasons
from kram.dialogue.skills.receipts import receipts
from kram.dialogue.skills.smalltalk import smalltalk
from kram.dialogue.state import Conversation, LastAnswer, Turn
from kram.knowledge.model import Evidence, Hit, Review, Source
from kram.triage.model import Level

_SKILL_OF = {"tanya_sumber": receipts, "tanya_alasan": reasons, "lanjut": smalltalk, "ulangi": smalltalk}
_SOURCES = Turn("sumbernya apa?", "tanya_sumber", normalized="sumbernya apa")
_WHY = Turn("kenapa begitu?", "tanya_alasan", normalized="kenapa begitu")
_SOURCE = Source("UJI", "Judul Sumber", "Uji", "Penerbit Sumber", 2021, None, "EXP")


def resting_on(base, *ids: str, entries: tuple[str, ...] = ("kram-umum",)) -> Conversation:
    """A memory whose last answer rested on this evidence."""
    return Conversation(last=LastAnswer(entries, "umum", base.sources_of(ids), evidence=ids))


@pytest.fixture
def with_evidence(base):
    """The real knowledge with one more source, and evidence of these grades that rests on it."""

    def make(*grades: str, source: Source = _SOURCE):
        made = {f"UJI{n}": Evidence(f"UJI{n}", "Isi.", (source.id,), grade) for n, grade in enumerate(grades)}
        return replace(base, sources={**base.sources, source.id: source}, evidence={**base.evidence, **made})

    return make


@pytest.fixture
def talk(base, real_reader):
    """Plays (words, intent, hits), each with the skill of its intent; gives all outcomes."""

    def play(*messages: tuple, memory=Conversation()):  # noqa: B008
        outcomes = []
        for words, intent, *hits in messages:
            read = real_reader.read(words)
            turn = Turn(
                words,
                intent,
                mentions=read.mentions,
                person=read.person,
                normalized=read.normalized,
                parts=read.parts,
                sides=read.sides,
                hits=tuple(hits),
            )
            memory = outcomes[-1].conversation if outcomes else memory
            outcomes.append(respond(base, memory, turn, _SKILL_OF.get(intent, answer_need)))
        return outcomes

    return play


@pytest.fixture
def asked(base):
    """A question that a point of the real knowledge answers."""
    of = base.entry("lama-kram").points[0]
    return ("kram itu biasanya berapa lama?", "tanya_angka", Hit("lama-kram", of.id, 1.0))


# --- sources -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("grade", ["A", "B", "C"])
def test_a_source_is_named_with_title_publisher_year_and_its_grade_in_words(with_evidence, grade):
    content = with_evidence(grade)

    answer = respond(content, resting_on(content, "UJI0"), _SOURCES, receipts).answer

    line = f"• Judul Sumber (Penerbit Sumber, 2021): {content.phrases[f'bukti_{grade.lower()}']}"
    assert line in answer.text.splitlines()


def test_a_source_without_a_year_is_named_without_one(with_evidence):
    content = with_evidence("B", source=replace(_SOURCE, year=None))

    answer = respond(content, resting_on(content, "UJI0"), _SOURCES, receipts).answer

    assert "• Judul Sumber (Penerbit Sumber): " in answer.text


@pytest.mark.parametrize(("grades", "best"), [("CA", "a"), ("BC", "b"), ("CC", "c")])
def test_of_several_grades_of_a_source_the_best_that_was_told_counts(with_evidence, grades, best):
    content = with_evidence(*grades)

    answer = respond(content, resting_on(content, "UJI0", "UJI1"), _SOURCES, receipts).answer

    assert f"): {content.phrases[f'bukti_{best}']}" in answer.text


@pytest.mark.parametrize("kind", ["CASE", "NEWS"])
def test_a_report_of_single_people_is_no_trial_whatever_others_found(with_evidence, kind):
    content = with_evidence("A", source=replace(_SOURCE, type=kind))

    answer = respond(content, resting_on(content, "UJI0"), _SOURCES, receipts).answer

    assert f"): {content.phrases['bukti_c']}" in answer.text


def test_a_grade_that_the_answer_did_not_rest_on_does_not_count(with_evidence):
    content = with_evidence("C", "A")

    answer = respond(content, resting_on(content, "UJI0"), _SOURCES, receipts).answer

    assert content.phrases["bukti_a"] not in answer.text


def test_an_article_alone_is_of_the_lowest_grade(base):
    article = next(iter(base.facts))

    answer = respond(base, resting_on(base, article), _SOURCES, receipts).answer

    assert f"): {base.phrases['bukti_c']}" in answer.text


def test_the_sources_of_every_entry_in_full_fit_and_are_listed_or_counted(base):
    rest = re.compile(re.escape(base.phrases["sumber_lain"]).replace(r"\{jumlah\}", r"(\d+)"))
    too_long, uncounted = [], []

    for e in base.entries.values():
        memory = resting_on(base, *e.evidence, *e.facts, entries=(e.id,))
        answer = respond(base, memory, _SOURCES, receipts).answer
        lines = [line for line in answer.text.splitlines() if line.startswith("• ")]
        counted = [int(found[1]) for line in lines if (found := rest.fullmatch(line))]
        if len(answer.text) > MAX_CHARACTERS:
            too_long.append((e.id, len(answer.text)))
        if len(lines) - len(counted) + sum(counted) != len(memory.last.sources) or len(lines) == len(counted):
            uncounted.append(e.id)

    assert too_long == []
    assert uncounted == []


def test_asking_for_the_sources_leaves_the_last_answer_as_it_was(base):
    memory = replace(resting_on(base, "CE01"), misses=2)

    outcome = respond(base, memory, _SOURCES, receipts)

    assert outcome.conversation == replace(memory, misses=0)
    assert outcome.answer.sources == memory.last.sources


def test_the_sources_of_a_danger_that_was_only_supposed_have_the_grade_of_its_evidence(base, talk):
    supposed, listed = talk(("kalau sampai sesak napas gimana?", "tanya_bahaya"), ("sumbernya apa?", "tanya_sumber"))

    told = [e for block in supposed.answer.blocks for e in block.evidence]
    source = next(s for e in told if base.evidence[e].grade == "B" for s in base.evidence[e].sources)
    line = next(line for line in listed.answer.text.splitlines() if base.sources[source].title in line)
    assert line.endswith(base.phrases["bukti_b"])


# --- review ------------------------------------------------------------------------------------------------

_OPEN = Review(None, None, date(2027, 5, 21))
_DONE = Review("dr. Uji", date(2026, 1, 2), date(2028, 1, 2))
_DONE_TOO = Review("dr. Lain", date(2026, 1, 2), date(2027, 1, 2))


def reviewed(base, *reviews: Review | None):
    """The real knowledge where entries have these reviews, and a memory of an answer from them."""
    entries = {f"uji{n}": replace(base.entry("kram-umum"), id=f"uji{n}", review=r) for n, r in enumerate(reviews)}
    content = replace(base, entries={**base.entries, **entries})
    return content, resting_on(content, "CE01", entries=tuple(entries))


@pytest.mark.parametrize(
    ("reviews", "phrase", "who", "until"),
    [
        pytest.param([_OPEN], "tinjauan_belum", "", "2027-05-21", id="none yet"),
        pytest.param([_DONE], "tinjauan_sudah", "dr. Uji", "2028-01-02", id="reviewed"),
        pytest.param([_DONE, _DONE_TOO], "tinjauan_sudah", "dr. Uji, dr. Lain", "2027-01-02", id="by two doctors"),
        pytest.param([_DONE, _OPEN], "tinjauan_belum", "", "2027-05-21", id="one of two"),
    ],
)
def test_the_sources_end_with_who_reviewed_the_answer_and_until_when_that_counts(base, reviews, phrase, who, until):
    content, memory = reviewed(base, *reviews)

    answer = respond(content, memory, _SOURCES, receipts).answer

    assert answer.blocks[-1].text == base.phrases[phrase].format(siapa=who, sampai=until)


@pytest.mark.parametrize(
    ("today", "phrase"), [(date(2027, 1, 2), "tinjauan_sudah"), (date(2027, 1, 3), "tinjauan_lewat")]
)
def test_a_review_that_is_overdue_is_not_told_as_one_that_counts(base, today, phrase):
    content, memory = reviewed(base, _DONE, _DONE_TOO)

    answer = respond(content, memory, replace(_SOURCES, today=today), receipts).answer

    told = base.phrases[phrase].format(siapa="dr. Uji, dr. Lain", sampai="2027-01-02")
    assert answer.blocks[-1].text == told


def test_of_entries_without_a_review_nothing_is_said_about_one(base):
    content, memory = reviewed(base, None)

    answer = respond(content, memory, _SOURCES, receipts).answer

    assert len(answer.blocks) == 1


# --- why ---------------------------------------------------------------------------------------------------


def quoted(base, words: str, meaning: str) -> str:
    """The line that tells what words were taken for."""
    return base.phrases["alasan_baris"].format(kata=words, arti=meaning)


def test_without_an_answer_before_there_is_no_reason(base, talk):
    (outcome,) = talk(("kenapa begitu?", "tanya_alasan"))

    assert outcome.answer.text == base.phrases["tanpa_alasan"]
    assert outcome.conversation == Conversation()


def test_the_reason_of_an_alarm_is_the_sign_in_the_persons_own_words_and_the_rule(base, talk):
    alarm, why = talk(("betis kram terus susah nafas", "lapor_keluhan"), ("kenapa begitu?", "tanya_alasan"))

    rule = alarm.answer.blocks[0].entry
    assert alarm.answer.level is Level.DARURAT
    assert quoted(base, "susah nafas", base.names["sesak_napas"].spoken) in why.answer.text.splitlines()
    assert next(r.why for r in base.triage.rules if r.id == rule) in why.answer.text


def test_the_reason_of_an_appointment_is_what_the_rule_looked_at(base, talk):
    first, why = talk(("betis sering kram", "lapor_keluhan"), ("kenapa begitu?", "tanya_alasan"))

    assert first.answer.level is Level.DOKTER
    assert quoted(base, "sering kram", base.names["kram_sering"].spoken) in why.answer.text.splitlines()


def test_a_kind_of_person_that_was_told_is_a_reason(base, talk):
    first, why = talk(("saya hamil 7 bulan, cara mencegah kram?", "tanya_cegah"), ("kenapa begitu?", "tanya_alasan"))

    read = next(m for m in first.answer.findings if m.value == "hamil_t3")
    assert quoted(base, read.text, base.names["hamil_t3"].spoken) in why.answer.text.splitlines()


def test_what_was_told_earlier_is_a_reason_but_not_quoted(base, talk):
    *_, why = talk(
        ("saya hamil 8 bulan", "lapor_profil"),
        ("cara mencegah kram?", "tanya_cegah"),
        ("kenapa begitu?", "tanya_alasan"),
    )

    spoken = base.names["hamil_t3"].spoken
    assert base.phrases["alasan_tadi"].format(arti=spoken) in why.answer.text.splitlines()
    assert f'"{spoken}"' not in why.answer.text


def test_a_remedy_that_was_asked_about_is_a_reason(base, talk):
    _, why = talk(("boleh pakai es batu?", "tanya_boleh"), ("kenapa begitu?", "tanya_alasan"))

    assert quoted(base, "es batu", base.remedies["kompres_dingin"].name) in why.answer.text.splitlines()


def test_a_situation_that_was_named_is_a_reason(base, talk):
    _, why = talk(("kenapa kaki kram malam", "tanya_penyebab"), ("kenapa begitu?", "tanya_alasan"))

    assert quoted(base, "kram malam", base.entry("kram-malam").title) in why.answer.text.splitlines()


def test_a_question_that_a_point_answered_is_a_reason(base, talk, asked):
    _, why = talk(asked, ("kenapa begitu?", "tanya_alasan"))

    taken_for = base.entry("lama-kram").points[0].ask[0]
    assert quoted(base, asked[0], taken_for) in why.answer.text.splitlines()


def test_an_answer_that_no_word_of_the_person_changed_is_said_to_be_general(base, talk):
    _, why = talk(("bagaimana mencegahnya", "tanya_cegah"), ("kenapa begitu?", "tanya_alasan"))

    assert why.answer.blocks[0].text == base.phrases["alasan_umum"]


def test_every_reason_ends_with_how_to_correct_it(base, talk, asked):
    _, why = talk(asked, ("kenapa begitu?", "tanya_alasan"))

    assert why.answer.blocks[-1].text == base.phrases["alasan_salah"]
    assert base.phrases["tombol_salah_tulis"] in {b.title for b in why.answer.buttons}


def test_a_long_question_is_quoted_by_its_beginning(talk, asked):
    words = "kram itu biasanya " + "sangat " * 40 + "lama?"

    _, why = talk((words, *asked[1:]), ("kenapa begitu?", "tanya_alasan"))

    (quote,) = re.findall(r'"(.+?)"', why.answer.text)
    assert len(quote) <= 80
    assert words.startswith(quote.removesuffix("…"))
    assert quote.endswith("…")


def test_no_more_than_four_reasons_are_told(talk):
    words = "saya lansia, hamil, diabetes, sakit ginjal, darah tinggi, boleh kompres hangat?"

    first, why = talk((words, "tanya_boleh"), ("kenapa begitu?", "tanya_alasan"))

    assert len(first.conversation.person.populations) > 4
    assert why.answer.text.count("• ") == 4


def test_asking_why_leaves_the_last_answer_as_it_was(talk, asked):
    first, why, again = talk(asked, ("kenapa begitu?", "tanya_alasan"), ("kenapa begitu?", "tanya_alasan"))

    assert why.conversation.last == first.conversation.last
    assert again.answer == why.answer


@pytest.mark.parametrize(("words", "intent"), [("selengkapnya", "lanjut"), ("ulangi", "ulangi")])
def test_after_more_and_again_the_reason_is_still_what_was_asked(base, talk, asked, words, intent):
    *_, why = talk(asked, (words, intent), ("kenapa begitu?", "tanya_alasan"))

    taken_for = base.entry("lama-kram").points[0].ask[0]
    assert quoted(base, asked[0], taken_for) in why.answer.text.splitlines()
    assert f'"{words}"' not in why.answer.text


def test_an_alarm_of_the_danger_check_is_not_said_to_be_general(base):
    replies = {"Q1": Reply.YES, "Q2": Reply.NO, "Q3": Reply.NO, "Q4": Reply.NO}
    alarm = result(base, Conversation(), replies)

    why = respond(base, alarm.conversation, _WHY, reasons)

    assert alarm.answer.level.urgent
    assert base.phrases["alasan_umum"] not in why.answer.text


# --- the slot ----------------------------------------------------------------------------------------------

_NEW_KEYS = ("evidence", "point", "reasons", "earlier", "blocks", "known")
_LAST = LastAnswer(
    entries=("lama-kram",),
    need="angka",
    sources=("NHS",),
    remedies=("kompres_hangat",),
    evidence=("CE01", "F137"),
    point="lama-satu-serangan",
    reasons=(("berapa lama", "Berapa lama kram?"), ("susah nafas", "sesak napas")),
    earlier=("Jawaban pertama.",),
    blocks=(Block(BlockKind.STEPS, "Sekarang:", ("Tarik ujung kaki.",), "kram-umum"),),
    known=("diri", "hamil"),
)


def test_what_was_behind_the_last_answer_comes_back_from_the_slot_as_it_went_in():
    memory = Conversation(last=_LAST)

    back = Conversation.from_dict(json.loads(json.dumps(memory.to_dict())))

    assert back == memory


@pytest.mark.parametrize("missing", [*[(key,) for key in _NEW_KEYS], _NEW_KEYS], ids="+".join)
def test_what_an_older_version_wrote_down_is_read(missing):
    written = Conversation(last=_LAST).to_dict()
    written["last"] = {key: value for key, value in written["last"].items() if key not in missing}

    back = Conversation.from_dict(json.loads(json.dumps(written)))

    fresh = {key: getattr(LastAnswer(), key) for key in missing}
    assert back == Conversation(last=replace(_LAST, **fresh))


@pytest.mark.parametrize("question", [_SOURCES, _WHY], ids=lambda turn: turn.intent)
def test_what_an_older_version_wrote_down_can_be_asked_about(base, question):
    written = resting_on(base, "CE01").to_dict()
    written["last"] = {key: value for key, value in written["last"].items() if key not in _NEW_KEYS}

    outcome = respond(base, Conversation.from_dict(written), question, _SKILL_OF[question.intent])

    assert outcome.answer.topics == ("kram-umum",)
    assert outcome.answer.sources == base.sources_of(["CE01"])
