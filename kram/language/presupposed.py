"""What a point of the knowledge base presupposes of whoever asks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from kram.knowledge.model import KnowledgeBase
from kram.language.model import Analysis, Kind

_KINDS = frozenset({Kind.FINDING, Kind.POPULATION, Kind.CONTEXT})
_SHARE = 0.65
# Of the held-out questions 2 in 100 lose their right first hit by this share, most to a sister of it; more by a lower.

_SAID_BY_ALL = frozenset(
    {"kram_betis", "kram_sering", "kram_tak_jelas", "nyeri_kaki", "pegal_kaki", "sekarang", "malam", "pagi"}
)
"""Whoever writes to us may have these without saying so."""


def presupposed(base: KnowledgeBase, read: Callable[[str], Analysis]) -> Mapping[tuple[str, str], frozenset[str]]:
    """Signs, circumstances and kinds of people that nearly everybody names who asks a point.

    "Apa vitamin bisa menyembuhkan nyeri tumbuh anak?" is asked about a child; somebody who
    asks "kurang vitamin apa?" about a leg of their own is told something else.

    Args:
        base: the knowledge base.
        read: the language layer.

    Returns:
        (entry, point) -> ids; a point that presupposes nothing is not among the keys.
    """
    found: dict[tuple[str, str], frozenset[str]] = {}
    for entry in base.entries.values():
        for point in entry.points:
            named = Counter(value for ask in point.ask for value in _named(read(ask)))
            common = {value for value, count in named.items() if count >= _SHARE * len(point.ask)}
            if common:
                found[entry.id, point.id] = frozenset(common)
    return found


def _named(analysis: Analysis) -> set[str]:
    return {m.value for m in analysis.mentions if m.kind in _KINDS} - _SAID_BY_ALL
