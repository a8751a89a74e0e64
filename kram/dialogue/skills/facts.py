""" "Umur 52, kerjanya sopir", "sy ada maag": a piece of the story is noted, and what it changes is told."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import button, say, suits
from kram.dialogue.asked import ranked
from kram.dialogue.choose import choose_entries
from kram.dialogue.late import tells
from kram.dialogue.moves import says
from kram.dialogue.scene import Outcome, Scene
from kram.dialogue.skills.cautions import specials
from kram.dialogue.skills.follow_up import about_the_last
from kram.dialogue.skills.needs import tell
from kram.dialogue.skills.questions import point_block, tell_point, unfit
from kram.dialogue.skills.remedies import answer_remedies
from kram.dialogue.state import ALLERGIES, Change
from kram.knowledge.model import Item, Need, Section
from kram.knowledge.talk import Meaning
from kram.language.model import Kind
from kram.triage.model import Level

_MOST = 3
_TIMES = frozenset({"malam", "pagi"})
_BARE = 4
_QUOTED = 6
_TELLING = 0.25
"""From here a point says something about the very thing that was told."""


def facts(scene: Scene) -> Outcome:
    """Note what was told; answer anew where it changes the answer, else say that the advice stands."""
    last = scene.conversation.last
    noted = Block(BlockKind.TEXT, _noted(scene))
    people = scene.change.populations
    meaning = _meaning(scene)
    if people and people <= ALLERGIES:
        return _only(scene, noted)  # what that forbids is said with every answer from now on
    if people and last.remedies:
        return _after(noted, answer_remedies(scene, last.remedies))
    if people and last.entries and last.entries[0] in scene.base.talk.related:
        hit = about_the_last(scene, last, share=0.0)
        if hit is not None:
            return _after(noted, tell_point(scene, hit, alone=True))
    hit = next(iter(ranked(scene)), None)
    denied = any(m.negated for m in scene.turn.of(Kind.POPULATION, asserted=False))
    plain = meaning is None and not people and not denied and not _is_bare(scene)
    if plain and hit is not None and hit.score >= _TELLING:
        return tell_point(scene, hit)  # "kopi 4 gelas sehari": what is known of that
    need = Need(last.need) if last.need in set(Need) and last.need != Need.ALLOWED.value else Need.GENERAL
    entries = choose_entries(scene.base, Need.GENERAL, scene.turn, scene.person)
    level = max(scene.decision.level, Level.MANDIRI)
    when = {m.value for m in scene.turn.of(Kind.CONTEXT)}
    only_when = when <= _TIMES and says(scene.turn.normalized, scene.base.stories.straining)  # "jualan dari subuh"
    anew = bool(people or not only_when) and _leads_anew(scene, entries[0].id)
    if not scene.conversation.warned and not _is_told_enough(scene) and anew:
        return _after(noted, tell(scene, need, entries=entries))
    blocks = [noted]
    rule = scene.decision.lead
    heard = any(rule.say in text for text in last.told) if rule else True
    if rule is not None and scene.decision.level is Level.DOKTER and not heard:
        blocks.append(Block(BlockKind.TEXT, f"{rule.say} {rule.why}", entry=rule.id, evidence=rule.evidence))
    blocks += specials(scene, entries[0]) if people else []
    if meaning is not None and meaning.text not in last.told:
        blocks.append(meaning)
    if (
        not scene.conversation.warned and meaning is None
    ):  # what stands then is the danger, which is recalled behind this
        blocks.append(_goes_on(scene))
    evidence = tuple(dict.fromkeys(e for block in blocks for e in block.evidence))
    if meaning is not None:  # told once is enough
        last = replace(last, earlier=tuple(dict.fromkeys((*last.earlier, meaning.text))))
    answer = replace(
        say(scene.base, level=level),
        blocks=tuple(blocks),
        topics=last.entries,
        sources=scene.base.sources_of(evidence),
        evidence=evidence,
        buttons=tuple(button(scene.base, name) for name in ("cek", "redakan", "penyebab")),
    )
    told = Outcome(answer, replace(scene.conversation, last=last, misses=0, pending=""))
    return remembering(told, *(block.text for block in blocks))


def _only(scene: Scene, noted: Block) -> Outcome:
    answer = replace(say(scene.base, level=max(scene.decision.level, Level.MANDIRI)), blocks=(noted,))
    return Outcome(answer, replace(scene.conversation, misses=0, pending=""))


def remembering(outcome: Outcome, *texts: str) -> Outcome:
    """The outcome, with texts that the answer before did not hold remembered as told."""
    last = outcome.conversation.last
    if not last.entries:
        return outcome
    last = replace(last, earlier=tuple(sorted({*last.earlier, *texts})))
    return replace(outcome, conversation=replace(outcome.conversation, last=last))


def next_item(scene: Scene) -> Item | None:
    """One thing to do that suits this person and was not told yet, so that the advice goes on."""
    who, told = scene.recipient, scene.conversation.last.told
    for entry in choose_entries(scene.base, Need.GENERAL, scene.turn, scene.person)[:1]:
        for item in entry.sections.get(Section.PREVENT, ()):
            heard = any(item.text in text for text in told)
            if not heard and suits(scene.base, item, who):
                return item
    return None


def _goes_on(scene: Scene) -> Block:
    """The next thing to do, else that what was said stands."""
    item = next_item(scene)
    if item is None:
        return Block(BlockKind.TEXT, scene.phrase("saran_tetap"))
    step = scene.phrase("satu_langkah", langkah=item.text)
    return Block(BlockKind.TEXT, f"{scene.phrase('saran_tetap')} {step}", evidence=item.evidence)


def _leads_anew(scene: Scene, lead: str) -> bool:
    """Whether what was told makes another answer of it, one that was not given before."""
    last = scene.conversation.last
    if not last.entries:
        return True
    told = {m.value for kind in (Kind.FINDING, Kind.POPULATION, Kind.CONTEXT) for m in scene.turn.of(kind)}
    new = bool(told - set(last.known)) or scene.change not in {Change(), Change(taken_back=scene.change.taken_back)}
    return new and lead not in (*last.entries, *scene.conversation.led)


def _meaning(scene: Scene) -> Block | None:
    """What the knowledge base says of the very thing that was told, None when it says nothing."""
    found = _meant(scene)
    if found is None:
        return None
    entry = scene.base.entry(found.entry)
    point = entry.point(found.point)
    return None if unfit(scene, point) else point_block(scene, entry, point)


def _is_told_enough(scene: Scene) -> bool:
    """Whether what a piece means is all that it changes; a long journey that is over changes more."""
    found = _meant(scene)
    later = found is not None and (not found.ahead or says(scene.turn.normalized, found.ahead))
    return later and scene.change == Change() and bool(scene.conversation.last.entries)


def _meant(scene: Scene) -> Meaning | None:
    told = {m.value for kind in (Kind.POPULATION, Kind.CONTEXT) for m in scene.turn.of(kind)}
    words, denying = scene.turn.normalized.split(), scene.base.late.denying
    known = scene.base.talk.meanings
    fitting = (one for one in known if told & one.told or tells(words, one.phrases, denying))  # "tidak merokok" is not
    return next(fitting, None)


def _is_bare(scene: Scene) -> bool:
    """ "baru sebulan ini", "cowok": told beside the complaint, with no subject that a point could be about."""
    words, talk = scene.turn.normalized.split(), scene.base.talk
    rest = f" {scene.turn.normalized} "
    for phrase in sorted(talk.pieces, key=len, reverse=True):
        rest = rest.replace(f" {phrase} ", "  ")
    if len(words) <= _BARE and (says(scene.turn.normalized, talk.pieces) or "".join(words).isdigit()):
        return True
    return not [word for word in rest.split() if not word.isdigit()]  # "umur 41 ibu rumah tangga"


def _in_own_words(scene: Scene) -> str:
    """A short piece of the story as it was told, without what surrounds it ("dok", "sih", "iya")."""
    denying = scene.base.talk.not_yet
    empty = scene.base.asking.empty - denying
    words = [word for word in scene.turn.normalized.split() if word not in scene.base.talk.called]
    then = next((word for word in words[1:] if word not in empty), "")
    if set(words[:1]) & denying and then in denying:
        words = words[1:]  # "engga dok, ga ada sakit gula"; not "ga punya diabetes, belum pernah cek"
    while words and words[0] in empty:
        words = words[1:]
    while words and words[-1] in empty:
        words = words[:-1]
    return " ".join(words) if len(words) <= _QUOTED else ""


def _noted(scene: Scene) -> str:
    """ "Baik, saya catat: diabetes." with what was told in it, in the words of the knowledge base."""
    names, contexts = scene.base.names, scene.base.stories.contexts
    told = [names[p].spoken for p in sorted(scene.change.populations) if p in names]
    told += [names[m.value].spoken for m in scene.turn.of(Kind.POPULATION) if m.value in names]
    when = {m.value for m in scene.turn.of(Kind.CONTEXT)}
    works = says(scene.turn.normalized, scene.base.stories.straining)
    unclear = _TIMES if when >= _TIMES or works else frozenset()  # "jualan dari subuh" tells of no cramp at night
    told += [contexts[m.value] for m in scene.turn.of(Kind.CONTEXT) if m.value in contexts.keys() - unclear]
    denied = [m.value for m in scene.turn.of(Kind.POPULATION, asserted=False) if m.negated and m.value in names]
    if denied and not told and (own := _in_own_words(scene)):
        return scene.phrase("fakta_dicatat", hal=own)  # "tidak hamil"
    told += [scene.phrase("fakta_bukan", hal=names[value].spoken) for value in dict.fromkeys(denied)]
    told = list(dict.fromkeys(told))[:_MOST]
    if not told and _is_bare(scene) and (own := _in_own_words(scene)):
        return scene.phrase("fakta_dicatat", hal=own)  # "yang kanan saja"
    return scene.phrase("fakta_dicatat", hal=", ".join(told)) if told else scene.phrase("keadaan_dicatat")


def _after(noted: Block, outcome: Outcome) -> Outcome:
    return replace(outcome, answer=replace(outcome.answer, blocks=(noted, *outcome.answer.blocks)))
