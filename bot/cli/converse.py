"""Play scripted conversations through the real model and the real actions."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.model import ensure_model
from kram.errors import RedakramError

_REPORT_EVERY = 100


class ScriptError(RedakramError):
    """A line of the input is not a conversation."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("--input", type=Path, required=True, help='JSON lines: {"id": "d01", "turns": ["...", "..."]}')
    parser.add_argument("--output", type=Path, required=True, help="JSON lines, one for each turn")


def run(options: argparse.Namespace) -> int:
    """Answer every turn; each conversation starts fresh."""
    scripts = list(read_scripts(options.input))
    model = ensure_model(lambda line: print(f"[setup] {line}", file=sys.stderr))
    from bot.inprocess import InProcessBot

    asyncio.run(_play(InProcessBot(model), scripts, options.output))
    return 0


def read_scripts(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Conversations of a file.

    Raises:
        ScriptError: the file is missing or a line is not a conversation, with its number.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ScriptError(f"{path}: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        expected = f'{path}:{number}: expected {{"id": "...", "turns": ["...", ...]}}'
        try:
            script: Any = json.loads(line)
        except json.JSONDecodeError as error:
            raise ScriptError(f"{expected}, not JSON ({error.msg})") from error
        if not isinstance(script, dict) or not isinstance(script.get("turns"), list):
            raise ScriptError(expected)
        if not all(isinstance(turn, str) for turn in script["turns"]):
            raise ScriptError(f"{expected}: every turn must be text")
        yield str(script.get("id", number)), script["turns"]


async def _play(bot: Any, scripts: list[tuple[str, list[str]]], output: Path) -> None:
    done = 0
    with output.open("w", encoding="utf-8") as out:
        for place, (script_id, turns) in enumerate(scripts):
            for number, text in enumerate(turns):
                reply = await bot.say(text, f"{place}:{script_id}")
                row = {
                    "id": f"{script_id}#{number}",
                    "text": reply.text,
                    "triage": reply.custom.get("triage", "none"),
                    "topics": reply.custom.get("topics", []),
                    "sources": reply.custom.get("sources", []),
                    "buttons": reply.buttons,
                    "intent": reply.intent,
                    "confidence": reply.confidence,
                    "entities": reply.entities,
                    "latency_ms": reply.latency_ms,
                }
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                done += 1
                if done % _REPORT_EVERY == 0:
                    print(f"[converse] {done} turns", file=sys.stderr)
    print(f"[converse] {done} turns of {len(scripts)} conversations", file=sys.stderr)
