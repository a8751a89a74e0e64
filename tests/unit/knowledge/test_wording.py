"""How patient texts must be worded: short sentences, explained terms, honest verdicts, exact figures."""

from __future__ import annotations

import pytest

from kram.knowledge.model import Fact
from kram.knowledge.wording import MAX_MEAN_WORDS, MAX_SENTENCE_WORDS, NO_GAPS, Wording, sentences

_JARGON = {"elektrolit": {"arti": "garam mineral dalam darah", "jelas": ["mineral", "garam"]}}
_VERDICTS = {
    "didukung": {"isyarat": []},
    "belum_pasti": {"isyarat": ["belum", "mungkin"]},
    "keliru": {"isyarat": ["tidak", "mitos"]},
    "tidak_aman": {"isyarat": ["jangan", "hindari", "hanya dengan resep"]},
}
_FACTS = {"F001": Fact("F001", "Kram 10 menit di betis.", ("ART-SATU",), (r"\b10\b", "betis"))}


@pytest.fixture
def wording():
    """The rules with one term, four verdicts and one fact."""
    return Wording(_JARGON, _VERDICTS, _FACTS)


def words(count: int) -> str:
    """A sentence of so many words."""
    return " ".join(["kram"] * count) + "."


def point(text: str, **changes):
    """A point as its file has it."""
    return {"id": "satu", "text": text, "verdict": "didukung", **changes}


# --- sentences ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Regangkan betis. Minum air.", ["Regangkan betis.", "Minum air."], id="full stops"),
        pytest.param("Kram? Berhenti! Duduk.", ["Kram?", "Berhenti!", "Duduk."], id="other marks"),
        pytest.param("Hanya 0,05 persen.", ["Hanya 0,05 persen."], id="a decimal comma"),
        pytest.param("Hanya 0.05 persen.", ["Hanya 0.05 persen."], id="a decimal point"),
        pytest.param("Dari 1.000 orang. Banyak.", ["Dari 1.000 orang.", "Banyak."], id="thousands"),
        pytest.param("Dari 1.000.000 orang.", ["Dari 1.000.000 orang."], id="millions"),
        pytest.param("Paling banyak 1.000. Cukup.", ["Paling banyak 1.000.", "Cukup."], id="a number at the end"),
        pytest.param("Regangkan betis", ["Regangkan betis"], id="no mark at the end"),
        pytest.param("Tunggu... Lalu jalan.", ["Tunggu.", "Lalu jalan."], id="dots"),
        pytest.param(" ... ", [], id="nothing but marks"),
        pytest.param("", [], id="no text"),
    ],
)
def test_a_text_is_split_where_its_sentences_end(text, expected):
    assert sentences(text) == expected


def test_a_sentence_of_thirty_words_is_short_enough(wording):
    assert list(wording.text(words(MAX_SENTENCE_WORDS))) == []


def test_a_sentence_of_more_than_thirty_words_is_told_with_its_length(wording):
    told = list(wording.text("Pendek. " + words(31)))

    assert told == ["kalimat paling banyak 30 kata; sekarang 31"]


def test_each_sentence_that_is_too_long_is_told(wording):
    told = list(wording.text(words(31) + " Pendek. " + words(33)))

    assert [problem[-2:] for problem in told] == ["31", "33"]


def test_an_entry_with_twenty_words_in_a_sentence_on_average_is_short_enough(wording):
    raw = {
        "lead": {"umum": words(30)},
        "sections": {"sekarang": [{"text": words(10)}]},
        "points": [point(words(20))],
    }

    assert list(wording.entry(raw)) == []


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param({"lead": {"umum": words(20), "cegah": words(21)}}, id="its leads"),
        pytest.param({"lead": {"umum": words(20)}, "sections": {"sekarang": [{"text": words(21)}]}}, id="an item"),
        pytest.param({"lead": {"umum": words(20)}, "points": [point(words(21))]}, id="a point"),
        pytest.param({"lead": {"umum": words(20)}, "uncertain": words(21)}, id="what is uncertain"),
    ],
)
def test_an_entry_with_more_than_twenty_words_on_average_is_told_with_its_mean(wording, raw):
    told = list(wording.entry(raw))

    assert told == [([], "kalimat rata-rata paling banyak 20 kata; sekarang 20.5")]


def test_titles_and_headings_do_not_shorten_the_mean(wording):
    raw = {"title": "Kram", "headings": {"dokter": "Periksa:"}, "lead": {"umum": words(21)}}

    assert list(wording.entry(raw)) == [([], "kalimat rata-rata paling banyak 20 kata; sekarang 21.0")]


