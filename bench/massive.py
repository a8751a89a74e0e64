"""The Indonesian part of MASSIVE (FitzGerald et al. 2022, CC BY 4.0) as a foreign exam for the classifier.

Sixty intents of a voice assistant, nothing of cramps: what does well here does well with examples
that other trainers will write. The data are not part of this project; their folder is named on
the command line.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kram.errors import RedakramError

Row = tuple[str, str]
"""Text and intent."""


class MassiveMissingError(RedakramError):
    """The folder does not hold the data."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} does not hold train.jsonl, test.jsonl and fewshot_ids.json of MASSIVE id-ID; name their folder"
        )


@dataclass(frozen=True)
class Massive:
    """The splits.

    Attributes:
        all: the whole training set.
        fifty: at most fifty examples of each intent.
        test: what is never trained on.
    """

    all: Sequence[Row]
    fifty: Sequence[Row]
    test: Sequence[Row]


def read_massive(folder: Path) -> Massive:
    """Read the splits.

    Raises:
        MassiveMissingError: a file is not there.
    """
    try:
        train, test = (_lines(folder / f"{name}.jsonl") for name in ("train", "test"))
        draws: Any = json.loads((folder / "fewshot_ids.json").read_text(encoding="utf-8"))["50"]
    except FileNotFoundError as error:
        raise MassiveMissingError(folder) from error
    draw = next(iter(draws.values())) if isinstance(draws, dict) else draws[0]
    chosen = {str(key) for key in draw}
    return Massive(
        all=[(raw["text"], raw["intent"]) for raw in train],
        fifty=[(raw["text"], raw["intent"]) for raw in train if str(raw["id"]) in chosen],
        test=[(raw["text"], raw["intent"]) for raw in test],
    )


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
