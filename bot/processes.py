"""Child processes that never outlive their parent."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

_PR_SET_PDEATHSIG = 1
_GRACE_SECONDS = 8.0


def _die_with_parent() -> None:
    """Linux: the kernel ends the child when the parent is gone, even after a kill -9."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass(frozen=True)
class Child:
    """A started process and where it logs."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    command: tuple[str, ...] = ()
    cwd: Path = Path()
    env: Mapping[str, str] = field(default_factory=dict)

    @property
    def ended(self) -> bool:
        """No longer running."""
        return self.process.poll() is not None

    def tail(self, lines: int = 6) -> str:
        """The last lines of its log."""
        text = self.log.read_text(encoding="utf-8", errors="replace").strip()
        return "\n".join(text.splitlines()[-lines:])


class Children:
    """Starts processes and ends all of them on leaving the ``with`` block."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.running: list[Child] = []

    def start(self, name: str, command: Sequence[str], cwd: Path, env: Mapping[str, str]) -> Child:
        """Start one; its output goes to ``<folder>/<name>.log``."""
        self.folder.mkdir(parents=True, exist_ok=True)
        log = self.folder / f"{name}.log"
        with log.open("wb") as out:
            # A group of its own: Ctrl-C in the terminal reaches us, and we end them in order.
            process = subprocess.Popen(
                command,
                cwd=cwd,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_die_with_parent,
            )
        child = Child(name, process, log, tuple(command), cwd, env)
        self.running.append(child)
        return child

    def restart(self, child: Child) -> Child:
        """Start one that ended again, as it was started; its log is begun anew, the old one kept beside it."""
        child.log.replace(child.log.with_suffix(".before.log"))
        self.running.remove(child)
        return self.start(child.name, child.command, child.cwd, child.env)

    def __enter__(self) -> Children:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in reversed(self.running):
            _signal_group(child, signal.SIGTERM)
        deadline = time.monotonic() + _GRACE_SECONDS
        for child in reversed(self.running):
            try:
                child.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                _signal_group(child, signal.SIGKILL)
                child.process.wait()


def _signal_group(child: Child, number: signal.Signals) -> None:
    try:
        os.killpg(child.process.pid, number)
    except ProcessLookupError:
        pass  # it ended by itself between the check and the signal


def port_is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether a server could listen there now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port(host: str = "127.0.0.1") -> int:
    """A port that is free now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
