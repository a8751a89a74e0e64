"""The sections of an answer, and what of them can go."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from kram.answers.answer import Block
from kram.answers.likeness import repeats
from kram.knowledge.model import Item, KnowledgeBase, Section

_SPARE: tuple[tuple[Section, int], ...] = (
    (Section.CAUSE, 1), (Section.PREVENT, 1), (Section.FACT, 2), (Section.NOW, 2), (Section.PREVENT, 0),
    (Section.CAUSE, 0), (Section.DOCTOR, 1), (Section.NOW, 1), (Section.NOW, 0), (Section.FACT, 0),
)  # fmt: skip
"""When the text is too long, the last item of the first of these sections that can spare one goes."""


@dataclass(frozen=True)
class Part:
    """A section of an answer: items, each with the id of its entry."""

    section: Section
    items: tuple[tuple[str, Item], ...]


def without_said(base: KnowledgeBase, parts: list[Part], line: str) -> list[Part]:
    """Without when to see a doctor where the line of the rule says just that already."""
    kept = []
    for part in parts:
        late = part.section is Section.DOCTOR
        items = tuple(p for p in part.items if not (late and repeats(p[1].text.format(**base.numbers), line)))
        kept += [replace(part, items=items)] if items else []
    return kept


def tells_nothing_new(base: KnowledgeBase, part: Part, told: Sequence[Block]) -> bool:
    """Whether all steps that are left of a section stand in the sentences before."""
    texts = [item.text.format(**base.numbers) for _, item in part.items]
    return part.section is Section.NOW and all(any(repeats(t, block.text) for block in told) for t in texts)


def shorter(parts: list[Part], asked: Section, wanted: Set[Section]) -> list[Part]:
    """The parts with one item less, the least missed first; what was asked for goes last."""
    others = [(section, keep) for section, keep in _SPARE if section not in wanted]
    besides = [(section, keep) for keep in (2, 1) for section in wanted - {asked}]
    last = [(section, 0) for section in wanted - {asked}]
    for section, keep in (*others[:3], (asked, 2), *besides, *others[3:], (asked, 1), *last, (asked, 0)):
        for index, part in enumerate(parts):
            if part.section is section and len(part.items) > keep:
                rest = replace(part, items=part.items[:-1])
                return [*parts[:index], *([rest] if rest.items else []), *parts[index + 1 :]]
    return []
