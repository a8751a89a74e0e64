""" "Kalium 2,9 natrium 138, itu artinya apa?": every value that was told is read, the gravest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import doctor_rule
from kram.answers.likeness import repeats
from kram.dialogue.moves import says
from kram.dialogue.scene import Scene
from kram.dialogue.skills.parts import Part
from kram.dialogue.state import Asked
from kram.dialogue.things import is_over
from kram.knowledge.model import Hit, Need
from kram.knowledge.place import Place
from kram.knowledge.things import Reading
from kram.knowledge.wording import sentences
from kram.language.model import Kind
from kram.triage.model import Level

_MOST = 2
_SAYS_IT = 0.6
_SURE = 1.0


def readings(scene: Scene) -> tuple[Reading, ...]:
    """The values that a message tells, the gravest first, those within the usual range last."""
    found = [
        one for one in scene.base.things.readings_in(scene.turn.normalized.split()) if not is_over(scene, one.value)
    ]
    return tuple(sorted(found, key=lambda one: (one.value.usual, -_level(scene, one).rank)))


def of_values(scene: Scene, asked: Asked | None = None) -> Part | None:
    """What the values of a message mean, None when none was told or the question is about something else.

    Args:
        scene: the turn.
        asked: one of its questions; by default the message asks nothing, and only tells them.
    """
    found = readings(scene)
    if not found or (asked is not None and not _asks_their_meaning(scene, asked)):
        return None
    unusual = [one for one in found if not one.value.usual][:_MOST]
    told = unusual or list(found[:1])
    texts = [_text(scene, one.value.place) for one in told]
    if len(unusual) > 1:  # the second one shorter: what is said of both stands in the first
        texts[1:] = [sentences(text)[0] for text in texts[1:]]
    usual = [one for one in found if one.value.usual and one not in told]
    if usual:
        named = [f"{one.name[:1].upper()}{one.name[1:]} {one.figure}" for one in usual]
        listed = " dan ".join([", ".join(named[:-1]), named[-1]] if named[1:] else named)
        texts.append(scene.phrase("hasil_normal", daftar=listed))
    behind = tuple(dict.fromkeys(e for one in (*told, *usual) for e in _behind(scene, one.value.place)))
    place = told[0].value.place
    return Part(
        Need.DEFINITION, Block(BlockKind.TEXT, " ".join(texts), entry=place[0], evidence=behind), Hit(*place, _SURE)
    )


def without_later_date(scene: Scene, told: Sequence[str]) -> Scene:
    """The scene without the rule that sets a date for a doctor, where a value sets its own or the answer says it.

    Args:
        scene: the turn.
        told: what the answer says already.
    """
    rule = doctor_rule(scene.decision)
    if rule is None:
        return scene
    unusual = any(not one.value.usual for one in readings(scene))
    said = unusual or repeats(rule.say, " ".join(told), share=_SAYS_IT)
    return replace(scene, decision=replace(scene.decision, rules=())) if said else scene


def _level(scene: Scene, one: Reading) -> Level:
    """How soon a value calls for a doctor by itself."""
    told = frozenset({one.value.finding})
    return max((rule.level for rule in scene.base.triage.rules if rule.used(told)), default=Level.NONE)


def _asks_their_meaning(scene: Scene, asked: Asked) -> bool:
    """Whether a question asks what was measured, and names nothing else."""
    table, asking = scene.base.things, scene.base.asking
    if not says(asked.text, table.meaning):
        return False
    words = asked.text.split()
    measured = {i for one in table.named_in(words) if one.thing.values for i in range(one.start, one.end)}
    if any(not one.thing.values for one in table.named_in(words)):
        return False
    told = {word for m in scene.turn.of(Kind.FINDING, asserted=False) for word in m.text.lower().split()}
    empty = asking.empty | asking.anywhere | asking.last | asking.oneself | asking.complaining | asking.pointing_beside
    empty = empty | table.empty | table.meaning | scene.base.talk.joining | scene.base.talk.called | told
    return not any(i not in measured and word not in empty and not word[:1].isdigit() for i, word in enumerate(words))


def _text(scene: Scene, place: Place) -> str:
    return scene.base.entry(place[0]).point(place[1]).text.format(**scene.base.numbers)


def _behind(scene: Scene, place: Place) -> tuple[str, ...]:
    return scene.base.entry(place[0]).point(place[1]).behind
