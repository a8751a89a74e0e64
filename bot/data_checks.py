"""Checks of the training data and the domain, without Rasa: seconds instead of a training run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kram.errors import ContentError, Fault
from kram.knowledge.yaml_files import display_path, fault, line_of, read_yaml

_MIN_EXAMPLES = 10
_MAX_INTENTS = 40
_NO_EXAMPLES = frozenset({"nlu_fallback"})
_BUILT_IN_ACTIONS = frozenset({"action_listen", "action_deactivate_loop", "action_restart", "action_back"})
_SPACES = re.compile(r"\s+")


def check_data(root: Path) -> list[Fault]:
    """Every fault of ``domain.yml`` and ``data/``.

    Args:
        root: the project.

    Returns:
        Faults in order of file and line; empty when all is well.
    """
    faults: list[Fault] = []
    files: dict[Path, Any] = {}
    for path in (root / "domain.yml", *sorted((root / "data").rglob("*.yml"))):
        try:
            files[path] = read_yaml(path)
        except ContentError as error:
            faults.extend(error.faults)
    domain = files.get(root / "domain.yml")
    if not isinstance(domain, dict):
        if root / "domain.yml" in files:
            faults.append(fault(root / "domain.yml", [], "a mapping with intents, actions and slots"))
        return sorted(faults)
    intents = _names(domain.get("intents"))
    actions = _names(domain.get("actions"))
    faults += _check_domain(root, intents, actions)
    examples: dict[str, tuple[str, Path, int]] = {}
    counts = dict.fromkeys(intents, 0)
    for path, content in files.items():
        if root / "data" / "nlu" in path.parents:
            faults += _check_nlu(path, content, counts, examples)
        elif root / "data" / "stories" in path.parents:
            known = {*actions, *_names(domain.get("forms")), *_names(domain.get("responses")), *_BUILT_IN_ACTIONS}
            faults += _check_stories(path, content, set(intents), known)
    for intent, count in counts.items():
        if count < _MIN_EXAMPLES and intent not in _NO_EXAMPLES:
            line = line_of(root / "domain.yml", ["intents"])
            faults.append(
                Fault(
                    "domain.yml",
                    line,
                    f"intents.{intent}",
                    f"at least {_MIN_EXAMPLES} examples in data/nlu, not {count}",
                )
            )
    return sorted(faults)


def _names(section: Any) -> list[str]:
    """Names of a domain section, whether written as text, as mapping in a list, or as mapping."""
    if isinstance(section, dict):
        return [str(name) for name in section]
    return [str(next(iter(item))) if isinstance(item, dict) else str(item) for item in section or ()]


def _check_domain(root: Path, intents: list[str], actions: list[str]) -> list[Fault]:
    path = root / "domain.yml"
    faults = []
    if len(intents) > _MAX_INTENTS:
        faults.append(fault(path, ["intents"], f"at most {_MAX_INTENTS} intents, not {len(intents)}"))
    modules = {p.stem for p in (root / "actions").glob("*.py") if not p.stem.startswith("_")}
    for name in sorted(set(actions) - modules):
        faults.append(fault(path, ["actions"], f"a module actions/{name}.py for {name}"))
    for name in sorted(modules - set(actions)):
        faults.append(fault(path, ["actions"], f"the action {name}, which actions/{name}.py defines"))
    return faults


def _check_nlu(
    path: Path, content: Any, counts: dict[str, int], examples: dict[str, tuple[str, Path, int]]
) -> Iterator[Fault]:
    if not isinstance(content, dict) or not isinstance(content.get("nlu"), list):
        yield fault(path, ["nlu"], "a list of intents with examples under the key nlu")
        return
    for index, block in enumerate(content["nlu"]):
        at: list[str | int] = ["nlu", index]
        if not isinstance(block, dict) or not isinstance(block.get("intent"), str):
            yield fault(path, at, "a block with the fields intent and examples")
            continue
        intent = block["intent"]
        if intent not in counts:
            yield fault(path, [*at, "intent"], f"an intent of domain.yml, not {intent}")
            continue
        if not isinstance(block.get("examples"), str):
            yield fault(path, [*at, "examples"], "text that starts with | and has one example a line")
            continue
        first_line = line_of(path, [*at, "examples"]) + 1
        for offset, line in enumerate(block["examples"].splitlines()):
            yield from _check_example(path, first_line + offset, intent, line, examples)
            counts[intent] += line.strip().startswith("- ")


def _check_example(
    path: Path, line_number: int, intent: str, line: str, examples: dict[str, tuple[str, Path, int]]
) -> Iterator[Fault]:
    where, field = display_path(path), f"nlu.{intent}"
    if not line.strip():
        return
    if not line.startswith("- ") or not line[2:].strip():
        yield Fault(where, line_number, field, f"an example that starts with '- ', not {line.strip()[:40]!r}")
        return
    text = line[2:].strip()
    if text.startswith("/"):
        yield Fault(where, line_number, field, "words, not a command that starts with /")
    key = _SPACES.sub(" ", text.casefold())
    if key in examples:
        other_intent, other_path, other_line = examples[key]
        place = f"{display_path(other_path)}:{other_line}"
        same = "the same intent" if other_intent == intent else f"the intent {other_intent}"
        yield Fault(where, line_number, field, f"a text of its own, but {place} has it for {same}: {text[:40]!r}")
        return
    examples[key] = (intent, path, line_number)


def _check_stories(path: Path, content: Any, intents: set[str], actions: set[str]) -> Iterator[Fault]:
    if not isinstance(content, dict):
        yield fault(path, [], "a mapping with rules or stories")
        return
    for section in ("rules", "stories"):
        listed = content.get(section) or []
        if not isinstance(listed, list):
            yield fault(path, [section], "a list")
            continue
        for index, story in enumerate(listed):
            if not isinstance(story, dict) or not isinstance(story.get("steps"), list):
                yield fault(path, [section, index], "a name and a list of steps")
                continue
            for keys, step in _steps([section, index, "steps"], story.get("steps") or ()):
                if "intent" in step and step["intent"] not in intents:
                    yield fault(path, [*keys, "intent"], f"an intent of domain.yml, not {step['intent']}")
                if "action" in step and step["action"] not in actions:
                    yield fault(path, [*keys, "action"], f"an action of domain.yml, not {step['action']}")


def _steps(keys: list[str | int], steps: Iterable[Any]) -> Iterator[tuple[list[str | int], dict[str, Any]]]:
    for index, step in enumerate(steps):
        if isinstance(step, dict):
            yield [*keys, index], step
            yield from _steps([*keys, index, "or"], step.get("or") or ())
