"""What a question asks of what the message told before it: a value, a remedy, two things side by side, the main one."""

from __future__ import annotations

import pytest

from kram.dialogue.scene import Scene
from kram.dialogue.several import questions_in
from kram.dialogue.skills.just_told import settled
from kram.dialogue.skills.values import of_values, readings
from kram.dialogue.state import Asked, Change, Conversation, Turn, remember_all
from kram.dialogue.things import asked_of_each, asked_of_thing
from kram.language.model import Kind, Mention
from kram.triage.engine import decide
from tests.unit.builders import finding

CRAMPS = finding("kram_betis")


def scene_of(base, words: str, question: str, *mentions: Mention) -> tuple[Scene, Asked]:
    start = words.rindex(question)
    asked = Asked(question, start, start + len(question), ())
    turn = Turn(
        words,
        "tanya_definisi",
        mentions=mentions,
        normalized=words.replace(". ", " ").replace(", ", " "),
        asked=(asked,),
    )
    memory, _ = remember_all(Conversation(), turn, {})
    return Scene(base, memory, turn, Change(), decide(base.triage, set(), frozenset())), asked


def told(base, words: str, question: str, *mentions: Mention) -> list[str]:
    scene, asked = scene_of(base, words, question, *mentions)
    return [f"{part.hit.entry}/{part.hit.point}" if part.hit else "" for part in settled(scene, asked)]


@pytest.mark.parametrize(
    ("story", "point"),
    [
        ("kalium 2.9", "kalium-rendah/hasil-kalium-sangat-rendah"),
        ("kalium 2.2", "kalium-rendah/hasil-kalium-gawat-rendah"),
        ("kalium 6.4", "kalium-rendah/hasil-kalium-sangat-tinggi"),
        ("natrium 138", "natrium-rendah/hasil-natrium-normal"),
        ("magnesium 1.3", "magnesium-rendah/hasil-magnesium-rendah"),
        ("kalsium saya 8.1 mg dl", "kalsium-rendah/hasil-kalsium-rendah"),
        ("gula puasa 118", "kaki-diabetes/hasil-gula-puasa-batas"),
        ("hba1c 8.2", "kaki-diabetes/hasil-hba1c-tinggi"),
        ("feritin saya 8", "kurang-darah/hasil-feritin-rendah"),
        ("ck saya 850", "kerusakan-otot-berat/hasil-ck-naik"),
        ("ck saya 12000", "kerusakan-otot-berat/hasil-ck-gawat"),
        ("kreatinin 0.9", "penyakit-ginjal/hasil-kreatinin-normal"),
        ("b12 saya 150", "vitamin/hasil-b12-rendah"),
    ],
)
def test_what_a_told_value_means_is_read_from_the_table(base, story, point):
    assert told(base, f"hasil lab {story} itu artinya apa", "itu artinya apa") == [point]


def test_of_several_values_the_gravest_leads_and_the_usual_ones_are_named(base):
    scene, asked = scene_of(base, "natrium 138 kalium 2.9 itu artinya apa dok", "itu artinya apa dok", CRAMPS)

    part = of_values(scene, asked)

    assert part is not None and part.block.text.startswith("Periksa ke dokter hari ini: kalium")
    assert part.block.text.endswith("Natrium 138 masih dalam batas normal.")


def test_a_figure_belongs_to_the_name_right_before_it(base):
    scene, _ = scene_of(base, "kalium normal natrium 131 itu bahaya tidak", "itu bahaya tidak")

    assert [(one.name, one.figure) for one in readings(scene)] == [("natrium", "131")]


def test_a_dose_is_no_value(base):
    scene, _ = scene_of(base, "minum magnesium 2 tablet itu bahaya tidak", "itu bahaya tidak")

    assert readings(scene) == ()


def test_a_question_about_something_else_is_not_answered_by_the_value(base):
    assert told(base, "kalium 3.2 perlu pakai stoking tidak", "perlu pakai stoking tidak") == []


def test_whether_it_is_allowed_is_asked_of_the_remedy_told_before(base):
    words = "pelatih menyuruh minum air garam. amankah dok"
    salt = Mention(Kind.REMEDY, "air_garam", "air garam", words.index("air garam"), words.index("air garam") + 9)

    assert told(base, words, "amankah dok", salt) == ["garam-dan-oralit/air-garam-saat-berkeringat"]


def test_both_things_that_others_praise_are_judged_and_the_unsafe_one_first(base):
    words = "kata orang sabun di kasur, mertua menyuruh pakai peniti. yang benar mana"

    assert told(base, words, "yang benar mana") == ["cara-kampung/tusuk-jarum", "cara-kampung/sabun-di-kasur"]


def test_of_two_things_one_question_gets_the_answer_of_each(base):
    words = "minum es apa mandi malam yang membuat kram bikin"
    scene, asked = scene_of(base, words, words)

    found = [f"{hit.entry}/{hit.point}" for hit in asked_of_each(scene, asked)]

    assert found == ["makan-minum/teh-es", "kebiasaan-harian/mandi-keramas-hujan"]


@pytest.mark.parametrize(
    ("words", "point"),
    [
        ("bagus mana counterpain sama salonpas", "balsem-koyo/krim-atau-koyo"),
        ("pisang atau air kelapa yang lebih bagus", "makanan-mineral/pisang-atau-kelapa"),
        ("lebih bagus magnesium apa kalsium", "magnesium/magnesium-atau-kalsium"),
        ("mending susu atau tablet kalsium", "kalsium/susu-atau-tablet"),
    ],
)
def test_two_products_are_compared_by_their_names(base, words, point):
    scene, asked = scene_of(base, words, words)
    hit = asked_of_thing(scene, asked)

    assert hit is not None and f"{hit.entry}/{hit.point}" == point


def test_the_question_that_is_said_to_matter_comes_first(real_normalizer, base):
    text = "Apa karena kurang tidur? Yang saya tanyakan, apakah perlu ke dokter atau cukup vitamin saja?"

    found = [one.text for one in questions_in(real_normalizer.tokens(text), base.asking)]

    assert found[0].startswith("apakah perlu ke dokter") and len(found) == 2


def test_one_word_with_a_question_mark_asks_of_the_sentence_before_it(real_normalizer, base):
    text = "Pelatihnya suruh minum air garam. Amankah? Apa pemanasannya kurang?"

    found = [one.text for one in questions_in(real_normalizer.tokens(text), base.asking)]

    assert len(found) == 2 and "air garam" in found[0] and found[0].endswith("amankah")
