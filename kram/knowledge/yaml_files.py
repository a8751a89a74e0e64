"""Reading YAML so that every fault can be told with its file and line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from kram.errors import ContentError, Fault
from kram.paths import ROOT


def display_path(path: Path) -> str:
    """The path as people should see it: relative to the project when it lies inside."""
    try:
        return str(path.resolve().relative_to(ROOT))
    except ValueError:
        return str(path)


def read_yaml(path: Path) -> Any:
    """Read one YAML 1.2 file.

    Raises:
        ContentError: the file is missing, not UTF-8, or not YAML; with the line.
    """
    try:
        return YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError([Fault(display_path(path), 0, "", "berkas ini harus ada")]) from None
    except UnicodeDecodeError as error:
        raise ContentError([Fault(display_path(path), 0, "", f"teks UTF-8; bita ke-{error.start} bukan")]) from error
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        line = mark.line + 1 if mark else 0
        raise ContentError([Fault(display_path(path), line, "", f"YAML yang benar: {problem}")]) from error


def line_of(path: Path, keys: Sequence[str | int]) -> int:
    """Line (from 1) of the value at ``keys``, or of its nearest parent that exists."""
    try:
        node = _composed(path.read_text(encoding="utf-8"))
    except (OSError, YAMLError):
        return 0
    if node is None:
        return 0
    line = int(node.start_mark.line) + 1
    for key in keys:
        below = _child(node, key)
        if below is None:
            break
        line, node = below
    return line


# A file with many faults is parsed once for all of them.
@lru_cache(maxsize=4)
def _composed(text: str) -> Node | None:
    node: Node | None = YAML(typ="safe").compose(text)
    return node


def _child(node: Node, key: str | int) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        for name, value in node.value:
            if str(name.value) == str(key):
                return name.start_mark.line + 1, value
    if isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
        value = node.value[key]
        return value.start_mark.line + 1, value
    return None


def dotted(keys: Sequence[str | int]) -> str:
    """``sections.sekarang[0].text`` from ``["sections", "sekarang", 0, "text"]``."""
    out = ""
    for key in keys:
        out += f"[{key}]" if isinstance(key, int) else (f".{key}" if out else str(key))
    return out


def fault(path: Path, keys: Sequence[str | int], expected: str) -> Fault:
    """A fault at ``keys`` of a file, with its line looked up."""
    return Fault(display_path(path), line_of(path, keys), dotted(keys), expected)
