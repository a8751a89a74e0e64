"""Whether a message as people write it is answered with the point it is about: ``./redakram evaluate points``.

Each message of ``tests/evaluation/pesan_butir.yml`` names the points that answer it. It is played as
the first of a conversation, through the real model and the real actions. *First* and *three*: the
point is the nearest or among the three nearest that the search finds. *Told*: the answer says it.
Messages that are answered as urgent are counted apart: there the point rightly waits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kram.knowledge.model import KnowledgeBase
from kram.knowledge.wording import sentences
from kram.knowledge.yaml_files import read_yaml
from kram.paths import ROOT

_SET = ROOT / "tests" / "evaluation" / "pesan_butir.yml"
TOLD_AT_LEAST = 0.73
"""What must not be lost again. Of what is told, a twentieth used to be a second point that happened to be right
beside two that were not; that hedge was given up."""

_URGENT = frozenset({"darurat", "segera"})
_OPENING = 2
_ENOUGH = 15
_COMPARED = 60
_PLACEHOLDER = re.compile(r"\{\w+\}")
_MARKS = re.compile(r"[^a-z0-9 ]")


@dataclass(frozen=True)
class Message:
    """A message and what answers it.

    Attributes:
        text: as somebody wrote it.
        form: ``pendek``, ``sedang`` or ``cerita``.
        points: "entry/point", the one it was written for first.
    """

    text: str
    form: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class Answered:
    """What came back for one message."""

    message: Message
    first: bool
    three: bool
    told: bool
    urgent: bool
    answer: str


def messages() -> list[Message]:
    """All held-out messages."""
    return [Message(raw["text"], raw["bentuk"], tuple(raw["butir"])) for raw in read_yaml(_SET)["pesan"]]


def judge(base: KnowledgeBase, message: Message, near: Sequence[str], answer: str, level: str) -> Answered:
    """Compare what came back with what was asked for.

    Args:
        base: the knowledge base.
        message: what was sent.
        near: "entry/point" of the hits, nearest first.
        answer: its text.
        level: of the answer.
    """
    right = set(message.points)
    said = _plain(answer)
    told = any(opening in said for name in message.points for opening in _openings(base, name))
    return Answered(message, bool(right & {*near[:1]}), bool(right & {*near[:3]}), told, level in _URGENT, answer)


def _openings(base: KnowledgeBase, name: str) -> list[str]:
    """How the first sentences of a point begin, without marks."""
    entry, point = name.split("/")
    plain = (_plain(one) for one in sentences(base.entry(entry).point(point).text)[:_OPENING])
    return [one[:_COMPARED] for one in plain if len(one) > _ENOUGH]


def _plain(text: str) -> str:
    return _MARKS.sub("", _PLACEHOLDER.sub("119", text).lower()).strip()


def table(answered: Iterable[Answered]) -> list[str]:
    """Lines with one row for each form and one for all."""
    groups: dict[str, list[Answered]] = {"semua": []}
    for one in answered:
        groups.setdefault(one.message.form, []).append(one)
        groups["semua"].append(one)
    lines = [f"{'form':<10} {'n':>5} {'first':>7} {'three':>7} {'told':>7} {'urgent':>7}"]
    for name in (*(g for g in groups if g != "semua"), "semua"):
        rows = groups[name]
        shares = [sum(getattr(r, field) for r in rows) / max(len(rows), 1) for field in ("first", "three")]
        lines.append(
            f"{name:<10} {len(rows):>5} {shares[0]:>7.1%} {shares[1]:>7.1%} {told_share(rows):>7.1%} "
            f"{sum(r.urgent for r in rows) / max(len(rows), 1):>7.1%}"
        )
    return lines


def told_share(answered: Iterable[Answered]) -> float:
    """How many of those that are not urgent are told what they asked; 0 when there are none."""
    calm = [one for one in answered if not one.urgent]
    return sum(one.told for one in calm) / max(len(calm), 1)


def misses(answered: Iterable[Answered]) -> list[str]:
    """Each message that was not told its point, with the answer."""
    return [
        f"[{one.message.form}] {one.message.text}\n    wanted: {', '.join(one.message.points)}\n"
        f"    answer: {' / '.join(one.answer.splitlines())}"
        for one in answered
        if not one.told and not one.urgent
    ]
