"""What is asked of a thing by its name: each thing and each kind of question has one point, and no other answers."""

from __future__ import annotations

import pytest

from kram.dialogue.scene import Scene
from kram.dialogue.state import Asked, Change, Conversation, LastAnswer, Turn, remember_all
from kram.dialogue.things import asked_of_thing, value_told
from kram.knowledge.model import KnowledgeBase
from kram.knowledge.things import Thing, value_behind
from kram.language.model import Kind, Mention
from kram.triage.engine import decide
from tests.unit.builders import finding, population, real_knowledge

CRAMPS = finding("kram_betis")


def scene_of(base: KnowledgeBase, words: str, *mentions, conversation: Conversation | None = None) -> Scene:
    turn = Turn(words, "tanya_boleh", mentions=mentions, normalized=words)
    memory, _ = remember_all(conversation or Conversation(), turn, {})
    return Scene(base, memory, turn, Change(), decide(base.triage, set(), frozenset()))


def asked(base: KnowledgeBase, words: str, *mentions) -> str:
    hit = asked_of_thing(scene_of(base, words, *mentions))
    return f"{hit.entry}/{hit.point}" if hit is not None else ""


def cells() -> list[tuple[str, str, str]]:
    """(words, thing, point) for every thing and every kind of question that it has an answer to."""
    table = real_knowledge().things
    found = []
    for thing in table.known:
        for kind, place in thing.points.items():
            if phrase := _phrase_for(thing, kind):
                name = min(thing.names, key=lambda one: (len(one), one))
                found.append((f"{name} {phrase}", name, "/".join(place)))
    return found


def _phrase_for(thing: Thing, kind: str) -> str:
    """A phrase that asks this kind of question and no other that the thing has an answer to."""
    kinds = real_knowledge().things.kinds
    others = {p for other in thing.points if other != kind for p in kinds[other]}
    own = (p for p in sorted(kinds[kind]) if not any(f" {other} " in f" {p} " for other in others))
    return next(own, "")


@pytest.mark.parametrize(("words", "name", "point"), cells())
def test_each_thing_has_one_point_for_each_kind_of_question(base, words, name, point):
    assert asked(base, words) == point, name


def test_the_name_is_followed_whatever_sounds_nearer(base):
    assert asked(base, "minum kopi bisa menyebabkan kram tidak") == "kopi-alkohol/kopi-bikin-kram"
    assert asked(base, "boleh minum magnesium tidak buat kram") == "magnesium/boleh-magnesium"
    assert asked(base, "dosis magnesium buat kram berapa") == "magnesium/dosis-magnesium"


def test_of_names_within_each_other_the_longer_counts(base):
    assert asked(base, "kurang kalsium bisa menyebabkan kram") == "kalsium-rendah/kalsium-rendah-dan-kram"
    assert asked(base, "kalium diklofenak boleh buat kram") == "obat-nyeri/ains-boleh"


def test_a_question_about_something_else_that_names_it_is_left_to_the_search(base):
    assert asked(base, "kopi bisa menyebabkan jantung berdebar keringat dingin gemetar") == ""


@pytest.mark.parametrize(
    ("words", "point"),
    [
        ("kalium saya 2,7 apa penyebab kram", "kalium-rendah/hasil-kalium-sangat-rendah"),
        ("kalium saya 3.2 apa penyebab kram", "kalium-rendah/hasil-kalium-rendah"),
        ("kalium saya 4,1 apa penyebab kram", "kalium-rendah/hasil-kalium-normal"),
        ("kalium saya 5,8 apa penyebab kram", "kalium-rendah/hasil-kalium-tinggi"),
        ("hb saya 9 apa penyebab kram", "kurang-darah/hasil-hb-rendah"),
        ("asam urat 8,2 kaki kram nyambung tidak", "jempol-asam-urat/hasil-asam-urat-tinggi"),
        ("kreatinin 1,9 kaki kram karena ginjal", "penyakit-ginjal/hasil-kreatinin-tinggi"),
    ],
)
def test_a_measured_value_is_read_as_what_it_means(base, words, point):
    assert asked(base, words) == point


def test_an_amount_or_an_age_is_no_measured_value():
    words = ["kalium", "3", "tablet", "sehari"]

    assert value_behind(words, 1, frozenset({"tablet"})) is None
    assert value_behind(["kalium", "saya", "3,2", "dok"], 1, frozenset({"tablet"})) == 3.2


