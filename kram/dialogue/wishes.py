"""What else a message asks, beside what its intent says: "kenapa ya, bahaya ga, obatnya apa"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kram.knowledge.model import Need

Phrases = Mapping[Need, tuple[tuple[str, ...], ...]]


def wishes(normalized: str, phrases: Phrases) -> tuple[Need, ...]:
    """The needs that a message names, in the order in which it names them.

    Args:
        normalized: the message in normalised words.
        phrases: need -> the phrases that ask for it.
    """
    words = normalized.split()
    places = {need: place for need, own in phrases.items() if (place := _first(words, own)) is not None}
    return tuple(sorted(places, key=lambda need: places[need]))


def _first(words: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> int | None:
    return next(
        (i for i in range(len(words)) if any(tuple(words[i : i + len(phrase)]) == phrase for phrase in phrases)), None
    )
