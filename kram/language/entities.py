"""Mentions as plain data, the shape in which Rasa carries entities from NLU to actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kram.language.model import Kind, Mention, Temporality

_NAMED = frozenset({Kind.REMEDY, Kind.TOPIC})


def distinct(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions to hand on, in order: what several patterns found is one, the longest.

    Words that stand for several remedies ("obat nyeri") count for none of them where one is named
    beside them ("asam mefenamat").
    """
    meant: dict[tuple[int, int], set[str]] = {}
    for one in (m for m in mentions if m.kind is Kind.REMEDY):
        meant.setdefault((one.start, one.end), set()).add(one.value)
    exact = {value for values in meant.values() if len(values) == 1 for value in values}
    general = {span for span, values in meant.items() if len(values) > 1 and values & exact}
    kept = [m for m in mentions if m.kind is not Kind.REMEDY or (m.start, m.end) not in general]
    longest: list[Mention] = []
    for mention in sorted(kept, key=lambda m: m.start - m.end):
        if not any(_is_same(mention, other) for other in longest):
            longest.append(mention)
    return tuple(sorted(longest, key=lambda m: (m.start, m.end)))


def _is_same(one: Mention, other: Mention) -> bool:
    """Whether two mentions are one. What is named twice, in a story and in its question, is asked about where it is."""
    apart = one.end <= other.start or other.end <= one.start
    return _meaning(one) == _meaning(other) and not (apart and one.kind in _NAMED)


def _meaning(mention: Mention) -> tuple[object, ...]:
    return (mention.kind, mention.value, mention.negated, mention.experiencer, mention.temporality)


def to_entity(mention: Mention) -> dict[str, Any]:
    """A mention as an entity; ``entity`` is its kind and ``value`` the knowledge id."""
    return {
        "entity": mention.kind.value,
        "value": mention.value,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "negated": mention.negated,
        "experiencer": mention.experiencer,
        "temporality": mention.temporality.value,
    }


def from_entity(entity: Mapping[str, Any]) -> Mention | None:
    """The mention that an entity was made from; None for entities of other extractors."""
    if "temporality" not in entity:
        return None
    return Mention(
        kind=Kind(entity["entity"]),
        value=entity["value"],
        text=entity["text"],
        start=entity["start"],
        end=entity["end"],
        negated=entity["negated"],
        experiencer=entity["experiencer"],
        temporality=Temporality(entity["temporality"]),
    )
