"""Messages that only mean something behind the one before: whatever the classifier took them for."""

from __future__ import annotations

import pytest

from kram.answers.answer import BlockKind
from kram.dialogue.moves import is_relieved, says
from kram.dialogue.respond import respond
from kram.dialogue.skills.needs import answer_need
from kram.dialogue.skills.outside import outside
from kram.dialogue.state import Conversation, LastAnswer, Person, Turn
from kram.knowledge.model import Hit
from kram.language.model import SELF, Kind, Mention
from kram.triage.model import Level
from tests.unit.builders import finding, population


def message(intent: str, words: str, *mentions: Mention, **more) -> Turn:
    return Turn(words, intent, mentions=mentions, normalized=words.strip("?"), **more)


def remedy(value: str) -> Mention:
    return Mention(Kind.REMEDY, value, value, 0, 0)


def context(value: str, text: str) -> Mention:
    return Mention(Kind.CONTEXT, value, text, 0, 0)


CRAMP = message("lapor_keluhan", "betis saya kram", finding("kram_betis"))
OFTEN = message("lapor_keluhan", "kram tiap malam", finding("kram_betis"), finding("kram_sering"))
SWOLLEN = message("tanda_bahaya", "betis bengkak sebelah", finding("bengkak_satu_kaki"), sides=frozenset({"satu_sisi"}))
PAINKILLER = message("tanya_boleh", "boleh minum ibuprofen?", remedy("oains"))


# --- reading words -----------------------------------------------------------------------------------------


def test_a_phrase_counts_by_whole_words():
    assert says("saya mau tunggu dulu", {"tunggu dulu"})
    assert not says("menunggu dulu", {"tunggu dulu"})


@pytest.mark.parametrize(
    ("words", "relieved"),
    [("sudah hilang", True), ("belum hilang", False), ("tidak hilang juga", False), ("sudah tiga hari", False)],
)
def test_relief_that_is_denied_is_no_relief(base, words, relieved):
    assert is_relieved(words, base.talk) is relieved


# --- simpler words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("intent", ["ulangi", "kasar", "nlu_fallback", "lanjut"])
def test_who_did_not_understand_gets_less_not_the_same(talk, intent):
    before = talk(CRAMP)
    after = talk(CRAMP, message(intent, "tidak mengerti yang simpel dong"))

    assert after.answer.blocks[0].text.startswith("Singkatnya")
    assert len(after.answer.text) < len(before.answer.text) / 2


def test_simpler_words_keep_the_alarm(talk):
    outcome = talk(SWOLLEN, message("ulangi", "bingung"))

    assert outcome.answer.level is Level.SEGERA
    assert "dokter" in outcome.answer.text


# --- denied signs ------------------------------------------------------------------------------------------


def test_denied_signs_are_noted_and_refuse_nothing(base, talk):
    denied = finding("bengkak_satu_kaki", negated=True), finding("kaki_merah_hangat", negated=True)
    outcome = talk(CRAMP, message("tolak", "tidak bengkak tidak merah", *denied))

    assert outcome.answer.text.startswith("Baik, saya catat: tidak ada bengkak")
    assert base.phrases["tolak_tanpa_tanya"] not in outcome.answer.text
    assert outcome.answer.level is Level.MANDIRI


# --- facts -------------------------------------------------------------------------------------------------


def test_a_disease_told_after_a_yes_to_a_drug_changes_the_yes(base, talk):
    allowed = talk(PAINKILLER)
    changed = talk(PAINKILLER, message("keluhan_lain", "saya punya sakit lambung", population("lambung")))

    assert base.phrases["remedi_jangan"].split("{")[0] not in allowed.answer.blocks[0].text
    assert "saya catat" in changed.answer.blocks[0].text
    assert changed.answer.blocks[1].text.startswith("Sebaiknya jangan")


