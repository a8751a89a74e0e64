"""Openers, circumstances and moods: what is neither a complaint nor a question is met all the same."""

from __future__ import annotations

import pytest

from kram.answers.answer import BlockKind
from kram.dialogue.state import Turn
from kram.dialogue.story import opens_talk
from kram.knowledge.model import Hit
from kram.language.model import Kind, Mention
from kram.triage.model import Level
from tests.unit.builders import finding, population

_ELSEWHERE = frozenset({"keluhan_lain", "luar_topik"})


def message(intent: str, words: str, *mentions: Mention, **more) -> Turn:
    return Turn(words, intent, mentions=mentions, normalized=words.strip("?"), **more)


def context(value: str) -> Mention:
    return Mention(Kind.CONTEXT, value, "as typed", 0, 0)


CRAMP = message("lapor_keluhan", "betis saya kram", finding("kram_betis"))
OFTEN = message("lapor_keluhan", "kram tiap malam", finding("kram_betis"), finding("kram_sering"), context("malam"))
SWOLLEN = message("tanda_bahaya", "betis bengkak sebelah", finding("bengkak_satu_kaki"), sides=frozenset({"satu_sisi"}))
WOUND = message("tanda_bahaya", "luka tidak sembuh", finding("luka_kaki_tak_sembuh"), population("diabetes"))


# --- openers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["permisi dok mau konsultasi perihal betis", "halo ingin bertanya tentang pegal", "bisa bantu soal lutut tidak"],
)
def test_what_only_announces_a_question_opens_the_talk(base, words):
    assert opens_talk(words, base.stories, base.elsewhere)


@pytest.mark.parametrize(
    "words", ["tolong bantu betis saya kram", "mau tanya obat kram", "mau tanya resep soto", "mau tanya"]
)
def test_what_says_more_or_nothing_of_ours_does_not(base, words):
    assert not opens_talk(words, base.stories, base.elsewhere)


def test_an_opener_is_invited_to_tell_on(base, talk):
    outcome = talk(message("tanya_boleh", "boleh tanya soal betis"))

    assert outcome.answer.text.startswith(base.phrases["pembuka_ajak"])
    assert base.phrases["remedi_tak_dikenal"] not in outcome.answer.text


def test_an_opener_about_cramps_gets_the_usual_help_too(base, talk):
    outcome = talk(message("lapor_keluhan", "mau konsultasi soal kram betis", finding("kram_betis")))

    assert outcome.answer.text.startswith(base.phrases["pembuka_ajak"])
    assert outcome.answer.topics


# --- circumstances -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("intent", sorted(_ELSEWHERE))
@pytest.mark.parametrize("words", ["tiap hari mengangkat karung beras", "saya baru pindah kontrakan"])
def test_how_somebody_lives_is_never_refused_within_a_talk(base, talk, intent, words):
    outcome = talk(CRAMP, message(intent, words, outside=frozenset({"urusan_lain"})))

    assert outcome.answer.text.startswith(base.phrases["keadaan_dicatat"])
    assert base.phrases["saran_tetap"] in outcome.answer.text


def test_what_was_long_ago_is_no_complaint_of_another_part(base, talk):
    outcome = talk(CRAMP, message("keluhan_lain", "tahun lalu pernah operasi perut", parts=frozenset({"lain"})))

    assert "tidak bisa saya nilai" not in outcome.answer.text


def test_a_complaint_of_another_part_now_is_still_one(base, talk):
    outcome = talk(CRAMP, message("keluhan_lain", "tangan saya kesemutan", parts=frozenset({"lain"})))

    assert outcome.answer.text != base.phrases["keadaan_dicatat"]
    assert "tangan" in outcome.answer.text


@pytest.mark.parametrize("words", ["tolong buatkan puisi", "siapa presiden sekarang", "timnas menang telak"])
def test_another_matter_within_a_talk_is_still_none_of_ours(base, talk, words):
    outcome = talk(CRAMP, message("luar_topik", words, outside=frozenset({"urusan_lain"})))

    assert outcome.answer.text.startswith(base.phrases["luar_topik"])


