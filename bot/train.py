"""Trains a model in a process of its own: ``python -m bot.train FOLDER NAME``."""

from __future__ import annotations

import sys

from bot.quiet import be_quiet

be_quiet()

from bot.fitted import fitted_beside  # noqa: E402  (the quiet settings come first)
from bot.knowledge import knowledge  # noqa: E402
from kram.errors import ContentError  # noqa: E402


def main() -> int:
    """Train with the project's files.

    Returns:
        0 when a model was written.
    """
    folder, name = sys.argv[1:3]
    try:
        knowledge()  # a fault in a content file is told as such, before Rasa wraps it in errors of its own
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    with fitted_beside():
        return 0 if _trained(folder, name) else 1


def _trained(folder: str, name: str) -> bool:
    # Rasa takes long to load; what is fitted beside it has begun by then.
    import rasa.model_training
    from rasa.engine.storage import local_model_storage

    from bot.packing import QuickTar

    local_model_storage.TarSafe = QuickTar
    result = rasa.model_training.train(
        domain="domain.yml",
        config="config.yml",
        training_files="data",
        output=folder,
        fixed_model_name=name,
    )
    return bool(result.model)


if __name__ == "__main__":
    sys.exit(main())
