"""What every channel does with a message before Rasa sees it."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata

MAX_CHARACTERS = 4_000
"""What is kept of a message: its beginning and its end, where the trouble usually is told."""

# Line breaks and tabs are kept. Zero-width joiners are not needed in Indonesian.
_LEADING = re.compile(r"\A[\s/\\]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


def clean_text(text: str) -> str:
    """A message as it may go on: no control characters, no leading slash, not endless.

    Rasa takes ``/name{...}`` for an intent set by a program. What a person types never is one.
    """
    text = _CONTROL.sub("", unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8")))
    text = _LEADING.sub("", text).rstrip()
    if len(text) <= MAX_CHARACTERS:
        return text
    half = (MAX_CHARACTERS - 3) // 2
    return f"{text[:half]} … {text[-half:]}"


def pseudonym(channel: str, sender: str, key: bytes) -> str:
    """A stable name for a sender that does not tell who it is.

    Args:
        channel: name of the channel; the same person is somebody else on another one.
        sender: the platform's id.
        key: secret of this installation.

    Returns:
        32 hexadecimal digits (HMAC-SHA256, cut).
    """
    return hmac.new(key, f"{channel}\0{sender}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:32]
