"""What is asked is answered for the kind of person who asks it."""

from __future__ import annotations

import pytest

from kram.dialogue.several import questions_in
from kram.dialogue.state import Asked, Turn
from kram.language.model import SELF, Kind, Mention

_CHILD = "anak"


def _said(text: str, *told: tuple[Kind, str], intent: str = "tanya_boleh", who: str = SELF) -> Turn:
    """A message in normalised words, with what the reader found in it."""
    mentions = tuple(Mention(kind, value, text, 0, 0, experiencer=who) for kind, value in told)
    return Turn(intent, text, 1.0, mentions=mentions, normalized=text, person="" if who == SELF else who)


def _people(*ids: str) -> list[tuple[Kind, str]]:
    return [(Kind.POPULATION, one) for one in ids]


_CRAMP = (Kind.FINDING, "kram_betis")
_NUMB = (Kind.FINDING, "kebas_menetap")


@pytest.mark.parametrize(
    ("text", "told", "entry", "point"),
    [
        ("vitamin apa yang aman untuk ibu menyusui", ["menyusui", "nifas"], "menyusui-sehari-hari", "vitamin-busui"),
        ("vitamin apa yang aman untuk ibu hamil", ["hamil"], "vitamin", "hamil-vitamin-apa"),
        ("hamil boleh minum cdr tidak", ["hamil"], "hamil-sehari-hari", "cdr-hamil"),
        ("menyusui boleh minum cdr tidak", ["menyusui"], "menyusui-sehari-hari", "kalsium-busui"),
        ("hamil boleh minum air kelapa tidak", ["hamil"], "hamil-sehari-hari", "air-kelapa-hamil"),
        ("minum asam folat ada efek samping tidak", ["hamil"], "tablet-kehamilan", "asam-folat-kram"),
    ],
)
def test_a_thing_that_is_named_is_answered_for_who_asks(talk, base, text, told, entry, point):
    answer = talk(_said(text, *_people(*told))).answer

    assert base.entry(entry).point(point).text.format(**base.numbers) in answer.text


@pytest.mark.parametrize(
    ("text", "who", "point"),
    [
        ("kaki kram karena kurang kalsium ya", "hamil", "kurang-kalsium-hamil"),
        ("kaki kram bahaya untuk janin tidak", "hamil", "kram-bahaya-janin"),
        ("kaki kram karena menyusui ya", "menyusui", "menyusui-kurang-kalsium"),
        ("kaki kram kapan hilang ya", "menyusui", "kapan-hilang-nifas"),
        ("kaki kram tanda keguguran bukan", "hamil", "bukan-keguguran"),
    ],
)
def test_what_is_supposed_of_a_cramp_is_answered_for_who_supposes_it(talk, text, who, point):
    outcome = talk(_said(text, _CRAMP, *_people(who), intent="tanya_penyebab"))

    assert outcome.conversation.last.point == point


def test_tingling_in_pregnancy_is_not_answered_about_cramps(talk):
    told = talk(_said("tangan dan kaki kesemutan bahaya untuk janin tidak", _NUMB, *_people("hamil"))).answer

    assert "kram" not in told.text.lower().split("\n")[0]
    assert "kesemutan" in told.text


def test_whoever_is_no_such_person_is_asked_nothing_of_the_kind(talk):
    outcome = talk(_said("vitamin apa yang bagus untuk kaki kram", _CRAMP))

    assert "menyusui" not in outcome.answer.text
    assert outcome.conversation.last.point not in {"vitamin-busui", "hamil-vitamin-apa", "vitamin-anak"}


def test_a_medicine_that_is_named_is_what_may_reach_the_baby(talk):
    """Asked behind a medicine, "does it reach my baby?" is no question of the cramp."""
    told = (_CRAMP, *_people("menyusui"), (Kind.REMEDY, "parasetamol"))
    outcome = talk(_said("kaki kram minum parasetamol berpengaruh ke bayi tidak", *told))

    assert outcome.conversation.last.point != "kram-pengaruh-asi"


def test_of_two_told_suspicions_the_one_that_is_right_is_told_for_who_asks(talk, base, real_reader):
    text = (
        "saya menyusui. betis kram tiap malam. kata ibu kurang kalsium, kata suami kurang minum. "
        "mana yang betul? boleh lari?"
    )
    read = real_reader.read(text)
    asked = tuple(Asked(q.text, q.start, q.end, ()) for q in questions_in(read.tokens, base.asking))
    turn = Turn("tanya_penyebab", text, 1.0, mentions=read.mentions, normalized=read.normalized, asked=asked)

    answer = talk(turn).answer

    assert base.entry("sesudah-melahirkan").point("menyusui-kurang-kalsium").text.split(":")[0] in answer.text
    assert "hipokalsemia" not in answer.text


def test_what_is_to_be_done_stays_behind_the_sign_it_is_for(base):
    """An answer that is shortened never ends with "satu betis bengkak?"."""
    from kram.answers.answer import Block, BlockKind
    from kram.answers.room import within_room

    long = "Kram itu sering. " + "Otot yang lelah mungkin berperan di sini. " * 8
    blocks = [Block(BlockKind.TEXT, f"{long}Satu betis bengkak? Ke IGD hari ini.") for _ in range(2)]

    for block in within_room(blocks):
        assert block.text.endswith("Satu betis bengkak? Ke IGD hari ini.")


