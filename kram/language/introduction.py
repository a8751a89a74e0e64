"""Where somebody introduces himself: "umur 19 cowok", "saya perempuan 25 tahun"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from kram.language.model import Analysis, Kind, Token

_TELLS = frozenset({Kind.FINDING, Kind.POPULATION, Kind.CONTEXT})
_ENOUGH_WORDS = 2
"""A message that leaves less asks about the introduction itself ("laki-laki umur 40?")."""


def without_introduction(analysis: Analysis, sexes: Set[str], beside: Set[str]) -> tuple[Token, ...]:
    """The words of a message but for those that only tell the writer's sex and age.

    Whom one is does not tell what one asks: "umur 19 cowok tiap abis coli kram, normal?" is no question
    about men. Sex counts as an introduction beside an age ("cowok 19 th", "P, 32 tahun") or
    behind the writer ("saya perempuan").

    Args:
        analysis: the message.
        sexes: words that say of which sex somebody is.
        beside: other words of an introduction ("umur", "saya").
    """
    tokens = analysis.tokens
    ages = {i for q in analysis.quantities if q.kind == "age" for i in range(q.first, q.last + 1)}
    dropped: set[int] = set()
    for start, stop in _stretches(tokens, ages, sexes | beside):
        words = {tokens[i].norm for i in range(start, stop)}
        introduced = bool(ages & set(range(start, stop))) or tokens[start].norm in beside
        if words & sexes and introduced and stop - start > 1:
            dropped.update(range(start, stop))
    kept = tuple(t for i, t in enumerate(tokens) if i not in dropped)
    return kept if sum(not t.is_punct for t in kept) >= _ENOUGH_WORDS else tokens


def words_beside(analysis: Analysis, tokens: Sequence[Token]) -> tuple[str, ...]:
    """The normalised words beside what a message tells of signs, circumstances and amounts.

    Args:
        analysis: the message.
        tokens: those of its words that count.
    """
    told = [(m.start, m.end) for m in analysis.mentions if m.kind in _TELLS]
    told += [(analysis.tokens[q.first].start, analysis.tokens[q.last].end) for q in analysis.quantities]
    covered = {place for start, end in told for place in range(start, end)}
    return tuple(t.norm for t in tokens if not t.is_punct and t.start not in covered)


def _stretches(tokens: Sequence[Token], ages: Set[int], words: Set[str]) -> list[tuple[int, int]]:
    """Unbroken runs of such words and ages; commas and brackets do not break one."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    last = -1
    for index, token in enumerate(tokens):
        if index in ages or token.norm in words:
            start = index if start is None else start
            last = index
        elif start is not None and not token.is_punct:
            found.append((start, last + 1))
            start = None
    return [*found, (start, last + 1)] if start is not None else found
