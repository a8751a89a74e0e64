"""Every exception that `kram` raises, in one tree; the edges map them to sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong in a content file.

    Attributes:
        file: path of the file, relative to the project where possible.
        line: line of the field, counted from 1 (0 when the file has no such line).
        field: dotted path of the field, ``sections.sekarang[0].text``.
        expected: what should stand there and what was seen instead.
    """

    file: str
    line: int
    field: str
    expected: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.field or '(file)'}: {self.expected}"


class RedakramError(Exception):
    """Root of the tree; catching it catches everything the domain raises on purpose."""


class ContentError(RedakramError):
    """Content files cannot be used. Raised when they are loaded, never during a turn."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class UnknownIdError(RedakramError, KeyError):
    """An id was asked for that no content file defines."""

    def __init__(self, kind: str, wanted: str) -> None:
        self.kind = kind
        self.wanted = wanted
        super().__init__(f"no {kind} with the id {wanted!r}")

    def __str__(self) -> str:
        return str(self.args[0])


class PipelineMissingError(RedakramError):
    """The compiled language pipeline is not where it should be. `./redakram build` makes it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"no language pipeline at {path}: run ./redakram build")