def test_a_piece_of_the_story_is_not_sent_away(base, talk):
    travelled = message("keluhan_lain", "habis naik bus sepuluh jam", context("perjalanan", "naik bus"), confidence=0.6)

    outcome = talk(CRAMP, travelled)

    assert base.phrases["keluhan_lain"] not in outcome.answer.text
    assert outcome.answer.topics[0] == "kram-perjalanan"


def test_another_complaint_is_still_sent_where_it_belongs(base, talk):
    other = message("keluhan_lain", "telinga saya sakit", parts=frozenset({"lain"}), outside=frozenset({"bagian_lain"}))

    (ears,) = (place for place in base.elsewhere.places if place.id == "tht")
    assert ears.where in talk(CRAMP, other).answer.text


def test_a_fact_that_changes_nothing_does_not_bring_the_whole_card_again(base, talk):
    outcome = talk(CRAMP, message("lapor_profil", "berat 70 kilo"))

    assert outcome.answer.text.startswith(base.phrases["fakta_dicatat"].format(hal="berat 70 kilo"))
    assert BlockKind.STEPS not in {block.kind for block in outcome.answer.blocks}


# --- somebody else -----------------------------------------------------------------------------------------


def test_not_me_but_my_husband_takes_the_complaint_along(talk):
    outcome = talk(OFTEN, message("orang_lain", "bukan saya tapi suami", person="suami"))
    people = outcome.conversation.people

    assert set(people["suami"].findings) == {"kram_betis", "kram_sering"}
    assert not people[SELF].findings
    assert outcome.answer.level is Level.DOKTER


def test_a_danger_that_is_handed_over_is_an_alarm_for_the_other(talk):
    theirs = finding("bengkak_satu_kaki", who="suami")
    outcome = talk(SWOLLEN, message("koreksi", "suami saya yang bengkak bukan saya", theirs, person="suami"))

    assert outcome.answer.level is Level.SEGERA
    assert outcome.answer.blocks[0].kind is BlockKind.ALERT
    assert "suami Anda" in outcome.answer.text


# --- while a danger stands ---------------------------------------------------------------------------------


@pytest.mark.parametrize("intent", ["pamit", "tolak", "setuju", "nlu_fallback"])
def test_who_wants_to_wait_is_told_not_to(base, talk, intent):
    outcome = talk(SWOLLEN, message(intent, "tunggu besok pagi saja ya"))

    assert outcome.answer.text.startswith(base.phrases["mendesak_besok"])


@pytest.mark.parametrize(("asked", "said"), [("air_putih", "tidak cukup"), ("kompres_hangat", "jangan dulu")])
def test_a_remedy_in_danger_is_not_enough_or_not_allowed_by_name(base, talk, asked, said):
    outcome = talk(SWOLLEN, message("tanya_boleh", "boleh?", remedy(asked)))

    first = outcome.answer.blocks[0].text
    assert first.startswith(base.remedies[asked].name) and said in first


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("ke igd mahal tidak saya tidak punya bpjs", "mendesak_biaya"),
        ("saya takut disuntik", "mendesak_takut"),
        ("rumah sakit jauh tidak ada kendaraan", "mendesak_jauh"),
        ("sudah malam puskesmas tutup", "mendesak_malam"),
        ("saya sendirian di rumah", "mendesak_sendiri"),
        ("ada obat apotek tidak", "mendesak_obat"),
        ("masih bisa jalan kok", "mendesak_ringan"),
    ],
)
@pytest.mark.parametrize("intent", ["tolak", "lapor_profil", "terima_kasih"])
def test_what_keeps_somebody_from_going_is_answered_first_whatever_the_intent(base, talk, intent, text, answered):
    outcome = talk(SWOLLEN, message(intent, text))

    assert outcome.answer.level.urgent
    assert outcome.answer.text.startswith(base.phrases[answered].format(**base.numbers))


