"""Finding entries by the words of a question, with SQLite's FTS5 (in memory, standard library)."""

from __future__ import annotations

import re
import sqlite3

from kram.knowledge.model import KnowledgeBase

_WORD = re.compile(r"\w{3,}")
# Titles and aliases say what an entry is about; its sentences only support that.
_WEIGHTS = (0.0, 8.0, 6.0, 3.0, 1.0)


class TopicIndex:
    """A full-text index over all entries."""

    def __init__(self, base: KnowledgeBase) -> None:
        # The action server answers from one thread, but Sanic may start it from another.
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute("CREATE VIRTUAL TABLE topic USING fts5(id UNINDEXED, title, aliases, lead, items)")
        self._db.executemany(
            "INSERT INTO topic VALUES (?, ?, ?, ?, ?)",
            (
                (
                    entry.id,
                    entry.title,
                    " . ".join(entry.aliases),
                    " ".join(entry.lead.values()),
                    " ".join(item.text for items in entry.sections.values() for item in items),
                )
                for entry in base.entries.values()
            ),
        )

    def search(self, normalized: str, limit: int = 5) -> list[str]:
        """Ids of the entries that match best, best first.

        Args:
            normalized: the question in normalised words; any characters are safe.
            limit: how many at most.
        """
        words = list(dict.fromkeys(_WORD.findall(normalized.lower())))
        if not words:
            return []
        query = " OR ".join(f'"{word}"' for word in words)
        ranked = "SELECT id FROM topic WHERE topic MATCH ? ORDER BY bm25(topic, ?, ?, ?, ?, ?) LIMIT ?"
        rows = self._db.execute(ranked, (query, *_WEIGHTS, limit))
        return [str(row[0]) for row in rows]
