"""Repairing slips in the words of complaints: at once where only one word can be meant, else by the words around."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kram.language.company import BESIDE, FIELD, NONE, TOLD, Company

_MIN_TYPO_LENGTH = 4
_CANDIDATES = 6
_LONG_ENOUGH = 6
_LONG_WORD = 9
_TWO_SLIPS = 7  # letters: so long a word may have two
_CLEAR = 5  # letters: so long a word may be repaired with nothing around it
_WORTH = 0.5
_PRIOR = 0.5
_MARGIN = 0.2
_OTHER_SPELLING = 0.3
_SURE = 0.5
_CLITICS = ("nya", "ku")
_SPELLING = 2
_UNLIKELY, _FAR = 0.6, 1.0
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def begins_alike(typed: str, target: str) -> bool:
    """The first letters agree, or a long word lets a slip there be seen for one."""
    return typed[0] == target[0] or typed[:2] == target[1::-1] or len(typed) >= _LONG_ENOUGH


@dataclass(frozen=True)
class Lexicon:
    """The words the normaliser knows. Built from ``knowledge/language``.

    Attributes:
        slang: typed form -> formal words (may be several, separated by blanks).
        vocabulary: words of the domain in their formal spelling.
        typo_targets: words of the domain that one typing slip may be repaired to.
        known: ordinary words that look like a domain word and must stay what they are.
        own_words: words of our own texts: spelt right, so never repaired.
        outside: words of what lies outside the field; they stay what they are, too.
        ordinary: common words of the language: never taken for a slip.
        told: further words of complaints; a slip is repaired to one of them only in fitting company.
        rare: ordinary words so rare that they are doubted beside a word that one of ours is said with.
        common: ordinary words so common that a slip may as well be meant for one of them.
        denials: what nothing is repaired that may be a slip of it.
        company: which words are said together.
    """

    slang: Mapping[str, str]
    vocabulary: Set[str]
    typo_targets: tuple[str, ...]
    known: Set[str] = field(default_factory=frozenset)
    own_words: Set[str] = field(default_factory=frozenset)
    outside: Set[str] = field(default_factory=frozenset)
    ordinary: Set[str] = field(default_factory=frozenset)
    told: tuple[str, ...] = ()
    rare: Set[str] = field(default_factory=frozenset)
    common: Set[str] = field(default_factory=frozenset)
    denials: Set[str] = field(default_factory=frozenset)
    company: Company = field(default_factory=lambda: Company({}))


@dataclass(frozen=True)
class Guess:
    """What a typed word may have been meant for.

    Attributes:
        norm: the word or words in their normal form.
        clitic: the ending that is cut off.
        cost: how unlikely the slip is.
        needs: how well it must fit to the words around it, at least.
        weight: how much its being common speaks for it.
    """

    norm: str
    clitic: str
    cost: float
    needs: int
    weight: float = 0.0


@dataclass(frozen=True)
class _Target:
    """A form that a slip may be repaired to.

    Attributes:
        form: as it is typed without a slip.
        norm: its normal form.
        clitic: the ending in it.
        is_first_rank: it is a word that names a complaint by itself.
        is_spelt_out: it is written as its normal form is.
    """

    form: str
    norm: str
    clitic: str
    is_first_rank: bool
    is_spelt_out: bool

    @property
    def is_regional(self) -> bool:
        """Another word than its normal form, not another spelling."""
        return OSA.distance(self.form.removesuffix(self.clitic), self.norm) > _SPELLING


class Repairer:
    """Finds what a word with a slip was meant for. Never a denial, never a medicine."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._first_rank = frozenset(lexicon.typo_targets)
        self._by_length: dict[int, list[str]] = {}
        for target in lexicon.typo_targets:
            self._by_length.setdefault(len(target), []).append(target)

    def sure(self, word: str) -> str | None:
        """One typing slip (two in long words) away from exactly one domain word."""
        words = self._lexicon
        if len(word) < _MIN_TYPO_LENGTH or word in words.own_words or word in words.ordinary:
            return None
        allowed = 2 if len(word) >= _LONG_WORD else 1
        near = range(len(word) - allowed, len(word) + allowed + 1)
        hits = process.extract(
            word,
            [t for length in near for t in self._by_length.get(length, ()) if begins_alike(word, t)],
            scorer=OSA.distance,
            score_cutoff=allowed,
            limit=_CANDIDATES,
        )
        if not hits:
            return None
        best = hits[0][1]
        # "krem" may be "kram" or "keram": two spellings of one word do not compete.
        winners = {words.slang.get(target, target) for target, distance, _ in hits if distance == best}
        return winners.pop() if len(winners) == 1 else None

    def guesses(self, word: str, sure: str | None = None, least: int = NONE) -> tuple[Guess, ...]:
        """What else a word may have been meant for; the words around it decide (see `choose`).

        Args:
            word: as typed, in small letters.
            sure: what it is repaired to when nothing around it says otherwise.
            least: how well a guess must fit to the words around it, at least.
        """
        near = {} if word in self._lexicon.common else self._within_one(word)
        if not near:
            return () if sure or len(word) < _TWO_SLIPS else self._two_slips(word)
        is_readable, least = least > NONE, max(least, self._least(word))
        if least > BESIDE:
            return ()
        denial = self._denial_cost(word)
        found: dict[tuple[str, str], Guess] = {}
        for target in near.values():
            if is_readable and target.is_regional:
                continue  # it can be read as it stands: no reason to look so far
            cost = slip_cost(word, target.form) + (0.0 if target.is_spelt_out else _OTHER_SPELLING)
            if denial < cost + _MARGIN or (cost >= _UNLIKELY and word in self._lexicon.rare):
                continue
            weight = self._weight(target.norm) + _SURE * (target.norm == sure)
            needs = NONE if target.norm == sure else max(least, self._needs(len(word), cost, target))
            guess = Guess(target.norm, target.clitic, cost, needs, weight)
            key = (target.norm, target.clitic)
            if key not in found or cost < found[key].cost:
                found[key] = guess
        return tuple(found.values())

    def _two_slips(self, word: str) -> tuple[Guess, ...]:
        """Words of the first rank that a longer word may be meant for if it has two slips."""
        if self._least(word) > NONE or self._denial_cost(word) < math.inf:
            return ()
        near = [t for n in (-1, 0, 1) for t in self._by_length.get(len(word) + n, ()) if t[0] == word[0]]
        hits = process.extract(word, near, scorer=OSA.distance, score_cutoff=2, limit=None)
        meant = sorted(target for target, *_ in hits if target not in self._lexicon.slang)
        return tuple(Guess(target, "", _FAR, TOLD, self._weight(target)) for target in meant)

    def _weight(self, norm: str) -> float:
        return _PRIOR * math.log10(1 + self._lexicon.company.weight(norm))

    def _least(self, word: str) -> int:
        """How well any guess of a word must fit; more than `BESIDE` for what stays as it is."""
        words = self._lexicon
        if len(word) < _MIN_TYPO_LENGTH:
            return TOLD
        if word in words.rare:
            return BESIDE
        if word in words.own_words or word in words.ordinary:
            return BESIDE + 1
        return TOLD if self._may_be_common(word) else NONE

    def choose(self, guesses: Sequence[Guess], before: Sequence[str], after: Sequence[str]) -> Guess | None:
        """The guess that fits best to the words around it; None when none fits or two fit equally well.

        Args:
            guesses: what the word may be.
            before: normal words before it, nearest last.
            after: normal words after it, nearest first.
        """
        company = self._lexicon.company
        fits = company.fits([guess.norm.partition(" ")[0] for guess in guesses], before, after)
        ranked = sorted(
            (
                (guess.cost - fit * _WORTH - guess.weight, guess)
                for guess, fit in zip(guesses, fits, strict=True)
                if fit >= guess.needs
            ),
            key=lambda rank: rank[0],
        )
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0] and ranked[0][1].norm != ranked[1][1].norm):
            return None
        return ranked[0][1]

    def _needs(self, length: int, cost: float, target: _Target) -> int:
        """How well a guess must fit: a word of the first rank and a likely slip need less."""
        if cost >= _FAR and not (target.is_first_rank and target.is_spelt_out):
            return BESIDE
        if target.is_regional:
            return TOLD if length >= _CLEAR and target.norm in self._first_rank else BESIDE
        unlikely = cost >= _UNLIKELY and length == _MIN_TYPO_LENGTH
        if (length < _MIN_TYPO_LENGTH or unlikely) and not target.is_first_rank:
            return BESIDE
        if cost >= _FAR:
            return TOLD
        if not target.is_first_rank:
            return FIELD if cost < _UNLIKELY and target.is_spelt_out else TOLD
        return NONE if length >= _CLEAR else FIELD

    @cached_property
    def _targets(self) -> dict[str, _Target]:
        """Typed form -> what it stands for."""
        words = self._lexicon
        targets: dict[str, _Target] = {}
        for is_first_rank, forms in ((True, words.typo_targets), (False, words.told)):
            for form in forms:
                norm = words.slang.get(form, form)
                targets.setdefault(form, _Target(form, norm, "", is_first_rank, norm == form))
                for clitic in _CLITICS if norm == form or len(form) >= _CLEAR else ():
                    full = f"{form}{clitic}"
                    targets.setdefault(full, _Target(full, norm, clitic, is_first_rank, norm == form))
        return targets

    @cached_property
    def _by_deletion(self) -> dict[str, list[str]]:
        """What is left of a target when a letter falls out -> the targets."""
        found: dict[str, list[str]] = defaultdict(list)
        for target in self._targets:
            for left in deletions(target):
                found[left].append(target)
        return found

    def _within_one(self, word: str) -> dict[str, _Target]:
        """The targets one slip away; of three letters only what has lost its fourth."""
        if len(word) < _MIN_TYPO_LENGTH - 1:
            return {}
        forms = {form for left in deletions(word) for form in self._by_deletion.get(left, ())}
        near = {form: self._targets[form] for form in forms if OSA.distance(word, form, score_cutoff=1) <= 1}
        if len(word) >= _MIN_TYPO_LENGTH:
            return near
        return {form: t for form, t in near.items() if len(form) == _MIN_TYPO_LENGTH and t.is_spelt_out}

    @cached_property
    def _common_by_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for word in sorted(self._lexicon.common - set(self._targets)):
            found[len(word)].append(word)
        return found

    def _may_be_common(self, word: str) -> bool:
        near = [w for n in (-1, 0, 1) for w in self._common_by_length.get(len(word) + n, ())]
        return process.extractOne(word, near, scorer=OSA.distance, score_cutoff=1) is not None

    def _denial_cost(self, word: str) -> float:
        """How unlikely it is that a denial was meant; longer ones are taken for likely whatever the slip."""
        near = process.extract(word, self._lexicon.denials, scorer=OSA.distance, score_cutoff=1, limit=None)
        return min((0.0 if len(denial) >= _CLEAR else slip_cost(word, denial) for denial, *_ in near), default=math.inf)


