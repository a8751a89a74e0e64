"""A stock NLU pipeline in a process of its own: ``python -m bench.stock_nlu train|predict FOLDER FILE``."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import srsly

from bot.quiet import be_quiet

be_quiet()

import rasa.model_training  # noqa: E402  (the quiet settings come first)
from rasa.core.agent import Agent  # noqa: E402


async def _intents(folder: Path, messages: list[str]) -> list[str]:
    agent = Agent.load(str(folder / "stock.tar.gz"))
    return [(await agent.parse_message(message))["intent"]["name"] or "" for message in messages]


def main() -> int:
    """Do what the first argument says.

    Returns:
        0 when it worked.
    """
    what, name, file = sys.argv[1:4]
    folder = Path(name)
    if what == "train":
        model = rasa.model_training.train_nlu(
            str(folder / "config.yml"), str(folder / file), str(folder), fixed_model_name="stock"
        )
        return 0 if model else 1
    srsly.write_json(folder / "intents.json", asyncio.run(_intents(folder, srsly.read_json(folder / file))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
