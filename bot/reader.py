"""The compiled language pipeline, for whatever reads messages outside the model."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

from kram.knowledge.base import knowledge_version
from kram.paths import BUILD, KNOWLEDGE, PIPELINE, ROOT

if TYPE_CHECKING:
    from kram.language.pipeline import Reader

_STAMP = BUILD / "knowledge-version"


def ensure_pipeline(tell: Callable[[str], None]) -> None:
    """Build the pipeline when it was not built from the contents and by the code as they are now.

    Args:
        tell: gets a line before it is built.

    Raises:
        ContentError: a content file is broken.
    """
    version = f"{knowledge_version(KNOWLEDGE)} {_code_version()}"
    if PIPELINE.exists() and _STAMP.exists() and _STAMP.read_text(encoding="utf-8") == version:
        return
    tell("building the language pipeline ...")
    from bot.knowledge import knowledge
    from kram.language.build import build_reader

    reader = build_reader(knowledge())
    shutil.rmtree(PIPELINE, ignore_errors=True)
    PIPELINE.parent.mkdir(exist_ok=True)
    reader.to_disk(PIPELINE)
    _STAMP.write_text(version, encoding="utf-8")


def _code_version() -> str:
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted((ROOT / "kram" / "language").glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def open_reader(tell: Callable[[str], None]) -> Reader:
    """The reader, built first if need be.

    Raises:
        ContentError: a content file is broken.
    """
    ensure_pipeline(tell)
    from kram.language.pipeline import Reader

    return Reader.from_disk(PIPELINE)
