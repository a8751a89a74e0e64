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
    longest: dict[int, int] = {}
    for start, length in places.values():
        longest[start] = max(length, longest.get(start, 0))
    # "supaya tidak ngilu" is no "supaya tidak ..." that prevents
    plain = [need for need, (start, length) in places.items() if length == longest[start]]
    return tuple(sorted(plain, key=lambda need: places[need][0]))


def wished_words(normalized: str, phrases: Phrases) -> frozenset[str]:
    """The words by which a message wishes for something; of a phrase that does not stand in it none count.

    Args:
        normalized: the message in normalised words.
        phrases: need -> the phrases that ask for it.
    """
    words = normalized.split()
    standing = (
        phrase
        for own in phrases.values()
        for phrase in own
        if any(tuple(words[i : i + len(phrase)]) == phrase for i in range(len(words)))
    )
    return frozenset(word for phrase in standing for word in phrase)


def _first(words: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> tuple[int, int] | None:
    """Place and length of the first phrase, the longest one that stands there."""
    for place in range(len(words)):
        lengths = [len(phrase) for phrase in phrases if tuple(words[place : place + len(phrase)]) == phrase]
        if lengths:
            return place, max(lengths)
    return None
