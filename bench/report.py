"""From figures to a table, a verdict per target and ``docs/benchmarks.md``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.load import WINDOW
from bench.machine import Machine
from bench.measure import Effort, Figures

_NONE = "–"
_SHOWN_MISSING = 5


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        label: what is measured.
        value: takes it from the figures of one bot, None when that bot has none.
        decimals: how it is shown.
        limit: the target, None when there is none.
        at_least: whether the target is a lower limit.
        alone: the target is about this bot's own value, not about its ratio to stock.
        ratio: whether comparing with stock says anything.
    """

    label: str
    value: Callable[[Figures], float | None]
    decimals: int = 0
    limit: float | None = None
    at_least: bool = False
    alone: bool = False
    ratio: bool = True

    def compared(self, figures: Mapping[str, Figures]) -> float | None:
        """The number that the target is about, None when a bot lacks the value."""
        ours, theirs = self.value(figures["redakram"]), self.value(figures["stock"])
        if ours is None or (theirs is None and not self.alone):
            return None
        return ours if self.alone else ours / (theirs or float("nan"))

    def met(self, figures: Mapping[str, Figures]) -> bool | None:
        """Whether the target is reached, None without a target."""
        number = self.compared(figures)
        if self.limit is None or number is None:
            return None
        return number >= self.limit if self.at_least else number <= self.limit


def rows(effort: Effort) -> tuple[Row, ...]:
    """Everything that is shown, in order."""
    plan = effort.plan
    end = f"{plan.long_turns - WINDOW + 1}–{plan.long_turns}"
    return (
        Row("seconds to ready", lambda f: f.ready, 1, limit=0.5),
        Row("1 client, p50 ms", lambda f: f.p50_ms, 1, limit=0.5),
        Row("1 client, p95 ms", lambda f: f.p95_ms, 1),
        Row(f"{plan.clients} clients, messages/s", lambda f: f.per_second, 1, limit=3.0, at_least=True),
        Row("memory of the bot, MB", lambda f: f.bot_mb, limit=0.65),
        Row("memory of its action server, MB", lambda f: f.actions_mb),
        Row("memory of both, MB", lambda f: f.bot_mb + (f.actions_mb or 0)),
        Row(f"long conversation, turns 1–{WINDOW}, p50 ms", lambda f: f.early_ms, 1),
        Row(f"long conversation, turns {end}, p50 ms", lambda f: f.late_ms, 1),
        Row("late turns / first turns", lambda f: f.growth, 2, limit=1.5, alone=True, ratio=False),
        Row("messages counted", lambda f: f.messages, ratio=False),
        Row("answers missing", lambda f: len(f.missing), ratio=False),
    )


