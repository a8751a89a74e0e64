"""The examples in ``data/nlu``, read and written line by line so that a file keeps its form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kram.errors import RedakramError
from kram.paths import ROOT

NLU = ROOT / "data" / "nlu"
_INTENT = re.compile(r"^- intent:\s*(\S+)\s*$")
_EXAMPLE = re.compile(r"^(\s+)- (.*\S)\s*$")
_OTHER_BLOCK = re.compile(r"^- (?:synonym|regex|lookup):")
_SHORT_VALUE = re.compile(r"\([^):]*:([^)]*)\)$")
_LONG_VALUE = re.compile(r'"value"\s*:\s*"([^"]*)"')
_ANNOTATION = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")


@dataclass(frozen=True)
class Example:
    """One example.

    Attributes:
        intent: the intent that it stands for.
        text: what somebody would type, entity annotations left out.
        file: the file that it stands in.
        line: its line, counted from 1.
        values: what its annotations name: ``[koyo](remedi:koyo)`` names "koyo".
    """

    intent: str
    text: str
    file: Path
    line: int
    values: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """``data/nlu/keluhan.yml:12``, the path as short as it can be."""
        inside = self.file.is_relative_to(ROOT)
        return f"{self.file.relative_to(ROOT) if inside else self.file}:{self.line}"


class UnknownIntentError(RedakramError):
    """No file has examples for that intent."""

    def __init__(self, intent: str, known: list[str]) -> None:
        self.intent = intent
        self.known = known
        super().__init__(f"tidak ada intent {intent!r}; yang ada: {', '.join(known)}")


def read_examples(folder: Path = NLU) -> list[Example]:
    """Every example of every intent, file by file."""
    return [example for path in sorted(folder.glob("*.yml")) for example in _examples_of(path)]


def _examples_of(path: Path) -> Iterator[Example]:
    intent = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        started = _INTENT.match(line)
        if started:
            intent = started.group(1)
        elif _OTHER_BLOCK.match(line):
            intent = ""
        elif intent and (found := _EXAMPLE.match(line)):
            raw = found.group(2)
            values = tuple(_value_of(note) for note in _ANNOTATION.finditer(raw))
            yield Example(intent, _ANNOTATION.sub(r"\1", raw), path, number, values)


def _value_of(note: re.Match[str]) -> str:
    """The value that an annotation gives its words; the words themselves when it gives none."""
    named = _SHORT_VALUE.search(note.group()) or _LONG_VALUE.search(note.group())
    return named.group(1) if named else note.group(1)


def add_example(intent: str, text: str, folder: Path = NLU) -> Example:
    """Put an example behind the last one of its intent, in the file that has most of them.

    Every other line stays as it is.

    Args:
        intent: an intent that has examples already.
        text: what somebody would type.
        folder: the folder of the training files.

    Raises:
        UnknownIntentError: no file has examples for that intent.
    """
    examples = read_examples(folder)
    mine = [example for example in examples if example.intent == intent]
    if not mine:
        raise UnknownIntentError(intent, sorted({example.intent for example in examples}))
    home, _ = Counter(example.file for example in mine).most_common(1)[0]
    last = next(example for example in reversed(mine) if example.file == home)
    lines = last.file.read_text(encoding="utf-8").splitlines(keepends=True)
    before = lines[last.line - 1]
    indent = before[: len(before) - len(before.lstrip())]
    if not before.endswith("\n"):
        lines[last.line - 1] = before + "\n"
    lines.insert(last.line, f"{indent}- {' '.join(text.split())}\n")
    last.file.write_text("".join(lines), encoding="utf-8")
    return Example(intent, " ".join(text.split()), last.file, last.line + 1)


def remove_example(example: Example) -> None:
    """Take an example out again.

    Raises:
        ValueError: another text stands on its line by now.
    """
    lines = example.file.read_text(encoding="utf-8").splitlines(keepends=True)
    found = _EXAMPLE.match(lines[example.line - 1]) if example.line <= len(lines) else None
    if found is None or _ANNOTATION.sub(r"\1", found.group(2)) != example.text:
        raise ValueError(f"{example.place}: baris ini bukan lagi {example.text!r}")
    del lines[example.line - 1]
    example.file.write_text("".join(lines), encoding="utf-8")
