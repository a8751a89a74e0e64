""" "Yang saya tangkap: ...": what was understood of a longer story, so that a mistake is seen and mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kram.answers.answer import MAX_CHARACTERS, ROOM_FOR_LINK, Block, BlockKind, block_text
from kram.dialogue.scene import Outcome, Scene
from kram.language.model import SELF, Kind

_LONG_STORY = 12
_MANY_THINGS = 3
_MOST_DENIED = 3
_IMPLIED = {"hamil": ("hamil_t1", "hamil_t2", "hamil_t3"), "anak": ("anak_kecil",), "kram_betis": ("kram_sering",)}
_BY_ITSELF = frozenset({"sudah_melahirkan", "nyeri_kaki", "kram_tak_jelas"})


def with_read_back(scene: Scene, outcome: Outcome) -> Outcome:
    """The answer with one line on what was understood, when a long message told several things.

    Causes and hints that were not asked for make room for it, steps and warnings never do.
    """
    block = _read_back(scene)
    if block is None or outcome.conversation.last.blocks != outcome.answer.blocks:
        return outcome  # nothing to read back, or no answer that held advice
    blocks = list(outcome.answer.blocks)
    at = len(blocks) - 1 if blocks and blocks[-1].kind is BlockKind.SOURCES else len(blocks)
    blocks.insert(at, block)
    fitted = with_room(blocks)
    if fitted is None:
        return outcome
    last = replace(outcome.conversation.last, blocks=tuple(fitted))
    return Outcome(replace(outcome.answer, blocks=tuple(fitted)), replace(outcome.conversation, last=last))


def with_room(blocks: Sequence[Block]) -> list[Block] | None:
    """The blocks of an answer, shortened until they have room: items of lists go first; None when nothing can go."""
    kept = list(blocks)
    while _length(kept) > MAX_CHARACTERS - ROOM_FOR_LINK:
        lists = [i for i, b in enumerate(kept) if b.kind is BlockKind.LIST]
        long = [i for i in lists if len(kept[i].items) > 1]
        if long:
            kept[long[0]] = replace(kept[long[0]], items=kept[long[0]].items[:-1])
        elif lists:
            del kept[lists[-1]]
        else:
            return None
    return kept


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(block_text(block)) + 2 for block in blocks) - 2


def _read_back(scene: Scene) -> Block | None:
    turn, names = scene.turn, scene.base.names
    mine = [m for m in turn.mentions if m.experiencer == scene.conversation.focus or turn.person == ""]
    told = {m.value for m in mine if m.asserted and m.kind in (Kind.FINDING, Kind.POPULATION)}
    told -= _BY_ITSELF | {general for general, certain in _IMPLIED.items() if told & set(certain)}
    denied = {m.value for m in mine if m.negated and m.kind is Kind.FINDING} - told
    listed = [names[v].spoken for v in dict.fromkeys(m.value for m in mine) if v in told and v in names]
    listed = list(dict.fromkeys(listed))
    without = [names[v].spoken for v in dict.fromkeys(m.value for m in mine) if v in denied and v in names]
    things = len(listed) + len(without) + (scene.conversation.focus != SELF)
    if len(turn.normalized.split()) < _LONG_STORY or things < _MANY_THINGS or not listed:
        return None
    what = ", ".join(listed)
    if without:
        what += "; " + scene.phrase("ringkas_tanpa", hal=", ".join(dict.fromkeys(without[:_MOST_DENIED])))
    return Block(BlockKind.TEXT, scene.phrase("ringkas_cerita", siapa=scene.who, hal=what))