def near_any(words: Iterable[str], targets: Iterable[str]) -> set[str]:
    """Those of some words that may be a slip of a target."""
    left = {part for target in targets for part in deletions(target)}
    return {word for word in words if not left.isdisjoint(deletions(word))}


def deletions(word: str) -> set[str]:
    """A word, and what is left of it when a letter falls out; words one slip apart have one of these in common."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def slip_cost(typed: str, target: str) -> float:
    """How unlikely it is that somebody who meant the target typed this; 0 for the commonest slips.

    Letters that change places, fall out or are doubled are common; a neighbouring key is, too.
    """
    first = 0.5 if typed[0] != target[0] else 0.0
    if sorted(typed) == sorted(target):
        return first / 2
    if len(typed) < len(target):
        return first
    place = next((i for i, (a, b) in enumerate(zip(typed, target, strict=False)) if a != b), len(target))
    if len(typed) > len(target):
        doubled = place > 0 and typed[place] == typed[place - 1]
        return first + (0.0 if doubled else 0.6)
    return first + (0.3 if _are_neighbours(typed[place], target[place]) else 0.6)


def _are_neighbours(one: str, other: str) -> bool:
    rows = {key: (row, place) for row, keys in enumerate(_KEYS) for place, key in enumerate(keys)}
    if one not in rows or other not in rows:
        return False
    (row, place), (other_row, other_place) = rows[one], rows[other]
    return abs(row - other_row) <= 1 and abs(place - other_place) <= 1