def test_the_value_is_found_in_the_story_before_the_question(base):
    scene = scene_of(base, "kemarin cek kalsium saya 8,1 terus tangan kram")

    assert value_told(scene) == ("kalsium-rendah", "hasil-kalsium-rendah")


def test_whom_it_does_not_suit_gets_the_point_for_them(base):
    assert asked(base, "counterpain boleh buat kram", population("hamil_t3")) == "balsem-koyo/saat-hamil"
    assert asked(base, "pisang bagus buat kram", population("hemodialisis")) == "penyakit-ginjal/makanan-tinggi-kalium"


def test_a_plain_no_to_this_person_is_told_by_the_name_that_they_typed(base):
    drug = Mention(Kind.REMEDY, "oains", "asam mefenamat", 0, 14)

    assert asked(base, "asam mefenamat boleh buat kram", population("lambung"), drug) == ""


def test_a_name_within_another_one_is_not_meant(base):
    mint = Mention(Kind.REMEDY, "mint", "teh mint", 0, 8)

    assert asked(base, "teh mint boleh buat kram", mint) == ""


def test_who_asks_for_the_sources_asks_for_no_food(base):
    last = LastAnswer(("magnesium",), "boleh", remedies=("magnesium",))
    turn = Turn("sumber", "tanya_sumber", normalized="makanannya apa sumber")
    scene = Scene(base, Conversation(last=last), turn, Change(), decide(base.triage, set(), frozenset()))

    assert asked_of_thing(scene) is None


def test_two_things_together_are_answered_together(base):
    assert asked(base, "lagi minum meloxicam boleh barengan paracetamol tidak") == "obat-nyeri/ains-dan-parasetamol"
    assert asked(base, "saya minum amlodipin boleh minum asam mefenamat") == "obat-nyeri/ains-dan-obat-rutin"


def test_a_question_that_names_nothing_is_about_the_thing_before_it(base):
    turn = Turn("kalium 3.2. makanan apa yang bagus", "tanya_boleh", normalized="kalium 3.2 makanan apa yang bagus")
    scene = Scene(base, Conversation(), turn, Change(), decide(base.triage, set(), frozenset()))

    hit = asked_of_thing(scene, Asked("makanan apa yang bagus", 12, 34))

    assert hit is not None
    assert (hit.entry, hit.point) == ("makanan-mineral", "makanan-kalium")


def test_behind_an_answer_about_a_remedy_the_dose_is_asked_of_it(base):
    last = LastAnswer(("magnesium",), "boleh", remedies=("magnesium",))
    scene = scene_of(base, "dosisnya berapa", conversation=Conversation(last=last))

    hit = asked_of_thing(scene)

    assert hit is not None
    assert hit.point == "dosis-magnesium"


def test_a_disease_that_is_denied_is_not_carried_into_the_next_question(base):
    words = "tidak ada darah tinggi. obatnya apa"
    turn = Turn(words, "tanya_redakan", normalized="tidak ada darah tinggi obatnya apa")
    scene = Scene(base, Conversation(), turn, Change(), decide(base.triage, set(), frozenset()))

    assert asked_of_thing(scene, Asked("obatnya apa", 24, 35)) is None


def test_known_words_that_say_more_of_a_thing_choose_their_point(base):
    assert asked(base, "koyo boleh ditempel semalaman tidak") == "balsem-koyo/koyo-berapa-lama"


def test_a_question_about_a_remedy_for_a_sick_stomach_is_no_question_of_the_stomach(talk):
    words = "betis kram tiap malam. aman tidak asam mefenamat buat saya yang punya maag? perlu cek darah?"
    start, end = words.index("aman"), words.index("?")
    turn = Turn(
        words,
        "tanya_boleh",
        mentions=(CRAMPS, population("lambung"), Mention(Kind.REMEDY, "oains", "asam mefenamat", 34, 48)),
        normalized=words.replace(".", "").replace("?", ""),
        asked=(Asked(words[start:end], start, end), Asked("perlu cek darah", end + 2, len(words))),
    )

    assert "Asam mefenamat (sejenis ibuprofen): Sebaiknya jangan" in talk(turn).answer.text
