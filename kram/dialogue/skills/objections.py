"""What keeps somebody from going to a doctor, answered first; then what to do, all the same."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from kram.answers.answer import Answer, Block, BlockKind
from kram.answers.compose import button, doctor_rule, say, suits
from kram.answers.contraindications import suitability
from kram.answers.urgent import action_line
from kram.dialogue.ailment import asked_of_ailment
from kram.dialogue.choose import choose_entries
from kram.dialogue.moves import goes_on, says
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.needs import ORDINARY_SIGNS
from kram.dialogue.skills.remedies import answer_remedies
from kram.dialogue.state import Conversation, LastAnswer
from kram.knowledge.model import Entry, Item, Need, Section, Status
from kram.knowledge.talk import Objection
from kram.language.model import SELF, Kind
from kram.triage.model import Level, Rule

_STRETCH = "peregangan"
_PAINKILLER = "parasetamol"
_MOST_STEPS = 2
_WITHOUT_LEAD = ("kram-malam", "kram-umum")
_ENDS_IN = 8
_CAUSE_REACH = 3
_LASTS = "kram_lebih_10_menit"
_FAREWELL = "pamit"
_TALKS = frozenset({"setuju", "tolak", "pamit", "luar_topik", "batal", "terima_kasih", "nlu_fallback", "orang_lain"})
_ASKS_RELIEF = frozenset({"tanya_redakan", "lapor_belum_reda"})


def objection(scene: Scene, *, milder: bool = False, at_once: bool = False) -> Objection | None:
    """What keeps somebody from going, None when nothing does.

    Args:
        scene: the turn.
        milder: where a doctor should look within days only.
        at_once: only what is answered in the first urgent answer, too.
    """
    words = scene.turn.normalized.split()
    if at_once:
        # What the first message ends in is wanted; "awalnya saya kira hilang sendiri" in the middle of it is not.
        words = _without_causes(words[-_ENDS_IN:], scene.base.talk.guessed_causes)
    bare = [word for word in words if word not in scene.base.stories.particles]
    texts = (" ".join(words), " ".join(bare))
    another = scene.conversation.focus != SELF

    def holds(one: Objection) -> bool:
        if one.of_another:
            return another and says(scene.turn.normalized, one.words)
        return any(says(text, one.words) for text in texts)

    told = (one for one in scene.base.talk.objections if holds(one))
    return next((one for one in told if (one.milder or not milder) and (one.at_once or not at_once)), None)


def _without_causes(words: list[str], causes: Set[str]) -> list[str]:
    """The words but for the few behind one that opens a guess: "kelamaan rebahan saja" wants no rest."""
    opened = [
        i + 1 for i, word in enumerate(words) if word in causes or " ".join(words[max(0, i - 1) : i + 1]) in causes
    ]
    guessed = {i for start in opened for i in range(start, start + _CAUSE_REACH)}
    return [word for i, word in enumerate(words) if i not in guessed]


def objects(scene: Scene) -> bool:
    """Whether a message wants to wait, or tells what keeps the writer from going."""
    return says(scene.turn.normalized, scene.base.talk.waiting) or objection(scene) is not None


def reply(scene: Scene, *, again: bool, answered: bool = False) -> str:
    """One or two sentences on what somebody asks or wants while a danger stands, "" for nothing.

    Args:
        scene: the turn.
        again: the danger was told before; else only the wish to wait is answered.
        answered: what it asks about a remedy or a medicine is told beside the alarm.
    """
    if not again:
        found = objection(scene, at_once=True)
        return _said(scene, found) if found else ""
    if says(scene.turn.normalized, scene.base.talk.bringing):
        return scene.phrase("mendesak_bawa")
    found = objection(scene) if not scene.change.findings else None
    if scene.turn.remedies and not answered:
        no = _of_remedy(scene, scene.turn.remedies[0])
        beside = found is not None and (found.milder or found.at_once)
        return f"{no} {_said(scene, found)}" if no and found and beside else no
    if found:
        return _said(scene, found)
    if says(scene.turn.normalized, scene.base.talk.waiting):
        return scene.phrase("mendesak_tunggu")
    if scene.turn.intent == _FAREWELL:
        return scene.phrase("mendesak_pamit")
    if Need.DOCTOR in scene.wishes_besides(Need.GENERAL):
        return scene.phrase("mendesak_dokter")
    return ""


def _said(scene: Scene, found: Objection) -> str:
    text = scene.base.phrases[found.phrase]
    return text.format(**scene.base.numbers) if "{" in text else text


def _of_remedy(scene: Scene, remedy: str) -> str:
    name = scene.base.remedies[remedy].name
    rule = scene.decision.lead
    if rule is not None and name.split()[0].lower() in rule.say.lower():
        return ""  # the very thing that helps meanwhile
    who = scene.recipient
    bad = suitability(scene.base, remedy, who.populations, who.findings).status is Status.NO
    return scene.phrase("mendesak_remedi_jangan" if bad else "mendesak_remedi", nama=name)


def relief_beside(scene: Scene, before: Conversation) -> Skill | None:
    """How a cramp is eased that somebody asks about while they should be seen today; not in an emergency.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    turn = scene.turn
    asks = turn.intent in _ASKS_RELIEF or Need.RELIEF in scene.wishes_besides(Need.GENERAL)
    if scene.decision.level is not Level.SEGERA:
        return None
    if _asks_for_this_minute(scene) and asks and not turn.remedies:
        return _relief
    if not before.warned or before.focus != scene.conversation.focus:
        return None
    cramps = turn.normalized.split()
    names_cramp = any(word in scene.base.elsewhere.cramps for word in cramps)
    new = scene.change.findings - ORDINARY_SIGNS or scene.change.populations
    if not asks or not names_cramp or turn.remedies or new or objection(scene, at_once=True):
        return None
    return _relief


