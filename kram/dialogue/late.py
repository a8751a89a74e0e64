"""A fact that is told behind a complaint: "oh ya mens saya banyak", "begadang terus sama kopi 3 gelas"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kram.dialogue.choose import tells_cramp
from kram.dialogue.moves import goes_on, is_relieved, says, subjects_in
from kram.dialogue.scene import Scene
from kram.dialogue.several import asks
from kram.dialogue.state import Conversation
from kram.dialogue.story import OF_A_LIFE
from kram.knowledge.late import LateFact
from kram.knowledge.model import Hit
from kram.knowledge.talk import CRAMP
from kram.knowledge.things import DISEASE
from kram.language.model import SELF

_CAUSE = "sebab"
_MOST = 2
_LONGEST = 24
_SHORTLY = 5
_AGAIN = 8
_DENIED_REACH = 2
_SINCE_REACH = 4
_EXACT = 1.0
_NO_STORY = frozenset({"terima_kasih", "pamit", "koreksi", "ulangi", "lanjut", "kasar", "tanya_bot"})
_ORDINARY = frozenset({"kram_betis", "kram_sering", "kram_tak_jelas", "pegal_kaki", "nyeri_kaki", "kesemutan_ringan"})
_TRIED = "lapor_belum_reda"
_NOW = "sekarang"


def late_facts(scene: Scene, before: Conversation) -> tuple[Hit, ...]:
    """The points that tie what a message adds to the complaint told before it; nothing when it adds nothing known.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    if not _goes_on(scene, before):
        return ()
    if _asks_of_the_last(scene):
        return tuple(hit for one in scene.base.late.known if (hit := _told(scene, one, _last_told(before))))[:1]
    found = [(one, hit) for one in scene.base.late.known if (hit := _told(scene, one)) is not None]
    if any(one.of_itself for one, _ in found):
        return ()
    if not _adds(scene, [one for one, _ in found]) or (
        _is_somebody_else_now(scene) and not any(_makes(scene, one) for one, _ in found)
    ):
        return ()
    told = [hit for _, hit in found]
    if not told and _weighty(scene):
        return ()
    if len(told) < _MOST:
        told += [Hit(*place, _EXACT) for place in _things(scene)]
    unique = {(hit.entry, hit.point): hit for hit in told}
    return tuple(unique.values())[:_MOST]


def news_of(scene: Scene, before: Conversation) -> tuple[LateFact, Hit] | None:
    """What a message tells of the complaint itself, that it stays, comes back or hurts on; None when nothing.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    if not _goes_on(scene, before, supposing=_asks_what_now(scene)) or _NOW in before.person.contexts:
        return None  # a cramp that goes on calls for the next step
    known = ((one, _told(scene, one)) for one in scene.base.late.known if one.of_itself)
    news = next(((one, hit) for one, hit in known if hit is not None), None)
    return news if news and (not _asks(scene, news[0]) or _asks_what_now(scene)) else None


def begun_since(scene: Scene, before: Conversation) -> Hit | None:
    """ "Kaki kram terus sejak diet keto": the point about what a first complaint is dated by.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    words = scene.turn.normalized.split()
    since = next((at for at, word in enumerate(words) if word in scene.base.late.since), None)
    if since is None or goes_on(before) or scene.asks or not tells_cramp(scene.base, scene.turn):
        return None
    named = scene.base.things.named_in(words)
    blamed = (one for one in named if since < one.start <= since + _SINCE_REACH and _CAUSE in one.thing.points)
    first = next((one for one in blamed if DISEASE not in one.thing.groups), None)
    return Hit(*first.thing.points[_CAUSE], _EXACT) if first is not None else None


def _goes_on(scene: Scene, before: Conversation, *, supposing: bool = False) -> bool:
    """Whether a message may go on with a story that was told before, of the same person; "kalau ..." only if asked."""
    turn, words = scene.turn, scene.turn.normalized.split()
    if not goes_on(before) or not before.person.findings or before.warned or not words or len(words) > _LONGEST:
        return False
    if turn.person not in {"", SELF, before.focus} or before.focus != scene.conversation.focus:
        return False
    return turn.intent not in _NO_STORY and (supposing or words[0] not in scene.base.asking.supposing)


def _adds(scene: Scene, facts: Sequence[LateFact]) -> bool:
    """Whether it tells something new and asks nothing, or only whether what it tells plays a part."""
    turn, base = scene.turn, scene.base
    if is_relieved(turn.normalized, base.talk) or says(turn.normalized, base.stories.in_vain):
        return False
    if turn.intent == _TRIED and turn.remedies:
        return False
    if tells_cramp(base, turn) and len(turn.normalized.split()) > _AGAIN:
        return False
    return not _asks(scene, *facts) or _asks_just_that(scene)


def _asks(scene: Scene, *facts: LateFact) -> bool:
    """Whether a message asks something; "ngaruh" asks nothing in "ga ngaruh", and "emang" nothing at all."""
    if "?" in scene.turn.text:
        return True
    late = scene.base.late
    rest = f" {' '.join(word for word in scene.turn.normalized.split() if word not in late.between)} "
    for phrase in sorted((name for one in facts for name in one.names), key=len, reverse=True):
        rest = rest.replace(f" {phrase} ", " ")
    return asks([word for word in rest.split() if word not in late.assuring], scene.base.asking)


