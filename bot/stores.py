"""A tracker store that reads back only what the next turn needs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.orm import Session

_STORED = "_redakram_stored_events"
_BUSY_MS = 5_000


class RecentTurnsTrackerStore(SQLTrackerStore):
    """SQL store whose cost per turn does not grow with the conversation.

    Rasa's own store reads and replays every event since the session began, for every message,
    and sends them all to the action server. Here a tracker holds the last turns and, before
    them, the last value of each slot and of the active loop. Every event stays in the table.
    """

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
            sa.event.listen(self.engine, "connect", _tune_sqlite)
            self.engine.dispose()
        self._make_index()

    def _make_index(self) -> None:
        """The window is looked up by sender and type."""
        table = self.SQLEvent.__table__
        name = "ix_events_sender_type"
        if name not in {index["name"] for index in sa.inspect(self.engine).get_indexes(table.name)}:
            sa.Index(name, table.c.sender_id, table.c.type_name, table.c.id).create(self.engine)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker with the last turns of a conversation, None when there is none."""
        with self.session_scope() as session:
            start = self._window_start(session, sender_id)
            recent = self._events(session, sender_id, since=start)
            earlier = self._last_values(session, sender_id, before=start) if start else []
        if not recent or self.domain is None:
            return None
        tracker = DialogueStateTracker.from_dict(sender_id, [*earlier, *recent], self.domain.slots)
        setattr(tracker, _STORED, len(tracker.events))
        return tracker

    def _window_start(self, session: Session, sender_id: str) -> int:
        """Id of the first event of the window, 0 when the whole conversation fits."""
        row = self.SQLEvent
        users = (
            session.query(row.id)
            .filter(row.sender_id == sender_id, row.type_name == UserUttered.type_name)
            .order_by(row.id.desc())
            .offset(self._turns - 1)
            .limit(1)
            .scalar()
        )
        session_start = (
            session.query(sa.func.max(row.id))
            .filter(row.sender_id == sender_id, row.type_name == "session_started")
            .scalar()
        )
        return max(users or 0, session_start or 0)

    def _events(self, session: Session, sender_id: str, *, since: int) -> list[dict[str, Any]]:
        row = self.SQLEvent
        query = session.query(row.data).filter(row.sender_id == sender_id, row.id >= since).order_by(row.id)
        return [json.loads(data) for (data,) in query]

    def _last_values(self, session: Session, sender_id: str, *, before: int) -> list[dict[str, Any]]:
        """Last value of each slot and of the loop in this session, from before the window."""
        row = self.SQLEvent
        session_start = (
            session.query(sa.func.max(row.id))
            .filter(row.sender_id == sender_id, row.type_name == "session_started")
            .scalar()
        ) or 0
        latest = (
            session.query(sa.func.max(row.id))
            .filter(
                row.sender_id == sender_id,
                row.type_name.in_([SlotSet.type_name, ActiveLoop.type_name]),
                row.id < before,
                row.id >= session_start,
            )
            .group_by(row.type_name, sa.case([(row.type_name == SlotSet.type_name, row.action_name)], else_=""))
        )
        ids = [value for (value,) in latest]
        query = session.query(row.data).filter(row.id.in_(ids)).order_by(row.id)
        return [json.loads(data) for (data,) in query]

    def _additional_events(self, session: Session, tracker: DialogueStateTracker) -> Iterable[Event]:
        """Events that are not in the table yet: those behind what `retrieve` read."""
        stored = getattr(tracker, _STORED, None)
        if stored is None:
            return list(super()._additional_events(session, tracker))
        return list(tracker.events)[stored:]

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Append what is new."""
        await super().save(tracker)
        setattr(tracker, _STORED, len(tracker.events))


def _tune_sqlite(connection: Any, _: Any) -> None:
    """Readers do not wait for the writer; a commit is safe against a crash of the process."""
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={_BUSY_MS}"):
        connection.execute(f"PRAGMA {pragma}")
