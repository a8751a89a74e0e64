""" "Disuruh minum air garam. Amankah?", "yang bener mana?": asked of what the sentences before it named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kram.dialogue.moves import says
from kram.dialogue.scene import Scene
from kram.dialogue.skills.parts import Part, of_remedies, of_thing, point_of
from kram.dialogue.skills.values import of_values
from kram.dialogue.state import Asked
from kram.dialogue.things import asked_of_each, asked_of_thing, compared
from kram.knowledge.model import Hit
from kram.knowledge.things import Thing
from kram.language.model import Kind

_BY_ITS_NAME = ("benar", "boleh", "guna", "")
_UNSAFE = "tidak_aman"
_AT_LEAST = 2
_SURE = 1.0
_ENDS = ".!?\n"


def settled(scene: Scene, asked: Asked) -> tuple[Part, ...]:
    """What answers a question by what the message told before it, without any search; nothing when that is not so."""
    if (read := of_values(scene, asked)) is not None:
        return (read,)
    if (each := each_of_them(scene, asked)) or (each := tuple(of_thing(scene, h) for h in asked_of_each(scene, asked))):
        return each
    told = of_the_told_thing(scene, asked)
    return (told,) if told is not None else ()


def of_the_told_thing(scene: Scene, asked: Asked) -> Part | None:
    """The answer to a question that only asks whether something is allowed or of use, for what was named before it.

    Args:
        scene: the turn.
        asked: the question.
    """
    if not _is_bare(scene, asked):
        return None
    start = _told_from(scene.turn.text, asked.start)
    remedies = [m for m in scene.turn.of(Kind.REMEDY, asserted=False) if start <= m.start < asked.end and not m.negated]
    named = tuple(dict.fromkeys(m.value for m in remedies))
    told = _things_in(scene, _normalised(scene, start, asked))
    if len(named) > 1 or len(told) > 1 or not (named or told):
        return None
    name = sorted(told[0].names, key=len)[0] if told else ""
    if name:
        about = replace(asked, text=f"{name} {asked.text}", start=start)
        if (hit := asked_of_thing(scene, about)) is not None:
            return of_thing(scene, hit)
    # Of a single question the search has the whole message, and finds what is known of just this remedy and person.
    return of_remedies(scene, named) if named and len(scene.turn.asked) > 1 else None


def each_of_them(scene: Scene, asked: Asked) -> tuple[Part, ...]:
    """ "Sabun di bawah seprei, mertua nyuruh pakai peniti. Yang bener mana?": each, what is not safe first."""
    which = scene.base.suspicions.which | scene.base.stories.choosing
    if not says(asked.text, which):
        return ()
    if (both := compared(scene, asked)) is not None:
        return (of_thing(scene, both),)
    things = _things_in(scene, scene.turn.normalized.split())
    hits = [hit for thing in things if (hit := _told_of(thing)) is not None]
    if len(hits) < _AT_LEAST or len(hits) < len(things):
        return ()
    hits.sort(key=lambda hit: point_of(scene, hit).verdict != _UNSAFE)
    return tuple(of_thing(scene, hit) for hit in hits)


def _things_in(scene: Scene, words: Sequence[str]) -> list[Thing]:
    """The things that words name, each once."""
    things: list[Thing] = []
    for one in scene.base.things.named_in(words):
        if not any(one.thing is thing for thing in things):
            things.append(one.thing)
    return things


def _told_of(thing: Thing) -> Hit | None:
    place = next((thing.points[kind] for kind in _BY_ITS_NAME if kind in thing.points), None)
    return Hit(*place, _SURE) if place is not None else None


def _is_bare(scene: Scene, asked: Asked) -> bool:
    """Whether a question asks for leave or use and names nothing by itself."""
    asking, words = scene.base.asking, _own_words(scene, asked)
    asks = asking.leave | asking.of_use
    empty = asking.empty | asking.last | asking.anywhere | asking.oneself | asking.pointing_beside
    empty = empty | scene.base.talk.joining | scene.base.talk.called
    return bool(asks & set(words)) and all(word in empty | asks for word in words)


def _own_words(scene: Scene, asked: Asked) -> list[str]:
    """The words of a question behind the sentence that it brought along ("disuruh minum air garam amankah")."""
    words = asked.text.split()
    return words[-1:] if _brought_along(scene.turn.text, asked) else words


def _brought_along(text: str, asked: Asked) -> bool:
    """Whether the words of a question of one word were put together with the sentence before it."""
    return len(text[asked.start : asked.end].split()) == 1 and len(asked.text.split()) > 1


def _told_from(text: str, at: int) -> int:
    """Where the sentence begins that stands before a place."""
    before = text[:at].rstrip().rstrip(_ENDS)
    return max(before.rfind(mark) for mark in _ENDS) + 1


def _normalised(scene: Scene, start: int, asked: Asked) -> list[str]:
    """The normal words of the message that some typed stretch holds, as near as can be told."""
    typed = set(
        scene.turn.text[start : asked.end].lower().replace(",", " ").replace(".", " ").replace("?", " ").split()
    )
    words = scene.turn.normalized.split()
    return [word if word in typed else "" for word in words]
