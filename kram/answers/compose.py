"""Composing an answer from knowledge entries for one person. Nothing is generated: every
sentence of advice is an item of an entry, chosen, filtered and ordered here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from kram.answers.answer import MAX_CHARACTERS, ROOM_FOR_LINK, Answer, Block, BlockKind, Button, block_text
from kram.answers.contraindications import suitability
from kram.answers.likeness import SAME_FACT, SAME_STEP, alike, repeats, without_echo
from kram.answers.limits import days_of, days_of_rule
from kram.answers.sections import Part, shorter, tells_nothing_new, without_said
from kram.answers.warnings import warned_once
from kram.knowledge.model import Entry, Item, KnowledgeBase, Need, Point, Section, Status
from kram.language.model import SELF
from kram.triage.model import Decision, Level, Rule

# How many items of each section, in the order in which they are told, by what was asked.
_SHAPE: dict[Need, tuple[tuple[Section, int], ...]] = {
    Need.GENERAL: ((Section.NOW, 3), (Section.CAUSE, 2), (Section.PREVENT, 2), (Section.DOCTOR, 2)),
    Need.CAUSE: ((Section.CAUSE, 3), (Section.NOW, 2), (Section.PREVENT, 1), (Section.DOCTOR, 2)),
    Need.RELIEF: ((Section.NOW, 4), (Section.PREVENT, 1), (Section.DOCTOR, 2)),
    Need.PREVENTION: ((Section.PREVENT, 4), (Section.NOW, 1), (Section.DOCTOR, 1)),
    Need.DANGER: ((Section.DOCTOR, 4), (Section.NOW, 2)),
    Need.DOCTOR: ((Section.DOCTOR, 5), (Section.NOW, 1)),
    Need.EXERCISE: ((Section.NOW, 5), (Section.PREVENT, 1), (Section.DOCTOR, 1)),
    Need.ALLOWED: ((Section.NOW, 2), (Section.CAUSE, 1), (Section.PREVENT, 2), (Section.DOCTOR, 2)),
    Need.DEFINITION: ((Section.CAUSE, 3), (Section.NOW, 2), (Section.DOCTOR, 1)),
    Need.FIGURE: ((Section.CAUSE, 3), (Section.NOW, 1), (Section.DOCTOR, 3)),
    Need.FOOD: ((Section.PREVENT, 3), (Section.NOW, 2), (Section.CAUSE, 1), (Section.DOCTOR, 1)),
}
_SHAPE_FULL = ((Section.NOW, 9), (Section.FACT, 9), (Section.CAUSE, 9), (Section.PREVENT, 9), (Section.DOCTOR, 9))
# An entry that is nothing but points; and a point that answers the question by itself.
_SHAPE_POINTS = ((Section.FACT, 4), (Section.DOCTOR, 2))
_SHAPE_POINT = ((Section.FACT, 2), (Section.NOW, 2), (Section.DOCTOR, 1))
_SHAPE_POINT_TO_DO = ((Section.NOW, 4), (Section.FACT, 1), (Section.DOCTOR, 1))
_TO_DO = frozenset({Need.RELIEF, Need.EXERCISE})
_HEADINGS = {
    Section.NOW: "judul_sekarang",
    Section.CAUSE: "judul_penyebab",
    Section.PREVENT: "judul_cegah",
    Section.DOCTOR: "judul_dokter",
    Section.FACT: "judul_diketahui",
}
# Sections to which an entry that does not lead may add an item.
_SHARED = frozenset({Section.CAUSE, Section.PREVENT})
# Who asks these wants to know how sure it is.
_DOUBTFUL = frozenset({Need.CAUSE, Need.ALLOWED, Need.FIGURE, Need.DEFINITION, Need.EXERCISE, Need.FOOD})
# The section that answers each wish.
_SECTION_OF = {
    Need.CAUSE: Section.CAUSE,
    Need.RELIEF: Section.NOW,
    Need.DANGER: Section.DOCTOR,
    Need.DOCTOR: Section.DOCTOR,
    Need.PREVENTION: Section.PREVENT,
}
_ABOUT_DOCTORS = frozenset({Need.DOCTOR, Need.DANGER})
_WISHED = 2
WARNS = frozenset({"keliru", "tidak_aman"})
"""Verdicts of points that warn: whom a remedy does not suit needs them most."""

_MOST = MAX_CHARACTERS - ROOM_FOR_LINK
_ENOUGH = 760
"""Characters of an answer that nobody asked to be complete: it is read at night on a small screen."""
_MAX_SHORT_SOURCES = 4
_TODAY = 1


@dataclass(frozen=True)
class Recipient:
    """For whom the answer is."""

    who: str = SELF
    populations: frozenset[str] = frozenset()
    findings: frozenset[str] = frozenset()
    tried: frozenset[str] = frozenset()
    """Remedies that they used already: told in a point, never advised again as a step."""


def suits(base: KnowledgeBase, item: Item, person: Recipient) -> bool:
    """Whether an item may be told to this person."""
    have = person.populations | person.findings
    if item.only_if and not item.only_if & have:
        return False
    if item.skip_if & have:
        return False
    if isinstance(item, Point) and item.verdict in WARNS:
        return True
    if not isinstance(item, Point) and item.remedies and set(item.remedies) <= person.tried:
        return False
    return all(
        suitability(base, remedy, person.populations, person.findings).status is not Status.NO
        for remedy in item.remedies
    )


def compose(
    base: KnowledgeBase,
    entries: Sequence[Entry],
    need: Need,
    person: Recipient,
    decision: Decision,
    *,
    full: bool = False,
    opening: Block | None = None,
    notes: Sequence[Block] = (),
    by_point: bool = False,
    told: Set[str] = frozenset(),
    also: Sequence[Need] = (),
    heard: Set[str] = frozenset(),
) -> Answer:
    """The answer from one or more entries.

    Args:
        base: the knowledge base.
        entries: the entry that leads, then those that may add an item.
        need: what was asked; decides the first sentence and the order.
        person: for whom; filters every step.
        decision: the triage decision of the turn.
        full: tell all that fits, for "selengkapnya".
        opening: takes the place of the entry's own first sentence (verdict on a remedy).
        notes: told right after the first sentence.
        by_point: a point of the leading entry answers the question and opens the answer.
        told: texts of items that were told before and are left out now, for "selengkapnya".
        also: what else was asked in the same message; each gets its section.
        heard: texts of the answer before; what nobody asked for is not told twice in a row.

    Returns:
        An answer of at most `MAX_CHARACTERS` characters.
    """
    lead = entries[0]
    asked = _with_wishes(_shape(lead, need, by_point=by_point), also)
    wanted = {asked[0][0], *(_SECTION_OF[wish] for wish in also)}
    notes = [*notes, *_verdicts(base, entries, need, also)]
    first = opening or Block(BlockKind.TEXT, lead.opening(need).format(**base.numbers), entry=lead.id)
    if opening is None:  # a verdict, or a point, stays before what is like it
        first, notes = without_echo(first, notes)
    if told:
        first, notes = Block(BlockKind.TEXT, base.phrases["lanjutan"].format(judul=lead.title), entry=lead.id), ()
    said = {first.text, *(note.text for note in notes)} | told
    if person.who != SELF:
        prefix = base.phrases["untuk_orang_lain"].format(siapa=base.phrases[f"siapa_{person.who}"])
        first = replace(first, text=f"{prefix} {first.text}")
    if heard and not full:
        asked = tuple(
            part for part in asked if part[0] in wanted or not _was_heard(base, entries, part[0], person, heard)
        )
    parts = _parts(base, entries, _SHAPE_FULL if full else asked, person, said, beside_point=by_point and not full)
    doctor_line = _doctor_line(base, decision, with_reason=True)
    led_by_rule = doctor_line is not None and any(b.entry == doctor_line.entry for b in (opening, *notes) if b)
    heard_already = not full and need not in _ABOUT_DOCTORS and _was_said(base, decision, heard)
    if doctor_line is not None and (led_by_rule or heard_already or doctor_line.text in told):
        doctor_line = None
    if doctor_line is not None:
        notes = [note for note in notes if not repeats(note.text, doctor_line.text)]
        parts = without_said(base, parts, doctor_line.text)
    if need is not Need.DOCTOR:
        parts = _without_later(base, parts, decision)
    most = _MOST if full or by_point else _ENOUGH
    while True:
        fresh = [part for part in parts if not tells_nothing_new(base, part, [first, *notes])]
        blocks = warned_once([first, *notes, *_blocks(base, lead, fresh, doctor_line)], base.talk.told_once)
        evidence = tuple(dict.fromkeys(e for b in blocks for e in b.evidence))
        sources = base.sources_of(evidence)
        with_sources = [*blocks, _sources_block(base, sources)] if sources else blocks
        if not parts or _length(with_sources) <= most:
            break
        if doctor_line is not None and doctor_line != (short := _doctor_line(base, decision, with_reason=False)):
            doctor_line = short  # the reason goes before any advice does
            continue
        parts = shorter(parts, asked[0][0], wanted)
    doubt = Block(BlockKind.TEXT, lead.uncertain, entry=lead.id)
    if (
        lead.uncertain
        and lead.uncertain not in said
        and (full or by_point or need in _DOUBTFUL)
        and _length([*with_sources, doubt]) <= most
    ):
        with_sources.insert(len(with_sources) - (1 if sources else 0), doubt)
    used = [entry_id for part in fresh for entry_id, _ in part.items]
    topics = tuple(dict.fromkeys([lead.id, *used]))
    return Answer(
        level=decision.level,
        blocks=tuple(with_sources),
        topics=topics,
        sources=sources,
        kb_version=base.version,
        evidence=evidence,
    )


def _shape(lead: Entry, need: Need, *, by_point: bool) -> tuple[tuple[Section, int], ...]:
    """How much of which section, in which order."""
    if by_point:
        return _SHAPE_POINT_TO_DO if need in _TO_DO else _SHAPE_POINT
    return _SHAPE_POINTS if lead.only_points else _SHAPE[need]


def _with_wishes(shape: Sequence[tuple[Section, int]], also: Sequence[Need]) -> tuple[tuple[Section, int], ...]:
    """The shape with a section for everything that was asked, behind the one that comes first."""
    first, *rest = shape
    sizes = dict(shape)
    sections = [s for s in dict.fromkeys(_SECTION_OF[wish] for wish in also) if s is not first[0]]
    extra = [(section, max(sizes.get(section, 0), _WISHED)) for section in sections]
    return (first, *extra, *(part for part in rest if part[0] not in sections))


def _verdicts(base: KnowledgeBase, entries: Sequence[Entry], need: Need, also: Sequence[Need]) -> list[Block]:
    """The sentence that says how dangerous it is, when that was asked besides."""
    entry = next((e for e in entries if e.is_situation), None)
    if entry is None or Need.DANGER not in also or need is Need.DANGER:
        return []
    text = entry.opening(Need.DANGER).format(**base.numbers)
    usual = entry.opening(Need.GENERAL).format(**base.numbers)
    return [Block(BlockKind.TEXT, text, entry=entry.id)] if text not in (usual, entry.opening(need)) else []


def _length(blocks: Sequence[Block]) -> int:
    """Characters of the text that the blocks make."""
    return sum(len(block_text(block)) + 2 for block in blocks) - 2


def _parts(
    base: KnowledgeBase,
    entries: Sequence[Entry],
    shape: Iterable[tuple[Section, int]],
    person: Recipient,
    told: Set[str],
    *,
    beside_point: bool,
) -> list[Part]:
    """Items per section: the leading entry first; each other entry may put in one more.

    A step may repeat the first sentence, which only names it; a fact or a cause that was told is not told again.
    """
    parts = []
    for section, count in shape:
        chosen: list[tuple[str, Item]] = []
        for rank, entry in enumerate(entries):
            items = entry.points if section is Section.FACT else entry.sections.get(section, ())
            fitting = [i for i in items if suits(base, i, person)]
            room = count if rank == 0 else int(section in _SHARED or (section is Section.NOW and not chosen))
            fact = section is Section.FACT
            said = [*(text for text in told if fact and not text.endswith(":")), *(other.text for _, other in chosen)]
            texts = [(i, i.text.format(**base.numbers)) for i in fitting]
            share = SAME_FACT if fact and beside_point else SAME_STEP
            fresh = [
                item
                for item, text in texts
                if text not in told
                and not any(alike(text, other, share=share) for other in said)
                and not (section in _SHARED and any(repeats(text, other) for other in told))
            ]
            chosen.extend((entry.id, item) for item in fresh[:room])
        if chosen:
            parts.append(Part(section, tuple(chosen)))
    return parts


def _without_later(base: KnowledgeBase, parts: list[Part], decision: Decision) -> list[Part]:
    """Without what sends somebody to a doctor later than the rule of the turn does; two limits only confuse."""
    rule = doctor_rule(decision)
    limits = base.talk.limits
    sooner = _TODAY if decision.level.urgent else days_of_rule(rule.say, limits) if rule is not None else None
    if sooner is None:
        return parts
    kept = []
    for part in parts:
        late = part.section is Section.DOCTOR
        items = tuple(p for p in part.items if not (late and (days_of(p[1].text, limits) or 0) > sooner))
        kept += [replace(part, items=items)] if items else []
    return kept


def _was_heard(
    base: KnowledgeBase, entries: Sequence[Entry], section: Section, person: Recipient, heard: Set[str]
) -> bool:
    """Whether what a section would tell first was in the answer before; when to see a doctor is always told."""
    if section in {Section.DOCTOR, Section.FACT}:
        return False
    items = (item for entry in entries for item in entry.sections.get(section, ()) if suits(base, item, person))
    first = next(items, None)
    return first is not None and any(alike(first.text, text) for text in heard)


def _blocks(base: KnowledgeBase, lead: Entry, parts: Sequence[Part], doctor_line: Block | None) -> list[Block]:
    blocks: list[Block] = []
    for part in parts:
        kind = BlockKind.STEPS if part.section is Section.NOW else BlockKind.LIST
        if part.section is Section.DOCTOR:
            kind = BlockKind.WARNING
        blocks.append(
            Block(
                kind,
                _heading(base, lead, part.section),
                tuple(item.text.format(**base.numbers) for _, item in part.items),
                entry=part.items[0][0],
                evidence=tuple(dict.fromkeys(e for _, item in part.items for e in item.behind)),
            )
        )
    if doctor_line is not None:
        at = len(blocks) - 1 if blocks and blocks[-1].kind is BlockKind.WARNING else len(blocks)
        blocks.insert(at, doctor_line)
    return blocks


def _heading(base: KnowledgeBase, lead: Entry, section: Section) -> str:
    if section in lead.headings:
        return lead.headings[section]
    if section is Section.CAUSE and not lead.is_situation:
        return base.phrases["judul_diketahui"]
    return base.phrases[_HEADINGS[section]]


def _was_said(base: KnowledgeBase, decision: Decision, heard: Set[str]) -> bool:
    """Whether the answer before sent mere cramps to the doctor already: said turn after turn it is read no more.

    A sign that is more than a cramp is not let go.
    """
    rule = doctor_rule(decision)
    if rule is None or rule.populations or not rule.used(decision.findings) <= base.talk.cramps:
        return False
    return any(rule.say in text for text in heard)


def _doctor_line(base: KnowledgeBase, decision: Decision, *, with_reason: bool) -> Block | None:
    """The sentence of the rule that asks for an appointment."""
    rule = doctor_rule(decision)
    if rule is None:
        return None
    text = base.phrases["alasan_dokter"].format(kenapa=rule.why if with_reason else "", katakan=rule.say).strip()
    return Block(BlockKind.WARNING, text, entry=rule.id, evidence=rule.evidence)


def doctor_rule(decision: Decision) -> Rule | None:
    """The rule that asks for an appointment, None when none does or something is urgent."""
    if decision.level is not Level.DOKTER:
        return None
    # Of several appointments the one for this kind of person: a midwife knows the pregnancy.
    level = [rule for rule in decision.rules if rule.level is Level.DOKTER]
    return next((rule for rule in level if rule.populations), next(iter(level), None))


def _sources_block(base: KnowledgeBase, sources: Sequence[str]) -> Block:
    """ "Sumber: NHS, Cochrane 2021." with at most four short names."""
    short = list(dict.fromkeys(base.sources[s].short for s in sources))
    listed = ", ".join(short[:_MAX_SHORT_SOURCES])
    if len(short) > _MAX_SHORT_SOURCES:
        listed += f", dan {len(short) - _MAX_SHORT_SOURCES} lainnya"
    return Block(BlockKind.SOURCES, base.phrases["sumber"].format(daftar=listed))


def say(base: KnowledgeBase, *phrases: str, level: Level = Level.NONE, buttons: Iterable[str] = ()) -> Answer:
    """A short answer from ready sentences, without advice of its own."""
    return Answer(
        level=level,
        blocks=tuple(Block(BlockKind.TEXT, text) for text in phrases if text),
        buttons=tuple(button(base, name) for name in buttons),
        kb_version=base.version,
    )


def button(base: KnowledgeBase, name: str) -> Button:
    """The button whose title stands under ``tombol_<name>``."""
    title = base.phrases[f"tombol_{name}"]
    return Button(title, title)
