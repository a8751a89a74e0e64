"""The knowledge base of this process, loaded once."""

from __future__ import annotations

from functools import lru_cache

from kram.knowledge.compiled import open_knowledge
from kram.knowledge.model import KnowledgeBase


@lru_cache(maxsize=1)
def knowledge() -> KnowledgeBase:
    """The knowledge base.

    Raises:
        ContentError: a content file is broken.
    """
    return open_knowledge()
