"""Plays conversation files and says in plain words what is not as expected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from ruamel.yaml import YAML

from kram.answers.answer import MAX_CHARACTERS

KEYS = {
    "orang", "tingkat", "topik", "berisi", "salah_satu", "tidak_berisi", "awal", "tombol", "sumber", "profil",
    "slot", "maksud",
}  # fmt: skip
_LEVELS = {"darurat", "segera", "dokter", "mandiri", "none"}


class Reply(Protocol):
    """What the runner looks at in a reply."""

    text: str
    buttons: list[dict[str, str]]
    custom: dict[str, Any]
    intent: str
    customs: int
    memory: dict[str, Any]
    slots: dict[str, Any]


@dataclass(frozen=True)
class Script:
    """One conversation file."""

    path: Path
    turns: tuple[dict[str, Any], ...]

    @property
    def name(self) -> str:
        """Folder and file: behaviour and sentence."""
        return f"{self.path.parent.name}/{self.path.stem}"


def read_scripts(folder: Path) -> list[Script]:
    """All conversation files below a folder.

    Raises:
        ValueError: a file has an unknown key or an impossible value.
    """
    scripts = []
    for path in sorted(folder.glob("*/*.yml")):
        content = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        turns = tuple(content["percakapan"])
        for turn in turns:
            unknown = set(turn) - KEYS
            if unknown or "orang" not in turn:
                raise ValueError(f"{path}: each turn needs 'orang' and may have {sorted(KEYS)}, not {sorted(unknown)}")
            if set(_listed(turn.get("tingkat"))) - _LEVELS:
                raise ValueError(f"{path}: tingkat is one of {sorted(_LEVELS)}, not {turn['tingkat']}")
        scripts.append(Script(path, turns))
    return scripts


def faults(turn: dict[str, Any], reply: Reply) -> Iterator[str]:
    """What is wrong with a reply; nothing when it is as expected."""
    yield from _promises(reply)
    text = reply.text.casefold()
    levels = _listed(turn.get("tingkat"))
    if levels and reply.custom.get("triage") not in levels:
        yield f"tingkat {reply.custom.get('triage')!r}, expected {levels}"
    topics = _listed(turn.get("topik"))
    if topics and not set(topics) & set(reply.custom.get("topics", ())):
        yield f"topik {reply.custom.get('topics')}, expected one of {topics}"
    for words in _listed(turn.get("berisi")):
        if words.casefold() not in text:
            yield f"the answer does not contain {words!r}"
    some = _listed(turn.get("salah_satu"))
    if some and not any(words.casefold() in text for words in some):
        yield f"the answer contains none of {some}"
    for words in _listed(turn.get("tidak_berisi")):
        if words.casefold() in text:
            yield f"the answer contains {words!r}"
    if "awal" in turn and not text.startswith(turn["awal"].casefold()):
        yield f"the answer does not begin with {turn['awal']!r}"
    titles = [button["title"] for button in reply.buttons]
    for title in _listed(turn.get("tombol")):
        if title not in titles:
            yield f"no button {title!r} among {titles}"
    if turn.get("sumber") == "ada" and not reply.custom.get("sources"):
        yield "no sources"
    if "maksud" in turn and reply.intent not in _listed(turn["maksud"]):
        yield f"maksud {reply.intent!r}, expected {turn['maksud']}"
    for who, wanted in (turn.get("profil") or {}).items():
        person = (reply.memory.get("people") or {}).get(who) or {}
        known = {*person.get("populations", ()), *person.get("findings", ()), *person.get("contexts", ())}
        missing = [item for item in _listed(wanted) if item.lstrip("-") not in known and not item.startswith("-")]
        present = [item for item in _listed(wanted) if item.startswith("-") and item[1:] in known]
        if missing or present:
            yield f"profil {who}: {sorted(known)}, missing {missing}, unwanted {present}"
    for slot, value in (turn.get("slot") or {}).items():
        if reply.slots.get(slot) != value:
            yield f"slot {slot} is {reply.slots.get(slot)!r}, expected {value!r}"


def _promises(reply: Reply) -> Iterator[str]:
    """What every reply promises, whatever was asked."""
    if not reply.text.strip():
        yield "the answer is empty"
    if reply.customs != 1:
        yield f"{reply.customs} custom objects, expected exactly one"
    if len(reply.text) > MAX_CHARACTERS + 200:
        yield f"{len(reply.text)} characters"
    if re.search(r"\{[a-z_]+\}", reply.text):
        yield "a gap was not filled"
    missing = {"triage", "topics", "sources", "findings", "blocks", "kb_version"} - set(reply.custom)
    if missing:
        yield f"custom lacks {sorted(missing)}"


def _listed(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]
