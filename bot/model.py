"""The trained model: when it is out of date, and training it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bot.quiet import environment
from kram.errors import RedakramError
from kram.paths import ROOT

MODELS = ROOT / "models"
_LOG = ROOT / "var" / "log" / "train.log"
# What a model is made from. Actions and channels are not in it: they do not need retraining.
_INPUTS = (
    "config.yml",
    "domain.yml",
    "data",
    "knowledge",
    "bot/nlu",
    "kram/language",
    "kram/knowledge/question_kinds.py",
    "kram/knowledge/search.py",
    "kram/knowledge/terms.py",
    "requirements.lock",
)
_SUFFIXES = {".yml", ".py", ".lock", ".json"}
_KEEP = 3
_TICK_SECONDS = 1.0


class TrainingError(RedakramError):
    """Training ended without a model. The message has the last lines of its log."""


def fingerprint(root: Path = ROOT) -> str:
    """Sixteen hexadecimal digits that change when the model would come out different."""
    digest = hashlib.sha256()
    for name in _INPUTS:
        path = root / name
        files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in _SUFFIXES)
        for file in files:
            digest.update(str(file.relative_to(root)).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def model_path() -> Path:
    """Where the model for the present inputs is, or will be."""
    return MODELS / f"redakram-{fingerprint()}.tar.gz"


def ensure_model(tell: Callable[[str], None]) -> Path:
    """The model for the present inputs, trained now if need be.

    Args:
        tell: gets a line when training starts, every few seconds, and when it is done.

    Raises:
        TrainingError: training failed.
    """
    path = model_path()
    if path.exists():
        return path
    started = time.monotonic()
    tell("training the model (about a minute) ...")
    MODELS.mkdir(exist_ok=True)
    _LOG.parent.mkdir(parents=True, exist_ok=True)
    partial = f"{path.name.removesuffix('.tar.gz')}-{os.getpid()}-partial"
    command = [sys.executable, "-m", "bot.train", str(MODELS), partial]
    with _LOG.open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=log, stderr=subprocess.STDOUT)
        try:
            last = started
            while process.poll() is None:
                time.sleep(_TICK_SECONDS / 5)
                if time.monotonic() - last > 10 * _TICK_SECONDS:
                    last = time.monotonic()
                    tell(f"still training, {last - started:.0f} s ...")
        except BaseException:
            process.terminate()
            process.wait()
            raise
    made = MODELS / f"{partial}.tar.gz"
    if process.returncode != 0 or not made.exists():
        lines = _LOG.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-8:]
        raise TrainingError("training failed:\n  " + "\n  ".join(lines) + f"\n(whole log: {_LOG.relative_to(ROOT)})")
    os.replace(made, path)
    _prune()
    tell(f"model trained in {time.monotonic() - started:.0f} s")
    return path


def _prune() -> None:
    """Keep the last few models: going back to yesterday's data should not cost a training."""
    models = sorted(MODELS.glob("redakram-*.tar.gz"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in models[_KEEP:]:
        old.unlink()
