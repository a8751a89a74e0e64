"""Which medicines a person takes, as they told it: the last word counts, and somebody else's are not theirs."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from kram.dialogue.moves import says
from kram.dialogue.several import asks
from kram.dialogue.state import Conversation, Turn
from kram.knowledge.model import KnowledgeBase
from kram.language.model import Kind, Mention

_MOST = 4
_DENIED_REACH = 2
_OWNED_REACH = 4
_NUMBERS = "tanya_angka"


def as_told(turn: Turn, base: KnowledgeBase, focus: str) -> Turn:
    """The turn in which a medicine that is denied, or is another person's, is not the patient's.

    "Bukan atorvastatin, atorvastatin punya istri" names it twice and takes it back twice.
    """
    taken, gone = _told(turn.normalized, base, turn.person or focus)
    wrong = gone - taken
    if not wrong:
        return turn

    def read(mention: Mention) -> Mention:
        named = mention.kind is Kind.POPULATION and says(mention.text.lower(), wrong)
        return replace(mention, negated=True) if named else mention

    return replace(turn, mentions=tuple(map(read, turn.mentions)))


def with_medicines(conversation: Conversation, turn: Turn, base: KnowledgeBase) -> Conversation:
    """The memory with the medicines of the person in focus; what was taken back is forgotten."""
    taken, gone = _told(turn.normalized, base, conversation.focus)
    if not taken and not gone:
        return conversation
    person = conversation.person
    wrong = gone - taken
    known = [name for name in (*sorted(taken), *person.medicines) if name not in wrong]
    said = conversation.said
    for name in wrong:
        said = f" {said} ".replace(f" {name} ", " ").strip()
    person = replace(person, medicines=tuple(dict.fromkeys(known))[:_MOST])
    return replace(conversation.with_person(conversation.focus, person), said=said)


def _told(text: str, base: KnowledgeBase, focus: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names of the medicines that a message gives to the person in focus, and that it takes from them."""
    words = text.split()
    places = list(_places(words, base))
    starts = {start for _, start, _ in places}
    gone = {name for name, start, end in places if _is_taken_back(words, start, end, starts, base, focus)}
    kept = {name for name, _, _ in places} - gone
    return frozenset(kept), frozenset(gone)


def _places(words: list[str], base: KnowledgeBase) -> Iterator[tuple[str, int, int]]:
    names = {name for drug in base.drugs.known if not drug.is_bought for name in drug.names}
    for name in sorted(names):
        parts = name.split()
        for start in range(len(words) - len(parts) + 1):
            if words[start : start + len(parts)] == parts:
                yield name, start, start + len(parts)


def _is_taken_back(words: list[str], start: int, end: int, starts: Set[int], base: KnowledgeBase, focus: str) -> bool:
    until = min((at for at in starts if at >= end), default=len(words))
    denied = says(" ".join(words[max(0, start - _DENIED_REACH) : start]), base.drugs.not_that)
    return denied or _is_of_another(words[end : min(until, end + _OWNED_REACH)], base, focus)


def _is_of_another(behind: list[str], base: KnowledgeBase, focus: str) -> bool:
    """ "yang atorvastatin itu punya istri": whose it is stands behind it."""
    table = base.drugs
    at = next((i for i, word in enumerate(behind) if word in table.owning), None)
    owners = set(behind[at + 1 : at + 2]) if at is not None else set()
    return bool(owner_among(owners, base)) and not owners & table.owners.get(focus, frozenset())


def owner_among(words: Set[str], base: KnowledgeBase) -> str:
    """The person whom one of the words names, "" when none does."""
    return next((who for who, names in base.drugs.owners.items() if names & words), "")


def as_story(turn: Turn, base: KnowledgeBase) -> Turn:
    """ "seminggu bisa 2 kali kramnya" was taken for a question of numbers, but asks nothing."""
    asks_nothing = "?" not in turn.text and not asks(turn.normalized.split(), base.asking)
    told = turn.intent == _NUMBERS and bool(turn.of(Kind.FINDING)) and asks_nothing
    return replace(turn, intent="lapor_keluhan") if told else turn
