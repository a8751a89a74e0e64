"""The address of the page behind an answer, for whoever wants to read all of it."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.answer import MAX_CHARACTERS, Answer, Block, BlockKind
from kram.knowledge.model import KnowledgeBase


def with_link(base: KnowledgeBase, answer: Answer, site: str) -> Answer:
    """The answer with the address of its page last, when it told something that is not urgent.

    Args:
        base: the knowledge base.
        answer: what is told.
        site: address of this installation, ``https://redakram.example``; "" when it has none.
    """
    if not site or answer.level.urgent or not answer.evidence or not answer.topics:
        return answer
    address = f"{site.rstrip('/')}/pengetahuan/{answer.topics[0]}"
    link = Block(BlockKind.LINK, base.phrases["baca"].format(alamat=address), entry=answer.topics[0])
    longer = replace(answer, blocks=(*answer.blocks, link))
    return longer if len(longer.text) <= MAX_CHARACTERS else answer
