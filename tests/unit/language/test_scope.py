"""Negation and time: what is denied, what was once, what is merely supposed.

When in doubt a sign is not denied: a danger sign stays a danger sign.
"""

from __future__ import annotations

import pytest

from kram.language.model import Kind, Temporality
from tests.unit.builders import named

# --- denial before the sign --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["tidak sesak", "ga sesak", "tidak ada sesak", "tidak terasa sesak", "kram tanpa sesak"]
)
def test_a_denial_reaches_the_sign_behind_it(reader, text):
    sign = named(reader.read(text), "sesak")

    assert sign.negated
    assert not sign.asserted


def test_a_sign_without_a_denial_is_asserted(reader):
    sign = named(reader.read("sejak pagi sesak"), "sesak")

    assert sign.asserted


@pytest.mark.parametrize(
    "text", ["tidak enak badan sesak", "tidak kuat jalan sesak", "belum sarapan sesak", "tidak bisa ke kantor sesak"]
)
def test_any_word_that_is_not_known_to_be_harmless_ends_the_denial(reader, text):
    sign = named(reader.read(text), "sesak")

    assert sign.asserted


@pytest.mark.parametrize("text", ["tidak demam atau sesak", "tidak demam dan sesak", "tidak pusing, demam, atau sesak"])
def test_a_denial_reaches_every_sign_of_a_chain(reader, text):
    read = reader.read(text)

    assert all(mention.negated for mention in read.mentions)


@pytest.mark.parametrize("value", ["sesak", "demam", "bengkak"])
def test_tidak_ada_denies_a_whole_list(reader, value):
    sign = named(reader.read("tidak ada sesak, demam, atau bengkak"), value)

    assert sign.negated


def test_tapi_ends_a_denial(reader):
    read = reader.read("tidak demam tapi sesak")

    assert named(read, "demam").negated
    assert named(read, "sesak").asserted


@pytest.mark.parametrize("text", ["tidak demam, sesak", "tidak demam, sesak sejak tadi", "tidak demam. sesak"])
def test_a_comma_or_a_full_stop_ends_a_denial_unless_it_is_a_list(reader, text):
    read = reader.read(text)

    assert named(read, "demam").negated
    assert named(read, "sesak").asserted


@pytest.mark.parametrize(
    "text",
    [
        "tidak demam, sesak. pusing atau kram",
        "tidak demam, sesak tapi pusing atau kram",
        "tidak demam, sesak dan pusing",
        "tidak demam\nsesak",
    ],
)
def test_atau_in_the_next_sentence_does_not_carry_a_denial_over_a_comma(reader, text):
    sign = named(reader.read(text), "sesak")

    assert sign.asserted


def test_tidak_ada_does_not_reach_a_sign_that_is_told_with_details_of_its_own(reader):
    sign = named(reader.read("tidak ada demam, sesak sejak tadi pagi"), "sesak")

    assert sign.asserted


def test_a_denial_in_an_earlier_sentence_reaches_nothing(reader):
    sign = named(reader.read("tidak. sesak"), "sesak")

    assert sign.asserted


@pytest.mark.parametrize(
    "text", ["tidak tahu sesak", "tidak cuma sesak", "tidak tahan sesak", "sesak tidak hilang", "tidak hilang sesak"]
)
def test_a_denial_of_something_else_is_no_denial_of_the_sign(reader, text):
    sign = named(reader.read(text), "sesak")

    assert sign.asserted


def test_the_denial_within_the_name_of_a_sign_is_part_of_it(reader):
    sign = named(reader.read("kaki tidak bisa gerak"), "tidak_bisa_gerak")

    assert sign.asserted


@pytest.mark.parametrize("text", ["wajar tidak kaki bengkak", "boleh tidak kalau bengkak"])
def test_a_question_whether_something_is_all_right_denies_nothing(reader, text):
    sign = named(reader.read(text), "bengkak")

    assert not sign.negated


# --- denial behind the sign --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["sesak tidak", "sesak sih tidak", "sesak juga tidak ada", "sesak tidak, demam iya", "sesak tidak tapi demam"],
)
def test_a_denial_that_closes_the_clause_reaches_back(reader, text):
    sign = named(reader.read(text), "sesak")

    assert sign.negated


