"""Chat in the terminal."""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.model import ensure_model

_LEAVE = {"/keluar", "/exit", "/quit"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(options: argparse.Namespace) -> int:
    """Read lines and answer them until the end of input; a number taps a button."""
    model = ensure_model(lambda line: print(f"[setup] {line}", file=sys.stderr))
    from bot.inprocess import InProcessBot

    return asyncio.run(_chat(InProcessBot(model)))


async def _chat(bot: object) -> int:
    from bot.inprocess import InProcessBot

    assert isinstance(bot, InProcessBot)
    print("Tulis keluhan kaki Anda. Angka memilih tombol; /keluar untuk berhenti.\n")
    buttons: list[dict[str, str]] = []
    while True:
        try:
            typed = (await asyncio.to_thread(input, "Anda> ")).strip()
        except (EOFError, KeyboardInterrupt):
            print()
            return 0
        if typed in _LEAVE:
            return 0
        if typed.isdigit() and 1 <= int(typed) <= len(buttons):
            typed = buttons[int(typed) - 1]["payload"]
            print(f"      {typed}")
        reply = await bot.say(typed, "shell")
        buttons = reply.buttons
        print(f"\n{reply.text}\n")
        if buttons:
            print("  ".join(f"[{n}] {b['title']}" for n, b in enumerate(buttons, 1)) + "\n")
