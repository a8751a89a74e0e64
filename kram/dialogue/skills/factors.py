""" "Kurir, jarang minum, sepatu sempit. Kenapa ya?": what they told themselves is what may play a part."""

from __future__ import annotations

from kram.answers.answer import Block, BlockKind
from kram.dialogue.factors import factors_told, unsaid
from kram.dialogue.moves import of_no_cramp, subjects_in
from kram.dialogue.scene import Scene
from kram.dialogue.wishes import wished_words, wishes
from kram.knowledge.model import Need

_SEVERAL = 2
_AND = " dan "


def of_factors(scene: Scene) -> Block | None:
    """The first words for who asks just why, and told of several things that may play a part; else None."""
    if not asks_just_why(scene):
        return None
    return factors_block(scene, "", least=_SEVERAL, phrase="ikut_berperan_saja")


def asks_just_why(scene: Scene) -> bool:
    """Whether the one question asks for the cause and names none: "kenapa puasa bikin kram?" asks about fasting."""
    asking, asked = scene.base.asking, scene.turn.asked
    if len(asked) != 1 or scene.turn.remedies or wishes(asked[0].text, asking.wishes)[:1] != (Need.CAUSE,):
        return False
    words = asked[0].text.split()
    wished = wished_words(asked[0].text, asking.wishes)
    return not subjects_in(" ".join(w for w in words if w not in wished | asking.complaining), scene.base)


def factors_block(scene: Scene, text: str, *, least: int = 1, phrase: str = "ikut_berperan") -> Block | None:
    """What may play a part and a text does not name yet; None when there is too little, or no cramp.

    Args:
        scene: the turn.
        text: what is told already.
        least: how many there must be.
        phrase: name of the sentence.
    """
    if of_no_cramp(scene) or not scene.person.findings.keys() & scene.base.talk.cramps:
        return None
    told = unsaid(factors_told(scene), text)
    if len(told) < least:
        return None
    *first, last = [one.spoken for one in told]
    listed = f"{', '.join(first)}{',' if len(first) > 1 else ''}{_AND}{last}" if first else last
    evidence = tuple(dict.fromkeys(e for one in told for e in one.evidence))
    return Block(BlockKind.TEXT, scene.phrase(phrase, yang=listed), evidence=evidence)
