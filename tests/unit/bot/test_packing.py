"""How a trained model is packed."""

from __future__ import annotations

import gzip

from tarsafe import TarSafe

from bot.packing import QuickTar


def test_a_model_is_packed_lighter_and_opens_as_any_other(tmp_path, monkeypatch):
    levels = []
    opened = gzip.GzipFile

    def noted(name, mode, compresslevel, *rest, **more):
        levels.append(compresslevel)
        return opened(name, mode, compresslevel, *rest, **more)

    content = tmp_path / "metadata.json"
    content.write_text("{}", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("gzip.GzipFile", noted)
        with QuickTar.open(tmp_path / "model.tar.gz", "w:gz") as tar:
            tar.add(content, arcname="metadata.json")
    with TarSafe.open(tmp_path / "model.tar.gz", "r:gz") as tar:
        assert tar.getnames() == ["metadata.json"]
    assert levels == [6]
