"""One turn: what is urgent takes it over, whatever was asked and whoever would have answered."""

from __future__ import annotations

from copy import deepcopy

import pytest

from kram.answers.answer import BlockKind
from kram.answers.compose import say
from kram.answers.urgent import action_line
from kram.dialogue.choose import NEED_OF_INTENT
from kram.dialogue.deciding import read_alone, triage
from kram.dialogue.respond import respond
from kram.dialogue.scene import Outcome
from kram.dialogue.skills.fallback import fallback
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.skills.outside import outside
from kram.dialogue.skills.receipts import receipts
from kram.dialogue.skills.smalltalk import smalltalk
from kram.dialogue.state import Conversation, Person, Turn
from kram.language.model import SELF, Kind, Mention, Temporality
from kram.triage.engine import decide
from kram.triage.model import Level
from tests.unit.builders import finding, population

_SKILLS = [answer_need, fallback, outside, receipts, smalltalk]
_INTENTS = sorted({*NEED_OF_INTENT, "terima_kasih", "sapaan", "pamit", "luar_topik", "keluhan_lain", "nlu_fallback"})


def quiet(scene):
    """A skill that only says "Baik."."""
    return Outcome(say(scene.base, "Baik."), scene.conversation)


def told(*mentions, intent="lapor_keluhan", person="", **more) -> Turn:
    return Turn("", intent, mentions=mentions, person=person, **more)


@pytest.fixture
def talk(base):
    """Plays turns with a skill; gives the outcome of the last."""

    def play(*turns, skill=quiet, memory=Conversation()):  # noqa: B008
        outcome = Outcome(say(base, ""), memory)
        for turn in turns:
            outcome = respond(base, outcome.conversation, turn, skill)
        return outcome

    return play


def is_urgent(outcome) -> bool:
    """Whether the answer is the urgent one."""
    return outcome.answer.blocks[0].kind is BlockKind.ALERT


# --- new danger --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("skill", _SKILLS, ids=lambda skill: skill.__name__)
@pytest.mark.parametrize("intent", _INTENTS)
def test_a_new_danger_takes_over_any_skill_and_any_intent(talk, skill, intent):
    outcome = talk(told(finding("sesak_napas"), intent=intent), skill=skill)

    assert is_urgent(outcome)
    assert outcome.answer.level is Level.DARURAT
    assert outcome.conversation.warned == "darurat"


def test_without_danger_the_skill_answers(talk):
    outcome = talk(told(finding("pegal_kaki")))

    assert outcome.answer.text == "Baik."
    assert outcome.conversation.warned == ""


def test_a_pregnancy_told_earlier_makes_one_swollen_leg_an_emergency(talk):
    alone = talk(told(finding("bengkak_satu_kaki")))
    pregnant = talk(told(population("hamil_t2"), intent="lapor_profil"), told(finding("bengkak_satu_kaki")))

    assert alone.answer.level is Level.SEGERA
    assert pregnant.answer.level is Level.DARURAT


def test_a_pregnancy_told_later_makes_one_swollen_leg_an_emergency(talk):
    outcome = talk(told(finding("bengkak_satu_kaki")), told(population("hamil"), intent="lapor_profil"))

    assert is_urgent(outcome)
    assert outcome.answer.level is Level.DARURAT


def test_two_signs_told_one_after_the_other_count_together(talk):
    outcome = talk(told(finding("kaki_dingin_pucat_biru")), told(finding("tidak_bisa_gerak")))

    assert outcome.answer.level is Level.DARURAT


def test_what_one_person_has_is_not_put_together_with_what_another_is(talk):
    outcome = talk(
        told(population("hamil_t3"), intent="lapor_profil", person=SELF),
        told(finding("bengkak_satu_kaki", who="ibu"), person="ibu"),
    )

    assert outcome.answer.level is Level.SEGERA


