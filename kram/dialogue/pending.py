"""What a message tells together with what was asked or told before: a half sentence becomes a whole one."""

from __future__ import annotations

from dataclasses import replace

from kram.dialogue.bare_signs import tells_warmth
from kram.dialogue.moves import (
    is_left_of_a_cramp,
    is_relieved,
    tells_breathless,
    tells_claudication,
    tells_often,
    tells_swelling,
)
from kram.dialogue.state import Conversation, Person, Turn
from kram.knowledge.talk import Talk
from kram.language.model import SELF, Kind, Mention

_UNCLEAR_SWELLING = "bengkak_tak_jelas"
_SIDES = {"satu_sisi": "bengkak_satu_kaki", "dua_sisi": "bengkak_dua_kaki"}
_FIT = "kejang_umum"
_BREATHLESS = "sesak_napas"
_ON_WALKING = "nyeri_saat_jalan"
_LASTING = "nyeri_betis_menetap"
_SORE = frozenset({"nyeri_betis_menetap", "nyeri_kaki", "pegal_kaki", "kram_betis"})
_IN_CRAMP = "sekarang"
_AFTER_CRAMP = "sesudah"
_UNCLEAR_CRAMP = "kram_tak_jelas"
_JUST_A_CRAMP = frozenset({"kram_betis", "kram_tak_jelas"})
_UNCLEAR_FIT = "kejang_tak_jelas"
_QUESTION = "tanya_"
_STILL_THERE = "lapor_belum_reda"


def settle_pending(conversation: Conversation, turn: Turn, talk: Talk) -> Turn:
    """ "di betis" after "kramnya di mana?" is the missing half of the complaint."""
    told = {m.value for m in turn.of(Kind.FINDING)}
    if _BREATHLESS not in told and tells_breathless(conversation, turn, talk):
        return _with_finding(turn, _BREATHLESS)
    if told and told <= _SORE and _IN_CRAMP in conversation.person.contexts and is_relieved(turn.normalized, talk):
        return _only_sore(turn)
    if _LASTING in told and told <= _SORE and is_left_of_a_cramp(conversation, turn, talk):
        return _only_sore(turn)
    if tells_warmth(conversation, turn, talk):
        return _with_finding(turn, "merah_hangat")
    if tells_swelling(conversation, turn, talk):
        return _with_finding(turn, "bengkak_satu_kaki")
    if tells_claudication(conversation, turn.normalized, talk):
        return _with_finding(turn, _ON_WALKING)
    if _UNCLEAR_SWELLING in conversation.person.findings and len(turn.sides) == 1 and not told - {_UNCLEAR_SWELLING}:
        return _with_finding(turn, _SIDES[next(iter(turn.sides))])  # "dua-duanya kok" after "satu kaki atau dua?"
    if not told and tells_often(turn.normalized, conversation, talk):
        known = "kram_sering" in conversation.person.findings
        if turn.intent.startswith("lapor_") or (turn.intent == "setuju" and not known):
            return _with_finding(turn, "kram_sering")
    if told == {_UNCLEAR_CRAMP} and turn.parts <= {"kaki"} and _is_of_the_leg(conversation, turn, talk):
        clear = _with_finding(_without(turn, _UNCLEAR_CRAMP), "kram_betis")
        # "obat kramnya apa?" behind a story asks still, wherever the cramp is
        keeps = turn.intent.startswith(_QUESTION) or turn.intent == _STILL_THERE
        return replace(clear, intent=turn.intent) if keeps else clear
    if _UNCLEAR_FIT in conversation.person.findings and turn.parts == {"kaki"} and told <= _JUST_A_CRAMP:
        return _with_finding(_with_finding(turn, "kram_betis"), _UNCLEAR_FIT, negated=True)
    if told:
        return turn
    words = turn.normalized.split()
    if conversation.pending == "kejang" and "otot" in words:
        return _with_finding(_with_finding(turn, "kram_tak_jelas"), _UNCLEAR_FIT, negated=True)
    if conversation.pending == "bagian" and ("lain" in words or (turn.parts == {"lain"} and "perut" not in words)):
        return replace(turn, intent="keluhan_lain")
    if conversation.pending == "kejang" and turn.normalized.removeprefix("iya ").startswith("seluruh badan"):
        return _with_finding(turn, _FIT)
    if conversation.pending != "bagian":
        return turn
    if turn.parts == {"kaki"}:
        return _with_finding(turn, "kram_betis")
    if "perut" in turn.normalized.split():
        pregnant = conversation.person.populations & {"hamil", "hamil_t1", "hamil_t2", "hamil_t3"}
        return _with_finding(turn, "kram_perut_hamil" if pregnant else "kram_perut_lain")
    return turn


def _is_of_the_leg(conversation: Conversation, turn: Turn, talk: Talk) -> bool:
    """ "kadang kram juga" behind "kaki ibu kebas": the talk is of the leg, and of the same person."""
    same = turn.person in {"", conversation.focus}
    words = set(conversation.said.replace(",", " ").split())
    return same and bool(conversation.person.findings) and bool(words & talk.leg_words)


def hand_over(conversation: Conversation, turn: Turn) -> Conversation:
    """ "bukan saya, suami saya": the complaint of the writer is the other's; all of it, or just what is named."""
    mine, theirs = conversation.person, conversation.people.get(turn.person, Person())
    named = {m.value for m in turn.mentions if m.asserted and m.kind is Kind.FINDING}
    moved = {k: v for k, v in mine.findings.items() if not named or k in named}
    kept = {k: v for k, v in mine.findings.items() if k not in moved}
    contexts = frozenset() if named else mine.contexts
    theirs = replace(theirs, findings={**theirs.findings, **moved}, contexts=theirs.contexts | contexts)
    mine = replace(mine, findings=kept, contexts=mine.contexts - contexts)
    return conversation.with_person(turn.person, theirs).with_person(conversation.focus, mine)


def _only_sore(turn: Turn) -> Turn:
    """ "udah mendingan, masih nyut-nyutan" minutes after a cramp: what is left of it, no pain that came by itself."""
    kept = tuple(m for m in turn.mentions if m.value not in _SORE)
    left = Mention(Kind.CONTEXT, _AFTER_CRAMP, turn.text, 0, len(turn.text))
    return replace(turn, mentions=(*kept, left), intent="lapor_keluhan")


def _without(turn: Turn, finding: str) -> Turn:
    return replace(turn, mentions=tuple(m for m in turn.mentions if m.value != finding))


def _with_finding(turn: Turn, finding: str, *, negated: bool = False) -> Turn:
    whose = turn.person or SELF  # "kalau ibu saya juga, habis jalan": the walking is hers
    mention = Mention(Kind.FINDING, finding, turn.text, 0, len(turn.text), negated=negated, experiencer=whose)
    return replace(turn, mentions=(*turn.mentions, mention), intent="lapor_keluhan")
