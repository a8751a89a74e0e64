"""Reading a short message behind the one before: "betis kanan kenceng terus" ... "udah 2 hari"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from kram.language.model import Analysis, Kind, Mention
from kram.language.pipeline import Reader

_FEW_WORDS = 9
_CRAMP = "kram"


def read_behind(reader: Reader, text: str, said: str) -> Analysis:
    """Read a message; a short one that asks nothing also as the end of what was said before.

    A sign or circumstance that neither message tells by itself is told by the second one.

    Args:
        reader: the language layer.
        text: the message as typed.
        said: the last message that told of signs, in normalised words; "" when there is none.
    """
    alone = reader.read(text)
    words = [token for token in alone.tokens if not token.is_punct]
    if not said or not words or len(words) > _FEW_WORDS or "?" in text:
        return alone
    known = {mention.value for mention in alone.mentions}
    told = _told_by_both(reader, f"{said},", text, (Kind.FINDING,))
    if _CRAMP in said.split():
        # Where it hurts is told right behind the word for it: "kram ..., eh bukan, paha belakang".
        told += _told_by_both(reader, _CRAMP, text, (Kind.CONTEXT,))
    new = {m.value: m for m in told if m.value not in known}
    return replace(alone, mentions=(*alone.mentions, *new.values())) if new else alone


def _told_by_both(reader: Reader, before: str, text: str, kinds: Collection[Kind]) -> list[Mention]:
    """What the two texts tell together, and the first one not alone; the whole second text names it."""
    known = {mention.value for mention in reader.read(before).mentions}
    together = reader.read(f"{before} {text}").mentions
    new = (m for m in together if m.kind in kinds and m.asserted and m.value not in known)
    return [replace(m, start=0, end=len(text), text=text) for m in new]
