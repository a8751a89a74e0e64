"""Measure the model on the held-out sets: what it knows and what it understands."""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench import points, safety, understanding
from bench.knowledge import TARGETS, Result, judge, questions, shares, table, tellers
from bot.model import ensure_model
from kram.knowledge.base import load_knowledge
from kram.paths import BUILD, ROOT

if TYPE_CHECKING:
    from bench.classifiers import Measured

_REPORT_EVERY = 200
_BIAS = 0.5
_SEED = 2026


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument(
        "what",
        choices=["knowledge", "points", "nlu", "safety", "classifiers"],
        help="questions to the knowledge, messages with the point that answers each, messages to read, vignettes of "
        "danger, or classifiers side by side (writes docs/nlu.md)",
    )
    parser.add_argument("--massive", type=Path, help="folder with the Indonesian part of MASSIVE, for classifiers")
    parser.add_argument(
        "--without-diet",
        action="store_true",
        help="do not train the stock DIET, which takes long; what was measured before is shown",
    )
    parser.add_argument("--write", action="store_true", help="for safety: write docs/keamanan.md, too")
    parser.add_argument("--misses", type=Path, help="write what was not answered or understood to this file")


def run(options: argparse.Namespace) -> int:
    """Print the table; 1 when a target is missed."""
    model = ensure_model(lambda line: print(f"[setup] {line}", file=sys.stderr))
    if options.what == "classifiers":
        return _classifiers(model, options.massive, with_diet=not options.without_diet)
    if options.what == "safety":
        return _safety(model, options.misses, write=options.write)
    if options.what == "points":
        return _points(model, options.misses)
    return _understanding(model, options.misses) if options.what == "nlu" else _knowledge(model, options.misses)


def _classifiers(model: Path, folder: Path | None, *, with_diet: bool) -> int:
    """Train every classifier on every exam and write the page."""
    from bench import nlu_report

    measured = _measured(folder, with_diet=with_diet)
    results, mistyped, times = asyncio.run(_read(model))
    times.sort()
    nlu_report.draw(understanding.confusions(results))
    reading = (times[len(times) // 2], times[int(len(times) * 0.95)])
    nlu_report.write(understanding.report(results, mistyped), reading, measured)
    print(f"[eval] written: {nlu_report.PAGE.relative_to(ROOT)}", file=sys.stderr)
    return 0


def _measured(folder: Path | None, *, with_diet: bool) -> list[Measured]:
    from bot.quiet import be_quiet

    be_quiet()
    from bench.classifiers import FOLDS, CountVectors, Diet, Ours, Results, cross_validate, examine
    from bench.massive import read_massive
    from bot.knowledge import knowledge
    from bot.reader import open_reader
    from kram.training.examples import read_examples

    own = [(example.text, example.intent) for example in read_examples()]
    ours = Ours(open_reader(lambda line: print(f"[setup] {line}", file=sys.stderr)), understanding.OUTSIDE, _BIAS)
    held = [(h.text, frozenset(h.intents)) for h in understanding.held_out(knowledge().triage)]
    stock: list[CountVectors | Diet] = [CountVectors(), Diet()]
    results = Results(BUILD / "classifiers.json")
    # What takes longest comes last, so that a run that is broken off has most of the table.
    for classifier in (ours, CountVectors()):
        results.add(classifier.name, f"own, {FOLDS} folds", own, partial(cross_validate, classifier.fit, own))
    massive = read_massive(folder) if folder is not None else None
    plain = Ours(None, balanced=False)
    for one in (ours, *stock):
        if isinstance(one, Diet) and not with_diet:
            results.recall(one.name, "own, held out", own)
        else:
            results.add(one.name, "own, held out", own, partial(examine, one.fit, own, held))
        if massive is not None:
            for exam, rows in (("MASSIVE, 50 an intent", massive.fifty), ("MASSIVE, all", massive.all)):
                test = [(text, frozenset({intent})) for text, intent in massive.test]
                candidate = plain if one is ours else one
                if isinstance(one, Diet) and not with_diet:
                    results.recall(one.name, exam, rows)
                else:
                    results.add(candidate.name, exam, rows, partial(examine, candidate.fit, rows, test))
    return results.measured


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


def _safety(model: Path, misses: Path | None, *, write: bool) -> int:
    played, mistyped = asyncio.run(_play_vignettes(model))
    report = safety.report(played, mistyped)
    print("\n".join(report.lines))
    if write:
        from bench import safety_report

        safety_report.write(report, load_knowledge())
        print(f"[eval] written: {safety_report.PAGE.relative_to(ROOT)}", file=sys.stderr)
    if misses:
        misses.write_text("\n".join(safety.misses(played, mistyped)) + "\n", encoding="utf-8")
        print(f"misses written to {misses}")
    for line in report.missed:
        print(f"missed: {line}", file=sys.stderr)
    return 1 if report.missed else 0


def _points(model: Path, misses: Path | None) -> int:
    answered = asyncio.run(_send(model))
    print("\n".join(points.table(answered)))
    if misses:
        misses.write_text("\n".join(points.misses(answered)) + "\n", encoding="utf-8")
        print(f"misses written to {misses}")
    told = points.told_share(answered)
    if told < points.TOLD_AT_LEAST:
        print(f"missed: told {told:.1%} < {points.TOLD_AT_LEAST:.0%}", file=sys.stderr)
    return int(told < points.TOLD_AT_LEAST)


async def _send(model: Path) -> list[points.Answered]:
    from bot.inprocess import InProcessBot

    bot, base, found = InProcessBot(model), load_knowledge(), points.messages()
    answered = []
    for number, message in enumerate(found, 1):
        reply = await bot.say(message.text, f"points:{number}")
        near = [f"{entry}/{point}" for entry, point, _ in reply.hits]
        answered.append(points.judge(base, message, near, reply.text, str(reply.custom.get("triage", ""))))
        if number % _REPORT_EVERY == 0:
            print(f"[eval] {number} of {len(found)} messages", file=sys.stderr)
    return answered


async def _play_vignettes(model: Path) -> tuple[list[safety.Played], safety.Slips]:
    from bot.inprocess import InProcessBot
    from bot.reader import open_reader

    bot, found = InProcessBot(model), safety.vignettes()
    played = []
    for number, vignette in enumerate(found, 1):
        played.append(await safety.play(bot.say, vignette))
        if number % _REPORT_EVERY == 0:
            print(f"[eval] {number} of {len(found)} vignettes", file=sys.stderr)
    reader = open_reader(lambda line: print(f"[setup] {line}", file=sys.stderr))
    messages = [turn for v in found if v.urgent for turn in v.turns]
    return played, safety.slips(reader, load_knowledge().triage, messages, random.Random(_SEED))


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
