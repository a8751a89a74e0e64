"""Whether a message asks for leave ("boleh ...?"), or for whom, when or why something is not allowed."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from kram.dialogue.scene import Scene
from kram.knowledge.asking import Asking

_FEW_WORDS = 2


def asks_leave(scene: Scene) -> bool:
    """ "boleh ...?", "aman ga ...?": the answer starts with yes or no; unless it is about how much."""
    text, asking = f" {scene.turn.normalized} ", scene.base.asking
    for phrase in scene.base.talk.well:  # "pagi lari lagi seperti tidak ada apa-apa" asks for no leave
        text = text.replace(f" {phrase} ", " ") if len(phrase.split()) > _FEW_WORDS else text
    words = text.split()
    pairs = list(itertools.pairwise([*words, ""]))
    amount = any(one.isdigit() and two in asking.measures for one, two in pairs)
    leaves = (i for i, (one, two) in enumerate(pairs) if one in asking.leave and two not in asking.courtesy)
    return not amount and any(not _is_conditioned(words, at, asking) for at in leaves)


def asks_whom_not(text: str, asking: Asking) -> bool:
    """ "Kapan tidak boleh diregangkan?", "siapa saja yang dilarang dipijat?": no yes answers that."""
    words = text.split()
    for at in range(len(words)):
        for phrase in asking.forbidding:
            told = phrase.split()
            if words[at : at + len(told)] != told:
                continue
            asked_before = _is_conditioned(words, at, asking, why=False)
            if asked_before or asking.conditions & set(words[at + len(told) : at + len(told) + 1]):
                return True
    return False


def _is_conditioned(words: Sequence[str], at: int, asking: Asking, *, why: bool = True) -> bool:
    """Whether what stands before a word of leave asks when, for whom or why, and so for no leave."""
    before = next((i for i in range(at - 1, -1, -1) if words[i] not in asking.before_leave), None)
    if before is None:
        return False
    negations = {phrase.split()[0] for phrase in asking.forbidding}
    of_a_kind = words[before] in asking.kinds and words[before + 1] in asking.before_leave - negations
    return words[before] in asking.conditions or of_a_kind or (why and words[before] in asking.whys)
