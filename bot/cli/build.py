"""Build the language pipeline from the knowledge base."""

from __future__ import annotations

import argparse
import shutil
import time

from kram.knowledge.base import load_knowledge
from kram.language.build import build_reader
from kram.paths import PIPELINE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(options: argparse.Namespace) -> int:
    """Check the content, compile it and write the pipeline to ``build/``."""
    started = time.perf_counter()
    base = load_knowledge()
    reader = build_reader(base)
    shutil.rmtree(PIPELINE, ignore_errors=True)
    PIPELINE.parent.mkdir(exist_ok=True)
    reader.to_disk(PIPELINE)
    print(f"pipeline built from knowledge {base.version} in {time.perf_counter() - started:.1f} s")
    return 0
