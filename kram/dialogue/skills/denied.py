""" "Ga bengkak, ga merah": an answer does not ask for what was just denied, it says what to do if it comes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from kram.answers.answer import Block
from kram.dialogue.scene import Outcome, Scene
from kram.knowledge.wording import sentences
from kram.language.model import Kind

_WORD = re.compile(r"\w+")
_MEANS = 5


def without_denied(scene: Scene, outcome: Outcome) -> Outcome:
    """The answer with "Satu kaki bengkak? Periksa ..." put as something that may still come, where it was denied."""
    denied = _denied(scene)
    if not denied or scene.decision.level.urgent:
        return outcome
    blocks = tuple(_of_later(block, denied, scene) for block in outcome.answer.blocks)
    last = outcome.conversation.last
    kept = replace(last, blocks=blocks) if last.blocks == outcome.answer.blocks else last
    return Outcome(replace(outcome.answer, blocks=blocks), replace(outcome.conversation, last=kept))


def _denied(scene: Scene) -> frozenset[str]:
    """The words that name what was denied and not told of anything else; those of every leg name nothing."""
    names, turn = scene.base.names, scene.turn
    no = {m.value for m in turn.mentions if m.kind is Kind.FINDING and m.negated}
    yes = {m.value for m in turn.of(Kind.FINDING)}
    said = (m.text.lower() for m in turn.mentions if m.value in no - yes)
    words = [{w for w in _WORD.findall(text) if len(w) >= _MEANS} for text in said]
    told = [set(_WORD.findall(names[v].spoken.lower())) for v in yes if v in names]
    return frozenset[str]().union(*words).difference(*told, scene.base.asking.complaining)


def _of_later(block: Block, denied: Set[str], scene: Scene) -> Block:
    opening = scene.phrase("bila_nanti")
    return replace(block, items=tuple(if_later(item, denied, opening) for item in block.items))


def if_later(text: str, denied: Set[str], opening: str) -> str:
    """A text whose questions after denied signs are conditions.

    Args:
        text: what an answer says.
        denied: words of what was denied.
        opening: begins such a condition ("Bila nanti").
    """
    return " ".join(_reworded(sentences(text), denied, opening)) if "?" in text else text


def _reworded(said: Sequence[str], denied: Set[str], opening: str) -> Iterator[str]:
    place = 0
    while place < len(said):
        asked = place
        while asked < len(said) and said[asked].endswith("?"):
            asked += 1
        conditions = said[place:asked]
        if asked < len(said) and any(denied & set(_WORD.findall(one.lower())) for one in conditions):
            told = ", atau ".join(one[0].lower() + one[1:-1] for one in conditions)
            yield f"{opening} {told}: {said[asked][0].lower()}{said[asked][1:]}"
            place = asked + 1
        else:
            yield said[place]
            place += 1
