"""What a question without a subject of its own is asked of: "berapa lama sembuhnya?" behind a story of soreness."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from kram.dialogue.asked import ranked
from kram.dialogue.choose import complaints, situations, tells_cramp
from kram.dialogue.moves import says, subjects_in
from kram.dialogue.scene import Scene
from kram.knowledge.model import Complaint, Hit
from kram.knowledge.talk import CRAMP
from kram.language.model import Kind

_NO_COMPLAINT = frozenset({"remedi", "latihan"})
_EXACT = 1.0
_FEW_WORDS = 14


def of_the_complaint(scene: Scene, asked: str = "") -> Hit | None:
    """The point that answers a question for the complaint that the talk is about, None when it is no such question.

    Args:
        scene: the turn.
        asked: the question, in normalised words; by default the last one of the message.
    """
    if not scene.asks:
        return None
    last_asked = scene.turn.asked[-1].text if scene.turn.asked else scene.turn.normalized
    few = len(scene.turn.normalized.split()) <= _FEW_WORDS
    text = asked or (scene.turn.normalized if few else last_asked)
    behind = bool(scene.conversation.last.entries)
    for one in (one for one in scene.base.talk.by_complaint if behind or not one.later):
        plainly = says(text, one.phrases) and (not one.beside or says(text, one.beside))
        if not plainly and not (says(text, one.alone) and not _names_more(scene, asked or last_asked, one.alone)):
            continue
        hit = next((hit for name in _subjects(scene) if (hit := _told(one.points, scene, name)) is not None), None)
        if hit is not None and _is_of(scene, hit) and not _of_such_people(scene, hit) and not _just_told(scene, hit):
            return hit
    return None


def _just_told(scene: Scene, hit: Hit) -> bool:
    """Whether the answer before was that very point, for the same person."""
    text = scene.base.entry(hit.entry).point(hit.point).text.format(**scene.base.numbers)
    return text in scene.heard


def _of_such_people(scene: Scene, hit: Hit) -> bool:
    """Whether what comes nearest is about people like this one: a swelling after birth is not that of long standing."""
    nearest = next(iter(ranked(scene)), None)
    if nearest is None or nearest.entry == hit.entry or _is_own_point(scene, hit):
        return False
    return bool(scene.base.entry(nearest.entry).populations & scene.person.populations)


def _is_own_point(scene: Scene, hit: Hit) -> bool:
    """Whether the point is one of the told complaint's own: growing pains are of children anyway."""
    return any(entry.id == hit.entry for entry in complaints(scene.base, scene.turn))


def _is_of(scene: Scene, hit: Hit) -> bool:
    """Whether the message names no remedy but those that the point is about ("posisi tidur" is one)."""
    entry = scene.base.entry(hit.entry)
    return set(scene.turn.remedies) <= {*entry.remedies, *entry.point(hit.point).remedies}


def _names_more(scene: Scene, text: str, phrases: Set[str]) -> bool:
    """Whether a question is about something that is no complaint of this message."""
    felt = {word for m in scene.turn.mentions for word in m.text.lower().split()}
    felt |= {word for phrase in phrases if says(text, {phrase}) for word in phrase.split()}
    rest = " ".join(word for word in text.split() if word not in felt)
    return subjects_in(rest, scene.base) > 0


def _told(points: Mapping[str, tuple[str, str]], scene: Scene, name: str) -> Hit | None:
    entry = scene.base.entry(name)
    cramp = entry.is_situation and entry.complaint is None
    told = points.get(name) or (points.get(CRAMP) if cramp else None)
    return Hit(*told, _EXACT) if told else None


def _subjects(scene: Scene) -> Iterator[str]:
    """Entries that the talk may be about, the likeliest first: what is told now, the last answer, what is known."""
    base, turn, last = scene.base, scene.turn, scene.conversation.last
    told = sorted(complaints(base, turn), key=lambda entry: -entry.priority)
    named = [base.entry(m.value) for m in turn.of(Kind.TOPIC, asserted=False)]
    cramp = tells_cramp(base, turn)
    if cramp:  # what is felt beside a cramp is not what lasts
        told = [entry for entry in told if entry.complaint is Complaint.FIRST]
    fitting = [entry.id for entry in situations(base, turn, scene.person) if not cramp or entry.complaint is None]
    if told or cramp or turn.of(Kind.FINDING):
        first = [entry.id for entry in told if entry.id in fitting] or [entry.id for entry in told]
        yield from (*first, *(entry.id for entry in named), *(fitting[:1] if cramp or not told else ()))
        return
    # "kesemutannya sampai kapan?" names the complaint that was told; only another one changes the subject.
    told_words = " ".join(scene.person.findings.values()).lower()
    other = [m for m in turn.of(Kind.TOPIC, asserted=False) if m.text.lower() not in told_words]
    yield from (m.value for m in other)
    lead = base.entry(last.entries[0]) if last.entries and last.entries[0] in base.entries else None
    if lead is not None and lead.kind not in _NO_COMPLAINT:
        yield lead.id
    yield from fitting[:1]
