"""The answer when something is urgent: what to do, why, what not to do. No remedies."""

from __future__ import annotations

from collections.abc import Sequence

from kram.answers.answer import Answer, Block, BlockKind
from kram.answers.compose import Recipient, button
from kram.knowledge.model import KnowledgeBase
from kram.language.model import SELF
from kram.triage.model import Decision, Level, Rule

_OPENING = {
    "telepon_119": "darurat_pembuka_119",
    "igd_sekarang": "darurat_pembuka_igd",
    "dokter_24jam": "segera_pembuka",
    "unit_cuci_darah": "segera_pembuka_hd",
}
_MAX_NAMED = 3
# What somebody felt beside the danger is named behind it; what a more certain sign says, not at all.
_BESIDE = frozenset({"kram_betis", "kram_sering", "kram_tak_jelas", "pegal_kaki", "nyeri_kaki", "olahraga_berat"})
_SAID_BY = {
    "nyeri_kaki": frozenset({"nyeri_betis_menetap", "nyeri_sangat_hebat", "nyeri_saat_jalan"}),
    "kram_lebih_10_menit": frozenset({"kram_lebih_1_jam"}),
    "kram_tak_jelas": frozenset({"kram_betis"}),
    "kebas_menetap": frozenset({"kebas_selangkangan", "mati_rasa_baru"}),
    "kesemutan_ringan": frozenset({"kebas_selangkangan", "mati_rasa_baru"}),
    "kaki_dingin_pucat_biru": frozenset({"kaki_mendadak_dingin"}),
    "sakit_kepala_hebat": frozenset({"sakit_kepala_mendadak"}),
    "obat_kelebihan": frozenset({"telan_obat"}),
}
_MAX_AVOID = 3
_SAFETY_TOPIC = "tanda-bahaya"


def urgent_answer(
    base: KnowledgeBase,
    decision: Decision,
    person: Recipient,
    *,
    again: bool = False,
    named: str = "",
    reply: str = "",
    reply_evidence: Sequence[str] = (),
    refused: Sequence[Block] = (),
) -> Answer:
    """Compose the urgent answer.

    Args:
        base: the knowledge base.
        decision: a decision of level ``segera`` or ``darurat``.
        person: who is in danger.
        again: it was said before; say so, calmly.
        named: the danger in other words than those of its findings ("" to use theirs).
        reply: what the person asked or wants, answered in one sentence, "" for nothing.
        reply_evidence: what is behind the reply.
        refused: the answers to what was asked beside it, a no above all, told behind the reason.

    Raises:
        ValueError: the decision is not urgent.
    """
    rule = decision.lead
    if rule is None or not decision.level.urgent:
        raise ValueError(f"an urgent decision, not {decision.level.value}")
    phrases = base.phrases
    opening = action_line(base, decision)
    if reply or again:
        opening = f"{reply or phrases['mendesak_ulang']} {opening}"
    same_level = [r for r in decision.rules if r.level is decision.level]
    blocks = [
        Block(BlockKind.ALERT, opening, entry=rule.id, evidence=(*rule.evidence, *reply_evidence)),
        Block(BlockKind.TEXT, _reason(base, rule, decision, person, named), entry=rule.id, evidence=rule.evidence),
        *refused,
        Block(BlockKind.TEXT, rule.say, entry=rule.id, evidence=rule.evidence),
    ]
    avoid = _sentences([r.avoid for r in same_level])
    if avoid and not again:
        evidence = tuple(dict.fromkeys(e for r in same_level for e in r.evidence))
        blocks.append(Block(BlockKind.WARNING, " ".join(avoid), entry=rule.id, evidence=evidence))
    if decision.level is Level.DARURAT and not again:
        blocks.append(Block(BlockKind.TEXT, phrases["mendesak_bpjs"], evidence=("CE90",)))
    evidence = tuple(dict.fromkeys(e for block in blocks for e in block.evidence))
    sources = base.sources_of(evidence)
    behind = (*rule.evidence, *reply_evidence, *(e for block in refused for e in block.evidence))
    shown = ", ".join(dict.fromkeys(base.sources[s].short for s in base.sources_of(behind)))
    blocks.append(Block(BlockKind.SOURCES, phrases["sumber"].format(daftar=shown)))
    return Answer(
        level=decision.level,
        blocks=tuple(blocks),
        buttons=(button(base, "nomor"), button(base, "salah_tulis"), button(base, "orang_lain")),
        topics=(_SAFETY_TOPIC, *_situations_of(base, person)),
        sources=sources,
        kb_version=base.version,
        evidence=evidence,
    )


def _situations_of(base: KnowledgeBase, person: Recipient) -> list[str]:
    """Entries about this kind of person; the answer is about their situation too."""
    fitting = [e for e in base.entries.values() if e.populations & person.populations]
    return [e.id for e in sorted(fitting, key=lambda e: -e.priority)]


def action_line(base: KnowledgeBase, decision: Decision) -> str:
    """What to do first; the call for an ambulance as soon as any rule that fired asks for it."""
    lead = decision.lead
    if lead is None:
        return ""
    calls = any(rule.action == "telepon_119" for rule in decision.rules)
    return base.phrases[_OPENING["telepon_119" if calls else lead.action]]


def _reason(base: KnowledgeBase, rule: Rule, decision: Decision, person: Recipient, told: str) -> str:
    """ "Karena Anda menyebut sesak napas dan betis bengkak. ..." in the person's own findings.

    A row that says what to read back is told with that, and with one more: "banjir" beside three signs.
    """
    alike = [r for r in decision.rules if r.level is rule.level]
    used = {f for r in alike for f in r.used(decision.findings)}
    used -= {general for general, certain in _SAID_BY.items() if used & certain}
    leading = rule.used(decision.findings)
    first = [n for n in rule.named if n in person.findings | decision.findings | person.populations]
    first = [n for n in first if not _SAID_BY.get(n, frozenset()) & {*first, *used}]
    named = sorted(used, key=lambda f: (f in _BESIDE, f not in leading, f))
    named += [p for r in alike for p in sorted(r.populations & person.populations)]
    named = first if len(first) > 1 else [*first, *named]
    spoken = list(dict.fromkeys(base.names[n].spoken for n in named))[: _MAX_NAMED + (len(first) > 1)]
    listed = " dan ".join([", ".join(spoken[:-1]), spoken[-1]]) if len(spoken) > 1 else "".join(spoken)
    told = told or listed
    if person.who != SELF:
        told = base.phrases["mendesak_orang"].format(temuan=told, siapa=base.phrases[f"siapa_{person.who}"])
    return base.phrases["mendesak_alasan"].format(siapa=base.phrases["siapa_diri"], temuan=told, kenapa=rule.why)


def _sentences(texts: Sequence[str]) -> list[str]:
    """The first few different sentences of several texts."""
    seen: dict[str, str] = {}
    for text in texts:
        for sentence in text.replace("! ", ". ").split(". "):
            clean = sentence.strip().rstrip(".")
            if clean:
                seen.setdefault(clean.lower(), f"{clean}.")
    return list(seen.values())[:_MAX_AVOID]
