"""The fitted search is kept between trainings, and never when it is another one."""

from __future__ import annotations

import pytest

from bot import fitted
from kram.knowledge.base import load_knowledge
from kram.knowledge.search import PointSearch, SearchWords
from tests.unit.builders import write_knowledge


@pytest.fixture
def told(tmp_path, monkeypatch) -> list[str]:
    """What was told; one line for each fitting. Contents and program are at version "a"."""
    base = load_knowledge(write_knowledge(tmp_path / "knowledge"))
    words = SearchWords({}, frozenset())
    monkeypatch.setattr(fitted, "_fit", lambda _: PointSearch.fit(base, words, str.lower))
    monkeypatch.setattr(fitted, "version", lambda: "a")
    return []


def first(search: PointSearch) -> str:
    return search.find("berapa lama kram berlangsung")[0].point


def test_the_second_opening_finds_the_same_without_fitting_again(told, tmp_path):
    one = fitted.open_search(told.append, tmp_path / "search")
    two = fitted.open_search(told.append, tmp_path / "search")

    assert first(one) == first(two) == "lama"
    assert len(told) == 1


def test_another_version_of_contents_or_program_is_fitted_anew(told, tmp_path, monkeypatch):
    fitted.open_search(told.append, tmp_path / "search")
    monkeypatch.setattr(fitted, "version", lambda: "b")

    assert first(fitted.open_search(told.append, tmp_path / "search")) == "lama"
    assert len(told) == 2


@pytest.mark.parametrize("name", ["search.npz", "search.json", "version"])
@pytest.mark.parametrize("content", [b"", b"spoilt"], ids=["empty", "spoilt"])
def test_what_is_spoilt_is_fitted_anew(told, tmp_path, name, content):
    fitted.open_search(told.append, tmp_path / "search")
    (tmp_path / "search" / name).write_bytes(content)

    assert first(fitted.open_search(told.append, tmp_path / "search")) == "lama"
    assert len(told) == 2


def test_a_training_that_is_broken_off_leaves_what_was_kept(told, tmp_path, monkeypatch):
    fitted.open_search(told.append, tmp_path / "search")
    monkeypatch.setattr(fitted, "version", lambda: "b")

    def broken_off(_: object, __: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(PointSearch, "to_disk", broken_off)
    with pytest.raises(KeyboardInterrupt):
        fitted.open_search(told.append, tmp_path / "search")

    assert (tmp_path / "search" / "version").read_text() == "a"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("tmp")] == []
