"""Print the answer to one message."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys

from bot.model import ensure_model


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("message", nargs="+", help="what a person would type")
    parser.add_argument("--json", action="store_true", help="print the custom object too")


def run(options: argparse.Namespace) -> int:
    """Answer with the real model and the real actions."""
    model = ensure_model(lambda line: print(f"[setup] {line}", file=sys.stderr))
    from bot.inprocess import InProcessBot

    reply = asyncio.run(InProcessBot(model).say(" ".join(options.message), "ask"))
    print(reply.text)
    if reply.buttons:
        print("\n" + "  ".join(f"[{button['title']}]" for button in reply.buttons))
    if options.json:
        print(json.dumps(reply.custom, ensure_ascii=False, indent=2))
    return 0
