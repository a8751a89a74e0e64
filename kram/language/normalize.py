"""Splitting and normalising what people type; offsets always refer to the original message."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kram.language.model import Token

_PIECE = re.compile(
    r"""
    (?P<number>\d+(?:[.,]\d+)?)
  | (?P<word>[^\W\d_²]+(?:['’`-][^\W\d_²]+)*)(?P<twice>(?:2|["”“²])(?:nya|ny)?(?![\w]))?
  | (?P<punct>[.,;:!?…()\n\r]+|\s-\s)
    """,
    re.VERBOSE,
)
_LONG_RUN = re.compile(r"(.)\1{2,}")
_ANY_RUN = re.compile(r"(.)\1+")
_CLITICS = ("nya", "nye", "nyo", "ku", "mu", "ne", "na", "q", "e", "ki", "ka", "mi")
_REGIONAL = frozenset(
    {"nye", "nyo", "ne", "na", "e", "ki", "ka", "mi"}
)  # Betawi "kakinye", Minang "kakinyo", Javanese "sikile", Sundanese "ubarna", Makassar "sakitka"
_PARTICLES = frozenset({"na", "ki", "ka", "mi"})  # never repaired towards, nor cut off an ordinary word
_MIN_STEM = 3
_MIN_REGIONAL_STEM = 4
_MIN_TYPO_LENGTH = 4
_CANDIDATES = 6
_LONG_ENOUGH = 6
_LONG_WORD = 9


def _begins_alike(typed: str, target: str) -> bool:
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
    """

    slang: Mapping[str, str]
    vocabulary: Set[str]
    typo_targets: tuple[str, ...]
    known: Set[str] = field(default_factory=frozenset)
    own_words: Set[str] = field(default_factory=frozenset)
    outside: Set[str] = field(default_factory=frozenset)
    ordinary: Set[str] = field(default_factory=frozenset)


class Normalizer:
    """Turns a message into tokens. Pure: the same message always gives the same tokens."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._of_the_field = lexicon.vocabulary | lexicon.known | set(lexicon.slang)
        self._known = self._of_the_field | lexicon.outside
        self._by_length: dict[int, list[str]] = {}
        for target in lexicon.typo_targets:
            self._by_length.setdefault(len(target), []).append(target)
        self._word_cached = lru_cache(maxsize=20_000)(self._word)

    @property
    def known_words(self) -> frozenset[str]:
        """Every word that it knows how to spell, but for those of what lies outside."""
        return frozenset(self._of_the_field | self._lexicon.own_words)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Split and normalise a message.

        Args:
            text: the message as typed, any length, any characters.

        Returns:
            Tokens in order. Offsets point into ``text``; one typed word may give several
            tokens ("gpp"), and then they share its offsets.
        """
        found: list[Token] = []
        for match in _PIECE.finditer(text):
            piece, start, end = match.group(), match.start(), match.end()
            if match.lastgroup == "punct":
                mark = "?" if "?" in piece else "\n" if "\n" in piece or "\r" in piece else piece.strip()[:1] or "-"
                found.append(Token(mark, piece, start, end, is_punct=True))
                continue
            if match.group("number") is not None:
                found.append(Token(piece.replace(",", "."), piece, start, end))
                continue
            norm, clitic = self._word_cached(match.group("word"))
            twice = match.group("twice") or ""
            doubled = f"{norm}-{norm}" + ("nya" if twice[1:] else "")
            if twice and doubled in self._known:
                norm = self._lexicon.slang.get(doubled, doubled)  # "tiba2", "dua2nya": words of their own
            if twice[1:] and not clitic:
                clitic = "nya"
            parts = norm.split()
            found.extend(Token(part, piece, start, end, had_clitic=clitic) for part in parts)
        return tuple(found)

    def _word(self, typed: str) -> tuple[str, str]:
        """Normal form of one typed word and the clitic that was cut off."""
        if typed in self._lexicon.slang:
            return self._lexicon.slang[typed], ""  # "EMG" is an examination, "emg" is slang for "memang"
        word = unicodedata.normalize("NFKC", typed).casefold().replace("’", "'").strip("'`-")
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        if not word:
            return typed.casefold(), ""
        direct = self._look_up(word)
        if direct is not None:
            return direct
        if "-" in word:
            return self._hyphenated(word)
        squeezed = _LONG_RUN.sub(r"\1", word)
        for form in (squeezed, _ANY_RUN.sub(r"\1", word)):
            if form != word and (hit := self._look_up(form)) is not None:
                return hit
        if squeezed.endswith(("x", "ny")) and len(squeezed) > _MIN_STEM:
            stem = squeezed[:-1] if squeezed.endswith("x") else squeezed[:-2]
            if (hit := self._look_up(stem + "nya")) is not None:
                return hit
        if (repaired := self._repair(squeezed)) is not None:
            return self._lexicon.slang.get(repaired, repaired), ""
        for clitic in _CLITICS:
            stem = squeezed.removesuffix(clitic)
            if clitic not in _PARTICLES and stem != squeezed and (repaired := self._repair(stem)) is not None:
                return self._lexicon.slang.get(repaired, repaired), clitic
        return squeezed, ""

    def _look_up(self, word: str) -> tuple[str, str] | None:
        """Known as it stands, as slang, or after its clitic is cut off."""
        if word in self._lexicon.slang:
            return self._lexicon.slang[word], ""
        if word in self._known:
            return word, ""
        for clitic in _CLITICS:
            if clitic in _PARTICLES and word in self._lexicon.ordinary:
                continue  # "busana" is no "busa"
            stem = word[: -len(clitic)]
            if word.endswith(clitic) and len(stem) >= (_MIN_REGIONAL_STEM if clitic in _REGIONAL else _MIN_STEM):
                clitic = "ku" if clitic == "q" else "nya" if clitic in _REGIONAL else clitic
                if stem in self._lexicon.slang:
                    return self._lexicon.slang[stem], clitic
                if stem in self._known:
                    return stem, clitic
        return None

    def _hyphenated(self, word: str) -> tuple[str, str]:
        """Reduplication ("kram-kram", "kaki-kakinya") says its word once; others are split."""
        head, _, rest = word.partition("-")
        base, clitic = self._word_cached(head)
        tail, tail_clitic = self._word_cached(rest)
        if base == tail:
            return base, clitic or tail_clitic
        return f"{base} {tail}", tail_clitic

    def _repair(self, word: str) -> str | None:
        """One typing slip (two in long words) away from exactly one domain word."""
        if len(word) < _MIN_TYPO_LENGTH or word in self._lexicon.own_words or word in self._lexicon.ordinary:
            return None
        allowed = 2 if len(word) >= _LONG_WORD else 1
        near = range(len(word) - allowed, len(word) + allowed + 1)
        hits = process.extract(
            word,
            [t for length in near for t in self._by_length.get(length, ()) if _begins_alike(word, t)],
            scorer=OSA.distance,
            score_cutoff=allowed,
            limit=_CANDIDATES,
        )
        if not hits:
            return None
        best = hits[0][1]
        # "krem" may be "kram" or "keram": two spellings of one word do not compete.
        winners = {self._lexicon.slang.get(target, target) for target, distance, _ in hits if distance == best}
        return winners.pop() if len(winners) == 1 else None
