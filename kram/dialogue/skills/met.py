"""Openers, circumstances and moods: met with a warm word, and with what is of use for the complaint in hand."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.answer import MAX_CHARACTERS, Block, BlockKind, block_text
from kram.answers.compose import button, doctor_rule, say
from kram.dialogue.asked import ranked
from kram.dialogue.choose import choose_entries, complaints, tells_cramp
from kram.dialogue.moves import goes_on
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.facts import facts, next_item, remembering
from kram.dialogue.skills.needs import tell, to_be_checked
from kram.dialogue.skills.objections import puts_off
from kram.dialogue.skills.questions import point_block, tell_point
from kram.dialogue.skills.read_back import with_room
from kram.dialogue.state import Conversation
from kram.dialogue.story import (
    OF_A_LIFE,
    cares_for_somebody,
    is_past,
    known_after_all,
    mood_of,
    opens_talk,
    substance_asked,
    tells_circumstance,
)
from kram.knowledge.model import Need
from kram.knowledge.stories import Mood
from kram.language.model import Kind
from kram.triage.model import Level

_MENU = ("sekarang", "penyebab", "cegah", "cek")
_TELLING = 0.25
_ASKED = "keluhan"
_OF_SPORT = "olahraga"
_FEARS = "bahaya"
_ALONE = "malam"
_ALONE_AT_NIGHT = ("sendiri-dan-takut-malam", "sendirian-malam")
_WORN_OUT = ("sendiri-dan-takut-malam", "merawat-sampai-lelah")
_TO_TALK_TO = "jiwa"
_LEG_CRAMPS = frozenset({"kram_betis", "kram_tak_jelas", "kram_sering"})


def story_of(scene: Scene, before: Conversation) -> Skill | None:
    """The skill for an opener, an objection, a mood, a circumstance, or a question of ours taken for another matter.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    if opens_talk(scene.turn.normalized, scene.base.stories, scene.base.elsewhere):
        return _open
    if (later := puts_off(scene, before)) is not None:
        return later
    if (met := mood_of(scene, before)) is not None and met[1]:
        return lambda s: _comfort(s, met[0], before)
    if (hit := substance_asked(scene)) is not None or (hit := known_after_all(scene)) is not None:
        return lambda s: tell_point(s, hit)
    if (
        before.pending == _ASKED
        and scene.turn.intent == "tolak"
        and not scene.turn.mentions
        and not before.last.entries
    ):
        return _nothing_yet
    if tells_circumstance(scene, before):
        if is_past(scene) and scene.change.findings:
            return lambda s: facts(_without_new(s))
        return facts if goes_on(before) else _ask_about_legs
    return None


def with_mood(scene: Scene, before: Conversation, outcome: Outcome) -> Outcome:
    """The answer with one warm sentence in front, where the writer tells how hard it is beside what they ask."""
    met = mood_of(scene, before)
    if met is None or met[1] or not outcome.answer.topics or scene.decision.level.urgent:
        return outcome
    warm = Block(BlockKind.TEXT, scene.phrase(met[0].phrase))
    if sum(len(block_text(b)) + 2 for b in (warm, *outcome.answer.blocks)) > MAX_CHARACTERS:
        return outcome
    return replace(outcome, answer=replace(outcome.answer, blocks=(warm, *outcome.answer.blocks)))


def _open(scene: Scene) -> Outcome:
    """ "mau tanya soal betis": go on, please; with the usual help when a cramp is named."""
    if scene.conversation.last.entries:
        answer = say(scene.base, scene.phrase("pembuka_lagi"), buttons=_MENU)
        return Outcome(replace(answer, level=scene.decision.level), replace(scene.conversation, misses=0))
    warm = Block(BlockKind.TEXT, scene.phrase("pembuka_ajak"))
    if tells_cramp(scene.base, scene.turn) or complaints(scene.base, scene.turn):
        told = tell(scene, Need.GENERAL)
        fitted = with_room([warm, *told.answer.blocks])
        return replace(told, answer=replace(told.answer, blocks=tuple(fitted))) if fitted else told
    answer = replace(say(scene.base, buttons=_MENU), blocks=(warm,))
    return Outcome(answer, replace(scene.conversation, misses=0, pending="keluhan"))


def _ask_about_legs(scene: Scene) -> Outcome:
    """ "habis nyetir 12 jam": a story may begin so; what is known of that, and what the legs say is asked."""
    noted = Block(BlockKind.TEXT, scene.phrase("keadaan_catat"))
    asked = Block(BlockKind.TEXT, scene.phrase("keadaan_tanya"))
    about, topics = _about(scene)
    blocks = (noted, *about, asked)
    evidence = tuple(dict.fromkeys(e for block in blocks for e in block.evidence))
    answer = replace(say(scene.base, level=scene.decision.level, buttons=_MENU), blocks=blocks, topics=topics)
    answer = replace(answer, evidence=evidence, sources=scene.base.sources_of(evidence))
    return Outcome(answer, replace(scene.conversation, misses=0, pending="keluhan"))


