"""Who may import whom, and that every action is where and what its name says. Read as text, not imported."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from kram.knowledge.yaml_files import read_yaml
from kram.paths import ROOT

_KRAM = sorted((ROOT / "kram").rglob("*.py"))
_ACTIONS = sorted((ROOT / "actions").glob("*.py"))
_REGISTERED = [path for path in _ACTIONS if not path.stem.startswith("_")]


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """Top-level packages that a module imports anywhere in it."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    from_module = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and node.level == 0}
    return {name.partition(".")[0] for name in plain | from_module}


def classes(path: Path) -> list[ast.ClassDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in tree.body if isinstance(node, ast.ClassDef)]


def method(owner: ast.ClassDef, name: str) -> ast.FunctionDef | None:
    found = [node for node in owner.body if isinstance(node, ast.FunctionDef) and node.name == name]
    return found[0] if found else None


def registered_name(path: Path) -> str:
    """What ``name()`` of the module's class returns: its own text, else the rule of its base class."""
    (owner,) = classes(path)
    own = method(owner, "name")
    if own is not None:
        (returned,) = [node.value for node in ast.walk(own) if isinstance(node, ast.Return)]
        return ast.literal_eval(returned)
    (base,) = [node.id for node in owner.bases if isinstance(node, ast.Name)]
    assert base in _NAMED_BY_MODULE
    return path.stem


def is_named_by_module(owner: ast.ClassDef) -> bool:
    """Whether ``name()`` gives the last part of the module's name."""
    own = method(owner, "name")
    return own is not None and 'type(self).__module__.rpartition(".")[2]' in ast.unparse(own).replace("'", '"')


_HELPERS = [c for path in _ACTIONS if path not in _REGISTERED for c in classes(path)]
_NAMED_BY_MODULE = {c.name for c in _HELPERS if is_named_by_module(c)}
# What builds on such a class inherits its name.
_NAMED_BY_MODULE |= {c.name for c in _HELPERS for base in c.bases if ast.unparse(base) in _NAMED_BY_MODULE}


@pytest.mark.parametrize("path", _KRAM, ids=short)
def test_the_domain_imports_neither_rasa_nor_what_is_built_around_it(path):
    forbidden = {"rasa", "rasa_sdk", "bot", "actions", "sanic", "tensorflow", "aiohttp", "tests", "bench"}

    assert imported(path) & forbidden == set()


@pytest.mark.parametrize("path", _KRAM, ids=short)
def test_the_domain_asks_nobody_for_the_time_or_for_chance(path):
    forbidden = {"random", "time", "secrets", "socket", "requests", "urllib", "os", "subprocess"}

    assert imported(path) & forbidden == set()


@pytest.mark.parametrize("path", _ACTIONS, ids=short)
def test_actions_import_only_the_sdk_and_the_domain(path):
    forbidden = {"bot", "rasa", "tests", "bench"}

    assert imported(path) & forbidden == set()


def test_every_action_module_is_registered_in_the_domain_and_nothing_else_is():
    domain = read_yaml(ROOT / "domain.yml")

    assert sorted(domain["actions"]) == sorted(path.stem for path in _REGISTERED)


@pytest.mark.parametrize("path", _REGISTERED, ids=short)
def test_an_action_module_defines_one_class_that_is_named_like_the_module(path):
    (owner,) = classes(path)

    assert owner.name.casefold() == path.stem.replace("_", "")
    assert registered_name(path) == path.stem


@pytest.mark.parametrize("path", _REGISTERED, ids=short)
def test_an_action_that_builds_on_a_base_class_says_that_it_is_not_abstract(path):
    (owner,) = classes(path)
    built_on = [node.id for node in owner.bases if isinstance(node, ast.Name) and node.id in _NAMED_BY_MODULE]

    said = [ast.unparse(node) for node in owner.body if isinstance(node, ast.ClassDef) and node.name == "Meta"]

    assert ["abstract = False" in text for text in said] == [True] * len(built_on)


def test_every_kind_of_thing_that_is_found_is_an_entity_of_the_domain():
    domain = read_yaml(ROOT / "domain.yml")

    assert sorted(domain["entities"]) == ["konteks", "populasi", "remedi", "temuan", "topik"]


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "unit").rglob("*.py")), ids=short)
def test_unit_tests_do_not_import_rasa(path):
    assert imported(path) & {"rasa", "rasa_sdk", "tensorflow"} == set()
