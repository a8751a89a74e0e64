""" "Boleh pakai ...?": the verdict for this person, then what is known."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import button, compose
from kram.answers.contraindications import Suitability, suitability
from kram.answers.likeness import alike, unlike
from kram.dialogue.asked import question_of
from kram.dialogue.choose import choose_entries
from kram.dialogue.moves import named_fear
from kram.dialogue.scene import Outcome, Scene, advised
from kram.dialogue.skills.named import called, typed_as
from kram.dialogue.skills.questions import meant_for, other_questions, point_block, unfit
from kram.knowledge.model import Entry, Need, Status
from kram.language.model import Kind

_MAX_REMEDIES = 3
_MAX_REASONS = 2
_VERDICT = {Status.OK: "remedi_ok", Status.CAREFUL: "remedi_hati_hati", Status.NO: "remedi_jangan"}


def answer_remedies(
    scene: Scene, remedy_ids: tuple[str, ...], *, full: bool = False, told: Set[str] = frozenset()
) -> Outcome:
    """Answer about up to three remedies that one message names; in full when more is wanted."""
    asked = _strictest_first(scene, remedy_ids)[:_MAX_REMEDIES]
    verdicts = [(remedy, _look_up(scene, remedy)) for remedy in asked]
    entry = _entry_for(scene, asked[0])
    opening = _opening(scene, entry, verdicts)
    detail = _detail(scene, asked)
    personal = any(verdict.personal for _, verdict in verdicts)
    if detail and alike(detail[0].text, opening.text):
        # Both say the same: the words that fit the question, unless there is a no or the person changes the verdict.
        plain = not personal and all(verdict.status is not Status.NO for _, verdict in verdicts)
        opening, detail = (detail[0] if plain else opening), []
    also = () if full or told else scene.wishes_besides(Need.ALLOWED)
    fear = named_fear(scene)
    if fear is not None and not full and not told:
        feared = scene.base.entry(fear.entry)
        detail = [*detail, point_block(scene, feared, feared.point(fear.point))]
    elif not full and not told:
        detail = [*detail, *other_questions(scene, [opening.text, *(block.text for block in detail)])]
    situation = choose_entries(scene.base, Need.RELIEF, scene.turn, scene.person)
    answer = compose(
        scene.base,
        (entry, *(situation[:1] if also else ())) if entry else situation,
        Need.ALLOWED,
        scene.recipient,
        scene.decision,
        opening=opening,
        notes=detail,
        full=full,
        told=told,
        also=also,
        heard=scene.heard,
    )
    answer = replace(answer, buttons=tuple(button(scene.base, n) for n in ("redakan", "lanjut", "sumber")))
    return advised(scene, answer, Need.ALLOWED, asked)


def verdict_block(scene: Scene, remedies: tuple[str, ...]) -> Block:
    """Yes, carefully, or no, for each remedy by its name."""
    shown = _strictest_first(scene, remedies)[:_MAX_REMEDIES]
    verdicts = [(remedy, _look_up(scene, remedy)) for remedy in shown]
    texts = [f"{called(scene, remedy)}: {_sentence(scene, verdict)}" for remedy, verdict in verdicts]
    evidence = tuple(dict.fromkeys(e for _, verdict in verdicts for e in verdict.evidence))
    return Block(BlockKind.TEXT, "\n".join(texts), evidence=evidence)


def _strictest_first(scene: Scene, remedies: tuple[str, ...]) -> tuple[str, ...]:
    """Of several remedies those that must not be, before those that may; else in the order of the message."""
    return tuple(sorted(remedies, key=lambda remedy: _look_up(scene, remedy).status is not Status.NO))


def _look_up(scene: Scene, remedy: str) -> Suitability:
    who = scene.recipient
    return suitability(scene.base, remedy, who.populations, who.findings)


def _entry_for(scene: Scene, remedy: str) -> Entry | None:
    """The topic about this remedy, the one that is about nothing else first."""
    fitting = [e for e in scene.base.entries.values() if remedy in e.remedies]
    named = {m.value for m in scene.turn.of(Kind.TOPIC, asserted=False)}
    found = [hit.entry for hit in scene.turn.hits]
    return min(
        fitting,
        key=lambda e: (e.id not in named, found.index(e.id) if e.id in found else len(found), len(e.remedies)),
        default=None,
    )


def _detail(scene: Scene, asked: tuple[str, ...]) -> list[Block]:
    """What exactly was asked about the remedy, told after the verdict; after a no nothing that allows it."""
    hit = question_of(scene)
    if hit is None or asks_nothing_else(scene):
        return []
    entry = scene.base.entry(hit.entry)
    point = entry.point(hit.point)
    about = set(asked) & {*point.remedies, *entry.remedies}
    if not about or unfit(scene, point) or not meant_for(scene, point):
        return []
    return [point_block(scene, entry, point)]


def asks_nothing_else(scene: Scene) -> bool:
    """ "boleh pakai koyo?": the remedy and joints; what sounds like it is more than was asked."""
    talk, asking = scene.base.talk, scene.base.asking
    empty = talk.joining | asking.anywhere | asking.last | asking.empty | asking.leave
    named = {word for m in scene.turn.of(Kind.REMEDY, asserted=False) for word in m.text.lower().split()}
    return all(word in empty or word in named for word in scene.turn.normalized.split())


def _opening(scene: Scene, entry: Entry | None, verdicts: list[tuple[str, Suitability]]) -> Block:
    """The first words say yes, carefully, or no."""
    texts: list[str] = []
    evidence: list[str] = []
    for remedy, verdict in verdicts:
        alone = len(verdicts) == 1
        if alone and entry and _speaks_for(entry, verdict):
            text = entry.opening(Need.ALLOWED)
        else:
            text = _sentence(scene, verdict)
        plain = alone and not typed_as(scene, remedy)
        texts.append(text if plain else f"{called(scene, remedy)}: {text}")
        evidence.extend(verdict.evidence)
    return Block(
        BlockKind.TEXT,
        "\n".join(texts),
        entry=entry.id if entry else "",
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _speaks_for(entry: Entry, verdict: Suitability) -> bool:
    """Whether the entry's own words say what the table says: about this remedy alone, to anybody, and no "jangan"."""
    return len(entry.remedies) == 1 and not verdict.personal and verdict.status is not Status.NO


def _sentence(scene: Scene, verdict: Suitability) -> str:
    reasons = unlike(cell.reason for cell in verdict.decisive)[:_MAX_REASONS]
    return scene.phrase(_VERDICT[verdict.status], alasan=" ".join(reasons))
