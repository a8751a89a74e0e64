"""Of two time limits for seeing a doctor only the sooner one is told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kram.knowledge.wording import sentences

Limits = Sequence[tuple[int, frozenset[str]]]

_CONDITION = re.compile(r".*\?\s*", re.DOTALL)


def days_of(advice: str, limits: Limits) -> int | None:
    """Within how many days an advice sends somebody to be seen; None when it sends nobody.

    Args:
        advice: "Lebih dari 2 minggu? Buat janji ke Puskesmas."; what stands before the mark is a condition.
        limits: days and the phrases that tell them.
    """
    action = _CONDITION.sub("", advice).lower()
    named = [days for days, phrases in limits if any(phrase in action for phrase in phrases)]
    return min(named, default=None)


def days_of_rule(advice: str, limits: Limits) -> int | None:
    """The same for the sentence of a rule: the first sentence is what it asks of everybody."""
    return days_of(next(iter(sentences(advice)), ""), limits)
