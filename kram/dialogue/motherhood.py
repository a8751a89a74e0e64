"""Whether the person in focus surely is neither pregnant nor nursing."""

from __future__ import annotations

from kram.dialogue.state import Conversation, Turn
from kram.language.model import Kind

_MEN = frozenset({"bapak", "suami", "kakek"})
_MOTHERLY = frozenset({"hamil", "hamil_t1", "hamil_t2", "hamil_t3", "nifas", "menyusui", "sudah_melahirkan"})
_NEVER = frozenset({"lansia", "anak", "anak_kecil"})
_MALE = "laki_laki"


def is_no_mother(conversation: Conversation, turn: Turn) -> bool:
    """Whether they are a man, a child, or past that age, and the message speaks of no mother."""
    person = conversation.person
    asked = {m.value for m in turn.of(Kind.POPULATION, asserted=False)}
    if _MOTHERLY & (person.populations | asked):
        return False
    return conversation.focus in _MEN or bool(_NEVER & person.populations) or _MALE in person.contexts
