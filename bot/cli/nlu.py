"""Add, check and explain training examples. Trainers use it, so it speaks Indonesian."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Iterator

from rapidfuzz import fuzz, process

from bot.reader import open_normalized, open_reader
from kram.knowledge.compiled import open_knowledge
from kram.language.model import Analysis, Mention, Temporality
from kram.training.checks import check_examples
from kram.training.examples import Example, add_example, read_examples, remove_example

_NEAREST = 5
_RANKED = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    actions = parser.add_subparsers(dest="action", required=True)
    adds = actions.add_parser("add", help="tambah satu atau beberapa contoh ke sebuah intent")
    adds.add_argument("--intent", required=True, help="nama intent, misalnya tanya_penyebab")
    adds.add_argument("text", nargs="+", help="contoh, masing-masing di antara tanda kutip")
    actions.add_parser("check", help="periksa semua contoh; satu baris per masalah")
    explains = actions.add_parser("explain", help="tunjukkan bagaimana sebuah pesan dipahami")
    explains.add_argument("text", nargs="+", help="pesan seperti yang diketik orang")


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 1 when something is wrong."""
    if options.action == "add":
        return _add(options.intent, options.text)
    return _check() if options.action == "check" else _explain(" ".join(options.text))


def _tell(line: str) -> None:
    print(f"[siap-siap] {line}", file=sys.stderr)


def _add(intent: str, texts: list[str]) -> int:
    """Add the examples; one that makes a fault is taken out again."""
    reader = open_reader(_tell)
    refused = 0
    for text in texts:
        if not text.strip():
            print("contoh kosong dilewati", file=sys.stderr)
            refused += 1
            continue
        added = add_example(intent, text)
        about = [f for f in check_examples(read_examples(), reader.normalize) if f.place == added.place]
        faults = [finding for finding in about if finding.fault]
        for finding in about:
            print(finding, file=sys.stderr)
        if faults:
            remove_example(added)
            refused += 1
            print(f"tidak ditambahkan: {text!r}", file=sys.stderr)
        else:
            print(f"{added.place}: ditambahkan ke {intent}: {added.text}")
    if refused < len(texts):
        print('Latih ulang dengan ./redakram train, lalu coba dengan ./redakram nlu explain "...".')
    return 1 if refused else 0


def _check() -> int:
    examples = read_examples()
    normalize = open_normalized(_tell)
    findings = check_examples(examples, normalize, _known_values())
    normalize.keep()
    for finding in findings:
        print(finding, file=sys.stderr)
    faults = sum(finding.fault for finding in findings)
    intents = len({example.intent for example in examples})
    print(f"{len(examples)} contoh, {intents} intent; {faults} kesalahan, {len(findings) - faults} peringatan")
    return 1 if faults else 0


def _known_values() -> frozenset[str]:
    """Every id that an annotation may name: findings, populations, contexts, remedies, entries."""
    base = open_knowledge()
    return frozenset((*base.names, *base.remedies, *base.entries))


def _explain(text: str) -> int:
    from bot.inprocess import InProcessBot
    from bot.model import ensure_model

    reader = open_reader(_tell)
    reply = asyncio.run(InProcessBot(ensure_model(_tell)).say(text, "explain"))
    analysis = reader.read(text)
    for line in _reading(analysis):
        print(line)
    print("\nintent:")
    for name, confidence in reply.ranking[:_RANKED]:
        print(f"  {confidence:6.1%}  {name}")
    print("\nbutir pengetahuan terdekat:")
    for entry, point, score in reply.hits[:_NEAREST]:
        print(f"  {score:.2f}  {entry}#{point}")
    print("\ncontoh latihan terdekat:")
    for score, example in _nearest(analysis.normalized, read_examples(), reader.normalize):
        print(f"  {score:3.0f}  {example.intent:<18} {example.text}  ({example.place})")
    print(f"\njawaban ({reply.custom.get('triage')}): {reply.text.splitlines()[0] if reply.text else '-'}")
    return 0


def _reading(analysis: Analysis) -> Iterator[str]:
    yield f"kata: {analysis.normalized or '-'}"
    changed = [f"{t.text} -> {t.norm}" for t in analysis.tokens if not t.is_punct and t.text.lower() != t.norm]
    if changed:
        yield f"dinormalkan: {', '.join(dict.fromkeys(changed))}"
    yield f"tentang: {analysis.person or 'penulisnya sendiri'}"
    yield "yang ditemukan:" if analysis.mentions else "yang ditemukan: tidak ada"
    for mention in analysis.mentions:
        yield f'  {mention.kind.value:<10} {mention.value:<24} "{mention.text}"{_how(mention)}'


def _how(mention: Mention) -> str:
    """Denied, past or supposed, and whose."""
    marks = ["disangkal"] if mention.negated else []
    marks += [mention.temporality.value] if mention.temporality is not Temporality.NOW else []
    marks += [mention.experiencer]
    return f"  ({', '.join(marks)})"


def _nearest(text: str, examples: list[Example], normalize: Callable[[str], str]) -> list[tuple[float, Example]]:
    found = process.extract(text, [normalize(e.text) for e in examples], scorer=fuzz.token_sort_ratio, limit=_NEAREST)
    return [(score, examples[index]) for _, score, index in found]
