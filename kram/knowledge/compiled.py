"""The knowledge base as one JSON file, so that a start need not parse and check it again."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kram.errors import ContentError
from kram.knowledge.base import assemble, knowledge_version, read_checked
from kram.knowledge.model import KnowledgeBase
from kram.paths import BUILD, KNOWLEDGE, ROOT

COMPILED = BUILD / "knowledge.json"
# What reads and checks the content: with other rules, contents that passed may be at fault.
_PROGRAM = (ROOT / "kram" / "knowledge", ROOT / "kram" / "triage")


def open_knowledge(folder: Path = KNOWLEDGE, compiled: Path = COMPILED) -> KnowledgeBase:
    """The knowledge base; from ``compiled`` when that was made from everything as it is now.

    Contents are checked when they are compiled. Any change of a content file, of a schema or of
    the program that reads them makes a new check; a disk that cannot be written to only costs
    the time.

    Raises:
        ContentError: with all faults found.
    """
    key = _key(folder)
    try:
        kept = json.loads(compiled.read_text(encoding="utf-8"))
        if kept["key"] == key:
            return assemble(folder, {folder / name: content for name, content in kept["files"].items()})
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ContentError):
        pass  # never compiled, cut off while it was written, or spoilt; the files themselves decide
    files, base = read_checked(folder)
    _write(folder, compiled, key, files)
    return base


def open_for_service(tell: Callable[[str], None], folder: Path = KNOWLEDGE, compiled: Path = COMPILED) -> KnowledgeBase:
    """The knowledge base for a server that people in pain write to: a broken file must not silence it.

    When the contents are at fault, what passed its check last is used, and the faults are told.

    Args:
        tell: gets the faults and what is used instead.
        folder: the contents.
        compiled: what passed last.

    Raises:
        ContentError: the contents are at fault, and none ever passed.
    """
    try:
        return open_knowledge(folder, compiled)
    except (ContentError, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        base = _last_good(folder, compiled)
        if base is None:
            raise
        tell(f"{error}\nThe content is at fault; what passed its check last (version {base.version}) is used.")
        return base


def _last_good(folder: Path, compiled: Path) -> KnowledgeBase | None:
    try:
        kept = json.loads(compiled.read_text(encoding="utf-8"))
        return assemble(folder, {folder / name: content for name, content in kept["files"].items()})
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ContentError):
        return None


def _key(folder: Path) -> str:
    """Changes whenever the same check could come out different."""
    digest = hashlib.sha256(knowledge_version(folder).encode())
    schemas = sorted((folder / "schema").glob("*.json"))
    for path in (*schemas, *(path for package in _PROGRAM for path in sorted(package.glob("*.py")))):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _write(folder: Path, compiled: Path, key: str, files: Mapping[Path, Any]) -> None:
    contents = {path.relative_to(folder).as_posix(): content for path, content in files.items()}
    try:
        compiled.parent.mkdir(parents=True, exist_ok=True)
        # Two processes may start at once: each writes in a folder of its own, the last one stays.
        # A folder, since a temporary file would be for its owner alone, even in its final place.
        with tempfile.TemporaryDirectory(dir=compiled.parent) as own:
            partial = Path(own) / compiled.name
            partial.write_text(json.dumps({"key": key, "files": contents}, default=str), encoding="utf-8")
            partial.replace(compiled)
    except OSError:
        return
