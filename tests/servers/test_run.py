"""The real servers, started as `make run` starts them."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
import pytest

from bot.processes import free_port

ROOT = Path(__file__).resolve().parents[2]
_START_SECONDS = 180

pytestmark = pytest.mark.slow


class Server:
    """`./redakram run` on a port of its own."""

    def __init__(self, port: int, process: subprocess.Popen[str]) -> None:
        self.port = port
        self.process = process

    def request(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, str]:
        """Status and text of a request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, headers)
            reply = connection.getresponse()
            return reply.status, reply.read().decode("utf-8")
        finally:
            connection.close()

    def say(self, message: Any, sender: str = "test") -> list[dict[str, Any]]:
        """What the REST channel answers."""
        body = json.dumps({"sender": sender, "message": message}).encode()
        status, text = self.request("POST", "/webhooks/rest/webhook", body, **{"Content-Type": "application/json"})
        assert status == 200, text
        return json.loads(text)


@pytest.fixture(scope="module")
def server(model: Path) -> Iterator[Server]:
    port = free_port()
    for old in (ROOT / "build").glob("test-percakapan.db*"):
        old.unlink()
    process = subprocess.Popen(
        [str(ROOT / "redakram"), "run"],
        cwd=ROOT,
        env={**os.environ, "PORT": str(port), "REDAKRAM_DB": str(ROOT / "build" / "test-percakapan.db")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines: list[str] = []
    deadline = time.monotonic() + _START_SECONDS
    assert process.stdout
    for line in process.stdout:
        lines.append(line)
        if "ready" in line or time.monotonic() > deadline:
            break
    assert any("ready" in line for line in lines), "".join(lines)
    yield Server(port, process)
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        process.wait(30)
    process.stdout.close()


def text_of(replies: list[dict[str, Any]]) -> str:
    return "\n".join(reply["text"] for reply in replies if "text" in reply)


def custom_of(replies: list[dict[str, Any]]) -> dict[str, Any]:
    found = [reply["custom"] for reply in replies if "custom" in reply]
    assert len(found) == 1
    return found[0]


def test_health_says_that_messages_can_be_answered(server: Server) -> None:
    status, text = server.request("GET", "/health")

    assert status == 200
    assert json.loads(text)["status"] == "ok"


def test_the_page_is_served_with_a_strict_policy_and_its_own_files(server: Server) -> None:
    status, page = server.request("GET", "/")

    assert status == 200
    assert "<title>Redakram" in page
    assert server.request("GET", "/assets/page.js")[0] == 200
    assert server.request("GET", "/assets/..%2f..%2fsite.py")[0] == 404


def test_night_cramps_get_now_causes_tonight_doctor_and_sources(server: Server) -> None:
    replies = server.say("kaki kram malam hari", "night")

    text, custom = text_of(replies), custom_of(replies)
    for part in ("sekarang", "sebab", "Malam ini", "Periksa ke dokter", "Sumber"):
        assert part in text
    assert custom["triage"] == "mandiri"
    assert "kram-malam" in custom["topics"]
    assert custom["sources"]


def test_pregnancy_changes_the_answer_and_warns_of_one_sided_swelling(server: Server) -> None:
    replies = server.say("hamil 7 bulan betis kram", "pregnant")

    text, custom = text_of(replies), custom_of(replies)
    assert "kram-hamil" in custom["topics"]
    assert "satu kaki bengkak" in text.lower()
    assert text != text_of(server.say("kaki kram malam hari", "night2"))


def test_a_danger_sign_gets_119_first_and_no_massage(server: Server) -> None:
    replies = server.say("betis kiri bengkak merah dan sesak napas", "danger")

    text, custom = text_of(replies), custom_of(replies)
    assert custom["triage"] == "darurat"
    assert "119" in text.splitlines()[0]
    assert "jangan" in text.lower()
    assert "pijat pelan" not in text.lower()


@pytest.mark.parametrize(
    "message",
    ["", "   ", "\n\t", "😀😀😀", "\x00\x01\x02", "kram " * 4_000, "ｋｒａｍ", "where is the train station please",
     '/intent{"x":1}', '/restart', "/", "'; DROP TABLE events; --", "<script>alert(1)</script>", "🦵" * 500],
    ids=["empty", "spaces", "newline", "emoji", "control", "twenty-thousand-characters", "full-width", "english",
         "intent-command", "restart-command", "slash", "sql", "html", "five-hundred-emoji"],
)  # fmt: skip
def test_odd_messages_get_a_fitting_answer_and_the_next_one_works(server: Server, message: str) -> None:
    replies = server.say(message, "odd")

    assert text_of(replies).strip()
    custom_of(replies)
    assert "kram-umum" in custom_of(server.say("betis kanan saya kram", "odd"))["topics"]


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"{not json", "application/json"),
        (b"", "application/json"),
        (b"[1, 2]", "application/json"),
        (b'{"sender": "a"}', "application/json"),
        (b'{"sender": "a", "message": 5}', "application/json"),
        (b'{"sender": {"a": 1}, "message": "halo"}', "application/json"),
        (b"sender=a&message=halo", "application/x-www-form-urlencoded"),
        (b"\xff\xfe\xfd", "application/json"),
    ],
)
def test_bad_requests_get_a_4xx_with_a_sentence(server: Server, body: bytes, content_type: str) -> None:
    status, text = server.request("POST", "/webhooks/rest/webhook", body, **{"Content-Type": content_type})

    assert 400 <= status < 500
    assert "error" in json.loads(text)
    assert "Traceback" not in text
    assert text_of(server.say("betis kram", "after-bad"))


def test_two_messages_at_once_from_one_sender_are_both_answered(server: Server) -> None:
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda text: server.say(text, "both"), ["betis kram tiap malam", "terima kasih ya"])

    assert custom_of(first)["topics"]
    assert text_of(second)


def test_what_was_said_survives_in_the_database_under_a_pseudonym(server: Server) -> None:
    server.say("saya hamil 8 bulan", "orang-yang-sama")

    later = server.say("kaki kiri bengkak sebelah", "orang-yang-sama")

    assert custom_of(later)["triage"] == "darurat"
    database = (ROOT / "build" / "test-percakapan.db").read_bytes()
    wal = ROOT / "build" / "test-percakapan.db-wal"
    assert b"orang-yang-sama" not in database + (wal.read_bytes() if wal.exists() else b"")


def test_a_taken_port_is_told_in_one_line(server: Server) -> None:
    result = subprocess.run(
        [str(ROOT / "redakram"), "run", "--port", str(server.port)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert result.returncode == 1
    assert result.stderr.strip().count("\n") == 0
    assert f"port {server.port} is taken" in result.stderr


def test_an_interrupt_ends_every_child(server: Server) -> None:
    parent = psutil.Process(server.process.pid)
    children = parent.children(recursive=True)

    server.process.send_signal(signal.SIGINT)
    server.process.wait(30)

    assert len(children) >= 2
    assert not [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]
