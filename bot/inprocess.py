"""The real model and the real actions in one process, without a server."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.quiet import be_quiet

be_quiet()

from rasa.core.agent import Agent  # noqa: E402
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage  # noqa: E402
from rasa.shared.core.events import UserUttered  # noqa: E402
from rasa.utils.endpoints import ClientResponseError, EndpointConfig  # noqa: E402
from rasa_sdk.executor import ActionExecutor  # noqa: E402
from rasa_sdk.interfaces import ActionExecutionRejection  # noqa: E402

from bot import patches  # noqa: E402
from bot.channels.inbound import clean_text  # noqa: E402
from bot.degraded import plain_reply  # noqa: E402

_MEMORY = "percakapan"

patches.apply()


class InProcessActions(EndpointConfig):
    """Runs custom actions right here; the payload still goes through JSON, as on the wire."""

    def __init__(self) -> None:
        super().__init__(url="in-process", enable_selective_domain=True)
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def request(self, method: str = "post", **kwargs: Any) -> Any:
        """Run one action.

        Raises:
            ClientResponseError: the action rejected to run, as the action server would say it.
        """
        payload = json.loads(json.dumps(kwargs["json"]))
        try:
            return json.loads(json.dumps(await self._executor.run(payload)))
        except ActionExecutionRejection as rejection:
            body = json.dumps({"error": rejection.message, "action_name": rejection.action_name})
            raise ClientResponseError(400, "rejected", body) from rejection


@dataclass(frozen=True)
class Reply:
    """What one turn gave."""

    text: str
    buttons: list[dict[str, str]]
    custom: dict[str, Any]
    intent: str = ""
    confidence: float = 0.0
    entities: list[dict[str, Any]] = field(default_factory=list)
    latency_ms: float = 0.0
    bubbles: int = 1
    customs: int = 1
    memory: dict[str, Any] = field(default_factory=dict)
    slots: dict[str, Any] = field(default_factory=dict)
    hits: list[tuple[str, str, float]] = field(default_factory=list)
    search_ms: float = 0.0
    ranking: list[tuple[str, float]] = field(default_factory=list)


class InProcessBot:
    """Conversations with the trained model; every sender has a tracker in memory."""

    def __init__(self, model: Path) -> None:
        self._agent = Agent.load(str(model), action_endpoint=InProcessActions())

    async def parse(self, text: str) -> dict[str, Any]:
        """What the model reads in one message, without a conversation."""
        return dict(await self._agent.parse_message(clean_text(text)))

    async def say(self, text: str, sender: str) -> Reply:
        """One message of one sender.

        Args:
            text: as typed; it is cleaned as channels do.
            sender: whose conversation it belongs to.
        """
        started = time.perf_counter()
        cleaned = clean_text(text)
        if not any(c.isalnum() for c in cleaned):
            messages = plain_reply(sender, "kosong")
            return _reply(messages, {}, {}, (time.perf_counter() - started) * 1000)
        collector = CollectingOutputChannel()
        await self._agent.handle_message(UserMessage(cleaned, collector, sender, input_channel="inprocess"))
        elapsed_ms = (time.perf_counter() - started) * 1000
        tracker = await self._agent.tracker_store.get_or_create_tracker(sender)
        # Not `latest_message`: replaying a tracker leaves out what was said to a form.
        spoken = next((e for e in reversed(tracker.events) if isinstance(e, UserUttered)), None)
        parse = dict(spoken.parse_data) if spoken and spoken.parse_data else {}
        return _reply(collector.messages, parse, tracker.current_slot_values(), elapsed_ms)


def _reply(messages: list[dict[str, Any]], parse: dict[str, Any], slots: dict[str, Any], elapsed_ms: float) -> Reply:
    customs = [m["custom"] for m in messages if "custom" in m]
    texts = [m["text"] for m in messages if m.get("text")]
    intent = parse.get("intent") or {}
    reading = parse.get("redakram") or {}
    return Reply(
        text="\n".join(texts),
        buttons=[b for m in messages for b in m.get("buttons") or ()],
        custom=customs[0] if customs else {},
        intent=intent.get("name") or "",
        confidence=round(float(intent.get("confidence") or 0.0), 4),
        entities=list(parse.get("entities") or ()),
        latency_ms=round(elapsed_ms, 1),
        bubbles=len(texts),
        customs=len(customs),
        memory=slots.get(_MEMORY) or {},
        slots=slots,
        hits=[(entry, point, score) for entry, point, score, *_ in reading.get("hits") or ()],
        search_ms=float(reading.get("search_ms") or 0.0),
        ranking=[(r["name"], float(r["confidence"])) for r in parse.get("intent_ranking") or ()],
    )