def _asks_what_now(scene: Scene) -> bool:
    """ "ga ngaruh, gimana dong": the question names nothing of its own."""
    turn, words = scene.turn, scene.turn.normalized.split()
    asked = turn.asked[-1].text if turn.asked else turn.normalized
    plainly = says(asked, scene.base.talk.what_now) or subjects_in(asked, scene.base) == 0
    how = bool(scene.base.asking.anywhere & set(words[-1:])) and len(words) <= _AGAIN  # "kalo masih kram juga gimana"
    return len(turn.asked) <= 1 and (plainly or how)


def _asks_just_that(scene: Scene) -> bool:
    """ "mens saya banyak. ngaruh ga?": the question names nothing but what is told before it."""
    base = scene.base
    blaming = base.things.kinds.get(_CAUSE, frozenset())
    asked = scene.turn.asked[-1].text if scene.turn.asked else scene.turn.normalized
    if len(scene.turn.asked) > 1 or not says(asked, blaming):
        return False
    used = {word for phrase in blaming if says(asked, {phrase}) for word in phrase.split()}
    rest = " ".join(word for word in asked.split() if word not in used)
    return asked != scene.turn.normalized and subjects_in(rest, base) == 0


def _last_told(before: Conversation) -> str:
    """The message before a question, as far as it told anything."""
    return before.said.rpartition(", ")[2]


def _asks_of_the_last(scene: Scene) -> bool:
    """ "Ngaruh ga dok?": the whole message asks whether what was told before it plays a part."""
    turn, base = scene.turn, scene.base
    blaming = base.things.kinds.get(_CAUSE, frozenset())
    used = {word for phrase in blaming if says(turn.normalized, {phrase}) for word in phrase.split()}
    rest = " ".join(word for word in turn.normalized.split() if word not in used)
    few = len(turn.normalized.split()) <= _SHORTLY and not turn.mentions
    return few and bool(used) and scene.asks and subjects_in(rest, base) == 0


def _told(scene: Scene, one: LateFact, told_before: str = "") -> Hit | None:
    """The point of a fact that the message tells, or the one before it, for the complaint of the talk."""
    said = told_before or scene.turn.normalized
    text = " ".join(word for word in said.split() if word not in scene.base.late.between)
    told = {m.value for m in scene.turn.mentions if m.asserted}
    denying = frozenset[str]() if one.of_itself else scene.base.late.denying
    has = tells(text.split(), one.names, denying) or bool(one.signs & told)
    if not has or (one.beside and not says(text, one.beside)) or says(text, one.unless):
        return None
    person = scene.person
    if one.people and not one.people & (person.populations | person.contexts | person.findings.keys()):
        return None
    place = next((one.points[name] for name in _complaints(scene) if name in one.points), None)
    return Hit(*place, _EXACT) if place is not None else None


def _complaints(scene: Scene) -> Iterator[str]:
    """What the talk may be about: the last answers, then cramps where they were told."""
    last, base = scene.conversation.last, scene.base
    yield from (*last.entries[:1], *reversed(scene.conversation.led))
    lead = base.entries.get(last.entries[0]) if last.entries else None
    if base.talk.cramps & scene.person.findings.keys() and (lead is None or lead.complaint is None):
        yield CRAMP


def _things(scene: Scene) -> Iterator[tuple[str, str]]:
    """What is known of things that the message names as a cause of cramps; a disease has its own answers."""
    if CRAMP not in _complaints(scene):
        return
    words = scene.turn.normalized.split()
    for one in scene.base.things.named_in(words):
        place = one.thing.points.get(_CAUSE)
        if place is not None and DISEASE not in one.thing.groups and not _is_denied(words, one.start, scene):
            yield place


def _is_denied(words: Sequence[str], at: int, scene: Scene) -> bool:
    return bool(scene.base.late.denying & set(words[max(0, at - _DENIED_REACH) : at]))


def tells(words: Sequence[str], names: frozenset[str], denying: frozenset[str]) -> bool:
    """Whether one of the phrases stands there and nothing before it takes it back."""
    for name in names:
        parts = name.split()
        for at in range(len(words) - len(parts) + 1):
            if list(words[at : at + len(parts)]) == parts and not denying & set(words[max(0, at - _DENIED_REACH) : at]):
                return True
    return False


def _weighty(scene: Scene) -> bool:
    """Whether the message also tells a sign that has an answer of its own."""
    return bool(scene.change.findings - _ORDINARY - OF_A_LIFE)


def _makes(scene: Scene, one: LateFact) -> bool:
    """Whether the fact is the very population that the message makes new."""
    return bool(one.signs & scene.change.populations)


def _is_somebody_else_now(scene: Scene) -> bool:
    """Whether the message tells something of the person that has situations of its own: pregnant, diabetes."""
    new = scene.change.populations
    return any(entry.is_situation and entry.populations & new for entry in scene.base.entries.values())
