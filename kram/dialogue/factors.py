"""What of a person's own story may play a part in their cramps."""

from __future__ import annotations

from collections.abc import Sequence, Set

from kram.dialogue.moves import says
from kram.dialogue.scene import Scene
from kram.knowledge.factors import Factor, Factors
from kram.language.model import SELF, Kind

_BEFORE = 2
_NEAR = 4
_MOST = 3


def factors_told(scene: Scene) -> tuple[Factor, ...]:
    """The factors that the message, or the talk before it, tells of the person in focus; at most three."""
    factors = scene.base.factors
    who = scene.conversation.focus
    told = {
        m.value for kind in (Kind.FINDING, Kind.CONTEXT, Kind.POPULATION) for m in scene.turn.of(kind)
    } | scene.person.populations
    # Words do not say whose shoes are tight: they count where the message is about one person only.
    people = {m.experiencer for m in scene.turn.mentions} - {who}
    words = scene.turn.normalized.split() if people <= {SELF} or (who == SELF and not people) else []
    return tuple(one for one in factors.known if one.signs & told or _is_told(one, words, factors))[:_MOST]


def unsaid(told: Sequence[Factor], text: str) -> tuple[Factor, ...]:
    """The factors that a text does not name yet."""
    return tuple(one for one in told if not says(text.lower().replace(",", " ").replace(".", " "), one.said_by))


def _is_told(one: Factor, words: Sequence[str], factors: Factors) -> bool:
    for phrase in one.phrases:
        parts = phrase.split()
        for at in range(len(words) - len(parts) + 1):
            behind = words[at + len(parts) : at + len(parts) + 1]
            stands = [*words[at : at + len(parts)]] == parts and not one.not_before & {*behind}
            if stands and not _is_put_off(words, at, factors, {*parts}):
                return True
    first, second = one.near
    places = [i for i, word in enumerate(words) if word in first]
    return any(second & {*words[max(0, i - _NEAR) : i + _NEAR + 1]} for i in places)


def _is_put_off(words: Sequence[str], at: int, factors: Factors, own: Set[str]) -> bool:
    """ "tidak kurang minum" denies it, "apa karena kurang tidur?" only asks."""
    before = {*words[max(0, at - _BEFORE) : at]}
    return bool(before & ((factors.denying - own) | factors.supposing))