@pytest.mark.parametrize(
    ("text", "who", "entry", "point"),
    [
        ("kram boleh minum oralit tidak", ["hemodialisis"], "garam-dan-oralit", "oralit-cuci-darah-jantung"),
        ("kram boleh minum pocari tidak", ["gagal_jantung"], "garam-dan-oralit", "oralit-cuci-darah-jantung"),
        ("kram perlu cek darah apa saja", ["diuretik"], "tes-darah-dan-urine", "tes-obat-kencing"),
    ],
)
def test_a_disease_or_medicine_has_its_own_answer_and_it_comes_first(talk, base, text, who, entry, point):
    answer = talk(_said(text, _CRAMP, *_people(*who))).answer

    assert answer.blocks[0].text.endswith(base.entry(entry).point(point).text)


def test_swollen_feet_after_a_journey_need_no_appointment(talk):
    told = [(Kind.FINDING, "bengkak_dua_kaki"), (Kind.CONTEXT, "perjalanan"), (Kind.CONTEXT, "habis_perjalanan")]

    outcome = talk(_said("habis naik pesawat kedua kaki bengkak wajar tidak", *told, intent="tanya_bahaya"))

    assert outcome.conversation.last.point == "sesudah-terbang"
    assert "Buat janji" not in outcome.answer.text


def test_swollen_feet_after_a_journey_of_a_pregnant_woman_keep_their_rule(talk):
    told = [(Kind.FINDING, "bengkak_dua_kaki"), (Kind.CONTEXT, "habis_perjalanan"), *_people("hamil")]

    outcome = talk(_said("habis naik pesawat kedua kaki bengkak wajar tidak", *told, intent="tanya_bahaya"))

    assert outcome.conversation.last.point != "sesudah-terbang"


@pytest.mark.parametrize("text", ["siapa saja yang tidak boleh dipijat", "kapan tidak boleh dipijat"])
def test_who_must_not_is_never_answered_with_a_yes(talk, text):
    outcome = talk(_said(text, (Kind.REMEDY, "pijat_pelan")))

    assert outcome.conversation.last.point == "siapa-jangan-pijat"
    assert outcome.answer.text.startswith("Jangan")


def test_cramps_at_each_game_and_at_no_other_time_need_no_appointment(talk):
    often = (Kind.FINDING, "kram_sering")
    at_sport = [(Kind.CONTEXT, "olahraga"), (Kind.CONTEXT, "tiap_olahraga")]
    text = "tiap main futsal kaki kram kenapa"

    assert "Buat janji" not in talk(_said(text, often, *at_sport, intent="tanya_penyebab")).answer.text
    also_at_night = talk(_said(text, often, *at_sport, (Kind.CONTEXT, "malam"), intent="tanya_penyebab"))
    assert "Buat janji" in also_at_night.answer.text


@pytest.mark.parametrize(
    ("text", "who", "point"),
    [
        ("boleh minum air kelapa tidak", "gagal_jantung", "air-kelapa-jantung"),
        ("boleh minum suplemen kalium tidak", "gagal_jantung", "kalium-jantung"),
        ("boleh minum ibuprofen tidak", "gagal_jantung", "ibuprofen-jantung-pengencer"),
        ("boleh minum asam mefenamat tidak", "antikoagulan", "ibuprofen-jantung-pengencer"),
        ("boleh bolos cuci darah sekali tidak", "hemodialisis", "hd-dikurangi"),
        ("kaki boleh direndam air panas tidak", "diabetes", "rendam-diabetes"),
        ("boleh minum air garam tidak", "hamil", "air-garam-hamil"),
        ("boleh minum magnesium 400 mg tidak", "hamil", "magnesium-dosis-hamil"),
    ],
)
def test_what_is_a_no_for_such_people_is_said_first(talk, base, text, who, point):
    outcome = talk(_said(text, _CRAMP, *_people(who)))

    assert outcome.conversation.last.point == point
    assert "angan" in outcome.answer.blocks[0].text


_STILL_SORE = "hamil habis kram betis masih sakit sampai sekarang bahaya tidak buat bayi"
_LIMPING = "hamil habis kram sakit sampai 2 hari jalan pincang bahaya tidak"


@pytest.mark.parametrize(
    ("text", "point"), [(_STILL_SORE, "sakit-sisa-kram-hamil"), (_LIMPING, "sakit-dua-hari-hamil")]
)
def test_a_calf_that_stays_sore_in_pregnancy_is_told_of_itself_and_of_the_baby(talk, text, point):
    outcome = talk(_said(text, _CRAMP, *_people("hamil"), intent="tanya_bahaya"))

    assert outcome.conversation.last.point == point
    assert "bayi" in outcome.answer.text
    assert "hari ini" in outcome.answer.text


@pytest.mark.parametrize("text", ["puasa kram minum apa saat sahur", "puasa sering kram minumnya apa ya"])
def test_who_fasts_and_asks_what_to_drink_asks_for_no_medicine(talk, text):
    outcome = talk(_said(text, _CRAMP, (Kind.CONTEXT, "puasa"), intent="tanya_penyebab"))

    assert outcome.conversation.last.point == "sahur-minum-apa"


def test_a_runner_before_a_race_gets_a_plan_and_no_programme_for_cramps_at_night(talk):
    text = "mau half marathon bulan depan tapi tiap lari lama betis kram bagaimana ya"
    outcome = talk(_said(text, _CRAMP, (Kind.CONTEXT, "olahraga"), intent="tanya_cegah"))

    assert outcome.conversation.last.point == "lomba-pemula-kram"


def test_food_for_a_low_pressure_is_not_the_food_for_a_high_one(talk):
    outcome = talk(_said("makanan apa yang bagus", _CRAMP, *_people("hipotensi"), intent="tanya_makanan"))

    assert outcome.conversation.last.point == "makan-tensi-rendah"
