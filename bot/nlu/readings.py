"""What training examples were read as, kept between trainings: when one is added, only that one is read anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import astuple
from pathlib import Path
from typing import Any

from kram.language.model import Analysis, Kind, Mention, Quantity, Temporality, Token


class KeptReadings:
    """Readings of texts by one version of contents and program."""

    def __init__(self, kept: Path, version: str) -> None:
        """
        Args:
            kept: the file that keeps them; it may be missing or broken.
            version: of the contents and code that read; what another one kept counts for nothing.
        """
        self._file, self._version = kept, version
        self._known = self._read()
        self._used: dict[str, Any] = {}

    def of(self, text: str, read: Callable[[str], Analysis]) -> Analysis:
        """What a text is read as; ``read`` is asked where that is not known."""
        if text in self._known:
            self._used[text] = self._known[text]
            return _analysis(text, self._known[text])
        analysis = read(text)
        self._used[text] = _plain(analysis)
        return analysis

    def keep(self) -> None:
        """Write down those that were asked for, when some of them are new."""
        if self._used.keys() <= self._known.keys():
            return
        self._file.parent.mkdir(exist_ok=True)
        partial = self._file.with_suffix(".partial")
        content = {"version": self._version, "readings": self._used}
        partial.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        partial.replace(self._file)

    def _read(self) -> Mapping[str, Any]:
        try:
            content = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return dict(content["readings"]) if content.get("version") == self._version else {}


def _plain(analysis: Analysis) -> list[Any]:
    """An analysis as JSON can hold it; its text is kept as the key."""
    return [
        analysis.tokens,
        [[m.kind.value, *astuple(m)[1:-1], m.temporality.value] for m in analysis.mentions],
        [astuple(q) for q in analysis.quantities],
        analysis.person,
        sorted(analysis.parts),
        sorted(analysis.sides),
        analysis.outside,
    ]


def _analysis(text: str, plain: list[Any]) -> Analysis:
    tokens, mentions, quantities, person, parts, sides, outside = plain
    return Analysis(
        text,
        tuple(Token(*token) for token in tokens),
        tuple(
            Mention(Kind(kind), value, words, start, end, negated, who, Temporality(when))
            for kind, value, words, start, end, negated, who, when in mentions
        ),
        tuple(Quantity(*quantity) for quantity in quantities),
        person,
        frozenset(parts),
        frozenset(sides),
        tuple(outside),
    )
