"""Whom a message is about, from which word on."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from kram.language.cues import Cues, PersonWords
from kram.language.model import NEWBORN, SELF, Quantity, Token


@dataclass(frozen=True)
class PersonSpans:
    """Who is spoken about, from which word on."""

    main: str
    switches: tuple[tuple[int, str], ...]
    said_self: bool = False

    @property
    def named(self) -> str:
        """Whom the message names first, ``""`` when it does not say."""
        return self.main if self.main != SELF or self.said_self else ""

    def at(self, index: int) -> str:
        """The person that word ``index`` is about."""
        person = self.main
        for start, name in self.switches:
            if start <= index:
                person = name
        return person


def find_persons(tokens: Sequence[Token], quantities: Sequence[Quantity], body: Set[int], cues: Cues) -> PersonSpans:
    """Whom a message is about.

    Args:
        tokens: the tokens.
        quantities: ages help: "ibu 70 th" is somebody's mother even without "saya".
        body: indices of words that name a part of the body.
        cues: the cue words.

    Returns:
        The main person (the first other person named, else the writer) and the places where
        the message turns to somebody else.
    """
    norms = [t.norm for t in tokens]
    ages = {i for q in quantities if q.kind == "age" and q.value > NEWBORN for i in range(q.first, q.last + 1)}
    switches: list[tuple[int, str]] = []
    for index, word in enumerate(norms):
        for name, person in cues.persons.items() if word in cues.person_starts else ():
            last = _named_to(index, norms, person, cues)
            if last is not None and _is_patient(index, last, norms, tokens, ages, body, person, cues):
                switches.append((index, name))
        if word in cues.self_words and switches and _means_self(index, norms, body, cues):
            switches.append((index, SELF))
    said_self = any(w in cues.self_words and _means_self(i, norms, body, cues) for i, w in enumerate(norms))
    others = [name for _, name in switches if name != SELF]
    if not others:
        return PersonSpans(SELF, (), said_self)
    first = switches[0][0]
    opening_is_self = any(norms[i] in cues.self_words and _means_self(i, norms, body, cues) for i in range(first))
    return PersonSpans(SELF if opening_is_self else others[0], tuple(switches), said_self)


def _named_to(index: int, norms: Sequence[str], person: PersonWords, cues: Cues) -> int | None:
    """Index of the last word of the person named at ``index``; the "mbah" of "mbah kung" is no person of its own."""
    pairs = [" ".join(norms[i : i + 2]) for i in (index, index - 1) if 0 <= i < len(norms) - 1]
    if index < len(norms) - 1 and pairs[0] in person.words:
        return index + 1
    if norms[index] not in person.words | person.aged:
        return None
    return None if any(pair in other.words for other in cues.persons.values() for pair in pairs) else index


def _is_patient(
    index: int,
    last: int,
    norms: Sequence[str],
    tokens: Sequence[Token],
    ages: Set[int],
    body: Set[int],
    person: PersonWords,
    cues: Cues,
) -> bool:
    before = norms[index - 1] if index else ""
    after = norms[last + 1] if last + 1 < len(norms) else ""
    if before in cues.not_patient_before or before in person.not_after or after in person.not_before:
        return False
    owned = tokens[last].had_clitic == "ku" or after in cues.possessors
    behind = last + 2 if after in cues.possessors else last + 1
    verb = norms[behind] if behind < len(norms) else ""
    if verb in cues.not_patient_after:
        return False
    aged = bool({last + 1, last + 2} & ages)
    if norms[index] in person.aged:
        return aged or (owned and last + 3 in ages)
    has_owner = index - 1 in body or before in cues.owned_things  # "kaki tetangga", "jantung ibu"
    whose = has_owner and norms[index] not in cues.vocatives
    return owned or person.alone or before in cues.person_before or aged or whose


def _means_self(index: int, norms: Sequence[str], body: Set[int], cues: Cues) -> bool:
    """ "kaki saya", "saya sendiri", "saya juga": the writer is the patient here."""
    before = norms[index - 1] if index else ""
    if any({before, " ".join(norms[max(0, index - 2) : index])} & person.words for person in cues.persons.values()):
        return False  # "istri saya hamil": the word only says whose wife
    after = norms[index + 1] if index + 1 < len(norms) else ""
    return index - 1 in body or after in cues.self_markers or before in cues.self_before