# --- terms, gaps and numbers -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Elektrolit hilang lewat keringat.", id="a capital letter"),
        pytest.param("Kadar elektrolitnya turun.", id="with a suffix"),
        pytest.param("Elektrolit, yaitu elektrolit.", id="explained by itself"),
    ],
)
def test_a_term_that_nothing_explains_is_told_with_what_explains_it(wording, text):
    told = list(wording.text(text))

    assert told == ["penjelasan istilah elektrolit (garam mineral dalam darah): pakai salah satu kata mineral, garam"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Elektrolit (garam darah) hilang.", id="before the end of the sentence"),
        pytest.param("Elektrolit hilang. Itu Mineral.", id="in another sentence"),
        pytest.param("Keringat membawa air.", id="no term"),
        pytest.param("Minuman polielektrolit.", id="the end of another word"),
    ],
)
def test_a_term_that_the_text_explains_is_fine(wording, text):
    assert list(wording.text(text)) == []


def test_a_term_that_holds_its_own_explanation_still_needs_one():
    wording = Wording({"tiroid": {"arti": "kelenjar di leher", "jelas": ["tiroid", "leher"]}}, _VERDICTS, {})

    assert len(list(wording.text("Tiroid kurang aktif."))) == 1
    assert list(wording.text("Tiroid di leher kurang aktif.")) == []


@pytest.mark.parametrize("gap", ["{darurat}", "{darurat_umum}"])
def test_the_gaps_for_emergency_numbers_are_allowed(wording, gap):
    assert list(wording.text(f"Telepon {gap}.")) == []


@pytest.mark.parametrize("gap", ["{nomor}", "{}", "{darurat"])
def test_any_other_gap_is_told(wording, gap):
    told = list(wording.text(f"Telepon {gap}"))

    assert told == [f"hanya isian {{darurat_umum}}, {{darurat}}; bukan {gap}"]


def test_a_phrase_may_have_gaps_of_its_own(wording):
    assert list(wording.text("Halo, {siapa}.", gaps=None)) == []


@pytest.mark.parametrize("gap", ["{darurat}", "{siapa}"])
def test_a_text_that_is_told_as_it_stands_has_no_gap(wording, gap):
    assert list(wording.text(f"Telepon {gap}.", gaps=NO_GAPS)) == [f"teks tanpa isian; bukan {gap}"]


def test_a_text_that_is_told_as_it_stands_cannot_name_an_emergency_number(wording):
    assert list(wording.text("Telepon 119.", gaps=NO_GAPS)) == ["teks tanpa nomor darurat"]


@pytest.mark.parametrize("number", ["119", "112", "118", "119,", "119.", "(119)", "119/112"])
def test_an_emergency_number_in_figures_is_told(wording, number):
    told = list(wording.text(f"Telepon {number} sekarang.", gaps=None))

    assert told == ["{darurat} atau {darurat_umum}, bukan nomornya"]


@pytest.mark.parametrize("number", ["1190", "2119", "120", "1.119", "119.000", "112,5", "0,118", "1.000.112"])
def test_another_number_is_not_an_emergency_number(wording, number):
    assert list(wording.text(f"Ada {number} orang.")) == []


# --- entries -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "at"),
    [
        pytest.param({"lead": {"umum": "Kram.", "cegah": "{x}"}}, ["lead", "cegah"], id="a lead"),
        pytest.param(
            {"lead": {}, "sections": {"sekarang": None, "dokter": [{"text": "Kram."}, {"text": "{x}"}]}},
            ["sections", "dokter", 1, "text"],
            id="an item",
        ),
        pytest.param({"lead": {}, "points": [point("Kram."), point("{x}")]}, ["points", 1, "text"], id="a point"),
        pytest.param({"lead": {}, "title": "Kram {darurat}"}, ["title"], id="the title"),
        pytest.param({"lead": {}, "headings": {"dokter": "{darurat}:"}}, ["headings", "dokter"], id="a heading"),
        pytest.param({"lead": {}, "uncertain": "Kram {darurat}."}, ["uncertain"], id="what is uncertain"),
    ],
)
def test_a_problem_of_an_entry_is_told_with_its_place(wording, raw, at):
    assert [place for place, _ in wording.entry(raw)] == [at]


def test_an_entry_without_text_has_no_problem(wording):
    assert list(wording.entry({"lead": {}, "sections": None, "points": None})) == []


