"""Format, lint, types, content and unit tests: all of them, also when one fails."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence

from kram.paths import ROOT

_CODE = ("actions", "bench", "bot", "kram", "tests")
_STEPS: tuple[tuple[str, Sequence[str]], ...] = (
    ("format", ("ruff", "format", "--check", "--quiet", *_CODE)),
    ("lint", ("ruff", "check", "--quiet", *_CODE)),
    ("types", ("mypy",)),
    ("content", ("bot.cli.content",)),
    ("unit tests", ("pytest", "tests/unit", "-q")),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(options: argparse.Namespace) -> int:
    """Run every step and sum up."""
    failed = []
    for name, command in _STEPS:
        started = time.monotonic()
        print(f"[check] {name} ...", flush=True)
        result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False)
        print(f"[check] {name}: {'ok' if result.returncode == 0 else 'FAILED'} ({time.monotonic() - started:.1f} s)")
        if result.returncode != 0:
            failed.append(name)
    if failed:
        print(f"[check] failed: {', '.join(failed)}", file=sys.stderr)
        return 1
    return 0
