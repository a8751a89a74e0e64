"""What is asked of a cramp that comes in a posture or with an activity: "kenapa tiap sujud kram?".

The posture is told anywhere in the message, the question may stand apart from it. What answers is in
``language/kegiatan.yml``; a cramp in general is no answer to somebody who told on what occasion it comes.
"""

from __future__ import annotations

from collections.abc import Iterator

from kram.dialogue.asked import certainty, ranked
from kram.dialogue.choose import tells_cramp
from kram.dialogue.moves import says
from kram.dialogue.scene import Scene
from kram.dialogue.state import Asked
from kram.dialogue.wishes import wishes
from kram.knowledge.activities import Activities, Activity
from kram.knowledge.model import Hit, Need
from kram.language.model import Kind

_EXACT = 1.0
_SURELY = 0.38
_REACH = 4
_BEGINS = 2
_ASKS_SHORTLY = 7
_STRETCH = "peregangan"
_PLAIN = frozenset({"pegal_kaki", "nyeri_kaki", "kesemutan_ringan", "olahraga_berat"})
"""What may be told beside the cramp without being the matter itself."""

_NEEDS = (Need.CAUSE, Need.RELIEF, Need.PREVENTION, Need.DANGER)


def asked_of_activity(scene: Scene, asked: Asked | None = None) -> Hit | None:
    """The point that answers a question for the posture or activity that was told, None when it is no such question.

    Args:
        scene: the turn.
        asked: one question of several; by default the only one of the message.
    """
    table = scene.base.activities
    if scene.asks and (going_on := _may_go_on(scene, asked)) is not None:
        return going_on
    if not scene.asks or set(scene.turn.named_remedies) - {_STRETCH} or not _is_plain(scene, table):
        return None
    if asked is None and _is_known_better(scene, table):
        return None
    text = asked.text if asked else scene.turn.asked[0].text if len(scene.turn.asked) == 1 else scene.turn.normalized
    need = _need(scene, text)
    story = _story(scene)
    blames = need is None and says(text, table.blaming)
    if (need is None and not blames) or _names_other(scene, text):
        return None
    fitting = [one for one in table.known if _fits(scene, one, story, table)]
    named = [one for one in fitting if says(text, one.names)]
    key = Need.CAUSE.value if blames else need.value if need is not None else ""
    places = (one.points[key] for one in (named if blames else (*named, *fitting)) if key in one.points)
    return next((Hit(*place, _EXACT) for place in places), None)


def _may_go_on(scene: Scene, asked: Asked | None) -> Hit | None:
    """ "Lusa ada tes renang, aman ga ikut?": whether the activity of the question, or of its story, may go on."""
    table, key = scene.base.activities, Need.ALLOWED.value
    have = scene.person.findings.keys() | scene.person.contexts | scene.person.populations
    asked = asked or (scene.turn.asked[0] if len(scene.turn.asked) == 1 else None)
    text, story = asked.text if asked else scene.turn.normalized, _story(scene)
    cramps = tells_cramp(scene.base, scene.turn) or scene.base.talk.cramps & have
    if table.without & have or not cramps or not _asks_leave(scene, text):
        return None
    able = [one for one in table.known if key in one.points and not says(story, one.unless)]
    able = [one for one in able if not one.beside or says(story, one.beside)]
    named = [one for one in able if says(text, one.names)] or [one for one in able if _fits(scene, one, story, table)]
    return Hit(*named[0].points[key], _EXACT) if named else None


def _asks_leave(scene: Scene, text: str) -> bool:
    """Whether a question asks for leave, and names nothing beside an activity."""
    table, words = scene.base.activities, text.split()
    own = {word for one in table.known for name in one.names if says(text, {name}) for word in name.split()}
    told = {word for m in scene.turn.of(Kind.FINDING) for word in m.text.lower().split()}
    rest = set(words) - table.leave - table.beside_leave - table.tying - own - told
    return bool(table.leave & set(words)) and not rest


def _is_known_better(scene: Scene, table: Activities) -> bool:
    """Whether the search surely found what is asked: "kenapa pekerja pabrik yang berdiri kram?" asks in general."""
    hits = ranked(scene)
    ours = {place for one in table.known for place in one.points.values()}
    return certainty(hits) >= _SURELY and (hits[0].entry, hits[0].point) not in ours


def _need(scene: Scene, text: str) -> Need | None:
    """What is asked first; "harus apa supaya tidak kambuh?" asks how it is prevented."""
    found = [need for need in wishes(text, scene.base.asking.wishes) if need in _NEEDS]
    if {Need.RELIEF, Need.PREVENTION} <= {*found[:2]}:
        return Need.PREVENTION
    words, table = text.split(), scene.base.activities
    if found:
        return found[0]
    if set(words) & table.preventing:
        return Need.PREVENTION
    if set(words) & table.wondering:
        return Need.CAUSE
    return Need.DANGER if set(words[-1:]) & table.worrying else None


def _is_plain(scene: Scene, table: Activities) -> bool:
    """Whether a mere cramp was told, by somebody of whom nothing is known that would be its own matter."""
    person, cramps = scene.person, scene.base.talk.cramps
    known = person.findings.keys() | person.contexts
    if table.without & (known | person.populations) or person.findings.keys() - cramps - _PLAIN:
        return False
    return tells_cramp(scene.base, scene.turn) or bool(cramps & known)


def _story(scene: Scene) -> str:
    """The words in which the occasion is looked for: a short question goes on with what was said before."""
    text = scene.turn.normalized
    goes_on = len(text.split()) <= _ASKS_SHORTLY and not tells_cramp(scene.base, scene.turn)
    return f"{scene.conversation.said} {text}".strip() if goes_on else text


def _names_other(scene: Scene, text: str) -> bool:
    """ "Pas sujud kram, apa karena asam urat?" asks about something else than the posture."""
    return says(text, scene.base.activities.other)


def _fits(scene: Scene, one: Activity, story: str, table: Activities) -> bool:
    parts = scene.person.contexts
    if (one.parts and not one.parts & parts) or one.without & parts:
        return False
    if says(story, one.unless) or (one.beside and not says(story, one.beside)):
        return False
    return any(_is_tied(words, start, table) for words, start in _places(story, one))


def _places(story: str, one: Activity) -> Iterator[tuple[list[str], int]]:
    """Where a name of it stands among the words of a story."""
    words = story.split()
    for name in one.names:
        parts = name.split()
        yield from ((words, i) for i in range(len(words)) if words[i : i + len(parts)] == parts)


def _is_tied(words: list[str], start: int, table: Activities) -> bool:
    """Whether the words before a name make it the occasion of the cramp; at the beginning it is one anyway."""
    before = words[max(0, start - _REACH) : start]
    return not table.untying & set(before[-2:]) and (start < _BEGINS or bool(table.tying & set(before)))
