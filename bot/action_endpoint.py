"""The way to the action server, with connections that stay open."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

_TIMEOUT_SECONDS = 4.0
_CONNECTIONS = 64


class KeepAliveEndpoint(EndpointConfig):
    """`EndpointConfig` for actions that opens a connection once instead of once a call.

    Rasa makes a client session, a connector and a TCP connection for every single action.
    Everything else is as there: the same request, the same errors.
    """

    _session: aiohttp.ClientSession | None = None

    @classmethod
    def of(cls, endpoint: EndpointConfig) -> KeepAliveEndpoint:
        """The same endpoint, kept alive."""
        return cls(url=endpoint.url, params=endpoint.params, headers=endpoint.headers, **endpoint.kwargs)

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Call the action server.

        Raises:
            ClientResponseError: it answered with an error status.
            aiohttp.ClientError: it did not answer.
        """
        # Keys and text are ours and already clean: no need to escape every Indonesian letter.
        body = json.dumps(kwargs["json"], ensure_ascii=False).encode("utf-8")
        headers = {**self.headers, "Content-Type": content_type or "application/json"}
        async with self._open().request(method, self.url, data=body, headers=headers) as reply:
            if reply.status >= 400:
                raise ClientResponseError(reply.status, reply.reason, await reply.text())
            return json.loads(await reply.read())

    def _open(self) -> aiohttp.ClientSession:
        """The session of this process; made inside its event loop, on the first call."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=_TIMEOUT_SECONDS),
                connector=aiohttp.TCPConnector(limit=_CONNECTIONS),
            )
        return self._session
