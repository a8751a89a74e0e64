"""What a correction takes back: somebody else's sign, the other side, another part of the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kram.dialogue.said import says
from kram.dialogue.state import Conversation, Person, Turn
from kram.knowledge.talk import Talk
from kram.language.model import SELF, Kind

PREGNANCY = ("hamil", "hamil_t1", "hamil_t2", "hamil_t3")
_SLIP_REACH = 4
"""First words of a message among which a slip is confessed; the right word follows within as many again."""
_PLACES = frozenset({"telapak_jari", "paha", "paha_belakang", "paha_depan", "paha_dalam", "tulang_kering"})
_OTHER_SIDE = {
    "satu_sisi": ("bengkak_dua_kaki", "bengkak_satu_kaki"),
    "dua_sisi": ("bengkak_satu_kaki", "bengkak_dua_kaki"),
}
_IN_THE_LEG: Mapping[str, str] = {
    "nyeri_dada": "nyeri_kaki",
    "nyeri_dada_jantung": "nyeri_kaki",
    "nyeri_ulu_hati": "nyeri_kaki",
    "sakit_kepala_hebat": "nyeri_kaki",
    "sakit_pinggang": "nyeri_kaki",
    "kram_perut_lain": "kram_betis",
    "kram_perut_hamil": "kram_betis",
}
"""Signs of another part of the body, and what they are when the leg was meant."""


def mends_a_slip(turn: Turn, talk: Talk) -> bool:
    """ "eh salah ketik, maksudnya paha ...": whatever follows, it begins by taking a part of the body back."""
    words = turn.normalized.split()
    slip = next((i for i in range(_SLIP_REACH) if says(" ".join(words[i : i + 2]), talk.slips)), None)
    return slip is not None and _leg_behind(words[slip:], talk)


def _leg_behind(words: list[str], talk: Talk) -> bool:
    """A part of the leg follows a slip, and is not merely added."""
    leg = next((i for i, word in enumerate(words[: _SLIP_REACH * 2]) if word in talk.leg_words), None)
    return leg is not None and talk.adding.isdisjoint(words[: leg + 2])


def take_over_corrections(conversation: Conversation, turn: Turn, talk: Talk) -> Conversation:
    """What a correction says of somebody else, or of the other side, no longer holds as it was.

    "eh, yang hamil istri saya" takes the pregnancy from the writer; "bukan dua-duanya, yang kiri
    saja" makes one swollen leg out of two, "paha belakang" takes the place of the front, and
    "maksud saya betis" makes a pain in the leg out of one in the chest.
    """
    person = conversation.person
    elsewhere = {m.value for m in turn.mentions if m.asserted and m.experiencer not in {SELF, conversation.focus}}
    gone = elsewhere | (set(PREGNANCY) if elsewhere & set(PREGNANCY) else set())
    if conversation.focus == SELF and gone:
        findings = {k: v for k, v in person.findings.items() if k not in gone}
        person = replace(person, populations=person.populations - gone, findings=findings)
    places = {m.value for m in turn.of(Kind.CONTEXT)} & _PLACES
    if places:
        person = replace(person, contexts=person.contexts - _PLACES)
    person = _moved_to_the_leg(person, turn, talk)
    for side, (wrong, right) in _OTHER_SIDE.items():
        if side in turn.sides and wrong in person.findings:
            findings = {right if k == wrong else k: v for k, v in person.findings.items()}
            person = replace(person, findings=findings)
            break
    return conversation.with_person(conversation.focus, person)


def _moved_to_the_leg(person: Person, turn: Turn, talk: Talk) -> Person:
    """ "eh salah, betis maksudnya": the pain in the chest was one in the leg; "betis juga" adds one."""
    told = {m.value for m in turn.of(Kind.FINDING)}
    wrong = person.findings.keys() & _IN_THE_LEG.keys() - told
    slip = mends_a_slip(turn, talk)
    adds = not slip and talk.adding & set(turn.normalized.split())
    if not (slip or turn.parts == {"kaki"}) or not wrong or adds:
        return person
    findings = {k: v for k, v in person.findings.items() if k not in wrong}
    for finding in sorted(wrong):
        findings.setdefault(_IN_THE_LEG[finding], person.findings[finding])
    return replace(person, findings=findings)


def elsewhere_taken_back(before: Person, conversation: Conversation, who: str) -> frozenset[str]:
    """The signs of another part of the body that a correction made into one of the leg."""
    now = conversation.people.get(who, Person())
    return frozenset(before.findings.keys() & _IN_THE_LEG.keys() - now.findings.keys())
