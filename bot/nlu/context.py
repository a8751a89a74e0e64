"""What was said before, for the components that read a message.

Rasa's NLU sees one message at a time. A short one ("udah 2 hari", "boleh ditambah jadi 2?") only
means something behind the one before, so the processor leaves here what that was (see
`bot.patches`) while it reads the next. Each turn runs in a task of its own: nothing leaks into
another conversation.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from kram.knowledge.model import KnowledgeBase

MEMORY = "percakapan"
"""The slot with the memory of the conversation."""


@dataclass(frozen=True)
class Before:
    """What came before a message.

    Attributes:
        said: the last message that told of signs, in normalised words.
        subject: what the last answer was about, as people call it.
    """

    said: str = ""
    subject: str = ""


BEFORE: ContextVar[Before] = ContextVar("redakram_before")


def what_came_before() -> Before:
    """What the processor left for the message that is being read; nothing outside a conversation."""
    return BEFORE.get(Before())


def before_of(memory: Mapping[str, Any] | None, base: KnowledgeBase) -> Before:
    """What the memory of a conversation says of the message before.

    Args:
        memory: the slot, as `kram.dialogue.state.Conversation` wrote it.
        base: the knowledge base, for the names of what was told.
    """
    if not memory:
        return Before()
    last = memory.get("last") or {}
    remedies = [base.remedies[name].name for name in last.get("remedies") or () if name in base.remedies]
    entries = [base.entries[name].title for name in last.get("entries") or () if name in base.entries]
    return Before(memory.get("said") or "", (remedies or entries or [""])[0])
