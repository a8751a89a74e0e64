"""The knowledge base as one JSON file, so that a start need not parse and check it again."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from kram.knowledge.base import assemble, knowledge_version, load_knowledge, read_all
from kram.knowledge.model import KnowledgeBase
from kram.paths import BUILD, KNOWLEDGE

COMPILED = BUILD / "knowledge.json"


def open_knowledge(folder: Path = KNOWLEDGE, compiled: Path = COMPILED) -> KnowledgeBase:
    """The knowledge base; from ``compiled`` when that was made from the files as they are now.

    Contents are checked when they are compiled. Any change of a content file makes a new check;
    a disk that cannot be written to only costs the time.

    Raises:
        ContentError: with all faults found.
    """
    version = knowledge_version(folder)
    try:
        kept = json.loads(compiled.read_text(encoding="utf-8"))
        if kept["version"] == version:
            return assemble(folder, {folder / name: content for name, content in kept["files"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass  # never compiled, cut off while it was written, or from another version of the program
    base = load_knowledge(folder)
    _write(folder, compiled, version)
    return base


def _write(folder: Path, compiled: Path, version: str) -> None:
    files = {path.relative_to(folder).as_posix(): content for path, content in read_all(folder).items()}
    content = json.dumps({"version": version, "files": files}, default=str)
    try:
        compiled.parent.mkdir(parents=True, exist_ok=True)
        # Two processes may start at once: each writes a file of its own, the last one stays.
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=compiled.parent, delete=False) as partial:
            partial.write(content)
        Path(partial.name).replace(compiled)
    except OSError:
        return
