"""What is asked of a thing by its name: "kopi bisa bikin kram?", "kalium saya 3,2", "dosisnya berapa?".

The words name the thing and say what is asked of it; both together have one point
(``language/perihal.yml``). So a question about one thing is not answered by what is known of another.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from kram.answers.contraindications import suitability
from kram.dialogue.asked import ABOUT_THE_TALK, certainty, weighed
from kram.dialogue.moves import says
from kram.dialogue.scene import Scene
from kram.dialogue.state import Asked
from kram.dialogue.suspicions import of_no_cramp_told, suspected_by
from kram.knowledge.model import Hit, Status
from kram.knowledge.place import Place
from kram.knowledge.things import DISEASE, Named, Thing, Things, Value, value_behind
from kram.language.model import Kind, Mention, Temporality

_SURE = 1.0
_EXACTLY = 0.2
_MOST_BESIDE = 2
_FEWEST = 2
_FEW_WORDS = 14
_DENIED_REACH = 3
_DOSE = "takaran"
_LEAVE = "boleh"
_TEST = "tes"
_NEEDED = "perlu"
_OF_THE_DISEASE = frozenset({"obat", "makan", "pantang", "vitamin"})
"""Kinds that a question asks of the disease beside the thing: "obat kram untuk darah tinggi"."""


def asked_of_thing(scene: Scene, asked: Asked | None = None) -> Hit | None:
    """The point that answers what a question asks of the thing that it names, None when it is no such question.

    Args:
        scene: the turn.
        asked: one question of several; by default the message, or its only question.
    """
    if asked is None:
        asked = _only_question(scene)
    if asked is None or says(asked.text, scene.base.drugs.stopping):
        return None
    feared = suspected_by(scene, asked.text)
    if len(feared) > 1 or any(of_no_cramp_told(scene, one) is not None for one in feared):
        return None  # "karena kurang minum atau asam urat?" wants both answers, tingling that of tingling
    table, words = scene.base.things, asked.text.split()
    named = _named(scene, asked)
    kinds = _kinds(table, asked.text, scene.turn.text[asked.start : asked.end])
    if not named:
        return _carried(scene, asked, kinds)
    if not kinds and not _beside(scene, asked, words, named):
        kinds = _asked_before(scene)
    if (both := _both(table, named, asked.text, _LEAVE in kinds) or _jointly(scene)) is not None:
        return Hit(*both, _SURE)
    value = next((v for one in named if (v := _measured(scene, one.thing) or _akin(scene, one.thing))), None)
    if value is not None and not set(kinds) & _OF_THE_DISEASE | {_DOSE} & set(kinds):
        return Hit(*value, _SURE)
    for kind in kinds:
        one_thing = _one_of(named, kind)
        if one_thing is None:
            continue
        if kind == _LEAVE and _is_refused(scene, one_thing):
            return None  # a plain no to this person, by the name that they typed, is told from the table
        if (place := _said_more(scene, one_thing, kind, asked.text)) is not None:
            return Hit(*place, _SURE)
        if (place := _answer(scene, one_thing, kind, asked.text)) is not None:
            if kind == _NEEDED:
                return Hit(*place, _SURE)
            known = kind == _LEAVE or value_told(scene) is not None
            nearer = not known and _is_nearer(scene, asked, one_thing)
            more = nearer or _asks_more(scene, asked, words, named, one_thing)
            return None if more else Hit(*place, _SURE)
    return None


def compared(scene: Scene, asked: Asked) -> Hit | None:
    """The point about the two things that a message names and a question compares, None when none is known."""
    text = scene.turn.normalized
    whole = Asked(text, 0, len(scene.turn.text), ())
    place = _both(scene.base.things, _named(scene, whole), asked.text, leave=False)
    return Hit(*place, _SURE) if place is not None else None


def asked_of_each(scene: Scene, asked: Asked) -> tuple[Hit, ...]:
    """The points of several things of which a question asks the same: "minum es apa mandi malam yang bikin kram?"."""
    table = scene.base.things
    named = [one for one in _named(scene, asked) if one.end > one.start and DISEASE not in one.thing.groups]
    things = [one.thing for i, one in enumerate(named) if not any(one.thing is other.thing for other in named[:i])]
    kinds = _kinds(table, asked.text, scene.turn.text[asked.start : asked.end])
    if len(things) < _FEWEST or _both(table, named, asked.text, _LEAVE in kinds) is not None:
        return ()
    for kind in kinds:
        places = [_answer(scene, thing, kind, asked.text) for thing in things]
        found = tuple(Hit(*place, _SURE) for place in dict.fromkeys(places) if place is not None)
        if all(place is not None for place in places) and len(found) >= _FEWEST:
            return found
    return ()


def asks_for_a_test(scene: Scene) -> bool:
    """ "Apa perlu EMG?": the message's only question is whether something has to be examined."""
    asked = _only_question(scene)
    return asked is not None and any(_TEST in one.thing.groups for one in _named(scene, asked))


