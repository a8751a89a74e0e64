"""Writes the README's conversation as the bot holds it now: ``python -m bot.cli.readme``."""

from __future__ import annotations

import asyncio
import re
import sys

from bot.model import ensure_model
from kram.paths import ROOT

_README = ROOT / "README.md"
_SAID = re.compile(r"> \*\*Anda:\*\* (.+)")
_SLOT = re.compile(r"(<!-- transcript: (\d+) -->\n)(?:(?:>.*\n)*)")


def main() -> int:
    """Play the messages of the README in one conversation and put the answers below them.

    Returns:
        0; the file is only written when something changed.
    """
    from bot.inprocess import InProcessBot

    bot = InProcessBot(ensure_model(lambda line: print(line, file=sys.stderr)))
    text = _README.read_text(encoding="utf-8")
    answers = asyncio.run(_play(bot, _SAID.findall(text)))

    def fill(match: re.Match[str]) -> str:
        quoted = "\n".join(f"> {line}".rstrip() for line in answers[int(match.group(2)) - 1].splitlines())
        return f"{match.group(1)}{quoted}\n"

    fresh = _SLOT.sub(fill, text)
    if fresh != text:
        _README.write_text(fresh, encoding="utf-8")
    return 0


async def _play(bot: object, messages: list[str]) -> list[str]:
    from bot.inprocess import InProcessBot

    assert isinstance(bot, InProcessBot)
    replies = [await bot.say(message, "readme") for message in messages]
    return [f"**Redakram:** {reply.text}".replace("\n", "  \n") for reply in replies]


if __name__ == "__main__":
    sys.exit(main())
