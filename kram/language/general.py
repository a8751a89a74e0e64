"""Words that tell of nobody in particular: what is asked in general, compared, or heard from others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from kram.language.cues import Cues

_GENERIC_REACH = 3
_ONE_THING = 4


class General:
    """Finds in one message what it tells of nobody in particular."""

    def __init__(self, norms: Sequence[str], punct: Sequence[bool], own: Set[int], heads: Set[int], cues: Cues) -> None:
        """
        Args:
            norms: the normal words of the message.
            punct: which of them are marks.
            own: indices of the words typed with "-ku".
            heads: indices of all words that are part of some concept.
            cues: the cue words.
        """
        self._norms = norms
        self._words = frozenset(norms)
        self._punct = punct
        self._own = own
        self._heads = heads
        self._cues = cues

    def mere_talk(self) -> Set[int]:
        """Indices of the words by which nothing is told of anybody."""
        asked = range(self._asks_in_general(), len(self._norms))
        return self._compared() | self._heard() | self._anybodys() | set(asked)

    def _asks_in_general(self) -> int:
        """Index from which the message asks about people in general; its length when it does not.

        "apakah orang dengan diabetes ..." tells of nobody, as long as no word anywhere in the
        message points at the writer or at somebody of theirs.
        """
        cues, end = self._cues, len(self._norms)
        if not cues.somebody.isdisjoint(self._words):
            return end
        if self._norms and self._norms[0] in cues.generic_explains and cues.pointing.isdisjoint(self._words):
            return 0  # "mengapa kencing seperti teh berbahaya?"
        for index, word in enumerate(self._norms):
            starts = index == 0 or self._punct[index - 1]
            if starts and word in cues.generic_asks:
                near = self._norms[index + 1 : index + 1 + _GENERIC_REACH]
                return index if cues.generic_people & set(near) else end
        if cues.generic_wonders.isdisjoint(self._words):
            return end
        for index, word in enumerate(self._norms[:_GENERIC_REACH]):
            near = self._norms[index + 1 : index + 1 + _GENERIC_REACH]
            if word in cues.generic_sick and cues.generic_conditions & set(near):
                return index  # "orang diabetes kok lukanya tidak terasa ya"
        return end

    def _is_about_somebody(self, places: Iterable[int]) -> bool:
        """A word there points at the writer, at somebody of theirs, or at here and now."""
        return any(i in self._own or self._norms[i] in self._cues.pointing for i in places)

    def _parts(self, *, commas: bool) -> Iterator[range]:
        """The stretches between two marks; with ``commas``, a comma does not end one."""
        start = 0
        for index in range(len(self._norms) + 1):
            ends = index == len(self._norms) or (self._punct[index] and not (commas and self._norms[index] == ","))
            if ends:
                if start < index:
                    yield range(start, index)
                start = index + 1

    def _compared(self) -> Set[int]:
        """ "otot robek sama kram bedanya apa": two things told apart are mere talk, on both sides.

        What points at somebody ("betis *saya* bengkak ...") is told all the same.
        """
        cues, found = self._cues, set[int]()
        if cues.comparing.isdisjoint(self._words):
            return found
        for part in self._parts(commas=False):
            if any(self._norms[i] in cues.versus for i in part) and not self._is_about_somebody(part):
                found.update(part)
            for index in part:
                word = self._norms[index]
                rest = range(index + 1, part.stop)
                # "bedakan itu kram atau ...": "itu" is what was just told.
                if word in cues.tells_apart and self._norms[index + 1 : index + 2] != ["itu"]:
                    found.update(() if self._is_about_somebody(rest) else rest)
                if word in cues.told_apart and self._asks_for_it(index, part):
                    found.update(self._both_sides(index, part))
        return found

    def _asks_for_it(self, index: int, part: range) -> bool:
        """ "bedanya apa", "apa bedanya"; "beda sama kemarin" asks nothing."""
        cues = self._cues
        near = [*self._norms[max(part.start, index - 1) : index], *self._norms[index + 1 : min(part.stop, index + 5)]]
        # "kaki kiri sama kanan beda" tells; "kram sama robek bedanya" asks.
        ends = index + 1 == part.stop and self._norms[index] != "beda"
        return ends or bool(cues.told_apart_asks & set(near))

    def _both_sides(self, index: int, part: range) -> Iterable[int]:
        """The places in front of "bedanya" that it tells apart."""
        cues = self._cues
        front = range(part.start, index)
        if all(self._norms[i] in cues.told_apart_fillers | cues.told_apart_asks for i in front):
            # "kram sama otot robek, apa bedanya?": both stand in front of the comma, and nothing behind it.
            if part.start < 2 or self._norms[part.start - 1] != "," or self._heads & set(range(index + 1, part.stop)):
                return ()
            sentence = next((p for p in self._parts(commas=True) if index in p), part)
            front = range(sentence.start, part.start - 1)
            if any(self._punct[i] for i in front):
                return ()
        joined = any(self._norms[i] in cues.told_apart_joins for i in front)
        # "otot robek bedanya sama kram": the other one stands behind; what is in front is one thing, not a list.
        follows = self._norms[index + 1 : index + 2]
        if follows and follows[0] in cues.told_apart_joins:
            joined = not joined and len(front) <= _ONE_THING
        return front if joined and not self._is_about_somebody(front) else ()

    def _heard(self) -> Set[int]:
        """ "kata tetangga betis bengkak itu tanda ...": what people say in general, of nobody."""
        found = set[int]()
        if self._cues.hearsay.isdisjoint(self._words):
            return found
        for part in self._parts(commas=False):
            start = next((s for i in part if (s := self._after_hearsay(i)) is not None), None)
            if start is None or start >= part.stop or self._norms[start] in self._cues.hearsay_not_before:
                continue
            stop = next((i for i in range(start, part.stop) if self._norms[i] in self._cues.hearsay_ends), part.stop)
            rest = range(start, stop)
            words = {self._norms[i] for i in rest}
            in_general = words & self._cues.hearsay_in_general and not words & self._cues.hearsay_belittles
            if in_general and not self._is_about_somebody(rest):
                found.update(rest)
        return found

    def _anybodys(self) -> Set[int]:
        """ "kaki orang kena paku": the leg of anybody is not the writer's."""
        cues, found = self._cues, set[int]()
        if cues.anybody.isdisjoint(self._words):
            return found
        for part in self._parts(commas=False):
            for index in part[1:]:
                limb, following = self._norms[index - 1], self._norms[index + 1 : index + 2]
                if self._norms[index] not in cues.anybody or limb not in cues.limbs:
                    continue
                if not cues.anybody_not_before & set(following) and not self._is_about_somebody(part):
                    found.update(range(index - 1, part.stop))
        return found

    def _after_hearsay(self, index: int) -> int | None:
        """Where it begins that "kata orang" or "tetangga saya bilang" tells of, if that stands at ``index``."""
        cues, word = self._cues, self._norms[index]
        following = [*self._norms[index + 1 : index + 3], "", ""]
        if word in cues.hearsay_alone:
            return index + 1
        if word in cues.hearsay_says and following[0] in cues.hearsay_of:
            return index + (3 if following[1] in cues.possessors else 2)
        if word in cues.hearsay_of and following[0] in cues.hearsay_tells:
            return index + 2
        if word in cues.hearsay_of and following[0] in cues.possessors and following[1] in cues.hearsay_tells:
            return index + 3
        return None
