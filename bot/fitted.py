"""The knowledge search, fitted once to the contents as they are and kept between trainings.

Rasa trains every component again when an example is added, although the examples have no part
in this one: fitting it takes a third of a training.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from bot.compiled import version
from bot.knowledge import knowledge
from bot.reader import open_reader
from kram.knowledge.search import PointSearch
from kram.language.build import build_search
from kram.language.presupposed import presupposed
from kram.paths import BUILD

_SEARCH = BUILD / "search"
_STAMP = "version"


def open_search(tell: Callable[[str], None], kept: Path = _SEARCH) -> PointSearch:
    """The search over all points, fitted first if need be.

    Args:
        tell: gets a line before it is fitted.
        kept: where it is kept; what is broken or out of date there is made again.

    Raises:
        ContentError: a content file is broken.
    """
    present = version()
    try:
        if (kept / _STAMP).read_text(encoding="utf-8") == present:
            return PointSearch.from_disk(kept)
    except (OSError, ValueError, LookupError, EOFError, zipfile.BadZipFile):
        pass  # never fitted, cut off while it was written, or spoilt
    tell("fitting the knowledge search ...")
    search = _fit(tell)
    kept.parent.mkdir(exist_ok=True)
    # In a folder of its own, so that a training that is broken off leaves no half of a search.
    with tempfile.TemporaryDirectory(dir=kept.parent) as own:
        partial = Path(own) / kept.name
        partial.mkdir()
        search.to_disk(partial)
        (partial / _STAMP).write_text(present, encoding="utf-8")
        shutil.rmtree(kept, ignore_errors=True)
        partial.replace(kept)
    return search


def _fit(tell: Callable[[str], None]) -> PointSearch:
    base, reader = knowledge(), open_reader(tell)
    return build_search(base, reader.table, presupposed(base, reader.read))
