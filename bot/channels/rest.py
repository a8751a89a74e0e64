"""Rasa's REST channel, wire-compatible, hardened against what people and programs send."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, response
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.inbound import clean_text, pseudonym
from bot.degraded import degraded_replies, plain_reply
from bot.secrets import installation_key

_MAX_SENDER = 255
_logger = logging.getLogger(__name__)


class RestChannel(RestInput):
    """``POST /webhooks/rest/webhook`` with ``{"sender": "...", "message": "..."}``.

    Differs from the stock channel where that fails people: the sender is stored as a keyed
    hash, ``/text`` is text, bad requests get a 4xx with a sentence, and a turn that fails
    inside is answered with what still works.
    """

    @classmethod
    def name(cls) -> str:
        """The name in the address."""
        return "rest"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The two routes of the stock channel."""
        blueprint = Blueprint("redakram_rest")

        @blueprint.get("/")
        async def health(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @blueprint.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            problem, sender, message = _read(request)
            if problem:
                return response.json({"error": problem}, status=400)
            return response.json(await self._answer(on_new_message, sender, message))

        return blueprint

    async def _answer(
        self, on_new_message: Callable[[UserMessage], Awaitable[Any]], sender: str, message: str
    ) -> list[dict[str, Any]]:
        text = clean_text(message)
        if not any(c.isalnum() for c in text):
            return plain_reply(sender, "kosong")
        collector = CollectingOutputChannel()
        user = pseudonym(self.name(), sender, installation_key())
        try:
            await on_new_message(UserMessage(text, collector, user, input_channel=self.name()))
        except RasaException:
            _logger.exception("A turn failed; the safety answer was given.")
            return degraded_replies(sender, text)
        replies = [{**reply, "recipient_id": sender} for reply in collector.messages]
        if not any("custom" in reply for reply in replies):
            _logger.error("A turn gave no answer; the safety answer was given.")
            return degraded_replies(sender, text)
        return replies


def _read(request: Request) -> tuple[str, str, str]:
    """Problem, sender and message of a request; the problem is "" when it can be answered."""
    if "json" not in (request.content_type or ""):
        return "Content-Type must be application/json.", "", ""
    try:
        body = request.json
    except InvalidUsage:
        return "The body is not valid JSON.", "", ""
    if not isinstance(body, dict):
        return 'The body must be an object: {"sender": "...", "message": "..."}.', "", ""
    sender, message = body.get("sender", "default"), body.get("message")
    if not isinstance(message, str):
        return '"message" must be text.', "", ""
    if not isinstance(sender, (str, int)) or not 0 < len(str(sender)) <= _MAX_SENDER:
        return f'"sender" must be text of 1 to {_MAX_SENDER} characters.', "", ""
    return "", str(sender), message