def value_told(scene: Scene) -> Place | None:
    """What the first value of a laboratory that a message tells means, None when it tells none."""
    named = scene.base.things.named_in(scene.turn.normalized.split())
    return next((place for one in named if (place := _measured(scene, one.thing)) is not None), None)


def _only_question(scene: Scene) -> Asked | None:
    turn = scene.turn
    if len(turn.asked) == 1:
        return turn.asked[0]
    whole = Asked(turn.normalized, 0, len(turn.text), turn.hits)
    short = len(turn.normalized.split()) <= _FEW_WORDS
    return whole if not turn.asked and short else None


def _kinds(table: Things, text: str, typed: str) -> tuple[str, ...]:
    """What is asked of the thing, the plainest first."""
    words = set(typed.lower().replace("?", " ").replace(",", " ").split())
    none: frozenset[str] = frozenset()
    return tuple(k for k, phrases in table.kinds.items() if says(text, phrases) or words & table.typed.get(k, none))


def _named(scene: Scene, asked: Asked) -> tuple[Named, ...]:
    """The things that a question names, by their words or by any name of a remedy."""
    table, words = scene.base.things, asked.text.split()
    found = table.named_in(words)
    told = {" ".join(words[one.start : one.end]) for one in found}
    remedies = [
        m for m in scene.turn.of(Kind.REMEDY, asserted=False) if asked.start <= m.start < asked.end or not asked.end
    ]
    found = tuple(one for one in found if not _is_part_of(one, words[one.start : one.end], remedies, table.empty))
    inside = {m.value for m in remedies if any(m.text.lower() in name or name in m.text.lower() for name in told)}
    for mention in remedies:
        for thing in table.known:
            known = mention.value in inside or any(thing is one.thing for one in found)
            if mention.value in thing.remedies and not known:
                found = (*found, Named(thing, 0, 0))
    return found


def _is_part_of(one: Named, name: Sequence[str], remedies: Sequence[Mention], empty: Set[str]) -> bool:
    """Whether a name is a piece of another one: "teh mint" is no tea."""
    longer = (set(m.text.lower().split()) for m in remedies if m.value not in one.thing.remedies)
    return any(set(name) < whole and not whole - set(name) <= empty for whole in longer)


def _both(table: Things, named: Sequence[Named], text: str, leave: bool) -> Place | None:
    """The point about two things that are asked about together; leave for one beside a drug is asked so, too."""
    groups = [one.thing.groups for one in named]
    for pair in table.pairs:
        first, second = pair.groups
        if not says(text, pair.beside or table.together) and (pair.beside or not leave):
            continue
        if any(first in a and second in b for i, a in enumerate(groups) for j, b in enumerate(groups) if i != j):
            return pair.place
    return None


def _jointly(scene: Scene) -> Place | None:
    """The point about two things of a message that asks for them "bareng", though it is cut between the two."""
    table, text = scene.base.things, scene.turn.normalized
    if not says(text, table.jointly):
        return None
    plain = replace(table, pairs=tuple(pair for pair in table.pairs if not pair.beside))
    return _both(plain, _named(scene, Asked(text, 0, len(scene.turn.text), ())), text, leave=True)


