"""Splitting and normalising what people type; offsets always refer to the original message."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kram.language.company import BESIDE, REACH, TOLD
from kram.language.model import Token
from kram.language.repair import Guess, Lexicon, Repairer

_PIECE = re.compile(
    r"""
    (?P<no>[(\[]\s*[-–]\s*[)\]] | [❌✗✘])
  | (?P<yes>[(\[]\s*\+\s*[)\]] | [✅✓✔])
  | (?P<number>\d+(?:[.,]\d+)?)
  | (?P<word>[^\W\d_²]+(?:['’`-][^\W\d_²]+)*)(?P<twice>(?:2|["”“²])(?:nya|ny)?(?![\w]))?
  | (?P<punct>[.,;:!?…()\n\r=]+|\s-\s)
    """,
    re.VERBOSE,
)
_TICKS = {"no": "tidak", "yes": "ada"}
"""How a list that is ticked off is read: "sesak (-), kram betis (+)"."""
_LONG_RUN = re.compile(r"(.)\1{2,}")
_ANY_RUN = re.compile(r"(.)\1+")
_CLITICS = ("nya", "nye", "nyo", "ku", "mu", "ne", "na", "q", "e", "ki", "ka", "mi")
_REGIONAL = frozenset(
    {"nye", "nyo", "ne", "na", "e", "ki", "ka", "mi"}
)  # Betawi "kakinye", Minang "kakinyo", Javanese "sikile", Sundanese "ubarna", Makassar "sakitka"
_PARTICLES = frozenset({"na", "ki", "ka", "mi"})  # never repaired towards, nor cut off an ordinary word
_MIN_STEM = 3
_MIN_REGIONAL_STEM = 4


class Normalizer:
    """Turns a message into tokens. Pure: the same message always gives the same tokens."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._of_the_field = lexicon.vocabulary | lexicon.known | set(lexicon.slang)
        self._known = self._of_the_field | lexicon.outside
        self._repairer = Repairer(lexicon)
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
        doubtful: list[tuple[int, int, tuple[Guess, ...]]] = []
        for match in _PIECE.finditer(text):
            piece, kind = match.group(), match.lastgroup
            start, end = match.span()
            if kind == "punct":
                mark = "?" if "?" in piece else "\n" if "\n" in piece or "\r" in piece else piece.strip()[:1] or "-"
                found.append(Token(mark, piece, start, end, True))
                continue
            if kind in _TICKS:
                found += [Token(_TICKS[kind], piece, start, end), Token(",", "", end, end, True)]
                continue
            if kind == "number":
                found.append(Token(piece.replace(",", "."), piece, start, end))
                continue
            norm, clitic, guesses = self._word_cached(match["word"])
            if kind == "twice" and (whole := self._lexicon.slang.get(piece.casefold())):
                norm, clitic, guesses = whole, "", ()  # "G2 36 minggu" is a second pregnancy, nothing twice
            elif kind == "twice":
                norm = self._doubled(norm, twice := match["twice"])
                guesses = tuple(replace(guess, norm=self._doubled(guess.norm, twice)) for guess in guesses)
                clitic = clitic or ("nya" if twice[1:] else "")
            parts = norm.split()
            if guesses:
                doubtful.append((len(found), len(parts), guesses))
            for part in parts:
                found.append(Token(part, piece, start, end, False, clitic))
        return tuple(self._in_company(found, doubtful) if doubtful else found)

    def _doubled(self, norm: str, twice: str) -> str:
        """A word that is typed with a "2": "tiba2", "dua2nya" are words of their own."""
        doubled = f"{norm}-{norm}" + ("nya" if twice[1:] else "")
        return self._lexicon.slang.get(doubled, doubled) if doubled in self._known else norm

    def _in_company(self, found: list[Token], doubtful: Sequence[tuple[int, int, tuple[Guess, ...]]]) -> list[Token]:
        """The tokens with every doubtful word read as the words around it suggest."""
        read: list[Token] = []
        done = 0
        for first, count, guesses in doubtful:
            before = [t.norm for t in found[max(first - 2 * REACH, 0) : first] if not t.is_punct]
            after = [t.norm for t in found[first + count : first + count + 2 * REACH] if not t.is_punct]
            if guess := self._repairer.choose(guesses, before, after):
                meant = [found[first]._replace(norm=part, had_clitic=guess.clitic) for part in guess.norm.split()]
                read += [*found[done:first], *meant]
                done = first + count
        return [*read, *found[done:]]

    def _word(self, typed: str) -> tuple[str, str, tuple[Guess, ...]]:
        """Normal form of one typed word, the clitic that was cut off, and what else it may have been meant for."""
        if typed in self._lexicon.slang:
            return self._lexicon.slang[typed], "", ()  # "EMG" is an examination, "emg" is slang for "memang"
        word = unicodedata.normalize("NFKC", typed).casefold().replace("’", "'").strip("'`-")
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        if not word:
            return typed.casefold(), "", ()
        direct = self._look_up(word)
        if direct is not None:
            return *direct, ()
        if "-" in word:
            return *self._hyphenated(word), self._repairer.guesses(word)
        squeezed = _LONG_RUN.sub(r"\1", word)
        for form in (_LONG_RUN.sub(r"\1\1", word), squeezed, _ANY_RUN.sub(r"\1", word)):
            if form != word and (hit := self._look_up(form)) is not None:
                return *hit, self._repairer.guesses(word, least=BESIDE)
        if squeezed.endswith(("x", "ny")) and len(squeezed) > _MIN_STEM:
            stem = squeezed[:-1] if squeezed.endswith("x") else squeezed[:-2]
            if (hit := self._look_up(stem + "nya")) is not None:
                return *hit, ()
        hit = self._repaired(squeezed)
        if hit is None:
            return squeezed, "", self._repairer.guesses(squeezed)
        return *hit, self._repairer.guesses(squeezed, sure=hit[0], least=TOLD)

    def _repaired(self, word: str) -> tuple[str, str] | None:
        """What a word with a slip was meant for, where that is sure by itself."""
        if (repaired := self._repairer.sure(word)) is not None:
            return self._lexicon.slang.get(repaired, repaired), ""
        for clitic in _CLITICS:
            stem = word.removesuffix(clitic)
            if clitic not in _PARTICLES and stem != word and (repaired := self._repairer.sure(stem)) is not None:
                return self._lexicon.slang.get(repaired, repaired), clitic
        return None

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
        base, clitic, _ = self._word_cached(head)
        tail, tail_clitic, _ = self._word_cached(rest)
        if base == tail:
            return base, clitic or tail_clitic
        return f"{base} {tail}", tail_clitic