# --- verdicts and facts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verdict", "signs"),
    [
        ("belum_pasti", "belum, mungkin"),
        ("keliru", "tidak, mitos"),
        ("tidak_aman", "jangan, hindari, hanya dengan resep"),
    ],
)
def test_a_verdict_that_does_not_show_in_the_words_is_told_with_the_words_that_show_it(wording, verdict, signs):
    raw = {"lead": {}, "points": [point("Pijat membantu.", verdict=verdict)]}

    told = list(wording.entry(raw))

    assert told == [(["points", 0, "text"], f"kata yang menunjukkan putusan {verdict}: {signs}")]


@pytest.mark.parametrize(
    ("verdict", "text"),
    [
        ("didukung", "Pijat membantu."),
        ("belum_pasti", "Pijat mungkin membantu."),
        ("keliru", "Mitos: pijat menyembuhkan."),
        ("tidak_aman", "Jangan pijat kaki bengkak."),
        ("tidak_aman", "Janganlah dipijat."),
        ("tidak_aman", "Boleh, hanya dengan resep dokter."),
        ("keliru", "Mitosnya: pijat menyembuhkan."),
    ],
)
def test_one_word_that_shows_the_verdict_is_enough(wording, verdict, text):
    assert list(wording.entry({"lead": {}, "points": [point(text, verdict=verdict)]})) == []


@pytest.mark.parametrize(
    ("verdict", "text"),
    [
        pytest.param("tidak_aman", "Sebaiknya menghindari pijat.", id="after a prefix"),
        pytest.param("belum_pasti", "Kemungkinan membantu.", id="in the middle"),
        pytest.param("keliru", "Ketidakseimbangan mineral memicu kram.", id="in the middle of a long word"),
    ],
)
def test_a_word_that_shows_the_verdict_must_stand_alone(wording, verdict, text):
    assert len(list(wording.entry({"lead": {}, "points": [point(text, verdict=verdict)]}))) == 1


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("Kram betis sebentar saja.", r"\b10\b", id="the figure"),
        pytest.param("Kram paling lama 10 menit.", "betis", id="the word"),
        pytest.param("Kram betis 100 menit.", r"\b10\b", id="another figure"),
        pytest.param("Kram sebentar saja.", r"\b10\b; betis", id="both"),
    ],
)
def test_a_fact_without_its_figure_or_key_word_is_told_with_what_is_missing(wording, text, missing):
    told = list(wording.entry({"lead": {}, "points": [point(text, facts=["F001"])]}))

    assert told == [(["points", 0, "text"], f"angka atau kata kunci F001 ({missing}), atau alasannya di withheld")]


def test_a_fact_with_its_figure_and_its_key_word_is_told(wording):
    assert list(wording.entry({"lead": {}, "points": [point("BETIS kram 10 menit.", facts=["F001"])]})) == []


def test_a_fact_may_be_withheld_with_a_reason(wording):
    raw = {"lead": {}, "points": [point("Tanya dokter.", facts=["F001"], withheld={"F001": "Takaran obat."})]}

    assert list(wording.entry(raw)) == []


def test_withholding_one_fact_does_not_excuse_another():
    second = Fact("F002", "Kram malam.", ("ART-SATU",), ("malam",))
    wording = Wording(_JARGON, _VERDICTS, {**_FACTS, "F002": second})
    raw = {"lead": {}, "points": [point("Tanya.", facts=["F001", "F002"], withheld={"F001": "Takaran obat."})]}

    told = [expected for _, expected in wording.entry(raw)]

    assert told == ["angka atau kata kunci F002 (malam), atau alasannya di withheld"]


# --- the real knowledge ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def lengths(base):
    """Entry id -> words in each sentence of its leads, items and points."""
    return {
        entry.id: [
            len(sentence.split())
            for text in (
                *entry.lead.values(),
                *(item.text for items in entry.sections.values() for item in items),
                *(point.text for point in entry.points),
            )
            for sentence in sentences(text)
        ]
        for entry in base.entries.values()
    }


def test_no_sentence_of_the_real_entries_has_more_than_thirty_words(lengths):
    too_long = {name: max(counts) for name, counts in lengths.items() if max(counts) > MAX_SENTENCE_WORDS}

    assert too_long == {}


def test_the_sentences_of_every_real_entry_have_at_most_twenty_words_on_average(lengths):
    means = {name: sum(counts) / len(counts) for name, counts in lengths.items()}

    assert {name: mean for name, mean in means.items() if mean > MAX_MEAN_WORDS} == {}
