"""What a question wants to know, apart from its subject: how long, whether it is allowed, why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

_BETWEEN = r"(?:\S+ ){0,3}"
_ANY_ENDING = r"\S*"
_WORD = re.compile(r"\S+")
_WORDS_KEPT = 20_000

# Of 573 held-out messages with the point that answers them 82.4 % find it first without the kinds, 84.5 % with
# these factors, 83.8 % with 1.15 and 0.85; of questions about the articles 88.9 %, 88.4 %, 88.1 %.
_SAME_KIND = 1.1
_OTHER_KIND = 0.9
# A kind in which every second question of a point is put is as much its own as one of all questions.
_COUNTS = 2.0


class QuestionKinds:
    """The kinds of ``language/jenis_tanya.yml``."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        """
        Args:
            phrases: kind -> phrases in normalised words; a star stands for any ending, ``..`` for up to three words.
        """
        self.phrases = {kind: tuple(own) for kind, own in phrases.items()}
        self._starts: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        self._stems: list[tuple[str, str, re.Pattern[str]]] = []
        for kind, own in self.phrases.items():
            for first, *others in map(str.split, own):
                if first.endswith("*"):
                    self._stems.append((first[:-1], kind, _rest(others)))
                else:
                    self._starts.setdefault(first, []).append((kind, _rest(others)))
        # A few words begin all the phrases: what a word may begin is looked up once.
        self._begun_by = lru_cache(maxsize=_WORDS_KEPT)(self._find_begun_by)

    def of(self, normalized: str) -> frozenset[str]:
        """The kinds of a question; none, one or several.

        Args:
            normalized: the question in normalised words.
        """
        found: set[str] = set()
        for word in _WORD.finditer(normalized):
            for kind, rest in self._begun_by(word.group()):
                if kind not in found and rest.match(normalized, word.end()):
                    found.add(kind)
        return frozenset(found)

    def _find_begun_by(self, word: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The kinds that a phrase beginning with a word tells of, and what has to follow it."""
        stems = ((kind, rest) for stem, kind, rest in self._stems if word.startswith(stem))
        return (*self._starts.get(word, ()), *stems)

    def shares(self, questions: Sequence[str]) -> dict[str, float]:
        """How many of the questions that ask for one thing are of each kind (0 to 1)."""
        counts = Counter(kind for question in questions for kind in self.of(question))
        return {kind: count / len(questions) for kind, count in counts.items()}


def fitting(asked: frozenset[str], usual: Mapping[str, float]) -> float:
    """By how much likelier a point is meant, by the kind of the question alone; 1 when either is unknown.

    Args:
        asked: the kinds of the question.
        usual: of the questions that the point answers, the share of each kind.
    """
    if not asked or not usual:
        return 1.0
    best = max(usual.get(kind, 0.0) for kind in asked)
    return _OTHER_KIND + (_SAME_KIND - _OTHER_KIND) * min(1.0, _COUNTS * best)


def _rest(words: Sequence[str]) -> re.Pattern[str]:
    """What follows the first word of a phrase, up to the end of its last word."""
    text = "".join(f" {_word(word)}" for word in words).replace(f"{_BETWEEN} ", _BETWEEN)
    return re.compile(rf"{text}(?!\S)")


def _word(word: str) -> str:
    if word == "..":
        return _BETWEEN
    return re.escape(word.removesuffix("*")) + (_ANY_ENDING if word.endswith("*") else "")