@pytest.mark.parametrize("main", ["kram_betis", "pegal_kaki"])
def test_a_danger_of_somebody_else_in_the_same_message_takes_the_turn_over(talk, main):
    outcome = talk(told(finding(main), finding("sesak_napas", who="ibu"), intent="tanda_bahaya", person=SELF))

    assert is_urgent(outcome)
    assert outcome.answer.level is Level.DARURAT


def test_a_fit_that_is_not_explained_is_an_emergency_in_pregnancy(talk):
    outcome = talk(told(population("hamil_t3")), told(finding("kejang_tak_jelas")))

    assert is_urgent(outcome)


def test_a_fit_that_is_not_explained_is_asked_about_otherwise(talk):
    outcome = talk(told(finding("kejang_tak_jelas")), skill=answer_need)

    assert not is_urgent(outcome)
    assert outcome.conversation.pending == "kejang"


# --- danger that stands ------------------------------------------------------------------------------------


def test_a_health_question_while_danger_stands_gets_the_urgent_answer_again(base, talk):
    outcome = talk(told(finding("sesak_napas")), told(intent="tanya_cegah"))

    assert is_urgent(outcome)
    assert outcome.answer.text.startswith(base.phrases["mendesak_ulang"])


def test_danger_told_again_gets_the_urgent_answer_again(talk):
    outcome = talk(told(finding("sesak_napas")), told(finding("sesak_napas"), intent="terima_kasih"))

    assert is_urgent(outcome)


def test_more_danger_is_new_danger(base, talk):
    outcome = talk(told(finding("sesak_napas")), told(finding("pingsan")))

    assert is_urgent(outcome)
    assert not outcome.answer.text.startswith(base.phrases["mendesak_ulang"])


def test_nobody_in_danger_is_seen_off(base, talk):
    outcome = talk(told(finding("sesak_napas")), told(intent="pamit"), skill=smalltalk)

    assert is_urgent(outcome)
    assert outcome.answer.text.startswith(base.phrases["mendesak_pamit"])
    assert base.phrases["pamit"] not in outcome.answer.text


@pytest.mark.parametrize("intent", ["terima_kasih", "sapaan", "tanya_bot"])
def test_after_small_talk_the_danger_is_recalled_in_one_sentence(base, talk, intent):
    outcome = talk(told(finding("sesak_napas")), told(intent=intent), skill=smalltalk)

    last = outcome.answer.blocks[-1]
    assert not is_urgent(outcome)
    assert outcome.answer.blocks[0].text == base.phrases[intent]
    assert last.kind is BlockKind.WARNING
    assert base.names["sesak_napas"].spoken in last.text
    assert action_line(base, decide(base.triage, ["sesak_napas"], [])) in last.text


def test_after_the_sources_the_danger_is_recalled(base, talk):
    warned = talk(told(finding("sesak_napas"))).conversation

    outcome = talk(told(intent="tanya_sumber"), skill=receipts, memory=warned)

    assert base.names["sesak_napas"].spoken in outcome.answer.blocks[-1].text


def test_a_danger_of_the_writer_is_recalled_as_theirs_when_the_talk_turns_to_somebody_else_or_ends(base, talk):
    warned = talk(told(finding("sesak_napas"))).conversation

    about_mother = talk(told(intent="terima_kasih", person="ibu"), memory=warned)
    thanks = talk(told(intent="terima_kasih"), memory=about_mother.conversation)

    for outcome in (about_mother, thanks):
        first, *others = outcome.answer.blocks
        assert (
            base.names["sesak_napas"].spoken in first.text and f"pada {base.phrases['siapa_diri']} tadi" in first.text
        )
        assert action_line(base, decide(base.triage, ["sesak_napas"], [])) in first.text
        assert [block.text for block in others] == ["Baik."]


def test_within_a_talk_about_somebody_else_the_danger_of_the_writer_is_not_told_in_every_turn(talk):
    warned = talk(told(finding("sesak_napas"))).conversation
    about_mother = talk(told(intent="terima_kasih", person="ibu"), memory=warned).conversation

    outcome = talk(told(intent="sapaan"), memory=about_mother)

    assert outcome.answer.text == "Baik."


