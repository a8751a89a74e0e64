"""How patient texts are worded: short sentences, explained terms, honest verdicts, exact figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kram.knowledge.model import Fact

MAX_SENTENCE_WORDS = 30
MAX_MEAN_WORDS = 20
# A full stop ends a sentence, but not the one in "0.05" or "1.000".
_SENTENCE = re.compile(r"(?:[^.!?]|(?<=\d)\.(?=\d))+[.!?]?")
_GAP = re.compile(r"\{[^{}]*\}?")
EMERGENCY_GAPS = frozenset({"{darurat}", "{darurat_umum}"})
"""Gaps that are filled in most texts while answering."""
NO_GAPS: frozenset[str] = frozenset()
"""For texts that are told as they stand: a gap would be read by the patient."""
# Not the end of "1.119 orang", nor the start of "112,5".
_EMERGENCY_NUMBER = re.compile(r"(?<!\d[.,])\b(?:119|112|118)\b(?![.,]\d)")

Problem = tuple[list[str | int], str]
"""Where in the file, and what should stand there instead."""


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [found.strip() for found in _SENTENCE.findall(text) if found.strip(" .!?")]


def _signs(words: Sequence[str]) -> re.Pattern[str]:
    """Any of the words as a whole; "janganlah" and "bahayanya" count, "menghindari" is not "hindari"."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?:nya|lah)?\b", re.IGNORECASE)


class Wording:
    """The rules for the wording, with the lists that they need.

    Args:
        jargon: term -> what it means and which words explain it.
        verdicts: verdict -> words of which a text with that verdict has one.
        facts: the facts of the articles, with their key words.
    """

    def __init__(self, jargon: Mapping[str, Any], verdicts: Mapping[str, Any], facts: Mapping[str, Fact]) -> None:
        self._jargon = [
            (term, re.compile(rf"\b{re.escape(term)}", re.IGNORECASE), tuple(entry["jelas"]), entry["arti"])
            for term, entry in jargon.items()
        ]
        self._verdicts = {name: (tuple(entry["isyarat"]), _signs(entry["isyarat"])) for name, entry in verdicts.items()}
        self._facts = facts

    def entry(self, raw: Mapping[str, Any]) -> Iterator[Problem]:
        """Everything that is wrong with the texts of an entry.

        Args:
            raw: the entry as its file has it, valid by its schema.
        """
        texts: list[tuple[list[str | int], str]] = [(["lead", need], text) for need, text in raw["lead"].items()]
        for section, items in (raw.get("sections") or {}).items():
            texts += [(["sections", section, i, "text"], item["text"]) for i, item in enumerate(items or ())]
        points = raw.get("points") or ()
        texts += [(["points", i, "text"], point["text"]) for i, point in enumerate(points)]
        for at, text in texts:
            for expected in self.text(text):
                yield at, expected
        plain: list[tuple[list[str | int], str]] = [(["title"], raw.get("title", ""))]
        plain += [(["headings", section], text) for section, text in (raw.get("headings") or {}).items()]
        plain.append((["uncertain"], raw.get("uncertain") or ""))
        for at, text in plain:
            for expected in self.text(text, gaps=NO_GAPS):
                yield at, expected
        # A title and a heading are no sentences, so they do not make an entry look short.
        yield from self._mean_length([*(text for _, text in texts), plain[-1][1]])
        for i, point in enumerate(points):
            for expected in self._point(point):
                yield ["points", i, "text"], expected

    def text(self, text: str, *, gaps: frozenset[str] | None = EMERGENCY_GAPS) -> Iterator[str]:
        """What is wrong with one text: long sentences, unexplained terms, numbers and gaps.

        Args:
            text: what patients read.
            gaps: those that are filled while answering; None when the text has its own.
        """
        for sentence in sentences(text):
            words = len(sentence.split())
            if words > MAX_SENTENCE_WORDS:
                yield f"kalimat paling banyak {MAX_SENTENCE_WORDS} kata; sekarang {words}"
        lowered = text.lower()
        for term, pattern, explained, meaning in self._jargon:
            rest = pattern.sub(" ", lowered)
            if pattern.search(lowered) and not any(word in rest for word in explained):
                yield f"penjelasan istilah {term} ({meaning}): pakai salah satu kata {', '.join(explained)}"
        if gaps is not None:
            allowed = f"hanya isian {', '.join(sorted(gaps))}" if gaps else "teks tanpa isian"
            yield from (f"{allowed}; bukan {gap}" for gap in _GAP.findall(text) if gap not in gaps)
        if _EMERGENCY_NUMBER.search(text):
            yield "teks tanpa nomor darurat" if gaps == NO_GAPS else "{darurat} atau {darurat_umum}, bukan nomornya"

    def _mean_length(self, texts: Iterable[str]) -> Iterator[Problem]:
        lengths = [len(sentence.split()) for text in texts for sentence in sentences(text)]
        if lengths and sum(lengths) > MAX_MEAN_WORDS * len(lengths):
            mean = sum(lengths) / len(lengths)
            yield [], f"kalimat rata-rata paling banyak {MAX_MEAN_WORDS} kata; sekarang {mean:.1f}"

    def _point(self, point: Mapping[str, Any]) -> Iterator[str]:
        """The verdict shows in the words, and every fact is told with its figure."""
        text = point["text"]
        signs, pattern = self._verdicts[point["verdict"]]
        if signs and not pattern.search(text):
            yield f"kata yang menunjukkan putusan {point['verdict']}: {', '.join(signs)}"
        withheld = point.get("withheld") or {}
        for name in point.get("facts") or ():
            if name in withheld or name not in self._facts:
                continue
            missing = [key for key in self._facts[name].key if not re.search(key, text, re.IGNORECASE)]
            if missing:
                yield f"angka atau kata kunci {name} ({'; '.join(missing)}), atau alasannya di withheld"
