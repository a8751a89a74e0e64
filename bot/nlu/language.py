"""The words and patterns that several components of a model are made of, compiled once."""

from __future__ import annotations

from functools import lru_cache

from bot.knowledge import knowledge
from kram.language.build import language_table
from kram.language.lexicon import LanguageTable


@lru_cache(maxsize=1)
def language() -> LanguageTable:
    """Those of the knowledge base of this process.

    Raises:
        ContentError: a file of ``knowledge/language`` is broken.
    """
    return language_table(knowledge())