def test_what_strains_the_legs_begins_a_story(base, talk):
    outcome = talk(message("luar_topik", "habis menyetir 9 jam", context("berkendara")))

    assert outcome.answer.text.endswith(base.phrases["keadaan_tanya"])


def test_what_was_told_is_noted_in_plain_words_not_in_theirs(base, talk):
    outcome = talk(CRAMP, message("lapor_profil", "nangtung wae", context("berdiri_lama")))

    assert base.stories.contexts["berdiri_lama"] in outcome.answer.text
    assert "as typed" not in outcome.answer.text


def test_the_advice_goes_on_with_something_new_each_time(talk):
    first = talk(OFTEN, message("luar_topik", "saya baru pindah rumah"))
    second = talk(OFTEN, message("luar_topik", "saya baru pindah rumah"), message("luar_topik", "suka begadang juga"))

    assert first.answer.text != second.answer.text


# --- questions of ours -------------------------------------------------------------------------------------


@pytest.mark.parametrize("intent", ["keluhan_lain", "tanya_sumber", "tanya_boleh"])
def test_which_food_holds_a_mineral_is_told(talk, intent):
    outcome = talk(message(intent, "buah apa yang tinggi kalium"))

    assert outcome.answer.topics[0] == "makanan-mineral"
    assert "pisang" in outcome.answer.text


def test_a_question_of_ours_that_sounds_like_another_complaint_is_answered(talk):
    near = (Hit("usg-emg-pembuluh", "usg-otot", 0.25),)
    outcome = talk(message("keluhan_lain", "otot mana yang di usg", hits=near, outside=frozenset({"keluhan_lain"})))

    assert outcome.answer.topics[0] == "usg-emg-pembuluh"


# --- moods -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("rasa ingin menangis", "suasana_sedih"),
        ("khawatir sekali", "suasana_takut"),
        ("jadi stres memikirkan", "suasana_stres"),
        ("lelah banget sumpah", "suasana_lelah"),
        ("tinggal sendiri di sini", "suasana_sendiri"),
    ],
)
@pytest.mark.parametrize("intent", ["keluhan_lain", "luar_topik", "lapor_profil", "batal", "tanya_alasan"])
def test_a_mood_gets_one_warm_sentence_and_something_useful(base, talk, intent, words, phrase):
    outcome = talk(OFTEN, message(intent, words))
    blocks = outcome.answer.blocks

    assert blocks[0].text == base.phrases[phrase]
    assert len(blocks) > 1
    assert blocks[1].evidence


def test_a_mood_beside_a_complaint_goes_before_the_usual_answer(base, talk):
    usual = talk(OFTEN)
    met = talk(message("lapor_keluhan", "kram tiap malam saya putus asa", *OFTEN.mentions))

    assert met.answer.text.startswith(base.phrases["suasana_sedih"])
    assert met.answer.topics == usual.answer.topics


def test_fear_that_it_comes_back_is_no_mood(base, talk):
    outcome = talk(CRAMP, message("lapor_membaik", "sudah hilang tapi takut kambuh"))

    assert outcome.answer.text.startswith(base.phrases["reda_takut_kambuh"])


def test_the_mood_of_somebody_else_is_not_met_as_the_writers(base, talk):
    outcome = talk(OFTEN, message("lapor_keluhan", "anak menangis terus", person="anak"))

    assert not outcome.answer.text.startswith(base.phrases["suasana_sedih"])


# --- objections while a danger stands ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("saya rebahan dulu", "mendesak_tidur"),
        ("lusa saja ke dokter", "mendesak_besok"),
        ("paling sembuh sendiri", "mendesak_hilang"),
        ("tidak usah berobat lah", "mendesak_tetap"),
        ("cuma kelelahan", "mendesak_lelah"),
        ("lagi bokek", "mendesak_biaya"),
        ("menunggu istri dulu", "mendesak_pulang"),
        ("malu diperiksa", "mendesak_malu"),
        ("harus banget ya", "mendesak_perlu"),
        ("putus asa", "mendesak_berat"),
    ],
)
@pytest.mark.parametrize("intent", ["pamit", "tolak", "koreksi", "keluhan_lain", "tanya_dokter"])
def test_what_keeps_somebody_from_going_is_answered_first(base, talk, intent, words, phrase):
    outcome = talk(SWOLLEN, message(intent, words))

    assert outcome.answer.text.startswith(base.phrases[phrase])
    assert outcome.answer.level is Level.SEGERA
    assert outcome.answer.blocks[0].kind is BlockKind.ALERT
    assert len(outcome.answer.buttons) == len(talk(SWOLLEN).answer.buttons)


