"""Whom a message is about, from which word on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kram.language.cues import Cues, PersonWords
from kram.language.model import NEWBORN, SELF, Quantity, Token
from kram.language.person_spans import PersonSpans, Sights

_PREDICATE_REACH = 5
_SELF_REACH = 8
_GIVEN_REACH = 4
_AGED_REACH = 3
_NURSED_REACH = 7
_THEIRS = ("nya", "nye", "ny", "nyo", "ne", "le", "na")


def find_persons(tokens: Sequence[Token], quantities: Sequence[Quantity], sights: Sights, cues: Cues) -> PersonSpans:
    """Whom a message is about.

    Args:
        tokens: the tokens.
        quantities: ages help: "ibu 70 th" is somebody's mother even without "saya".
        sights: where parts of the body and complaints stand.
        cues: the cue words.

    Returns:
        The main person (the first patient named, else the writer) and the places where the
        message turns to somebody else.
    """
    return _PersonReader(tokens, quantities, sights, cues).read()


@dataclass(frozen=True)
class _Named:
    """A person named at ``first`` .. ``last``."""

    person: str
    words: PersonWords
    first: int
    last: int


class _PersonReader:
    def __init__(self, tokens: Sequence[Token], quantities: Sequence[Quantity], sights: Sights, cues: Cues) -> None:
        self._tokens = tokens
        self._norms = [t.norm for t in tokens]
        self._sights = sights
        self._cues = cues
        self._ages = {
            i for q in quantities if q.kind == "age" and q.value > NEWBORN for i in range(q.first, q.last + 1)
        }
        self._named = {n.first: n for n in self._find_named()}
        lent = [n for n in self._named.values() if self._lends(n)]
        self._lenders = {n.person: n.first for n in reversed(lent)}
        self._of_named = {i for n in self._named.values() for i in range(n.first, n.last + 1)}

    def read(self) -> PersonSpans:
        """Go through the words, turning to whoever is the patient from there on."""
        switches: list[tuple[int, str]] = []
        said_self = asks_of_self = False
        main, told_until = "", -1
        aside: set[int] = set()
        for index, word in enumerate(self._norms):
            named = self._named.get(index)
            if index == told_until:
                switches.append((index, main or SELF))
            lent = self._lenders.get(named.person, index + 1) if named is not None else index + 1
            if named is not None and index == lent:
                aside |= {*range(named.first, named.last + 1)}
            elif named is not None and (self._is_remembered(named) or index > lent):
                switches.append((index, named.person))
                told_until = self._sentence_end(index)
            elif word in self._cues.self_words and self._asks_of_self(index) and (switches or said_self):
                said_self = asks_of_self = True
                switches.append((index, SELF))
            elif named is not None and self._calls_self(named):
                said_self = True
                if switches:
                    switches.append((index, SELF))
                main = main or SELF
            elif named is not None and self._is_patient(named, main == SELF):
                switches.append((index, named.person))
                main = main or named.person
            elif self._is_own(index) or (
                word in self._cues.self_words and index not in self._of_named and self._means_self(index)
            ):
                said_self = True
                if switches:
                    switches.append((index, SELF))
                main = main or SELF
            elif word in self._cues.third_person and switches and switches[-1][1] == SELF and main != SELF:
                switches.append((index, main))  # "saya yang ngurus ... beliau punya sakit ginjal"
            elif named is not None:
                aside |= {*range(named.first, named.last + 1), *self._ages_beside(named)}
        return PersonSpans(main or SELF, tuple(switches), said_self, asks_of_self, frozenset(aside))

    def _is_own(self, index: int) -> bool:
        """ "betisku": a part of the writer's body."""
        return index in self._sights.body and self._tokens[index].had_clitic == "ku"

    def _ages_beside(self, named: _Named) -> set[int]:
        """The age of a child that is only mentioned; a child whose body is told of keeps it."""
        if not named.words.aged or self._body_is_theirs(named.last + 1):
            return set()
        return {i for i in range(named.last + 1, named.last + 2 + _AGED_REACH) if i in self._ages}

    def _asks_of_self(self, index: int) -> bool:
        """ "teman saya kena gumpalan darah, saya bisa gitu juga?": the word opens or is part of such a question."""
        if index in self._of_named or self._owns_person(index):
            return False
        around = _around_self(self._cues.self_too)
        return any(self._phrase(index - before, length) == phrase for before, length, phrase in around)

    def _is_remembered(self, named: _Named) -> bool:
        """ "om saya meninggal karena ...": what is told of somebody who died is theirs up to the next pause."""
        owner = self._owner(named)
        return owner is not None and self._has_died(owner + 1)

    def _lends(self, named: _Named) -> bool:
        """ "kalsium punya mertua", "nyobain obat suami": whose medicine it is, not who is ill."""
        before = named.first - 1
        if self._word(before) in self._cues.lent_of:
            return before > 0 and not self._tokens[before - 1].is_punct and not self._says_self(before - 1)
        takers = self._cues.lent_takers & set(self._norms[max(0, before - _GIVEN_REACH) : max(0, before)])
        return self._word(before) in self._cues.lent_things and bool(takers)

    def _says_self(self, index: int) -> bool:
        return self._norms[index] in self._cues.self_words

    def _sentence_end(self, start: int) -> int:
        """Where what is told of somebody ends; "..., awalnya kaki bengkak" goes on with it."""
        pauses = (i for i in range(start, len(self._norms)) if self._tokens[i].is_punct)
        ends = (i for i in pauses if self._norms[i] != "," or self._word(i + 1) not in self._cues.tells_on)
        return next(ends, len(self._norms))

    def _is_many(self, index: int) -> bool:
        """ "bapak-bapak", "ibu2", "ibu ibu": people in general, or the writer as one of them; nobody's parent."""
        typed = self._tokens[index].text.casefold()
        half, dash, other = typed.partition("-")
        doubled = (bool(dash) and half == other) or (typed[:-1].isalpha() and typed.endswith("2"))
        word = self._norms[index]
        return doubled or word in {self._word(index - 1), self._word(index + 1)}

    def _word(self, index: int) -> str:
        return self._norms[index] if 0 <= index < len(self._norms) else ""

    def _find_named(self) -> Iterator[_Named]:
        """Every word for a person, with its owner: "adik laki-laki saya", "rekan kerja saya"."""
        for index, word in enumerate(self._norms):
            for name, person in self._cues.persons.items() if word in self._cues.person_starts else ():
                last = self._named_to(index, person)
                if last is None:
                    continue
                named = _Named(name, person, index, last)
                if self._is_address(named):
                    continue
                if last > index or not self._is_many(index) or self._owner(named) is not None:
                    yield named

    def _is_address(self, named: _Named) -> bool:
        """ "bunda aku hamil 20 minggu": who is spoken to, before the writer tells of themselves."""
        here, cues = named.first, self._cues
        told = self._word(here + 1) in cues.self_words and self._word(here + 2) in cues.tells_self
        return self._norms[here] in cues.addresses and self._begins(here) and told

    def _named_to(self, index: int, person: PersonWords) -> int | None:
        """Index of the last word of the person named; the "mbah" of "mbah kung" is no person of its own."""
        for length in (3, 2):
            if self._phrase(index, length) in person.words:
                return index + length - 1
        if self._norms[index] not in person.words | person.aged:
            return None
        around = {self._phrase(index, 3), self._phrase(index, 2), self._phrase(index - 1, 2)}
        return None if any(around & other.words for other in self._cues.persons.values()) else index

    def _phrase(self, start: int, length: int) -> str:
        inside = start >= 0 and start + length <= len(self._norms)
        return " ".join(self._norms[start : start + length]) if inside else ""

    def _owner(self, named: _Named) -> int | None:
        """Index of the word that says whose it is: "ibu saya", "teman kos saya", "adikku"."""
        if self._tokens[named.last].had_clitic == "ku":
            return named.last
        place = named.last + 1
        while place <= named.last + 2 and self._word(place) in self._cues.person_fillers:
            place += 1
        filler = place - 1
        if filler > named.last and filler < len(self._tokens) and self._tokens[filler].had_clitic == "ku":
            return filler  # "kakak perempuanku"
        return place if self._word(place) in self._cues.possessors else None

    def _is_patient(self, named: _Named, writer_is_patient: bool) -> bool:
        before, after = self._word(named.first - 1), self._word(named.last + 1)
        person, cues = named.words, self._cues
        owner = self._owner(named)
        behind = (named.last if owner is None else owner) + 1
        if before in cues.hearsay_says and owner is not None and self._is_their_body(behind):
            return True  # "kata bapak saya kakinya kram"
        if before in cues.not_patient_before or before in person.not_after or after in person.not_before:
            return False
        if self._is_nursed(named, behind):
            return False
        if self._is_parent_of(named) or self._has_died(behind) or self._is_witness(named, behind):
            return False
        has_sign = self._has_predicate(behind)
        if not has_sign and self._is_anecdote(named, behind):
            return False
        if self._does_or_says(behind) or self._helps(behind):
            # "suami kerja di proyek, kakinya kram"; but "ibu bilang itu varises"
            own = self._begins(named.first) and self._body_is_theirs(behind, behind)
            return own and not writer_is_patient and not self._has_earlier(named)
        if self._means_this_one(named, owner):
            return True
        if self._norms[named.first] in person.aged:
            return False
        if writer_is_patient and not has_sign:
            return False  # "aku hamil 22 minggu ... bangunin suami": somebody who was there
        if owner is not None or before in cues.person_before or (person.alone and not self._came_late(named)):
            return True
        return has_sign or (self._begins(named.first) and self._body_is_theirs(behind))

    def _has_earlier(self, named: _Named) -> bool:
        """ "Anak saya kakinya sakit. Mama saya bilang kakinya lagi manjang": the body of the one told of before."""
        return any(other.first < named.first and self._owner(other) is not None for other in self._named.values())

    def _does_or_says(self, place: int) -> bool:
        """ "nenek saya juga percaya banget": what somebody thinks, says or does for a living."""
        while self._word(place) in self._cues.opinion_adverbs:
            place += 1
        return self._word(place) in self._cues.not_patient_after

    def _is_nursed(self, named: _Named, behind: int) -> bool:
        """ "bayiku 4 bulan masih nyusu": said of the mother, unless the child has a complaint of its own."""
        if not named.words.aged:
            return False
        end = next((i for i in range(behind, len(self._norms)) if self._tokens[i].is_punct), len(self._norms))
        nursed = any(self._norms[i] in self._cues.nursing for i in range(behind, min(end, behind + _NURSED_REACH)))
        return nursed and not self._body_is_theirs(behind)

    def _is_their_body(self, place: int) -> bool:
        return place in self._sights.body and self._is_of_somebody(place)

    def _helps(self, place: int) -> bool:
        """ "teman suka narik jempol saya", "yang mijitin": what somebody does for the patient."""
        while self._word(place) in self._cues.helper_adverbs:
            place += 1
        return place < len(self._tokens) and self._tokens[place].text.casefold() in self._cues.helps

    def _is_witness(self, named: _Named, behind: int) -> bool:
        """ "kram sampai teriak, istri saya sampai bangun": who was there when it was told of somebody else."""
        told = any(i < named.first for i in self._sights.signs)
        return (
            told and self._word(behind) in self._cues.witness_adverbs and self._word(behind + 1) in self._cues.witnesses
        )

    def _calls_self(self, named: _Named) -> bool:
        """ "saya bapak usia 67", "saya, nenek 80 th": the writer says who they are."""
        place = named.first - 1
        if self._word(place) == ",":
            place -= 1
        if named.person not in self._cues.titles or self._word(place) not in self._cues.self_words:
            return False
        told = place == named.first - 1 or any(i in self._ages for i in range(named.last + 1, named.last + 3))
        after = self._word(named.last + 1)
        if after == "dari" and not self._is_count(self._word(named.last + 2)):
            return False  # "saya adik dari pasien"
        own = self._owner(named) is None and not self._tokens[named.last].had_clitic
        return told and own and not self._owns_person(place) and place - 1 not in self._sights.body

    def _is_parent_of(self, named: _Named) -> bool:
        """The children of "saya ibu dua anak", "bapak dari 3 anak": they only tell who the parent is."""
        before = self._norms[max(0, named.first - 3) : named.first]
        counted = bool(before) and self._is_count(before[-1])
        return counted and self._owner(named) is None and bool(set(before[:-1]) & self._cues.parents)

    def _is_count(self, word: str) -> bool:
        return word.isdigit() or word in self._cues.counts

    def _has_died(self, start: int) -> bool:
        """ "ayah saya dulu meninggal": told of the family, not of a patient."""
        end = next((i for i in range(start, len(self._norms)) if self._tokens[i].is_punct), len(self._norms))
        return bool(self._cues.deceased & set(self._norms[start : min(end, start + _PREDICATE_REACH)]))

    def _is_anecdote(self, named: _Named, behind: int) -> bool:
        """ "dulu bapak saya cocok pakai kina": what helped somebody once, or is asked for the writer now."""
        end = next((i for i in range(behind, len(self._norms)) if self._tokens[i].is_punct), len(self._norms))
        told = self._norms[behind : min(end, behind + _PREDICATE_REACH)]
        if not self._cues.anecdote_praise & set(told):
            return False
        once = {self._word(named.first - 1), *told} & self._cues.anecdote_once
        rest = range(behind + 1, len(self._norms))
        for_writer = any(
            self._norms[i] in self._cues.self_words and self._norms[i - 1] in self._cues.self_before for i in rest
        )
        return bool(once) or for_writer

    def _means_this_one(self, named: _Named, owner: int | None) -> bool:
        """An age beside the word, or a part of the body that is theirs: "ibu 62", "jantung ibu"."""
        word = self._norms[named.first]
        if word in named.words.aged:
            near = range(named.last + 1, named.last + 1 + _AGED_REACH + (owner is not None))
            return any(i in self._ages for i in near)
        if any(i in self._ages for i in range(named.last + 1, (owner or named.last) + _AGED_REACH)):
            return True
        has_owner = named.first - 1 in self._sights.body or self._word(named.first - 1) in self._cues.owned_things
        beside = self._word(named.first - 1) in self._cues.possessive_particles and named.first - 2 in self._sights.body
        return (has_owner or beside) and word not in self._cues.vocatives

    def _has_predicate(self, start: int) -> bool:
        """Whether a complaint or a trait follows, before the clause ends or another person comes."""
        for index in range(start, min(start + _PREDICATE_REACH, len(self._norms))):
            if index in self._sights.signs:
                return True
            if self._tokens[index].is_punct or self._norms[index] in self._cues.self_words or index in self._of_named:
                return False
            if self._norms[index] in self._cues.not_patient_after and index > start:
                return False
        return False

    def _body_is_theirs(self, start: int, sentence: int | None = None) -> bool:
        """A part of the body with "-nya" follows, and none that is the writer's.

        Args:
            start: index of the word from which on to look.
            sentence: a word of the sentence behind which nothing counts, None for the whole message.
        """
        for index in range(start, len(self._norms)):
            if sentence is not None and self._norms[index] in self._cues.sentence_end:
                return False
            if self._norms[index] in self._cues.self_words and self._means_self(index):
                return False
            if index in self._sights.body and self._is_of_somebody(index):
                return True
            if self._norms[index] in self._cues.third_person:
                return True
        return False

    def _is_of_somebody(self, index: int) -> bool:
        """ "kakinya", Javanese "sikile", Sundanese "sukuna", Minang "kakinyo": typed with an ending."""
        token = self._tokens[index]
        typed = token.text.casefold()
        return typed != token.norm and typed.endswith(_THEIRS)

    def _begins(self, index: int) -> bool:
        """The word opens the message or a sentence, but for a word like "kalau" or "dok"."""
        place = index - 1
        while self._word(place) in self._cues.openers:
            place -= 1
        return place < 0 or self._tokens[place].is_punct

    def _came_late(self, named: _Named) -> bool:
        """A complaint of nobody in particular was told before: it is the writer's."""
        return any(i < named.first for i in self._sights.signs) and not self._has_predicate(named.last + 1)

    def _means_self(self, index: int) -> bool:
        """ "kaki saya", "saya sendiri", "saya hamil 7 bulan": the writer is the patient here."""
        before, after = self._word(index - 1), self._word(index + 1)
        if self._word(index - 1) in self._cues.lent_things and self._cues.lent_given & set(self._norms):
            return False  # "kalau diberi vitamin saya?"
        if index - 1 in self._of_named or self._owns_person(index):
            return False  # "istri saya hamil": the word only says whose wife
        if index - 1 in self._sights.body or (index - 1 in self._sights.sides and index - 2 in self._sights.body):
            return True
        if index - 1 in self._sights.signs and after not in self._cues.self_observes:
            return True  # "kram saya"
        if after in self._cues.self_markers or before in self._cues.self_before:
            return True
        return self._speaks_of_self(index)

    def _owns_person(self, index: int) -> bool:
        return any(self._owner(named) == index for named in self._named.values() if named.last < index)

    def _speaks_of_self(self, index: int) -> bool:
        """The subject of what follows: an age or a complaint before anybody else is named."""
        if self._word(index + 1) in self._cues.self_observes:
            return False
        for place in range(index + 1, min(index + 1 + _SELF_REACH, len(self._norms))):
            if self._norms[place] in self._cues.third_person:
                return False  # "apa yang harus saya lakukan pas dia kram"
            if place in self._of_named or (self._tokens[place].is_punct and self._norms[place] != ","):
                return False
            if place in self._ages or (place in self._sights.signs and place - index <= _GIVEN_REACH):
                return True
        return False


@lru_cache(maxsize=1)
def _around_self(phrases: frozenset[str]) -> tuple[tuple[int, int, str], ...]:
    """Of each phrase with the writer in it: the words in front of "saya", all of its words, and itself."""
    parts = ((phrase.split(), phrase) for phrase in phrases)
    return tuple((words.index("saya"), len(words), phrase) for words, phrase in parts if "saya" in words)