# --- drugs -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("intent", ["batal", "tanya_boleh", "setuju"])
def test_stopping_a_drug_is_neither_a_restart_nor_a_yes(base, talk, intent):
    drug = message("lapor_keluhan", "minum statin kaki kram", finding("kram_betis"), population("statin"))

    outcome = talk(drug, message(intent, "stop saja ya"))

    assert outcome.answer.text.startswith("Jangan hentikan statin")
    assert "statin" in outcome.conversation.person.populations


def test_without_a_drug_stop_starts_over(base, talk):
    assert talk(CRAMP, message("batal", "stop")).answer.text.startswith(base.phrases["batal"])


# --- what follows on an answer -----------------------------------------------------------------------------


def test_a_short_question_is_about_the_remedy_that_was_just_judged(base, talk):
    banana = message("tanya_boleh", "pisang bagus tidak?", remedy("pisang_makanan"))
    dose = Hit("pelemas-otot", base.entry("pelemas-otot").points[0].id, 0.15)
    own = next(
        p for p in base.entry("makanan-mineral").points if "pisang_makanan" in (p.remedies or ("pisang_makanan",))
    )
    far = Hit("makanan-mineral", own.id, 0.09)

    outcome = talk(banana, message("tanya_angka", "berapa kali sehari?", hits=(dose,), wide=(far,)))

    assert outcome.answer.topics[0] == "makanan-mineral"


def test_what_the_sources_do_not_tell_about_it_is_said_not_guessed(base, talk):
    stocking = message("tanya_boleh", "stoking bagus tidak?", remedy("stoking"))
    dose = Hit("pelemas-otot", base.entry("pelemas-otot").points[0].id, 0.15)

    outcome = talk(stocking, message("tanya_angka", "berapa kali sehari?", hits=(dose,)))

    assert outcome.answer.text.startswith("Soal itu belum ada")


def test_why_can_that_be_asks_about_the_body(talk):
    outcome = talk(CRAMP, message("tanya_alasan", "memang kenapa bisa begitu"))

    assert BlockKind.LIST in {block.kind for block in outcome.answer.blocks}
    assert "saya artikan" not in outcome.answer.text


def test_done_asks_whether_it_helped_and_still_tight_gives_the_limit(base, talk):
    done = message("setuju", "sudah")
    helped = talk(CRAMP, done)
    still = talk(CRAMP, done, message("lapor_belum_reda", "masih kencang"))

    assert helped.answer.text == base.phrases["sudah_dilakukan"]
    assert base.phrases["belum_reda_batas"] in still.answer.text


def test_three_days_is_no_good_news(base, talk):
    outcome = talk(CRAMP, message("lapor_membaik", "sudah tiga hari"))

    assert base.phrases["membaik"] not in outcome.answer.text


def test_gone_but_afraid_gets_how_to_keep_it_away(base, talk):
    outcome = talk(CRAMP, message("lapor_membaik", "sudah hilang tapi takut kambuh"))

    assert outcome.answer.text.startswith(base.phrases["reda_takut_kambuh"])
    assert base.phrases["judul_cegah"] in outcome.answer.text


# --- despair -----------------------------------------------------------------------------------------------


def test_who_wants_to_die_hears_nothing_else_and_nothing_is_forgotten(talk):
    outcome = talk(CRAMP, message("batal", "ingin mati saja"))

    assert len(outcome.answer.blocks) == 1
    assert outcome.answer.level is Level.DARURAT
    assert "kram_betis" in outcome.conversation.person.findings


# --- languages ---------------------------------------------------------------------------------------------


def test_english_gets_one_line_in_english(base, talk):
    outcome = talk(message("lapor_keluhan", "my leg has a cramp every night what can i do", finding("kram_betis")))

    assert outcome.answer.blocks[0].text == base.phrases["inggris"]
    assert len(outcome.answer.blocks) > 1


