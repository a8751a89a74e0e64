"""Words that tell of nobody now: films, lessons, dreams, scares that came to nothing, stories that are over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from kram.language.cues import Cues
from kram.language.model import Temporality, Token

_TALE_REACH = 9
"""Words between a film or a lesson and the word that opens what is told of it."""

_SCARE_REACH = 8
"""Words between "kirain" and "ternyata"."""

_STORY_REACH = 14
"""How far an old story goes, in words."""

_BESIDE_REACH = 5
"""Words after "saya" among which the writer's own small complaint stands."""

_READ_REACH = 9
"""Words between "googling" and the "ada yang" of what was read there."""

_SUPPOSES_REACH = 3
"""Words before the "kalau" of a question of what might be, at most."""

_YEAR_DIGITS = 4
_ENDS = frozenset({".", "?", "!", ";", "…", "\n"})


@dataclass(frozen=True)
class Talk:
    """Places of a message that are only talk, and places that are over."""

    supposed: Set[int]
    over: Set[int]

    def time_of(self, index: int, told: Temporality) -> Temporality:
        """What the time of a mention is, seen from the whole message."""
        if told is Temporality.NOW and index in self.supposed:
            return Temporality.HYPOTHETICAL
        return Temporality.PAST if told is Temporality.NOW and index in self.over else told


def read_talk(tokens: Sequence[Token], cues: Cues) -> Talk:
    """Find what a message tells of nobody, and what it tells of the past."""
    words = _Words(tokens, cues)
    return Talk(
        supposed=set().union(
            words.tales(),
            words.dreams(),
            words.fears(),
            words.scares(),
            words.beside(),
            words.supposes(),
            words.read_of_others(),
            words.befell_others(),
        ),
        over=words.stories() | words.closed(),
    )


