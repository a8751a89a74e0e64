"""What a message suspects: "apa ini asam urat?", "takut stroke", "kata orang rematik, benar?"."""

from __future__ import annotations

from collections.abc import Sequence

from kram.dialogue.choose import tells_cramp
from kram.dialogue.moves import says
from kram.dialogue.scene import Scene
from kram.knowledge.model import Hit
from kram.knowledge.suspicions import Suspicion, Suspicions
from kram.language.model import Kind

_BEFORE = 6
_AFTER = 2
_CONTRARY = 3
_MOST = 2


def suspected_by(scene: Scene, normalized: str) -> tuple[Suspicion, ...]:
    """What a question of this message suspects; "kaki kesemutan, apa itu asam urat?" asks whether it is that.

    Args:
        scene: the turn.
        normalized: the question in normalised words.
    """
    return suspected(normalized, scene.base.suspicions, told=bool(scene.turn.of(Kind.FINDING)))


def of_no_cramp_told(scene: Scene, one: Suspicion) -> Hit | None:
    """The point that answers "is it this?" of tingling, soreness or swelling; None where a cramp is told.

    Args:
        scene: the turn.
        one: what is suspected.
    """
    now = {m.value for m in scene.turn.of(Kind.FINDING)}
    felt = now or scene.person.findings.keys()
    if tells_cramp(scene.base, scene.turn) or scene.base.talk.cramps & felt:
        return None
    return next((Hit(*place, 1.0) for signs, place in one.complaints if signs & felt), None)


def suspected(normalized: str, table: Suspicions, *, told: bool = False) -> tuple[Suspicion, ...]:
    """The suspicions of a question, in its order, two at most.

    Args:
        normalized: the question in normalised words.
        table: all that may be suspected.
        told: the message tells a complaint, so that "apa itu ...?" means the complaint.
    """
    words = normalized.split()
    names = table.by_words
    found: list[Suspicion] = []
    start, behind = 0, -_BEFORE
    while start < len(words):
        length = _named_at(words, start, table)
        if not length:
            start += 1
            continue
        one = names[tuple(words[start : start + length])]
        end = start + length
        # "kurang kalsium atau kurang darah?": the word that asks stands before the first of them.
        goes_on = bool(found) and start - behind <= _AFTER
        chosen = end < len(words) and words[end] in table.choosing and _named_at(words, end + 1, table) > 0
        if one not in found and (goes_on or chosen or _is_asked(words, start, end, table, told=told)):
            found.append(one)
            behind = end
        start = end
    return tuple(found[:_MOST])


def _named_at(words: Sequence[str], start: int, table: Suspicions) -> int:
    """How many words of a name stand there, 0 when none does."""
    names = table.by_words
    return next((n for n in range(table.longest, 0, -1) if tuple(words[start : start + n]) in names), 0)


def _is_asked(words: Sequence[str], start: int, end: int, table: Suspicions, *, told: bool) -> bool:
    near = " ".join(words[max(0, start - _CONTRARY) : start])
    if says(near, table.contrary) or (not told and says(near, table.defining)):
        return False
    before, after = words[max(0, start - _BEFORE) : start], words[end : end + _AFTER]
    return says(" ".join(before), table.before) or says(" ".join(after), table.after)
