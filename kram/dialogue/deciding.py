"""How urgent what is known of somebody is: the triage table, on the findings as a talk tells them."""

from __future__ import annotations

from collections.abc import Mapping

from kram.dialogue.corrections import PREGNANCY
from kram.dialogue.state import Conversation, Person, Turn, remember_all
from kram.knowledge.model import KnowledgeBase
from kram.language.model import ANIMAL, SELF, Mention
from kram.triage.engine import decide
from kram.triage.model import Decision, Table

IMPLIED: Mapping[str, tuple[str, ...]] = {
    "perdarahan_hamil": ("hamil",),
    "ketuban": ("hamil",),
    "gerak_janin_kurang": ("hamil",),
    "kram_perut_hamil": ("hamil",),
}
"""Findings that only a pregnant person can have."""

_SPREADING = "kram_meluas"
_UNCLEAR_SWELLING = "bengkak_tak_jelas"
_SWOLLEN = frozenset({"bengkak_satu_kaki", "bengkak_dua_kaki", "bengkak_sore"})
_SALTS_AT_RISK = frozenset({"statin", "diuretik", "gagal_jantung", "ginjal", "hemodialisis", "anak", "anak_kecil"})
_FIT_IS_DANGER = frozenset({"hamil", "hamil_t2", "hamil_t3", "nifas", "anak"})
_CHILDREN = frozenset({"anak", "anak_kecil"})
_UNCLEAR_CRAMP = "kram_tak_jelas"
_ONLY_CRAMPS = frozenset({"kram_betis", "kram_sering", "kram_tak_jelas", "pegal_kaki"})
_BOTH_SWOLLEN = "bengkak_dua_kaki"
_FROM_SITTING = frozenset({_BOTH_SWOLLEN, "bengkak_sore"})
_AT_REST = frozenset({"malam", "pagi", "sekarang", "duduk_lama"})
_UNCLEAR_FIT = "kejang_tak_jelas"
_FIT = "kejang_umum"


def triage(base: KnowledgeBase, conversation: Conversation) -> Decision:
    """The decision for the person in focus, on all that is known of them."""
    return triage_of(base.triage, conversation.person)


def triage_of(table: Table, person: Person) -> Decision:
    """The decision for one person: findings that mean more together, or less, are read so first."""
    findings = set(person.findings)
    if _UNCLEAR_FIT in findings and person.populations & _FIT_IS_DANGER:
        findings.add(_FIT)
    if _UNCLEAR_CRAMP in findings and (person.contexts - {"sekarang"} or person.populations & set(PREGNANCY)):
        findings.add("kram_betis")  # a cramp at night, after sport or in pregnancy is taken for one of the leg
    if "sawah" in person.contexts and "demam" in findings:
        findings.add("kontak_banjir_tikus")  # the water of a rice field counts as that of a flood, once there is fever
    if _SPREADING in findings and "kerja_panas" in findings and _comes_back(person):
        findings = findings - {_SPREADING} | {"kram_panas_berulang"}  # each time at work in the heat, and gone since
    if "kram_sering" in findings and _only_at_sport(person):
        findings.discard("kram_sering")  # "tiap habis lari kram": sport explains how often; no appointment for that
    if {"kram_saat_hd", "kram_sering"} <= findings and "kram_hd_lama" in person.contexts:
        findings.discard("kram_sering")  # known to the unit for long: told at the next session, no alarm of today
    if _BOTH_SWOLLEN in findings and _after_a_journey(person):
        findings -= _FROM_SITTING  # from sitting; the answer says when it is more, and no appointment is due yet
    if "gejala_gula" in findings and person.populations & _CHILDREN:
        findings.discard("gangguan_kencing_bab")  # a child that drinks all day and wets the bed: the sugar, no nerve
    if findings & _SWOLLEN:
        findings.discard(_UNCLEAR_SWELLING)
    if "kram_betis" in findings:
        findings.discard(_UNCLEAR_CRAMP)  # every rule that counts it counts the other too; said once is enough
    return decide(table, findings, person.populations)


def _comes_back(person: Person) -> bool:
    """A cramp that comes again and again, in somebody whom no disease or drug makes it more dangerous for."""
    again = "kram_sering" in person.findings or "tiap_kerja_panas" in person.contexts
    return again and "sekarang" not in person.contexts and not person.populations & _SALTS_AT_RISK


def _only_at_sport(person: Person) -> bool:
    """Cramps with sport each time and at no other, in somebody of whom nothing else is known."""
    other = person.findings.keys() - _ONLY_CRAMPS
    return "tiap_olahraga" in person.contexts and not (person.contexts & _AT_REST or person.populations or other)


def _after_a_journey(person: Person) -> bool:
    """Both feet swollen by a journey, nothing else told, in somebody who has no other reason for it."""
    plain = person.findings.keys() <= _FROM_SITTING | {"pegal_kaki"}
    return plain and "habis_perjalanan" in person.contexts and person.populations <= {"perjalanan_jauh"}


def read_alone(table: Table, mentions: tuple[Mention, ...]) -> Decision:
    """Triage of one message by itself: each person named in it apart, the most urgent counts."""
    decisions = []
    for who in {m.experiencer for m in mentions} - {ANIMAL} or {SELF}:
        turn = Turn("", "", mentions=tuple(m for m in mentions if m.experiencer == who), person=who)
        conversation, _ = remember_all(Conversation(), turn, IMPLIED)
        decisions.append(triage_of(table, conversation.people.get(who, Person())))
    return max(decisions, key=lambda decision: decision.level)
