"""When what was compiled from the contents, and is kept in ``build/``, is out of date."""

from __future__ import annotations

import hashlib
from importlib import metadata

from kram.knowledge.base import knowledge_version
from kram.paths import KNOWLEDGE, ROOT

_PROGRAM = (ROOT / "kram" / "knowledge", ROOT / "kram" / "language")
_LIBRARIES = ("scikit-learn", "spacy", "wordfreq")


def version() -> str:
    """Changes when the contents do, the program that compiles them, or a library that it is compiled with."""
    digest = hashlib.blake2b(digest_size=8)
    for path in (path for package in _PROGRAM for path in sorted(package.glob("*.py"))):
        digest.update(path.read_bytes())
    for library in _LIBRARIES:
        digest.update(metadata.version(library).encode())
    return f"{knowledge_version(KNOWLEDGE)} {digest.hexdigest()}"
