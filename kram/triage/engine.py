"""Evaluating the decision table. Pure: same findings and populations, same decision."""

from __future__ import annotations

from collections.abc import Iterable

from kram.triage.model import Decision, Level, Table


def decide(table: Table, findings: Iterable[str], populations: Iterable[str]) -> Decision:
    """Evaluate all rules; the highest level wins, then the lowest order speaks.

    Adding a finding can only add rules, so it never lowers the level. Adding a population can
    (a rule may exclude one), which is why populations are never guessed.

    Args:
        table: the decision table.
        findings: ids of what is true now.
        populations: ids of what kind of person it is.
    """
    present, groups = frozenset(findings), frozenset(populations)
    fired = sorted(
        (rule for rule in table.rules if rule.fires(present, groups)),
        key=lambda rule: (-rule.level.rank, rule.order, rule.id),
    )
    if not fired:
        return Decision(Level.NONE, populations=groups)
    used = frozenset().union(*(rule.used(present) for rule in fired))
    return Decision(fired[0].level, tuple(fired), used, groups)