def test_coming_back_to_somebody_in_danger_tells_the_danger_and_no_remedy(base, talk):
    away = talk(told(finding("sesak_napas"), person=SELF), told(population("lansia", who="ibu"), person="ibu"))

    outcome = talk(told(intent="orang_lain", person=SELF), skill=smalltalk, memory=away.conversation)

    assert base.names["sesak_napas"].spoken in outcome.answer.text
    assert [block for block in outcome.answer.blocks if block.kind is BlockKind.STEPS] == []


# --- taken back --------------------------------------------------------------------------------------------


def test_a_correction_takes_the_danger_back(base, talk):
    outcome = talk(told(finding("sesak_napas")), told(intent="koreksi"), skill=smalltalk)

    assert base.phrases["mendesak_dicabut"].format(temuan=base.names["sesak_napas"].spoken) in outcome.answer.text
    assert outcome.conversation.warned == ""
    assert triage(base, outcome.conversation).level is Level.NONE


def test_a_correction_keeps_the_ordinary_cramp(talk):
    outcome = talk(told(finding("kram_betis"), finding("diare_muntah")), told(intent="koreksi"), skill=smalltalk)

    assert set(outcome.conversation.person.findings) == {"kram_betis"}


def test_a_correction_keeps_what_kind_of_person_it_is(talk):
    outcome = talk(told(population("hamil_t3"), finding("bengkak_satu_kaki")), told(intent="koreksi"), skill=smalltalk)

    assert outcome.conversation.person.populations == {"hamil_t3"}


def test_a_correction_takes_back_a_fit_in_pregnancy_too(base, talk):
    outcome = talk(told(population("hamil_t3"), finding("kejang_tak_jelas")), told(intent="koreksi"), skill=smalltalk)

    assert not triage(base, outcome.conversation).level.urgent
    assert "tidak ada ." not in outcome.answer.text


def test_a_correction_that_tells_another_danger_is_urgent(talk):
    outcome = talk(
        told(finding("sesak_napas")),
        told(finding("sesak_napas", negated=True), finding("pingsan"), intent="koreksi"),
        skill=smalltalk,
    )

    assert is_urgent(outcome)


def test_a_correction_from_two_swollen_legs_to_one_is_urgent(talk):
    outcome = talk(
        told(finding("bengkak_dua_kaki")), told(intent="koreksi", sides=frozenset({"satu_sisi"})), skill=smalltalk
    )

    assert set(outcome.conversation.person.findings) == {"bengkak_satu_kaki"}
    assert is_urgent(outcome)


def test_a_correction_from_one_swollen_leg_to_two_takes_the_danger_back(base, talk):
    outcome = talk(
        told(finding("bengkak_satu_kaki")), told(intent="koreksi", sides=frozenset({"dua_sisi"})), skill=smalltalk
    )

    assert set(outcome.conversation.person.findings) == {"bengkak_dua_kaki"}
    assert not triage(base, outcome.conversation).level.urgent


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("nyeri_dada", "nyeri_kaki"), ("nyeri_dada_jantung", "nyeri_kaki"), ("kram_perut_lain", "kram_betis")],
)
def test_a_correction_that_names_the_leg_takes_back_the_other_part(talk, wrong, right):
    outcome = talk(
        told(finding(wrong)),
        told(intent="koreksi", parts=frozenset({"kaki"}), normalized="salah ketik maksudnya betis"),
        skill=smalltalk,
    )

    assert set(outcome.conversation.person.findings) == {right}
    assert not is_urgent(outcome)
    assert outcome.conversation.warned == ""


