"""Where the words of a message name concepts."""

from __future__ import annotations

import pytest

from kram.language.places import Chain, ChainMatcher, Concept, Phrases, Place, drop_masked, merged, together


def place(name: str, first: int, last: int | None = None) -> Place:
    """A place that names one thing."""
    return Place(first, first if last is None else last, frozenset({name}))


# --- phrases -----------------------------------------------------------------------------------------------


def found(text: str, **phrases: list[str]) -> list[tuple[int, int, list[str]]]:
    """What the words of a text name."""
    return [(p.first, p.last, sorted(p.names)) for p in Phrases(phrases).find(text.split())]


def test_every_phrase_is_found_wherever_it_stands():
    assert found("kaki kram kaki", kaki=["kaki"], kram=["kram"]) == [
        (0, 0, ["kaki"]),
        (1, 1, ["kram"]),
        (2, 2, ["kaki"]),
    ]


def test_a_phrase_within_a_longer_one_is_found_beside_it():
    made = {"kaki": ["kaki"], "kaki_kiri": ["kaki kiri"], "kiri": ["kiri"]}

    assert found("kaki kiri", **made) == [(0, 0, ["kaki"]), (0, 1, ["kaki_kiri"]), (1, 1, ["kiri"])]


def test_what_one_phrase_names_stands_at_one_place():
    assert found("betis", betis=["betis", "kempol"], bagian=["betis"]) == [(0, 0, ["bagian", "betis"])]


@pytest.mark.parametrize("text", ["", "kaki", "kiri kaki", "kaki , kiri"])
def test_a_phrase_that_is_not_whole_is_not_found(text):
    assert found(text, kaki_kiri=["kaki kiri"]) == []


def test_concepts_are_added_to_the_places_of_their_words():
    named = [place("kaki", 0), place("kram", 2)]

    added = merged(named, [Concept("bagian", 0, 0), Concept("rangkaian", 0, 2), Concept("angka", 1, 1)])

    assert added == [
        Place(0, 0, frozenset({"kaki", "bagian"})), place("rangkaian", 0, 2), place("angka", 1), place("kram", 2)
    ]  # fmt: skip


@pytest.mark.parametrize(("second", "names"), [("bengkak", ["tungkai_bengkak"]), ("pegal", [])])
def test_concepts_that_stand_together_hold_at_the_first_word(second, names):
    made = {"tungkai_bengkak": [{"kaki", "betis"}, {"bengkak"}]}

    assert together([place("betis", 4), place(second, 9)], made) == [place(name, 0) for name in names]


# --- masks -------------------------------------------------------------------------------------------------


def test_a_fixed_name_hides_the_concepts_within_it():
    inside, outside = place("kaki", 1), place("kaki", 5)
    name = place("cap_kaki_tiga", 0, 2)

    left = drop_masked([name, inside, outside], {"cap_kaki_tiga"})

    assert left == [outside]


def test_a_fixed_name_does_not_hide_what_reaches_beyond_it():
    longer = place("kaki_kiri", 1, 3)

    left = drop_masked([place("cap_kaki_tiga", 0, 2), longer], {"cap_kaki_tiga"})

    assert left == [longer]


def test_a_name_may_hide_only_some_of_what_is_within_it():
    food, red, nuts = place("makanan", 0, 1), place("merah", 1), place("kacang", 0)

    left = drop_masked([food, nuts, red, place("merah", 3)], set(), {"makanan": {"merah"}})

    assert left == [food, nuts, place("merah", 3)]


# --- chains ------------------------------------------------------------------------------------------------


def chained(text: str, *, reach: int = 3, last: tuple[str, ...] = ("lemah", "tidak kuat")) -> list[tuple[int, int]]:
    """Where the chain "jantung ... lemah" stands in a message."""
    made = Chain("jantung_lemah", (("jantung",),), {"ibu", "sudah"}, tuple(tuple(e.split()) for e in last), reach)
    return [(found.first, found.last) for found in ChainMatcher([made]).find(text.split())]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("jantung lemah", [(0, 1)]),
        ("jantung ibu sudah lemah", [(0, 3)]),
        ("wah jantung ibu tidak kuat", [(1, 4)]),
        ("jantung lemah jantung lemah", [(0, 1), (2, 3)]),
    ],
)
def test_a_chain_has_only_certain_words_between_its_ends(text, places):
    assert chained(text) == places


@pytest.mark.parametrize("text", ["jantung kuat", "jantung badan lemah", "jantung , lemah", "lemah jantung", "jantung"])
def test_another_word_or_a_mark_breaks_a_chain(text):
    assert chained(text) == []


def test_a_chain_is_no_longer_than_its_reach():
    assert chained("jantung ibu ibu ibu lemah") == [(0, 4)]
    assert chained("jantung ibu ibu ibu ibu lemah") == []


@pytest.mark.parametrize(
    ("text", "places"), [("jantung ibu", [(0, 1)]), ("jantung , ibu", [(0, 0)]), ("jantung kuat", [])]
)
def test_a_chain_may_end_where_the_clause_does(text, places):
    assert chained(text, last=(".", ",")) == places


def test_a_line_ends_like_a_sentence():
    made = Chain("isi", (("lagi", "isi"),), frozenset(), ((".",),), 2)

    assert [c.last for c in ChainMatcher([made]).find(["lagi", "isi", "\n", "kram"])] == [1]
