"""Signs that a message asks for and answers itself: "sesak? enggak", "nyeri dada: tidak ada"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from kram.language.cues import Cues
from kram.language.model import Token

_MARKS = frozenset({"?", ":", "-", "="})
_LONGEST_ITEM = 6
"""Words behind the sign that still belong to what is asked ("bengkak di sebelah kiri ga?")."""

_LONGEST_LIST = 16
"""Words and marks between the sign and the answer to a whole list of them."""


def joined_to_yes(tokens: Sequence[Token], cues: Cues) -> tuple[Token, ...]:
    """The tokens without the marks that part a sign from its yes: "bengkak? iya, sebelah kiri" is one clause."""
    apart = {
        i
        for i in range(1, len(tokens) - 1)
        if tokens[i].is_punct
        and tokens[i].norm in _MARKS
        and tokens[i + 1].norm in cues.answers_yes
        and tokens[i - 1].norm not in cues.negation
    }
    apart |= {i + 2 for i in apart if tokens[i + 2 : i + 3] and tokens[i + 2].norm == ","}
    return tuple(token for i, token in enumerate(tokens) if i not in apart) if apart else tuple(tokens)


def is_answered_no(last: int, norms: Sequence[str], punct: Sequence[bool], heads: Set[int], cues: Cues) -> bool:
    """Whether a no answers the sign that ends at ``last``.

    People who go through a list of danger signs write it like a form. The no has to stand alone
    behind the mark: "nyeri dada: tidak tertahankan" tells of a pain.

    Args:
        last: index of the last word of the sign.
        norms: the normal words of the message.
        punct: which of them are marks.
        heads: indices of all words that are part of some concept.
        cues: the cue words.
    """
    place = _end_of_item(last + 1, norms, punct, heads, cues)
    while place and place < len(norms) and place - last <= _LONGEST_LIST:
        if norms[place] in cues.answers_no:
            return _stands_alone(place + 1, norms, punct, heads, cues)
        place = _end_of_item(place, norms, punct, heads, cues) if place in heads else 0
    return False


def _end_of_item(start: int, norms: Sequence[str], punct: Sequence[bool], heads: Set[int], cues: Cues) -> int:
    """Where the words behind the mark begin that closes what is asked from ``start``; 0 when none does."""
    for place in range(start, min(len(norms), start + _LONGEST_ITEM + 1)):
        if punct[place]:
            return place + 1 if norms[place] in _MARKS else 0
        if not (place in heads or norms[place] in cues.answered_through or norms[place] in cues.negation):
            return 0
    return 0


def _stands_alone(start: int, norms: Sequence[str], punct: Sequence[bool], heads: Set[int], cues: Cues) -> bool:
    """Nothing but filler follows a no, up to a mark, a word like "cuma", or the next sign that is asked for."""
    place = start
    while place < len(norms) and norms[place] in cues.answered_through:
        place += 1
    if place >= len(norms):
        return True
    if punct[place]:
        return norms[place] != "?"  # "stroke? bukan kan?" still asks
    if norms[place] in cues.clause_start | cues.contrasts and norms[place] not in cues.pseudo_negation:
        return True
    return (place in heads or norms[place].isdigit()) and bool(_next_item(place, norms, punct, heads, cues))


def _next_item(start: int, norms: Sequence[str], punct: Sequence[bool], heads: Set[int], cues: Cues) -> bool:
    """ "sesak: tidak nyeri dada: tidak", "2. pingsan?": the list goes on."""
    numbered = norms[start].isdigit() and punct[start + 1 : start + 2] == [True]
    return numbered or _end_of_item(start, norms, punct, heads, cues) > 0