def test_a_chest_that_was_a_calf_is_said_to_be_taken_back(base, talk):
    outcome = talk(
        told(finding("nyeri_dada")),
        told(finding("pegal_kaki"), intent="koreksi", parts=frozenset({"kaki"}), normalized="eh paha yang pegal"),
        skill=smalltalk,
    )

    assert base.phrases["mendesak_dicabut"].format(temuan=base.names["nyeri_dada"].spoken) in outcome.answer.text


@pytest.mark.parametrize(
    ("words", "parts", "mentions"),
    [
        ("betis juga sakit", {"kaki"}, ()),
        ("lengan maksudnya", {"lain"}, ()),
        ("dada dan paha", {"kaki", "lain"}, ()),
        ("dari lutut ke atas", {"kaki"}, (finding("nyeri_dada"),)),
    ],
)
def test_a_correction_keeps_a_chest_that_it_does_not_change(talk, words, parts, mentions):
    outcome = talk(
        told(finding("nyeri_dada")),
        told(*mentions, intent="koreksi", parts=frozenset(parts), normalized=words),
    )

    assert "nyeri_dada" in outcome.conversation.person.findings


def test_a_correction_of_who_it_is_gives_the_sign_to_the_other_person(talk):
    outcome = talk(
        told(finding("sesak_napas")), told(finding("sesak_napas", who="ibu"), intent="koreksi", person="ibu")
    )

    assert outcome.conversation.people[SELF].findings == {}
    assert set(outcome.conversation.people["ibu"].findings) == {"sesak_napas"}
    assert is_urgent(outcome)


def test_starting_over_recalls_the_danger_once(base, talk):
    outcome = talk(told(finding("sesak_napas")), told(intent="batal"), skill=smalltalk)

    assert base.names["sesak_napas"].spoken in outcome.answer.text
    assert outcome.conversation.people == {}


def test_a_denial_takes_the_danger_back_and_says_so(base, talk):
    outcome = talk(told(finding("sesak_napas")), told(finding("sesak_napas", negated=True)))

    assert outcome.answer.blocks[0].text == base.phrases["mendesak_dicabut"].format(
        temuan=base.names["sesak_napas"].spoken
    )
    assert outcome.answer.blocks[1].text == "Baik."
    assert outcome.conversation.warned == ""


def test_a_pregnancy_that_is_taken_back_lowers_the_level(talk):
    outcome = talk(
        told(population("hamil"), finding("bengkak_satu_kaki")),
        told(population("hamil", negated=True), intent="koreksi"),
    )

    assert outcome.conversation.person.populations == frozenset()
    assert is_urgent(talk(told(intent="tanya_cegah"), memory=outcome.conversation))
    assert talk(told(intent="tanya_cegah"), memory=outcome.conversation).answer.level is Level.SEGERA


# --- merely supposed ---------------------------------------------------------------------------------------


def supposed(value):
    return finding(value, when=Temporality.HYPOTHETICAL)


def test_a_supposed_danger_is_answered_without_an_alarm(base, talk):
    outcome = talk(told(supposed("sesak_napas"), intent="tanya_bahaya"))

    assert not is_urgent(outcome)
    assert outcome.answer.level is Level.NONE
    assert outcome.conversation.warned == ""
    assert outcome.conversation.person.findings == {}
    assert base.names["sesak_napas"].spoken in outcome.answer.text


@pytest.mark.parametrize(
    ("sign", "words"), [("sesak_napas", "119"), ("kebas_selangkangan", "IGD"), ("urine_gelap", "hari ini")]
)
def test_a_supposed_danger_tells_what_to_do_if_it_happens(talk, sign, words):
    outcome = talk(told(supposed(sign), intent="tanya_bahaya"))

    assert words in outcome.answer.text


def test_a_supposed_danger_is_weighed_for_the_person_it_is_about(base, talk):
    outcome = talk(told(population("hamil_t3")), told(supposed("bengkak_satu_kaki")))

    assert outcome.answer.blocks[0].entry == "R14"


def test_a_supposed_danger_has_sources(talk):
    outcome = talk(told(supposed("sesak_napas")))

    assert outcome.answer.sources != ()


