"""What a message takes back itself: "dada saya sakit, eh salah ketik, maksudnya paha"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from kram.language.cues import Cues
from kram.language.model import Token

_BACK = 14
"""Words in front of the correction in which the wrong word is looked for."""

_AHEAD = 9
"""Words behind it in which the right one stands."""

_NUMBER = "number"


def corrected(tokens: Sequence[Token], cues: Cues) -> tuple[Token, ...]:
    """The tokens with every word that is taken back read as what was meant.

    A word is taken back when a correction ("eh salah", "ralat", "maksudnya") stands behind it and
    is followed by another word of the same sort: a part of the body, a sign, a side, a time, a number.
    """
    read = list(tokens)
    for index in range(1, len(read)):
        if read[index].norm not in cues.correcting:
            continue
        if start := _after_cue(read, index, cues):
            _mend(read, index, start, cues)
        elif read[index].norm in cues.mends_perhaps:
            _mend(read, index, index + 1, cues, never=cues.mends_perhaps_not)
    return tuple(read)


def _after_cue(tokens: Sequence[Token], index: int, cues: Cues) -> int:
    """Where the words behind a correction begin that stands at ``index``; 0 when none does."""
    norms = [t.norm for t in tokens[index : index + 3]]
    following = [*norms[1:], "", ""]
    if norms[0] in cues.mends:
        return index + 1
    if norms[0] in cues.mends_slip and following[0] in cues.mends_slip_of:
        return index + 2
    if norms[0] not in cues.mends_oops:
        return 0
    behind = 2 if following[0] == "," else 1
    if tokens[index + behind : index + behind + 1] and tokens[index + behind].norm in cues.mends_after_oops:
        return index + behind + 1
    front = _front(tokens, index)
    kind = _kind(tokens[index + 1], cues) if index + 1 < len(tokens) else ""
    # "dada eh betis kram": nothing but the two words themselves, or "3 jam. eh 3 menit".
    return index + 1 if front >= 0 and kind and _kind(tokens[front], cues) in _same_sort(kind) else 0


def _same_sort(kind: str) -> frozenset[str]:
    return frozenset({"unit", _NUMBER}) if kind in {"unit", _NUMBER} else frozenset({kind})


def _front(tokens: Sequence[Token], index: int) -> int:
    """The nearest word in front, marks and "saya" passed over; -1 when there is none."""
    for place in range(index - 1, max(-1, index - 4), -1):
        if not tokens[place].is_punct and tokens[place].norm != "saya":
            return place
    return -1


def _kind(token: Token, cues: Cues) -> str:
    """The sort of thing a word names, "" for all that cannot be corrected."""
    word = token.norm
    if word.replace(".", "").isdigit():
        return _NUMBER
    for kind, words in cues.mended.items():
        if word in words:
            return kind
    return ""


def _mend(read: list[Token], cue: int, start: int, cues: Cues, never: Set[str] = frozenset()) -> None:
    """Put every right word behind ``start`` in the place of the wrong one in front of ``cue``."""
    done: set[str] = set()
    for place in range(start, min(len(read), start + _AHEAD)):
        token = read[place]
        kind = _kind(token, cues)
        if kind in never:
            return
        if kind and kind not in done:
            if _is_added(read, place, cues):
                return
            if _replace(read, cue, place, kind, cues):
                done.add(kind)
        elif not kind and (done or not (token.is_punct or token.norm in cues.mends_through)):
            return


def _is_added(read: Sequence[Token], place: int, cues: Cues) -> bool:
    """ "eh dada juga": one more, not another."""
    near = {t.norm for t in read[place + 1 : place + 3]}
    return bool(near & cues.mends_added)


def _replace(read: list[Token], cue: int, place: int, kind: str, cues: Cues) -> bool:
    """Whether something of that sort stood in front; it is read as the word at ``place`` from now on."""
    right = read[place].norm
    before = [i for i in range(max(0, cue - _BACK), cue) if _kind(read[i], cues) == kind]
    if not before or read[before[-1]].norm == right:
        return False
    wrong = read[before[-1]].norm
    for i in range(max(0, cue - _BACK), place):
        if read[i].norm == wrong:
            read[i] = read[i]._replace(norm=right)
    return True
