"""A tracker store that reads back only what the next turn needs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.pool import StaticPool

_STORED = "_redakram_stored_events"
_BUSY_MS = 1_000


class RecentTurnsTrackerStore(SQLTrackerStore):
    """SQL store whose cost per turn does not grow with the conversation.

    Rasa's own store reads and replays every event since the session began, for every message,
    and sends them all to the action server. Here a tracker holds the last turns and, before
    them, the last value of each slot and of the active loop. Every event stays in the table.
    """

    engine: Any

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        turns: int = 8,
        **options: Any,
    ) -> None:
        """
        Args:
            domain: the domain.
            event_broker: where events are published, if anywhere.
            turns: how many messages of the person a tracker holds at most.
            options: what `SQLTrackerStore` takes (``dialect``, ``db``, ``host``, ...).
        """
        self._turns = int(turns)
        super().__init__(domain=domain, event_broker=event_broker, **options)
        if self.engine.dialect.name == "sqlite":
            self._keep_sqlite_open()
        table = self.SQLEvent.__table__
        columns = table.c
        mine = columns.sender_id == sa.bindparam("sender")
        self._users = (
            sa.select(columns.id)
            .where(mine, columns.type_name == UserUttered.type_name)
            .order_by(columns.id.desc())
            .offset(self._turns - 1)
            .limit(1)
        )
        self._session_start = sa.select(sa.func.max(columns.id)).where(
            mine, columns.type_name == SessionStarted.type_name
        )
        self._recent = sa.select(columns.data).where(mine, columns.id >= sa.bindparam("since")).order_by(columns.id)
        self._values = (
            sa.select(columns.type_name, columns.action_name, columns.data)
            .where(
                mine,
                columns.type_name.in_([SlotSet.type_name, ActiveLoop.type_name]),
                columns.id < sa.bindparam("before"),
                columns.id >= sa.bindparam("since"),
            )
            .order_by(columns.id)
        )
        self._insert = table.insert()
        self._make_index()

    def _keep_sqlite_open(self) -> None:
        """One connection for the process: opening the file costs more than reading a conversation."""
        url = self.engine.url
        self.engine.dispose()
        self.engine = sa.create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
        sa.event.listen(self.engine, "connect", _tune_sqlite)
        self.sessionmaker = sa.orm.sessionmaker(bind=self.engine)

    def _make_index(self) -> None:
        """The window is looked up by sender and type."""
        table = self.SQLEvent.__table__
        name = "ix_events_sender_type"
        if name not in {index["name"] for index in sa.inspect(self.engine).get_indexes(table.name)}:
            sa.Index(name, table.c.sender_id, table.c.type_name, table.c.id).create(self.engine)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker with the last turns of a conversation, None when there is none."""
        if self.domain is None:
            return None
        with self.engine.connect() as connection:
            session = connection.execute(self._session_start, {"sender": sender_id}).scalar() or 0
            users = connection.execute(self._users, {"sender": sender_id}).scalar() or 0
            start = max(session, users)
            recent = [row[0] for row in connection.execute(self._recent, {"sender": sender_id, "since": start})]
            earlier = self._last_values(connection, sender_id, session, start) if start > session else []
        if not recent:
            return None
        events = [json.loads(data) for data in (*earlier, *recent)]
        tracker = DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)
        setattr(tracker, _STORED, len(tracker.events))
        return tracker

    def _last_values(self, connection: Any, sender_id: str, session: int, start: int) -> list[str]:
        """Last value of each slot and of the active loop in this session, from before the window."""
        keys = {"sender": sender_id, "since": session, "before": start}
        last: dict[tuple[str, str], str] = {}
        for kind, name, data in connection.execute(self._values, keys):
            key = (kind, name if kind == SlotSet.type_name else "")
            last.pop(key, None)
            last[key] = data
        return list(last.values())

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Append what is new: the events behind those that `retrieve` read."""
        stored = getattr(tracker, _STORED, None)
        if stored is None:
            await super().save(tracker)
        else:
            await self.stream_events(tracker)
            self._append(tracker, list(tracker.events)[stored:])
        setattr(tracker, _STORED, len(tracker.events))

    def _append(self, tracker: DialogueStateTracker, events: Sequence[Event]) -> None:
        """All new events in one statement; upstream makes an object and a statement of each."""
        if not events:
            return
        rows = []
        for event in events:
            data = event.as_dict()
            rows.append(
                {
                    "sender_id": tracker.sender_id,
                    "type_name": event.type_name,
                    "timestamp": data.get("timestamp"),
                    "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
                    "action_name": data.get("name"),
                    "data": json.dumps(data, ensure_ascii=False),
                }
            )
        with self.engine.begin() as connection:
            connection.execute(self._insert, rows)


def _tune_sqlite(connection: Any, _: Any) -> None:
    """Readers do not wait for the writer; a commit is safe against a crash of the process."""
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={_BUSY_MS}"):
        connection.execute(f"PRAGMA {pragma}")
