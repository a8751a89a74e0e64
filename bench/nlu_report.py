"""``docs/nlu.md``: how well messages are understood, and why with this classifier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.classifiers import Measured
from bench.machine import this_machine
from bench.understanding import Report
from kram.paths import ROOT

PAGE = ROOT / "docs" / "nlu.md"
PICTURE = ROOT / "docs" / "images" / "nlu-confusion.png"
_INCH = 0.32


def draw(confusions: Counter[tuple[str, str]], path: Path = PICTURE) -> None:
    """The confusion matrix as a picture: rows are what is right, columns what was given.

    Args:
        confusions: (right, given) -> how often.
        path: where to write it.
    """
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot
    from matplotlib.colors import LogNorm

    names = sorted({name for pair in confusions for name in pair})
    place = {name: i for i, name in enumerate(names)}
    table = [[0.0] * len(names) for _ in names]
    for (right, given), count in confusions.items():
        table[place[right]][place[given]] = count
    size = 3 + _INCH * len(names)
    figure, axes = pyplot.subplots(figsize=(size, size))
    shown = [[value or float("nan") for value in row] for row in table]
    axes.imshow(shown, cmap="viridis_r", norm=LogNorm(vmin=1, vmax=max(confusions.values(), default=1)))
    axes.set_xticks(range(len(names)), names, rotation=90, fontsize=8)
    axes.set_yticks(range(len(names)), names, fontsize=8)
    axes.set_xlabel("given")
    axes.set_ylabel("right")
    for row, values in enumerate(table):
        for column, value in enumerate(values):
            if value:
                colour = "white" if row == column else "black"
                axes.text(column, row, f"{value:.0f}", ha="center", va="center", fontsize=7, color=colour)
    figure.tight_layout()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=80)
    pyplot.close(figure)


def write(report: Report, reading_ms: tuple[float, float], measured: Sequence[Measured], page: Path = PAGE) -> None:
    """Write the page.

    Args:
        report: of the held-out messages.
        reading_ms: p50 and p95 of one message through the whole pipeline.
        measured: every classifier on every exam.
        page: where to write it.
    """
    exams = list(dict.fromkeys(m.exam for m in measured))
    names = list(dict.fromkeys(m.name for m in measured))
    found = {(m.name, m.exam): m for m in measured}
    rows = [
        "| classifier | " + " | ".join(exams) + " |",
        "|---|" + "---:|" * len(exams),
        *("| " + " | ".join([name, *(_cell(found.get((name, exam))) for exam in exams)]) + " |" for name in names),
    ]
    here = this_machine()
    text = _PAGE.format(
        table="\n".join(rows),
        report="\n".join(report.lines),
        p50=reading_ms[0],
        p95=reading_ms[1],
        machine=f"{here.cpu}, {here.cores} cores, Python {here.python}, Rasa {here.rasa}, {here.date}",
        picture=PICTURE.relative_to(page.parent) if PICTURE.is_relative_to(page.parent) else PICTURE.name,
    )
    page.write_text(text, encoding="utf-8")


def _cell(measured: Measured | None) -> str:
    if measured is None:
        return "not run"
    return f"{measured.accuracy:.1%} ({measured.train_s:.0f} s)"


_PAGE = """<!-- Written by `./redakram evaluate classifiers --massive FOLDER`; edit bench/nlu_report.py instead. -->
# How messages are understood

A message is read once. The tokenizer normalises its words and keeps their places; rules find what is told, of whom,
when, and what is denied; the search looks for the nearest points of the knowledge base; the classifier gives the
intent; the guard, last, lets nothing stand between a danger sign and its answer. The classifier decides *how* we
answer, never *whether* a danger is seen.

## Which classifier

Accuracy, and seconds to train. The folds are of our own training examples (only the one intent that the trainer chose
is right, so near intents cost points); the held-out messages are written by others and may have more than one right
intent, no guard helps here. MASSIVE is the Indonesian part of FitzGerald et al. 2022: sixty intents of a voice
assistant.

{table}

Ours is TF-IDF over six views of a message (words and pairs of words, characters, stems, stems that stand near each
other, the last words, and what the rules found), under the sum of a logistic regression and a linear support vector
machine. Both are linear, so the sum costs nothing to use. Logistic regression does better with fifty examples an
intent, the support vector machine with hundreds. On MASSIVE our rules for cramps have nothing to say, so the row "plain
words" leaves the language layer out. A cell that says "not run" was not run: DIET takes many times as long to train.

Before a message is classified, words that stand in no example are repaired when a single slip explains them.

## Held-out messages

From `tests/evaluation`: never trained on, written by other hands, and compared with the examples for near-duplicates
by a test. Failing classes of messages were mended with these sets in sight, so expect less of messages that nobody
here has seen.

```
{report}
```

Reading one message, all components: p50 {p50:.1f} ms, p95 {p95:.1f} ms.

![Confusion matrix over the held-out messages]({picture})

## Repeat it

```
make eval-nlu
./redakram evaluate nlu --misses missed.txt
./redakram evaluate classifiers --massive FOLDER
```

The last one needs the MASSIVE id-ID files (`train.jsonl`, `test.jsonl`, `fewshot_ids.json`) and, with DIET, about
half an hour; `--without-diet` leaves the stock one out. Measured on {machine}.
"""
