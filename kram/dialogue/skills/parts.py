"""The answer to one question of several: a point, a verdict on remedies, or what the situation says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kram.answers.answer import Block, BlockKind
from kram.dialogue.choose import choose_entries
from kram.dialogue.moves import says
from kram.dialogue.scene import Scene
from kram.dialogue.skills.factors import factors_block
from kram.dialogue.skills.needs import to_be_checked
from kram.dialogue.skills.questions import forbids, personal_warning, point_block
from kram.dialogue.skills.remedies import verdict_block
from kram.knowledge.model import Complaint, Entry, Hit, Need, Point, Section, Status
from kram.language.model import Kind

SURELY = 0.28
"""From here one question in a long story is answered by its own words."""

EXACTLY = 0.4
AS_NEAR = 1.1
"""A short question comes a little nearer to everything than the message it stands in."""

MOST_QUESTIONS = 4
_OWN_SIGNS = 2
_OF_A_MEDICINE = (
    "obat-tbc",
    "obat-lambung",
    "obat-statin",
    "obat-diuretik",
    "obat-hormon",
    "obat-tekanan",
    "obat-pemicu",
)
_WHEN_TO_BE_SEEN = "kapan-ke-dokter"


@dataclass(frozen=True)
class Part:
    """The answer to one question: words of their own, or what the situation says of a need."""

    need: Need
    block: Block
    hit: Hit | None = None
    remedies: tuple[str, ...] = ()


def point_of(scene: Scene, hit: Hit) -> Point:
    """The point that a hit names."""
    return scene.base.entry(hit.entry).point(hit.point)


def is_unanswered(part: Part) -> bool:
    """Whether it only says that nothing is known of what was asked."""
    return part.hit is None and not part.remedies and not part.block.entry and not part.block.evidence


def is_of_another_medicine(scene: Scene, hit: Hit) -> bool:
    """Whether an entry is about a medicine that the message does not name: "boleh saya stop dulu?" of another one."""
    entry = scene.base.entry(hit.entry)
    if not entry.id.startswith(_OF_A_MEDICINE):
        return False
    named = {m.value for m in scene.turn.of(Kind.TOPIC, asserted=False)}
    said = says(scene.turn.normalized, {alias.lower() for alias in entry.aliases})
    return not (entry.id in named or said or entry.populations & scene.person.populations)


def of_point(scene: Scene, hit: Hit) -> Part:
    """What a point answers, cut to this person."""
    entry = scene.base.entry(hit.entry)
    need = next((n for n in Need if n in entry.needs), Need.GENERAL)
    return Part(need, point_block(scene, entry, entry.point(hit.point)), hit)


def of_thing(scene: Scene, hit: Hit) -> Part:
    """A point about a thing that was named; a no to this person comes in its place."""
    part, point = of_point(scene, hit), point_of(scene, hit)
    warning = personal_warning(scene, point.remedies)
    refused = warning is not None and warning[0] is Status.NO and not forbids(point)
    return replace(part, block=warning[1]) if warning is not None and refused else part


def is_refused(scene: Scene, remedies: tuple[str, ...]) -> bool:
    """Whether one of them is not for this person, for what they have or take."""
    warning = personal_warning(scene, remedies)
    return warning is not None and warning[0] is Status.NO


def of_remedies(scene: Scene, remedies: tuple[str, ...]) -> Part:
    """May this person do it, and how."""
    return Part(Need.ALLOWED, verdict_block(scene, remedies), None, remedies)


def of_situation(scene: Scene, need: Need) -> Part:
    """What the situation says of a need; what a doctor should see comes first."""
    lead = situation_of(scene)[0]
    checked = to_be_checked(scene, need, lead)
    first = lead.complaint is Complaint.FIRST
    if need is Need.DANGER and first and checked is None:  # what it is says how dangerous it is
        need = Need.GENERAL
    if need is Need.DOCTOR and first and need not in lead.lead and checked is None:
        own = lead.sections.get(Section.DOCTOR, ())[:_OWN_SIGNS]
        text = " ".join(item.text for item in own).format(**scene.base.numbers)
        evidence = tuple(e for item in own for e in item.evidence)
        if own:
            return Part(need, Block(BlockKind.TEXT, text, entry=lead.id, evidence=evidence))
    if need is Need.DOCTOR and need not in lead.lead:
        lead = scene.base.entry(_WHEN_TO_BE_SEEN)  # a cramp that has no word on doctors of its own
    opening = Block(BlockKind.TEXT, lead.opening(need).format(**scene.base.numbers), entry=lead.id)
    factors = factors_block(scene, opening.text) if checked is None and need is Need.CAUSE else None
    if factors is not None:
        opening = replace(factors, text=f"{opening.text} {factors.text}", entry=lead.id)
    return Part(need, checked or opening)


def situation_of(scene: Scene) -> tuple[Entry, ...]:
    """The entries of what was told, the leading one first; cramps in general when nothing special was."""
    entries = choose_entries(scene.base, Need.GENERAL, scene.turn, scene.person)
    return tuple(e for e in entries if e.is_situation) or (scene.base.entry("kram-umum"),)
