"""Whether a text says one of several phrases."""

from __future__ import annotations

from collections.abc import Set


def says(normalized: str, phrases: Set[str]) -> bool:
    """Whether a text holds one of the phrases, word by word; one that begins with ^ must begin the text.

    One that also ends with $ must be all of it.
    """
    text = f" {normalized} "
    begins = [phrase for phrase in phrases if phrase.startswith("^")]
    return (
        any(f" {phrase} " in text for phrase in phrases)
        or any(text.startswith(f" {phrase[1:]} ") for phrase in begins)
        or any(phrase == f"^{normalized}$" for phrase in begins)
    )
