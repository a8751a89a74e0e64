"""What is wrong with the training examples, or looks wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from kram.training.examples import Example

NEAR = 92
"""From this likeness (0 to 100) on, two examples of different intents are too near to tell apart."""

MIN_EXAMPLES = 50
"""How many examples an intent needs at least."""

_ENOUGH_WORDS = 4
_INTRODUCES = re.compile(
    r"\b(?:nama (?:saya|sy|aku|gue|gw)|namaku)\s+(?!(?:dok|kak|muncul|siapa)\b|di|ke|ter)[a-z]{3,}", re.IGNORECASE
)
_PERSONAL = (
    (re.compile(r"(?<!\d)(?:\+?62[\s-]?|0)8[\d\s-]{7,13}\d"), "nomor telepon"),
    (re.compile(r"\b\d{16}\b"), "nomor identitas"),
    (re.compile(r"[\w.+-]+@[\w-]+\.\w+"), "alamat surel"),
    (_INTRODUCES, "nama orang"),
    (re.compile(r"\b(?:[Bb]u|[Pp]ak|[Mm]bak|[Mm]as|dr\.?) [A-Z][a-z]{2,}\b"), "nama orang"),
)


@dataclass(frozen=True)
class Finding:
    """One thing to look at.

    Attributes:
        place: where it stands.
        what: what is wrong, and what to do.
        fault: it must be mended; otherwise it is only worth a look.
    """

    place: str
    what: str
    fault: bool = True

    def __str__(self) -> str:
        return f"{self.place}: {'' if self.fault else 'peringatan: '}{self.what}"


def check_examples(
    examples: Sequence[Example], normalize: Callable[[str], str], known: Collection[str] = ()
) -> list[Finding]:
    """All faults and warnings, in the order of the files.

    Args:
        examples: all examples of all intents.
        normalize: the normaliser of the language layer; what it makes equal is equal.
        known: ids that the knowledge base has; an annotation must name one of them.
    """
    plain = [normalize(example.text) for example in examples]
    found = [*_same(examples, plain), *_near(examples, plain), *_personal(examples), *_few(examples)]
    found += _unknown_values(examples, known)
    return sorted(found, key=lambda finding: (not finding.fault, finding.place))


def _same(examples: Sequence[Example], plain: Sequence[str]) -> Iterator[Finding]:
    first: dict[str, Example] = {}
    typed: dict[str, Example] = {}
    for example, text in zip(examples, plain):
        other = first.setdefault(text, example)
        again = typed.setdefault(example.text.casefold(), example)
        if text and other.intent != example.intent:
            what = f"sama dengan contoh intent {other.intent} di {other.place}; pilih satu intent"
            yield Finding(example.place, f"{example.text!r} {what}")
        elif again is not example:
            yield Finding(example.place, f"{example.text!r} sudah ada di {again.place}; hapus salah satu", fault=False)


def _near(examples: Sequence[Example], plain: Sequence[str]) -> Iterator[Finding]:
    """Long examples of different intents that differ by next to nothing."""
    long = [i for i, text in enumerate(plain) if len(text.split()) >= _ENOUGH_WORDS]
    texts = [plain[i] for i in long]
    scores = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=NEAR, workers=-1, dtype="uint8")
    for row, column in zip(*scores.nonzero()):
        one, other = examples[long[row]], examples[long[column]]
        if row < column and one.intent != other.intent and plain[long[row]] != plain[long[column]]:
            what = f"hampir sama dengan {one.text!r} (intent {one.intent}, {one.place})"
            yield Finding(other.place, f"{other.text!r} {what}; pastikan intentnya", fault=False)


def _personal(examples: Sequence[Example]) -> Iterator[Finding]:
    for example in examples:
        for pattern, kind in _PERSONAL:
            if pattern.search(example.text):
                yield Finding(example.place, f"seperti memuat {kind}; samarkan atau hapus")


def _unknown_values(examples: Sequence[Example], known: Collection[str]) -> Iterator[Finding]:
    for example in examples:
        for value in example.values:
            if value not in known:
                what = f"nilai {value!r} tidak dikenal knowledge/; perbaiki idnya atau hapus tandanya"
                yield Finding(example.place, what)


def _few(examples: Sequence[Example]) -> Iterator[Finding]:
    counts: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        counts[example.intent].append(example)
    for intent, own in counts.items():
        if len(own) < MIN_EXAMPLES:
            what = f"intent {intent} baru punya {len(own)} contoh; tambahkan sampai {MIN_EXAMPLES}"
            yield Finding(own[0].place, what, fault=False)
