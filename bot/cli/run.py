"""Set everything up and run the bot, its action server and its web page."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from bot.knowledge import SERVING
from bot.model import MODELS, ensure_model
from bot.processes import Child, Children, free_port, port_is_free
from bot.quiet import environment
from bot.reader import ensure_pipeline
from kram.errors import RedakramError
from kram.paths import ROOT

_DEFAULT_PORT = 5005
_READY_SECONDS = 180.0
_POLL_SECONDS = 0.25
_MOST_RESTARTS = 5
_RESTART_WINDOW_SECONDS = 60.0
_NEEDED_MB = 300
_LOGS = ROOT / "var" / "log"


class StartError(RedakramError):
    """The bot cannot start; the message is one line that says what to do."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument(
        "--port", type=_port, default=os.environ.get("PORT") or str(_DEFAULT_PORT), help="also taken from PORT"
    )


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65_536:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {text!r}")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Start, wait until a message can be answered, print the address, stop everything on Ctrl-C."""
    started = time.monotonic()
    _check_place(options.port)
    model = _newest_model()
    # Also SIGINT: a shell that starts us in the background sets it to be ignored.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    with Children(_LOGS) as children:
        try:
            start_servers(children, model, options.port)
            _wait_until_ready(children, options.port)
            print(
                f"\nRedakram is ready ({time.monotonic() - started:.0f} s):  http://127.0.0.1:{options.port}/",
                flush=True,
            )
            print("Ctrl-C stops it.", flush=True)
            _watch(children)
        except KeyboardInterrupt:
            print("\nstopping ...", flush=True)
    print("stopped.", flush=True)
    return 0


def _newest_model() -> Path:
    """The model for the contents as they are; the last good one when they are at fault.

    Raises:
        ContentError: a content file is broken and there is no earlier model.
        TrainingError: training failed and there is no earlier model.
    """
    try:
        ensure_pipeline(_tell)
        return ensure_model(_tell)
    except RedakramError as error:
        earlier = sorted(MODELS.glob("redakram-*.tar.gz"), key=lambda path: path.stat().st_mtime)
        if not earlier:
            raise
        _tell(f"{error}\n[run] going on with the last good model and knowledge; mend the fault and start again.")
        return earlier[-1]


def _tell(line: str) -> None:
    print(f"[run] {line}", flush=True)


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _check_place(port: int) -> None:
    if not port_is_free(port):
        raise StartError(f"port {port} is taken by another program. Choose another one: PORT={port + 1} make run")
    free = shutil.disk_usage(ROOT).free // 2**20
    if free < _NEEDED_MB:
        raise StartError(f"only {free} MB of disk space left, {_NEEDED_MB} are needed. Free some and run this again.")


def server_environment(action_port: int, port: int, database: Path | None = None) -> dict[str, str]:
    """Variables that ``endpoints.yml`` and the servers read; ``port`` is the bot's."""
    return {
        **environment(),
        "REDAKRAM_ACTION_PORT": str(action_port),
        "REDAKRAM_DB": str(database or os.environ.get("REDAKRAM_DB") or ROOT / "var" / "percakapan.db"),
        "REDAKRAM_SITE": os.environ.get("REDAKRAM_SITE") or f"http://127.0.0.1:{port}",
        "SANIC_HOST": "127.0.0.1",
        "PYTHONUNBUFFERED": "1",
        SERVING: "1",
    }


def start_servers(children: Children, model: Path, port: int, env: Mapping[str, str] | None = None) -> None:
    """Start the action server and the bot.

    Args:
        children: where they are started.
        model: the trained model.
        port: port of the bot.
        env: variables; by default those of development.
    """
    action_port = int(env["REDAKRAM_ACTION_PORT"]) if env else free_port()
    variables = env or server_environment(action_port, port)
    Path(variables["REDAKRAM_DB"]).parent.mkdir(parents=True, exist_ok=True)
    actions = [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "--port", str(action_port)]
    children.start("actions", actions, ROOT, variables)
    children.start("bot", [sys.executable, "-m", "bot.serve", str(model), str(port)], ROOT, variables)
    _tell("starting the bot and its action server ...")


def _wait_until_ready(children: Children, port: int) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    told = time.monotonic()
    while time.monotonic() < deadline:
        _fail_if_ended(children)
        if is_healthy(port):
            return
        if time.monotonic() - told > 10:
            told = time.monotonic()
            _tell("still loading ...")
        time.sleep(_POLL_SECONDS)
    raise StartError(f"the bot was not ready after {_READY_SECONDS:.0f} s. See {_LOGS.relative_to(ROOT)}/bot.log")


def is_healthy(port: int) -> bool:
    """Whether ``/health`` says that messages can be answered."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _fail_if_ended(children: Children) -> None:
    for child in children.running:
        if child.ended:
            raise StartError(_obituary(child))


def _obituary(child: Child) -> str:
    return f"the {child.name} server ended (status {child.process.returncode}). Its last lines:\n{child.tail()}"


def _watch(children: Children) -> None:
    """Until somebody stops us; a server that ends is started again, unless it ends again and again.

    Raises:
        StartError: a server ended too often.
    """
    ends: list[float] = []
    while True:
        for child in [child for child in children.running if child.ended]:
            now = time.monotonic()
            ends = [*(end for end in ends if now - end < _RESTART_WINDOW_SECONDS), now]
            if len(ends) > _MOST_RESTARTS:
                raise StartError(_obituary(child))
            _tell(f"{_obituary(child)}\n[run] starting it again ...")
            children.restart(child)
        time.sleep(1)
