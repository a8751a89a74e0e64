"""What a message suspects: "apa ini asam urat?", "takut stroke", "kata orang rematik, benar?"."""

from __future__ import annotations

from collections.abc import Sequence

from kram.dialogue.moves import says
from kram.knowledge.suspicions import Suspicion, Suspicions

_BEFORE = 6
_AFTER = 2
_CONTRARY = 3
_MOST = 2


def suspected(normalized: str, table: Suspicions) -> tuple[Suspicion, ...]:
    """The suspicions of a question, in its order, two at most.

    Args:
        normalized: the question in normalised words.
        table: all that may be suspected.
    """
    words = normalized.split()
    names = table.by_words
    found: list[Suspicion] = []
    start, behind = 0, -_BEFORE
    while start < len(words):
        length = _named_at(words, start, table)
        if not length:
            start += 1
            continue
        one = names[tuple(words[start : start + length])]
        end = start + length
        # "kurang kalsium atau kurang darah?": the word that asks stands before the first of them.
        goes_on = bool(found) and start - behind <= _AFTER
        chosen = end < len(words) and words[end] in table.choosing and _named_at(words, end + 1, table) > 0
        if one not in found and (goes_on or chosen or _is_asked(words, start, end, table)):
            found.append(one)
            behind = end
        start = end
    return tuple(found[:_MOST])


def _named_at(words: Sequence[str], start: int, table: Suspicions) -> int:
    """How many words of a name stand there, 0 when none does."""
    names = table.by_words
    return next((n for n in range(table.longest, 0, -1) if tuple(words[start : start + n]) in names), 0)


def _is_asked(words: Sequence[str], start: int, end: int, table: Suspicions) -> bool:
    if says(" ".join(words[max(0, start - _CONTRARY) : start]), table.contrary):
        return False
    before, after = words[max(0, start - _BEFORE) : start], words[end : end + _AFTER]
    return says(" ".join(before), table.before) or says(" ".join(after), table.after)
