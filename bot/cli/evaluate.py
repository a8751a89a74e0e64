"""Measure the model on the held-out sets: what it knows and what it understands."""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import time
from collections import Counter
from pathlib import Path

from bench import understanding
from bench.knowledge import TARGETS, Result, judge, questions, shares, table, tellers
from bot.model import ensure_model
from kram.knowledge.base import load_knowledge

_REPORT_EVERY = 200
_SEED = 2026


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("what", choices=["knowledge", "nlu"], help="questions to the knowledge, or messages to read")
    parser.add_argument("--misses", type=Path, help="write what was not answered or understood to this file")


def run(options: argparse.Namespace) -> int:
    """Print the table; 1 when a target is missed."""
    model = ensure_model(lambda line: print(f"[setup] {line}", file=sys.stderr))
    return _understanding(model, options.misses) if options.what == "nlu" else _knowledge(model, options.misses)


def _understanding(model: Path, misses: Path | None) -> int:
    results, mistyped, times = asyncio.run(_read(model))
    report = understanding.report(results, mistyped)
    print("\n".join(report.lines))
    times.sort()
    print(f"reading a message: p50 {times[len(times) // 2]:.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f} ms")
    if misses:
        misses.write_text("\n".join(understanding.misses(results)) + "\n", encoding="utf-8")
        print(f"misses written to {misses}")
    for line in report.missed:
        print(f"missed: {line}", file=sys.stderr)
    return 1 if report.missed else 0


async def _read(model: Path) -> tuple[list[understanding.Understood], list[understanding.Understood], list[float]]:
    from bot.inprocess import InProcessBot
    from bot.knowledge import knowledge

    bot = InProcessBot(model)
    chance = random.Random(_SEED)
    results, mistyped, times = [], [], []
    held_out = understanding.held_out(knowledge().triage)
    for number, held in enumerate(held_out, 1):
        started = time.perf_counter()
        results.append(understanding.understood(held, await bot.parse(held.text)))
        times.append((time.perf_counter() - started) * 1000)
        mistyped.append(understanding.understood(held, await bot.parse(understanding.noisy(held.text, chance))))
        if number % _REPORT_EVERY == 0:
            print(f"[eval] {number} of {len(held_out)} messages", file=sys.stderr)
    return results, mistyped, times


def _knowledge(model: Path, misses: Path | None) -> int:
    results = asyncio.run(_play(model))
    print("\n".join(table(results)))
    longest = max(result.length for result in results)
    times = sorted(result.search_ms for result in results)
    print(f"longest answer {longest} characters; search p95 {times[int(len(times) * 0.95)]:.2f} ms")
    if misses:
        _write_misses(misses, results)
    reached = shares(results)
    missed = [f"{name} {reached[name]:.1%} < {least:.0%}" for name, least in TARGETS.items() if reached[name] < least]
    for line in missed:
        print(f"missed: {line}", file=sys.stderr)
    return 1 if missed else 0


async def _play(model: Path) -> list[Result]:
    from bot.inprocess import InProcessBot

    bot = InProcessBot(model)
    base = load_knowledge()
    right = tellers(base)
    results = []
    asked = questions(base)
    for number, question in enumerate(asked, 1):
        reply = await bot.say(question.text, f"evaluation:{question.id}")
        near = [entry for entry, _, _ in reply.hits]
        results.append(judge(question, near, right[question.fact], reply.text, reply.search_ms))
        if number % _REPORT_EVERY == 0:
            print(f"[eval] {number} of {len(asked)} questions", file=sys.stderr)
    return results


def _write_misses(path: Path, results: list[Result]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for r in results:
            if not (r.first and r.told):
                why = "+".join(w for w, ok in (("search", r.first), ("answer", r.told)) if not ok)
                out.write(f"{r.question.id} [{why}] {r.question.text}\n    near: {', '.join(r.entries)}\n")
                out.write(f"    wanted: {r.question.key}\n    answer: {' / '.join(r.answer.splitlines())}\n")
    kinds = Counter(r.question.kind for r in results if not r.told)
    print(f"misses written to {path}: {dict(kinds)}")
