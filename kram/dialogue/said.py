"""Whether a text says one of several phrases."""

from __future__ import annotations

from collections.abc import Set


def says(normalized: str, phrases: Set[str]) -> bool:
    """Whether a text holds one of the phrases, word by word; one that begins with ^ must begin the text."""
    text = f" {normalized} "
    begins = (phrase for phrase in phrases if phrase.startswith("^"))
    return any(f" {phrase} " in text for phrase in phrases) or any(text.startswith(f" {p[1:]} ") for p in begins)
