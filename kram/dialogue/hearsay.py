"""What a story tells that others said of the complaint, or advised, and what was tried already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kram.dialogue.several import STORY_WORDS
from kram.dialogue.state import Asked, Turn
from kram.knowledge.stories import Stories
from kram.knowledge.suspicions import Suspicion, Suspicions
from kram.language.model import Kind, Mention

_REACH = 9
_BESIDE = 2
_URGED_REACH = 5
_SENTENCE_END = re.compile(r"[.!?\n]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def blamed_by_others(normalized: str, stories: Stories, table: Suspicions) -> tuple[Suspicion, ...]:
    """ "Kata mertua masuk angin, suami bilang kurang minum": what others take it for, in the order of the story.

    Args:
        normalized: the message in normalised words.
        stories: the words by which others are quoted.
        table: all that may be suspected.
    """
    words = normalized.split()
    found: list[Suspicion] = []
    for at, word in enumerate(words):
        if word not in stories.hearsay or _is_said_by_experts(words, at, stories):
            continue
        rest = words[at + 1 : at + 1 + _REACH]
        end = next((i for i, one in enumerate(rest) if one in stories.hearsay | stories.hearsay_ends), len(rest))
        found += [one for one in _named(rest[:end], table) if one not in found]
    return tuple(found)


def urged_by_others(turn: Turn, stories: Stories) -> tuple[Mention, ...]:
    """ "Disuruh bekam": remedies and topics that others advised, in the order of the story."""
    named = sorted((m for m in turn.mentions if m.kind in {Kind.REMEDY, Kind.TOPIC}), key=lambda m: m.start)
    return tuple(m for m in named if _is_urged(_words_before(turn.text, m.start), stories))


def tried_remedies(turn: Turn, stories: Stories) -> frozenset[str]:
    """ "Sudah pijat, sudah pakai koyo": remedies that were used, and that no question of the message asks about."""
    asked = {m.value for one in turn.asked for m in turn.of(Kind.REMEDY, asserted=False) if _within(m, one)}
    if len(turn.normalized.split()) < STORY_WORDS:
        return frozenset()  # "rutin peregangan mencegah kram?" tells of nothing that was tried
    told = (m for m in turn.of(Kind.REMEDY, asserted=False) if m.value not in asked and not m.negated)
    told = (m for m in told if not _stands_in_question(turn.text, m))
    return frozenset(m.value for m in told if stories.trying & {*_words_before(turn.text, m.start)})


def _stands_in_question(text: str, mention: Mention) -> bool:
    end = _SENTENCE_END.search(text, mention.end)
    return end is not None and end[0] == "?"


def _within(mention: Mention, asked: Asked) -> bool:
    return asked.start <= mention.start < asked.end


def _words_before(text: str, start: int) -> list[str]:
    """The words of the same sentence that stand before a place, lower case."""
    sentence = _SENTENCE_END.split(text[:start])[-1]
    return _WORD.findall(sentence.lower())


def _is_urged(before: Sequence[str], stories: Stories) -> bool:
    near = before[-_URGED_REACH:]
    return bool(stories.urging & set(near)) and not stories.experts & set(near)


def _is_said_by_experts(words: Sequence[str], at: int, stories: Stories) -> bool:
    """Whether a doctor said it, or the writer: "kata bidan ...", "dokter bilang ..."."""
    return bool(stories.experts & {*words[max(0, at - 1) : at], *words[at + 1 : at + 1 + _BESIDE]})


def _named(words: Sequence[str], table: Suspicions) -> Iterator[Suspicion]:
    """The suspicions that some words name, of names that overlap the longest."""
    start = 0
    while start < len(words):
        spans = (n for n in range(table.longest, 0, -1) if tuple(words[start : start + n]) in table.by_words)
        length = next(spans, 0)
        if length:
            yield table.by_words[tuple(words[start : start + length])]
        start += length or 1
