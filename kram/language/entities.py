"""Mentions as plain data, the shape in which Rasa carries entities from NLU to actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kram.language.model import Kind, Mention, Temporality


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
