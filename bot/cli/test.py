"""Run the whole test suite."""

from __future__ import annotations

import argparse
import subprocess
import sys

from bot.cli import check
from bot.model import ensure_model
from kram.paths import ROOT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("pytest", nargs="*", help="arguments for pytest instead of the whole suite")


def run(options: argparse.Namespace) -> int:
    """Checks first, then the model, then every test; the status says whether all passed."""
    if options.pytest:
        return subprocess.run([sys.executable, "-m", "pytest", *options.pytest], cwd=ROOT, check=False).returncode
    checked = check.run(argparse.Namespace())
    ensure_model(lambda line: print(f"[test] {line}", flush=True))
    print("[test] conversations, channels and servers ...", flush=True)
    tests = [sys.executable, "-m", "pytest", "tests", "--ignore=tests/unit", "-q", "--durations=5"]
    tested = subprocess.run(tests, cwd=ROOT, check=False).returncode
    return checked or tested
