"""The client, in a process of its own: ``python -m bench.load PLAN RESULT``.

A closed loop: each client sends its next message when the answer to the last one is there.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import chain, cycle, islice
from pathlib import Path
from typing import Any

import aiohttp

from bench.messages import Conversations

WINDOW = 20
"""Turns at the start and at the end of a long conversation that are compared; both say the same things."""
_REPLY_SECONDS = 60.0
_GIVE_UP_AFTER = 10


@dataclass(frozen=True)
class Plan:
    """How much is sent.

    Attributes:
        url: the REST webhook.
        conversations: what is said.
        warm_up: messages that are sent first and not counted.
        single: messages of one client.
        clients: how many talk at once afterwards.
        parallel_messages: they stop after this many together ...
        parallel_seconds: ... or after this time.
        long_conversations: conversations of a single sender at the end.
        long_turns: their length, a multiple of `WINDOW`.
    """

    url: str
    conversations: Conversations
    warm_up: int = 20
    single: int = 200
    clients: int = 20
    parallel_messages: int = 1500
    parallel_seconds: float = 20.0
    long_conversations: int = 3
    long_turns: int = 200


@dataclass(frozen=True)
class Load:
    """What came back.

    Attributes:
        single_ms: milliseconds per message, one client.
        parallel_ms: the same for all clients at once.
        parallel_seconds: how long that took altogether.
        long_ms: per long conversation, milliseconds per turn.
        missing: one line for each message without an answer.
    """

    single_ms: list[float] = field(default_factory=list)
    parallel_ms: list[float] = field(default_factory=list)
    parallel_seconds: float = 0.0
    long_ms: list[list[float]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


class UnansweredError(Exception):
    """So many answers are missing that going on would measure nothing."""


class _Client:
    """Sends messages and notes which ones got no answer."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url
        self.missing: list[str] = []

    async def send(self, sender: str, text: str) -> float:
        """Milliseconds until the whole answer was there.

        Raises:
            UnansweredError: too many were missing by now.
        """
        began = time.perf_counter()
        problem = await self._problem(sender, text)
        took = (time.perf_counter() - began) * 1000
        if problem:
            self.missing.append(f"{sender}, {text!r}: {problem}")
            if len(self.missing) >= _GIVE_UP_AFTER:
                raise UnansweredError("\n".join(self.missing))
        return took

    async def _problem(self, sender: str, text: str) -> str:
        try:
            async with self._session.post(self._url, json={"sender": sender, "message": text}) as reply:
                if reply.status != 200:
                    return f"status {reply.status}"
                return "" if has_content(await reply.json()) else "empty answer"
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as error:
            return f"{type(error).__name__} {error}".strip()


def has_content(replies: Any) -> bool:
    """Whether a person would see something of what the webhook gave back."""
    if not isinstance(replies, list):
        return False
    return any(isinstance(reply, dict) and (reply.get("text") or reply.get("image")) for reply in replies)


def talk(conversations: Conversations, who: str, first: int = 0) -> Iterator[tuple[str, str]]:
    """Sender and message without end; every conversation has a sender of its own.

    Args:
        conversations: what is said, over and over.
        who: start of the senders' names.
        first: which conversation comes first, so that not all clients say the same at once.
    """
    for number, conversation in enumerate(islice(cycle(conversations), first, None)):
        for text in conversation:
            yield f"{who}-{number}", text


def long_talk(conversations: Conversations, number: int, turns: int) -> list[str]:
    """The messages of a long conversation: the same `WINDOW` messages over and over."""
    start = (3 * number) % len(conversations)
    rotated = (*conversations[start:], *conversations[:start])
    window = list(islice(cycle(chain.from_iterable(rotated)), WINDOW))
    return list(islice(cycle(window), turns))


async def run_plan(plan: Plan) -> Load:
    """Send everything, one phase after the other.

    Raises:
        UnansweredError: too many answers were missing.
    """
    timeout = aiohttp.ClientTimeout(total=_REPLY_SECONDS)
    # One kept connection per client, never a new one per message.
    connector = aiohttp.TCPConnector(limit=plan.clients)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
        client = _Client(session, plan.url)
        _tell(f"1 client, {plan.single} messages after {plan.warm_up} of warm-up ...")
        await _one_by_one(client, islice(talk(plan.conversations, "warm"), plan.warm_up))
        single = await _one_by_one(client, islice(talk(plan.conversations, "single"), plan.single))
        _tell(f"{plan.clients} clients, {plan.parallel_seconds:.0f} s or {plan.parallel_messages} messages ...")
        began = time.perf_counter()
        parallel = await _all_at_once(client, plan)
        seconds = time.perf_counter() - began
        longs = []
        for number in range(plan.long_conversations):
            _tell(f"long conversation {number + 1} of {plan.long_conversations}, {plan.long_turns} turns ...")
            turns = long_talk(plan.conversations, number, plan.long_turns)
            longs.append(await _one_by_one(client, ((f"long-{number}", text) for text in turns)))
    return Load(single, parallel, seconds, longs, client.missing)


def _tell(line: str) -> None:
    print(line, flush=True)


async def _one_by_one(client: _Client, messages: Iterable[tuple[str, str]]) -> list[float]:
    return [await client.send(sender, text) for sender, text in messages]


async def _all_at_once(client: _Client, plan: Plan) -> list[float]:
    deadline = time.perf_counter() + plan.parallel_seconds
    tickets = iter(range(plan.parallel_messages))
    took: list[float] = []

    async def keep_talking(number: int) -> None:
        for sender, text in talk(plan.conversations, f"many-{number}", first=number):
            if time.perf_counter() >= deadline or next(tickets, None) is None:
                return
            took.append(await client.send(sender, text))

    await asyncio.gather(*(keep_talking(number) for number in range(plan.clients)))
    return took


def main() -> int:
    """Read the plan, run it, write the result.

    Returns:
        0 when the plan was run to its end.
    """
    plan_file, result_file = (Path(name) for name in sys.argv[1:3])
    plan = Plan(**json.loads(plan_file.read_text(encoding="utf-8")))
    try:
        load = asyncio.run(run_plan(plan))
    except UnansweredError as error:
        _tell(f"gave up, no answer to:\n{error}")
        return 1
    result_file.write_text(json.dumps(asdict(load)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