@pytest.mark.parametrize("text", ["sesak tidak bisa tidur", "sesak, tidak", "sesak kok tidak sembuh"])
def test_a_denial_that_goes_on_or_stands_behind_a_comma_does_not_reach_back(reader, text):
    sign = named(reader.read(text), "sesak")

    assert sign.asserted


@pytest.mark.parametrize("text", ["sesak tidak?", "sesak tidak ya?", "sesak atau tidak", "sesak tidak ?!"])
def test_a_question_is_no_denial(reader, text):
    sign = named(reader.read(text), "sesak")

    assert not sign.negated


@pytest.mark.parametrize("text", ["sesak tidak..?", "sesak tidak!?", "kaki bengkak tidak ya dok"])
def test_a_question_is_no_denial_however_it_is_punctuated(reader, text):
    read = reader.read(text)

    assert all(not mention.negated for mention in read.mentions)


# --- time --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["kalau sesak", "kalau sampai sesak", "takut sesak", "kalau nanti demam atau sesak"])
def test_what_is_supposed_is_not_asserted(reader, text):
    sign = named(reader.read(text), "sesak")

    assert sign.temporality is Temporality.HYPOTHETICAL
    assert not sign.asserted


@pytest.mark.parametrize("text", ["kalau jalan jauh sesak", "sesak kalau jalan", "kalau begitu. sesak"])
def test_a_condition_of_something_else_leaves_the_sign_asserted(reader, text):
    sign = named(reader.read(text), "sesak")

    assert sign.asserted


@pytest.mark.parametrize("text", ["dulu sesak", "pernah sesak", "sesak dulu"])
def test_what_was_once_is_not_asserted(reader, text):
    sign = named(reader.read(text), "sesak")

    assert sign.temporality is Temporality.PAST
    assert not sign.asserted


@pytest.mark.parametrize("text", ["pernah sesak masih sesak", "dulu kambuh sesak lagi", "sekarang sesak"])
def test_what_is_back_again_holds_now(reader, text):
    signs = reader.read(text).mentions

    assert all(sign.asserted for sign in signs)


def test_the_past_of_one_clause_is_not_the_past_of_the_next(reader):
    read = reader.read("dulu demam, sekarang sesak")

    assert named(read, "demam").temporality is Temporality.PAST
    assert named(read, "sesak").asserted


@pytest.mark.parametrize("text", ["dulu hamil 7 bulan", "kalau hamil 7 bulan", "tidak hamil 7 bulan"])
def test_weeks_of_a_pregnancy_hold_only_when_the_pregnancy_does(reader, text):
    stages = [mention for mention in reader.read(text).mentions if mention.value.startswith("hamil")]

    assert [stage for stage in stages if stage.asserted] == []


# --- promises of the real words ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "sesak",
        "ga demam, sesak napas",
        "tidak bengkak, sesak. kaki kram dan nyeri",
        "tidak cuma sesak",
        "sesaknya tidak hilang",
        "tidak tahu kenapa sesak napas",
        "tidak bisa napas",
        "sesak ga?",
        "sekarang sesak lagi, dulu pernah",
        "jangan-jangan sesak napas",
        "kalau jalan sesak",
        "ini sesak gak ya dok",
        "bukannya ini sesak ya?",
    ],
)
def test_in_doubt_a_danger_sign_stays_a_danger_sign(real_reader, text):
    signs = [mention for mention in real_reader.read(text).mentions if mention.value == "sesak_napas"]

    assert any(sign.asserted for sign in signs)


@pytest.mark.parametrize(
    "text",
    [
        "gak sesak",
        "tdk ada sesak, demam, atau bengkak",
        "sesak sih enggak",
        "sesak juga ga ada",
        "kalo sampe sesak gimana",
        "takut sesak napas",
        "dulu pernah sesak",
    ],
)
def test_a_plain_denial_supposition_or_memory_is_no_danger_sign(real_reader, text):
    signs = [mention for mention in real_reader.read(text).mentions if mention.value == "sesak_napas"]

    assert not any(sign.asserted for sign in signs)


# --- two things told apart, and what people say ------------------------------------------------------------


def asserted_findings(read) -> set[str]:
    """What the message says to be so, apart from cramps."""
    return {m.value for m in read.mentions if m.kind is Kind.FINDING and m.asserted and not m.value.startswith("kram")}


