"""Questions that one point of the knowledge answers, for the person who asks."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from kram.answers.answer import MAX_CHARACTERS, Answer, BlockKind
from kram.answers.contraindications import suitability
from kram.dialogue import asked as thresholds
from kram.dialogue.respond import respond
from kram.dialogue.skills import questions as told_thresholds
from kram.dialogue.skills.fallback import fallback
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.skills.outside import outside
from kram.dialogue.skills.receipts import receipts
from kram.dialogue.skills.smalltalk import smalltalk
from kram.dialogue.state import Conversation, Person, Turn
from kram.knowledge.model import Entry, Hit, Need, Point, Status
from kram.language.model import SELF, Kind, Mention, Temporality
from kram.triage.model import Level
from tests.unit.builders import entry, finding, item, population, real_knowledge

_SKILL_OF = {"nlu_fallback": fallback, "luar_topik": outside, "keluhan_lain": outside, "tanya_sumber": receipts}
_TALK = (
    "terima_kasih",
    "pamit",
    "sapaan",
    "koreksi",
    "orang_lain",
    "lanjut",
    "batal",
    "setuju",
    "tolak",
    "lapor_membaik",
)
_WARNING_VERDICTS = {"keliru", "tidak_aman"}


def point(point_id: str, text: str = "", **more) -> Point:
    """A point with a text of its own and one way to ask for it."""
    return Point(text or f"Jawaban {point_id}.", ("CE01",), "B", id=point_id, ask=(f"tanya {point_id}?",), **more)


def topic(entry_id: str, *points: Point, **more) -> Entry:
    """A topic that is about nothing in particular and knows these points."""
    return replace(entry(entry_id), kind="topik", title=f"Tentang {entry_id}", points=points, **more)


def told(intent: str, words: str, *hits: Hit, mentions=(), person: str = "") -> Turn:
    return Turn(words, intent, mentions=mentions, person=person, normalized=words.strip("?"), hits=hits)


def hit(point_id: str, score: float = 1.0, of: str = "uji") -> Hit:
    return Hit(of, point_id, score)


def known(*populations: str, findings: tuple[str, ...] = ()) -> Conversation:
    """A memory of what kind of person the writer is and what they have."""
    return Conversation({SELF: Person(frozenset(populations), dict.fromkeys(findings, ""))})


_ORDINARY = topic("uji", point("satu"), point("dua"))


@pytest.fixture
def ask(base):
    """Answers a message with the skill of its intent; the made entries join the real ones."""

    def answer(turn: Turn, memory: Conversation = known(), *entries: Entry):  # noqa: B008
        made = {e.id: e for e in (entries or (_ORDINARY,))}
        skill = smalltalk if turn.intent in _TALK else _SKILL_OF.get(turn.intent, answer_need)
        return respond(replace(base, entries={**base.entries, **made}), memory, turn, skill)

    return answer


def texts(answer: Answer) -> list[str]:
    return [block.text for block in answer.blocks]


def items(answer: Answer) -> list[str]:
    return [text for block in answer.blocks for text in block.items]


# --- how sure the search must be ---------------------------------------------------------------------------

_ASKED = thresholds._ASKED
_NOT_UNDERSTOOD = thresholds._NOT_UNDERSTOOD
_BESIDE_A_COMPLAINT = thresholds._ASKED_BESIDE_A_COMPLAINT
_BESIDE_TALK = thresholds._ASKED_BESIDE_TALK
_NOT_EVEN_ASKED = thresholds._NOT_EVEN_ASKED
_OF_ONESELF = thresholds.ASKED_OF_ONESELF
_OF_A_SITUATION = thresholds.ASKED_OF_A_SITUATION
_WORTH_OFFERING = told_thresholds._WORTH_OFFERING
_NEAR = (told_thresholds._NOTED + _OF_ONESELF) / 2
"""Enough for a question in general, not for one that is asked of oneself."""

_SURE_FROM = [
    pytest.param("tanya_definisi", "apa itu kram", _ASKED, id="a question"),
    pytest.param("tanya_boleh", "boleh lari pagi", _ASKED, id="a question for leave"),
    pytest.param("tanya_redakan", "cara meredakan", _BESIDE_TALK, id="a question of two words"),
    pytest.param("nlu_fallback", "kram otot betis", _NOT_UNDERSTOOD, id="what was not understood"),
    pytest.param(
        "lapor_keluhan", "betis saya sakit, kenapa", _BESIDE_A_COMPLAINT, id="a complaint with a question word"
    ),
    pytest.param("lapor_keluhan", "betis saya sakit, bahaya?", _BESIDE_A_COMPLAINT, id="a complaint with a mark"),
    pytest.param("lapor_profil", "umur saya 40 pengaruh tidak", _BESIDE_A_COMPLAINT, id="a profile with a tag"),
    pytest.param("luar_topik", "wajarkah begitu", _NOT_EVEN_ASKED, id="a question surely of something else"),
    pytest.param("sapaan", "halo, kram itu apa", _OF_A_SITUATION, id="a greeting that asks"),
    pytest.param("lanjut", "lalu berapa lama", _OF_A_SITUATION, id="more of something else"),
    pytest.param("luar_topik", "cuaca dingin", _NOT_EVEN_ASKED, id="words taken for something else"),
]


def test_the_less_a_message_asks_the_surer_the_search_must_be():
    assert _WORTH_OFFERING <= _ASKED <= _NOT_UNDERSTOOD <= _BESIDE_A_COMPLAINT <= _BESIDE_TALK <= _NOT_EVEN_ASKED < 1


@pytest.mark.parametrize(("intent", "words", "least"), _SURE_FROM)
def test_a_sure_hit_opens_the_answer_with_the_text_of_its_point(ask, intent, words, least):
    outcome = ask(told(intent, words, hit("satu", least + 0.01)))

    assert outcome.answer.blocks[0].text == "Jawaban satu."
    assert (outcome.conversation.last.entries[0], outcome.conversation.last.point) == ("uji", "satu")


@pytest.mark.parametrize(("intent", "words", "least"), _SURE_FROM)
def test_a_hit_below_the_threshold_does_not_answer(ask, intent, words, least):
    outcome = ask(told(intent, words, hit("satu", least - 0.01)))

    assert "Jawaban satu." not in outcome.answer.text
    assert outcome.conversation.last.point == ""


@pytest.mark.parametrize("intent", ["lapor_keluhan", "lapor_belum_reda", "lapor_profil"])
def test_a_cramp_that_is_only_told_is_not_answered_by_a_point(ask, intent):
    outcome = ask(told(intent, "betis saya kram", hit("satu"), mentions=(finding("kram_betis"),)))

    assert "Jawaban satu." not in outcome.answer.text


@pytest.mark.parametrize(("score", "answered"), [(0.6, True), (0.3, False)])
def test_what_no_situation_is_about_is_answered_by_what_is_plainly_near(ask, score, answered):
    outcome = ask(told("lapor_keluhan", "belakang lutut ada benjolan", hit("satu", score)))

    assert ("Jawaban satu." in outcome.answer.text) is answered


@pytest.mark.parametrize(
    ("intent", "words"),
    [
        ("setuju", "ya"),
        ("tolak", "tidak"),
        ("batal", "batal"),
        ("terima_kasih", "makasih ya?"),
        ("pamit", "pamit dulu ya?"),
        ("koreksi", "salah, apa tadi?"),
        ("lapor_membaik", "sudah reda kok bisa?"),
    ],
)
def test_small_talk_is_never_answered_by_a_point(ask, intent, words):
    outcome = ask(told(intent, words, hit("satu")))

    assert "Jawaban satu." not in outcome.answer.text


def test_what_is_asked_counts_beside_the_words(ask):
    figures = topic("uji", point("satu"), needs=frozenset({Need.FIGURE}))

    about_it = ask(told("tanya_angka", "berapa lama kram", hit("satu", 0.9 * _ASKED)), known(), figures)
    about_another = ask(told("tanya_definisi", "berapa lama kram", hit("satu", 0.9 * _ASKED)), known(), figures)

    assert about_it.answer.blocks[0].text == "Jawaban satu."
    assert about_another.answer.blocks[0].text != "Jawaban satu."


def test_of_two_hits_the_one_about_what_is_asked_answers(ask):
    figures = topic("angka", point("satu"), needs=frozenset({Need.FIGURE}))
    others = topic("lain", point("dua"))
    turn = told("tanya_angka", "berapa lama kram", hit("dua", 0.50, "lain"), hit("satu", 0.45, "angka"))

    outcome = ask(turn, known(), figures, others)

    assert outcome.answer.topics[0] == "angka"


# --- asked of oneself --------------------------------------------------------------------------------------


@pytest.mark.parametrize("intent", ["tanya_penyebab", "tanya_redakan", "tanya_cegah", "tanya_bahaya"])
@pytest.mark.parametrize(
    ("score", "point_leads"), [(_OF_ONESELF - 0.01, False), (_OF_ONESELF + 0.01, True)], ids=["near", "very sure"]
)
def test_a_general_question_of_a_special_person_is_led_by_their_situation_unless_the_hit_is_very_sure(
    ask, intent, score, point_leads
):
    outcome = ask(told(intent, "kenapa betis kram", hit("satu", score)), known("hamil_t2"))

    assert (outcome.answer.topics[0] == "uji") is point_leads
    assert (outcome.answer.topics[0] == "kram-hamil") is not point_leads


def test_what_comes_near_is_told_within_the_answer_of_the_situation(ask):
    outcome = ask(told("tanya_penyebab", "kenapa betis kram", hit("satu", _NEAR)), known("hamil_t2"))

    assert "Jawaban satu." in texts(outcome.answer)[1:]


def test_what_comes_near_but_is_not_for_the_person_is_not_told_within_that_answer(ask):
    made = topic("uji", point("satu", skip_if=frozenset({"hamil_t2"})))

    outcome = ask(told("tanya_penyebab", "kenapa betis kram", hit("satu", _NEAR)), known("hamil_t2"), made)

    assert "Jawaban satu." not in outcome.answer.text


def test_a_question_about_a_kind_of_person_is_not_asked_of_oneself(ask):
    turn = told("tanya_penyebab", "kenapa bumil kram", hit("satu", _NEAR), mentions=(population("hamil"),))

    outcome = ask(turn)

    assert outcome.answer.blocks[0].text == "Jawaban satu."


@pytest.mark.parametrize(
    ("words", "least"),
    [("kenapa betis saya kram malam", _OF_ONESELF), ("kenapa betis kram malam", _OF_A_SITUATION)],
    ids=["of oneself", "of a situation"],
)
def test_a_cramp_together_with_when_it_comes_is_asked_of_whom_it_names(ask, words, least):
    named = (finding("kram_betis"), Mention(Kind.CONTEXT, "malam", "malam", 0, 5))

    near = ask(told("tanya_penyebab", words, hit("satu", least - 0.01), mentions=named))
    sure = ask(told("tanya_penyebab", words, hit("satu", least + 0.01), mentions=named))

    assert near.answer.blocks[0].text != "Jawaban satu."
    assert sure.answer.blocks[0].text == "Jawaban satu."


def test_who_asks_leave_for_what_nobody_knows_gets_no_yes_from_what_sounds_like_it(base, ask):
    unsure = replace(told("tanya_boleh", "boleh disuwuk", hit("satu", _OF_ONESELF - 0.01)), unknown=("disuwuk",))

    outcome = ask(unsure)

    assert outcome.answer.blocks[0].text == base.phrases["remedi_tak_dikenal"]


@pytest.mark.parametrize("intent", ["lapor_membaik", "minta_darurat", "tanya_sumber", "koreksi"])
def test_a_plain_question_counts_more_than_an_intent_that_is_only_guessed(ask, intent):
    asked = told(intent, "kram bisa hilang sendiri tidak?", hit("satu", _BESIDE_A_COMPLAINT + 0.01))

    guessed, plain = ask(replace(asked, confidence=0.5)), ask(replace(asked, confidence=0.9))

    assert guessed.answer.blocks[0].text == "Jawaban satu."
    assert plain.answer.blocks[0].text != "Jawaban satu."


@pytest.mark.parametrize("words", ["ciri gumpalan darah di kaki", "tanda dehidrasi"])
def test_words_as_for_a_search_engine_ask(ask, words):
    outcome = ask(told("lapor_keluhan", words, hit("satu", _BESIDE_A_COMPLAINT + 0.01)))

    assert outcome.answer.blocks[0].text == "Jawaban satu."


def test_what_rests_on_the_evidence_of_a_rule_that_just_fired_is_likelier(base, ask):
    rule = next(r for r in base.triage.rules if r.id == "D06")
    assert rule.level is Level.DOKTER
    about_it = replace(point("dua"), evidence=rule.evidence)
    sign = finding("nyeri_lebih_baik_membungkuk")

    outcome = ask(
        told("tanya_bahaya", "itu bahaya tidak", hit("satu", 0.5), hit("dua", 0.45), mentions=(sign,)),
        known(),
        topic("uji", point("satu"), about_it),
    )

    assert "Jawaban dua." in outcome.answer.text


# --- leave for a remedy ------------------------------------------------------------------------------------

_PEPPER = Mention(Kind.REMEDY, "capsaicin", "koyo cabai", 0, 5)
_HOT = Mention(Kind.REMEDY, "kompres_hangat", "dipanaskan", 12, 22)
_NO = point("satu", "Jangan dipanaskan.", verdict="tidak_aman", remedies=("capsaicin", "kompres_hangat"))


def test_a_no_to_what_is_asked_comes_before_the_yes_to_the_remedy_in_general(ask):
    never = replace(_NO, remedies=("capsaicin",))

    outcome = ask(
        told("tanya_boleh", "koyo boleh dicubit", hit("satu"), mentions=(_PEPPER,)), known(), topic("uji", never)
    )

    assert outcome.answer.blocks[0].text == never.text
    assert "Boleh" not in outcome.answer.text


def test_a_no_to_a_combination_is_none_to_one_of_its_parts(ask):
    outcome = ask(told("tanya_boleh", "koyo boleh tidak", hit("satu"), mentions=(_PEPPER,)), known(), topic("uji", _NO))

    assert outcome.answer.blocks[0].text.startswith("Boleh")


def test_two_remedies_together_are_judged_by_the_point_about_both(ask):
    together = told(
        "tanya_boleh", "koyo boleh dipanaskan", hit("lain", 0.5), hit("satu", 0.45), mentions=(_PEPPER, _HOT)
    )

    outcome = ask(together, known(), topic("uji", _NO, point("lain", remedies=("kompres_hangat",))))

    assert outcome.answer.blocks[0].text == _NO.text


def test_who_asks_no_leave_is_answered_what_they_ask(ask):
    fact = point("satu", "Koyo terasa hangat.", remedies=("capsaicin",))

    asked = ask(
        told("tanya_boleh", "koyo beneran hangat", hit("satu"), mentions=(_PEPPER,)), known(), topic("uji", fact)
    )
    leave = ask(told("tanya_boleh", "koyo boleh tidak", hit("satu"), mentions=(_PEPPER,)), known(), topic("uji", fact))

    assert asked.answer.blocks[0].text == fact.text
    assert leave.answer.blocks[0].text.startswith("Boleh")


def test_who_asks_how_much_gets_no_plain_yes(ask):
    fact = point("satu", "Minum secukupnya.", remedies=("air_putih",))
    water = Mention(Kind.REMEDY, "air_putih", "minum air", 0, 5)

    outcome = ask(
        told("tanya_boleh", "boleh minum air 10 liter", hit("satu"), mentions=(water,)), known(), topic("uji", fact)
    )

    assert outcome.answer.blocks[0].text == fact.text


@pytest.mark.parametrize("intent", ["lapor_profil", "tanya_bot", "luar_topik", "tanya_bahaya", "orang_lain"])
def test_leave_for_a_remedy_gets_its_verdict_whatever_the_intent_was_taken_for(base, ask, intent):
    asked = told(intent, "boleh koyo cabai", hit("satu"), mentions=(population("lansia"), _PEPPER))

    outcome = ask(asked)

    assert outcome.answer.blocks[0].text.startswith(("Boleh", "Sebaiknya jangan"))
    assert outcome.conversation.last.remedies == ("capsaicin",)


def test_what_is_known_of_the_persons_illness_does_not_replace_the_verdict_on_the_remedy(base, ask):
    illness = topic("uji", point("satu", "Cuci darah sering disertai kram."))

    outcome = ask(told("tanya_boleh", "boleh koyo", hit("satu"), mentions=(_PEPPER,)), known("hemodialisis"), illness)

    assert outcome.conversation.last.remedies == ("capsaicin",)
    assert "Cuci darah" not in outcome.answer.blocks[0].text


def test_boleh_tanya_is_no_request_for_leave(ask):
    outcome = ask(told("lapor_profil", "boleh tanya koyo cabai apa isinya", hit("satu"), mentions=(_PEPPER,)))

    assert outcome.answer.blocks[0].text == "Jawaban satu."


def test_after_a_no_nothing_is_told_that_allows_it(base, ask):
    warm = Mention(Kind.REMEDY, "kompres_hangat", "hangat", 0, 6)
    made = topic("uji", point("satu", "Boleh, 10 menit saja.", remedies=("kompres_hangat",)))

    for intent, words in (("tanya_boleh", "boleh kompres hangat"), ("tanya_angka", "kompres hangat berapa menit")):
        outcome = ask(told(intent, words, hit("satu"), mentions=(warm,)), known("pad"), made)

        assert base.remedies["kompres_hangat"].by_population["pad"].reason in outcome.answer.blocks[0].text
        assert "Boleh, 10 menit" not in outcome.answer.text


def test_the_warning_is_about_the_remedy_that_is_asked_not_about_its_neighbours(base, ask):
    cold = Mention(Kind.REMEDY, "kompres_dingin", "es", 0, 2)
    made = topic("uji", point("satu", "Es menyejukkan."), remedies=("kompres_hangat", "kompres_dingin"))

    outcome = ask(told("tanya_definisi", "es gunanya apa sih", hit("satu"), mentions=(cold,)), known("diabetes"), made)

    assert base.remedies["kompres_dingin"].by_population["diabetes"].reason in outcome.answer.text
    assert base.remedies["kompres_hangat"].by_population["diabetes"].reason not in outcome.answer.text


def test_an_entry_that_sounds_mild_does_not_soften_a_no_of_the_table(base, ask):
    never = min(r for r, remedy in base.remedies.items() if remedy.general.status is Status.NO)
    mention = Mention(Kind.REMEDY, never, "itu", 0, 3)
    mild = topic("uji", point("satu"), remedies=(never,), lead={Need.GENERAL: "Sebaiknya dibatasi."})

    outcome = ask(told("tanya_boleh", "boleh itu tidak", mentions=(mention,)), known(), mild)

    assert outcome.answer.blocks[0].text.startswith(
        ("Sebaiknya jangan", "Jangan ")
    )  # the point of the thing says it, too


def test_a_vague_question_is_not_answered_by_a_detail(ask):
    outcome = ask(told("tanya_latihan", "ada latihannya tidak", hit("satu", _BESIDE_TALK - 0.01)))

    assert outcome.answer.blocks[0].text != "Jawaban satu."


# --- dangers that are only asked about ---------------------------------------------------------------------

_ONLY_ASKED = replace(finding("bunyi_pletak"), temporality=Temporality.HYPOTHETICAL)


@pytest.mark.parametrize(
    ("words", "answered"),
    [("apa bedanya kram dan otot robek", True), ("kalau sampai robek bagaimana", False)],
    ids=["asked about", "supposed"],
)
def test_a_sign_asked_about_is_explained_and_one_supposed_gets_what_to_do(ask, words, answered):
    outcome = ask(told("tanya_definisi", words, hit("satu"), mentions=(_ONLY_ASKED,)))

    assert (outcome.answer.blocks[0].text == "Jawaban satu.") is answered


# --- points for some people --------------------------------------------------------------------------------

_FOR_PREGNANT = topic("uji", point("satu", only_if=frozenset({"hamil", "hamil_t2"})), point("dua"))
_BOTH = (hit("satu", 0.5), hit("dua", 0.3))


@pytest.mark.parametrize(("populations", "first"), [((), "dua"), (("diabetes",), "dua"), (("hamil_t2",), "satu")])
def test_a_point_for_other_people_ranks_lower(ask, populations, first):
    outcome = ask(told("tanya_definisi", "apa itu kram", *_BOTH), known(*populations), _FOR_PREGNANT)

    assert outcome.answer.blocks[0].text == f"Jawaban {first}."


def test_a_point_for_some_people_is_for_those_who_are_only_supposed_to_be_one(ask):
    supposed = replace(population("hamil"), temporality=Temporality.HYPOTHETICAL)

    outcome = ask(told("tanya_definisi", "kalau hamil kenapa?", *_BOTH, mentions=(supposed,)), known(), _FOR_PREGNANT)

    assert outcome.answer.blocks[0].text == "Jawaban satu."


# --- somebody else -----------------------------------------------------------------------------------------


def spoken(real_reader, words: str, intent: str, *hits: Hit) -> Turn:
    """A message as the language layer reads it."""
    read = real_reader.read(words)
    return Turn(words, intent, mentions=read.mentions, person=read.person, normalized=read.normalized, hits=hits)


def test_the_same_for_my_mother_stays_with_the_last_question_whatever_the_search_finds(ask, real_reader):
    first = ask(told("tanya_cegah", "bagaimana mencegah kram"))

    hers = ask(spoken(real_reader, "kalau buat ibu saya?", "orang_lain", hit("satu")), first.conversation)

    assert "Jawaban satu." not in hers.answer.text
    assert hers.answer.topics == first.answer.topics
    assert hers.conversation.focus == "ibu"


def test_the_same_for_my_mother_stays_with_the_point_that_answered(ask, real_reader):
    first = ask(told("tanya_definisi", "apa itu", hit("satu")))

    hers = ask(spoken(real_reader, "kalau buat ibu saya?", "orang_lain"), first.conversation)

    assert hers.answer.topics[0] == "uji"
    assert "Jawaban satu." in hers.answer.text


def test_a_question_for_my_mother_without_one_before_is_answered(ask, real_reader):
    outcome = ask(spoken(real_reader, "kalau buat ibu saya, kram itu apa?", "orang_lain", hit("satu")))

    assert outcome.answer.blocks[0].text.endswith("Jawaban satu.")
    assert outcome.conversation.focus == "ibu"


# --- how a point is told -----------------------------------------------------------------------------------


_ON_HEAT = "Kain hangat dua puluh menit."


@pytest.mark.parametrize(
    ("score", "also"), [(0.9, [_ON_HEAT]), (0.3, [])], ids=["just as near", "the first stands out"]
)
def test_beside_the_point_only_what_is_just_as_near_is_told(ask, score, also):
    near = replace(point("dua"), text=_ON_HEAT)
    made = topic("uji", point("satu"), near, point("tiga"))

    outcome = ask(told("tanya_definisi", "apa", hit("satu"), hit("dua", score)), known(), made)

    assert items(outcome.answer) == also


def test_what_says_the_same_is_not_told_beside_the_point(ask):
    again = replace(point("dua"), text="Jawaban yang satu.")
    made = topic("uji", point("satu"), again)

    outcome = ask(told("tanya_definisi", "apa", hit("satu"), hit("dua", 0.95)), known(), made)

    assert items(outcome.answer) == []


def test_what_was_asked_about_a_remedy_is_remembered_with_it(ask):
    made = topic("uji", point("satu", remedies=("peregangan",)), remedies=("peregangan",))

    about_remedy = ask(told("tanya_boleh", "boleh", hit("satu")), known(), replace(made, kind="remedi"))
    about_topic = ask(told("tanya_boleh", "boleh", hit("satu")), known(), made)

    assert about_remedy.conversation.last.remedies == ("peregangan",)
    assert about_topic.conversation.last.remedies == ()


@pytest.mark.parametrize(
    ("intent", "buttons"),
    [
        ("tanya_definisi", ["lanjut", "sumber", "kenapa"]),
        ("tanya_bahaya", ["cek", "lanjut", "sumber"]),
        ("tanya_dokter", ["cek", "lanjut", "sumber"]),
    ],
)
def test_who_asks_about_danger_is_offered_the_check_first(base, ask, intent, buttons):
    outcome = ask(told(intent, "apa", hit("satu")))

    assert [b.title for b in outcome.answer.buttons] == [base.phrases[f"tombol_{name}"] for name in buttons]


# --- myth or fact ------------------------------------------------------------------------------------------

_VERDICTS = [
    pytest.param("didukung", "Kram sering saat hamil.", True, id="supported"),
    pytest.param("didukung", "Jangan tarik keras.", False, id="supported, starts with a do not"),
    pytest.param("didukung", "Tidak, kram bukan stroke.", False, id="supported, starts with a no"),
    pytest.param("belum_pasti", "Mungkin karena dingin.", True, id="uncertain"),
    pytest.param("keliru", "Tidak, kram bukan karena kopi.", True, id="wrong, starts with a no"),
    pytest.param("tidak_aman", "Jangan minum kina.", True, id="unsafe, starts with a do not"),
]


@pytest.mark.parametrize(("verdict", "text", "in_front"), _VERDICTS)
@pytest.mark.parametrize("words", ["kram itu mitos atau fakta", "itu hoaks?"])
def test_myth_or_fact_puts_the_verdict_in_front_unless_the_text_says_no_itself(
    base, ask, verdict, text, in_front, words
):
    made = topic("uji", point("satu", text, verdict=verdict))

    outcome = ask(told("tanya_definisi", words, hit("satu")), known(), made)

    claim = base.verdicts[verdict].claim
    assert outcome.answer.blocks[0].text == (f"{claim} {text}" if in_front else text)


@pytest.mark.parametrize("verdict", sorted(real_knowledge().verdicts))
def test_who_does_not_ask_for_a_verdict_gets_none(ask, verdict):
    made = topic("uji", point("satu", "Kram saat dingin.", verdict=verdict))

    outcome = ask(told("tanya_definisi", "kapan kram paling sering", hit("satu")), known(), made)

    assert outcome.answer.blocks[0].text == "Kram saat dingin."


# --- remedies that do not suit -----------------------------------------------------------------------------

_ABOUT_MAGNESIUM = [p for p in real_knowledge().entry("magnesium").points if "magnesium" in p.remedies]


@pytest.mark.parametrize("of", _ABOUT_MAGNESIUM, ids=lambda p: p.id)
def test_magnesium_for_somebody_with_bad_kidneys_is_warned_of_before_anything_is_told(base, ask, of):
    outcome = ask(told("tanya_definisi", "apa", hit(of.id, of="magnesium")), known("ginjal"))

    warning, answered = outcome.answer.blocks[:2]
    reason = base.remedies["magnesium"].by_population["ginjal"].reason
    assert warning.kind is BlockKind.WARNING
    assert warning.text == base.phrases["remedi_jangan"].format(alasan=reason)
    if of.text.startswith("Boleh"):
        assert of.text not in outcome.answer.text  # leave that this person has not
    else:
        assert answered.text == of.text.format(**base.numbers)


def test_a_remedy_to_be_careful_with_is_answered_first_and_warned_of_next(base, ask):
    made = topic("uji", point("satu", remedies=("magnesium",)))

    outcome = ask(told("tanya_definisi", "apa", hit("satu")), known("lansia"), made)

    answered, warning = outcome.answer.blocks[:2]
    reason = base.remedies["magnesium"].by_population["lansia"].reason
    assert answered.text == "Jawaban satu."
    assert warning.kind is BlockKind.WARNING
    assert warning.text == base.phrases["untuk_anda_hati_hati"].format(siapa=base.phrases["siapa_diri"], alasan=reason)


def test_a_point_without_remedies_of_its_own_is_warned_of_like_its_entry(ask):
    made = topic("uji", point("satu"), remedies=("magnesium",))

    outcome = ask(told("tanya_definisi", "apa", hit("satu")), known("ginjal"), made)

    assert outcome.answer.blocks[0].kind is BlockKind.WARNING
    assert outcome.answer.blocks[1].text == "Jawaban satu."


def test_a_remedy_that_suits_is_not_warned_of(ask):
    made = topic("uji", point("satu", remedies=("magnesium",)))

    outcome = ask(told("tanya_definisi", "apa", hit("satu")), known(), made)

    assert [block.kind for block in outcome.answer.blocks if block.kind is BlockKind.WARNING] == []


_WARM = point("satu", "Boleh, hangat 10 menit.", remedies=("kompres_hangat", "kompres_dingin"))


@pytest.mark.parametrize("sign", ["kebas_menetap", "cedera"])
def test_what_the_leg_must_not_bear_is_warned_of_and_not_told(base, ask, sign):
    warm = Mention(Kind.REMEDY, "kompres_hangat", "hangat", 0, 6)

    outcome = ask(
        told("tanya_angka", "hangat berapa lama", hit("satu"), mentions=(warm,)),
        known(findings=(sign,)),
        topic("uji", _WARM),
    )

    column = {"cedera": "cedera"}.get(sign, "kaki_kebas")
    assert base.remedies["kompres_hangat"].by_population[column].reason in outcome.answer.blocks[0].text
    assert base.remedies["kompres_dingin"].by_population["kaki_kebas"].reason not in outcome.answer.text
    assert _WARM.text not in outcome.answer.text


def test_an_instruction_that_leaves_a_person_out_is_replaced_by_the_reason(base, ask):
    made = topic("uji", point("satu", "Putar kaki 10 kali.", skip_if=frozenset({"lansia"})))

    outcome = ask(told("tanya_latihan", "gerakan apa yang baik", hit("satu")), known("lansia"), made)

    first = outcome.answer.blocks[0]
    assert first.kind is BlockKind.WARNING
    assert base.names["lansia"].spoken in first.text
    assert "Putar kaki" not in outcome.answer.text
    assert outcome.answer.sources


@pytest.mark.parametrize("text", ["Jangan diputar.", "Hindari memutar kaki.", "Tidak perlu diputar."])
def test_a_warning_is_told_to_everybody(ask, text):
    made = topic("uji", point("satu", text, skip_if=frozenset({"lansia"})))

    outcome = ask(told("tanya_latihan", "gerakan apa yang baik", hit("satu")), known("lansia"), made)

    assert outcome.answer.blocks[0].text == text


# --- what some people must be told -------------------------------------------------------------------------

_SPECIALS = [
    pytest.param(special, who, id=who) for special in real_knowledge().triage.specials for who in special.populations
]


@pytest.mark.parametrize(("special", "who"), sorted(_SPECIALS, key=lambda case: case.id))
def test_what_some_people_must_always_be_told_is_told_unless_the_entry_is_about_them(ask, special, who):
    """Some of it only where that is asked of a cramp; then a cramp is known, and its relief is asked for."""
    turn = told("tanya_redakan" if special.needs else "tanya_definisi", "apa", hit("satu"))
    findings = ("kram_betis",) if special.needs else ()
    about_them = replace(_ORDINARY, populations=frozenset({who}))

    added = ask(turn, known(who, findings=findings))
    left_out = ask(turn, known(who, findings=findings), about_them)

    assert special.text in texts(added.answer)
    assert special.text not in left_out.answer.text


def test_who_asks_of_no_cramp_hears_nothing_of_exercise(base, ask):
    outcome = ask(told("tanya_definisi", "apa", hit("satu")), known("lansia"))

    assert not any(special.text in texts(outcome.answer) for special in base.triage.specials)


def test_who_is_of_no_special_kind_is_told_nothing_special(base, ask):
    outcome = ask(told("tanya_definisi", "apa", hit("satu")))

    assert {special.text for special in base.triage.specials} & set(texts(outcome.answer)) == set()


@pytest.mark.parametrize(
    ("who", "findings", "said"),
    [
        pytest.param(("hamil_t2",), ("kram_tak_jelas",), "bila_perut_hamil", id="pregnant, where is not clear"),
        pytest.param(("lansia",), ("kram_tak_jelas",), "bila_bukan_kaki", id="old, where is not clear"),
        pytest.param(("hamil_t2",), ("kram_tak_jelas", "kram_betis"), "", id="pregnant, in the calf"),
        pytest.param(("hamil_t2",), (), "", id="pregnant, no cramp"),
    ],
)
def test_a_cramp_of_which_nobody_knows_where_it_is_may_not_be_in_the_leg(base, ask, who, findings, said):
    outcome = ask(told("tanya_definisi", "apa", hit("satu")), known(*who, findings=findings))

    both = {base.phrases[name]: name for name in ("bila_perut_hamil", "bila_bukan_kaki")}
    assert [both[text] for text in texts(outcome.answer) if text in both] == ([said] if said else [])


# --- when none is sure -------------------------------------------------------------------------------------

_FOUR = [topic(name, point("satu"), point("dua")) for name in ("uji", "ujian", "ujung", "ujar")]
_OFFERED = [hit("dua", _WORTH_OFFERING + 0.01 - number / 1000, e.id) for number, e in enumerate(_FOUR)]


def test_the_nearest_three_questions_are_offered_when_none_is_sure(base, ask):
    outcome = ask(told("nlu_fallback", "otot kaki", *_OFFERED), known(), *_FOUR)

    assert outcome.answer.text == base.phrases["pilih_topik"]
    assert [b.title for b in outcome.answer.buttons] == [e.title for e in _FOUR[:3]]
    assert {b.payload for b in outcome.answer.buttons} == {"tanya dua?"}


def test_an_entry_is_offered_once_with_its_nearest_question(ask):
    turn = told("nlu_fallback", "otot kaki", hit("dua", _WORTH_OFFERING + 0.01), hit("satu", _WORTH_OFFERING))

    outcome = ask(turn)

    assert [(b.title, b.payload) for b in outcome.answer.buttons] == [("Tentang uji", "tanya dua?")]


def test_an_offer_is_no_failure_to_understand(ask):
    outcome = ask(told("nlu_fallback", "otot kaki", *_OFFERED), replace(known(), misses=2), *_FOUR)

    assert outcome.conversation.misses == 0


@pytest.mark.parametrize(
    ("words", "score"),
    [
        pytest.param("otot", _WORTH_OFFERING + 0.01, id="one word"),
        pytest.param("otot kaki", _WORTH_OFFERING - 0.01, id="too far away"),
    ],
)
def test_nothing_is_offered_for_one_word_or_what_is_too_far_away(base, ask, words, score):
    outcome = ask(told("nlu_fallback", words, hit("satu", score)))

    assert outcome.answer.text == base.phrases["tidak_paham_1"]


# --- the real knowledge, every point x person --------------------------------------------------------------

_PERSONS = {
    "nobody in particular": (),
    "pregnant": ("hamil_t2",),
    "diabetic with kidney disease": ("diabetes", "ginjal"),
    "on anticoagulants": ("antikoagulan",),
}


@dataclass(frozen=True)
class Told:
    """The answer of one point, and to whom."""

    entry: Entry
    point: Point
    to: str
    answer: Answer

    def __str__(self) -> str:
        return f"{self.entry.id}#{self.point.id} / {self.to}: {self.answer.text!r}"


@pytest.fixture(scope="module")
def everything(base) -> list[Told]:
    """Every point of the real knowledge, asked for by everybody."""
    return [
        Told(
            e,
            p,
            name,
            respond(base, known(*who), told("tanya_definisi", "apa", hit(p.id, of=e.id)), answer_need).answer,
        )
        for e in base.entries.values()
        for p in e.points
        for name, who in _PERSONS.items()
    ]


def forbidden(base, of: Told) -> list[bool]:
    """For each remedy of the point that the person has a cell for: whether it is a no."""
    remedies = of.point.remedies or of.entry.remedies
    cells = [cell for r in remedies for _, cell in suitability(base, r, _PERSONS[of.to]).personal]
    return [cell.status is Status.NO for cell in cells]


def test_every_point_is_answered_in_a_chat_message(everything):
    too_long = [str(one) for one in everything if len(one.answer.text) > MAX_CHARACTERS]

    assert len(everything) > 2_000
    assert too_long == []


def test_no_instruction_is_given_to_those_whom_its_point_leaves_out(base, everything):
    given = [
        str(one)
        for one in everything
        if one.point.skip_if & set(_PERSONS[one.to])
        and not one.point.text.startswith(("Jangan", "Hindari", "Tidak"))
        and one.point.verdict not in _WARNING_VERDICTS
        and (one.point.text in one.answer.text or one.answer.blocks[0].kind is not BlockKind.WARNING)
    ]

    assert given == []


def test_every_other_point_opens_its_answer_or_follows_the_warning_that_does(base, everything):
    others = []
    for one in everything:
        first, second = one.answer.blocks[:2]
        warned = any(forbidden(base, one))
        text = one.point.text.format(**base.numbers)
        withheld = warned and text not in one.answer.text and one.point.verdict not in _WARNING_VERDICTS
        if one.point.skip_if & set(_PERSONS[one.to]) or withheld:
            continue
        if (second if warned else first).text != text or (first.kind is BlockKind.WARNING) is not warned:
            others.append(str(one))

    assert others == []


def test_every_answer_of_a_point_names_its_sources_last(everything):
    others = [
        str(one)
        for one in everything
        if not one.answer.sources
        or [b.kind for b in one.answer.blocks].index(BlockKind.SOURCES) != len(one.answer.blocks) - 1
    ]

    assert others == []


def test_a_question_alone_is_not_urgent(everything):
    assert {one.answer.level for one in everything} == {Level.NONE}


def test_no_answer_of_a_point_has_an_unfilled_gap(everything):
    assert [str(one) for one in everything if "{" in one.answer.text] == []


def test_nobody_is_told_a_remedy_that_is_not_for_them(base, everything):
    everywhere: dict[str, list] = {}
    for e in base.entries.values():
        for one in (*(i for section in e.sections.values() for i in section), *e.points):
            everywhere.setdefault(one.text.format(**base.numbers), []).append(one)

    def may_be_told(text: str, to: str) -> bool:
        return any(
            getattr(one, "verdict", "") in _WARNING_VERDICTS
            or all(suitability(base, r, _PERSONS[to]).status is not Status.NO for r in one.remedies)
            for one in everywhere[text]
        )

    wrong = [str(one) for one in everything for text in items(one.answer) if not may_be_told(text, one.to)]

    assert wrong == []


def test_a_remedy_that_is_for_nobody_is_refused_with_its_reason(base, ask):
    made = replace(_ORDINARY, points=(point("satu", "Coba urut betis kuat-kuat.", remedies=("urut_kuat",)),))

    outcome = ask(told("tanya_definisi", "apa", hit("satu")), known(), made)

    assert "karena ." not in outcome.answer.text
    assert base.remedies["urut_kuat"].general.reason.partition(".")[0] in outcome.answer.text


def test_an_item_that_is_not_for_the_person_is_left_out_after_the_point(ask):
    made = replace(
        entry("uji", sekarang=[item("Tarik pelan."), item("Minum magnesium.", remedies=("magnesium",))]),
        kind="topik",
        points=(point("satu"),),
    )

    for_kidneys = ask(told("tanya_definisi", "apa", hit("satu")), known("ginjal"), made)
    for_others = ask(told("tanya_definisi", "apa", hit("satu")), known(), made)

    assert "Minum magnesium." not in items(for_kidneys.answer)
    assert "Minum magnesium." in items(for_others.answer)
