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


def test_a_process_of_its_own_fits_it_meanwhile_and_the_opening_waits_for_it(told, tmp_path, monkeypatch):
    kept, script = tmp_path / "search", tmp_path / "fits.py"
    fitted.open_search(told.append, tmp_path / "made")
    script.write_text(
        f"import shutil, sys, time; time.sleep(0.5); shutil.copytree({str(tmp_path / 'made')!r}, sys.argv[-1])"
    )
    started = fitted.subprocess.Popen
    monkeypatch.setattr(
        fitted.subprocess, "Popen", lambda command, **_: started([command[0], str(script), command[-1]])
    )

    with fitted.fitted_beside(kept):
        search = fitted.open_search(told.append, kept)

    assert first(search) == "lama"
    assert told.count("fitting the knowledge search ...") == 1  # the one that was copied


def test_what_the_process_could_not_fit_is_fitted_here_and_no_process_is_left(told, tmp_path, monkeypatch):
    started: list[fitted.subprocess.Popen[bytes]] = []
    start = fitted.subprocess.Popen

    def fails(command: list[str], **_: object) -> fitted.subprocess.Popen[bytes]:
        started.append(start([command[0], "-c", "import sys; sys.exit(1)"]))
        return started[-1]

    monkeypatch.setattr(fitted.subprocess, "Popen", fails)
    with fitted.fitted_beside(tmp_path / "search"):
        assert first(fitted.open_search(told.append, tmp_path / "search")) == "lama"

    assert [process.poll() for process in started] == [1]


def test_nothing_is_started_when_the_search_is_there(told, tmp_path, monkeypatch):
    fitted.open_search(told.append, tmp_path / "search")
    monkeypatch.setattr(fitted.subprocess, "Popen", lambda *_, **__: pytest.fail("nothing is to be fitted"))

    with fitted.fitted_beside(tmp_path / "search"):
        assert first(fitted.open_search(told.append, tmp_path / "search")) == "lama"


def test_the_words_are_compiled_once_though_two_processes_need_them(monkeypatch):
    asked: list[bool] = []

    class Compiles:
        """A process that has compiled them when it was looked at for the third time."""

        def poll(self) -> None:
            asked.append(True)

    monkeypatch.setattr(fitted, "_beside", [Compiles()])
    monkeypatch.setattr(fitted, "is_compiled", lambda: len(asked) == 3)
    monkeypatch.setattr(fitted, "open_reader", lambda _: "the reader")

    assert fitted.open_reader_meanwhile(print) == "the reader"
    assert len(asked) == 3
