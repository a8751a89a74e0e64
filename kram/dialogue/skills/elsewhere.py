"""Another part of the body, or another matter: one honest short answer that says where to turn."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import say
from kram.dialogue.asked import ranked
from kram.dialogue.elsewhere import Reading, read_elsewhere
from kram.dialogue.moves import goes_on, says
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.questions import tell_point
from kram.dialogue.skills.read_back import with_room
from kram.dialogue.state import Asked, Conversation, LastAnswer, Person
from kram.dialogue.story import is_past
from kram.knowledge.elsewhere import Place
from kram.knowledge.model import Hit
from kram.language.model import Kind
from kram.triage.model import Level

MENU = ("sekarang", "penyebab", "cegah")
_ELSEWHERE = frozenset({"keluhan_lain", "luar_topik"})
_RUDE = "kasar"
_LACKING = ("kurang ", "kekurangan ")
_PLAINLY = 0.3
_BEST = 3
_OF_OURS = 0.28
_SURELY_OF_OURS = 0.4
_OF_A_REMEDY = "remedi"
_LONG_STORY = 30
_OF_THE_LEG = ("kram_betis", "nyeri_kaki", "nyeri_betis", "nyeri_saat_jalan", "bengkak", "kram_lebih")
_PERHAPS_OF_THE_LEG = ("kram_", "nyeri_", "pegal", "kesemutan", "kebas", "bengkak")


def elsewhere(scene: Scene, before: Conversation) -> Skill | None:
    """The skill for a message that complains of something else than the leg; None when the leg is meant, too.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    reading = _reading(scene)
    place = reading.place
    if place is None or reading.leg or scene.turn.intent == _RUDE or _tells_of_leg(scene, reading):
        return None
    hit = _answered(scene, place)
    if hit is not None and hit.entry in place.entries:
        return lambda s: tell_point(s, hit)
    if _is_ours(scene, before, reading, place) and (hit is None or _asks_of_ours(scene, place)):
        return None
    return lambda s: _forgetting(where_to_turn(s, place, hit), before)


def elsewhere_announced(scene: Scene) -> Skill | None:
    """ "Oot dok, rambut saya rontok": another matter that is announced gets no answer about cramps."""
    reading = _reading(scene)
    ours = (
        reading.leg
        or reading.cramped
        or any(m.text != scene.turn.text for m in scene.turn.of(Kind.FINDING, asserted=False))
    )
    topic = any(not scene.base.entry(m.value).is_situation for m in scene.turn.of(Kind.TOPIC, asserted=False))
    if ours or not says(scene.turn.normalized, scene.base.talk.switching):
        return None
    place = reading.place or reading.named
    if place is not None:
        return lambda s: where_to_turn(s, place)
    if topic or _answers_surely(scene):
        return None  # "nanya lain, magnesium boleh?": another question of ours
    return lambda s: Outcome(say(s.base, s.phrase("ganti_topik"), buttons=MENU), replace(s.conversation, misses=0))


def _answers_surely(scene: Scene) -> bool:
    return any(hit.score >= _OF_OURS for hit in scene.turn.hits[:1])


def where_to_turn(scene: Scene, place: Place, hit: Hit | None = None) -> Outcome:
    """One answer about that place: that it is not ours, where to turn, and when to hurry.

    Args:
        scene: the turn.
        place: what it is about.
        hit: the point that tells the same at length.
    """
    text = scene.base.phrases[_phrase(scene, place)].format(nama=place.name, arah=place.where)
    blocks = [Block(BlockKind.TEXT, text, evidence=place.evidence)]
    if place.urgent:
        blocks.append(Block(BlockKind.TEXT, place.urgent, evidence=place.evidence))
    level = scene.decision.level if scene.decision.level >= Level.DOKTER else Level.NONE
    sources = scene.base.sources_of(place.evidence)
    answer = replace(say(scene.base, level=level, buttons=MENU), blocks=tuple(blocks))
    answer = replace(answer, evidence=place.evidence, sources=sources, topics=(hit.entry,) if hit else ())
    conversation = replace(scene.conversation, misses=0, pending="")
    if not conversation.last.entries:
        conversation = replace(conversation, last=LastAnswer(sources=sources, evidence=place.evidence))
    return Outcome(answer, conversation)


def named_place(scene: Scene) -> Place | None:
    """What a message that is none of ours names, be it without a complaint ("leher", when asked where)."""
    reading = _reading(scene)
    return None if reading.leg else reading.place or reading.named


def cramps_beside(scene: Scene) -> bool:
    """Whether a leg is named with a cramp or its like, whatever the message was taken for."""
    return _reading(scene).cramped


def of_the_leg_alone(scene: Scene) -> Scene:
    """The scene without the questions that are about another part only.

    "Aman ga asam mefenamat buat saya yang punya maag?" is about the remedy, not about the stomach.
    """

    def is_ours(one: Asked) -> bool:
        return bool(replace(scene.turn, asked=(one,)).remedies) or not _is_elsewhere(scene, one.text)

    asked = tuple(one for one in scene.turn.asked if is_ours(one))
    return scene if asked == scene.turn.asked else replace(scene, turn=replace(scene.turn, asked=asked))


