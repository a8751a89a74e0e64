"""How concepts of one clause make a finding."""

from __future__ import annotations

import pytest

from kram.language.model import Kind
from kram.language.patterns import INHERIT_REACH, Pattern, PatternMatcher, expand
from tests.unit.builders import places

_LEG = frozenset({"kaki", "betis"})
_ONE_CLAUSE = [0] * 60


def pattern(*needs: frozenset[str], **more) -> Pattern:
    """A pattern with the head "bengkak"."""
    return Pattern(Kind.FINDING, "bengkak_kaki", frozenset({"bengkak"}), needs, **more)


def heads(made: Pattern, named, clauses=_ONE_CLAUSE, families=()) -> list[int]:
    """Where the heads of the hits stand."""
    return [hit.head.first for hit in PatternMatcher([made], families).hits(named, clauses)]


# --- needs -------------------------------------------------------------------------------------------------


def test_a_pattern_without_needs_is_met_by_its_head():
    assert heads(pattern(), places(("bengkak", 3))) == [3]


def test_a_pattern_without_its_head_is_not_met():
    assert heads(pattern(_LEG), places(("kaki", 0))) == []


@pytest.mark.parametrize("part", ["kaki", "betis"])
def test_one_concept_of_each_need_is_enough(part):
    assert heads(pattern(_LEG), places((part, 0), ("bengkak", 1))) == [1]


def test_every_need_must_be_met():
    made = pattern(_LEG, frozenset({"kiri"}))

    assert heads(made, places(("kaki", 0), ("bengkak", 1))) == []
    assert heads(made, places(("kaki", 0), ("bengkak", 1), ("kiri", 2))) == [1]


def test_a_need_in_another_clause_does_not_count():
    assert heads(pattern(_LEG), places(("kaki", 0), ("bengkak", 2)), clauses=[0, 0, 1]) == []


def test_the_head_does_not_meet_its_own_need():
    made = pattern(frozenset({"bengkak"}))

    assert heads(made, places(("bengkak", 0))) == []
    assert heads(made, places(("bengkak", 0), ("bengkak", 1))) == [0, 1]


def test_each_head_in_a_message_is_a_hit_of_its_own():
    assert heads(pattern(), places(("bengkak", 0), ("bengkak", 4))) == [0, 4]


# --- reach -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("place", "hits"), [(4, [0]), (5, [])])
def test_a_need_may_stand_as_many_words_away_as_the_reach_says(place, hits):
    made = pattern(_LEG, reach=3)

    assert heads(made, places(("bengkak", 0), ("kaki", place))) == hits


def test_a_hit_covers_its_head_and_the_nearest_concept_of_each_need():
    named = places(("kaki", 0), ("bengkak", 4), ("betis", 5))

    (hit,) = PatternMatcher([pattern(_LEG)], []).hits(named, _ONE_CLAUSE)

    assert (hit.first, hit.last) == (4, 5)


# --- what must not be there --------------------------------------------------------------------------------


def test_what_a_pattern_excludes_must_not_stand_in_the_clause():
    made = pattern(without=frozenset({"gusi"}))

    assert heads(made, places(("gusi", 0), ("bengkak", 1))) == []


def test_what_a_pattern_excludes_may_stand_in_another_clause():
    made = pattern(without=frozenset({"gusi"}))

    assert heads(made, places(("gusi", 0), ("bengkak", 2)), clauses=[0, 0, 1]) == [2]


def test_what_is_excluded_anywhere_must_not_stand_in_the_message():
    made = pattern(without_anywhere=frozenset({"gusi"}))

    assert heads(made, places(("gusi", 0), ("bengkak", 2)), clauses=[0, 0, 1]) == []


@pytest.mark.parametrize(("at", "hits"), [((0, 1, 3), []), ((3, 1, 0), []), ((1, 0, 3), [3]), ((0, 5, 3), [3])])
def test_what_is_excluded_between_must_not_stand_between_head_and_need(at, hits):
    made = pattern(_LEG, without_between=frozenset({"minum"}))
    leg, drink, head = at
    named = sorted(places(("kaki", leg), ("minum", drink), ("bengkak", head)))

    assert heads(made, named) == hits


def test_a_need_behind_what_is_excluded_between_gives_way_to_a_free_one():
    made = pattern(_LEG, without_between=frozenset({"minum"}))
    named = places(("betis", 0), ("bengkak", 4), ("minum", 5), ("kaki", 6))

    (hit,) = PatternMatcher([made], []).hits(named, _ONE_CLAUSE)

    assert (hit.first, hit.last) == (0, 4)


# --- inheritance -------------------------------------------------------------------------------------------

_PARTS = [{"kaki", "betis", "tangan"}]
_SIDES = [{"kiri", "kanan"}]
_TWO_CLAUSES = [0, 0, 1, 1]


def test_a_clause_that_names_no_part_of_the_body_takes_over_the_last_one():
    named = places(("kaki", 0), ("bengkak", 2))

    assert heads(pattern(_LEG), named, _TWO_CLAUSES, _PARTS) == [2]


def test_the_part_taken_over_is_the_last_one_named():
    named = places(("kaki", 0), ("tangan", 1), ("bengkak", 2))

    assert heads(pattern(_LEG), named, _TWO_CLAUSES, _PARTS) == []


def test_a_clause_that_names_another_part_takes_over_none():
    named = places(("kaki", 0), ("bengkak", 2), ("tangan", 3))

    assert heads(pattern(_LEG), named, _TWO_CLAUSES, _PARTS) == []


def test_a_side_is_taken_over_like_a_part():
    made = pattern(frozenset({"kiri"}))

    assert heads(made, places(("kiri", 0), ("bengkak", 2)), _TWO_CLAUSES, _SIDES) == [2]


def test_what_belongs_to_no_family_is_not_taken_over():
    made = pattern(frozenset({"mendadak"}))

    assert heads(made, places(("mendadak", 0), ("bengkak", 2)), _TWO_CLAUSES, _PARTS) == []


def test_a_part_named_right_after_counts_when_none_came_before():
    named = places(("bengkak", 0), ("kaki", 3))

    assert heads(pattern(_LEG), named, [0, 1, 1, 1], _PARTS) == [0]


@pytest.mark.parametrize(("place", "hits"), [(INHERIT_REACH, [INHERIT_REACH]), (INHERIT_REACH + 1, [])])
def test_a_part_is_taken_over_only_from_nearby(place, hits):
    clauses = [0] + [1] * 40

    assert heads(pattern(_LEG), places(("kaki", 0), ("bengkak", place)), clauses, _PARTS) == hits


# --- groups ---------------------------------------------------------------------------------------------


def test_groups_of_groups_are_replaced_by_their_members():
    groups = {"badan": ["tungkai", "tangan"], "tungkai": ["kaki", "betis"]}

    assert expand("badan", groups) == {"kaki", "betis", "tangan"}
    assert expand(["dada", "tungkai"], groups) == {"dada", "kaki", "betis"}


def test_a_group_that_names_itself_ends():
    assert expand("kaki", {"kaki": ["kaki", "betis"]}) == {"kaki", "betis"}
