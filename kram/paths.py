"""Where the project keeps its content and what it builds from it."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KNOWLEDGE = ROOT / "knowledge"
BUILD = ROOT / "build"
PIPELINE = BUILD / "id_redakram"
