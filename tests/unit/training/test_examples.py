"""Training examples are read and written line by line; a file keeps its form."""

from __future__ import annotations

from pathlib import Path

import pytest

from kram.training.examples import Example, UnknownIntentError, add_example, read_examples, remove_example

_FILE = """\
version: "3.1"
# catatan pelatih
nlu:
- intent: sapaan
  examples: |
    - halo
    - pagi dok

- intent: tanya_boleh
  examples: |
    - boleh pakai [koyo](remedi)?
- lookup: kota
  examples: |
    - Bogor
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "satu.yml").write_text(_FILE, encoding="utf-8")
    return tmp_path


def test_every_example_is_read_with_intent_text_and_place(folder):
    path = folder / "satu.yml"

    assert read_examples(folder) == [
        Example("sapaan", "halo", path, 6),
        Example("sapaan", "pagi dok", path, 7),
        Example("tanya_boleh", "boleh pakai koyo?", path, 11, ("koyo",)),
    ]


def test_an_added_example_stands_behind_the_last_of_its_intent_and_nothing_else_changes(folder):
    added = add_example("sapaan", "  met  malem dok ", folder)

    assert added == Example("sapaan", "met malem dok", folder / "satu.yml", 8)
    assert (folder / "satu.yml").read_text() == _FILE.replace(
        "    - pagi dok\n", "    - pagi dok\n    - met malem dok\n"
    )


def test_an_example_goes_behind_a_last_line_without_an_end(folder):
    path = folder / "satu.yml"
    path.write_text(_FILE.partition("- lookup")[0].rstrip("\n"), encoding="utf-8")

    added = add_example("tanya_boleh", "kalo balsem gmn", folder)

    assert path.read_text().endswith("    - boleh pakai [koyo](remedi)?\n    - kalo balsem gmn\n")
    assert read_examples(folder)[-1] == added


def test_an_unknown_intent_is_refused_with_the_known_ones(folder):
    with pytest.raises(UnknownIntentError, match="'sapan'; yang ada: sapaan, tanya_boleh"):
        add_example("sapan", "halo", folder)

    assert (folder / "satu.yml").read_text() == _FILE


def test_what_was_added_can_be_taken_out(folder):
    remove_example(add_example("sapaan", "met malem dok", folder))

    assert (folder / "satu.yml").read_text() == _FILE


def test_a_line_that_has_changed_is_not_taken_out(folder):
    with pytest.raises(ValueError, match="bukan lagi 'siang dok'"):
        remove_example(Example("sapaan", "siang dok", folder / "satu.yml", 7))

    assert (folder / "satu.yml").read_text() == _FILE


def test_the_examples_of_the_project_are_all_read():
    examples = read_examples()

    assert len(examples) > 2_500
    assert all(example.text and example.intent for example in examples)
