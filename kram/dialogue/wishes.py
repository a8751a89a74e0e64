"""What else a message asks, beside what its intent says: "kenapa ya, bahaya ga, obatnya apa"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from kram.knowledge.model import Need

_TO = "ke"

Phrases = Mapping[Need, tuple[tuple[str, ...], ...]]


def wishes(normalized: str, phrases: Phrases, went: Set[str] = frozenset()) -> tuple[Need, ...]:
    """The needs that a message names, in the order in which it names them.

    Args:
        normalized: the message in normalised words.
        phrases: need -> the phrases that ask for it.
        went: words before "ke ..." that tell where somebody was: "sudah ke puskesmas" asks for no doctor.
    """
    words = normalized.split()
    places = {need: place for need, own in phrases.items() if (place := _first(words, own, went)) is not None}
    # "supaya tidak ngilu" is no "supaya tidak ..." that prevents; "harus ngapain seminggu ini" wants no relief
    plain = [need for need, place in places.items() if not any(_outdoes(other, place) for other in places.values())]
    return tuple(sorted(plain, key=lambda need: places[need][0]))


def _outdoes(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a phrase is longer than another one that it shares words with."""
    (start, length), (at, count) = one, other
    return length > count and start < at + count and at < start + length


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


def _first(words: Sequence[str], phrases: Sequence[tuple[str, ...]], went: Set[str]) -> tuple[int, int] | None:
    """Place and length of the first phrase, the longest one that stands there."""
    for place in range(len(words)):
        if place and words[place] == _TO and words[place - 1] in went:
            continue
        lengths = [len(phrase) for phrase in phrases if tuple(words[place : place + len(phrase)]) == phrase]
        if lengths:
            return place, max(lengths)
    return None
