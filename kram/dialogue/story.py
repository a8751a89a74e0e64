"""What a message tells that is neither a complaint nor a question: an opener, a circumstance, a mood."""

from __future__ import annotations

from kram.dialogue.elsewhere import read_elsewhere
from kram.dialogue.moves import goes_on, is_relieved, says
from kram.dialogue.scene import Scene
from kram.dialogue.several import asks
from kram.dialogue.state import Conversation, Turn
from kram.knowledge.elsewhere import Elsewhere
from kram.knowledge.model import Hit, KnowledgeBase
from kram.knowledge.stories import Mood, Stories
from kram.language.model import SELF, Kind

_LONGEST_MOOD = 14
_ENOUGH_TO_TELL = 2
_ELSEWHERE = frozenset({"keluhan_lain", "luar_topik", "nlu_fallback"})
_PERHAPS_TELLS = _ELSEWHERE | {"lapor_belum_reda", "batal", "tanya_bot", "orang_lain", "tolak", "koreksi", "sapaan"}
_ASKS_SOURCES = "tanya_sumber"
_KNOWN = 0.19
_BEST = 3
_FOREIGN = frozenset({"urusan_lain", "hewan"})
_TOLD_AS_PROFILE = frozenset({"lapor_profil", "lapor_keluhan"})
_DOUBTFUL = 0.6
_WONDERS = "ya"
_ONCE = "dulu"
_PAD = (".", ".", ".")
_MERELY_NAMES = _ELSEWHERE | {"pamit", "tolak", "setuju", "batal", "kasar"}
_OF_CHILDREN = frozenset({"anak", "anak_kecil"})
_OF_THE_LEG = ("kram", "nyeri", "pegal", "kesemutan", "kebas", "bengkak", "merah", "luka")
OF_A_LIFE = frozenset({"olahraga_berat", "kontak_banjir_tikus"})
"""Findings that are no complaint: what somebody did, or where they were."""

_MAY_STAND_BY = frozenset({"kram_sering"})
"""A finding that "tidak bisa tidur" is read as, too."""


def opens_talk(normalized: str, stories: Stories, words: Elsewhere) -> bool:
    """ "mau tanya soal betis": it only says that a question is coming, and of what.

    Args:
        normalized: the message in normalised words.
        stories: the words that open a talk.
        words: the names of the leg.
    """
    if not says(normalized, stories.opening):
        return False
    single = {word for phrase in (*stories.opening, *stories.opened) for word in phrase.split()}
    legs = {word for phrase in words.legs for word in phrase}
    told = normalized.split()
    ours = any(word in legs for word in told) or says(normalized, stories.opened)
    return ours and all(word in single or word in legs or word in stories.beside_opening for word in told)


