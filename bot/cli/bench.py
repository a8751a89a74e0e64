"""Measure against the stock Rasa bot and write docs/benchmarks.md."""

from __future__ import annotations

import argparse
import signal
import time

from bench.bots import make_bots
from bench.machine import this_machine
from bench.measure import FULL, QUICK, measure
from bench.report import document, missed, missing_answers, raw, table, write
from bench.search import knowledge_section
from kram.paths import BUILD, ROOT

_FOLDER = BUILD / "bench"
_DOCUMENT = ROOT / "docs" / "benchmarks.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument(
        "--quick", action="store_true", help="fewer messages, only to see that it works; docs/ stays as it is"
    )


def run(options: argparse.Namespace) -> int:
    """Measure the three bots one after the other and report.

    Returns:
        0 when everything was measured, whether or not the targets are met; 1 when answers were missing.

    Raises:
        RedakramError: a bot could not be made or did not start, or the client gave up.
    """
    effort = QUICK if options.quick else FULL
    began = time.monotonic()
    signal.signal(signal.SIGTERM, _interrupt)
    machine = this_machine()
    bots = make_bots(_FOLDER, _tell)
    # One after the other: together they would measure each other.
    figures = tuple(measure(bot, effort, _FOLDER, _tell) for bot in bots)
    print(f"\n{table(effort, figures)}\n", flush=True)
    knowledge = knowledge_section(_FOLDER / "knowledge.json", _tell)
    print(f"\n{knowledge}\n", flush=True)
    write(_FOLDER / "results.json", raw(machine, effort, figures))
    missing = missing_answers(figures)
    if missing:
        print("Answers were missing, so this is no result:\n" + "\n".join(missing), flush=True)
        # Training is random, and some stock models know no answer late in a conversation.
        print("If only stock has them: rm -r build/bench/stock, and it is trained anew.", flush=True)
        return 1
    path = _FOLDER / _DOCUMENT.name if options.quick else _DOCUMENT
    write(path, document(machine, effort, figures, (time.monotonic() - began) / 60) + knowledge)
    short = missed(effort, figures)
    print(f"Missed: {', '.join(short)}." if short else "All targets are met.")
    print(f"Written to {path.relative_to(ROOT)} after {(time.monotonic() - began) / 60:.1f} minutes.")
    return 0


def _tell(line: str) -> None:
    print(f"[bench] {line}", flush=True)


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt
