"""What a slip was meant for, told by the words around it; precision counts as much as recall."""

from __future__ import annotations

import pytest

from kram.language.company import BESIDE, FIELD, NONE, TOLD, Company
from kram.language.repair import slip_cost

TABLE = {
    "lexicon": {"typo_targets": ["betis", "kram", "demam"]},
    "concepts": {"kram": ["kram"], "betis": ["betis"], "patah": ["patah", "patah tulang"], "kaki": ["kaki"]},
    "patterns": [
        {"kind": "temuan", "head": ["kram"], "needs": [["betis", "kaki"], ["sering_per_minggu"]]},
        {"kind": "temuan", "head": ["patah"], "needs": [["kaki"]]},
    ],
    "quantities": {"one_unit": {"seminggu": "minggu"}},
    "chains": [{"first": ["jatuh"], "last": ["tangga"]}],
}


@pytest.mark.parametrize(
    ("word", "before", "after", "fit"),
    [
        ("kram", [], ["betis"], BESIDE),
        ("kram", ["betis", "saya"], [], TOLD),
        ("patah", [], ["tulang"], BESIDE),
        ("jatuh", [], ["dari", "tangga"], TOLD),
        ("seminggu", ["kram"], [], BESIDE),
        ("tangga", ["demam"], [], FIELD),
        ("patah", ["hati"], [], NONE),
        ("kram", ["betis", "satu", "dua", "tiga"], [], NONE),
    ],
)
def test_company_knows_which_words_are_told_together(word, before, after, fit):
    assert list(Company(TABLE).fits([word], before, after)) == [fit]


def test_an_empty_table_knows_of_no_company():
    assert list(Company({}).fits(["kram"], ["betis"], [])) == [NONE]


def test_common_slips_cost_less_than_arbitrary_letters_and_a_wrong_first_letter_costs_more():
    swapped, left_out, doubled = (slip_cost(typed, "betis") for typed in ("betsi", "bets", "bettis"))
    near_key, far_key, wrong_first = (slip_cost(typed, "betis") for typed in ("betia", "betip", "zetis"))

    assert swapped == left_out == doubled == 0
    assert 0 < near_key < far_key < wrong_first


# --- on the real words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "sign"),
    [
        ("btis kram lgi", "kram_betis"),
        ("betis kra lagi", "kram_betis"),
        ("lutut kebentur terus kaki ptaah", "cedera"),
        ("habis jatoh dari tangga kaki btengkak", "cedera"),
        ("jempol kaki nyut-nyuatn", "nyeri_kaki"),
        ("etis kanan bengkak dan merah", "bengkak_satu_kaki"),
        ("zesak napas, dada sakit", "sesak_napas"),
    ],
)
def test_a_sign_is_seen_in_spite_of_a_slip(real_reader, message, sign):
    said = {mention.value for mention in real_reader.read(message).mentions}

    assert sign in said


@pytest.mark.parametrize(
    "message",
    [
        "kode etis perusahaan dibahas rapat",
        "beli emas batangan di pasar",
        "pendekar sakti dari gunung",
        "aki motor soak diganti",
        "ram komputer kurang besar",
        "geram sama tetangga",
        "makan sate terus pulang",
        "pasang kran air di dapur",
    ],
)
def test_an_ordinary_word_that_looks_like_a_sign_is_no_sign(real_reader, message):
    told = [m for m in real_reader.read(message).mentions if m.kind.value == "temuan"]

    assert told == []


def test_the_same_letters_are_read_by_the_words_around_them(real_normalizer):
    alone = [token.norm for token in real_normalizer.tokens("ram komputer")]
    told = [token.norm for token in real_normalizer.tokens("kram di kai kanan")]

    assert alone == ["ram", "komputer"]
    assert "kaki" in told


@pytest.mark.parametrize("typed", ["tidka", "buakn", "nggka", "ngagk", "blum", "tanpaa", "bukna"])
def test_what_may_be_a_denial_is_never_repaired_to_a_complaint(real_normalizer, typed):
    words = [token.norm for token in real_normalizer.tokens(f"kaki {typed} bengkak")]

    assert words[0] == "kaki" and words[-1] == "bengkak"
    assert words[1:-1] in (["tidak"], ["belum"], ["tanpa"], ["bukan"], [typed])


def test_medicines_and_denials_are_never_guessed(real_table):
    lexicon = real_table.data["lexicon"]
    told = set(lexicon["told"])

    assert told.isdisjoint(real_table.data["cues"]["negation"])
    assert told.isdisjoint({"simvastatin", "furosemid", "amlodipin", "lisinopril", "metformin", "obat", "tuak"})


def test_a_repaired_word_still_points_to_what_was_typed(real_normalizer):
    text = "kaki kanan tiab2 dingin"

    tokens = real_normalizer.tokens(text)

    assert [t.norm for t in tokens if t.text == "tiab2"] == ["tiba-tiba"]
    assert all(text[t.start : t.end] == t.text for t in tokens)
