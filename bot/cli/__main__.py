"""``./redakram <command>``."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from kram.errors import RedakramError

COMMANDS: dict[str, str] = {
    "run": "set everything up and run the bot with its web page",
    "ask": "print the answer to one message",
    "shell": "chat in the terminal",
    "converse": "play scripted conversations from a file",
    "train": "train the model if anything it is made from changed",
    "build": "build the language pipeline from the knowledge base",
    "check": "format, lint, types, content and unit tests; fast, without TensorFlow",
    "knowledge": "check or show the knowledge base",
    "nlu": "add, check or explain training examples",
    "evaluate": "answer the held-out questions about the knowledge and print how many are answered",
    "test": "run the whole test suite",
    "bench": "measure against the stock Rasa bot and write docs/benchmarks.md",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(prog="./redakram", description="Redakram, a chat assistant for leg cramps.")
    commands = parser.add_subparsers(dest="command", metavar="command", required=True)
    arguments = list(sys.argv[1:] if argv is None else argv)
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text)
        if arguments[:1] == [name]:
            module = importlib.import_module(f"bot.cli.{name}")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except RedakramError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
