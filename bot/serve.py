"""The Rasa server: ``python -m bot.serve MODEL PORT``. Used by ``./redakram run`` and `deploy/`."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from pathlib import Path
from typing import Any

from bot.quiet import be_quiet

be_quiet(logging.INFO)

import rasa.core.run  # noqa: E402
from rasa.core.agent import Agent, load_agent  # noqa: E402
from rasa.core.utils import AvailableEndpoints  # noqa: E402
from sanic import Sanic  # noqa: E402

from bot import patches  # noqa: E402
from bot.action_endpoint import KeepAliveEndpoint  # noqa: E402

_LOOK_AGAIN_SECONDS = 2.0
_logger = logging.getLogger(__name__)
_SILENT = ("sanic.root", "sanic.access", "apscheduler", "matplotlib", "tensorflow", "absl")


async def _watch_model(app: Sanic, model: str, endpoints: AvailableEndpoints) -> None:
    """Load the model as soon as there is a good one, when there was none at the start."""
    tried = _state_of(model)
    while not app.ctx.agent.is_ready():
        await asyncio.sleep(_LOOK_AGAIN_SECONDS)
        if (found := _state_of(model)) == tried or found is None:
            continue
        tried = found
        agent = await load_agent(model, endpoints=endpoints)
        if agent.is_ready():
            app.ctx.agent = agent
            _logger.info("The model was loaded: full answers again.")


def _state_of(model: str) -> tuple[int, int] | None:
    """What changes when the file is written anew; None when there is none."""
    try:
        state = Path(model).stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def main() -> None:
    """Serve until told to stop. The HTTP API of Rasa stays off."""
    patches.apply()
    model, port = sys.argv[1], int(sys.argv[2])
    for name in _SILENT:
        logging.getLogger(name).setLevel(logging.WARNING)
    endpoints = AvailableEndpoints.read_endpoints(os.environ.get("REDAKRAM_ENDPOINTS", "endpoints.yml"))
    endpoints.action = KeepAliveEndpoint.of(endpoints.action)
    interface = os.environ.get("REDAKRAM_INTERFACE", "127.0.0.1")
    _load_at_start = rasa.core.run.load_agent_on_start

    async def load_and_watch(*arguments: Any) -> Agent:
        app: Sanic = arguments[3]
        agent = await _load_at_start(*arguments)
        app.add_task(_watch_model(app, model, endpoints))
        return agent

    rasa.core.run.load_agent_on_start = load_and_watch
    rasa.core.run.serve_application(
        model_path=model,
        interface=interface,
        port=port,
        credentials=os.environ.get("REDAKRAM_CREDENTIALS", "credentials.yml"),
        endpoints=endpoints,
        enable_api=False,
    )


if __name__ == "__main__":
    main()