def with_the_other(scene: Scene, outcome: Outcome) -> Outcome:
    """An answer about the leg with one line on the other complaint of the message."""
    reading = _reading(scene)
    place = reading.place
    if place is None or not reading.leg or reading.joined or place.alone or place.part_of_story:
        return outcome
    if scene.decision.level.urgent or not outcome.answer.topics or (place.entries & set(outcome.answer.topics)):
        return outcome
    if scene.turn.remedies and says(scene.turn.normalized, scene.base.elsewhere.effects):
        return outcome
    if _merely_told(scene, place):
        return outcome
    line = scene.phrase("tubuh_lain_juga" if place.bodily else "urusan_juga", nama=place.name, arah=place.where)
    blocks = list(outcome.answer.blocks)
    at = len(blocks) - 1 if blocks and blocks[-1].kind is BlockKind.SOURCES else len(blocks)
    blocks.insert(at, Block(BlockKind.TEXT, line, evidence=place.evidence))
    fitted = with_room(blocks)
    if fitted is None:
        return outcome
    answer = replace(outcome.answer, blocks=tuple(fitted))
    last = outcome.conversation.last
    if last.blocks == outcome.answer.blocks:
        last = replace(last, blocks=answer.blocks)
    return Outcome(answer, replace(outcome.conversation, last=last))


def _merely_told(scene: Scene, place: Place) -> bool:
    """Whether a long story names the other matter aside from all that it asks ("anak yang kecil tumbuh gigi")."""
    asked = scene.turn.asked
    if not asked or len(scene.turn.normalized.split()) < _LONG_STORY:
        return False
    return not any(read_elsewhere(one.text, scene.base.elsewhere).place == place for one in asked)


def _reading(scene: Scene) -> Reading:
    return read_elsewhere(scene.turn.normalized, scene.base.elsewhere)


def _is_elsewhere(scene: Scene, text: str) -> bool:
    reading = read_elsewhere(text, scene.base.elsewhere)
    return reading.place is not None and not reading.leg


def _tells_of_leg(scene: Scene, reading: Reading) -> bool:
    """Whether the reader found a sign of the leg, though no word of mine names one; a leg that is well tells none."""
    return not (reading.well or reading.tied) and any(
        m.value.startswith(_OF_THE_LEG) for m in scene.turn.of(Kind.FINDING)
    )


def _is_ours(scene: Scene, before: Conversation, reading: Reading, place: Place) -> bool:
    """Whether it is part of a story about a leg, or what a remedy did."""
    turn = scene.turn
    if scene.change.populations and before.last.entries and not scene.asks:
        return True  # "saya punya maag" behind an answer changes what that answer may advise
    if goes_on(before) and is_past(scene):
        return True  # "dulu pernah operasi usus buntu"
    if place.part_of_story and goes_on(before) and not (scene.asks and turn.intent in _ELSEWHERE):
        return True
    if place.not_of_remedies and _remedy_before(scene, reading.at):
        return True
    taken = turn.remedies or before.last.remedies
    lacking = any(says(turn.normalized, one.names) for one in scene.base.suspicions.known if _is_lack(one.names))
    if place.bodily and taken and not lacking and says(turn.normalized, scene.base.elsewhere.effects):
        return True
    if place.bodily and _asks_of_ours(scene, place):
        return True
    return place.by_topic and bool(place.entries & {m.value for m in turn.of(Kind.TOPIC, asserted=False)})


def _asks_of_ours(scene: Scene, place: Place) -> bool:
    """Whether a point of ours is plainly asked; a question about a massage or a painkiller tells nothing of where."""
    best = next(iter(scene.turn.hits), None)
    if best is None or best.score < _OF_OURS:
        return False
    general, named = scene.base.elsewhere.general, set(scene.turn.remedies)
    entry = scene.base.entry(best.entry)
    told = {*entry.remedies, *entry.point(best.point).remedies}
    if best.score >= _SURELY_OF_OURS and set(scene.turn.named_remedies) & told:
        return True  # "cuka apel berapa sendok, takut perut perih"
    if entry.kind == _OF_A_REMEDY and not scene.turn.named_remedies and best.score < _SURELY_OF_OURS:
        return False  # "kembung, obat maag apa?" asks for no medicine against cramps
    return place.not_of_remedies or not (told & general or (named and named <= general))


def _is_lack(names: Set[str]) -> bool:
    """ "kurang vitamin B": whoever asks that took none."""
    return any(name.startswith(_LACKING) for name in names)


def _remedy_before(scene: Scene, at: int) -> bool:
    """Whether a remedy is named before the complaint, which may be what it did ("minum magnesium, perut mulas")."""
    starts = [m.start for m in scene.turn.mentions if m.kind is Kind.REMEDY]
    return any(len(scene.turn.text[:start].split()) < at for start in starts)


def _answered(scene: Scene, place: Place) -> Hit | None:
    """The point of ours that answers it all the same ("nyeri haid, obatnya apa?")."""
    if place.by_topic:
        return None
    near = (hit for hit in ranked(scene)[:_BEST] if hit.score >= _PLAINLY)
    return next((hit for hit in near if place.entries & {hit.entry, f"{hit.entry}/{hit.point}"}), None)


def _phrase(scene: Scene, place: Place) -> str:
    """Name of the sentence that answers; what is asked about a cure is answered first."""
    if not place.bodily:
        return "urusan_lain"
    if says(scene.turn.normalized, scene.base.elsewhere.massages):
        return "tubuh_lain_pijat"
    asks_cure = scene.turn.remedies or says(scene.turn.normalized, scene.base.elsewhere.cures)
    return "tubuh_lain_obat" if asks_cure else "tubuh_lain"


def _forgetting(outcome: Outcome, before: Conversation) -> Outcome:
    """The outcome, its memory without what was taken for a sign of the leg."""
    after = outcome.conversation
    was = before.people.get(after.focus, Person())
    kept = {
        finding: words
        for finding, words in after.person.findings.items()
        if finding in was.findings or not finding.startswith(_PERHAPS_OF_THE_LEG)
    }
    person = replace(after.person, findings=kept, contexts=was.contexts)
    return replace(outcome, conversation=after.with_person(after.focus, person))
