"""Checks knowledge, training data and domain: ``python -m bot.cli.content``."""

from __future__ import annotations

import sys

from bot.data_checks import check_data
from kram.errors import ContentError, Fault
from kram.knowledge.base import load_knowledge
from kram.knowledge.coverage import lost_faults
from kram.language.build import build_reader
from kram.paths import ROOT


def main() -> int:
    """Print one line per fault.

    Returns:
        0 when there is none.
    """
    faults: list[Fault] = check_data(ROOT)
    try:
        base = load_knowledge()
        build_reader(base)
        faults = [*lost_faults(base), *faults]
    except ContentError as error:
        faults = [*error.faults, *faults]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