class _Words:
    """The words of one message."""

    def __init__(self, tokens: Sequence[Token], cues: Cues) -> None:
        self._tokens = tokens
        self._norms = [t.norm for t in tokens]
        self._words = frozenset(self._norms)
        self._cues = cues

    def _places(self, cues: Set[str]) -> Iterable[int]:
        """Where one of some cues stands; in most messages none does."""
        return () if cues.isdisjoint(self._words) else [i for i, word in enumerate(self._norms) if word in cues]

    def _sentence(self, start: int) -> range:
        """From ``start`` to the end of its sentence."""
        stop = next((i for i in range(start, len(self._norms)) if self._ends(i)), len(self._norms))
        return range(start, stop)

    def _ends(self, index: int) -> bool:
        return self._tokens[index].is_punct and self._norms[index] in _ENDS

    def _pieces(self, stretch: range) -> Iterator[range]:
        """The stretches between commas."""
        start = stretch.start
        for index in (*stretch, stretch.stop):
            if index == stretch.stop or self._tokens[index].is_punct:
                yield range(start, index)
                start = index + 1

    def _is_own(self, index: int, *, named: bool) -> bool:
        """The word points at the writer; if ``named``, at "ibu" too, but not at the "bapaknya" of a film."""
        cues, token = self._cues, self._tokens[index]
        if token.norm in cues.possessors or token.had_clitic == "ku":
            return True
        return named and token.norm in cues.person_words and token.had_clitic != "nya"

    def tales(self) -> Set[int]:
        """ "di drakor ceweknya batuk darah", "tugas sekolah tentang kejang": up to what points at somebody."""
        found = set[int]()
        for index in self._places(self._cues.works):
            leads = {lead for works, opening in self._cues.tales if self._norms[index] in works for lead in opening}
            for lead in range(index, min(len(self._norms), index + _TALE_REACH)):
                if self._ends(lead):
                    break
                if self._norms[lead] in leads if lead > index else self._is_inside(index, leads):
                    found |= self._until_own(lead + 1)
                    break
        return found

    def _is_inside(self, index: int, leads: Set[str]) -> bool:
        """ "di drakor ...", "materi heat stroke: ...": what follows is what happens in it."""
        before, word, cues = self._norms[index - 1] if index else "", self._norms[index], self._cues
        return word in leads or (before in cues.tale_inside and word in cues.tales_shown)

    def _until_own(self, start: int) -> Set[int]:
        cues, found = self._cues, set[int]()
        for piece in self._pieces(self._sentence(start)):
            # "..., tadi betis bengkak": back to here and now; "tokohnya tiba-tiba pingsan" is still the film
            starts = set(self._norms[piece.start : piece.start + 2]) if piece.start > start else set()
            back = any(self._norms[i] in cues.tale_stops for i in piece) or starts & cues.tale_stops_at_start
            if back or any(self._is_own(i, named=piece.start > start) for i in piece):
                break
            found.update(piece)
        return found

    def dreams(self) -> Set[int]:
        """ "mimpi kaki saya lumpuh, bangun-bangun cuma kram"."""
        found = set[int]()
        for index in self._places(self._cues.dreams):
            found.update(next(self._pieces(self._sentence(index)), ()))
        return found

    def fears(self) -> Set[int]:
        """ "takutnya nanti pindah ke dada": it has not come to that."""
        cues, found = self._cues, set[int]()
        for index in self._places(cues.fears):
            if set(self._norms[index + 1 : index + 3]) & cues.fears_then:
                piece = next(self._pieces(self._sentence(index)), range(0))
                if not any(self._norms[i] in cues.fears_not for i in piece):
                    found.update(piece)
        return found

    def beside(self) -> Set[int]:
        """ "temanku pingsan, aku mah cuma kram": what befell another, beside the writer's small complaint."""
        cues, norms, found = self._cues, self._norms, set[int]()
        first = next(iter(self._places(cues.acquaintances)), None)
        if first is None or not cues.calls_for_help.isdisjoint(self._said_of_others()):
            return found
        for index in range(first + 2, len(norms)):
            if norms[index] in cues.self_words and norms[index - 1] not in cues.acquaintances:
                rest = norms[index + 1 : index + 1 + _BESIDE_REACH]
                if rest and rest[0] in cues.turns_to_self and not cues.small.isdisjoint(rest):
                    found.update(range(self._piece_start(first), index))
                    break
            elif norms[index] in cues.cared_for and norms[index - 1] in cues.ended_before:
                found.update(range(self._piece_start(first), index))
                break
        return found

    def _said_of_others(self) -> Set[str]:
        """The words but for those of the writer's own small complaint: "gue sendiri cuma kram tadi" calls nobody."""
        cues, norms = self._cues, self._norms
        own = set[int]()
        for index in range(1, len(norms)):
            if (
                norms[index] in cues.self_words
                and norms[index + 1 : index + 2]
                and norms[index + 1] in cues.turns_to_self
            ):
                piece = next(self._pieces(self._sentence(index)), range(0))
                if not cues.small.isdisjoint(norms[i] for i in piece):
                    own.update(piece)
        return frozenset(word for i, word in enumerate(norms) if i not in own)

    def read_of_others(self) -> Set[int]:
        """ "googling katanya ada yang lumpuh": what was read of people nobody here knows."""
        cues, norms, found = self._cues, self._norms, set[int]()
        for index in self._places(cues.read_in):
            for place in self._sentence(index)[1 : _READ_REACH + 1]:
                if norms[place] in cues.read_whom and norms[place - 1] in cues.read_of:
                    told = next(self._pieces(self._sentence(place)), range(0))
                    if not any(self._is_own(i, named=True) for i in told):
                        found.update(told)
                    break
        return found

    def befell_others(self) -> Set[int]:
        """ "tetangga kemarin pingsan ... saya jadi kepikiran ...": it is over, and the writer asks for themselves."""
        cues, norms, found = self._cues, self._norms, set[int]()
        for index in self._places(cues.acquaintances):
            sentence = range(self._piece_start(index), self._sentence(index).stop)
            after = set(norms[sentence.stop :])
            told = not cues.befell.isdisjoint(norms[i] for i in sentence)
            turns = not cues.detached.isdisjoint(after) and not cues.self_words.isdisjoint(after)
            if told and turns and cues.detached_not.isdisjoint(after):
                found.update(range(index, sentence.stop))
        return found

    def supposes(self) -> Set[int]:
        """ "kalau kram terus sesak napas bahaya?": a question of what might be, beyond the word that runs on."""
        cues, found = self._cues, set[int]()
        for index in self._places(cues.supposes):
            sentence = self._sentence(index)
            words = frozenset(self._norms[i] for i in sentence)
            ahead = index + 1 < len(self._norms) and self._norms[index + 1] in cues.supposed_ahead
            asks = not words.isdisjoint(cues.supposed_asks) and (ahead or not words.isdisjoint(cues.supposed_runs))
            here = cues.supposed_not - cues.self_words if ahead else cues.supposed_not | cues.person_words
            if index - self._piece_start(index) > _SUPPOSES_REACH or not asks:
                continue
            habit = index + 1 < len(self._norms) and self._norms[index + 1] in cues.habits
            if not habit and words.isdisjoint(here):
                found.update(sentence)
        return found

    def _piece_start(self, index: int) -> int:
        return next((i + 1 for i in range(index, -1, -1) if self._ends(i)), 0)

    def scares(self) -> Set[int]:
        """ "kirain digigit ular, ternyata kram": what was feared turned out to be something small."""
        cues, found = self._cues, set[int]()
        for index in self._places(cues.thought):
            for end in range(index + 1, min(len(self._norms), index + 2 + _SCARE_REACH)):
                near = set(self._norms[end + 1 : end + 4])
                if self._turns_out(end) and near & cues.harmless:
                    if not near & cues.negation:
                        found.update(range(index, end))
                    break
        return found

    def _turns_out(self, index: int) -> bool:
        word, cues = self._norms[index], self._cues
        return word in cues.turned_out or (word in cues.turned_out_clitic and self._tokens[index].had_clitic == "nya")

    def stories(self) -> Set[int]:
        """ "dulu waktu hamil anak pertama ...", "tahun 2019 ...", "waktu kecil ...": up to what is now."""
        cues, found = self._cues, set[int]()
        if cues.stories.isdisjoint(self._words) or self._goes_on():
            return found
        for index in self._places(cues.stories):
            if not self._opens_story(index):
                continue
            for place in self._sentence(index)[:_STORY_REACH]:
                if self._norms[place] in cues.story_stops:
                    break
                found.add(place)
        return found

    def _opens_story(self, index: int) -> bool:
        cues, norms = self._cues, self._norms
        before, following = norms[index - 1] if index else "", norms[index + 1] if index + 1 < len(norms) else ""
        if before in cues.since:
            return False
        if norms[index] in cues.once:
            return following in cues.once_then
        if norms[index] in cues.young_before:
            return following in cues.young
        return norms[index] == "tahun" and following.isdigit() and len(following) == _YEAR_DIGITS

    def _goes_on(self) -> bool:
        cues, norms = self._cues, self._norms
        until_now = any(a in cues.until and b in cues.now_words for a, b in pairwise(norms))
        # "aku lagi ga sakit apa-apa": what is denied right behind the word does not go on
        going = (a for a, b in pairwise((*norms, "")) if b not in cues.negation)
        return until_now or not cues.goes_on.isdisjoint(going)

    def closed(self) -> Set[int]:
        """ "temanku minggu lalu betisnya bengkak, sudah sembuh, cuma cerita": a case that ended."""
        cues, found = self._cues, set[int]()
        if cues.ago.isdisjoint(self._words) or self._goes_on():
            return found
        ago = next((i for i in range(1, len(self._norms)) if self._is_ago(i)), None)
        if ago is None:
            return found
        for index in range(ago + 1, len(self._norms)):
            ended = self._norms[index] in cues.ended and self._norms[index - 1] in cues.ended_before
            if ended:
                begin = next((i + 1 for i in range(ago, -1, -1) if self._ends(i)), 0)
                found.update(range(begin, index))
                break
        return found

    def _is_ago(self, index: int) -> bool:
        cues, norms = self._cues, self._norms
        long = norms[index] in cues.ago and norms[index - 1] in cues.weeks_or_more
        start = index - 2
        while long and start >= 0 and norms[start].isdigit():
            start -= 1
        return long and (start < 0 or norms[start] not in cues.since)
