"""The web page at ``/``, the pages to read at ``/pengetahuan``, the health of the whole at ``/health``."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.inbound import clean_text
from bot.knowledge import knowledge
from bot.nlu.findings import READING
from bot.ops.library import Library
from kram.knowledge.model import Hit

_PAGE = Path(__file__).parent / "page"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
}
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
# The pages to read have a search form and need no script at all.
_READING_HEADERS = {
    **_HEADERS,
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'",
    "Cache-Control": "public, max-age=300",
}
_MAX_QUERY = 200
_ACTIONS_FRESH_SECONDS = 2.0
_ACTIONS_TIMEOUT_SECONDS = 2.0


class SiteChannel(InputChannel):
    """Not a channel in truth: Rasa lets channels add routes, and these are ours."""

    def __init__(self) -> None:
        self._actions_ok = False
        self._asked_at = 0.0
        self._library = Library(knowledge())

    @classmethod
    def name(cls) -> str:
        """Name in the credentials."""
        return "site"

    def url_prefix(self) -> str:
        """At the root."""
        return "/"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> SiteChannel:
        """Needs none."""
        return cls()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """``/health`` and the files of the page; ``/`` takes the place of Rasa's greeting."""
        blueprint = Blueprint("redakram_site")

        @blueprint.get("/health")
        async def health(request: Request) -> HTTPResponse:
            return await self._health(request)

        @blueprint.get("/assets/<name:str>")
        async def asset(_: Request, name: str) -> HTTPResponse:
            return _file(name)

        @blueprint.get("/pengetahuan")
        async def library(request: Request) -> HTTPResponse:
            return await self._search(request)

        @blueprint.get("/pengetahuan/<name:str>")
        async def entry(_: Request, name: str) -> HTTPResponse:
            page = self._library.entry(name)
            return _page(page if page is not None else self._library.missing(), 200 if page is not None else 404)

        @blueprint.listener("before_server_start")
        async def take_root(app: Sanic, _: asyncio.AbstractEventLoop) -> None:
            for route in app.router.routes:
                if route.path in {"", "/"} and "GET" in route.methods:
                    route.handler = _home

        return blueprint

    async def _search(self, request: Request) -> HTTPResponse:
        """All entries, or those that the words of ``?q=`` come near to."""
        query = clean_text((request.args.get("q") or "")[:_MAX_QUERY]).strip()
        agent = getattr(request.app.ctx, "agent", None)
        if not query:
            return _page(self._library.index())
        if agent is None or not agent.is_ready():
            return response.text("Pencarian belum siap. Coba lagi sebentar.", status=503)
        parsed = await agent.parse_message(query)
        hits = [Hit.from_list(hit) for hit in (parsed.get(READING) or {}).get("hits") or ()]
        return _page(self._library.results(query, hits))

    async def _health(self, request: Request) -> HTTPResponse:
        """200 when a message can be answered in full, else 503 with what is missing."""
        agent = getattr(request.app.ctx, "agent", None)
        ready = agent is not None and agent.is_ready()
        parts = {"model": ready, "actions": await self._actions()}
        ok = all(parts.values())
        body = {
            "status": "ok" if ok else "unavailable",
            "parts": {name: "ok" if value else "unavailable" for name, value in parts.items()},
            "kb_version": knowledge().version,
        }
        return response.json(body, status=200 if ok else 503)

    async def _actions(self) -> bool:
        """Whether the action server answers; asked at most every two seconds."""
        if time.monotonic() - self._asked_at < _ACTIONS_FRESH_SECONDS and self._actions_ok:
            return True
        port = os.environ.get("REDAKRAM_ACTION_PORT", "")
        timeout = aiohttp.ClientTimeout(total=_ACTIONS_TIMEOUT_SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.get(f"http://127.0.0.1:{port}/health") as reply,
            ):
                self._actions_ok = reply.status == 200
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError):
            self._actions_ok = False
        self._asked_at = time.monotonic()
        return self._actions_ok


def _page(html: str, status: int = 200) -> HTTPResponse:
    return response.html(html, status=status, headers=_READING_HEADERS)


async def _home(_: Request) -> HTTPResponse:
    return _file("index.html")


def _file(name: str) -> HTTPResponse:
    """One of the page's own files; nothing else on the disk."""
    known = {path.name: path for path in _PAGE.iterdir()}
    path = known.get(name)
    if path is None:
        return response.text("Halaman tidak ditemukan.", status=404)
    return response.raw(
        path.read_bytes(), content_type=_TYPES.get(path.suffix, "application/octet-stream"), headers=_HEADERS
    )
