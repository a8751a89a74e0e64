"""Questions that one point always answers (``langsung`` in ``language/dialogue.yml``)."""

from __future__ import annotations

from collections.abc import Set

from kram.dialogue.asked import ranked
from kram.dialogue.leave import asks_whom_not
from kram.dialogue.moves import of_no_cramp, says
from kram.dialogue.scene import Scene
from kram.knowledge.asking import Asking
from kram.knowledge.model import Hit
from kram.knowledge.talk import Direct
from kram.language.model import Kind

_OF_THE_BELLY = frozenset({"kram_perut_lain", "kram_perut_hamil"})
_OF_THE_LEG = ("kram", "nyeri_kaki", "nyeri_betis", "nyeri_saat_jalan", "pegal", "kesemutan", "kebas", "bengkak")
_NOT_OURS = frozenset({"keluhan_lain", "luar_topik"})
_OTHER_COMPLAINTS = frozenset({"keluhan_lain", "bagian_lain"})
_BEST = 3
_PLAINLY = 0.25
_SURELY = 0.6


def asks_direct(text: str, one: Direct, asking: Asking) -> bool:
    """Whether normalised words ask a direct question."""
    forbidden = not one.whom_not or asks_whom_not(text, asking)
    return forbidden and says(text, one.phrases) and (not one.only_beside or says(text, one.first))


def direct_hit(scene: Scene) -> Hit | None:
    """The point that always answers what is asked ("ke dokter apa?"); what a remedy costs too, else not of a remedy."""
    for_all = (one for one in scene.base.talk.direct if not one.people and not one.alarming)
    found = next((one for one in for_all if asks_direct(scene.turn.normalized, one, scene.base.asking)), None)
    told = {m.value for m in scene.turn.of(Kind.FINDING)} - _OF_THE_BELLY
    legs = any(value.startswith(_OF_THE_LEG) for value in told)
    doubtful = scene.turn.confidence < _SURELY and bool(scene.conversation.last.entries)
    elsewhere = (scene.turn.intent in _NOT_OURS and not doubtful) or bool(scene.turn.outside & _OTHER_COMPLAINTS)
    of_something_else = elsewhere and not legs and "kaki" not in scene.turn.parts
    if found is None or (found.rather and (scene.turn.remedies or of_something_else)):
        return None
    near = [hit for hit in ranked(scene)[:_BEST] if hit.entry in found.rather and hit.score >= _PLAINLY]
    plain = [hit for hit in near if _is_for(scene, scene.base.entry(hit.entry).point(hit.point).only_if)]
    # what is written for just such a person comes before what is for anybody
    plain.sort(key=lambda hit: not scene.base.entry(hit.entry).point(hit.point).only_if)
    if (nearest := next(iter(plain), None)) is not None:
        return nearest
    return None if found.cramps_only and of_no_cramp(scene) else Hit(found.entry, found.point, 1.0)


def asked_first(scene: Scene) -> Hit | None:
    """ "Beli magnesium merek apa?": what one point answers, whatever the message was taken for."""
    if len(scene.turn.asked) > 1:
        return None
    text, people = scene.turn.normalized, scene.person.populations

    def is_first(one: Direct) -> bool:
        return one.whom_not or says(text, one.first) or bool(one.people & people)

    direct = [one for one in scene.base.talk.direct if is_first(one) and replaces(scene, one)]

    asked = (one for one in direct if asks_direct(text, one, scene.base.asking))
    return next((Hit(one.entry, one.point, 1.0) for one in asked), None)


def replaces(scene: Scene, one: Direct) -> bool:
    """Whether what a question wants to have replaced was spoken of; "gantinya apa?" of milk asks for no painkiller."""
    spoken_of = {*scene.turn.named_remedies, *scene.conversation.last.remedies}
    return not one.instead or bool(one.instead & spoken_of)


def _is_for(scene: Scene, only: Set[str]) -> bool:
    return not only or bool(only & scene.person.populations)
