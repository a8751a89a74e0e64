"""What one finding says better than another: a muscle pulled in a sprint is no cramp of that muscle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from kram.language.model import Mention


def without_replaced(
    mentions: Iterable[Mention], same_words: Mapping[str, Set[str]], message: Mapping[str, Set[str]]
) -> tuple[Mention, ...]:
    """The mentions but for those that another one stands for.

    Args:
        mentions: all that was found.
        same_words: value -> the values that do not count where they are read from some of its words.
        message: value -> the values that do not count anywhere in its message.
    """
    found = tuple(mentions)
    telling = [m for m in found if not m.negated and (m.value in same_words or m.value in message)]

    def stands(mention: Mention) -> bool:
        return not any(
            mention.value in message.get(other.value, ())
            or (mention.value in same_words.get(other.value, ()) and _overlap(mention, other))
            for other in telling
        )

    return tuple(m for m in found if stands(m))


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