def test_who_wants_to_wait_in_the_first_message_hears_no_at_once(base, talk):
    outcome = talk(message("tanda_bahaya", "bengkak sebelah tidak usah periksa ya", *SWOLLEN.mentions))

    assert outcome.answer.text.startswith(base.phrases["mendesak_tetap"])


@pytest.mark.parametrize("cause", ["kelamaan rebahan saja", "gara-gara tidur dulu"])
def test_a_guess_at_the_cause_is_no_wish_to_lie_down(base, talk, cause):
    outcome = talk(message("tanda_bahaya", f"betis bengkak sebelah {cause}", *SWOLLEN.mentions))

    assert outcome.answer.text.startswith(base.phrases["segera_pembuka"])


def test_a_fear_told_with_the_first_sign_does_not_delay_what_to_do(base, talk):
    outcome = talk(message("tanda_bahaya", "takut betis bengkak sebelah", *SWOLLEN.mentions))

    assert outcome.answer.text.startswith(base.phrases["segera_pembuka"])


# --- objections where a doctor should look within days -----------------------------------------------------


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("nanti juga sembuh", "tunda_hilang"),
        ("tidak usah periksa lah", "tunda_malas"),
        ("takut diperiksa", "tunda_takut"),
        ("tidak punya uang", "tunda_biaya"),
        ("paling kelelahan", "tunda_lelah"),
    ],
)
@pytest.mark.parametrize("intent", ["tolak", "pamit", "tanya_dokter", "luar_topik"])
def test_the_same_in_milder_words_within_days(base, talk, intent, words, phrase):
    outcome = talk(OFTEN, message(intent, words))

    assert outcome.answer.text.startswith(base.phrases[phrase])
    assert outcome.answer.level is Level.DOKTER


def test_a_remedy_instead_of_the_doctor_is_judged_first(base, talk):
    massage = Mention(Kind.REMEDY, "urut_kuat", "urut", 0, 4)
    outcome = talk(OFTEN, message("tolak", "tidak mau ke dokter diurut saja", massage))

    assert outcome.answer.text.startswith("Sebaiknya jangan.")
    assert base.phrases["tunda_malas"] in outcome.answer.text


# --- harmless relief while it is urgent --------------------------------------------------------------------


def test_how_to_ease_a_cramp_is_told_where_it_is_safe(talk):
    outcome = talk(WOUND, message("tanya_redakan", "kram malam bagaimana menghilangkan", *OFTEN.mentions))

    assert "Luruskan lutut" in outcome.answer.blocks[0].text
    assert outcome.answer.level is Level.SEGERA
    assert outcome.answer.blocks[-1].kind is BlockKind.WARNING


def test_no_stretch_for_a_leg_that_may_hold_a_clot(talk):
    outcome = talk(SWOLLEN, message("tanya_redakan", "kram malam bagaimana menghilangkan", *OFTEN.mentions))

    assert "jangan diregangkan" in outcome.answer.blocks[0].text
    assert "Luruskan lutut" not in outcome.answer.text


def test_in_an_emergency_nothing_but_the_emergency_is_told(talk):
    breathless = message("tanda_bahaya", "sesak napas", finding("sesak_napas"))
    outcome = talk(breathless, message("tanya_redakan", "kram malam bagaimana menghilangkan", *OFTEN.mentions))

    assert outcome.answer.level is Level.DARURAT
    assert "Luruskan lutut" not in outcome.answer.text


def test_no_complaint_after_being_asked_is_good_news(base, talk):
    flood = message("luar_topik", "kemarin menguras selokan", finding("kontak_banjir_tikus"))
    outcome = talk(flood, message("tolak", "belum terasa apa apa"))

    assert outcome.answer.text == base.phrases["keadaan_nihil"]
