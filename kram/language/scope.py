"""Negation and time: how a mention is meant.

Negation follows the idea of NegEx (Chapman et al. 2001): a cue reaches forward over a bounded
stretch. Here the stretch is an allow-list: any word that is not known to be harmless between
the cue and the mention ends it. What cannot be read for sure is therefore *not* negated, and a
danger sign stays a danger sign.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from kram.language.answered import is_answered_no
from kram.language.cues import Cues
from kram.language.general import General
from kram.language.model import Temporality, Token

_FORWARD = 7
_BACKWARD = 5
_TIME_BEFORE = 6
_TIME_AFTER = 4
_LIST_GAP = 4
_ASKS_REACH = 4


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
        own = {i for i, t in enumerate(tokens) if t.had_clitic == "ku"}
        self._punct = [t.is_punct for t in tokens]
        self._clauses = clauses
        self._heads = heads
        self._cues = cues
        self._words = frozenset(self._norms)
        self._clause_words: dict[int, set[str]] = {}
        for norm, clause in zip(self._norms, clauses):
            self._clause_words.setdefault(clause, set()).add(norm)
        self._over = self._long_ago()
        self._is_tried_on = not cues.hypothetical_strong.isdisjoint(self._words)
        self._is_enumerated = self._norms.count("lah") > 1
        self._mere_talk = General(self._norms, self._punct, own, heads, cues).mere_talk()

    def negated(self, first: int, last: int, covered: Set[int], through: Set[int]) -> bool:
        """Whether the words ``first``..``last`` are denied.

        Args:
            first: index of the first word of the head.
            last: index of its last word.
            covered: all words that belong to the mention; a "tidak" among them is part of it.
            through: words that a denial may pass on its way: other signs of the same list.
        """
        if self._is_wished_away(first, last) or self._is_avoided_by(first):
            return False
        return (
            self._denied_before(first, covered, through)
            or self._denied_after(last, covered, through)
            or is_answered_no(last, self._norms, self._punct, self._heads, self._cues)
        )

    def _is_wished_away(self, first: int, last: int) -> bool:
        """ "biar tidak kram lagi": who wants it never to come again has it."""
        cues, clause = self._cues, self._clauses[first]
        again = any(w in cues.again for w in self._norms[last + 1 : last + 2])
        front = [i for i in range(max(0, first - _TIME_BEFORE), first) if self._clauses[i] == clause]
        return again and any(self._norms[i] in cues.purpose for i in front)

    def _is_avoided_by(self, first: int) -> bool:
        """ "minum apa biar tidak kram?": it is to be kept away; nothing says that it is, or is not, there."""
        cues, index = self._cues, first - 1
        through = cues.negation_through | cues.possessors | cues.self_words
        for sought in (cues.negation, cues.aims):
            while index >= 0 and self._norms[index] not in sought:
                passes = index in self._heads or self._norms[index] in through
                if not passes or self._clauses[index] != self._clauses[first]:
                    return False
                index -= 1
            if index < 0 or self._clauses[index] != self._clauses[first]:
                return False
            index -= 1
        return True

    def _denied_before(self, first: int, covered: Set[int], through: Set[int]) -> bool:
        cues = self._cues
        crossed_comma = False
        for index in range(first - 1, max(-1, first - 1 - _FORWARD * 2), -1):
            word = self._norms[index]
            if word in cues.contrasts or (index in covered and word in cues.negation):
                return False  # "tidak merah cuma bengkak sedikit" is swollen
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
        if self._is_asked_around(index):
            return True
        told_of = following in self._cues.after_event and self._cues.events & set(self._norms[index + 2 : index + 3])
        if following in self._cues.pseudo_negation and not told_of:
            return True
        for i in range(index - 1, max(-1, index - 1 - _ASKS_REACH), -1):
            if self._clauses[i] != self._clauses[index] or self._norms[i] in self._cues.states:
                return False  # "kencing normal kok, tidak seperti teh" tells
            if self._norms[i] in self._cues.asks_before:
                return True
        return False

    def _is_asked_around(self, index: int) -> bool:
        """ "ada yang pernah ga sih kram sampai dua hari": the word asks who else has it."""
        return index > 0 and self._norms[index - 1] in self._cues.asks_around

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
            if word in cues.never_behind:
                return False  # "sakit hebat tanpa sebab": what follows is denied
            if word in cues.negation and index not in covered:
                after = index + 1
                if index == last + 1 and self._norms[after : after + 1] == ["ya"]:
                    return False  # "sesak gak ya dok" asks
                if self._norms[after : after + 1] and self._norms[after] in cues.after_event:
                    return False  # "kram tidak habis olahraga" denies the sport, "kram tidak habis-habis" nothing
                if after < len(self._norms) and self._norms[after] in cues.negation_strong:
                    after += 1
                while after < len(self._norms) and self._norms[after] in cues.post_through:
                    after += 1
                return (
                    after >= len(self._norms)
                    or self._punct[after]
                    or self._norms[after] in cues.clause_start
                    or self._norms[after] in cues.list_words
                    or (self._norms[after].isdigit() and self._punct[after + 1 : after + 2] == [True])
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
        if self._is_avoided_by(first) and not self._is_wished_away(first, last):
            return Temporality.HYPOTHETICAL
        cues, clause = self._cues, self._clauses[first]
        doubtable = value in cues.doubtable
        own = bool(cues.possessors & set(self._norms[last + 1 : last + 2]))  # "mungkin darah tinggi saya kumat"
        supposes = cues.hypothetical | cues.doubts if doubtable and not own else cues.hypothetical
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
        if not cues.past_blockers.isdisjoint(self._clause_words[clause]):
            return Temporality.NOW
        if clause in self._over:
            return Temporality.PAST
        before = range(max(0, first - _TIME_BEFORE), first)
        after = range(last + 1, min(len(self._norms), last + 1 + _TIME_AFTER))
        around = [i for i in (*before, *after) if self._clauses[i] == clause and i not in covered]
        if any(self._norms[i] in cues.past and not self._denied_word(i) and not self._is_shared(i) for i in around):
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

    def _long_ago(self) -> Set[int]:
        """Clauses that are over: "tahun lalu kaki bengkak" is, "sejak tahun lalu" is not."""
        found = set[int]()
        if self._cues.ago.isdisjoint(self._words):
            return found
        for index in range(1, len(self._norms)):
            if self._norms[index] not in self._cues.ago:
                continue
            start = index - 1
            while start > 0 and (self._norms[start - 1].isdigit() or self._norms[start - 1] in self._cues.time_units):
                start -= 1
            since = start > 0 and self._norms[start - 1] in self._cues.since
            if self._norms[index - 1] in self._cues.long_units and not since:
                found.add(self._clauses[index])
        return found

    def _supposed(self, first: int) -> bool:
        """A word like "bedanya" or "misalnya" makes all that follows it, up to a mark, mere talk."""
        if first in self._mere_talk:
            return True
        if self._is_enumerated and "lah" in self._norms[first + 1 : first + 4]:
            return True  # "stroke lah, gagal ginjal lah": what one has read of
        for index in range(first - 1, -1, -1) if self._is_tried_on else ():
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

    def _is_shared(self, index: int) -> bool:
        """The "pernah" of "ada yang pernah ga sih ...? saya sampai pincang": whoever asks around has it now."""
        asks = index + 1 < len(self._norms) and self._norms[index + 1] in self._cues.negation
        return asks and not self._cues.self_words.isdisjoint(self._words)
