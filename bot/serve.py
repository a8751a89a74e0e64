"""The Rasa server: ``python -m bot.serve MODEL PORT``. Used by ``./redakram run`` and `deploy/`."""

from __future__ import annotations

import logging
import os
import sys

from bot.quiet import be_quiet

be_quiet(logging.INFO)

from rasa.core.run import serve_application  # noqa: E402
from rasa.core.utils import AvailableEndpoints  # noqa: E402

from bot import patches  # noqa: E402
from bot.action_endpoint import KeepAliveEndpoint  # noqa: E402

_SILENT = ("sanic.root", "sanic.access", "apscheduler", "matplotlib", "tensorflow", "absl")


def main() -> None:
    """Serve until told to stop. The HTTP API of Rasa stays off."""
    patches.apply()
    model, port = sys.argv[1], int(sys.argv[2])
    for name in _SILENT:
        logging.getLogger(name).setLevel(logging.WARNING)
    endpoints = AvailableEndpoints.read_endpoints(os.environ.get("REDAKRAM_ENDPOINTS", "endpoints.yml"))
    endpoints.action = KeepAliveEndpoint.of(endpoints.action)
    interface = os.environ.get("REDAKRAM_INTERFACE", "127.0.0.1")
    serve_application(
        model_path=model,
        interface=interface,
        port=port,
        credentials=os.environ.get("REDAKRAM_CREDENTIALS", "credentials.yml"),
        endpoints=endpoints,
        enable_api=False,
    )


if __name__ == "__main__":
    main()