def _nothing_yet(scene: Scene) -> Outcome:
    """ "belum kerasa apa-apa" when the legs were asked about."""
    answer = say(scene.base, scene.phrase("keadaan_nihil"), buttons=_MENU)
    return Outcome(answer, replace(scene.conversation, misses=0, pending=""))


def _without_new(scene: Scene) -> Scene:
    """The scene without the signs of what was: a broken hand a year ago is no injured leg."""
    gone = scene.change.findings - OF_A_LIFE
    person = scene.conversation.person
    person = replace(person, findings={k: v for k, v in person.findings.items() if k not in gone})
    conversation = scene.conversation.with_person(scene.conversation.focus, person)
    mentions = tuple(m for m in scene.turn.mentions if m.value not in gone)
    change = replace(scene.change, findings=scene.change.findings - gone)
    return replace(scene, conversation=conversation, turn=replace(scene.turn, mentions=mentions), change=change)


def _about(scene: Scene) -> tuple[list[Block], tuple[str, ...]]:
    """What is known of such a circumstance, and the entries that know it."""
    entry = choose_entries(scene.base, Need.GENERAL, scene.turn, scene.person)[0]
    told = {m.value for kind in (Kind.CONTEXT, Kind.FINDING) for m in scene.turn.of(kind)}
    people = scene.turn.of(Kind.POPULATION)  # who was long on the way is told to look for a swollen leg
    if entry.is_situation and _OF_SPORT not in entry.contexts and told & (entry.contexts | entry.findings):
        text = entry.opening(Need.GENERAL if people else Need.PREVENTION).format(**scene.base.numbers)
        return [Block(BlockKind.TEXT, text, entry=entry.id, evidence=entry.evidence)], (entry.id,)
    best = next(iter(ranked(scene)), None)
    if best is None or best.score < _TELLING:
        return [], ()
    known = scene.base.entry(best.entry)
    return [point_block(scene, known, known.point(best.point))], (known.id,)


def _comfort(scene: Scene, mood: Mood, before: Conversation) -> Outcome:
    """One warm sentence, and one useful thing; who tells of no complaint is asked for it."""
    warm = Block(BlockKind.TEXT, scene.phrase(mood.phrase))
    last, findings = scene.conversation.last, scene.conversation.person.findings
    if not goes_on(before) and not cares_for_somebody(scene):
        answer = say(scene.base, scene.phrase("tanya_rasa"), buttons=_MENU)
        answer = replace(answer, blocks=(warm, *answer.blocks))
        return Outcome(answer, replace(scene.conversation, misses=0, pending="keluhan"))
    blocks = [warm, _for_carers(scene) if cares_for_somebody(scene) else _useful(scene, mood)]
    rule = doctor_rule(scene.decision)
    heard = last.told
    if rule is not None and not any(rule.say in text for text in (*heard, blocks[1].text)):
        blocks.append(Block(BlockKind.TEXT, rule.say, entry=rule.id, evidence=rule.evidence))
    if mood.to_talk and not cares_for_somebody(scene):
        place = next(one for one in scene.base.elsewhere.places if one.id == _TO_TALK_TO)
        blocks.append(Block(BlockKind.TEXT, scene.phrase("suasana_cerita"), evidence=place.evidence))
    evidence = tuple(dict.fromkeys(e for block in blocks for e in block.evidence))
    answer = replace(
        say(scene.base, level=max(scene.decision.level, Level.MANDIRI)),
        blocks=tuple(blocks),
        topics=last.entries or (("kram-umum",) if _LEG_CRAMPS & findings.keys() else ()),
        sources=scene.base.sources_of(evidence),
        evidence=evidence,
        buttons=tuple(button(scene.base, name) for name in ("cek", "redakan", "dokter")),
    )
    return remembering(Outcome(answer, replace(scene.conversation, misses=0, pending="")), *(b.text for b in blocks))


def _for_carers(scene: Scene) -> Block:
    entry, name = _WORN_OUT
    point = scene.base.entry(entry).point(name)
    return Block(BlockKind.TEXT, point.text, entry=entry, evidence=point.behind)


def _useful(scene: Scene, mood: Mood) -> Block:
    """What helps somebody who feels so: how dangerous it is, what to do alone, or one step that was not told."""
    if mood.step == _ALONE and _LEG_CRAMPS & scene.conversation.person.findings.keys():
        entry, name = _ALONE_AT_NIGHT
        point = scene.base.entry(entry).point(name)
        return Block(BlockKind.TEXT, point.text, entry=entry, evidence=point.behind)
    need = Need.DANGER if mood.step == _FEARS else Need.RELIEF
    lead = choose_entries(scene.base, need, scene.turn, scene.person)[0]
    if mood.step != _FEARS and (item := next_item(scene)) is not None:
        return Block(
            BlockKind.TEXT, scene.phrase("satu_langkah", langkah=item.text), entry=lead.id, evidence=item.evidence
        )
    if (checked := to_be_checked(scene, need, lead)) is not None:
        return checked
    return Block(BlockKind.TEXT, lead.opening(need).format(**scene.base.numbers), entry=lead.id, evidence=lead.evidence)
