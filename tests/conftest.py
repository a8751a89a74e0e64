"""Fixtures that need the trained model."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


@pytest.fixture(scope="session")
def model() -> Path:
    """The trained model; trained now when it is out of date."""
    from bot.model import ensure_model

    return ensure_model(lambda line: print(f"[model] {line}"))


@pytest.fixture(scope="session")
def bot(model: Path):
    """The real model and the real actions in this process."""
    from bot.inprocess import InProcessBot

    return InProcessBot(model)
