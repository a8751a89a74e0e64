"""What the figures depend on: the machine and the versions."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

import psutil

_CPUINFO = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class Machine:
    """The circumstances of a run.

    Attributes:
        date: day and minute, UTC.
        cpu: model of the processor.
        cores: how many this process may use.
        memory_gb: of the whole machine.
        system: operating system and its version.
        python: version.
        rasa: version.
        busy: load average of the last minute before the run; much above 0 means that others were working.
    """

    date: str
    cpu: str
    cores: int
    memory_gb: float
    system: str
    python: str
    rasa: str
    busy: float


def this_machine() -> Machine:
    """The machine that this runs on, now."""
    return Machine(
        date=datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        cpu=_cpu_model(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        memory_gb=psutil.virtual_memory().total / 2**30,
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        rasa=importlib.metadata.version("rasa"),
        busy=os.getloadavg()[0],
    )


def _cpu_model() -> str:
    if _CPUINFO.exists():
        for line in _CPUINFO.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