def _one_of(named: Sequence[Named], kind: str) -> Thing | None:
    """The thing that is meant; a disease beside another thing says whom it is for."""
    diseases = [one.thing for one in named if DISEASE in one.thing.groups]
    others = [one.thing for one in named if DISEASE not in one.thing.groups]
    meant = diseases if diseases and (not others or kind in _OF_THE_DISEASE) else others
    return meant[0] if meant and all(thing is meant[0] for thing in meant) else None


def _answer(scene: Scene, thing: Thing, kind: str, text: str) -> Place | None:
    have = _have(scene)
    for special in thing.specials:
        fits = (not special.people or special.people & have) and (not special.beside or says(text, special.beside))
        place = special.points.get(kind) or special.points.get("")
        if fits and (place is not None or not special.points):
            return place
    return thing.points.get(kind)


def _is_refused(scene: Scene, thing: Thing) -> bool:
    who = scene.recipient
    remedies = thing.remedies & set(scene.turn.named_remedies)
    return any(
        cell.status is Status.NO
        for remedy in remedies
        for _, cell in suitability(scene.base, remedy, who.populations, who.findings).personal
    )


def _said_more(scene: Scene, thing: Thing, kind: str, text: str) -> Place | None:
    """The answer to a question that says more of the thing, in words that are known ("koyo semalaman")."""
    worded = tuple(special for special in thing.specials if special.beside)
    return _answer(scene, replace(thing, specials=worded, points={}), kind, text) if worded else None


def _have(scene: Scene) -> frozenset[str]:
    """What the person has, and what is asked of people who have it."""
    person = scene.person
    of_others = {m.value for m in scene.turn.of(Kind.POPULATION, asserted=False) if not m.negated}
    return person.populations | person.contexts | person.findings.keys() | of_others


def _measured(scene: Scene, thing: Thing) -> Place | None:
    """What a figure that is told of the thing anywhere in the message means."""
    if not thing.values:
        return None
    words = scene.turn.normalized.split()
    for one in scene.base.things.named_in(words):
        if one.thing.values != thing.values:
            continue
        figure = value_behind(words, one.end, scene.base.things.counted)
        if figure is not None:
            told = (v for v in thing.values if v.least <= figure < v.below)
            return next((v.place for v in told if not is_over(scene, v)), None)
    return None


def is_over(scene: Scene, value: Value) -> bool:
    """ "Dulu kalium saya pernah 2,4, sekarang normal": what was measured then is read as nothing of today."""
    told = [m for m in scene.turn.of(Kind.FINDING, asserted=False) if m.value == value.finding]
    return any(m.temporality is Temporality.PAST for m in told) and not any(m.asserted for m in told)


def _akin(scene: Scene, thing: Thing) -> Place | None:
    """ "Kreatinin 1,9, karena ginjal ya?": the figure that was measured of the disease that is asked about."""
    akin = thing.groups - {DISEASE}
    others = (one for one in scene.base.things.known if one.values and one.groups & akin)
    return next((place for one in others if (place := _measured(scene, one)) is not None), None)


def _asks_more(scene: Scene, asked: Asked, words: Sequence[str], named: Sequence[Named], thing: Thing) -> bool:
    """Whether a question says more than the thing and what is asked of it, and a point about it answers that."""
    beside = _beside(scene, asked, words, named)
    if not beside:
        return False
    best = _sure_hit(scene, asked)
    nearer = best is not None and (_is_about(scene, best, thing) or bool(_asks_of(scene, best) & set(beside)))
    return nearer or (len(beside) > _MOST_BESIDE and not _speaks_of_cramps(scene, asked))


def _is_nearer(scene: Scene, asked: Asked, thing: Thing) -> bool:
    """Whether the search found a point about the thing that is none of its usual answers ("pagi atau malam?")."""
    best = _sure_hit(scene, asked)
    return best is not None and (best.entry, best.point) not in set(thing.places) and _is_about(scene, best, thing)


