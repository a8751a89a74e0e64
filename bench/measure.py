"""Measures one bot: start, load, memory."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import psutil

from bench.bots import ACTIONS, BOT, Bot
from bench.load import WINDOW, Load, Plan, has_content
from bot.processes import Child, Children, free_port
from kram.errors import RedakramError
from kram.paths import ROOT

_READY_SECONDS = 300.0
_LOAD_SECONDS = 1200.0
_POLL_SECONDS = 0.05
_FIRST_REPLY_SECONDS = 60.0
_MB = 2**20


class BenchError(RedakramError):
    """A bot or the client did not do its part; there is nothing to report."""


@dataclass(frozen=True)
class Effort:
    """How much is measured.

    Attributes:
        starts: how often a bot is started; the median counts, the load runs on the last one.
        plan: the messages; address and conversations are filled in per bot.
    """

    starts: int
    plan: Plan


FULL = Effort(starts=3, plan=Plan("", ()))
QUICK = Effort(
    starts=1,
    plan=Plan(
        "",
        (),
        warm_up=5,
        single=40,
        parallel_messages=200,
        parallel_seconds=5.0,
        long_conversations=1,
        long_turns=3 * WINDOW,
    ),
)


@dataclass(frozen=True)
class Figures:
    """What was measured of one bot.

    Attributes:
        name: which bot.
        ready_seconds: from the start of its processes to the first answer, each start.
        p50_ms: median of one client.
        p95_ms: 95th percentile of one client.
        per_second: messages per second of all clients together.
        bot_mb: resident memory of the bot after the load.
        actions_mb: the same of its action server, None without one.
        early_ms: median of the first `WINDOW` turns of a long conversation.
        late_ms: median of the last `WINDOW` turns.
        messages: how many were counted.
        missing: one line for each that had no answer.
    """

    name: str
    ready_seconds: tuple[float, ...]
    p50_ms: float
    p95_ms: float
    per_second: float
    bot_mb: float
    actions_mb: float | None
    early_ms: float
    late_ms: float
    messages: int
    missing: tuple[str, ...]

    @property
    def ready(self) -> float:
        """Median of the starts."""
        return statistics.median(self.ready_seconds)

    @property
    def growth(self) -> float:
        """How many times slower a long conversation has become."""
        return self.late_ms / self.early_ms


def measure(bot: Bot, effort: Effort, folder: Path, tell: Callable[[str], None]) -> Figures:
    """Start a bot, put load on it, stop it.

    Args:
        bot: which one.
        effort: how much.
        folder: for logs, the plan and the raw result.
        tell: gets lines about the progress.

    Raises:
        BenchError: the bot did not start or ended, or the client gave up.
    """
    place = folder / bot.name
    ready: list[float] = []
    for number in range(effort.starts):
        with Children(place / "log") as children:
            tell(f"{bot.name}: start {number + 1} of {effort.starts} ...")
            port = free_port()
            began = time.monotonic()
            bot.start(children, port)
            _wait_until_ready(children, bot, port)
            ready.append(time.monotonic() - began)
            tell(f"{bot.name}: ready after {ready[-1]:.1f} s")
            if number + 1 == effort.starts:
                servers = tuple(children.running)
                load = _put_load(children, bot, port, effort.plan, place, tell)
                return _figures(bot, ready, load, servers)
    raise BenchError("an effort needs at least one start")


def _wait_until_ready(children: Children, bot: Bot, port: int) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline:
        _fail_if_ended(children)
        if (not bot.health or _get_ok(port, bot.health)) and _answers(port, bot.conversations[0][0]):
            return
        time.sleep(_POLL_SECONDS)
    raise BenchError(f"{bot.name} was not ready after {_READY_SECONDS:.0f} s. Logs: {children.running[0].log.parent}")


def _get_ok(port: int, path: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _answers(port: int, text: str) -> bool:
    body = json.dumps({"sender": "first", "message": text}).encode()
    request = urllib.request.Request(_webhook(port), body, {"Content-Type": "application/json"})  # noqa: S310 (http)
    try:
        with urllib.request.urlopen(request, timeout=_FIRST_REPLY_SECONDS) as reply:  # noqa: S310 (http)
            return has_content(json.load(reply))
    except (urllib.error.URLError, OSError, ValueError):
        return False


def _webhook(port: int) -> str:
    return f"http://127.0.0.1:{port}/webhooks/rest/webhook"


def _fail_if_ended(children: Children) -> None:
    for child in children.running:
        if child.ended:
            raise BenchError(f"{child.name} ended (status {child.process.returncode}). Last lines:\n{child.tail()}")


def _put_load(children: Children, bot: Bot, port: int, plan: Plan, place: Path, tell: Callable[[str], None]) -> Load:
    """Run the client beside the bot and pass on what it prints.

    Raises:
        BenchError: a process of the bot ended, or the client failed or took too long.
    """
    plan_file, result_file = place / "plan.json", place / "result.json"
    result_file.unlink(missing_ok=True)
    whole = replace(plan, url=_webhook(port), conversations=bot.conversations)
    plan_file.write_text(json.dumps(asdict(whole)), encoding="utf-8")
    servers = tuple(children.running)
    command = [sys.executable, "-m", "bench.load", str(plan_file), str(result_file)]
    client = children.start("client", command, ROOT, os.environ)
    _follow(client, servers, bot.name, tell)
    if client.process.returncode != 0:
        raise BenchError(f"{bot.name}: the client failed. Its last lines:\n{client.tail(12)}")
    return Load(**json.loads(result_file.read_text(encoding="utf-8")))


def _follow(client: Child, servers: tuple[Child, ...], name: str, tell: Callable[[str], None]) -> None:
    deadline = time.monotonic() + _LOAD_SECONDS
    with client.log.open(encoding="utf-8", errors="replace") as lines:
        while True:
            ended = client.ended  # asked before reading, so that the last lines are not lost
            for line in lines:
                tell(f"{name}: {line.rstrip()}")
            if ended:
                return
            for server in servers:
                if server.ended:
                    raise BenchError(f"{name}: {server.name} ended under load. Last lines:\n{server.tail()}")
            if time.monotonic() > deadline:
                raise BenchError(f"{name}: the load took over {_LOAD_SECONDS:.0f} s")
            time.sleep(0.3)


def _figures(bot: Bot, ready: list[float], load: Load, servers: tuple[Child, ...]) -> Figures:
    by_name = {child.name: child for child in servers}
    actions = by_name.get(ACTIONS)
    return Figures(
        name=bot.name,
        ready_seconds=tuple(ready),
        p50_ms=statistics.median(load.single_ms),
        p95_ms=percentile(load.single_ms, 95),
        per_second=len(load.parallel_ms) / load.parallel_seconds,
        bot_mb=_resident_mb(by_name[BOT]),
        actions_mb=_resident_mb(actions) if actions else None,
        early_ms=statistics.median(ms for turns in load.long_ms for ms in turns[:WINDOW]),
        late_ms=statistics.median(ms for turns in load.long_ms for ms in turns[-WINDOW:]),
        messages=len(load.single_ms) + len(load.parallel_ms) + sum(map(len, load.long_ms)),
        missing=(*load.missing, *_failures(bot, by_name[BOT])),
    )


def percentile(values: list[float], percent: int) -> float:
    """The value below which that many percent lie, interpolated between neighbours."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def _resident_mb(child: Child) -> float:
    process = psutil.Process(child.process.pid)
    family = (process, *process.children(recursive=True))
    return sum(member.memory_info().rss for member in family) / _MB


def _failures(bot: Bot, child: Child) -> list[str]:
    """Turns that were answered, but only because something caught a failure."""
    if not bot.failure:
        return []
    log = child.log.read_text(encoding="utf-8", errors="replace")
    return [line for line in log.splitlines() if bot.failure in line]
