"""What a story tells that others said or advised, and what was tried already."""

from __future__ import annotations

import pytest

from kram.dialogue.hearsay import blamed_by_others, tried_remedies, urged_by_others
from kram.dialogue.respond import respond
from kram.dialogue.several import questions_in
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.state import Asked, Conversation, Turn
from kram.language.model import Kind, Mention
from tests.unit.builders import finding

LEGS = (finding("kram_betis"), finding("kram_sering"))


def remedy(text: str, word: str, value: str) -> Mention:
    start = text.index(word)
    return Mention(Kind.REMEDY, value, word, start, start + len(word))


def names(base, text: str) -> list[tuple[str, str]]:
    return [one.usual for one in blamed_by_others(text, base.stories, base.suspicions)]


@pytest.mark.parametrize(
    ("story", "points"),
    [
        ("betis kram kata mertua masuk angin", ["masuk-angin-atau-kram"]),
        ("suami bilang kurang olahraga ibu bilang darah kotor", ["kurang-olahraga-aja", "darah-kotor-atau-kram"]),
        ("kata bidan kurang kalsium", []),
        ("paman bilang kurang darah nenek punya sakit jantung", ["anemia-dan-kram"]),
    ],
)
def test_what_lay_people_blame_is_read_and_ends_where_the_story_goes_on(base, story, points):
    assert [point for _, point in names(base, story)] == points


def test_what_others_advise_is_no_remedy_that_a_doctor_ordered(base):
    text = "Tetangga nyuruh dikerok. Dokter suruh kompres."
    turn = Turn(
        text, "lapor_keluhan", mentions=(remedy(text, "dikerok", "urut_kuat"), remedy(text, "kompres", "kompres"))
    )

    assert [m.value for m in urged_by_others(turn, base.stories)] == ["urut_kuat"]


def test_what_was_done_is_tried_but_not_what_is_asked_about(base):
    text = "Sudah seminggu betis kanan kram tiap malam. Sudah pakai koyo dan balsem. Boleh kompres?"
    mentions = (remedy(text, "koyo", "koyo"), remedy(text, "balsem", "balsem_koyo"), remedy(text, "kompres", "kompres"))
    turn = Turn(
        text,
        "tanya_boleh",
        mentions=mentions,
        normalized=text,
        asked=(Asked("boleh kompres", text.index("Boleh"), len(text)),),
    )

    assert tried_remedies(turn, base.stories) == {"koyo", "balsem_koyo"}


def test_after_remedies_in_vain_comes_the_search_for_the_cause(base):
    text = "tiap malam betis kram, sudah pijat dan pakai koyo, masih kambuh juga, sebaiknya diberi apa lagi"
    asked = Asked("sebaiknya diberi apa lagi", text.index("sebaiknya"), len(text))
    turn = Turn(text, "tanya_redakan", mentions=(*LEGS, remedy(text, "koyo", "koyo")), normalized=text, asked=(asked,))
    answer = respond(base, Conversation(), turn, answer_need).answer

    assert answer.topics[0] == "pengobatan-kram"
    assert answer.text.startswith(base.entry("pengobatan-kram").point("cara-rumahan-belum-menolong").text.split(":")[0])


def test_is_it_true_is_answered_about_what_others_said(base):
    text = "tiap malam betis saya kram sampai bangun kata tetangga itu darah kotor, benar tidak dokter"
    asked = Asked("benar tidak dokter", text.index("benar"), len(text))
    turn = Turn(text, "lapor_keluhan", mentions=LEGS, normalized=text.replace(",", ""), asked=(asked,))
    answer = respond(base, Conversation(), turn, answer_need).answer

    assert answer.topics[0] == "dugaan-sehari-hari"
    assert answer.text.startswith(base.entry("dugaan-sehari-hari").point("darah-kotor-atau-kram").text)


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("saya tidak minum obat apa apa. ini kenapa dok?", 1),
        ("anak ikut paskibra, latihan tiap sore berdiri lama di panas, boleh lanjut tidak?", 1),
        ("boleh dipijat sama tukang urut yang biasa datang tidak?", 1),
        ("sudah pakai koyo dan balsem. ga ngaruh. obatnya apa?", 1),
    ],
)
def test_what_only_looks_like_a_question_is_part_of_the_story(base, real_reader, message, questions):
    tokens = real_reader.read(message).tokens

    assert len(questions_in(tokens, base.asking)) == questions
