""" "Udah mendingan. Kenapa ya bisa gitu?": glad first, then what is asked."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import say
from kram.dialogue.asked import ASKED_OF_ONESELF, weighed
from kram.dialogue.moves import is_relieved, says
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.needs import tell
from kram.dialogue.skills.questions import tell_point, unfit
from kram.knowledge.model import Hit, Need
from kram.triage.model import Level

_IN_CRAMP = frozenset({"sekarang", "sesudah"})
_GOOD_NEWS = frozenset({"lapor_membaik", "terima_kasih", "pamit"})
_LETS_NOT_GO = "kram_lebih"


def of_relief(scene: Scene) -> Skill | None:
    """What answers news of relief that asks or fears something; None when it is just good news, or none."""
    turn, talk = scene.turn, scene.base.talk
    if turn.intent in _GOOD_NEWS and not scene.asks and says(turn.normalized, talk.gone_for_good):
        return _gone_for_good
    if turn.remedies or not is_relieved(turn.normalized, talk):
        return None
    if says(turn.normalized, talk.dreads):
        return lambda s: _gladly(s, "reda_takut_kambuh", tell(_let_go(s), Need.PREVENTION))
    if turn.intent != "lapor_membaik" or not scene.asks:
        return None
    if (hit := _asked(scene)) is not None:
        return lambda s: _gladly(s, "reda_syukur", tell_point(_let_go(s), hit, alone=True))
    if wished := scene.wishes_besides(Need.GENERAL):
        return lambda s: _gladly(s, "reda_syukur", tell(_let_go(s), wished[0]))
    return None


def _gone_for_good(scene: Scene) -> Outcome:
    """ "Makasih, udah ga kambuh lagi sejak rajin stretching": glad, and how it stays so; nothing else."""
    answer = say(scene.base, scene.phrase("membaik_tuntas"), level=Level.MANDIRI, buttons=("cegah", "cek"))
    answer = replace(answer, sources=scene.base.sources_of(["CE13"]), evidence=("CE13",))
    let_go = _let_go(scene).conversation
    return Outcome(answer, replace(let_go, misses=0))


def _asked(scene: Scene) -> Hit | None:
    """The point that its question is about, when it is near enough."""
    asked = scene.turn.asked[-1:] if scene.turn.asked else ()
    near = (hit for question in asked for hit in weighed(scene, question.hits))
    fitting = (h for h in near if not unfit(scene, scene.base.entry(h.entry).point(h.point)))
    first = next(fitting, None)
    return first if first is not None and first.score >= ASKED_OF_ONESELF else None


def _let_go(scene: Scene) -> Scene:
    """The same turn without the cramp that has let go; why it came is asked of cramps, not of being sore."""
    person = scene.conversation.person
    kept = {k: v for k, v in person.findings.items() if not k.startswith(_LETS_NOT_GO)}
    person = replace(person, findings=kept, contexts=person.contexts - _IN_CRAMP)
    return replace(scene, conversation=scene.conversation.with_person(scene.conversation.focus, person))


def _gladly(scene: Scene, phrase: str, outcome: Outcome) -> Outcome:
    blocks = (Block(BlockKind.TEXT, scene.phrase(phrase)), *outcome.answer.blocks)
    return replace(outcome, answer=replace(outcome.answer, blocks=blocks))
