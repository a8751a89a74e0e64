"""Negation and time: how a mention is meant.

Negation follows the idea of NegEx (Chapman et al. 2001): a cue reaches forward over a bounded
stretch. Here the stretch is an allow-list: any word that is not known to be harmless between
the cue and the mention ends it. What cannot be read for sure is therefore *not* negated, and a
danger sign stays a danger sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from kram.language.cues import Cues
from kram.language.model import Temporality, Token

_FORWARD = 7
_BACKWARD = 5
_TIME_BEFORE = 6
_TIME_AFTER = 4
_LIST_GAP = 4
_ASKS_REACH = 4
_GENERIC_REACH = 3
_ONE_THING = 4


class Scope:
    """Reads negation and time around places of one message."""

    def __init__(self, tokens: Sequence[Token], clauses: Sequence[int], heads: Set[int], cues: Cues) -> None:
        """
        Args:
            tokens: the tokens of the message.
            clauses: their clause numbers.
            heads: indices of all tokens that are part of some concept.
            cues: the cue words.
        """
        self._norms = ["," if t.is_punct and t.norm == "," else t.norm for t in tokens]
        self._own = {i for i, t in enumerate(tokens) if t.had_clitic == "ku"}
        self._punct = [t.is_punct for t in tokens]
        self._clauses = clauses
        self._heads = heads
        self._cues = cues
        self._in_general = self._asks_in_general()
        self._mere_talk = self._compared() | self._heard() | self._anybodys()

    def negated(self, first: int, last: int, covered: Set[int], through: Set[int]) -> bool:
        """Whether the words ``first``..``last`` are denied.

        Args:
            first: index of the first word of the head.
            last: index of its last word.
            covered: all words that belong to the mention; a "tidak" among them is part of it.
            through: words that a denial may pass on its way: other signs of the same list.
        """
        if self._is_wished_away(first, last):
            return False
        return self._denied_before(first, covered, through) or self._denied_after(last, covered, through)

    def _is_wished_away(self, first: int, last: int) -> bool:
        """ "biar tidak kram lagi": who wants it never to come again has it."""
        cues, clause = self._cues, self._clauses[first]
        again = any(w in cues.again for w in self._norms[last + 1 : last + 2])
        front = [i for i in range(max(0, first - _TIME_BEFORE), first) if self._clauses[i] == clause]
        return again and any(self._norms[i] in cues.purpose for i in front)

    def _denied_before(self, first: int, covered: Set[int], through: Set[int]) -> bool:
        cues = self._cues
        crossed_comma = False
        for index in range(first - 1, max(-1, first - 1 - _FORWARD * 2), -1):
            word = self._norms[index]
            if index in covered and word in cues.negation:
                return False
            if word in cues.negation:
                if self._is_pseudo(index):
                    return False
                distance = sum(1 for i in range(index + 1, first) if not self._punct[i])
                if distance > _FORWARD:
                    return False
                return not crossed_comma or self._opens_list(index, first, through)
            if self._punct[index]:
                if word != ",":
                    return False
                crossed_comma = True
                continue
            if index in through or index in covered or word in cues.negation_through or word in cues.list_words:
                continue
            return False
        return False

    def _is_pseudo(self, index: int) -> bool:
        """ "tidak hanya", "tidak tahu", and the "ga" of "boleh dipijat ga ...": no denial of what follows."""
        following = self._norms[index + 1] if index + 1 < len(self._norms) else ""
        told_of = following in self._cues.after_event and self._cues.events & set(self._norms[index + 2 : index + 3])
        if following in self._cues.pseudo_negation and not told_of:
            return True
        for i in range(index - 1, max(-1, index - 1 - _ASKS_REACH), -1):
            if self._clauses[i] != self._clauses[index] or self._norms[i] in self._cues.states:
                return False  # "kencing normal kok, tidak seperti teh" tells
            if self._norms[i] in self._cues.asks_before:
                return True
        return False

    def _opens_list(self, cue: int, first: int, through: Set[int]) -> bool:
        """A denial crosses a comma only within a list of signs that "atau" closes, or after
        "tidak ada": "tidak bengkak, merah, atau panas" denies all; "tidak bengkak, sesak" only one.
        """
        comma = next(i for i in range(cue, first) if self._punct[i])
        if not any(i in through for i in range(cue, comma)):
            return False
        strong = self._norms[cue + 1] in self._cues.negation_strong or self._norms[cue] in self._cues.negation_strong
        strong = strong and self._is_bare(first, through)
        end = next((i for i in range(first, len(self._norms)) if self._ends_list(i)), len(self._norms))
        closes = any(w in self._cues.list_closers for w in self._norms[cue + 1 : min(end, first + _LIST_GAP + 2)])
        return strong or closes

    def _is_bare(self, first: int, through: Set[int]) -> bool:
        """The item of a list has no details of its own ("..., sesak napas sejak tadi pagi" has)."""
        cues = self._cues
        for index in range(first, len(self._norms)):
            if self._punct[index] or self._norms[index] in cues.list_words or self._norms[index] in cues.clause_start:
                return self._norms[index] not in cues.since
            harmless = index in through or self._norms[index] in cues.negation_through | cues.post_through
            if not harmless and index > first:
                return False
        return True

    def _ends_list(self, index: int) -> bool:
        """A mark other than a comma, or a word like "tapi"."""
        word = self._norms[index]
        return word in self._cues.clause_start or (self._punct[index] and word != ",")

    def _denied_after(self, last: int, covered: Set[int], through: Set[int]) -> bool:
        """ "sesak sih enggak", "demam tidak ada": the denial closes the clause, or another such pair follows."""
        cues = self._cues
        for index in range(last + 1, min(len(self._norms), last + 1 + _BACKWARD)):
            word = self._norms[index]
            if word in cues.negation and index not in covered:
                after = index + 1
                if index == last + 1 and self._norms[after : after + 1] == ["ya"]:
                    return False  # "sesak gak ya dok" asks
                if after < len(self._norms) and self._norms[after] in cues.negation_strong:
                    after += 1
                while after < len(self._norms) and self._norms[after] in cues.post_through:
                    after += 1
                return (
                    after >= len(self._norms)
                    or self._punct[after]
                    or self._norms[after] in cues.clause_start
                    or self._norms[after] in cues.list_words
                    or self._is_denied_in_turn(after, through)
                ) and not self._asks(after)
            if self._punct[index] or not (word in cues.post_through or index in covered):
                return False
        return False

    def _is_denied_in_turn(self, index: int, through: Set[int]) -> bool:
        """The "merah engga" of "bengkak engga merah engga"."""
        place = index
        while place in through:
            place += 1
        return place > index and self._norms[place : place + 1] != [] and self._norms[place] in self._cues.negation

    def _asks(self, index: int) -> bool:
        """ "sesak gak?" asks; it does not deny."""
        return index < len(self._norms) and self._norms[index] == "?"

    def temporality(self, first: int, last: int, covered: Set[int], value: str = "") -> Temporality:
        """Whether the words hold now, held once, or are merely supposed; an illness may just be guessed at."""
        cues, clause = self._cues, self._clauses[first]
        doubtable = value in cues.doubtable
        supposes = cues.hypothetical | cues.doubts if doubtable else cues.hypothetical
        same = [i for i, c in enumerate(self._clauses) if c == clause]
        words = {self._norms[i] for i in same}
        for index in range(first - 1, max(-1, first - 1 - _TIME_BEFORE), -1):
            if self._clauses[index] != clause and not self._runs_on(index):
                break
            if index in covered:
                continue
            word = self._norms[index]
            if word in supposes:
                if self._is_habit(index) or (word in cues.asks_whether and self._is_pointed_at(last)):
                    break
                return Temporality.HYPOTHETICAL
            if word not in cues.hypothetical_through and index not in self._heads:
                break
        if self._supposed(first) or (doubtable and self._guessed(last)):
            return Temporality.HYPOTHETICAL
        if words & cues.past_blockers:
            return Temporality.NOW
        if self._long_ago(first, last):
            return Temporality.PAST
        before = range(max(0, first - _TIME_BEFORE), first)
        after = range(last + 1, min(len(self._norms), last + 1 + _TIME_AFTER))
        around = [i for i in (*before, *after) if self._clauses[i] == clause and i not in covered]
        if any(self._norms[i] in cues.past and not self._denied_word(i) for i in around):
            return Temporality.PAST
        return Temporality.NOW

    def _guessed(self, last: int) -> bool:
        """ "diabetes bukan ya?", "ginjal kali ya"."""
        after = [*self._norms[last + 1 : last + 3], "?", "?"]
        return after[0] in self._cues.guesses and after[1] in self._cues.guess_ends

    def _is_pointed_at(self, last: int) -> bool:
        """The "saya ini" of "apakah kram saya ini berbahaya": it is there, the question is what it means."""
        after = self._norms[last + 1 : last + 2]
        return bool(after) and (after[0] in self._cues.pointed_at or after[0] in self._cues.person_words)

    def _is_habit(self, index: int) -> bool:
        """ "kalau pagi", "bila berjalan": when it happens, not whether."""
        place = index + 1
        while place < len(self._norms) and self._norms[place] in self._cues.habit_through:
            place += 1
        told = self._norms[index] in self._cues.whenever and place < len(self._norms)
        return told and self._norms[place] in self._cues.habits

    def _runs_on(self, index: int) -> bool:
        """The next word only goes on with the same thought ("kalau kram terus sampai sesak")."""
        return not self._punct[index] and self._norms[index + 1] in self._cues.runs_on

    def _long_ago(self, first: int, last: int) -> bool:
        """ "tahun lalu kaki bengkak" is over; "sejak tahun lalu" is not."""
        clause = self._clauses[first]
        for index in range(1, len(self._norms)):
            if self._clauses[index] != clause or self._norms[index] not in self._cues.ago:
                continue
            start = index - 1
            while start > 0 and (self._norms[start - 1].isdigit() or self._norms[start - 1] in self._cues.time_units):
                start -= 1
            since = start > 0 and self._norms[start - 1] in self._cues.since
            if self._norms[index - 1] in self._cues.long_units and not since:
                return True
        return False

    def _asks_in_general(self) -> int:
        """Index from which the message asks about people in general; its length when it does not.

        "apakah orang dengan diabetes ..." tells of nobody, as long as no word anywhere in the
        message points at the writer or at somebody of theirs.
        """
        cues, end = self._cues, len(self._norms)
        somebody = cues.self_words | cues.possessors | {"ini", "tadi", "barusan", "sekarang"}
        somebody |= cues.person_words
        if somebody & set(self._norms):
            return end
        for index, word in enumerate(self._norms):
            starts = index == 0 or self._punct[index - 1]
            if starts and word in cues.generic_asks:
                near = self._norms[index + 1 : index + 1 + _GENERIC_REACH]
                return index if cues.generic_people & set(near) else end
        if not cues.generic_wonders & set(self._norms):
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

    def _supposed(self, first: int) -> bool:
        """A word like "bedanya" or "misalnya" makes all that follows it, up to a mark, mere talk."""
        if first >= self._in_general or first in self._mere_talk:
            return True
        if self._norms.count("lah") > 1 and "lah" in self._norms[first + 1 : first + 4]:
            return True  # "stroke lah, gagal ginjal lah": what one has read of
        for index in range(first - 1, -1, -1):
            if self._punct[index]:
                return False
            if self._norms[index] in self._cues.hypothetical_strong:
                return True
        return False

    def avoided(self, first: int) -> bool:
        """ "alergi susu", "pantang makan kacang": named as what one does without."""
        cues, index = self._cues, first - 1
        while index >= 0 and self._norms[index] in cues.avoids_through | cues.possessors:
            index -= 1
        if index < 0:
            return False
        whose = self._norms[index - 1] if index else ""
        somebody = whose in cues.avoids_after | cues.self_words | cues.person_words
        return self._norms[index] in cues.avoids or (self._norms[index] in cues.avoids_of_somebody and somebody)

    def resolved(self, last: int) -> bool:
        """ "sesaknya sudah hilang": what stood before is over; "hilang timbul" is not."""
        for index in range(last + 1, min(len(self._norms), last + 1 + _BACKWARD)):
            word = self._norms[index]
            if word in self._cues.resolved:
                following = self._norms[index + 1] if index + 1 < len(self._norms) else ""
                return not self._denied_word(index) and following not in self._cues.recurs
            if word not in self._cues.resolved_through:
                return False
        return False

    def _denied_word(self, index: int) -> bool:
        """ "belum sembuh": the word itself is denied."""
        return any(self._norms[i] in self._cues.negation for i in range(max(0, index - 2), index))
