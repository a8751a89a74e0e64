""" "Apa gara-gara obatnya?", "boleh distop?", "jadi ngantuk terus": what is asked about a medicine that is taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import button, compose
from kram.dialogue.asked import ranked
from kram.dialogue.choose import situations
from kram.dialogue.moves import says
from kram.dialogue.scene import Outcome, Scene, Skill, advised
from kram.dialogue.skills.values import without_later_date
from kram.dialogue.state import Conversation
from kram.dialogue.wishes import wished_words
from kram.knowledge.drugs import Drug
from kram.knowledge.model import Hit, Need, Point, Section
from kram.knowledge.wording import sentences
from kram.language.model import SELF, Kind
from kram.triage.model import Decision

_WORD = re.compile(r"\w+")
_SINCE_A_DRUG = "kram_baru_setelah_obat"
_MOST = 3
_SENTENCES_OF_EACH = 2
_EXACTLY = 0.4
_LEAVE_REACH = 2
_SUPPORTED = "didukung"
_BEHIND_REVIEW = ("CE08", "CE31")


@dataclass(frozen=True)
class Told:
    """What answers a question about medicines.

    Attributes:
        block: the sentences.
        hit: the point that they are from, the first of several.
        of_effect: it explains what somebody feels by the medicine.
        of_several: it weighs several medicines against each other.
    """

    block: Block
    hit: Hit
    of_effect: bool = False
    of_several: bool = False


def of_drugs(scene: Scene, asked: str) -> Told | None:
    """What answers a question about medicines that the person takes, None when it asks nothing of the kind.

    Args:
        scene: the turn.
        asked: the question in normalised words.
    """
    table = scene.base.drugs
    drugs = _named(scene, asked)
    if (effect := _of_effect(scene)) is not None:
        return effect
    if not drugs:
        return None
    drugs = tuple(drug for drug in drugs if not drug.is_bought)
    if drugs and (timed := _of_timing(scene, asked, drugs)) is not None:
        return timed
    if not drugs or says(asked, table.elsewhere):
        return None
    if says(asked, table.stopping) or (has_left(scene) and says(asked, table.resuming)):
        return _of_stopping(scene, drugs)
    # "Apakah diuretik memicu kram?" asks in general, which the search answers more exactly.
    return _of_cause(scene, drugs) if says(asked, table.blaming) and _is_told(scene) else None


def has_left(scene: Scene) -> bool:
    """ "Sudah saya stop sendiri seminggu": a medicine was left off already, which is no plan any more."""
    words, asking = scene.turn.normalized.split(), scene.base.asking.leave
    # "boleh saya stop sendiri?" is the plan itself, and "sudah saya stop sendiri" is not
    told = [" " if {word, *words[max(at - _LEAVE_REACH, 0) : at]} & asking else word for at, word in enumerate(words)]
    return says(" ".join(told), scene.base.drugs.leaving)


def drugs(scene: Scene) -> Skill | None:
    """The skill for a message that asks one thing, and that of a medicine."""
    if (listed := _listed(scene)) is not None:
        return lambda s: tell_drug(s, listed)
    if _asks_only_of_it(scene) and (effect := _of_effect(scene)) is not None:
        return lambda s: tell_drug(s, effect)  # "minum amlodipin kok kaki saya jadi bengkak"
    asked = scene.turn.asked
    text = asked[0].text if asked else scene.turn.normalized
    if len(asked) > 1 or not (scene.asks or asked or _means_to_stop(scene)):
        return None
    told = of_drugs(scene, text)
    return (lambda s: tell_drug(s, told)) if told is not None else None


def of_since(scene: Scene) -> Hit | None:
    """ "Baru dua bulan minumnya": a medicine that is new is what may be behind a cramp that is new."""
    since = scene.base.talk.since
    text = " ".join(word.removesuffix("nya") for word in scene.turn.normalized.split())
    if scene.asks or since is None or not scene.person.medicines or scene.conversation.warned:
        return None
    return Hit(*since, 1.0) if says(text, scene.base.talk.taken_since) and not scene.change.findings else None


def _listed(scene: Scene) -> Told | None:
    """Cramps, and several medicines or a new one, told without a question: what these may have to do with them."""
    cramps = scene.base.talk.cramps & {m.value for m in scene.turn.of(Kind.FINDING)}
    found = [d for d in _drugs_in(scene, scene.turn.normalized) if not d.is_bought]
    new = _SINCE_A_DRUG in {m.value for m in scene.turn.of(Kind.FINDING)}
    return _of_cause(scene, found) if cramps and found and (new or len(found) > 1) and not scene.asks else None


def _is_told(scene: Scene) -> bool:
    """Whether somebody takes the medicine, and no point of its entry is what exactly was asked."""
    turn, table = scene.turn, scene.base.drugs
    takes = scene.base.asking.oneself | table.taking
    told = takes & set(turn.normalized.split()) or turn.person or scene.conversation.said
    best = next(iter(ranked(scene)), None)
    places = {drug.cause for drug in table.known}
    exact = best is not None and best.score >= _EXACTLY and best.entry in {entry for entry, _ in places}
    exact = exact and len(turn.asked) <= 1  # what the whole message is near to is none of its questions
    return bool(told) and not (exact and best is not None and (best.entry, best.point) not in places)


def _means_to_stop(scene: Scene) -> bool:
    """ "Kalau gitu saya stop aja ya": asks nothing in words, and must be answered all the same."""
    text = scene.turn.normalized
    return says(text, scene.base.drugs.stopping) and _names_nothing_else(scene, text)


def _asks_only_of_it(scene: Scene) -> bool:
    """Whether every question is one of the medicine or of what to do: "apa karena obatnya, dan harus bagaimana?"."""
    asking = scene.base.asking
    bare = asking.complaining | wished_words(scene.turn.normalized, asking.wishes)
    rests = (" ".join(w for w in one.text.split() if w not in bare) for one in scene.turn.asked)
    return all(_names_nothing_else(scene, rest) for rest in rests)


def _names_nothing_else(scene: Scene, asked: str) -> bool:
    table, asking, talk = scene.base.drugs, scene.base.asking, scene.base.talk
    empty = asking.empty | asking.anywhere | asking.last | asking.pointing | asking.pointing_beside | asking.leave
    empty = empty | asking.oneself | talk.joining | talk.called
    cues = {
        word
        for phrase in (*table.blaming, *table.stopping, *table.pointing, *table.timing, *table.resuming)
        for word in phrase.split()
    }
    return all(word in empty or word in cues for word in asked.split())


def _named(scene: Scene, asked: str) -> tuple[Drug, ...]:
    """The medicines that a question is about: those it names, or those named before when it points at them."""
    if found := _drugs_in(scene, asked):
        return found
    timed = says(asked, scene.base.drugs.timing) and not scene.turn.named_remedies
    if not timed and not says(asked, scene.base.drugs.pointing) and not _names_nothing_else(scene, asked):
        return ()
    told = " ".join(scene.person.medicines) or scene.conversation.said.replace(",", " ")
    return _drugs_in(scene, scene.turn.normalized) or _drugs_in(scene, told)


def _drugs_in(scene: Scene, text: str) -> tuple[Drug, ...]:
    found = [drug for drug in scene.base.drugs.known if says(text, drug.names)]
    exact = [drug for drug in found if not drug.is_group]
    return tuple((exact or found)[:_MOST])


def _of_effect(scene: Scene) -> Told | None:
    """ "Minum baclofen jadi ngantuk terus": the effect, which nobody needs to ask about in so many words."""
    lead = scene.decision.lead if scene.decision.level.urgent else None
    alarming = lead.used(scene.decision.findings) if lead is not None else frozenset()
    signs = {word for m in scene.turn.of(Kind.FINDING) if m.value in alarming for word in m.text.lower().split()}
    for drug in _drugs_in(scene, scene.turn.normalized):
        # One swollen leg may be a clot, and is not to be explained away by amlodipine.
        if drug.effect is not None and says(scene.turn.normalized, drug.effects - signs):
            return Told(_block(scene, drug.effect), Hit(*drug.effect, 1.0), of_effect=True)
    return None


def _of_timing(scene: Scene, asked: str, found: Sequence[Drug]) -> Told | None:
    """ "Diminum pagi atau malam?": each of them once; together with something else it is another question."""
    table = scene.base.drugs
    rest = asked
    for phrase in sorted(table.timing, key=len, reverse=True):
        rest = f" {rest} ".replace(f" {phrase} ", " ").strip()
    if scene.turn.remedies or rest == asked or says(rest, table.elsewhere) or says(rest, table.stopping):
        return None
    places = dict.fromkeys(drug.taken_at for drug in found if drug.taken_at is not None)
    if not places:
        return None
    blocks = [_block(scene, place) for place in places]
    texts = "\n\n".join(block.text for block in blocks)
    behind = tuple(dict.fromkeys(e for block in blocks for e in block.evidence))
    first = next(iter(places))
    return Told(Block(BlockKind.TEXT, texts, entry=first[0], evidence=behind), Hit(*first, 1.0))


def of_corrected(scene: Scene) -> Told | None:
    """ "Eh bukan atorvastatin, amlodipin": what is known of the one that it is; None when no medicine is corrected."""
    named = [d for d in _drugs_in(scene, " ".join(scene.person.medicines)) if not d.is_bought]
    told = [drug for drug in named if says(scene.turn.normalized, drug.names)]
    return _of_cause(scene, told) if told else None


def of_named(scene: Scene) -> Told | None:
    """ "Simvastatin" behind "obat kolesterol, kaki pegal": what it may have to do with the complaint."""
    found = [drug for drug in _drugs_in(scene, scene.turn.normalized) if not drug.is_bought]
    names = {word for drug in found for name in drug.names for word in name.split()}
    rest = set(scene.turn.normalized.split()) - names - scene.base.drugs.taking - scene.base.asking.empty
    complains = bool(scene.person.findings) and not scene.turn.of(Kind.FINDING)
    return _of_cause(scene, found) if found and complains and not rest and not scene.asks else None


def of_told(scene: Scene, before: Conversation) -> Told | None:
    """ "Ibu ada darah tinggi, minum amlodipin" behind a cramp: what the medicine may have to do with it.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    cramps = scene.base.talk.cramps & before.person.findings.keys()
    told = scene.turn.of(Kind.FINDING) or scene.turn.person not in {"", SELF, before.focus}
    if not cramps or told or scene.asks or before.warned or before.focus != scene.conversation.focus:
        return None
    if says(scene.turn.normalized, scene.base.drugs.stopping | scene.base.talk.stopping):
        return None
    own = _drugs_in(scene, " ".join(scene.person.medicines))
    found = [drug for drug in _drugs_in(scene, scene.turn.normalized) if drug in own and not drug.is_bought]
    answer = _of_cause(scene, found) if found else None
    return answer if answer is not None and answer.block.text not in before.last.told else None


