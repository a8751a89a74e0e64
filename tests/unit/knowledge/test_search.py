"""Finding the point that a question is about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kram.knowledge.base import load_knowledge
from kram.knowledge.model import Hit
from kram.knowledge.search import PointSearch, Query, SearchWords, stem
from kram.knowledge.terms import near_pairs
from tests.unit.builders import write_knowledge

_WORDS = SearchWords({"urut": "pijat", "darah tingg": "hipertensi"}, frozenset({"yang", "saya"}))


def plain(text: str) -> str:
    return text.lower().replace("?", " ")


@pytest.fixture(scope="module")
def small_search(tmp_path_factory):
    """A search over the points of two entries."""
    base = load_knowledge(write_knowledge(tmp_path_factory.mktemp("search") / "knowledge"))
    return PointSearch.fit(base, _WORDS, plain)


def names(hits) -> list[str]:
    return [f"{hit.entry}#{hit.point}" for hit in hits]


def test_a_question_is_found_by_its_words(small_search):
    assert names(small_search.find("berapa lama kram berlangsung"))[0] == "kram-umum#lama"
    assert names(small_search.find("boleh kaki dipijat"))[0] == "pijat#boleh"


def test_a_synonym_finds_what_never_uses_the_word(small_search):
    assert names(small_search.find("urut"))[0] == "pijat#boleh"


def test_a_typing_slip_still_finds(small_search):
    assert names(small_search.find("berapa lma kram berlangsng"))[0] == "kram-umum#lama"


def test_the_nearest_comes_first_and_no_more_come_than_asked_for(small_search):
    hits = small_search.find("kram kaki dipijat")

    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(small_search.find("kram kaki dipijat", limit=1)) == 1


@pytest.mark.parametrize("query", ["", "   ", "?!", "yang saya", "zzz qqq"])
def test_what_has_no_known_word_finds_nothing(small_search, query):
    assert small_search.find(query) == ()


def test_what_was_written_to_disk_finds_the_same(small_search, tmp_path):
    small_search.to_disk(tmp_path)
    loaded = PointSearch.from_disk(tmp_path)

    for query in ("berapa lama kram", "boleh diurut", "darah tinggi", ""):
        assert loaded.find(query) == small_search.find(query)


@given(st.text(max_size=200))
@example("'; DROP TABLE topic; --")
@example("\x00\ud800"[:1])
def test_any_text_is_safe_to_search_for(small_search, query):
    for hit in small_search.find(query):
        assert hit.score > 0


def test_a_knowledge_without_points_cannot_be_searched(tmp_path):
    folder = write_knowledge(tmp_path / "knowledge")
    for path in (folder / "entries").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text[: text.index("points:")] + text[text.index("\nverdict:") + 1 :], encoding="utf-8")

    with pytest.raises(ValueError, match="with points"):
        PointSearch.fit(load_knowledge(folder), _WORDS, plain)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("memutar", "putar"),
        ("diputar", "putar"),
        ("penyebabnya", "sebab"),
        ("menyebabkan", "sebab"),
        ("meregangkan", "regang"),
        ("peregangan", "regang"),
        ("kram", "kram"),
        ("kaki", "kaki"),
        ("jari", "jari"),
    ],
)
def test_the_stem_of_a_word(word, expected):
    assert stem(word) == expected


def test_words_are_prepared_by_stem_without_what_tells_nothing():
    assert _WORDS.prepare("Saya yang diurut, darah tinggi".replace(",", "")) == "urut darah tingg hipertensi pijat"


@pytest.mark.parametrize("unknown", ["", "zzz qqq"])
def test_questions_looked_up_together_find_what_each_finds_alone(small_search, unknown):
    questions = ["berapa lama kram berlangsung", unknown, "boleh kaki dipijat"]

    together = small_search.find_all([Query(question) for question in questions])

    assert together == [small_search.find(question) for question in questions]
    assert not together[1]


def test_a_point_whose_rare_word_was_never_said_falls_behind(tmp_path):
    base = load_knowledge(write_knowledge(tmp_path / "knowledge"))
    search = PointSearch.fit(base, _WORDS, plain)
    without = [replace_supposed(search, frozenset()), replace_supposed(search, frozenset({"garam"}))]

    scores = [{h.point: h.score for h in one.find("boleh kaki dipijat")}["boleh"] for one in without]
    told = without[1].words_of("sudah pakai garam")
    (said,) = without[1].find_all([Query("boleh kaki dipijat", told)])

    assert scores[1] < scores[0]
    assert {h.point: h.score for h in said}["boleh"] == scores[0]


def replace_supposed(search: PointSearch, words: frozenset[str]) -> PointSearch:
    """The same search, every point of which needs these words."""
    return PointSearch(
        search._words,
        search._points,
        search._vectorizers,
        search._documents,
        [replace(about, words=words) for about in search._about],
        search._kinds,
    )


def test_what_a_point_takes_for_granted_comes_with_its_hit_and_survives_the_disk(tmp_path):
    base = load_knowledge(write_knowledge(tmp_path / "knowledge"))
    search = PointSearch.fit(base, _WORDS, plain, {("pijat", "boleh"): frozenset({"hamil"})})
    search.to_disk(tmp_path)

    hits = PointSearch.from_disk(tmp_path).find("boleh kaki dipijat")

    assert {h.point: h.supposes for h in hits}["boleh"] == {"hamil"}
    assert all(Hit.from_list(h.to_list()) == h for h in hits)


def test_words_near_each_other_are_paired_in_whichever_order():
    assert near_pairs(["kram", "betis", "malam"]) == "betis_kram kram_malam betis_malam"
    assert {*near_pairs(["malam", "betis", "kram"]).split()} == {*near_pairs(["kram", "betis", "malam"]).split()}
    assert near_pairs(["kram"]) == ""


def test_words_far_from_each_other_are_not_paired():
    assert "a_e" not in near_pairs(list("abcde")).split()
