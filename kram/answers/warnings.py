"""A warning sign is told once in an answer: the second time it only tires, or sets another time limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kram.answers.answer import Block
from kram.knowledge.talk import Sign
from kram.knowledge.wording import sentences


def warned_once(blocks: Sequence[Block], sign: Sign) -> list[Block]:
    """Blocks without the warnings of a sign that an earlier block told; the first block stays as it is.

    Args:
        blocks: of an answer, in order.
        sign: the sign.
    """
    kept: list[Block] = []
    told = False
    for at, block in enumerate(blocks):
        if at and told:
            items = tuple(item for item in block.items if not _is_only(item, sign))
            text = _without(block.text, sign) if not block.items else block.text
            if (block.items and not items) or not text:
                continue
            block = replace(block, items=items, text=text)
        told = told or any(_tells(text, sign) for text in (block.text, *block.items))
        kept.append(block)
    return kept


def _tells(text: str, sign: Sign) -> bool:
    """Whether a text tells the sign, and what to do then."""
    return any(_names(unit, sign) and any(act in unit for act in sign.action) for unit in _units(text, sign))


def _names(text: str, sign: Sign) -> bool:
    low = text.lower()
    return any(word in low for word in sign.place) and any(word in low for word in sign.signs)


def _is_only(text: str, sign: Sign) -> bool:
    """Whether a text warns of this sign and of no other."""
    low = text.lower()
    return _names(text, sign) and not any(word in low for word in sign.beside)


def _units(text: str, sign: Sign) -> list[str]:
    """A text in sentences; a condition ("Satu kaki bengkak?") together with what to do then."""
    units: list[str] = []
    for sentence in sentences(text):
        if units and "?" in units[-1] and sentence.startswith(sign.action):
            units[-1] = f"{units[-1]} {sentence}"
        else:
            units.append(sentence)
    return units


def _without(text: str, sign: Sign) -> str:
    kept = [unit for unit in _units(text, sign) if not _is_only(unit, sign)]
    return " ".join(kept)