def _asks_for_this_minute(scene: Scene) -> bool:
    """ "Kramnya ga lepas-lepas, diapain?": a cramp that lasts and nothing else: help now, and a doctor today."""
    told = {m.value for m in scene.turn.of(Kind.FINDING)}
    rule = scene.decision.lead
    return _LASTS in told and rule is not None and scene.decision.findings <= ORDINARY_SIGNS | {_LASTS}


def _relief(scene: Scene) -> Outcome:
    """What is safe for this person in one or two steps, then the reminder."""
    steps = _safe_steps(scene)
    if steps:
        text = scene.phrase("mendesak_kram", langkah=" ".join(step.text for step in steps))
        first = Block(BlockKind.TEXT, text, evidence=tuple(dict.fromkeys(e for s in steps for e in s.evidence)))
    else:
        who = scene.recipient
        cell = suitability(scene.base, _STRETCH, who.populations, who.findings).decisive[0]
        text = scene.phrase("mendesak_kram_tunggu", alasan=cell.reason)
        first = Block(BlockKind.TEXT, text, evidence=cell.evidence)
    blocks = [first, *_painkiller(scene), _reminder(scene)]
    evidence = tuple(dict.fromkeys(e for block in blocks for e in block.evidence))
    answer = replace(
        say(scene.base, level=scene.decision.level),
        blocks=tuple(blocks),
        buttons=tuple(button(scene.base, name) for name in ("nomor", "salah_tulis", "orang_lain")),
        topics=("tanda-bahaya",),
        sources=scene.base.sources_of(evidence),
        evidence=evidence,
    )
    last = LastAnswer(answer.topics, "bahaya", answer.sources, evidence=evidence)
    warned = scene.decision.level.value
    return Outcome(answer, replace(scene.conversation, last=last, warned=warned, misses=0, pending=""))


def _safe_steps(scene: Scene) -> list[Item]:
    """The first steps against a cramp, if all of them suit; half an instruction helps nobody."""
    found = choose_entries(scene.base, Need.RELIEF, scene.turn, scene.person)
    usual = [scene.base.entry(name) for name in _WITHOUT_LEAD]
    lead = next((e for e in (*found, *usual) if e.complaint is None and _steps(e)), None)
    steps = _steps(lead)[:_MOST_STEPS] if lead else []
    return steps if all(suits(scene.base, step, scene.recipient) for step in steps) else []


def _steps(entry: Entry) -> list[Item]:
    return list(entry.sections.get(Section.NOW, ()))


def _painkiller(scene: Scene) -> list[Block]:
    """What may be taken for the pain, where the stretch may not be done and nothing speaks against it."""
    who = scene.recipient
    if _safe_steps(scene):
        return []
    cell = suitability(scene.base, _PAINKILLER, who.populations, who.findings)
    if cell.status is not Status.OK:
        return []
    return [Block(BlockKind.TEXT, cell.decisive[0].reason, evidence=cell.decisive[0].evidence)]


def _reminder(scene: Scene) -> Block:
    rule = scene.decision.lead
    text = scene.phrase("mendesak_tetap_hari_ini", tindakan=action_line(scene.base, scene.decision))
    return Block(BlockKind.WARNING, text, entry=rule.id if rule else "", evidence=rule.evidence if rule else ())


def puts_off(scene: Scene, before: Conversation) -> Skill | None:
    """The skill for somebody who does not want to be seen, where a doctor should look within days.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    if scene.decision.level is not Level.DOKTER or scene.change.findings or not goes_on(before):
        return None
    if any(asked_of_ailment(scene, one.text) for one in scene.turn.asked):
        return None  # "harus ke dokter apa? pakai bpjs bisa?" puts nothing off
    found = objection(scene, milder=True)
    waits = scene.turn.intent in _TALKS and says(scene.turn.normalized, scene.base.talk.waiting)
    if len(scene.turn.asked) > 1 and not waits:
        return None  # "ke dokter apa? pakai BPJS bisa?" asks two things, and keeps nobody from going
    if found is None and not waits:
        return None
    name = found.milder if found else "tunda_nanti"
    if scene.turn.remedies:
        return lambda s: _append(s, answer_remedies(s, s.turn.remedies), _milder(s, name))
    return lambda s: _alone(s, _milder(s, name))


def _milder(scene: Scene, name: str) -> Block:
    rule = doctor_rule(scene.decision)
    text = scene.phrase("tunda_lanjut", sebab=scene.base.phrases[name], katakan=rule.say if rule else "")
    return Block(BlockKind.TEXT, " ".join(text.split()), entry=rule.id if rule else "", evidence=_behind(rule))


def _behind(rule: Rule | None) -> tuple[str, ...]:
    return rule.evidence if rule else ()


def _alone(scene: Scene, block: Block) -> Outcome:
    answer: Answer = replace(
        say(scene.base, level=scene.decision.level, buttons=("cek", "redakan", "dokter")),
        blocks=(block,),
        topics=scene.conversation.last.entries,
        sources=scene.base.sources_of(block.evidence),
        evidence=block.evidence,
    )
    return Outcome(answer, replace(scene.conversation, misses=0))


def _append(scene: Scene, outcome: Outcome, block: Block) -> Outcome:
    """The verdict on the remedy in short, then why to go all the same."""
    blocks = (*outcome.answer.blocks[:1], block)
    evidence = tuple(dict.fromkeys(e for one in blocks for e in one.evidence))
    answer = replace(outcome.answer, blocks=blocks, evidence=evidence, sources=scene.base.sources_of(evidence))
    return replace(outcome, answer=replace(answer, level=scene.decision.level))
