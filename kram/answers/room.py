"""Several answers in one message: what goes when they do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kram.answers.answer import Block
from kram.knowledge.wording import sentences

_ROOM = 620
_FEW = 3
_ROOM_FOR_MANY = 680
_AT_MOST = 740
_FEWEST_SENTENCES = 2
_CAUTIONS = ("jangan", "bila", "kalau", "tanya", "sakit", "hamil")
_LEANS = ("Bila begitu", "Kalau begitu", "Itu ", "Karena itu", "Sering begitu", "Jadi ", "Ini ")
"""How a sentence begins that says nothing without the one before it."""

_URGES = ("IGD", "Telepon", "hari ini")


def within_room(blocks: Sequence[Block]) -> list[Block]:
    """Blocks of at most `_ROOM` characters together: of the longest the last sentence that is no caution goes.

    Four answers and more get a little more room; where cautions alone would fill it, the last of the longest goes.
    """
    room = _ROOM if len(blocks) <= _FEW else _ROOM_FOR_MANY
    texts = [[block.text] if "\n" in block.text else sentences(block.text) for block in blocks]
    while sum(len(" ".join(text)) for text in texts) > room:
        spare = [(len(" ".join(t)), i, at) for i, t in enumerate(texts) if (at := _spare_sentence(t)) is not None]
        if not spare:
            break
        _, index, at = max(spare)
        first = at - 1 if at > 1 and texts[index][at - 1].endswith("?") else at  # no "Sudah diresepkan?" left alone
        texts[index] = [*texts[index][:first], *texts[index][at + 1 :]]
    while sum(len(" ".join(text)) for text in texts) > _AT_MOST:
        longer = [(len(" ".join(t)), i) for i, t in enumerate(texts) if len(t) > 1 and not _urges(t[-1])]
        if not longer:
            break
        _, index = max(longer)
        texts[index] = texts[index][:-1]
    return [replace(block, text=" ".join(text)) for block, text in zip(blocks, texts)]


def _spare_sentence(text: Sequence[str]) -> int | None:
    """The last sentence that can be done without; cautions stay, and so does "... bengkak?" with what is to be done."""
    if len(text) <= _FEWEST_SENTENCES:
        return None
    can_go = (
        i
        for i in range(len(text) - 1, 0, -1)
        if not text[i].lower().startswith(_CAUTIONS)
        and not _urges(text[i])
        and not text[i].endswith("?")
        and not text[i - 1].endswith("?")
        and not (i + 1 < len(text) and text[i + 1].startswith(_LEANS))
    )
    return next(can_go, None)


def _urges(sentence: str) -> bool:
    return any(word in sentence for word in _URGES)