def table(effort: Effort, all_figures: tuple[Figures, ...]) -> str:
    """The table in Markdown, its columns aligned so that it reads well in a terminal too."""
    figures = {one.name: one for one in all_figures}
    head = ["", *figures, "redakram / stock", "target", "met"]
    cells = [head, *(_cells(row, figures) for row in rows(effort))]
    widths = [max(len(line[column]) for line in cells) for column in range(len(head))]
    rule = "|".join(["", "-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:]), ""])
    lines = [_aligned(line, widths) for line in cells]
    return "\n".join([lines[0], rule, *lines[1:]])


def _aligned(line: list[str], widths: list[int]) -> str:
    first = line[0].ljust(widths[0])
    return f"| {' | '.join([first, *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))])} |"


def _cells(row: Row, figures: Mapping[str, Figures]) -> list[str]:
    values = (row.value(one) for one in figures.values())
    shown = [_NONE if value is None else f"{value:,.{row.decimals}f}" for value in values]
    ratio = row.compared(figures) if row.ratio else None
    return [
        row.label,
        *shown,
        _NONE if ratio is None else f"{ratio:.2f}x",
        _target(row),
        {True: "yes", False: "no", None: _NONE}[row.met(figures)],
    ]


def _target(row: Row) -> str:
    if row.limit is None:
        return _NONE
    return f"{'>=' if row.at_least else '<='} {row.limit:g}x{'' if not row.alone else ' (itself)'}"


def missed(effort: Effort, all_figures: tuple[Figures, ...]) -> list[str]:
    """Labels of the targets that were not reached."""
    figures = {one.name: one for one in all_figures}
    return [row.label for row in rows(effort) if row.met(figures) is False]


def missing_answers(all_figures: tuple[Figures, ...]) -> list[str]:
    """The first few messages without an answer of each bot."""
    return [f"{one.name}: {line}" for one in all_figures for line in one.missing[:_SHOWN_MISSING]]


def document(machine: Machine, effort: Effort, all_figures: tuple[Figures, ...], minutes: float) -> str:
    """The text of ``docs/benchmarks.md``."""
    plan = effort.plan
    starts = "\n".join(f"  - {one.name}: {', '.join(f'{s:.1f}' for s in one.ready_seconds)} s" for one in all_figures)
    short = missed(effort, all_figures)
    verdict = f"Missed: {', '.join(short)}." if short else "All targets are met."
    return f"""# Benchmarks

Written by `make bench`; do not edit.

{table(effort, all_figures)}

{verdict}

- Date: {machine.date}, {minutes:.0f} minutes for everything
- Processor: {machine.cpu}, {machine.cores} cores; load average before the run {machine.busy:.1f}
- Memory: {machine.memory_gb:.0f} GB
- System: {machine.system}, Python {machine.python}, Rasa {machine.rasa}

## What is compared, and what is not

*stock* is the starter project of `rasa init` with the pipeline and policies that Rasa fills in for it
(DIETClassifier, ResponseSelector, TEDPolicy and UnexpecTEDIntentPolicy among them), served by `rasa run` with the
tracker store in memory. *floor* is the same domain with KeywordIntentClassifier and RulePolicy, the least that Rasa
needs to answer at all. *redakram* is this project as `./redakram run` starts it: with its action server, and with
every conversation written to SQLite, neither of which the other two have. The starter bots get English messages
of their own domain, this bot Indonesian ones of its own: what is compared is what a message costs a person or a
machine, not who understands better, and the starter bots answer with one fixed sentence
where this one composes an answer. The client runs on the same machine and takes its share of the cores, from every
bot alike. All bots start from a trained model; training and installing are not measured, nor are networks,
several machines, or databases other than SQLite.

## How it is measured

The bots run one after the other, never at the same time, only on 127.0.0.1, with Python's bytecode cache filled.

- **Seconds to ready**: from the start of the processes until the REST webhook gives its first answer; for redakram
  until `/health` says that the action server is there too. Median of {effort.starts} start(s):
{starts}
- **1 client**: {plan.single} messages after {plan.warm_up} of warm-up, a new sender every 5 messages.
- **{plan.clients} clients**: each sends the next message when it has the answer to the last, with senders of its
  own, for {plan.parallel_seconds:.0f} s or {plan.parallel_messages} messages, whichever comes first.
- **Long conversation**: {plan.long_conversations} conversation(s) of one sender with {plan.long_turns} turns, repeating
  the same {WINDOW} messages, so that the first and the last {WINDOW} turns say the same. Pooled.
- **Memory**: resident memory after all of that, with child processes.

Repeat it with `make bench`. `./redakram bench --quick` only shows that the benchmark works; it writes to
`build/bench/benchmarks.md` instead of here.
"""


def raw(machine: Machine, effort: Effort, all_figures: tuple[Figures, ...]) -> str:
    """Everything as JSON."""
    whole = {"machine": asdict(machine), "effort": asdict(effort), "bots": [asdict(one) for one in all_figures]}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def write(path: Path, text: str) -> None:
    """Write a file whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(path.suffix + ".partial")
    partial.write_text(text, encoding="utf-8")
    partial.replace(path)