@pytest.mark.parametrize("mention", [supposed("pegal_kaki"), supposed("kram_betis")])
def test_a_supposed_complaint_that_is_not_urgent_is_answered_by_the_skill(talk, mention):
    assert talk(told(mention)).answer.text == "Baik."


@pytest.mark.parametrize("intent", ["luar_topik", "keluhan_lain", "kasar"])
def test_a_supposed_danger_in_another_subject_is_answered_by_the_skill(talk, intent):
    assert talk(told(supposed("sesak_napas"), intent=intent)).answer.text == "Baik."


def test_a_danger_that_stands_comes_before_a_supposed_one(talk):
    outcome = talk(told(finding("sesak_napas")), told(supposed("pingsan"), intent="tanya_bahaya"))

    assert is_urgent(outcome)


# --- what a short reply completes --------------------------------------------------------------------------


def test_the_part_of_the_body_completes_a_complaint_that_was_asked_about(talk):
    asked = Conversation(pending="bagian")

    outcome = talk(told(parts=frozenset({"kaki"}), intent="nlu_fallback"), memory=asked)

    assert set(outcome.conversation.person.findings) == {"kram_betis"}


def test_a_part_of_the_body_alone_is_no_complaint_when_nothing_was_asked(talk):
    outcome = talk(told(parts=frozenset({"kaki"}), intent="nlu_fallback"))

    assert outcome.conversation.person.findings == {}


@pytest.mark.parametrize(("populations", "expected"), [([], "kram_perut_lain"), (["hamil_t2"], "kram_perut_hamil")])
def test_the_belly_means_something_else_in_pregnancy(talk, populations, expected):
    asked = Conversation({SELF: Person(frozenset(populations))}, pending="bagian")

    outcome = talk(told(normalized="di perut", intent="nlu_fallback"), memory=asked)

    assert set(outcome.conversation.person.findings) == {expected}


def test_the_belly_in_pregnancy_is_urgent_when_the_cramp_was_told_before(talk):
    outcome = talk(
        told(population("hamil"), finding("kram_tak_jelas")),
        told(normalized="di perut", parts=frozenset({"lain"}), intent="nlu_fallback"),
        skill=answer_need,
    )

    assert is_urgent(outcome)


@pytest.mark.parametrize("words", ["seluruh badan", "iya seluruh badan"])
def test_the_whole_body_completes_a_fit_that_was_asked_about(talk, words):
    outcome = talk(told(finding("kejang_tak_jelas")), told(normalized=words, intent="nlu_fallback"), skill=answer_need)

    assert is_urgent(outcome)


def test_the_answer_carries_all_findings_and_populations_of_the_message(talk):
    mentions = (finding("pegal_kaki"), finding("demam", negated=True), population("diabetes"))

    outcome = talk(told(*mentions))

    assert outcome.answer.findings == mentions


# --- one message by itself ---------------------------------------------------------------------------------


def test_a_message_by_itself_is_triaged_for_each_person_apart(base):
    apart = read_alone(base.triage, (population("hamil_t3"), finding("bengkak_satu_kaki", who="ibu")))
    together = read_alone(base.triage, (population("hamil_t3", who="ibu"), finding("bengkak_satu_kaki", who="ibu")))

    assert (apart.level, together.level) == (Level.SEGERA, Level.DARURAT)


def test_of_several_people_in_a_message_the_most_urgent_counts(base):
    decision = read_alone(base.triage, (finding("kram_betis"), finding("sesak_napas", who="ibu")))

    assert decision.level is Level.DARURAT


@pytest.mark.parametrize("mentions", [(), (finding("sesak_napas", negated=True),), (supposed("sesak_napas"),)])
def test_a_message_without_a_present_danger_has_no_level(base, mentions):
    assert read_alone(base.triage, mentions).level is Level.NONE


