"""Where the project keeps its content and what it builds from it."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KNOWLEDGE = Path(os.environ.get("REDAKRAM_KNOWLEDGE") or ROOT / "knowledge")
"""The content; an installation may keep its own elsewhere (``REDAKRAM_KNOWLEDGE``)."""

BUILD = ROOT / "build"
PIPELINE = BUILD / "id_redakram"
