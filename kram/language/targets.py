"""Which words a slip may have been meant for when the words around it decide; worked out when a table is compiled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

from rapidfuzz.distance import OSA

from kram.language.model import Kind
from kram.language.repair import near_any

RARE, COMMON, COMMON_SHORT = 2e-5, 2e-5, 5e-5
"""Share of all words of the language: below it a word is doubted; from it on a slip may be meant for it."""

_SPELLING = 2
_SPELT_OUT = 4
_TAKE_BACK = ("negation", "resolved", "past", "hypothetical", "hypothetical_strong")


def alike(form: str, formal: str) -> bool:
    """Two spellings of one word, not two words."""
    return bool(OSA.distance(form, formal) <= _SPELLING)


def guessed_words(
    first_rank: Set[str],
    told: Set[str],
    slang: Mapping[str, str],
    cues: Mapping[str, Any],
    quantities: Mapping[str, Any],
    ordinary: Mapping[str, float],
) -> dict[str, list[str]]:
    """The parts of a lexicon that `Repairer.guesses` works with.

    Args:
        first_rank: words that one slip is repaired to by itself.
        told: all words of complaints.
        slang: typed form -> formal words.
        cues: words of negation and time.
        quantities: words around numbers.
        ordinary: words of the language and how common each is.
    """
    taken_back = _never_meant(cues)
    told = (told | _time_units(quantities)) - first_rank - taken_back
    meant = (told | first_rank) - taken_back
    told |= {
        form
        for form, formal in slang.items()
        if formal in meant and form.isalpha() and _is_clear(form, formal, first_rank)
    } - first_rank
    targets = told | first_rank
    others = {w: share for w, share in ordinary.items() if w.isalpha() and w not in targets}
    rare = (w for w, share in others.items() if share < RARE and len(w) >= _SPELT_OUT)
    common = (w for w, share in others.items() if share >= (COMMON if len(w) >= _SPELT_OUT else COMMON_SHORT))
    return {
        "told": sorted(told),
        "rare": sorted(near_any(rare, targets)),
        "common": sorted(w for w in common if len(w) >= _SPELT_OUT - 1),
        "denials": sorted(_denials(cues, slang)),
    }


def _is_clear(form: str, formal: str, first_rank: Set[str]) -> bool:
    """A short word of a region has too many neighbours to stand for a complaint."""
    return len(form) > _SPELT_OUT or (len(form) == _SPELT_OUT and (formal not in first_rank or alike(form, formal)))


def words_of_complaints(
    concepts: Mapping[str, Iterable[str]],
    chains: Sequence[Mapping[str, Any]],
    patterns: Iterable[Mapping[str, Any]],
    never: Iterable[str],
) -> set[str]:
    """The words of all findings, but for what the concepts of ``never`` name (medicines, alcohol)."""
    named = {
        name
        for p in patterns
        if p["kind"] == Kind.FINDING.value
        for names in (p["head"], *p["needs"])
        for name in names
    }
    forms = [form for name in named.difference(never) for form in concepts.get(name, ())]
    forms += [form for chain in chains for end in ("first", "last") for form in chain[end]]
    words = {word for form in forms for word in form.lower().split()}
    words -= {form for name in never for form in concepts.get(name, ())}
    return {word for word in words if len(word) >= _SPELT_OUT and word.replace("-", "").isalpha()}


def _time_units(quantities: Mapping[str, Any]) -> set[str]:
    return {w for name in ("minutes", "one_unit") for w in quantities.get(name, ()) if len(w) > _SPELT_OUT}


def _never_meant(cues: Mapping[str, Any]) -> set[str]:
    """Words that say that something is not, is over or is only thought of."""
    return {w for name in _TAKE_BACK for w in cues.get(name, ())}


def _denials(cues: Mapping[str, Any], slang: Mapping[str, str]) -> set[str]:
    """Every way to type a denial."""
    negation = set(cues["negation"])
    typed = negation | {form for form, formal in slang.items() if not negation.isdisjoint(formal.split())}
    return {form for form in typed if len(form) >= _SPELT_OUT - 1 and form.isalpha()}
