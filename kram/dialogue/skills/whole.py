"""What a message asks as a whole, whatever its pieces sound like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kram.answers.likeness import alike
from kram.dialogue.asked import certainty, ranked
from kram.dialogue.people import asked_of_people
from kram.dialogue.scene import Scene
from kram.dialogue.skills.drugs import of_drugs
from kram.dialogue.skills.parts import AS_NEAR, MOST_QUESTIONS, SURELY, Part, is_unanswered, of_point, point_of
from kram.dialogue.skills.questions import meant_for, unfit
from kram.dialogue.state import Asked
from kram.dialogue.subject import of_the_complaint
from kram.dialogue.things import asked_of_thing
from kram.knowledge.model import Hit, Need

_SURELY_ONE = 0.38
_ITS_OWN = 0.36
_SURE_OF_ALL = 0.3
_EXACT = 1.0


def surely_asked(scene: Scene) -> Hit | None:
    """The point that the message as a whole surely asks for."""
    hits = ranked(scene)
    if not hits or certainty(hits) < _SURE_OF_ALL or unfit(scene, point_of(scene, hits[0])):
        return None
    asked = scene.turn.asked
    # Two drugs that a story names are near to the point about the two; "boleh di-stop dulu?" asks for another.
    least = SURELY if len(asked) > 1 else AS_NEAR * hits[0].score
    plainer = any(one.hits and one.hits[0].score >= least for one in asked)
    return hits[0] if not plainer and meant_for(scene, point_of(scene, hits[0])) else None


def with_sure(scene: Scene, parts: Sequence[Part], hit: Hit) -> tuple[Part, ...]:
    """The answers and what is surely asked, in the place of what its questions alone came to."""
    own = of_point(scene, hit)
    if any(part.hit and (part.hit.entry, part.hit.point) == (hit.entry, hit.point) for part in parts):
        return tuple(parts)
    if any(alike(part.block.text, own.block.text) for part in parts):
        return tuple(parts)
    if parts and parts[0].hit is not None and parts[0].hit.score >= _EXACT:
        return tuple(parts)  # what was asked first has an answer that was written for it
    if len(scene.turn.asked) <= 1:
        return tuple(parts) if any(part.remedies for part in parts) else (own,)  # the verdict is for this person
    if any(map(is_unanswered, parts)):  # what the message as a whole asks takes the place of "nothing is known"
        return tuple((own, *(part for part in parts if not is_unanswered(part)))[:MOST_QUESTIONS])
    if len(parts) == len(asked := scene.turn.asked):  # it answers the question that comes nearest to it
        near = [
            max((h.score for h in one.hits if (h.entry, h.point) == (hit.entry, hit.point)), default=0.0)
            for one in asked
        ]
        if max(near) > 0:
            return tuple(own if i == near.index(max(near)) else part for i, part in enumerate(parts))
    scores = [part.hit.score if part.hit else 1.0 for part in parts]
    if min(scores) >= _EXACT:
        return tuple((own, *parts)[: MOST_QUESTIONS + 1])  # each has its place: what others said, what was asked
    weakest = scores.index(min(scores))
    kept = [part for i, part in enumerate(parts) if i != weakest or part.hit is None]
    return tuple((own, *kept)[:MOST_QUESTIONS])


def is_one_question(scene: Scene) -> bool:
    """Whether the message as a whole is surely about one point, which none of its questions comes as near to.

    "Nadi kaki bapak menyempit. Apa itu bahaya juga buat jantung, atau bisa stroke nanti?"
    """
    hits = ranked(scene)
    if not hits or certainty(hits) < _SURELY_ONE or _wishes_apart(scene):
        return False
    if any(asked_of_thing(scene, one) or asked_of_people(scene, one) for one in scene.turn.asked):
        return False  # "kalium saya 3,2, itu sebabnya? Makan apa?"
    if any(_names_another_remedy(scene, one, hits[0]) for one in scene.turn.asked):
        return False  # "perlu diurut? dan kapan boleh main lagi?"
    if any(
        of_the_complaint(replace(scene, turn=replace(scene.turn, asked=(one,))), one.text) for one in scene.turn.asked
    ):
        return False  # "ini penyakit apa ya? bisa sembuh tidak?"
    if any(of_drugs(scene, one.text) is not None for one in scene.turn.asked):
        return False  # "minum amlodipin dan simvastatin. Karena obat itu? Boleh distop?"
    if any(one.hits and one.hits[0].score >= _ITS_OWN and _differs(one.hits[0], hits[0]) for one in scene.turn.asked):
        return False  # "senam lansia boleh? jalan pagi berapa menit?": each has an answer of its own
    return all(not asked.hits or asked.hits[0].score <= AS_NEAR * hits[0].score for asked in scene.turn.asked)


def _differs(one: Hit, other: Hit) -> bool:
    return (one.entry, one.point) != (other.entry, other.point)


def _names_another_remedy(scene: Scene, asked: Asked, hit: Hit) -> bool:
    own = {*point_of(scene, hit).remedies, *scene.base.entry(hit.entry).remedies}
    return bool(set(replace(scene.turn, asked=(asked,)).remedies) - own)


def _wishes_apart(scene: Scene) -> bool:
    """Whether it plainly wishes for two things ("kenapa ya, dan obatnya apa?")."""
    return len(scene.wishes_besides(Need.GENERAL)) > 1 or len(scene.turn.named_remedies) > 1
