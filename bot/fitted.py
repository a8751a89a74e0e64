"""The knowledge search, fitted once to the contents as they are and kept between trainings.

Rasa trains every component again when an example is added, although the examples have no part
in this one: fitting it takes a third of a training. Where it must be fitted, a second core does so
while Rasa reads the examples (``python -m bot.fitted``).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.compiled import version
from bot.knowledge import knowledge
from bot.reader import is_compiled, open_reader
from kram.knowledge.search import PointSearch
from kram.language.build import build_search
from kram.language.presupposed import presupposed
from kram.paths import BUILD, ROOT

if TYPE_CHECKING:
    from kram.language.reader import Reader

_SEARCH = BUILD / "search"
_STAMP = "version"
_TICK_SECONDS = 0.5
_beside: list[subprocess.Popen[bytes]] = []
"""The process that fits it meanwhile; Rasa makes the components that ask for it, so it cannot be handed to them."""


@contextmanager
def fitted_beside(kept: Path = _SEARCH) -> Iterator[None]:
    """While this lasts, a process of its own compiles the words and fits the search, if need be.

    `open_reader_meanwhile` and `open_search` wait for it.

    Args:
        kept: where the search is kept.
    """
    if not _is_fresh(kept):
        _beside.append(subprocess.Popen([sys.executable, "-m", "bot.fitted", str(kept)], cwd=ROOT))
    try:
        yield
    finally:
        while _beside:
            process = _beside.pop()
            process.terminate()
            process.wait()


def open_reader_meanwhile(tell: Callable[[str], None]) -> Reader:
    """The reader, as soon as the process beside this one has compiled it; compiled here where none does.

    Args:
        tell: gets a line before it is compiled here.

    Raises:
        ContentError: a content file is broken.
    """
    while not is_compiled() and any(process.poll() is None for process in _beside):
        time.sleep(_TICK_SECONDS)
    return open_reader(tell)


def open_search(tell: Callable[[str], None], kept: Path = _SEARCH) -> PointSearch:
    """The search over all points, fitted first if need be.

    Args:
        tell: gets a line before it is fitted.
        kept: where it is kept; what is broken or out of date there is made again.

    Raises:
        ContentError: a content file is broken.
    """
    present = version()
    for process in _beside:
        process.wait()  # where it failed, the same fault is met and told here
    try:
        if _is_fresh(kept):
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


def _is_fresh(kept: Path) -> bool:
    try:
        return (kept / _STAMP).read_text(encoding="utf-8") == version()
    except OSError:
        return False


def _fit(tell: Callable[[str], None]) -> PointSearch:
    base, reader = knowledge(), open_reader(tell)
    return build_search(base, reader.table, presupposed(base, reader.read))


if __name__ == "__main__":
    open_search(print, Path(sys.argv[1]))
