"""Rasa's REST channel, wire-compatible, hardened against what people and programs send."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.inbound import pseudonym
from bot.channels.turn import OnNewMessage, take_turn
from bot.secrets import installation_key

_MAX_SENDER = 255


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

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
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

    async def _answer(self, on_new_message: OnNewMessage, sender: str, message: str) -> list[dict[str, Any]]:
        user = pseudonym(self.name(), sender, installation_key())
        replies = await take_turn(on_new_message, self.name(), user, message)
        return [{**reply, "recipient_id": sender} for reply in replies]


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
