"""What befell somebody else once, told beside the writer's own small complaint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kram.language.cues import Cues
from kram.language.model import Token

_OWN_REACH = 8
"""Words behind "saya" among which the writer's own complaint stands."""

_TURN_REACH = 4
"""Words between the old case and the "saya" that turns to the writer ("makanya sekarang saya ...")."""

_ENDS = frozenset({".", "?", "!", ";", "…", "\n"})


@dataclass(frozen=True)
class FormerCases:
    """Old cases of other people.

    Attributes:
        places: the words that tell of them.
        turns: where the writer speaks of themselves behind each.
    """

    places: frozenset[int] = frozenset()
    turns: frozenset[int] = frozenset()


def befell_formerly(tokens: Sequence[Token], cues: Cues) -> FormerCases:
    """Places of "teman dulu habis gym kencingnya hitam" in "... saya sekarang cuma pegal".

    Only when the writer turns to a complaint of their own right behind it, and nothing tells that
    the old case goes on: what happens to the person now stays a danger.

    Args:
        tokens: the tokens of the message.
        cues: the cue words.
    """
    norms = [t.norm for t in tokens]
    if cues.person_words.isdisjoint(norms) or cues.self_words.isdisjoint(norms):
        return FormerCases()
    found = list(_Cases(tokens, norms, cues).found())
    places = frozenset(place for stretch, _ in found for place in stretch)
    return FormerCases(places, frozenset(turn for _, turn in found))


class _Cases:
    def __init__(self, tokens: Sequence[Token], norms: Sequence[str], cues: Cues) -> None:
        self._tokens = tokens
        self._norms = norms
        self._cues = cues

    def found(self) -> Iterator[tuple[range, int]]:
        """Every case, from the person up to the end of what is told, and where the writer turns to themselves."""
        for index, word in enumerate(self._norms):
            if word in self._cues.person_words and self._is_of_old(index):
                stretch = range(index, self._end(index))
                told = {self._norms[i] for i in stretch}
                turn = self._turn(stretch.stop)
                if turn is not None and told.isdisjoint(self._cues.goes_on | self._cues.now_here):
                    yield stretch, turn

    def _is_of_old(self, index: int) -> bool:
        """ "teman saya dulu", "tahun lalu bapak", "om pernah"."""
        cues, norms = self._cues, self._norms
        after = index + 1
        while after < len(norms) and norms[after] in cues.possessors | cues.person_words | cues.person_fillers:
            after += 1
        near = norms[after : after + 2]
        years = [*near, "", ""][0] in cues.long_units and [*near, "", ""][1] in cues.ago
        before = index >= 2 and norms[index - 1] in cues.ago and norms[index - 2] in cues.long_units
        before = before or (index >= 1 and norms[index - 1] in cues.once)
        return years or before or bool(near and near[0] in cues.once | {"pernah"})

    def _end(self, index: int) -> int:
        """Where the writer speaks of themselves, or the sentence ends."""
        for place in range(index + 1, len(self._norms)):
            ends = self._tokens[place].is_punct and (
                self._norms[place] in _ENDS or not self._cues.once_then_on & set(self._norms[place + 1 : place + 2])
            )
            if ends or self._is_writer(place):
                return place
        return len(self._norms)

    def _is_writer(self, place: int) -> bool:
        """ "saya", but not the one of "teman saya"."""
        owned = place > 0 and self._norms[place - 1] in self._cues.person_words | self._cues.person_fillers
        return self._norms[place] in self._cues.self_words and not owned

    def _turn(self, start: int) -> int | None:
        """Where the writer, right behind the case, tells of a small complaint of their own; None when they do not."""
        small = self._cues.small | self._cues.harmless
        near = range(start, min(len(self._norms), start + _TURN_REACH + 1))
        turn = next((place for place in near if self._is_writer(place)), None)
        if turn is None or small.isdisjoint(self._norms[turn + 1 : turn + 1 + _OWN_REACH]):
            return None
        return turn
