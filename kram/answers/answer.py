"""One answer, the same for every channel; channels only compile it to their limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from kram.language.model import Mention
from kram.triage.model import Level

MAX_CHARACTERS = 900
"""Longest text of a chat answer, sources included."""

ROOM_FOR_LINK = 80
"""What is left of it for the address of the page behind the answer."""


class BlockKind(str, Enum):
    """What a block is; channels style it accordingly."""

    ALERT = "darurat"
    TEXT = "teks"
    STEPS = "langkah"
    LIST = "daftar"
    WARNING = "peringatan"
    SOURCES = "sumber"
    LINK = "tautan"


@dataclass(frozen=True)
class Block:
    """A piece of an answer.

    Attributes:
        kind: how it is shown.
        text: a paragraph, or the heading of ``items``.
        items: steps or points.
        entry: id of the knowledge entry or triage rule it comes from ("" for glue).
        evidence: ids of the evidence behind it.
    """

    kind: BlockKind
    text: str
    items: tuple[str, ...] = ()
    entry: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Button:
    """A suggestion. ``payload`` is what is sent as if the person had typed it."""

    title: str
    payload: str


@dataclass(frozen=True)
class Answer:
    """Everything that one turn says.

    Attributes:
        level: how urgent it is.
        blocks: what is told, in order.
        buttons: suggestions.
        topics: ids of the entries that it comes from.
        sources: ids of the sources behind it.
        findings: what was found in the message.
        kb_version: version of the knowledge base.
        evidence: ids of the evidence and facts behind it.
    """

    level: Level
    blocks: tuple[Block, ...]
    buttons: tuple[Button, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    findings: tuple[Mention, ...] = ()
    kb_version: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The answer as plain text."""
        return "\n\n".join(block_text(block) for block in self.blocks)

    def custom(self) -> Mapping[str, Any]:
        """The ``custom`` object that goes with the text on every channel."""
        return {
            "triage": self.level.value,
            "topics": list(self.topics),
            "sources": list(self.sources),
            "findings": [finding_dict(mention) for mention in self.findings],
            "blocks": [
                {"kind": b.kind.value, "text": b.text, "items": list(b.items), "entry": b.entry} for b in self.blocks
            ],
            "kb_version": self.kb_version,
        }


def block_text(block: Block) -> str:
    """A block as plain text: steps are numbered, points get a dot."""
    if not block.items:
        return block.text
    marks = (
        (f"{n}. {item}" for n, item in enumerate(block.items, 1))
        if block.kind is BlockKind.STEPS
        else (f"• {item}" for item in block.items)
    )
    return "\n".join([block.text, *marks] if block.text else marks)


def finding_dict(mention: Mention) -> dict[str, Any]:
    """A mention as plain data."""
    return {
        "id": mention.value,
        "kind": mention.kind.value,
        "text": mention.text,
        "negated": mention.negated,
        "experiencer": mention.experiencer,
        "temporality": mention.temporality.value,
    }
