"""How a trained model is packed."""

from __future__ import annotations

from typing import Any

from tarsafe import TarSafe

# The level that gzip itself takes. Python takes 9: sixteen seconds for our model instead of four, and 0.7 % smaller.
_LEVEL = 6


class QuickTar(TarSafe):  # type: ignore[misc]
    """Packs without waiting for the last percent; otherwise what Rasa packs with."""

    @classmethod
    def gzopen(cls, name: Any, mode: Any = "r", fileobj: Any = None, compresslevel: int = _LEVEL, **kwargs: Any) -> Any:
        """Open a compressed archive, as `tarfile.TarFile.gzopen` does."""
        return super().gzopen(name, mode, fileobj, compresslevel, **kwargs)
