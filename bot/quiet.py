"""Keeps the libraries' chatter out of people's terminals. Import before Rasa."""

from __future__ import annotations

import logging
import os
import warnings

import structlog

_ENVIRONMENT = {
    # The products of one message are too small to share: two threads only wait for each other.
    "OPENBLAS_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "CUDA_VISIBLE_DEVICES": "-1",
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "SQLALCHEMY_WARN_20": "0",
    "LOG_LEVEL_LIBRARIES": "ERROR",
}


def environment() -> dict[str, str]:
    """The variables of this process with the quiet ones added; nothing already set is changed."""
    return {**_ENVIRONMENT, **os.environ}


def be_quiet(level: int = logging.ERROR) -> None:
    """Set the variables and hide warnings of libraries in this process."""
    os.environ.update(environment())
    warnings.filterwarnings("ignore")
    # Libraries reset the filters while they load; what they call is silenced as well.
    warnings.showwarning = _drop
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(level))
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger().setLevel(level)
    for name in ("rasa", "tensorflow", "apscheduler", "sanic", "rasa_sdk", "matplotlib"):
        logging.getLogger(name).setLevel(level)


def _drop(*_: object, **__: object) -> None:
    """Takes the place of the function that prints warnings."""
