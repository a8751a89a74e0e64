"""Half of the system is down: danger signs, first aid and emergency numbers are answered all the same.

The real bot and the real action server, broken for real: processes stopped and frozen, the database
locked and full, the model missing and spoilt, the contents at fault. Each fault ends by itself, too.
"""

from __future__ import annotations

import http.client
import json
import resource
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from bot.cli.run import server_environment, start_servers
from bot.processes import Children, free_port

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
DANGER = "betis kiri bengkak sebelah, sekarang dada sesak"
ORDINARY = "betis saya kram tadi malam"
_START_SECONDS = 120
_MOST_SECONDS = 10.0
_RECOVER_SECONDS = 30.0


@dataclass
class Bot:
    """A bot and its action server."""

    port: int
    children: Children
    database: Path
    senders: int = 0

    def process(self, name: str) -> psutil.Process:
        child = next(child for child in self.children.running if child.name == name)
        return psutil.Process(child.process.pid)

    def say(self, text: str) -> tuple[str, dict[str, Any]]:
        """Text and ``custom`` of the answer to somebody new, which comes soon."""
        self.senders += 1
        body = json.dumps({"sender": f"somebody-{self.senders}", "message": text}).encode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_MOST_SECONDS)
        try:
            connection.request("POST", "/webhooks/rest/webhook", body, {"Content-Type": "application/json"})
            reply = connection.getresponse()
            content = reply.read()
        finally:
            connection.close()
        assert reply.status == 200, content
        replies = json.loads(content)
        customs = [reply["custom"] for reply in replies if "custom" in reply]
        assert len(customs) == 1
        return "\n".join(reply["text"] for reply in replies if "text" in reply), customs[0]

    def log(self) -> str:
        return (self.children.folder / "bot.log").read_text(encoding="utf-8", errors="replace")


def listens(port: int) -> bool:
    """Whether the channel is there, with or without a model behind it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/webhooks/rest/")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


@contextmanager
def started(folder: Path, model: Path, **variables: str) -> Iterator[Bot]:
    port = free_port()
    database = folder / "percakapan.db"
    with Children(folder / "log") as children:
        env = {**server_environment(free_port(), port, database), **variables}
        start_servers(children, model, port, env)
        deadline = time.monotonic() + _START_SECONDS
        while not listens(port) and time.monotonic() < deadline:
            time.sleep(0.2)
        yield Bot(port, children, database)


@pytest.fixture(scope="module")
def bot(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    with started(tmp_path_factory.mktemp("faults"), model) as bot:
        eventually(lambda: answers_in_full(bot))
        yield bot


def answers_in_full(bot: Bot) -> bool:
    text, _ = bot.say(ORDINARY)
    return "Sumber:" in text


def eventually(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _RECOVER_SECONDS
    while not holds():
        assert time.monotonic() < deadline, "it did not recover by itself"
        time.sleep(0.5)


def assert_safe(bot: Bot) -> None:
    """A danger sign alarms; anything else gets first aid, danger signs and numbers, and hears what is missing."""
    alarm, custom = bot.say(DANGER)
    assert custom["triage"] == "darurat"
    assert "119" in alarm and "sesak" in alarm

    text, custom = bot.say(ORDINARY)
    assert custom["triage"] in {"none", "mandiri", "dokter"}
    for part in ("sebagian layanan sedang terganggu", "ujung kaki", "119", "bengkak"):
        assert part in text, text


def test_without_the_action_server(bot: Bot) -> None:
    actions = next(child for child in bot.children.running if child.name == "actions")
    actions.process.terminate()
    actions.process.wait(15)

    assert_safe(bot)
    assert "safety answer" in bot.log()

    bot.children.restart(actions)
    eventually(lambda: answers_in_full(bot))


def test_with_an_action_server_that_hangs(bot: Bot) -> None:
    frozen = bot.process("actions")
    frozen.send_signal(signal.SIGSTOP)
    try:
        assert_safe(bot)
    finally:
        frozen.send_signal(signal.SIGCONT)

    eventually(lambda: answers_in_full(bot))


def test_with_a_database_that_is_locked(bot: Bot) -> None:
    other = sqlite3.connect(bot.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        text, custom = bot.say(DANGER)
        assert custom["triage"] == "darurat" and "119" in text
        assert "luruskan lutut" in bot.say(ORDINARY)[0].lower()
        assert "database is locked" in bot.log()
    finally:
        other.execute("ROLLBACK")
        other.close()

    eventually(lambda: answers_in_full(bot))


def test_with_a_disk_that_is_full(bot: Bot) -> None:
    """No file of the bot may grow any more, as on a full disk."""
    process = bot.process("bot")
    _, hard = process.rlimit(resource.RLIMIT_FSIZE)
    process.rlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        text, custom = bot.say(DANGER)
        assert custom["triage"] == "darurat" and "119" in text
        assert "luruskan lutut" in bot.say(ORDINARY)[0].lower()
    finally:
        process.rlimit(resource.RLIMIT_FSIZE, (hard, hard))

    eventually(lambda: answers_in_full(bot))


@pytest.mark.parametrize("spoilt", [False, True], ids=["missing", "spoilt"])
def test_without_a_model_until_there_is_one(tmp_path: Path, model: Path, spoilt: bool) -> None:
    place = tmp_path / model.name
    if spoilt:
        place.write_bytes(model.read_bytes()[:100_000])

    with started(tmp_path, place) as bot:
        assert_safe(bot)

        shutil.copy(model, tmp_path / "new.tar.gz")
        (tmp_path / "new.tar.gz").replace(place)
        eventually(lambda: answers_in_full(bot))


def test_with_contents_that_are_at_fault_at_the_start(tmp_path: Path, model: Path) -> None:
    broken = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", broken)
    (broken / "triage" / "rules.yml").write_text("aturan: [", encoding="utf-8")

    with started(tmp_path, model, REDAKRAM_KNOWLEDGE=str(broken)) as bot:
        text, custom = bot.say(DANGER)

        assert custom["triage"] == "darurat" and "119" in text
        assert answers_in_full(bot)
        assert "rules.yml" in bot.log() and "passed its check last" in bot.log()
