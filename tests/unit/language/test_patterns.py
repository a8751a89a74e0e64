"""How concepts of one clause make a finding."""

from __future__ import annotations

import pytest

from kram.language.model import Kind
from kram.language.patterns import (
    INHERIT_REACH,
    Chain,
    ChainMatcher,
    Concept,
    Pattern,
    PatternMatcher,
    drop_masked,
    expand,
)
from tests.unit.builders import concepts

_LEG = frozenset({"kaki", "betis"})
_ONE_CLAUSE = [0] * 60


def pattern(*needs: frozenset[str], **more) -> Pattern:
    """A pattern with the head "bengkak"."""
    return Pattern(Kind.FINDING, "bengkak_kaki", frozenset({"bengkak"}), needs, **more)


def heads(made: Pattern, places, clauses=_ONE_CLAUSE, families=()) -> list[int]:
    """Where the heads of the hits stand."""
    return [hit.head.first for hit in PatternMatcher([made], families).hits(places, clauses)]


# --- needs -------------------------------------------------------------------------------------------------


def test_a_pattern_without_needs_is_met_by_its_head():
    assert heads(pattern(), concepts(("bengkak", 3))) == [3]


def test_a_pattern_without_its_head_is_not_met():
    assert heads(pattern(_LEG), concepts(("kaki", 0))) == []


@pytest.mark.parametrize("part", ["kaki", "betis"])
def test_one_concept_of_each_need_is_enough(part):
    assert heads(pattern(_LEG), concepts((part, 0), ("bengkak", 1))) == [1]


def test_every_need_must_be_met():
    made = pattern(_LEG, frozenset({"kiri"}))

    assert heads(made, concepts(("kaki", 0), ("bengkak", 1))) == []
    assert heads(made, concepts(("kaki", 0), ("bengkak", 1), ("kiri", 2))) == [1]


def test_a_need_in_another_clause_does_not_count():
    assert heads(pattern(_LEG), concepts(("kaki", 0), ("bengkak", 2)), clauses=[0, 0, 1]) == []


def test_the_head_does_not_meet_its_own_need():
    made = pattern(frozenset({"bengkak"}))

    assert heads(made, concepts(("bengkak", 0))) == []
    assert heads(made, concepts(("bengkak", 0), ("bengkak", 1))) == [0, 1]


def test_each_head_in_a_message_is_a_hit_of_its_own():
    assert heads(pattern(), concepts(("bengkak", 0), ("bengkak", 4))) == [0, 4]


# --- reach -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("place", "hits"), [(4, [0]), (5, [])])
def test_a_need_may_stand_as_many_words_away_as_the_reach_says(place, hits):
    made = pattern(_LEG, reach=3)

    assert heads(made, concepts(("bengkak", 0), ("kaki", place))) == hits


def test_a_hit_covers_its_head_and_the_nearest_concept_of_each_need():
    places = concepts(("kaki", 0), ("bengkak", 4), ("betis", 5))

    (hit,) = PatternMatcher([pattern(_LEG)], []).hits(places, _ONE_CLAUSE)

    assert (hit.first, hit.last) == (4, 5)


# --- what must not be there --------------------------------------------------------------------------------


def test_what_a_pattern_excludes_must_not_stand_in_the_clause():
    made = pattern(without=frozenset({"gusi"}))

    assert heads(made, concepts(("gusi", 0), ("bengkak", 1))) == []


def test_what_a_pattern_excludes_may_stand_in_another_clause():
    made = pattern(without=frozenset({"gusi"}))

    assert heads(made, concepts(("gusi", 0), ("bengkak", 2)), clauses=[0, 0, 1]) == [2]


def test_what_is_excluded_anywhere_must_not_stand_in_the_message():
    made = pattern(without_anywhere=frozenset({"gusi"}))

    assert heads(made, concepts(("gusi", 0), ("bengkak", 2)), clauses=[0, 0, 1]) == []


@pytest.mark.parametrize(("places", "hits"), [((0, 1, 3), []), ((3, 1, 0), []), ((1, 0, 3), [3]), ((0, 5, 3), [3])])
def test_what_is_excluded_between_must_not_stand_between_head_and_need(places, hits):
    made = pattern(_LEG, without_between=frozenset({"minum"}))
    leg, drink, head = places

    assert (
        heads(made, sorted(concepts(("kaki", leg), ("minum", drink), ("bengkak", head)), key=lambda c: c.first)) == hits
    )


