"""What is suspected, blamed or feared in a question: "kurang kalium ya?", "gara-gara obat?", "takut ALS"."""

from __future__ import annotations

from collections.abc import Sequence

from kram.dialogue.asked import weighed
from kram.dialogue.moves import says
from kram.dialogue.scene import Scene
from kram.dialogue.skills.parts import EXACTLY, SURELY, Part
from kram.dialogue.skills.suspicions import dreaded_in, likelier, suspicions_in
from kram.dialogue.state import Asked
from kram.knowledge.model import Hit, Need

_AROUND_A_FEAR = 7


def guessed_in(scene: Scene, asked: Asked) -> tuple[Part, ...]:
    """What answers "is it this disease?", behind what the signs point to where that is something else."""
    # "kata ibu kurang kalsium, kata suami kurang minum. mana yang betul?"
    which = says(asked.text, scene.base.suspicions.which)
    suspected = scene.turn.normalized if which else asked.text
    named = tuple(Part(Need.DANGER, block, hit) for hit, block in suspicions_in(scene, suspected))
    if which and named:
        return named
    best = next(iter(weighed(scene, asked.hits, apart=True)), None)
    elsewhere = best is not None and best.score >= SURELY and best.entry not in {p.hit.entry for p in named if p.hit}
    if elsewhere and not says(asked.text, scene.base.suspicions.pointing) and not is_blamed(scene, asked):
        return ()  # "obat untuk tulang keropos bikin kram?" is about the medicine
    if best is not None and best.score >= EXACTLY and _asked_more_exactly(scene, best, named):
        return ()  # "saraf kejepit di leher bisa bikin betis kram?" is about the neck
    other = likelier(scene, asked.text) if named else None
    return (Part(Need.CAUSE, other), *named) if other is not None else named


def is_blamed(scene: Scene, asked: Asked) -> bool:
    """ "bisa kram karena kurang minum?": asks whether that is it, whatever else it is near to."""
    names = {name for one in scene.base.suspicions.known for name in one.names}
    return says(asked.text, {f"{why} {name}" for why in scene.base.asking.reasons for name in names})


def _asked_more_exactly(scene: Scene, best: Hit, named: Sequence[Part]) -> bool:
    """Whether a point beside that of the suspicion, in the same entry, is what was asked.

    Not where the told signs speak for the suspicion: "jempol bengkak merah, asam urat ya?" gets that.
    """
    spoken_for = {one.likely for one in scene.base.suspicions.known if one.likely != one.usual}
    return any(
        p.hit
        and p.hit.entry == best.entry
        and p.hit.point != best.point
        and (p.hit.entry, p.hit.point) not in spoken_for
        for p in named
    )


def asks_or_fears(scene: Scene) -> bool:
    """About a complaint; "tanda dehidrasi" alone is typed as into a search engine."""
    first = scene.turn.normalized.split()[:1]
    if set(first) & scene.base.asking.first and not scene.conversation.person.findings:
        return False
    return scene.asks or says(scene.turn.normalized, scene.base.suspicions.fears)


def feared_beside(scene: Scene) -> tuple[Part, ...]:
    """What is feared beside the questions: "muncul ALS dan saya jadi parno ... periksa ke dokter apa?"."""
    table, words = scene.base.suspicions, scene.turn.normalized.split()
    for at in range(len(words)):
        if words[at] in table.dreading or " ".join(words[at : at + 2]) in table.dreading:
            # "kurang tidur, takut ALS, ngopi terus" fears ALS: what stands nearest behind the word
            near = (" ".join(words[at : at + n]) for n in range(2, _AROUND_A_FEAR + 1))
            around = " ".join(words[max(0, at - _AROUND_A_FEAR) : at + _AROUND_A_FEAR])
            dreaded = next((d for text in (*near, around) if (d := dreaded_in(scene, text))), ())
            return tuple(Part(Need.DANGER, block, hit) for hit, block in dreaded)
    return ()
