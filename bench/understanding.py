"""How well held-out messages are understood: ``make eval-nlu``.

Four questions are asked of the trained model: is the intent right, are the findings, is what is
denied read as denied, and is it the right person's? And twice more: what lies outside, and how
much is lost when people mistype.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kram.dialogue.deciding import read_alone
from kram.knowledge.yaml_files import read_yaml
from kram.language.model import SELF, Kind, Mention
from kram.paths import ROOT
from kram.triage.model import Table

SETS = ("messages.yml", "messages_lain.yml", "messages_keluhan.yml", "messages_ragam.yml")
OUTSIDE = frozenset({"keluhan_lain", "luar_topik", "kasar", "nlu_fallback"})
DANGER = "tanda_bahaya"
TARGETS = {
    "intent": 0.93,
    "finding F1": 0.93,
    "negation": 0.97,
    "experiencer": 0.97,
    "outside caught": 0.95,
}
"""What must be reached at least."""

LIMITS = {"inside refused": 0.03, "typing noise": 0.04}
"""What must not be passed."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NOISY_SHARE = 3
# A stage of pregnancy says the pregnancy; a child under eight is a child.
_IMPLIED = {"hamil_t1": "hamil", "hamil_t2": "hamil", "hamil_t3": "hamil", "anak_kecil": "anak"}
# What has lasted for an hour has lasted for ten minutes.
_COVERS = {"kram_lebih_1_jam": "kram_lebih_10_menit"}
# Pain of one certain kind is pain; numbness that stays is tingling.
_SAID_BY = {
    "nyeri_kaki": {"nyeri_betis_menetap", "nyeri_saat_jalan", "nyeri_malam_gantung", "nyeri_sangat_hebat"},
    "kesemutan_ringan": {"kebas_menetap", "mati_rasa_baru"},
}
_NOT_LABELLED = frozenset(
    {"anak_kecil", "sudah_melahirkan", "hipotensi"}
    # Findings that came after the sets were labelled: no label of any set names them.
    | {"kaki_mendadak_dingin", "luka_hitam_bau", "nyeri_dada_jantung", "nyeri_perut_kanan_bawah"}
    | {"pusing_kurang_cairan", "sakit_kepala_mendadak", "varises_radang"}
)


@dataclass(frozen=True)
class Held:
    """One held-out message and what a careful reader makes of it.

    Attributes:
        id: its id in the set.
        origin: the file that it stands in.
        text: as typed.
        intents: the best intent and the others that can be defended.
        outside: what it asks lies outside the field; None when the set does not say.
        level: the level of triage, where the set says it.
        person: whom it is about, where the set says it.
        findings: findings and populations that are true now; None when the set does not say.
        perhaps: those that one careful reader would see and another would not.
        denied: those that are plainly denied.
        others: person -> what the message tells of them besides.
    """

    id: str
    origin: str
    text: str
    intents: tuple[str, ...]
    outside: bool | None = None
    level: tuple[str, ...] = ()
    person: str = ""
    findings: frozenset[str] | None = None
    perhaps: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    others: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """One thing that the model saw in a message."""

    value: str
    person: str
    negated: bool
    now: bool


@dataclass(frozen=True)
class Understood:
    """What the model made of one message."""

    held: Held
    intent: str
    said: tuple[Said, ...]
    person: str
    urgent: bool

    @property
    def right_intent(self) -> bool:
        """The best intent or one that can be defended; the guard is right when the level is urgent."""
        urgent = bool({"darurat", "segera"} & set(self.held.level))
        return self.intent in self.held.intents or (self.intent == DANGER and urgent)


def held_out(table: Table, names: Iterable[str] = SETS) -> list[Held]:
    """All held-out messages.

    Args:
        table: the decision table; where a set labels findings but no level, the level is theirs.
        names: files of ``tests/evaluation``.
    """
    folder = ROOT / "tests" / "evaluation"
    held = [
        _held(raw, name, content.get("not_labelled", ()))
        for name, content in ((name, read_yaml(folder / name)) for name in names)
        for raw in content["messages"]
    ]
    return [replace(h, level=_levels(h, table)) if h.findings and not h.level else h for h in held]


def _levels(held: Held, table: Table) -> tuple[str, ...]:
    """The level of what is labelled, without and with what only one careful reader would see."""
    populations = read_yaml(ROOT / "knowledge" / "language" / "populations.yml")
    people = {held.person or SELF: held.findings or frozenset(), **held.others}
    levels = []
    for more in (frozenset(), held.perhaps):
        mentions = tuple(
            Mention(Kind.POPULATION if value in populations else Kind.FINDING, value, value, 0, 0, experiencer=person)
            for person, values in people.items()
            for value in sorted(values | (more if person == held.person else frozenset()))
        )
        levels.append(read_alone(table, mentions).level.value)
    return tuple(dict.fromkeys(levels))


