"""Train the model if anything it is made from changed."""

from __future__ import annotations

import argparse
import sys

from bot.model import ensure_model, model_path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("--force", action="store_true", help="train even when nothing changed")


def run(options: argparse.Namespace) -> int:
    """Train, or say that there is nothing to do."""
    path = model_path()
    if path.exists() and not options.force:
        print(f"The model is up to date: {path.name}")
        return 0
    path.unlink(missing_ok=True)
    print(ensure_model(lambda line: print(f"[train] {line}", file=sys.stderr)).name)
    return 0
