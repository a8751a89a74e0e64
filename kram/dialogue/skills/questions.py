"""Questions that one point of the knowledge base answers: "berapa lama?", "apa itu?", "mitos atau fakta?"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from kram.answers.answer import Block, BlockKind, Button
from kram.answers.compose import WARNS, button, compose, say, suits
from kram.answers.contraindications import suitability
from kram.answers.likeness import alike, unlike
from kram.dialogue.asked import (
    ASKED_OF_A_SITUATION,
    ASKED_OF_ONESELF,
    asks_verdict,
    certainty,
    complains_only,
    is_personal,
    ranked,
)
from kram.dialogue.choose import NEED_OF_INTENT, situations, tells_cramp
from kram.dialogue.leave import asks_leave
from kram.dialogue.moves import of_no_cramp
from kram.dialogue.people import is_of_people
from kram.dialogue.scene import Outcome, Scene, advised
from kram.dialogue.skills.cautions import specials, unclear_place
from kram.dialogue.skills.factors import asks_just_why, factors_block
from kram.dialogue.skills.named import typed_as
from kram.knowledge.model import Cell, Entry, Hit, Need, Point, Section, Status
from kram.knowledge.wording import sentences
from kram.language.model import Kind

_NOTED = 0.17
_WORTH_OFFERING = 0.12
_MIN_WORDS_TO_OFFER = 2
_AS_NEAR = 0.75
_OF_SIGNS = frozenset({"situasi", "periksa", "penyebab"})
_JUST_AS_NEAR = 0.85
_SURE_OF_A_CLAIM = 0.25
_NEGATIVE = frozenset({"jangan", "tidak", "bukan", "belum", "hindari", "tanpa"})
_FORBIDS = ("jangan", "hindari", "tidak")
_SAYS_NO = ("jangan", "hindari", "tidak boleh", "tidak aman", "tidak dianjurkan", "sebaiknya jangan", "sebaiknya tidak")
_ON_CONDITION = frozenset({"bila", "kalau", "jika", "saat", "pada"})
_DENIED_REACH = 3
_WORD = re.compile(r"\w+")
_MAX_OFFERED = 3
_ROOM_FOR_TWO = 560
_MAX_REASONS = 2


def answer_question(scene: Scene) -> Outcome:
    """Answer the question that `question_of` found.

    Of points about as near, the first that this person may follow: a no to what nobody asked leave for is no answer.
    """
    hits = ranked(scene)
    near = [hit for hit in hits if hit.score >= _AS_NEAR * hits[0].score]
    if not scene.turn.remedies and not asks_leave(scene):
        near = [hit for hit in near if not unfit(scene, scene.base.entry(hit.entry).point(hit.point))]
    return tell_point(scene, (near or hits)[0])


def tell_point(
    scene: Scene,
    hit: Hit,
    *,
    full: bool = False,
    told: Set[str] = frozenset(),
    alone: bool = False,
    exact: bool = False,
    fits: bool = False,
) -> Outcome:
    """Answer with one point: its text first, then what else is known, nearest first.

    Args:
        scene: the turn.
        hit: the point.
        full: tell all that fits.
        told: what was told before and is left out.
        alone: leave out what other entries say; the message is too short to tell what else is meant.
        exact: the point is that very question; another that sounds like it says nothing of use.
        fits: it is told because of who asks, so it says itself what suits them.
    """
    need = NEED_OF_INTENT.get(scene.turn.intent, Need.GENERAL)
    entry = scene.base.entry(hit.entry)
    point = entry.point(hit.point)
    lead = replace(entry, points=() if exact else _nearest(scene, entry, point, alone=alone, full=full))
    if of_no_cramp(scene) and entry.kind not in _OF_SIGNS:  # what to do "saat kram" helps nobody who has none
        lead = replace(lead, sections={s: i for s, i in entry.sections.items() if s is Section.DOCTOR})
    if not full and _needs_nothing_else(scene, hit):
        lead = replace(entry, points=(), sections={})
    notes: list[Block] = []
    first = point_block(scene, entry, point, sure=hit.score >= _SURE_OF_A_CLAIM)
    about = point.remedies or entry.remedies
    named = tuple(remedy for remedy in scene.turn.remedies if remedy in about) or scene.turn.remedies
    # it says no itself, or is for just these people
    spoken_for = (exact or fits) and (forbids(point) or bool(point.only_if))
    warning = None if spoken_for else personal_warning(scene, named or about, besides=point.only_if | entry.populations)
    if unfit(scene, point) and not spoken_for:
        first = warning[1] if warning is not None else _not_for(scene, point)
    elif warning is not None and warning[0] is Status.NO:
        first, notes = warning[1], [first]
    elif warning is not None:
        typed = next(filter(None, (typed_as(scene, remedy) for remedy in named)), "")
        notes = [replace(warning[1], text=f"{typed}: {warning[1].text}") if typed else warning[1]]
    if scene.person.populations:
        notes += [*unclear_place(scene), *specials(scene, entry)]
    if not full and not told and asks_just_why(scene) and (own := factors_block(scene, first.text)) is not None:
        notes.insert(0, own)
    if not full and not told:
        notes += other_questions(scene, [first.text, *(note.text for note in notes)], hit)
    answer = compose(
        scene.base,
        (lead, *_beside(scene, hit)),
        need,
        scene.recipient,
        scene.decision,
        full=full,
        opening=first,
        notes=notes,
        by_point=True,
        told=told,
        also=() if full or told else scene.wishes_besides(need),
        heard=scene.heard,
    )
    names: tuple[str, ...] = ("redakan", "sumber", "kenapa") if full else ("lanjut", "sumber", "kenapa")
    if need in {Need.DANGER, Need.DOCTOR}:
        names = ("cek", "lanjut", "sumber")
    answer = replace(answer, buttons=tuple(button(scene.base, name) for name in names))
    return advised(
        scene, answer, need, scene.turn.remedies or (entry.remedies if entry.kind == "remedi" else ()), point.id
    )


def _beside(scene: Scene, hit: Hit) -> list[Entry]:
    """The situation that is told beside a point; how to ease a cramp helps nobody who tells of none."""
    if is_of_people(scene, hit) and not tells_cramp(scene.base, scene.turn):
        return []
    return situations(scene.base, scene.turn, scene.person)[:1]


def _needs_nothing_else(scene: Scene, hit: Hit) -> bool:
    """Whether who asks this, and tells no sign, wants nothing beside: a price, or whether an insurance pays."""
    fixed = (one for one in scene.base.talk.direct if one.alone)
    return not scene.turn.of(Kind.FINDING) and any((one.entry, one.point) == (hit.entry, hit.point) for one in fixed)


def other_questions(scene: Scene, said: Sequence[str], *answered: Hit) -> list[Block]:
    """What answers the other question of a message that asks two things; the second one only.

    Args:
        scene: the turn.
        said: what the answer tells already.
        answered: the points that it tells already.
    """
    done = {(hit.entry, hit.point) for hit in answered}
    questions = scene.turn.asked if len(scene.turn.asked) > 1 else ()
    for hit in (asked.hits[0] for asked in questions if asked.hits):
        entry = scene.base.entry(hit.entry)
        point = entry.point(hit.point)
        if (
            (hit.entry, hit.point) in done
            or hit.score < ASKED_OF_ONESELF
            or unfit(scene, point)
            or not meant_for(scene, point)
        ):
            continue
        block = point_block(scene, entry, point)
        if any(alike(block.text, text) for text in said) or sum(map(len, (*said, block.text))) > _ROOM_FOR_TWO:
            continue
        return [block]
    return []


def forbids(point: Point) -> bool:
    """Whether it says no; perhaps only to some: "jangan bila diabetes"."""
    return point.verdict in WARNS or point.text.lower().startswith(_FORBIDS)


def says_no(point: Point) -> bool:
    """Whether it begins with a no to something; "tidak ada obat ..." only says that there is none."""
    return point.text.lower().startswith(_SAYS_NO)


def forbids_all(point: Point) -> bool:
    """Whether it says no to everybody."""
    first = next(iter(sentences(point.text)), "").lower().split()
    plainly = point.verdict == "tidak_aman" or point.text.lower().startswith(_FORBIDS)
    return plainly and not _ON_CONDITION & set(first)


def unfit(scene: Scene, point: Point) -> bool:
    """Whether this person must not do what the point tells them to; a warning is for everybody."""
    who = scene.recipient
    if forbids(point):
        return False
    if point.skip_if & (who.populations | who.findings):
        return True
    forbidden = any(
        suitability(scene.base, remedy, who.populations, who.findings).status is Status.NO for remedy in point.remedies
    )
    return forbidden and _advises(scene, point.text)


def meant_for(scene: Scene, point: Point) -> bool:
    """Whether a point that is written for some people only ("dokter jantung Anda") is for this one."""
    have = scene.person.populations | scene.person.findings.keys() | scene.person.contexts
    return not point.only_if or bool(point.only_if & have)


def _advises(scene: Scene, text: str) -> bool:
    """Whether it tells somebody to do something; "jangan minum ..." does not."""
    words = _WORD.findall(text.lower())
    denied = {i + n for i, word in enumerate(words) if word in _NEGATIVE for n in range(1, _DENIED_REACH + 1)}
    return any(word in scene.base.asking.advice and i not in denied for i, word in enumerate(words))


def _not_for(scene: Scene, point: Point) -> Block:
    """In place of an instruction that is not meant for people like this one, and why."""
    who = scene.recipient
    reasons = sorted(point.skip_if & (who.populations | who.findings))
    if not reasons:  # a remedy that it advises is not for them: the table says why
        verdicts = [suitability(scene.base, remedy, who.populations, who.findings) for remedy in point.remedies]
        refused = next(verdict for verdict in verdicts if verdict.status is Status.NO)
        told = scene.phrase("remedi_jangan", alasan=refused.decisive[0].reason)
        return Block(BlockKind.WARNING, told, evidence=refused.evidence)
    text = scene.phrase("butir_jangan", siapa=scene.who, sebab=", ".join(scene.base.names[r].spoken for r in reasons))
    return Block(BlockKind.WARNING, text, evidence=point.behind)


def nearest_point(scene: Scene, entries: tuple[Entry, ...]) -> list[Block]:
    """What comes near to the question, to be told within an answer that the situation leads."""
    hits = ranked(scene)
    if not hits or not scene.asks or not is_personal(scene):
        return []
    if complains_only(scene) or min(hits[0].score, certainty(hits)) < _NOTED:
        return []  # "tiap malam kram, kenapa ya?" is answered by the situation, all of it
    entry = scene.base.entry(hits[0].entry)
    point = entry.point(hits[0].point)
    unasked = (point.remedies or entry.kind == "remedi") and not scene.turn.remedies  # a remedy that nobody named
    if not suits(scene.base, point, scene.recipient) or (unasked and hits[0].score < ASKED_OF_A_SITUATION):
        return []
    return [point_block(scene, entry, point)]


def offer(scene: Scene) -> Outcome | None:
    """The nearest three questions as buttons, when none is sure; None when none is even likely."""
    near: dict[str, Hit] = {}
    for hit in ranked(scene):
        if hit.score >= _WORTH_OFFERING:
            near.setdefault(hit.entry, hit)
    if not near or len(scene.turn.normalized.split()) < _MIN_WORDS_TO_OFFER:
        return None
    chosen = list(near.values())[:_MAX_OFFERED]
    answer = say(scene.base, scene.phrase("pilih_topik"))
    buttons = tuple(Button(scene.base.entry(h.entry).title, _question(scene, h)) for h in chosen)
    return Outcome(replace(answer, buttons=buttons), replace(scene.conversation, misses=0))


def personal_warning(
    scene: Scene, remedies: tuple[str, ...], *, besides: Set[str] = frozenset()
) -> tuple[Status, Block] | None:
    """What of these remedies does not suit this person, strictest first.

    Args:
        scene: the turn.
        remedies: ids.
        besides: populations for whom the answer is written, so that it tells what they are careful of.
    """
    who = scene.recipient
    cells: list[Cell] = []
    for remedy in remedies:
        verdict = suitability(scene.base, remedy, who.populations, who.findings)
        theirs = {column for one in besides for column in scene.base.remedy_columns.get(one, ())}
        cells += [
            cell
            for column, cell in verdict.personal
            if cell.status is Status.NO or (cell.status is not Status.OK and column not in theirs)
        ]
    for status, phrase in ((Status.NO, "remedi_jangan"), (Status.CAREFUL, "untuk_anda_hati_hati")):
        fitting = [cell for cell in cells if cell.status is status]
        if fitting:
            reasons = " ".join(unlike(cell.reason for cell in fitting)[:_MAX_REASONS])
            evidence = tuple(dict.fromkeys(e for cell in fitting for e in cell.evidence))
            text = scene.base.phrases[phrase].format(siapa=scene.who, alasan=reasons)
            return status, Block(BlockKind.WARNING, text, evidence=evidence)
    return None


def _question(scene: Scene, hit: Hit) -> str:
    return scene.base.entry(hit.entry).point(hit.point).ask[0]


def point_block(scene: Scene, entry: Entry, point: Point, *, sure: bool = True) -> Block:
    """What a point says; with the verdict in front when the person asks "mitos atau fakta?".

    Args:
        scene: the turn.
        entry: the entry of the point.
        point: what to tell.
        sure: it is about that very claim, so that "Fakta." may stand before it.
    """
    text = point.text.format(**scene.base.numbers)
    # "Fakta. ... jangan ..." may confirm the wrong half; a text that says no somewhere stands by itself.
    plain = point.verdict != "didukung" or (sure and not _NEGATIVE & set(_WORD.findall(text.lower())))
    if asks_verdict(scene) and plain:
        text = f"{scene.base.verdicts[point.verdict].claim} {text}"
    return Block(BlockKind.TEXT, text, entry=entry.id, evidence=point.behind)


def _nearest(scene: Scene, entry: Entry, point: Point, *, alone: bool, full: bool) -> tuple[Point, ...]:
    """What else to tell: the next point when it comes as near; when all is asked for, the others of the entry, too.

    Beside a point for what the person has ("kapan boleh main lagi" with a pulled muscle) those of the same entry
    that are for something else say what does not hold here.
    """
    hits = ranked(scene)
    others = [p for p in entry.points if p.id != point.id] if full else []
    own = next((hit for hit in hits if (hit.entry, hit.point) == (entry.id, point.id)), None)
    if own is None:
        return tuple(others)  # told again, or for somebody else: what the message is near to is beside the point
    theirs = own.supposes & (scene.person.findings.keys() | scene.person.populations)
    near = [
        scene.base.entry(hit.entry).point(hit.point)
        for hit in hits
        if hit.score >= max(_JUST_AS_NEAR * hits[0].score, ASKED_OF_ONESELF)  # of far ones any may be next
        and (hit.entry, hit.point) != (entry.id, point.id)
        and not (alone and hit.entry != entry.id)
        and not (theirs and hit.entry == entry.id and not theirs & hit.supposes)
    ]
    return tuple(dict.fromkeys([*near, *others] if full else near[:1]))