def _held(raw: Mapping[str, Any], origin: str, not_labelled: Iterable[str]) -> Held:
    inside_by_intent = raw["intent"] in OUTSIDE
    return Held(
        id=raw["id"],
        origin=origin,
        text=raw["text"],
        intents=(raw["intent"], *raw.get("intent_ok", ())),
        outside=raw["scope"] == "out" if "scope" in raw else inside_by_intent,
        level=tuple(level for level in (raw.get("level"), *raw.get("level_ok", ())) if level),
        person=raw.get("person", ""),
        findings=frozenset(raw["findings"]) if "findings" in raw else None,
        perhaps=frozenset((*raw.get("perhaps", ()), *not_labelled)),
        denied=frozenset(raw.get("negated", ())),
        others={person: frozenset(found) for person, found in raw.get("of_others", {}).items()},
    )


def understood(held: Held, parse: Mapping[str, Any]) -> Understood:
    """Read what the model returned for one message."""
    reading = parse.get("redakram") or {}
    said = tuple(
        Said(
            value=entity["value"],
            person=entity["experiencer"],
            negated=bool(entity["negated"]),
            now=entity["temporality"] == "kini",
        )
        for entity in parse.get("entities") or ()
        if entity["entity"] in ("temuan", "populasi")
    )
    return Understood(
        held=held,
        intent=parse["intent"]["name"] or "nlu_fallback",
        said=said,
        person=reading.get("person") or SELF,
        urgent=reading.get("triage") in ("darurat", "segera"),
    )


@dataclass(frozen=True)
class Counts:
    """Findings that were seen and are there, seen and are not, and not seen."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of what was seen that is there."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Share of what is there that was seen."""
        return self.right / max(self.right + self.missed, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)


def _expected(result: Understood) -> tuple[set[str], set[str]]:
    """What must be seen, and what may be seen."""
    held = result.held
    wanted = set(held.findings or ()).union(*held.others.values())
    implied = {_IMPLIED[value] for value in wanted if value in _IMPLIED}
    implied |= {general for general, certain in _SAID_BY.items() if certain & (wanted | held.perhaps)}
    return wanted - _NOT_LABELLED - implied, set(held.perhaps) | implied | _NOT_LABELLED


def _seen(result: Understood) -> set[str]:
    return {s.value for s in result.said if s.now and not s.negated}


def differences(result: Understood) -> tuple[set[str], set[str], set[str]]:
    """Findings seen rightly, seen wrongly and missed in one message."""
    wanted, allowed = _expected(result)
    seen = _seen(result)
    # A trimester not read is still a pregnancy that was.
    seen_as = seen | {
        value for seen_value in seen for value in (_IMPLIED.get(seen_value), _COVERS.get(seen_value)) if value
    }
    general = {value for value in seen if value in _IMPLIED.values()}
    wrong = seen - wanted - allowed - general
    wrong |= {value for value in general if value not in wanted | allowed}
    return wanted & seen_as, wrong, wanted - seen_as


def count_findings(results: Iterable[Understood]) -> Counts:
    """Count over all messages whose findings are labelled."""
    total = [0, 0, 0]
    for result in results:
        if result.held.findings is not None:
            for index, values in enumerate(differences(result)):
                total[index] += len(values)
    return Counts(*total)


def negation_errors(result: Understood) -> tuple[int, list[str]]:
    """How many labelled findings the model mentions at all, and which of them have the wrong sign."""
    held = result.held
    if held.findings is None:
        return 0, []
    wanted, _ = _expected(result)
    judged = 0
    errors = []
    for value in sorted(wanted | held.denied):
        said = [s for s in result.said if s.value == value]
        if not said:
            continue
        judged += 1
        asserted = any(s.now and not s.negated for s in said)
        denied = any(s.negated for s in said)
        # True of one and denied of another person: either reading of the value alone is right.
        if value in wanted and value in held.denied:
            continue
        if (value in wanted and denied and not asserted) or (value in held.denied and asserted):
            errors.append(value)
    return judged, errors


def person_errors(result: Understood) -> tuple[int, list[str]]:
    """How many findings were seen rightly, and which of them belong to somebody else."""
    held = result.held
    if not held.person or held.findings is None:
        return 0, []
    owners: dict[str, set[str]] = {value: {held.person} for value in held.findings}
    for person, values in held.others.items():
        for value in values:
            owners.setdefault(value, set()).add(person)
    seen = [s for s in result.said if s.now and not s.negated and s.value in owners]
    return len(seen), [f"{s.value}: {s.person}" for s in seen if s.person not in owners[s.value]]