def test_what_is_urgent_by_itself_is_urgent_in_a_conversation(base, talk):
    mentions = (finding("kram_betis", who="anak"), population("anak", who="anak"), finding("pingsan", who="suami"))

    outcome = talk(Turn("", "tanda_bahaya", mentions=mentions, person="anak"))

    assert outcome.answer.level >= read_alone(base.triage, mentions).level


def test_the_memory_of_a_turn_is_not_changed_by_the_next(base, talk):
    before = talk(told(finding("sesak_napas"))).conversation
    kept = deepcopy(before)

    talk(told(intent="koreksi"), skill=smalltalk, memory=before)

    assert before == kept


# --- breath, and what is asked beside a danger -------------------------------------------------------------


@pytest.mark.parametrize("words", ["ngos ngosan habis senam", "engap habis lari kecil", "napas pendek habis olahraga"])
def test_short_breath_beside_a_leg_that_may_hold_a_clot_is_an_emergency(talk, words):
    clot = told(finding("bengkak_satu_kaki"))

    assert talk(clot, told(intent="lapor_keluhan", normalized=words)).answer.level is Level.DARURAT
    assert talk(told(intent="lapor_keluhan", normalized=words)).answer.level < Level.SEGERA


def test_short_breath_that_is_denied_is_none(talk):
    clot = told(finding("bengkak_satu_kaki"))

    outcome = talk(clot, told(intent="lapor_keluhan", normalized="tidak sampai ngos ngosan kok"))

    assert outcome.answer.level is Level.SEGERA


def _asks(*remedies: str, words: str = "boleh makan itu tidak"):
    return tuple(Mention(Kind.REMEDY, one, one, 0, 1) for one in remedies), words


@pytest.mark.parametrize("remedy", ["pisang_makanan", "isotonik"])
def test_an_urgent_answer_says_no_to_what_the_person_must_not_take(base, talk, remedy):
    mentions, words = _asks(remedy)
    sick = (population("hemodialisis"), finding("kram_sering"), finding("kram_saat_hd"))

    outcome = talk(told(*sick, *mentions, intent="tanya_boleh", normalized=words))

    cell = base.remedies[remedy].by_population["hemodialisis"]
    no = next(b for b in outcome.answer.blocks if base.remedies[remedy].name in b.text)
    assert is_urgent(outcome)
    assert "jangan dulu" in no.text
    assert set(cell.evidence) <= set(no.evidence)
    assert "boleh" not in no.text.lower()


def test_an_urgent_answer_never_says_yes(base, talk):
    mentions, words = _asks("pisang_makanan")

    outcome = talk(told(finding("bengkak_satu_kaki"), *mentions, intent="tanya_boleh", normalized=words))

    assert is_urgent(outcome)
    assert base.remedies["pisang_makanan"].name not in outcome.answer.text


def test_an_emergency_says_no_in_one_line_and_nothing_else(base, talk):
    mentions, words = _asks("pisang_makanan")
    sick = (population("hemodialisis"), finding("sesak_napas"))

    outcome = talk(told(*sick, *mentions, intent="tanya_boleh", normalized=words))

    of_it = [b.text for b in outcome.answer.blocks if base.remedies["pisang_makanan"].name in b.text]
    assert len(of_it) == 1 and "jangan dulu" in of_it[0] and "\n" not in of_it[0]


def test_an_emergency_never_puts_off_or_allows(base, talk):
    mentions, words = _asks("kompres_dingin")

    outcome = talk(told(finding("sesak_napas"), *mentions, intent="tanya_boleh", normalized=words))

    assert base.remedies["kompres_dingin"].name not in outcome.answer.text


def test_fever_after_work_in_a_rice_field_is_looked_at_today_also_in_two_messages(talk):
    field = told(Mention(Kind.CONTEXT, "sawah", "matun", 0, 5), finding("nyeri_kaki"))

    assert talk(field).answer.level < Level.SEGERA
    assert talk(field, told(finding("demam"))).answer.level is Level.SEGERA