def _sure_hit(scene: Scene, asked: Asked) -> Hit | None:
    hits = weighed(scene, asked.hits, apart=True)
    return hits[0] if hits and certainty(hits) >= _EXACTLY else None


def _asks_of(scene: Scene, hit: Hit) -> set[str]:
    """The words by which a point is asked for."""
    return set(" ".join(scene.base.entry(hit.entry).point(hit.point).ask).lower().replace("?", " ").split())


def _beside(scene: Scene, asked: Asked, words: Sequence[str], named: Sequence[Named]) -> list[str]:
    """The words of a question that are neither the thing nor what is asked of it."""
    base = scene.base
    asking, table = base.asking, base.things
    ours = {i for one in named for i in range(one.start, one.end)}
    empty = asking.empty | asking.anywhere | asking.last | asking.measures | asking.oneself | asking.complaining
    empty = empty | asking.leave | base.talk.joining | base.talk.called | base.drugs.taking | table.empty
    empty = empty | {word for phrases in table.kinds.values() for phrase in phrases for word in phrase.split()}
    told = {word for m in scene.turn.mentions for word in m.text.lower().split()}
    return [w for i, w in enumerate(words) if i not in ours and w not in empty and w not in told and not w.isdigit()]


def _speaks_of_cramps(scene: Scene, asked: Asked) -> bool:
    return any(
        m.value in scene.base.talk.cramps and asked.start <= m.start < max(asked.end, 1)
        for m in scene.turn.of(Kind.FINDING, asserted=False)
    )


def _is_about(scene: Scene, hit: Hit, thing: Thing) -> bool:
    """Whether a point is asked for by the name of the thing."""
    point = scene.base.entry(hit.entry).point(hit.point)
    asks = " ".join(point.ask).lower()
    return says(asks, thing.names) or bool(thing.remedies & set(point.remedies))


def _carried(scene: Scene, asked: Asked, kinds: Sequence[str]) -> Hit | None:
    """The answer to "dosisnya berapa?" and its like, for the thing before it; None when it names something else."""
    table = scene.base.things
    carried = [kind for kind in kinds if kind in table.carried]
    if not carried or scene.turn.intent in ABOUT_THE_TALK or _beside(scene, asked, asked.text.split(), ()):
        return None
    words = scene.turn.normalized.split()
    before = [one for one in table.named_in(words) if not _denied(scene, words, one)]
    for kind in carried:
        thing = _one_of([one for one in before if (DISEASE in one.thing.groups) == (kind in _OF_THE_DISEASE)], kind)
        thing = thing or _one_of(before, kind) or (None if before else _spoken_of(scene))
        place = _answer(scene, thing, kind, scene.turn.normalized) if thing is not None else None
        place = place or _of_all(scene, before, kind)
        if place is not None:
            return Hit(*place, _SURE)
    return None


def _of_all(scene: Scene, named: Sequence[Named], kind: str) -> Place | None:
    """What answers for each of several things alike: "gula 132, kolesterol 210, harus minum obat?"."""
    places = {_answer(scene, one.thing, kind, scene.turn.normalized) for one in named} - {None}
    return next(iter(places)) if len(places) == 1 else None


def _denied(scene: Scene, words: Sequence[str], one: Named) -> bool:
    """ "tidak ada darah tinggi" names nothing that a later question is about."""
    return bool(scene.base.things.denying & set(words[max(0, one.start - _DENIED_REACH) : one.start]))


def _asked_before(scene: Scene) -> tuple[str, ...]:
    """What the last answer was asked of its thing: "kalau teh?" asks the same of another."""
    last, thing = scene.conversation.last, _spoken_of(scene)
    if thing is None or not last.entries:
        return ()
    place = (last.entries[0], last.point)
    return tuple(kind for kind, told in thing.points.items() if told == place) or (_LEAVE,)


def _spoken_of(scene: Scene) -> Thing | None:
    """The thing that the last answer was about."""
    last = scene.conversation.last
    place = (last.entries[0], last.point) if last.entries else ("", "")
    return next(
        (t for t in scene.base.things.known if place in set(t.places) or (t.remedies & set(last.remedies))), None
    )
