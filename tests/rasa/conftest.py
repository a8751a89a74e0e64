"""Rasa and what it brings warn about themselves while they load; our own code must stay silent."""

from __future__ import annotations

import warnings

from bot.quiet import be_quiet

be_quiet()
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import rasa.core.agent
    import rasa.core.tracker_store
    import rasa.engine.recipes.default_recipe  # noqa: F401
