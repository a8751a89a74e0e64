"""How sure the bot is with danger: ``make safety``.

Vignettes, messages with the level that a careful reader gives them, are played through the real
model and the real actions; a talk of several messages counts by its last one. And the words of
every danger sign that was read are mistyped, to see which signs get lost.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bench.understanding import mistyped_word
from kram.knowledge.yaml_files import read_yaml
from kram.language.model import Kind, Mention
from kram.language.reader import Reader
from kram.paths import ROOT
from kram.triage.model import Level, Table

SETS = ("safety.yml", "safety_lain.yml", "safety_tabel.yml")
TARGETS = {
    "darurat recall": 1.0,
    "segera or higher": 0.99,
    "self-care kept": 0.90,
}
"""What must be reached at least."""

LIMITS = {"false darurat": 0.02, "lost to a slip": 0.05}
"""What must not be passed."""

SLIPS_EACH = 3
"""How often each word of a danger sign is mistyped; every time by another slip."""

_WORD = re.compile(r"[^\W\d_]+")
_DANGER_WORD = 4
"""Letters from which a word is mistyped; shorter ones are joints, and denials are never repaired."""


@dataclass(frozen=True)
class Vignette:
    """What somebody writes, and how urgent that is.

    Attributes:
        id: its id in the set.
        origin: the file that it stands in.
        turns: the messages, in order.
        level: how urgent it is after the last one.
        accepted: that level, and the others that a careful reader may also give.
        why: the rule that is meant, ``none`` when nothing is told of anybody now.
        kind: how it is told: slang, typos, denied, of somebody else, ...; "" when the set does not say.
    """

    id: str
    origin: str
    turns: tuple[str, ...]
    level: Level
    accepted: frozenset[Level]
    why: str = ""
    kind: str = ""

    @property
    def urgent(self) -> bool:
        """Whether no careful reader would leave it for later."""
        return min(self.accepted) >= Level.SEGERA


@dataclass(frozen=True)
class Played:
    """What the bot made of a vignette."""

    vignette: Vignette
    level: Level

    @property
    def right(self) -> bool:
        """It is the level, or one that can be defended."""
        return self.level in self.vignette.accepted

    @property
    def too_low(self) -> bool:
        """Less urgent than every level that can be defended."""
        return self.level < min(self.vignette.accepted)

    @property
    def too_high(self) -> bool:
        """More urgent than every level that can be defended."""
        return self.level > max(self.vignette.accepted)


@dataclass(frozen=True)
class Slips:
    """How many danger signs were mistyped, and which were no longer seen."""

    tried: int
    lost: tuple[str, ...]

    @property
    def share_lost(self) -> float:
        """Between 0 and 1."""
        return len(self.lost) / max(self.tried, 1)


def vignettes(names: Iterable[str] = SETS) -> list[Vignette]:
    """All vignettes.

    Args:
        names: files of ``tests/evaluation``.
    """
    folder = ROOT / "tests" / "evaluation"
    return [_vignette(raw, name) for name in names for raw in read_yaml(folder / name)["vignettes"]]


def _vignette(raw: Mapping[str, Any], origin: str) -> Vignette:
    level = Level(raw["level"])
    turns = tuple(turn["text"] for turn in raw["turns"]) if "turns" in raw else (raw["text"],)
    accepted = frozenset({level, *map(Level, raw.get("level_ok", ()))})
    return Vignette(raw["id"], origin, turns, level, accepted, raw.get("why", ""), raw.get("kind", ""))


class _Reply(Protocol):
    @property
    def custom(self) -> Mapping[str, Any]: ...


async def play(say: Callable[[str, str], Awaitable[_Reply]], vignette: Vignette) -> Played:
    """Play one vignette as a conversation of its own.

    Args:
        say: one message of one sender, answered by the bot.
        vignette: what is written.
    """
    reply = None
    for turn in vignette.turns:
        reply = await say(turn, f"{vignette.origin}:{vignette.id}")
    return Played(vignette, Level(reply.custom.get("triage", Level.NONE)) if reply else Level.NONE)


def signs_of_danger(table: Table) -> frozenset[str]:
    """Findings that an urgent rule looks at."""
    urgent = (rule for rule in table.rules if rule.level.urgent)
    return frozenset().union(*(rule.all_of | rule.any_of | rule.at_least[1] for rule in urgent))


def slips(reader: Reader, table: Table, messages: Iterable[str], chance: random.Random) -> Slips:
    """Mistype every danger sign that is read in the messages, and read again.

    Args:
        reader: the language layer.
        table: the decision table, which says what a danger sign is.
        messages: as typed.
        chance: the source of randomness; the same seed gives the same slips.
    """
    signs = signs_of_danger(table)
    tried, lost = 0, []
    for message in messages:
        for mention in (m for m in reader.read(message).mentions if _is_sign(m, signs)):
            for typed in _mistyped(message, mention, chance):
                tried += 1
                if not any(_is_sign(m, {mention.value}) for m in reader.read(typed).mentions):
                    lost.append(f"{mention.value}: {typed[mention.start : mention.end + 1]!r}")
    return Slips(tried, tuple(lost))


def _is_sign(mention: Mention, signs: Iterable[str]) -> bool:
    return mention.kind is Kind.FINDING and mention.asserted and mention.value in set(signs)


def _mistyped(message: str, mention: Mention, chance: random.Random) -> Iterator[str]:
    """The message with one slip in one of the longer words of a mention, each word in turn."""
    for word in _WORD.finditer(message, mention.start, mention.end):
        if len(word[0]) >= _DANGER_WORD:
            for _ in range(SLIPS_EACH):
                typed = message[: word.start()] + mistyped_word(word[0], chance) + message[word.end() :]
                if typed != message:
                    yield typed


@dataclass(frozen=True)
class Report:
    """All figures of one run."""

    figures: Mapping[str, float]
    lines: tuple[str, ...]

    @property
    def missed(self) -> list[str]:
        """What was not reached, as lines."""
        low = [f"{n} {self.figures[n]:.1%} < {t:.0%}" for n, t in TARGETS.items() if self.figures[n] < t]
        high = [f"{n} {self.figures[n]:.1%} > {t:.0%}" for n, t in LIMITS.items() if self.figures[n] > t]
        return low + high


def report(played: Sequence[Played], mistyped: Slips) -> Report:
    """Figures and tables of one run.

    Args:
        played: what the bot made of each vignette.
        mistyped: what was lost to slips.
    """
    groups = {
        "darurat recall": [p for p in played if p.vignette.accepted == {Level.DARURAT}],
        "segera or higher": [p for p in played if p.vignette.urgent],
        "self-care kept": [p for p in played if p.vignette.level is Level.MANDIRI],
        "false darurat": [p for p in played if Level.DARURAT not in p.vignette.accepted],
    }
    figures = {
        "darurat recall": _share(groups["darurat recall"], lambda p: p.level is Level.DARURAT),
        "segera or higher": _share(groups["segera or higher"], lambda p: p.level.urgent),
        "self-care kept": _share(groups["self-care kept"], lambda p: p.right),
        "false darurat": _share(groups["false darurat"], lambda p: p.level is Level.DARURAT),
        "lost to a slip": mistyped.share_lost,
    }
    limits = {**{n: f">= {t:.0%}" for n, t in TARGETS.items()}, **{n: f"<= {t:.0%}" for n, t in LIMITS.items()}}
    counts = {**{name: len(rows) for name, rows in groups.items()}, "lost to a slip": mistyped.tried}
    lines = [*_by_set(played), "", *_by_kind(played), "", *confusion(played), ""]
    lines.append(f"{'figure':<24} {'n':>5} {'value':>8} {'target':>8}")
    lines += [f"{name:<24} {counts[name]:>5} {value:>8.1%} {limits[name]:>8}" for name, value in figures.items()]
    return Report(figures, tuple(lines))


def _by_set(played: Sequence[Played]) -> list[str]:
    lines = [f"{'set':<24} {'n':>5} {'right':>8} {'too low':>8} {'too high':>8}"]
    for name in dict.fromkeys(p.vignette.origin for p in played):
        lines.append(_row(name, [p for p in played if p.vignette.origin == name]))
    return [*lines, _row("all", played)]


def _by_kind(played: Sequence[Played]) -> list[str]:
    kinds = sorted({p.vignette.kind for p in played} - {""})
    lines = [f"{'told':<24} {'n':>5} {'right':>8} {'too low':>8} {'too high':>8}"]
    return [*lines, *(_row(kind, [p for p in played if p.vignette.kind == kind]) for kind in kinds)]


def _row(name: str, rows: Sequence[Played]) -> str:
    right, low, high = (sum(getattr(p, what) for p in rows) for what in ("right", "too_low", "too_high"))
    return f"{name:<24} {len(rows):>5} {right:>8} {low:>8} {high:>8}"


def _share(rows: Sequence[Played], holds: Callable[[Played], bool]) -> float:
    return sum(map(holds, rows)) / max(len(rows), 1)


def confusion(played: Sequence[Played]) -> list[str]:
    """A row a level as meant, a column a level as answered; a level that can be defended counts as meant."""
    counts = Counter((p.level if p.right else p.vignette.level, p.level) for p in played)
    lines = [f"{'meant, answered as':<24} " + " ".join(f"{level.value:>8}" for level in Level)]
    for meant in Level:
        lines.append(f"{meant.value:<24} " + " ".join(f"{counts[meant, level]:>8}" for level in Level))
    return lines


def misses(played: Iterable[Played], mistyped: Slips) -> list[str]:
    """One line for each vignette with another level and for each sign that was lost, to look into."""
    lines = []
    for p in played:
        if not p.right:
            said = " / ".join(p.vignette.turns)
            lines.append(f"{p.vignette.id} {p.vignette.level.value} ({p.vignette.why}) -> {p.level.value}: {said}")
    return [*lines, *(f"lost {text}" for text in mistyped.lost)]
