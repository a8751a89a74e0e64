"""Checks of domain and training data: every fault is told with file, line and field."""

from __future__ import annotations

import pytest

from bot.data_checks import check_data
from kram.paths import ROOT
from tests.unit.builders import edit, line_with, write_files

_EXAMPLES = "".join(f"    - betis kram nomor {number}\n" for number in range(12))
_GREETINGS = "".join(f"    - halo nomor {number}\n" for number in range(12))

_PROJECT = {
    "domain.yml": """\
version: "3.1"
intents:
  - lapor_keluhan:
      use_entities: []
  - sapaan
  - nlu_fallback
responses:
  utter_halo:
  - text: "Halo."
forms:
  form_saring:
    required_slots: []
actions:
  - action_jawab
""",
    "actions/__init__.py": "",
    "actions/_turn.py": "",
    "actions/action_jawab.py": "",
    "data/nlu/keluhan.yml": f"""\
version: "3.1"
nlu:
- intent: lapor_keluhan
  examples: |
{_EXAMPLES}- intent: sapaan
  examples: |
{_GREETINGS}""",
    "data/stories/rules.yml": """\
version: "3.1"
rules:
- rule: jawab
  steps:
  - intent: lapor_keluhan
  - action: action_jawab
- rule: sapa
  steps:
  - or:
    - intent: sapaan
    - intent: lapor_keluhan
  - action: utter_halo
  - action: form_saring
  - active_loop: form_saring
  - action: action_listen
""",
}
_DOMAIN, _NLU, _STORIES = "domain.yml", "data/nlu/keluhan.yml", "data/stories/rules.yml"


@pytest.fixture
def project(tmp_path):
    """A project without faults."""
    return write_files(tmp_path, _PROJECT)


def test_a_project_without_faults_has_none(project):
    assert check_data(project) == []


def test_the_real_project_has_no_fault():
    assert check_data(ROOT) == []


_BROKEN = [
    pytest.param(
        _DOMAIN,
        "  - sapaan\n",
        "  - sapaan\n  - pamit\n",
        "intents:",
        "intents.pamit",
        "10 examples",
        id="an intent without examples",
    ),
    pytest.param(
        _DOMAIN,
        "  - action_jawab\n",
        "  - action_jawab\n  - action_baru\n",
        "actions:",
        "actions",
        "actions/action_baru.py",
        id="an action without a module",
    ),
    pytest.param(
        _NLU,
        "- intent: sapaan\n",
        "- intent: salam\n",
        "intent: salam",
        "nlu[1].intent",
        "salam",
        id="an unknown intent",
    ),
    pytest.param(
        _NLU,
        "    - halo nomor 3\n",
        "    halo nomor 3\n",
        "    halo nomor 3",
        "nlu.sapaan",
        "starts with '- '",
        id="an example without a dash",
    ),
    pytest.param(
        _NLU,
        "    - halo nomor 3\n",
        "    -   \n    - halo nomor 3\n",
        "    -  ",
        "nlu.sapaan",
        "starts with '- '",
        id="an empty example",
    ),
    pytest.param(_NLU, "halo nomor 3\n", "/sapaan\n", "/sapaan", "nlu.sapaan", "not a command", id="a command"),
    pytest.param(
        _NLU,
        "halo nomor 3\n",
        "Halo  NOMOR 4\n",
        "halo nomor 4",
        "nlu.sapaan",
        "the same intent",
        id="the same text twice",
    ),
    pytest.param(
        _NLU,
        "halo nomor 3\n",
        "BETIS kram nomor 4\n",
        "BETIS",
        "nlu.sapaan",
        "the intent lapor_keluhan",
        id="one text for two intents",
    ),
    pytest.param(
        _NLU,
        "- intent: sapaan\n  examples: |\n" + _GREETINGS,
        "- intent: lapor_keluhan\n  examples: [satu]\n",
        "[satu]",
        "nlu[1].examples",
        "text that starts with |",
        id="examples that are a list",
    ),
    pytest.param(
        _NLU,
        "- intent: sapaan\n",
        "- regex: sapaan\n",
        "regex: sapaan",
        "nlu[1]",
        "intent and examples",
        id="a block of another kind",
    ),
    pytest.param(
        _STORIES,
        "- rule: jawab\n  steps:\n  - intent: lapor_keluhan\n",
        "- rule: jawab\n  steps:\n  - intent: lapor\n",
        "- intent: lapor\n",
        "rules[0].steps[0].intent",
        "lapor",
        id="a rule's unknown intent",
    ),
    pytest.param(
        _STORIES,
        "    - intent: sapaan\n",
        "    - intent: salam\n",
        "- intent: salam",
        "rules[1].steps[0].or[0].intent",
        "salam",
        id="an unknown intent among several",
    ),
    pytest.param(
        _STORIES,
        "action: action_jawab",
        "action: action_jawap",
        "action_jawap",
        "rules[0].steps[1].action",
        "action_jawap",
        id="a rule's unknown action",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "line", "field", "expected"), _BROKEN)