@pytest.mark.parametrize(
    "text",
    [
        "bedanya kram sama otot sobek apa",
        "otot sobek sama kram bedanya apa",
        "otot sobek dan kram, apa bedanya?",
        "apa bedanya bengkak di betis dan kram",
        "otot sobek bedanya sama kram apa ya",
        "nyeri dada sama sesak perbedaannya gimana",
        "kram vs otot sobek",
        "gimana bedain sesak karena panik sama sesak karena jantung",
        "cara membedakan betis bengkak dan betis kram",
    ],
)
def test_of_two_things_told_apart_neither_is_told(real_reader, text):
    assert asserted_findings(real_reader.read(text)) == set()


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("betis saya bengkak sebelah, bedanya sama kram apa", "bengkak_satu_kaki"),
        ("betis kiri bengkak sama kram bedanya apa", "bengkak_satu_kaki"),
        ("sesak sekarang, beda dari biasanya", "sesak_napas"),
        ("kaki kanan sama kiri beda, yang kanan bengkak", "bengkak_satu_kaki"),
        ("betis merah sama bengkak, bedanya apa sama kram?", "merah_hangat"),
        ("betis saya bengkak. apa bedanya kram sama dvt", "bengkak_satu_kaki"),
        ("ini sesak, gimana bedain panik sama jantung", "sesak_napas"),
        ("bedakan dong, sesak saya ini panik atau jantung", "sesak_napas"),
    ],
)
def test_what_points_at_somebody_is_told_beside_a_comparison(real_reader, text, sign):
    assert sign in asserted_findings(real_reader.read(text))


@pytest.mark.parametrize(
    "text",
    [
        "kata orang betis bengkak itu tanda darah beku",
        "tetangga saya bilang kram bisa sampai pingsan",
        "konon kram bisa bikin lumpuh",
        "denger2 kram bisa sampai pingsan",
        "kata google sesak itu gejala jantung",
        "kata tetangga kalau kena paku bisa tetanus",
        "tadi lihat di jalan, kaki orang ketusuk paku",
        "betis orang bengkak",
    ],
)
def test_what_people_say_in_general_is_told_of_nobody(real_reader, text):
    assert asserted_findings(real_reader.read(text)) == set()


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("kata suami mulut saya mencong", "tanda_stroke"),
        ("kata teman mulut mencong sebelah itu bahaya", "tanda_stroke"),
        ("kata orang kram itu biasa, tapi betis bengkak merah", "merah_hangat"),
        ("kata tetangga ibu saya pingsan itu karena gula", "pingsan"),
        ("kata orang betis bengkak itu cuma masuk angin", "bengkak_satu_kaki"),
        ("kata dokter itu bisa darah beku, kaki kiri bengkak", "bengkak_satu_kaki"),
        ("kata orang rumah saya pingsan tadi", "pingsan"),
        ("kaki orang tua saya kiri bengkak", "bengkak_satu_kaki"),
        ("kaki orang rumah ketusuk paku", "luka_kotor"),
        ("tetangga bilang itu biasa. betis kanan bengkak", "bengkak_satu_kaki"),
    ],
)
def test_what_people_say_of_somebody_is_told(real_reader, text, sign):
    assert sign in asserted_findings(real_reader.read(text))


@pytest.mark.parametrize(
    "text",
    [
        "gimana supaya tidak kram betis",
        "minum apa pas sahur biar betis ga kram",
        "agar betis saya tidak kram harus apa",
        "pemanasan dulu biar ga kram betis",
    ],
)
def test_what_is_to_be_kept_away_is_neither_there_nor_denied(real_reader, text):
    told = [m for m in real_reader.read(text).of(Kind.FINDING, asserted=False) if m.value == "kram_betis"]

    assert told
    assert all(not m.negated and m.temporality is Temporality.HYPOTHETICAL for m in told)


def test_what_did_not_help_against_a_cramp_leaves_the_cramp(real_reader):
    mentions = real_reader.read("udah minum air biar betis ga kram tapi betis tetap kram").of(Kind.FINDING)

    assert "kram_betis" in {m.value for m in mentions}


def test_a_denial_with_an_aim_in_another_sentence_stays_one(real_reader):
    mentions = real_reader.read("biar jelas dok, kaki saya tidak bengkak").of(Kind.FINDING, asserted=False)

    assert all(m.negated for m in mentions)
