"""The three bots: how each is made, how it is started, what is said to it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.messages import INDONESIAN, STARTER, Conversations
from bench.starter import make_floor, make_stock
from bot.cli.run import server_environment, start_servers
from bot.model import ensure_model
from bot.processes import Children, free_port

BOT = "bot"
ACTIONS = "actions"
"""Names of the child processes, the same that `start_servers` gives them."""


@dataclass(frozen=True)
class Bot:
    """Something that can be measured.

    Attributes:
        name: column of the table.
        conversations: what is said to it.
        start: starts its processes on a port; the one that answers is called `BOT`.
        health: path that says whether all its processes are up, "" when there is but one.
        failure: text in the log of `BOT` that stands for an answer that was none.
    """

    name: str
    conversations: Conversations
    start: Callable[[Children, int], None]
    health: str = ""
    failure: str = ""


def make_bots(folder: Path, tell: Callable[[str], None]) -> tuple[Bot, Bot, Bot]:
    """Stock, floor and redakram, trained and ready to be started.

    Args:
        folder: where everything is made.
        tell: gets a line before each slow step.

    Raises:
        StarterError: a starter project cannot be made or trained.
        TrainingError: this project's model cannot be trained.
    """
    env = _with_bytecode(_starter_environment(), folder)
    stock, floor = folder / "stock", folder / "floor"
    return (
        _starter("stock", stock, make_stock(stock, env, tell), env),
        _starter("floor", floor, make_floor(floor, env, tell), env),
        _redakram(folder, ensure_model(tell)),
    )


def _starter(name: str, project: Path, model: Path, env: dict[str, str]) -> Bot:
    def start(children: Children, port: int) -> None:
        command = [sys.executable, "-m", "rasa", "run", "--model", str(model.relative_to(project))]
        children.start(BOT, [*command, "--port", str(port), "--interface", "127.0.0.1"], project, env)

    return Bot(name, STARTER, start)


def _redakram(folder: Path, trained: Path) -> Bot:
    place = folder / "redakram"
    place.mkdir(parents=True, exist_ok=True)
    # A copy: training elsewhere in the meantime removes old models.
    model = Path(shutil.copyfile(trained, place / "model.tar.gz"))

    def start(children: Children, port: int) -> None:
        for left_over in place.glob("percakapan.db*"):
            left_over.unlink()
        env = server_environment(free_port(), port, place / "percakapan.db")
        start_servers(children, model, port, _with_bytecode(env, folder))

    return Bot("redakram", INDONESIAN, start, health="/health", failure="the safety answer was given")


def _starter_environment() -> dict[str, str]:
    # Only what keeps the run on this machine: telemetry would call home.
    return {**os.environ, "RASA_TELEMETRY_ENABLED": "false"}


def _with_bytecode(env: dict[str, str], folder: Path) -> dict[str, str]:
    """The same variables with Python's bytecode cache on, in a place that is only ours.

    Without it, each start would compile Rasa and TensorFlow again on machines that turn the cache
    off (containers often do), and the time to ready would be mostly that, for all bots alike.
    """
    kept = {name: value for name, value in env.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "pycache")}
