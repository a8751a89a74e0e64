"""Sentences for people whom the person surely is not: "Hamil: ..." says nothing to a man of 63."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kram.answers.answer import Answer, Block
from kram.knowledge.wording import sentences

_GROUP = re.compile(
    r"(?:(?:Sedang |Lagi |Saat |Bila |Ibu )?(?:hamil|menyusui)(?: atau (?:hamil|menyusui))?)(?=[?:,])", re.I
)


def without_mothers(answer: Answer) -> Answer:
    """The answer without what begins with pregnancy or breastfeeding."""
    blocks = tuple(_without(block) for block in answer.blocks)
    return replace(answer, blocks=tuple(b for b in blocks if b.text or b.items))


def _without(block: Block) -> Block:
    items = tuple(filter(None, (_kept(item) for item in block.items)))
    if block.items and not items:
        return replace(block, text="", items=())
    return replace(block, text=_kept(block.text), items=items)


def _kept(text: str) -> str:
    return "\n".join(" ".join(_others(sentences(line))) for line in text.split("\n")) if _GROUP.search(text) else text


def _others(said: Sequence[str]) -> Iterator[str]:
    skip = False
    for one in said:
        found = _GROUP.match(one)
        if skip and not one.endswith("?"):
            skip = False
            continue  # "Hamil? Tanya bidan."
        skip = False
        if found and one.endswith("?") and found.end() == len(one) - 1:
            skip = True
        elif found and found.end() < len(one) and one[found.end()] == ":":
            continue
        elif found and one[found.end()] == "," and one.endswith("?"):
            rest = one[found.end() + 1 :].strip()
            yield rest[:1].upper() + rest[1:]
        else:
            yield one
