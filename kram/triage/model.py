"""Levels, rules and decisions."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from enum import Enum


class Level(str, Enum):
    """How urgent it is. Compares by urgency: ``Level.DARURAT > Level.SEGERA``."""

    DARURAT = "darurat"
    SEGERA = "segera"
    DOKTER = "dokter"
    MANDIRI = "mandiri"
    NONE = "none"

    @property
    def rank(self) -> int:
        """0 for none up to 4 for an emergency."""
        return _RANK[self]

    @property
    def urgent(self) -> bool:
        """Takes over the turn: no remedies, no small talk."""
        return self >= Level.SEGERA

    # All four, because ``str`` brings its own and alphabetical order is not urgency.
    def __lt__(self, other: str) -> bool:
        return self.rank < Level(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= Level(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > Level(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= Level(other).rank


_RANK = {level: rank for rank, level in enumerate(reversed(Level))}


@dataclass(frozen=True)
class Rule:
    """One row of the decision table.

    Attributes:
        id: ``R01`` ... ``M01``.
        name: short name for people who keep the table.
        level: what it leads to.
        action: ``telepon_119``, ``igd_sekarang``, ``dokter_24jam``, ``unit_cuci_darah``, ``janji_dokter``,
            ``kontrol_berikutnya``, ``rawat_sendiri``.
        order: among rules of one level, the lowest speaks first.
        all_of: findings that must all be there.
        any_of: findings of which one must be there (empty: no demand).
        at_least: (n, findings): n of these must be there.
        populations: one of these must hold (empty: no demand).
        unless: none of these may hold.
        why: reason, told to the patient.
        say: what to do.
        avoid: what not to do meanwhile ("" when there is nothing).
        evidence: ids of evidence facts.
        refuses: why a remedy of some kind that is asked about is refused beside this ("lain": of any other kind);
            by the id of a remedy, what has to be left off at once, asked about or not.
        named: findings and populations that are read back first, in this order, where the person told them,
            whether or not the row decides by them ("banjir" beside yellow eyes).
    """

    id: str
    name: str
    level: Level
    action: str
    order: int
    why: str
    say: str
    avoid: str
    evidence: tuple[str, ...]
    all_of: frozenset[str] = frozenset()
    any_of: frozenset[str] = frozenset()
    at_least: tuple[int, frozenset[str]] = (0, frozenset())
    populations: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    refuses: Mapping[str, str] = field(default_factory=dict)
    named: tuple[str, ...] = ()

    def fires(self, findings: Set[str], populations: Set[str]) -> bool:
        """Whether the row applies."""
        count, pool = self.at_least
        return (
            self.all_of <= findings
            and (not self.any_of or bool(self.any_of & findings))
            and len(pool & findings) >= count
            and (not self.populations or bool(self.populations & populations))
            and not self.unless & populations
        )

    def used(self, findings: Set[str]) -> frozenset[str]:
        """Findings of the person that the row looked at."""
        return (self.all_of | self.any_of | self.at_least[1]) & frozenset(findings)


@dataclass(frozen=True)
class Question:
    """A screening question, the findings that a yes may mean, and those that mean no."""

    id: str
    text: str
    findings: tuple[str, ...]
    spoken: str
    contrary: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Special:
    """A sentence that is always added for some populations.

    Attributes:
        populations: whom it is for.
        text: the sentence.
        evidence: what is behind it.
        needs: what must be asked for it to be told; nothing: whatever is asked.
    """

    populations: frozenset[str]
    text: str
    evidence: tuple[str, ...]
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True)
class LevelText:
    """Title and action line of a level."""

    title: str
    action: str


@dataclass(frozen=True)
class Table:
    """The whole decision table."""

    rules: tuple[Rule, ...]
    levels: Mapping[Level, LevelText]
    questions: tuple[Question, ...]
    specials: tuple[Special, ...]
    safety_net: str
    referral_note: str
    yes_words: frozenset[str] = frozenset()
    no_words: frozenset[str] = frozenset()
    unsure_words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Decision:
    """What the table says.

    Attributes:
        level: the highest level of all rules that fired, ``none`` when none did.
        rules: the rules that fired, most urgent first.
        findings: the findings that they looked at.
        populations: the populations that were given.
    """

    level: Level
    rules: tuple[Rule, ...] = ()
    findings: frozenset[str] = frozenset()
    populations: frozenset[str] = frozenset()

    @property
    def lead(self) -> Rule | None:
        """The rule that speaks."""
        return self.rules[0] if self.rules else None
