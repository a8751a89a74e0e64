"""Several questions in one message, each to be looked up by itself."""

from __future__ import annotations

from collections.abc import Sequence

from kram.knowledge.model import Asking
from kram.language.model import Token

_ENOUGH_WORDS = 3
_TAG_REACH = 3


def questions_in(tokens: Sequence[Token], asking: Asking) -> tuple[str, ...]:
    """The questions of a message in normalised words; empty when there are fewer than two.

    Args:
        tokens: the message.
        asking: the words by which a message asks.
    """
    found: list[str] = []
    words: list[str] = []
    for token in (*tokens, Token(".", ".", 0, 0, is_punct=True)):
        if not token.is_punct:
            words.append(token.norm)
        elif token.norm != ",":
            if len(words) >= _ENOUGH_WORDS and (token.norm == "?" or asks(words, asking)):
                found.append(" ".join(words))
            words = []
    return tuple(found) if len(found) > 1 else ()


def asks(words: Sequence[str], asking: Asking) -> bool:
    """Whether words ask something, without a question mark."""
    if not words:
        return False
    tagged = asking.last & set(words[-_TAG_REACH:])
    return bool(tagged) or words[0] in asking.first or any(w in asking.anywhere or w.endswith("kah") for w in words)
