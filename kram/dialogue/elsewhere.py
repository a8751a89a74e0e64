"""Whether a message is about another part of the body, or another matter, and about the leg at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kram.knowledge.elsewhere import Elsewhere, Phrases, Place

_BESIDE = 5
_BEHIND_PART = 6
_BEFORE_PART = 4
_TO_WHERE = 3
_SUFFERS = 3


@dataclass(frozen=True)
class Reading:
    """What a message is about.

    Attributes:
        leg: a leg is named, and not as what is well; or a cramp that is tied to nothing else.
        well: a leg is named as what is well or is not meant.
        place: what else it complains of or asks about, the first of them; None when nothing.
        named: a part that is named without a complaint beside it, when nothing else is.
        at: number of the word with which it begins to tell of that place, 0 when of none.
        joined: the other part is named in one breath with the leg ("kaki dan tangan").
        tied: the first cramp is tied to another part, so that no cramp is of the leg.
        cramped: a cramp or its like is told beside a leg that is named.
    """

    leg: bool
    well: bool = False
    place: Place | None = None
    named: Place | None = None
    at: int = 0
    joined: bool = False
    tied: bool = False
    cramped: bool = False


@dataclass(frozen=True)
class _Part:
    start: int
    end: int
    words: tuple[str, ...]
    leg: bool


def read_elsewhere(normalized: str, words: Elsewhere) -> Reading:
    """Read one message.

    Args:
        normalized: in normalised words.
        words: the words and the places.
    """
    text = normalized.split()
    parts = _parts(text, words)
    gone = _well(text, parts, words)
    kept = [part for part in parts if part not in gone]
    text = _without(text, gone)
    legs = [part for part in kept if part.leg]
    others = [part for part in kept if not part.leg]
    found = _first(text, kept, words)
    tied = _ties(text, others, words)
    nameable = [place for place in reversed(words.places) if not place.by_complaint]
    named = next((p for part in others for p in nameable if part.words in p.parts), None)
    at, place = found or (0, None)
    return Reading(
        leg=bool(legs) or tied is False,
        well=any(part.leg for part in gone),
        place=place,
        named=named,
        at=at,
        joined=any(_in_one_breath(text, one, two, words) for one in legs for two in others),
        tied=tied is True,
        cramped=any(_phrase_at(text, i, words.of_legs) for leg in legs for i in _around(text, leg)),
    )


def _parts(text: Sequence[str], words: Elsewhere) -> list[_Part]:
    """The parts of the body that are named; of names that overlap the longest counts."""
    named = words.legs | words.no_parts | frozenset(phrase for place in words.places for phrase in place.parts)
    longest = max(map(len, named))
    found: list[_Part] = []
    at = 0
    while at < len(text):
        sizes = range(min(longest, len(text) - at), 0, -1)
        size = next((n for n in sizes if tuple(text[at : at + n]) in named), 0)
        if size:
            name = tuple(text[at : at + size])
            if name not in words.no_parts:
                found.append(_Part(at, at + size, name, name in words.legs))
        at += size or 1
    return found


def _well(text: Sequence[str], parts: Sequence[_Part], words: Elsewhere) -> dict[_Part, int]:
    """Parts that are well or not meant, and where the words end that say so."""
    gone: dict[_Part, int] = {}
    for part in parts:
        if _is_not_meant(text, part, words):
            gone[part] = part.end
        elif (end := _well_until(text, part, parts, words)) is not None:
            gone[part] = end
    return gone


def _is_not_meant(text: Sequence[str], part: _Part, words: Elsewhere) -> bool:
    at = part.start - 1
    while at >= 0 and text[at] in words.not_it_between:
        at -= 1
    behind = text[part.end] if part.end < len(text) else ""
    return at >= 0 and text[at] in words.not_it and behind not in words.not_only


def _well_until(text: Sequence[str], part: _Part, parts: Iterable[_Part], words: Elsewhere) -> int | None:
    before = text[part.start - 1] if part.start else ""
    if (before,) in words.complaints or before in words.not_it:
        return None
    at = part.end
    while (step := _phrase_at(text, at, words.between)) and not _phrase_at(text, at, words.well):
        at += step
    size = _phrase_at(text, at, words.well)
    if size:
        behind = text[at + size] if at + size < len(text) else ""
        return None if behind in words.asking else at + size
    if at >= len(text) or text[at] not in words.denials:
        return None
    # "kaki tidak" says it all at the end, and before what it is set against ("kaki tidak, tangan saja").
    others = {other.start for other in parts if other.leg != part.leg}
    ends = at + 1 == len(text) or text[at + 1] in words.against or at + 1 in others
    return at + 1 if ends else None


def _phrase_at(text: Sequence[str], at: int, phrases: Phrases) -> int:
    """How many words of the longest phrase stand there, 0 when none does."""
    rest = min(len(text) - at, max(map(len, phrases)))
    return next((n for n in range(rest, 0, -1) if tuple(text[at : at + n]) in phrases), 0)


def _without(text: Sequence[str], gone: dict[_Part, int]) -> list[str]:
    """The words, those of parts that are well left blank so that places stay."""
    blank = {i for part, end in gone.items() for i in range(part.start, end)}
    return ["" if i in blank else word for i, word in enumerate(text)]


def _first(text: Sequence[str], parts: Sequence[_Part], words: Elsewhere) -> tuple[int, Place] | None:
    """What is complained of first; of places that share a name the one that stands first in the file."""
    told: list[tuple[int, int, Place]] = []
    for order, place in enumerate(words.places):
        at = [*_plain(text, place, words), *_complained(text, parts, place, words)]
        if at:
            told.append((min(at), order, place))
    first = min(told, key=lambda one: one[:2], default=None)
    return (first[0], first[2]) if first else None


def _plain(text: Sequence[str], place: Place, words: Elsewhere) -> Iterator[int]:
    if not place.plain or place.unless & set(text):
        return
    told = [at for at, word in enumerate(text) if word not in words.skipped]
    short = [text[at] for at in told]
    for at in range(len(text)):
        if _phrase_at(text, at, place.plain):
            yield at
    for at, place_in_text in enumerate(told):
        if _phrase_at(short, at, place.plain) > 1:
            yield place_in_text


def _complained(text: Sequence[str], parts: Sequence[_Part], place: Place, words: Elsewhere) -> Iterator[int]:
    for part in parts:
        if part.words not in place.parts:
            continue
        told = [at for at in _around(text, part) if _phrase_at(text, at, place.complaints)]
        if any(not _denied(text, at, words) and not _is_legs(text, at, part, parts, words) for at in told):
            yield part.start


def _is_legs(text: Sequence[str], at: int, part: _Part, parts: Sequence[_Part], words: Elsewhere) -> bool:
    """Whether a complaint belongs to a leg that is named nearer, or the other part only suffers from the leg."""
    legs = [leg for leg in parts if leg.leg]
    if not legs:
        return False
    suffers = words.from_legs & set(text[max(0, part.start - _SUFFERS) : part.end + _SUFFERS])
    return bool(suffers) or any(_distance(leg, at) <= _distance(part, at) for leg in legs)


def _distance(part: _Part, at: int) -> int:
    return part.start - at if at < part.start else at - part.end + 1


def _around(text: Sequence[str], part: _Part) -> list[int]:
    """Where the complaints stand that belong to a part."""
    behind = range(part.end, min(len(text), part.end + _BEHIND_PART))
    return [*behind, *range(max(0, part.start - _BEFORE_PART), part.start)]


def _denied(text: Sequence[str], at: int, words: Elsewhere) -> bool:
    return at > 0 and text[at - 1] in words.denials


def _ties(text: Sequence[str], others: Sequence[_Part], words: Elsewhere) -> bool | None:
    """Whether the first cramp is tied to another part: "kram di tangan" is, "kram malam, perut mual" is not.

    None when there is no cramp.
    """
    cramp = next((i for i, word in enumerate(text) if word in words.cramps), None)
    if cramp is None:
        return None
    hard = frozenset(name for place in words.places if place.no_muscle for name in place.parts)
    may_cramp = [part for part in others if part.words not in hard]
    near = any(part.start - _BESIDE <= cramp < part.end + _BESIDE for part in may_cramp)
    there = any(words.at & set(text[max(0, part.start - _TO_WHERE) : part.start]) for part in may_cramp)
    return near or there or any(_within(text, cramp, place.plain) for place in words.places)


def _within(text: Sequence[str], at: int, phrases: Phrases) -> bool:
    """Whether the word is part of one of the phrases ("kram haid")."""
    return any(
        start + _phrase_at(text, start, phrases) > at for start in range(max(0, at - _TO_WHERE), at + 1) if phrases
    )


def _in_one_breath(text: Sequence[str], one: _Part, two: _Part, words: Elsewhere) -> bool:
    """ "kaki dan tangan", "tangan kaki": one complaint of both."""
    first, last = sorted((one, two), key=lambda part: part.start)
    return all(word in words.joining for word in text[first.end : last.start])
