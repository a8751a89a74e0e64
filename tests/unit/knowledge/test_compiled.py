"""The knowledge as one JSON file: the same content, only sooner."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kram.errors import ContentError
from kram.knowledge.base import load_knowledge
from kram.knowledge.compiled import open_knowledge
from tests.unit.builders import ENTRY, edit, write_files, write_knowledge


@pytest.fixture
def folder(tmp_path):
    """A small knowledge that is complete."""
    return write_knowledge(tmp_path / "knowledge")


@pytest.fixture
def compiled(tmp_path):
    """Where the compiled file goes; its folder does not exist yet."""
    return tmp_path / "build" / "knowledge.json"


@pytest.fixture
def no_yaml(monkeypatch):
    """From the call on, reading the YAML files is a failure."""

    def forbid():
        def fail(*_):
            pytest.fail("the YAML files were read")

        monkeypatch.setattr("kram.knowledge.compiled.read_checked", fail)
        monkeypatch.setattr("kram.triage.table.read_yaml", fail)

    return forbid


def test_the_first_opening_is_equal_to_loading_and_leaves_a_compiled_file(folder, compiled):
    opened = open_knowledge(folder, compiled)

    assert opened == load_knowledge(folder)
    assert list(compiled.parent.iterdir()) == [compiled]


def test_the_second_opening_is_equal_without_reading_the_yaml_again(folder, compiled, no_yaml):
    first = open_knowledge(folder, compiled)

    no_yaml()

    assert open_knowledge(folder, compiled) == first


def test_the_real_knowledge_is_the_same_after_it_was_compiled(base, compiled, no_yaml):
    open_knowledge(compiled=compiled)

    no_yaml()

    assert open_knowledge(compiled=compiled) == base


def test_a_changed_content_file_is_read_again(folder, compiled, no_yaml):
    before = open_knowledge(folder, compiled)
    edit(folder / ENTRY, "Usap pelan boleh.", "Usap perlahan boleh.")

    after = open_knowledge(folder, compiled)
    no_yaml()
    again = open_knowledge(folder, compiled)

    assert after == again != before
    assert "Usap perlahan boleh." in after.entry("pijat").lead.values()


def test_a_new_content_file_is_read(folder, compiled):
    open_knowledge(folder, compiled)
    twin = (folder / ENTRY).read_text(encoding="utf-8").replace("id: pijat", "id: urut")
    twin = twin.replace('["pijat", "urut", "pijat kaki"]', '["usap", "gosok", "elus kaki"]')
    twin = twin.replace('title: "Pijat kaki"', 'title: "Urut kaki"')
    (folder / "entries" / "topik" / "urut.yml").write_text(twin, encoding="utf-8")

    assert "urut" in open_knowledge(folder, compiled).entries


@pytest.fixture
def program(tmp_path, monkeypatch):
    """The folder of what reads the content, in place of the real program."""
    folder = write_files(tmp_path / "program", {"checks.py": "MAX_WORDS = 30\n"})
    monkeypatch.setattr("kram.knowledge.compiled._PROGRAM", (folder,))
    return folder


def stricter_schema(folder: Path, program: Path) -> None:
    edit(folder / "schema" / "jargon.schema.json", '"maxLength": 120', '"maxLength": 10')


def stricter_program(folder: Path, program: Path) -> None:
    edit(program / "checks.py", "30", "20")


def another_module(folder: Path, program: Path) -> None:
    (program / "grades.py").write_text("", encoding="utf-8")


@pytest.mark.parametrize("change", [stricter_schema, stricter_program, another_module])
def test_contents_are_checked_anew_when_the_check_may_come_out_different(folder, program, compiled, no_yaml, change):
    open_knowledge(folder, compiled)
    change(folder, program)
    no_yaml()

    with pytest.raises(pytest.fail.Exception, match="the YAML files were read"):
        open_knowledge(folder, compiled)


def test_contents_that_break_a_schema_made_stricter_are_told(folder, program, compiled):
    open_knowledge(folder, compiled)
    stricter_schema(folder, program)

    with pytest.raises(ContentError, match="paling banyak 10 huruf"):
        open_knowledge(folder, compiled)


def test_a_changed_template_changes_nothing(folder, compiled, no_yaml):
    before = open_knowledge(folder, compiled)
    (folder / "TEMPLATE.topik.yml").write_text("id: contoh", encoding="utf-8")

    no_yaml()

    assert open_knowledge(folder, compiled) == before


def cut_off(content: str) -> str:
    return content[: len(content) // 2]


def without_files(content: str) -> str:
    return json.dumps({"key": json.loads(content)["key"]})


def with_files_that_are_a_list(content: str) -> str:
    return json.dumps({"key": json.loads(content)["key"], "files": []})


def without_one_file(content: str) -> str:
    kept = json.loads(content)
    del kept["files"]["phrases.yml"]
    return json.dumps(kept)


def with_a_rule_for_nothing(content: str) -> str:
    kept = json.loads(content)
    kept["files"]["triage/rules.yml"]["aturan"][0]["salah_satu"] = ["sesek"]
    return json.dumps(kept)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(cut_off, id="cut off"),
        pytest.param(lambda _: "", id="empty"),
        pytest.param(lambda _: "[1, 2]", id="a list"),
        pytest.param(lambda _: "null", id="null"),
        pytest.param(lambda _: "{}", id="no key"),
        pytest.param(with_a_rule_for_nothing, id="contents with a fault"),
        pytest.param(without_files, id="no files"),
        pytest.param(with_files_that_are_a_list, id="files that are a list"),
        pytest.param(without_one_file, id="one file less"),
    ],
)
def test_a_compiled_file_that_cannot_be_used_is_replaced(folder, compiled, spoil):
    expected = open_knowledge(folder, compiled)
    content = compiled.read_text(encoding="utf-8")
    compiled.write_text(spoil(content), encoding="utf-8")

    opened = open_knowledge(folder, compiled)

    assert opened == expected
    assert compiled.read_text(encoding="utf-8") == content


def test_a_compiled_file_that_is_not_text_is_replaced(folder, compiled):
    expected = open_knowledge(folder, compiled)
    content = compiled.read_bytes()
    compiled.write_bytes(b"\xff\xfe\x00")

    opened = open_knowledge(folder, compiled)

    assert opened == expected
    assert compiled.read_bytes() == content


def test_a_place_that_cannot_be_written_to_only_costs_time(folder, tmp_path):
    (tmp_path / "build").write_text("a file", encoding="utf-8")

    opened = open_knowledge(folder, tmp_path / "build" / "knowledge.json")

    assert opened == load_knowledge(folder)
    assert (tmp_path / "build").read_text(encoding="utf-8") == "a file"


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o027, 0o640)])
def test_others_may_read_the_compiled_file_as_far_as_files_are_theirs_to_read(folder, compiled, umask, mode):
    before = os.umask(umask)
    try:
        open_knowledge(folder, compiled)
    finally:
        os.umask(before)

    assert compiled.stat().st_mode & 0o777 == mode


def test_a_write_that_failed_leaves_nothing_behind(folder, compiled, monkeypatch):
    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)

    opened = open_knowledge(folder, compiled)

    assert opened == load_knowledge(folder)
    assert list(compiled.parent.iterdir()) == []


def test_broken_content_is_told_and_nothing_is_written(folder, compiled):
    edit(folder / ENTRY, "kind: topik", "kind: topic")

    with pytest.raises(ContentError, match="topic"):
        open_knowledge(folder, compiled)

    assert not compiled.parent.exists()


def test_content_that_broke_after_it_was_compiled_is_told_and_the_compiled_file_stays(folder, compiled):
    open_knowledge(folder, compiled)
    content = compiled.read_bytes()
    edit(folder / ENTRY, "skip_if: [sesak]", "skip_if: [sesek]")

    with pytest.raises(ContentError, match="sesek"):
        open_knowledge(folder, compiled)

    assert compiled.read_bytes() == content
