"""Whether two texts say the same, told by the words they have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kram.answers.answer import Block, BlockKind
from kram.knowledge.wording import sentences

SAME_STEP = 0.6
SAME_FACT = 0.4
"""Two points of that much in common answer one question; of two steps each may count."""

_SAID_AGAIN = 0.75
_MEANS = 4
_WORD = re.compile(r"\w+")


def alike(one: str, other: str, *, share: float = SAME_STEP) -> bool:
    """Two entries often tell the same step in slightly different words.

    Args:
        one: a text.
        other: a text.
        share: of the words of the shorter one that stand in the longer one, too (0 to 1).
    """
    words, others = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(words & others) >= share * min(len(words), len(others))


def repeats(item: str, text: str, *, share: float = _SAID_AGAIN) -> bool:
    """Whether an item of a list says what a text told already.

    Args:
        item: a text.
        text: what was told.
        share: of the words of meaning (the longer ones) of the item that stand in the text (0 to 1).
    """
    words = {word for word in _WORD.findall(item.lower()) if len(word) >= _MEANS}
    others = set(_WORD.findall(text.lower()))
    return bool(words) and len(words & others) >= share * len(words)


def unlike(texts: Iterable[str]) -> list[str]:
    """The texts that say something of their own, in order."""
    different: list[str] = []
    for text in texts:
        if not any(alike(text, other) for other in different):
            different.append(text)
    return different


def without_echo(first: Block, notes: Sequence[Block]) -> tuple[Block, list[Block]]:
    """The opening and what follows it; a note that opens with the same words takes the place of the opening.

    It answers more exactly what was asked; behind a warning the whole of it is told.
    """
    same = next((n for n in notes if first.kind is n.kind is BlockKind.TEXT and _echoes(n.text, first.text)), None)
    if same is None:
        return first, list(notes)
    return same, [note for note in notes if note is not same]


def _echoes(note: str, first: str) -> bool:
    return repeats(next(iter(sentences(note)), note), first, share=SAME_STEP)
