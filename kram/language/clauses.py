"""Which clause each word of a message belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from kram.language.cues import Cues
from kram.language.model import Token


def clause_numbers(tokens: Sequence[Token], cues: Cues) -> list[int]:
    """Number of the clause that each token belongs to; a mark ends its clause."""
    numbers, current = [], 0
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        starts = token.norm in cues.clause_start and not token.is_punct and before is not None and not before.is_punct
        # "minggu yang lalu" and "minggu lalu" are one time.
        place = index - 2 if before is not None and before.norm == "yang" else index - 1
        is_time = token.norm in cues.ago and place >= 0 and tokens[place].norm in cues.time_units
        if starts and not is_time:
            current += 1
        numbers.append(current)
        if token.is_punct:
            current += 1
    return numbers
