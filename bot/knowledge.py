"""The knowledge base of this process, loaded once."""

from __future__ import annotations

import logging
import os
from functools import lru_cache
from pathlib import Path

from kram.knowledge.compiled import open_for_service, open_knowledge
from kram.knowledge.model import KnowledgeBase
from kram.paths import KNOWLEDGE

SERVING = "REDAKRAM_SERVING"
"""Set for the servers: they go on with what passed last when a content file is broken."""

FOLDER = "REDAKRAM_KNOWLEDGE"
"""Where the servers read the contents, when an installation keeps its own elsewhere."""

_logger = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def knowledge() -> KnowledgeBase:
    """The knowledge base.

    Raises:
        ContentError: a content file is broken; in a server only when there is no earlier version.
    """
    if not os.environ.get(SERVING):
        return open_knowledge()
    return open_for_service(_logger.error, Path(os.environ.get(FOLDER) or KNOWLEDGE))