def test_every_fault_names_file_line_field_and_expectation(project, name, old, new, line, field, expected):
    path = edit(project / name, old, new)

    (fault,) = [fault for fault in check_data(project) if fault.field == field]

    assert fault.file.endswith(name)
    assert (fault.line, fault.field) == (line_with(path, line.rstrip("\n")), field)
    assert expected in fault.expected


def test_a_module_that_is_no_action_of_the_domain_is_told(project):
    (project / "actions" / "action_lain.py").write_text("", encoding="utf-8")

    (fault,) = check_data(project)

    assert (fault.line, fault.field) == (line_with(project / _DOMAIN, "actions:"), "actions")
    assert "action_lain" in fault.expected


def test_too_many_intents_are_told(project):
    more = "".join(f"  - maksud_{number}\n" for number in range(40))
    edit(project / _DOMAIN, "  - sapaan\n", "  - sapaan\n" + more)

    (fault,) = [fault for fault in check_data(project) if fault.field == "intents"]

    assert "at most 40 intents, not 43" in fault.expected


@pytest.mark.parametrize("name", [_DOMAIN, _NLU, _STORIES])
def test_what_is_not_yaml_is_told_with_its_line(project, name):
    (project / name).write_text("version: 1\nnlu: [unclosed\n", encoding="utf-8")

    told = [fault for fault in check_data(project) if "YAML yang benar" in fault.expected]

    (fault,) = told
    assert fault.file.endswith(name)
    assert fault.line >= 2


@pytest.mark.parametrize("content", ["", "- intents", "intents"])
def test_a_domain_that_is_no_mapping_is_told(project, content):
    (project / _DOMAIN).write_text(content, encoding="utf-8")

    told = [fault.file for fault in check_data(project)]

    assert any(file.endswith(_DOMAIN) for file in told)


def test_a_missing_domain_is_told(project):
    (project / _DOMAIN).unlink()

    (fault,) = check_data(project)

    assert "harus ada" in fault.expected


@pytest.mark.parametrize("content", ["", "nlu: {intent: sapaan}", "- intent: sapaan"])
def test_training_data_of_another_shape_is_told(project, content):
    (project / "data" / "nlu" / "lain.yml").write_text(content, encoding="utf-8")

    (fault,) = check_data(project)

    assert (fault.file.endswith("lain.yml"), fault.field) == (True, "nlu")


@pytest.mark.parametrize("content", ["", "- rule: satu", "rules: [satu]", "rules: {rule: satu}"])
def test_stories_of_another_shape_are_told(project, content):
    (project / "data" / "stories" / "lain.yml").write_text(content, encoding="utf-8")

    (fault,) = check_data(project)

    assert fault.file.endswith("lain.yml")


def test_faults_come_in_the_order_of_file_and_line(project):
    edit(project / _NLU, "halo nomor 3\n", "/sapaan\n")
    edit(project / _NLU, "betis kram nomor 3\n", "/kram\n")
    edit(project / _STORIES, "action: action_jawab", "action: action_jawap")

    told = [(fault.file, fault.line) for fault in check_data(project)]

    assert len(told) == 3
    assert told == sorted(told)
