"""Answers about somebody else: what is theirs and what they do is not said of the one who writes."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from kram.answers.answer import Answer, Block
from kram.knowledge.model import KnowledgeBase
from kram.language.model import SELF

_ADDRESSED = re.compile(r"(?:(?P<before>[\w-]+) )?\bAnda\b")
_HELD = "\0"


def for_other(answer: Answer, base: KnowledgeBase, who: str) -> Answer:
    """The answer with "kaki Anda" as "kakinya" and "bila Anda diabetes" as "bila beliau diabetes".

    Only what entries tell is worded anew: a phrase of the talk ("Karena Anda menyebut ...") addresses the writer.

    Args:
        answer: as composed.
        base: the knowledge base.
        who: the person in focus.
    """
    if who == SELF:
        return answer
    return replace(answer, blocks=tuple(_worded(block, base, who) for block in answer.blocks))


def _worded(block: Block, base: KnowledgeBase, who: str) -> Block:
    if block.entry not in base.entries:
        return block
    return replace(block, text=_of(block.text, base, who), items=tuple(_of(item, base, who) for item in block.items))


def _of(text: str, base: KnowledgeBase, who: str) -> str:
    called = base.phrases[f"siapa_{who}"]
    pronoun = base.phrases[f"ganti_{who}"]
    held = text.replace(called, _HELD)
    return _ADDRESSED.sub(lambda m: _instead(m, pronoun, base.talk.before_subject), held).replace(_HELD, called)


def _instead(found: re.Match[str], pronoun: str, before_subject: Set[str]) -> str:
    before = found["before"]
    if before is None:
        begins = found.start() == 0 or found.string[: found.start()].rstrip().endswith((".", "?", "!", ":"))
        return pronoun.capitalize() if begins else pronoun
    if before.lower() in before_subject:
        return f"{before} {pronoun}"
    return f"{before}-nya" if before.isupper() else f"{before}nya"
