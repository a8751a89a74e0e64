"""One turn, whatever is broken: an answer always comes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from bot.channels.inbound import clean_text
from bot.degraded import degraded_replies, plain_reply

_PATIENCE_SECONDS = 8.0
"""After this long the safety answer is given; nobody waits in fear for a machine."""

_logger = logging.getLogger(__name__)

OnNewMessage = Callable[[UserMessage], Awaitable[Any]]


async def take_turn(on_new_message: OnNewMessage, channel: str, user: str, message: str) -> list[dict[str, Any]]:
    """What to answer one message.

    The model may be missing, the action server down or slow, the database locked or full: then
    the message is read right here, and danger signs, first aid and emergency numbers are answered
    without any of them. Each message tries the whole way again, so it recovers by itself.

    Args:
        on_new_message: what Rasa gives its channels.
        channel: name of the channel.
        user: the sender's pseudonym.
        message: as typed.

    Returns:
        Replies in the shape of the REST channel; ``recipient_id`` is the pseudonym.
    """
    text = clean_text(message)
    if not any(c.isalnum() for c in text):
        return plain_reply(user, "kosong")
    collector = CollectingOutputChannel()
    try:
        turn = on_new_message(UserMessage(text, collector, user, input_channel=channel))
        await asyncio.wait_for(turn, _PATIENCE_SECONDS)
    except asyncio.TimeoutError:
        _logger.error("A turn took longer than %.0f s; the safety answer was given.", _PATIENCE_SECONDS)
    except Exception:  # whatever broke, somebody in pain is waiting
        _logger.exception("A turn failed; the safety answer was given.")
    if any("custom" in reply for reply in collector.messages):
        return list(collector.messages)
    _logger.error("A turn gave no answer; the safety answer was given.")
    return degraded_replies(user, text)
