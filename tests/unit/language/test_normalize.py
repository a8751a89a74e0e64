"""How typed words become words that rules can read, and where each of them stood."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kram.language.normalize import Normalizer
from tests.unit.builders import normalizer, tokens


def norms(reader: Normalizer, text: str) -> list[str]:
    return [token.norm for token in reader.tokens(text)]


# --- negation and slang ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed", ["gak", "ga", "tdk", "nggak", "enggak", "ngga", "kagak", "ora", "henteu", "gk", "tak", "GAK", "gaaak"]
)
def test_every_common_way_to_say_no_becomes_tidak(real_normalizer, typed):
    read = norms(real_normalizer, typed)

    assert read == ["tidak"]


@pytest.mark.parametrize(
    ("typed", "formal"),
    [("udh", "sudah"), ("klo", "kalau"), ("gw", "saya"), ("sy", "saya"), ("keram", "kram"), ("sikil", "kaki")],
)
def test_everyday_and_regional_words_become_formal_ones(real_normalizer, typed, formal):
    read = norms(real_normalizer, typed)

    assert read == [formal]


def test_one_slang_word_may_stand_for_several_words_at_the_same_place():
    reader = normalizer(slang={"gpp": "tidak apa-apa"})

    read = reader.tokens("ya gpp")

    assert [(token.norm, token.text, token.start, token.end) for token in read] == [
        ("ya", "ya", 0, 2),
        ("tidak", "gpp", 3, 6),
        ("apa-apa", "gpp", 3, 6),
    ]


def test_capital_letters_and_accents_do_not_matter():
    reader = normalizer(slang={"keram": "kram"})

    read = norms(reader, "KERAM Kéram")

    assert read == ["kram", "kram"]


# --- stretched, doubled and clipped words ------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["sakiiiit", "sakitttt", "saakiitt", "SAKIIIT"])
def test_stretched_words_lose_their_stretch(typed):
    reader = normalizer(vocabulary=["sakit"])

    read = norms(reader, typed)

    assert read == ["sakit"]


def test_a_double_letter_of_a_known_word_is_kept():
    reader = normalizer(vocabulary=["massa"])

    read = norms(reader, "massa")

    assert read == ["massa"]


@pytest.mark.parametrize("typed", ["pegal2", 'pegal"', "pegal”", "pegal²", "pegal-pegal", "pegal2nya"])
def test_a_doubled_word_is_said_once(typed):
    reader = normalizer(vocabulary=["pegal"])

    read = norms(reader, typed)

    assert read == ["pegal"]


def test_a_hyphen_between_different_words_leaves_two_words():
    reader = normalizer(vocabulary=["kaki", "tangan"])

    read = norms(reader, "kaki-tangan")

    assert read == ["kaki", "tangan"]


def test_a_word_in_quotation_marks_is_that_word():
    reader = normalizer(vocabulary=["kram"])

    read = norms(reader, '"kram" itu')

    assert read == ["kram", "itu"]


@pytest.mark.parametrize("typed", ["betisnya", "betisny", "betisx"])
def test_the_ending_nya_is_cut_off_however_it_is_clipped(typed):
    reader = normalizer(vocabulary=["betis"])

    (token,) = reader.tokens(typed)

    assert (token.norm, token.had_clitic, token.text) == ("betis", "nya", typed)


@pytest.mark.parametrize(("typed", "clitic"), [("ibuku", "ku"), ("ibumu", "mu"), ("ibuq", "ku")])
def test_whose_it_is_is_remembered_when_an_ending_is_cut_off(typed, clitic):
    reader = normalizer(vocabulary=["ibu"])

    (token,) = reader.tokens(typed)

    assert (token.norm, token.had_clitic) == ("ibu", clitic)


def test_an_ending_is_not_cut_off_a_word_that_is_known_as_it_stands():
    reader = normalizer(vocabulary=["kuku", "tanya"])

    read = norms(reader, "kuku tanya")

    assert read == ["kuku", "tanya"]


def test_an_ending_is_not_cut_off_an_unknown_word():
    reader = normalizer(vocabulary=["betis"])

    (token,) = reader.tokens("buku")

    assert (token.norm, token.had_clitic) == ("buku", "")


# --- numbers and marks -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7bln", ["7", "bulan"]),
        ("28w", ["28", "minggu"]),
        ("2x", ["2", "kali"]),
        ("38,5", ["38.5"]),
        ("15mnt", ["15", "menit"]),
    ],
)
def test_a_number_is_split_from_its_unit(real_normalizer, typed, read):
    split = norms(real_normalizer, typed)

    assert split == read


@pytest.mark.parametrize(("typed", "mark"), [(".", "."), ("!!!", "!"), ("?!", "?"), ("\n\n", "\n"), (",", ",")])
def test_marks_end_clauses_and_lines(typed, mark):
    read = tokens(f"kram{typed}pegal")

    assert [(token.norm, token.is_punct) for token in read] == [("kram", False), (mark, True), ("pegal", False)]


def test_a_dash_between_blanks_is_a_mark_and_a_hyphen_is_not():
    read = tokens("kram - kaki-tangan")

    assert [(token.norm, token.is_punct) for token in read] == [
        ("kram", False),
        ("-", True),
        ("kaki", False),
        ("tangan", False),
    ]


# --- typing slips ------------------------------------------------------------------------------------------


def test_one_slip_in_a_domain_word_is_repaired():
    reader = normalizer(typo_targets=["bengkak"])

    read = norms(reader, "bngkak bengkka bengkakk benkak")

    assert read == ["bengkak"] * 4


def test_two_slips_are_repaired_only_in_long_words():
    reader = normalizer(typo_targets=["peregangan", "betis"])

    read = norms(reader, "pregangam batiss")

    assert read == ["peregangan", "batiss"]


def test_a_slip_in_the_first_letter_of_a_short_word_is_repaired_alone_only_when_it_is_a_likely_one():
    reader = normalizer(typo_targets=["betis", "bengkak"])

    read = norms(reader, "mengkak vetis ebtis qetis")

    assert read == ["bengkak", "betis", "betis", "qetis"]


def test_a_word_of_three_letters_is_never_repaired():
    reader = normalizer(typo_targets=["kram"])

    read = norms(reader, "kra krem")

    assert read == ["kra", "kram"]


def test_an_ordinary_word_is_never_taken_for_a_slip():
    reader = normalizer(typo_targets=["kaki"], ordinary=["kami"])

    read = norms(reader, "kami kaji")

    assert read == ["kami", "kaki"]


def test_two_spellings_of_one_word_do_not_compete():
    reader = normalizer(slang={"keram": "kram"}, typo_targets=["kram", "keram"])

    read = norms(reader, "krem")

    assert read == ["kram"]


def test_a_slip_that_two_words_could_explain_is_left_alone():
    reader = normalizer(typo_targets=["pucat", "pusat"])

    read = norms(reader, "puhat")

    assert read == ["puhat"]


def test_the_nearer_of_two_words_wins():
    reader = normalizer(typo_targets=["kesemutan", "kesempatan"])

    read = norms(reader, "kesemutam")

    assert read == ["kesemutan"]


def test_a_known_word_is_never_repaired_to_a_domain_word_that_looks_like_it():
    reader = normalizer(typo_targets=["bengkak"], known=["bengkok"])

    read = norms(reader, "bengkok")

    assert read == ["bengkok"]


def test_only_domain_words_are_repaired_to():
    reader = normalizer(vocabulary=["tapi", "sekarang"], typo_targets=["betis"])

    read = norms(reader, "sekarnag betsi")

    assert read == ["sekarnag", "betis"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bengkka", "bengkak"),
        ("betsi", "betis"),
        ("kesemtan", "kesemutan"),
        ("pingsna", "pingsan"),
        ("kejagn", "kejang"),
        ("demma", "demam"),
    ],
)
def test_slips_in_the_words_of_complaints_are_repaired(real_normalizer, typed, meant):
    read = norms(real_normalizer, typed)

    assert read == [meant]


@pytest.mark.parametrize("word", ["kram", "betis", "kaki", "bengkak", "sesak", "nyeri"])
def test_the_words_of_complaints_are_known_with_an_ending_too(real_normalizer, word):
    read = norms(real_normalizer, f"{word}nya {word}ku")

    assert read == [word, word]


def test_no_slip_is_ever_repaired_to_a_denial(real_table):
    words = real_table.data

    repairable_denials = set(words["lexicon"]["typo_targets"]) & set(words["cues"]["negation"])

    assert repairable_denials == set()


@pytest.mark.parametrize("typed", ["tidka", "buakn", "belom2an", "tanpaa"])
def test_a_slip_near_a_denial_never_becomes_a_danger_sign(real_reader, typed):
    read = real_reader.read(typed)

    assert read.mentions == ()


def test_no_word_that_redakram_itself_says_is_repaired_into_another(base, real_table, real_normalizer):
    lexicon = real_table.data["lexicon"]
    known = {*lexicon["vocabulary"], *lexicon["known"], *lexicon["slang"]}
    said = [token for phrase in base.phrases.values() for token in tokens(phrase)]
    words = sorted({t.norm for t in said if t.norm.isalpha() and t.norm not in known})

    repaired = {word: norms(real_normalizer, word) for word in words}

    assert {word: read for word, read in repaired.items() if not word.startswith(read[0])} == {}


# --- offsets -----------------------------------------------------------------------------------------------

_AWKWARD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "aku sakit kaki2 gak betisnya 7bln 2-3x pegal\" …\n\r\t\u200b\u200d\u0301\u0308😭👨‍👩‍👧ß²½ﷺﹰİ-'’,.?!"
        ),
    ),
    max_size=80,
)


@given(text=_AWKWARD)
@example("😭 kaki😭kram 👨‍👩‍👧 sakit")
@example("ke\u0301ram kr\u200bam\r\nbetis")
@example("ﷺ ﹰ ½ Ⅳ ß İ")
def test_offsets_always_point_into_the_message_as_typed(real_normalizer, text):
    read = real_normalizer.tokens(text)

    assert all(0 <= token.start <= token.end <= len(text) for token in read)
    assert all(text[token.start : token.end] == token.text for token in read)


@given(text=_AWKWARD)
def test_tokens_stand_in_the_order_of_the_message_and_are_single_words(real_normalizer, text):
    read = real_normalizer.tokens(text)

    assert [token.start for token in read] == sorted(token.start for token in read)
    assert all(token.is_punct or token.norm.split() == [token.norm] for token in read)


@given(text=_AWKWARD)
def test_the_same_message_always_gives_the_same_tokens(real_normalizer, text):
    first = real_normalizer.tokens(text)

    second = real_normalizer.tokens(text)

    assert first == second


@pytest.mark.parametrize("text", ["", "   ", "/", "😭😭", "\u200b\u200d", "\ud83d", "@#%&*"])
def test_a_message_without_words_has_no_tokens(text):
    read = tokens(text)

    assert read == ()
