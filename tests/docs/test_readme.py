"""What the README shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
SAID = re.findall(r"> \*\*Anda:\*\* (.+)", README)
ANSWERED = re.findall(r"> \*\*Redakram:\*\* (.+?)\s*\n", README)
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
async def test_the_conversation_in_the_readme_is_the_one_the_bot_holds(bot) -> None:
    assert len(SAID) == len(ANSWERED) == 2

    for message, first_line in zip(SAID, ANSWERED, strict=True):
        reply = await bot.say(message, "readme")
        assert reply.text.splitlines()[0] == first_line


def test_every_link_and_make_target_in_the_readme_exists() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    targets = re.findall(r"make ([\w-]+)", README)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert links
    assert not [link for link in links if not (ROOT / link).exists()]
    assert not [target for target in targets if f"\n{target}:" not in makefile]


def test_every_command_of_the_launcher_in_the_readme_exists() -> None:
    from bot.cli.__main__ import COMMANDS

    used = set(re.findall(r"\./redakram (\w+)", README))

    assert used
    assert used <= set(COMMANDS)
