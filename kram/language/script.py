"""Which letters a message is written in."""

from __future__ import annotations

import unicodedata

_MOST = 0.5


def is_foreign_script(text: str) -> bool:
    """Whether most letters are not Latin ones: Arabic, Chinese, Cyrillic and their like.

    Args:
        text: the message as typed.
    """
    if text.isascii():
        return False
    letters = [c for c in text if c.isalpha()]
    foreign = sum(not unicodedata.name(c, "").startswith(("LATIN", "FULLWIDTH LATIN", "MATHEMATICAL")) for c in letters)
    return bool(letters) and foreign / len(letters) > _MOST
