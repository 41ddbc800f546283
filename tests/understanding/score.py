"""How well messages are understood: `python -m tests.understanding.score`, both halves of the evaluation sets.

The halves named `_aside` were written before the lexicons and are never read by who tunes them: only figures of
them are printed. With `--tune` only the other halves are read, and their mistakes are shown.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from content.danger import danger_kind
from content.evaluation import Score, labels_of, told, told_danger
from content.understanding import understand

HERE = Path(__file__).parent


def rows_of(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def needs(name: str, *, mistakes: bool = False, only: str = "") -> Iterator[str]:
    """The figures of a set about needs and intents; of one language if it is named."""
    both, asked = Score(), Score()
    for row in rows_of(name):
        if only and row["language"] != only:
            continue
        wanted = labels_of(row["needs"]) + labels_of(row["intents"])
        got = understand(row["text"])
        both.add(wanted, got.needs + got.intents)
        asked.add(labels_of(row["needs"]), got.needs)
        if mistakes and set(wanted) != set(got.needs + got.intents):
            yield f"{row['language']} | {row['text']} | {'|'.join(wanted)} | {got.because} {got.guesses}"
    yield from told(f"{name}, needs and intents", both)
    yield next(told(f"{name}, needs alone", asked))


def danger(name: str) -> Iterator[str]:
    """The figures of a set about danger."""
    rows = ((row["danger"] == "1", row["danger_kind"], danger_kind(row["text"])) for row in rows_of(name))
    yield from told_danger(rows)


def main() -> None:
    tune = "--tune" in sys.argv
    only = next((a for a in sys.argv[1:] if not a.startswith("-")), "")
    for half in ("",) if tune else ("", "_aside"):
        for line in (
            *needs(f"needs{half}", mistakes=tune, only=only),
            *(() if tune else danger(f"danger{half}")),
        ):
            print(line)


if __name__ == "__main__":
    main()