def noisy(text: str, chance: random.Random) -> str:
    """One random edit in a third of the words, as a thumb makes them.

    Args:
        text: the message.
        chance: the source of randomness; the same seed gives the same slips.
    """
    words = text.split(" ")
    places = [i for i, word in enumerate(words) if any(c.isalpha() for c in word)]
    for index in chance.sample(places, len(places) // _NOISY_SHARE):
        words[index] = mistyped_word(words[index], chance)
    return " ".join(words)


def mistyped_word(word: str, chance: random.Random) -> str:
    """A word with one slip: a letter left out, doubled, replaced, or two swapped."""
    place = chance.randrange(len(word))
    kind = chance.choice(("leave out", "double", "replace", "swap"))
    if kind == "leave out" and len(word) > 1:
        return word[:place] + word[place + 1 :]
    if kind == "swap" and place + 1 < len(word):
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == "double":
        return word[:place] + word[place] + word[place:]
    return word[:place] + chance.choice(_LETTERS) + word[place + 1 :]


@dataclass(frozen=True)
class Report:
    """All figures of one evaluation."""

    figures: Mapping[str, float]
    lines: tuple[str, ...]

    @property
    def missed(self) -> list[str]:
        """What was not reached, as lines."""
        low = [f"{n} {self.figures[n]:.1%} < {t:.0%}" for n, t in TARGETS.items() if self.figures[n] < t]
        high = [f"{n} {self.figures[n]:.1%} > {t:.0%}" for n, t in LIMITS.items() if self.figures[n] > t]
        return low + high


def report(results: Sequence[Understood], mistyped: Sequence[Understood]) -> Report:
    """Figures and the table of one evaluation.

    Args:
        results: what was made of each message.
        mistyped: what was made of the same messages with typing slips.
    """
    right = share(results, lambda r: r.right_intent)
    findings = count_findings(results)
    signs = [negation_errors(r) for r in results]
    persons = [person_errors(r) for r in results]
    outside = [r for r in results if r.held.outside]
    inside = [r for r in results if r.held.outside is False]
    judged, false_signs = sum(n for n, _ in signs), sum(len(e) for _, e in signs)
    placed, false_persons = sum(n for n, _ in persons), sum(len(e) for _, e in persons)
    figures = {
        "intent": right,
        "finding F1": findings.f1,
        "negation": 1 - false_signs / max(judged, 1),
        "experiencer": 1 - false_persons / max(placed, 1),
        "outside caught": share(outside, lambda r: r.intent in OUTSIDE),
        "inside refused": share(inside, lambda r: r.intent in OUTSIDE and not r.right_intent),
        "typing noise": right - share(mistyped, lambda r: r.right_intent),
    }
    slipped = count_findings(mistyped)
    counts = {
        "intent": len(results),
        "finding F1": findings.right + findings.missed,
        "negation": judged,
        "experiencer": placed,
        "outside caught": len(outside),
        "inside refused": len(inside),
        "typing noise": len(mistyped),
    }
    limits = {**{n: f">= {t:.0%}" for n, t in TARGETS.items()}, **{n: f"<= {t:.0%}" for n, t in LIMITS.items()}}
    lines = [f"{'set':<24} {'n':>5} {'intent':>8} {'F1':>7}"]
    for name in dict.fromkeys(r.held.origin for r in results):
        rows = [r for r in results if r.held.origin == name]
        labelled = any(r.held.findings is not None for r in rows)
        f1 = f"{count_findings(rows).f1:>7.3f}" if labelled else f"{'':>7}"
        lines.append(f"{name:<24} {len(rows):>5} {share(rows, lambda r: r.right_intent):>8.1%} {f1}")
    lines += ["", f"{'figure':<24} {'n':>5} {'value':>8} {'target':>8}"]
    lines += [f"{name:<24} {counts[name]:>5} {value:>8.1%} {limits[name]:>8}" for name, value in figures.items()]
    lines.append(f"findings: precision {findings.precision:.3f}, recall {findings.recall:.3f}")
    lines.append(f"with typing slips: finding F1 {slipped.f1:.3f}")
    return Report(figures, tuple(lines))


def share(rows: Sequence[Understood], holds: Callable[[Understood], bool]) -> float:
    """Share of the rows for which something holds; 0 when there are none."""
    return sum(map(holds, rows)) / max(len(rows), 1)


def misses(results: Iterable[Understood]) -> list[str]:
    """One line for each thing that was not understood, to look into."""
    lines = []
    for r in results:
        found: list[str] = []
        if not r.right_intent:
            found.append(f"intent {r.held.intents[0]} -> {r.intent}{' (guard)' if r.urgent else ''}")
        if r.held.findings is not None:
            _, wrong, missed = differences(r)
            found += [f"+{value}" for value in sorted(wrong)] + [f"-{value}" for value in sorted(missed)]
        found += [f"sign of {value}" for value in negation_errors(r)[1]]
        found += [f"person of {value} (wanted {r.held.person})" for value in person_errors(r)[1]]
        if found:
            lines.append(f"{r.held.id}: {'; '.join(found)}\n    {r.held.text}")
    return lines


def confusions(results: Iterable[Understood]) -> Counter[tuple[str, str]]:
    """(best intent, intent given) -> how often; a defended intent counts as the best one."""
    return Counter((r.held.intents[0], r.held.intents[0] if r.right_intent else r.intent) for r in results)