def _of_stopping(scene: Scene, found: Sequence[Drug]) -> Told:
    """No, not by themselves; then why, and whom to ask. Whoever has done it already is told what now."""
    first = found[0]
    if first.left is not None and has_left(scene):
        return Told(_block(scene, first.left), Hit(*first.left, 1.0))
    if first.stop is not None:
        block = _block(scene, first.stop)
        if not first.is_bought and "henti" not in next(iter(sentences(block.text)), ""):
            block = replace(block, text=f"{scene.phrase('obat_jangan_ubah')} {_without_stopping(scene, block.text)}")
        return Told(block, Hit(*first.stop, 1.0))
    text = f"{scene.phrase('obat_jangan_ubah')} {scene.phrase('obat_tinjau')}"
    return Told(Block(BlockKind.TEXT, text, evidence=_BEHIND_REVIEW), Hit(*first.cause, 1.0))


def _of_cause(scene: Scene, found: Sequence[Drug]) -> Told:
    """Whether it may be the cause; of several the likelier one first, and once for all what to do."""
    if len(found) == 1:
        block = _block(scene, found[0].cause)
        if has_left(scene):  # "jangan dihentikan sendiri" comes too late
            block = replace(block, text=_without_stopping(scene, block.text) or block.text)
        return Told(block, Hit(*found[0].cause, 1.0))
    likely = sorted(dict.fromkeys(d.cause for d in found), key=lambda c: _point(scene, c).verdict != _SUPPORTED)
    texts = []
    for cause in likely:
        own = sentences(_without_stopping(scene, _point(scene, cause).text.format(**scene.base.numbers)))
        texts.append(" ".join(own[:_SENTENCES_OF_EACH]))
    texts.append(f"{scene.phrase('obat_jangan_ubah')} {scene.phrase('obat_tinjau')}")
    behind = tuple(dict.fromkeys([*(e for c in likely for e in _point(scene, c).behind), *_BEHIND_REVIEW]))
    return Told(
        Block(BlockKind.TEXT, "\n\n".join(texts), entry=likely[0][0], evidence=behind),
        Hit(*likely[0], 1.0),
        of_several=True,
    )


