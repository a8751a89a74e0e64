"""How well held-out questions are answered: ``make eval-knowledge``.

Two figures for each kind of fact. *Search*: is an entry that tells the fact first, or among the
first three? *Answer*: the question goes through the real model and the real actions; does the
answer hold the fact's figure or key word, in at most 900 characters?
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kram.answers.answer import MAX_CHARACTERS
from kram.knowledge.model import KnowledgeBase
from kram.knowledge.yaml_files import read_yaml
from kram.paths import ROOT

_SETS = ("knowledge_facts.yml", "knowledge_evidence.yml")
TARGETS = {"first": 0.88, "three": 0.96, "told": 0.88}
"""What the questions about the articles' facts must reach."""


@dataclass(frozen=True)
class Question:
    """A held-out question and what answers it.

    Attributes:
        id: ``F137c``.
        fact: the fact or evidence that is asked for.
        kind: what sort of fact it is.
        register: ``formal`` or ``chat``.
        text: as somebody would write it.
        key: patterns; a good answer matches them all.
    """

    id: str
    fact: str
    kind: str
    register: str
    text: str
    key: tuple[str, ...]

    @property
    def of_an_article(self) -> bool:
        """About a fact of an article, not about evidence."""
        return self.fact.startswith("F")


@dataclass(frozen=True)
class Result:
    """What came back for one question."""

    question: Question
    first: bool
    three: bool
    told: bool
    length: int
    search_ms: float
    entries: tuple[str, ...] = ()
    answer: str = ""


def questions(base: KnowledgeBase) -> list[Question]:
    """All held-out questions."""
    kinds = read_yaml(ROOT / "knowledge" / "sources" / "facts.yml")["facts"]
    topics = read_yaml(ROOT / "knowledge" / "sources" / "evidence.yml")["evidence"]
    found = []
    for name in _SETS:
        for raw in read_yaml(ROOT / "tests" / "evaluation" / name)["questions"]:
            fact = raw["fact"]
            kind = kinds[fact]["kind"] if fact in kinds else f"bukti: {topics[fact]['topic']}"
            key = tuple(raw.get("key") or base.facts[fact].key)
            found.append(Question(raw["id"], fact, kind, raw["register"], raw["text"], key))
    return found


def tellers(base: KnowledgeBase) -> dict[str, set[str]]:
    """Fact or evidence id -> ids of the entries that tell it."""
    found: dict[str, set[str]] = {}
    for entry in base.entries.values():
        for name in (*entry.facts, *entry.evidence):
            found.setdefault(name, set()).add(entry.id)
    return found


def judge(question: Question, entries: Iterable[str], right: set[str], answer: str, search_ms: float) -> Result:
    """Compare what came back with what was asked for."""
    near = tuple(dict.fromkeys(entries))
    told = len(answer) <= MAX_CHARACTERS and all(re.search(key, answer, re.IGNORECASE) for key in question.key)
    return Result(
        question=question,
        first=near[:1] != () and near[0] in right,
        three=bool(set(near[:3]) & right),
        told=told,
        length=len(answer),
        search_ms=search_ms,
        entries=near[:3],
        answer=answer,
    )


def table(results: Iterable[Result]) -> list[str]:
    """Lines with one row for each kind, each register, each set."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        question = result.question
        overall = "the articles' facts" if question.of_an_article else "medical evidence"
        for name in (question.kind, f"{overall}, {question.register}", overall):
            groups.setdefault(name, []).append(result)
    kinds = sorted(name for name in groups if not name.startswith(("the articles'", "medical evidence")))
    rest = [name for name in groups if name not in kinds]
    lines = [f"{'kind':<42} {'n':>4} {'first':>7} {'three':>7} {'told':>7}"]
    for name in (*kinds, *sorted(rest, reverse=True)):
        rows = groups[name]
        share = {field: sum(getattr(r, field) for r in rows) / len(rows) for field in TARGETS}
        lines.append(f"{name:<42} {len(rows):>4} " + " ".join(f"{share[field]:>7.1%}" for field in TARGETS))
    return lines


def shares(results: Iterable[Result]) -> Mapping[str, float]:
    """The three figures over the questions about the articles' facts; 0 when there are none."""
    rows = [r for r in results if r.question.of_an_article]
    return {field: sum(getattr(r, field) for r in rows) / max(len(rows), 1) for field in TARGETS}