def test_back_to_the_writer(base):
    before = Conversation(
        people={SELF: Person(findings={"kram_betis": "kram"}), "istri": Person(findings={"varises": "urat"})},
        focus="istri",
        last=LastAnswer(("varises",), "umum"),
    )

    told = respond(
        base,
        before,
        Turn("balik ke saya, bahaya ga", "tanya_bahaya", normalized="balik ke saya bahaya tidak"),
        answer_need,
    )

    assert told.conversation.focus == SELF


def test_what_it_is_called_is_answered_with_the_condition_that_was_spoken_of(base):
    before = Conversation(
        people={SELF: Person(findings={"dorong_gerak_kaki": "gelisah"})},
        last=LastAnswer(("kaki-ingin-bergerak",), "umum"),
    )

    told = respond(base, before, Turn("namanya apa itu", "tanya_definisi", normalized="namanya apa itu"), answer_need)

    assert "kaki gelisah" in told.answer.text.split("\n")[0].lower()


def test_that_all_is_as_usual_is_noted_and_not_sent_away(base):
    before = Conversation(
        people={SELF: Person(findings={"kesemutan_ringan": "semutan"})}, last=LastAnswer(("kesemutan",), "umum")
    )
    words = "tidak bicara normal tangan juga normal cuma kaki saja"

    told = respond(
        base, before, Turn(words, "keluhan_lain", normalized=words, parts=frozenset({"kaki", "lain"})), answer_need
    )

    assert "hanya paham" not in told.answer.text
    assert told.conversation.focus == SELF


def test_a_habit_asked_about_behind_a_condition_is_asked_of_that_condition(base):
    before = Conversation(
        people={SELF: Person(findings={"dorong_gerak_kaki": "gelisah"})},
        last=LastAnswer(("kaki-ingin-bergerak",), "umum"),
    )
    coffee = Mention(Kind.REMEDY, "kopi", "kopi", 0, 4)
    own = Hit("kaki-ingin-bergerak", "gelisah-diapakan", 0.3)
    turn = Turn("kopi ngaruh ga?", "tanya_boleh", mentions=(coffee,), normalized="kopi pengaruh tidak", behind=(own,))

    told = respond(base, before, turn, answer_need)

    assert told.answer.topics[0] == "kaki-gelisah"  # the point about coffee that this complaint has


# --- rudeness ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["betis masih narik terus", "kaki saya keras seperti kayu", "tidak mau lepas lepas"])
def test_who_is_in_pain_is_not_taken_for_rude(base, talk, words):
    assert base.phrases["kasar"] not in talk(CRAMP, message("kasar", words)).answer.text


@pytest.mark.parametrize("words", ["dasar bot tolol", "jawabannya ngawur semua", "bot sampah"])
def test_who_is_rude_is_answered_so(base, words):
    before = respond(base, Conversation(), CRAMP, answer_need).conversation

    assert base.phrases["kasar"] in respond(base, before, message("kasar", words), outside).answer.text


def test_whether_to_stop_a_drug_is_answered_by_what_says_so(talk):
    near = (
        Hit("obat-kram-aman", "obat-tensi", 0.4),
        Hit("obat-tekanan-darah", "obat-tensi-dan-kram", 0.3),
    )
    words = "kram habis minum obat tensi, boleh distop"
    asked = message("tanya_boleh", words, finding("kram_betis"), population("acei_arb"), hits=near)

    assert "angan dihentikan sendiri" in talk(asked).answer.text.split("\n")[0]


def test_a_no_that_nobody_asked_for_does_not_open_the_answer(talk):
    near = (Hit("sesudah-melahirkan", "pijat-nifas", 0.4), Hit("sesudah-melahirkan", "kram-sesudah-lahir", 0.36))
    asked = message(
        "tanya_bahaya", "habis sesar betis kram normal tidak?", finding("kram_betis"), population("nifas"),
        population("pascaoperasi"), hits=near,
    )  # fmt: skip

    assert not talk(asked).answer.text.startswith("Sebaiknya jangan")