def mood_of(scene: Scene, before: Conversation) -> tuple[Mood, bool] | None:
    """How the writer feels about it, and whether the message says nothing else; None when nothing is said of it.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    turn = scene.turn
    talk = scene.base.talk
    cares = cares_for_somebody(scene)
    if (
        (turn.person not in {"", SELF} and not cares)
        or says(turn.normalized, talk.dreads)
        or is_relieved(turn.normalized, talk)
    ):
        return None
    beside_leg = goes_on(before) or "kaki" in turn.parts
    for mood in scene.base.stories.moods:
        if cares and says(turn.normalized, mood.strong | mood.alone):
            return mood, not scene.change.findings and not _asks(turn.normalized, scene.base)
        if says(turn.normalized, mood.strong):
            return mood, _says_only(scene, mood) or (beside_leg and _is_taken_for_another(scene))
        if beside_leg and says(turn.normalized, mood.alone) and _says_only(scene, mood):
            return mood, True
    return None


def cares_for_somebody(scene: Scene) -> bool:
    """ "capek ngurus nenek sendirian": it is the one who looks after somebody that is worn out."""
    return says(scene.turn.normalized, scene.base.stories.caring)


def _is_taken_for_another(scene: Scene) -> bool:
    return scene.turn.intent in _ELSEWHERE and not scene.change.findings and not scene.turn.remedies


def _says_only(scene: Scene, mood: Mood) -> bool:
    turn, change = scene.turn, scene.change
    found = {m.value for m in turn.of(Kind.FINDING)} - _MAY_STAND_BY
    told = found or change.findings - _MAY_STAND_BY or change.populations or turn.remedies
    few = len(turn.normalized.split()) <= _LONGEST_MOOD
    if not few or told or turn.of(Kind.TOPIC, asserted=False) or "?" in turn.text:
        return False
    rest = f" {turn.normalized} "
    for phrase in sorted(mood.strong | mood.alone, key=len, reverse=True):
        rest = rest.replace(f" {phrase} ", "  ")  # "takut kenapa-kenapa" asks nothing
    return not _asks(rest, scene.base)


def tells_circumstance(scene: Scene, before: Conversation) -> bool:
    """ "jualan keliling dorong gerobak", "dulu pernah operasi usus buntu": how somebody lives, nothing that is asked.

    At the beginning only what strains the legs is taken for the beginning of a story about them.
    """
    turn, stories = scene.turn, scene.base.stories
    words = turn.normalized.split()
    if _asks(turn.normalized, scene.base) or "?" in turn.text or len(words) < _ENOUGH_TO_TELL:
        return False
    talk = scene.base.talk
    if words[0] in scene.base.asking.supposing or says(turn.normalized, stories.requests) or _complains(scene):
        return False
    if (turn.person and turn.person != before.focus) or says(turn.normalized, talk.waiting | talk.stopping):
        return False
    straining = says(turn.normalized, stories.straining) or bool(OF_A_LIFE & _found(scene))
    profile = turn.intent in _TOLD_AS_PROFILE and (turn.intent == "lapor_profil" or turn.confidence < _DOUBTFUL)
    if goes_on(before):
        meant = turn.intent in talk.cues and says(turn.normalized, talk.cues[turn.intent])
        tried = turn.intent == "lapor_belum_reda" and bool(turn.remedies)
        if not (turn.intent in _PERHAPS_TELLS or profile) or tried or (meant and not (straining or is_past(scene))):
            return False
        own = says(turn.normalized, stories.telling) and not _complains_elsewhere(scene)
        return is_past(scene) or straining or own
    taken = turn.intent in _ELSEWHERE or (profile and not turn.of(Kind.POPULATION))
    return taken and straining and not _complains_elsewhere(scene)


def only_spoken_of(turn: Turn, before: Conversation, base: KnowledgeBase) -> bool:
    """ "suami pelaut jarang pulang": somebody is named, but nothing is told of their legs or asked for them."""
    merely = turn.intent in _MERELY_NAMES or _had_it_once(turn, base)
    if not goes_on(before) or turn.person in {"", before.focus} or "?" in turn.text or not merely:
        return False
    if _asks(turn.normalized, base) or says(turn.normalized, base.talk.not_me):
        return False
    told = {m.value for kind in (Kind.FINDING, Kind.POPULATION) for m in turn.of(kind)}
    return not told - _OF_CHILDREN


def _had_it_once(turn: Turn, base: KnowledgeBase) -> bool:
    """ "mama saya dulu juga gitu": it tells where one's own complaint may come from, and asks nothing for the other."""
    return says(turn.normalized, base.talk.likewise) and _ONCE in turn.normalized.split()


def _found(scene: Scene) -> set[str]:
    return {m.value for m in scene.turn.of(Kind.FINDING)}


def _complains(scene: Scene) -> bool:
    """Whether it tells a sign; what was, of another part of the body, is none any more."""
    signs = _found(scene) - OF_A_LIFE
    if is_past(scene) and not scene.decision.level.urgent:
        return any(sign.startswith(_OF_THE_LEG) for sign in signs)
    return bool(signs)


def is_past(scene: Scene) -> bool:
    """Whether a message without a question tells of what was."""
    return not _asks(scene.turn.normalized, scene.base) and says(scene.turn.normalized, scene.base.stories.past)


def _asks(normalized: str, base: KnowledgeBase) -> bool:
    """Whether it asks; "tidak pakai sandal" at the end asks nothing, "pakai sandal tidak" does."""
    words = normalized.split()
    tail = words[-2:] if words[-1:] == [_WONDERS] else words[-1:]
    return bool(base.asking.last & set(tail)) or asks([*words, *_PAD], base.asking)


def _complains_elsewhere(scene: Scene) -> bool:
    reading = read_elsewhere(scene.turn.normalized, scene.base.elsewhere)
    return reading.place is not None and not reading.leg


def substance_asked(scene: Scene) -> Hit | None:
    """ "dari makanan apa kalsium": the point about the food that holds it."""
    stories, normalized = scene.base.stories, scene.turn.normalized
    if not says(normalized, stories.holding) or scene.turn.of(Kind.FINDING):
        return None
    asks = scene.asks or scene.turn.intent in {_ASKS_SOURCES, "tanya_boleh"}
    named = [word for word in stories.substances if says(normalized, {word})]
    if not asks or len(named) != 1 or "boleh" in normalized.split():
        return None
    entry, point = stories.substances[named[0]]
    own = (hit for hit in scene.turn.hits[:_BEST] if hit.entry == entry)
    better = (hit for hit in own if named[0] in scene.base.entry(entry).point(hit.point).text.lower())
    return next(better, Hit(entry, point, 1.0))


def known_after_all(scene: Scene) -> Hit | None:
    """The point of ours that answers a question which was taken for another complaint ("otot mana yang di-USG")."""
    turn, stories = scene.turn, scene.base.stories
    if turn.intent not in _ELSEWHERE | {_ASKS_SOURCES} or not scene.asks or turn.outside & _FOREIGN:
        return None
    if _complains_elsewhere(scene) or "lain" in turn.parts or not says(turn.normalized, stories.known):
        return None
    best = next(iter(turn.hits), None)
    return best if best is not None and best.score >= _KNOWN else None
