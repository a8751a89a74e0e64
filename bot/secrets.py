"""The secret of this installation, made on first use and kept outside git."""

from __future__ import annotations

import os
import secrets
from functools import lru_cache
from pathlib import Path

from kram.paths import ROOT

_VARIABLE = "REDAKRAM_SECRET"
_FILE = ROOT / "var" / "secret"
_BYTES = 32


@lru_cache(maxsize=1)
def installation_key(path: Path = _FILE) -> bytes:
    """The key for pseudonyms and signatures.

    ``REDAKRAM_SECRET`` when set, else the file ``var/secret``, which is made when missing.

    Raises:
        OSError: the file can neither be read nor made.
    """
    given = os.environ.get(_VARIABLE)
    if given:
        return given.encode()
    try:
        return path.read_bytes()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = secrets.token_hex(_BYTES).encode()
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(fresh)
        return fresh
