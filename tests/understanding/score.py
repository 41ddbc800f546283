"""How well messages are understood: `python -m tests.understanding.score`, on the sets that nobody learns from.

`_aside` was written before the lexicons, `_fresh` after them and before the models that are served; only figures of
both are printed. What is learnt from is scored by `left_out`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from content.danger import danger_kind
from content.evaluation import Score, labels_of, told, told_danger
from content.understanding import understand

HERE = Path(__file__).parent


def rows_of(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def needs(name: str) -> Iterator[str]:
    """The figures of a set about needs and intents."""
    both, asked = Score(), Score()
    for row in rows_of(name):
        wanted = labels_of(row["needs"]) + labels_of(row["intents"])
        got = understand(row["text"])
        both.add(wanted, got.needs + got.intents)
        asked.add(labels_of(row["needs"]), got.needs)
    yield from told(f"{name}, needs and intents", both)
    yield next(told(f"{name}, needs alone", asked))


def danger(name: str) -> Iterator[str]:
    """The figures of a set about danger."""
    rows = ((row["danger"] == "1", row["danger_kind"], danger_kind(row["text"])) for row in rows_of(name))
    yield from told_danger(rows)


def main() -> None:
    for half in ("aside", "fresh"):
        for line in (*needs(f"needs_{half}"), *danger(f"danger_{half}")):
            print(line)


if __name__ == "__main__":
    main()
