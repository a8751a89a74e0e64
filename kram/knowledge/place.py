"""Where a point of the knowledge base stands, as the tables of ``language/`` name it ("entry/point")."""

from __future__ import annotations

Place = tuple[str, str]
"""Ids of an entry and of one of its points."""


def place_of(told: str) -> Place:
    """The two halves of "entry/point"."""
    entry, _, point = told.partition("/")
    return entry, point
