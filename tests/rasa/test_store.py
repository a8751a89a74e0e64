"""The tracker store, on a real SQLite file."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.stores import RecentTurnsTrackerStore

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
TURNS = 3


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "percakapan.db"


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(ROOT / "domain.yml")


@pytest.fixture
def store(domain: Domain, file: Path) -> RecentTurnsTrackerStore:
    return RecentTurnsTrackerStore(domain=domain, turns=TURNS, dialect="sqlite", db=str(file))


def turn(number: int) -> list:
    return [
        UserUttered(f"pesan {number}", intent={"name": "sapaan"}, parse_data={"intent": {"name": "sapaan"}}),
        ActionExecuted("action_jawab"),
        BotUttered(f"jawaban {number}"),
        SlotSet("percakapan", {"turn": number}),
        ActionExecuted("action_listen"),
    ]


async def talk(store: RecentTurnsTrackerStore, sender: str, numbers: range) -> DialogueStateTracker:
    tracker = await store.get_or_create_tracker(sender)
    for number in numbers:
        tracker = await store.get_or_create_tracker(sender)
        for event in turn(number):
            tracker.update(event)
        await store.save(tracker)
    return tracker


def said(tracker: DialogueStateTracker) -> list[str]:
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


def rows(file: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(file) as database:
        return database.execute("SELECT type_name, data FROM events ORDER BY id").fetchall()


async def test_a_sender_who_never_wrote_has_no_tracker(store: RecentTurnsTrackerStore) -> None:
    assert await store.retrieve("siapa") is None


async def test_a_tracker_holds_the_last_turns_only(store: RecentTurnsTrackerStore) -> None:
    await talk(store, "a", range(1, 11))

    tracker = await store.retrieve("a")

    assert said(tracker) == ["pesan 8", "pesan 9", "pesan 10"]


async def test_every_event_stays_in_the_table_once_and_in_order(store: RecentTurnsTrackerStore, file: Path) -> None:
    await talk(store, "a", range(1, 11))

    texts = [json.loads(data)["text"] for kind, data in rows(file) if kind == "user"]

    assert texts == [f"pesan {number}" for number in range(1, 11)]


async def test_slots_and_the_open_form_from_before_the_window_are_kept(store: RecentTurnsTrackerStore) -> None:
    tracker = await store.get_or_create_tracker("a")
    for event in (SlotSet("saring_q1", "ya"), SlotSet("saring_q1", "tidak"), ActiveLoop("form_saring")):
        tracker.update(event)
    await store.save(tracker)
    await talk(store, "a", range(1, 9))

    tracker = await store.retrieve("a")

    assert tracker.get_slot("saring_q1") == "tidak"
    assert tracker.active_loop_name == "form_saring"


async def test_a_new_session_starts_with_nothing_of_the_old_one(store: RecentTurnsTrackerStore) -> None:
    tracker = await talk(store, "a", range(1, 3))
    for event in (ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")):
        tracker.update(event)
    await store.save(tracker)

    tracker = await store.retrieve("a")

    assert said(tracker) == []
    assert tracker.get_slot("percakapan") is None


async def test_two_people_do_not_share_anything(store: RecentTurnsTrackerStore) -> None:
    await talk(store, "a", range(1, 3))
    await talk(store, "b", range(7, 9))

    assert said(await store.retrieve("a")) == ["pesan 1", "pesan 2"]
    assert said(await store.retrieve("b")) == ["pesan 7", "pesan 8"]


async def test_a_conversation_goes_on_after_a_restart(
    store: RecentTurnsTrackerStore, file: Path, domain: Domain
) -> None:
    await talk(store, "a", range(1, 6))

    again = RecentTurnsTrackerStore(domain=domain, turns=TURNS, dialect="sqlite", db=str(file))
    tracker = await talk(again, "a", range(6, 7))

    assert said(tracker)[-1] == "pesan 6"
    assert tracker.get_slot("percakapan") == {"turn": 6}
    assert [json.loads(data)["text"] for kind, data in rows(file) if kind == "user"][-2:] == ["pesan 5", "pesan 6"]


async def test_saving_twice_adds_nothing(store: RecentTurnsTrackerStore, file: Path) -> None:
    tracker = await talk(store, "a", range(1, 3))
    before = len(rows(file))

    await store.save(tracker)

    assert len(rows(file)) == before
