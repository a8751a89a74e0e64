"""The compiled language pipeline, for whatever reads messages outside the model."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.compiled import version
from kram.paths import BUILD, PIPELINE

if TYPE_CHECKING:
    from pathlib import Path

    from kram.language.reader import Reader

_STAMP = BUILD / "knowledge-version"


def ensure_pipeline(tell: Callable[[str], None]) -> None:
    """Build the pipeline when it was not built from the contents and by the code as they are now.

    Args:
        tell: gets a line before it is built.

    Raises:
        ContentError: a content file is broken.
    """
    if is_compiled():
        return
    tell("building the language pipeline ...")
    from bot.knowledge import knowledge
    from kram.language.build import build_reader

    reader = build_reader(knowledge())
    shutil.rmtree(PIPELINE, ignore_errors=True)
    PIPELINE.parent.mkdir(exist_ok=True)
    reader.to_disk(PIPELINE)
    _STAMP.write_text(version(), encoding="utf-8")


def is_compiled() -> bool:
    """Whether the pipeline is there as the contents and the code are now."""
    return PIPELINE.exists() and _STAMP.exists() and _STAMP.read_text(encoding="utf-8") == version()


def open_reader(tell: Callable[[str], None]) -> Reader:
    """The reader, built first if need be.

    Raises:
        ContentError: a content file is broken.
    """
    ensure_pipeline(tell)
    from kram.language.reader import Reader

    return Reader.from_disk(PIPELINE)


class NormalizedTexts:
    """What texts are normalised to, kept between runs, so that a check reads only those that are new."""

    def __init__(self, kept: Path, version: str, open_: Callable[[], Callable[[str], str]]) -> None:
        """
        Args:
            kept: the file that keeps them; it may be missing or broken.
            version: of the contents and code that normalise; what another one kept counts for nothing.
            open_: opens the normaliser, called once, and only for a text that is not known.
        """
        self._file, self._version, self._open = kept, version, open_
        self._known, self._new = self._read(), False
        self._normalize: Callable[[str], str] | None = None

    def __call__(self, text: str) -> str:
        """The normalised text."""
        if text not in self._known:
            self._normalize = self._normalize or self._open()
            self._known[text] = self._normalize(text)
            self._new = True
        return self._known[text]

    def keep(self) -> None:
        """Write them down when there is something new."""
        if self._new:
            self._file.parent.mkdir(exist_ok=True)
            content = {"version": self._version, "texts": self._known}
            self._file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    def _read(self) -> dict[str, str]:
        try:
            content = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return dict(content["texts"]) if content.get("version") == self._version else {}


def open_normalized(tell: Callable[[str], None]) -> NormalizedTexts:
    """The normalised texts of earlier checks, and the reader for new ones.

    Raises:
        ContentError: a content file is broken.
    """
    return NormalizedTexts(BUILD / "normalized.json", version(), lambda: open_reader(tell).normalize)