def test_a_need_behind_what_is_excluded_between_gives_way_to_a_free_one():
    made = pattern(_LEG, without_between=frozenset({"minum"}))
    places = concepts(("betis", 0), ("bengkak", 4), ("minum", 5), ("kaki", 6))

    (hit,) = PatternMatcher([made], []).hits(places, _ONE_CLAUSE)

    assert (hit.first, hit.last) == (0, 4)


# --- inheritance -------------------------------------------------------------------------------------------

_PARTS = [{"kaki", "betis", "tangan"}]
_SIDES = [{"kiri", "kanan"}]
_TWO_CLAUSES = [0, 0, 1, 1]


def test_a_clause_that_names_no_part_of_the_body_takes_over_the_last_one():
    places = concepts(("kaki", 0), ("bengkak", 2))

    assert heads(pattern(_LEG), places, _TWO_CLAUSES, _PARTS) == [2]


def test_the_part_taken_over_is_the_last_one_named():
    places = concepts(("kaki", 0), ("tangan", 1), ("bengkak", 2))

    assert heads(pattern(_LEG), places, _TWO_CLAUSES, _PARTS) == []


def test_a_clause_that_names_another_part_takes_over_none():
    places = concepts(("kaki", 0), ("bengkak", 2), ("tangan", 3))

    assert heads(pattern(_LEG), places, _TWO_CLAUSES, _PARTS) == []


def test_a_side_is_taken_over_like_a_part():
    made = pattern(frozenset({"kiri"}))

    assert heads(made, concepts(("kiri", 0), ("bengkak", 2)), _TWO_CLAUSES, _SIDES) == [2]


def test_what_belongs_to_no_family_is_not_taken_over():
    made = pattern(frozenset({"mendadak"}))

    assert heads(made, concepts(("mendadak", 0), ("bengkak", 2)), _TWO_CLAUSES, _PARTS) == []


def test_a_part_named_right_after_counts_when_none_came_before():
    places = concepts(("bengkak", 0), ("kaki", 3))

    assert heads(pattern(_LEG), places, [0, 1, 1, 1], _PARTS) == [0]


@pytest.mark.parametrize(("place", "hits"), [(INHERIT_REACH, [INHERIT_REACH]), (INHERIT_REACH + 1, [])])
def test_a_part_is_taken_over_only_from_nearby(place, hits):
    clauses = [0] + [1] * 40

    assert heads(pattern(_LEG), concepts(("kaki", 0), ("bengkak", place)), clauses, _PARTS) == hits


# --- masks and groups --------------------------------------------------------------------------------------


def test_a_fixed_name_hides_the_concepts_within_it():
    inside, outside = Concept("kaki", 1, 1), Concept("kaki", 5, 5)
    name = Concept("cap_kaki_tiga", 0, 2)

    left = drop_masked([name, inside, outside], {"cap_kaki_tiga"})

    assert left == [outside]


def test_a_fixed_name_does_not_hide_what_reaches_beyond_it():
    longer = Concept("kaki_kiri", 1, 3)

    left = drop_masked([Concept("cap_kaki_tiga", 0, 2), longer], {"cap_kaki_tiga"})

    assert left == [longer]


def test_a_name_may_hide_only_some_of_what_is_within_it():
    food, red, nuts = Concept("makanan", 0, 1), Concept("merah", 1, 1), Concept("kacang", 0, 0)

    left = drop_masked([food, nuts, red, Concept("merah", 3, 3)], set(), {"makanan": {"merah"}})

    assert left == [food, nuts, Concept("merah", 3, 3)]


def test_groups_of_groups_are_replaced_by_their_members():
    groups = {"badan": ["tungkai", "tangan"], "tungkai": ["kaki", "betis"]}

    assert expand("badan", groups) == {"kaki", "betis", "tangan"}
    assert expand(["dada", "tungkai"], groups) == {"dada", "kaki", "betis"}


def test_a_group_that_names_itself_ends():
    assert expand("kaki", {"kaki": ["kaki", "betis"]}) == {"kaki", "betis"}


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