def _without_stopping(scene: Scene, text: str) -> str:
    """Without what every medicine says, that one must not stop it, and without what a condition leads to without it."""
    kept: list[str] = []
    asked = False  # the sentence before asked "... hilang saat berhenti?" and went
    for one in sentences(text):
        stops = says(" ".join(_WORD.findall(one.lower())), scene.base.drugs.stopping)
        if not stops and not asked:
            kept.append(one)
        asked = stops and one.endswith("?")
    return " ".join(kept)


def _block(scene: Scene, place: tuple[str, str]) -> Block:
    point = _point(scene, place)
    return Block(BlockKind.TEXT, point.text.format(**scene.base.numbers), entry=place[0], evidence=point.behind)


def _point(scene: Scene, place: tuple[str, str]) -> Point:
    return scene.base.entry(place[0]).point(place[1])


def _without_rule(decision: Decision) -> Decision:
    """What the medicine explains needs no second date for a doctor beside the one that its point sets."""
    return decision if decision.level.urgent else replace(decision, rules=())


def tell_drug(scene: Scene, told: Told) -> Outcome:
    """The answer, then what else matters for the complaint."""
    entry = replace(scene.base.entry(told.hit.entry), points=())
    if told.of_effect:
        doctor = entry.sections.get(Section.DOCTOR, ())
        entry = replace(entry, sections={Section.DOCTOR: doctor}, uncertain="")
    answer = compose(
        scene.base,
        (entry, *(() if told.of_effect else situations(scene.base, scene.turn, scene.person)[:1])),
        Need.CAUSE,
        scene.recipient,
        _without_rule(scene.decision) if told.of_effect else without_later_date(scene, [told.block.text]).decision,
        opening=told.block,
        by_point=True,
        heard=scene.heard,
    )
    answer = replace(answer, buttons=tuple(button(scene.base, name) for name in ("redakan", "dokter", "sumber")))
    return advised(scene, answer, Need.CAUSE, point=told.hit.point)
