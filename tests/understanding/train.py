"""Learn what each mark of a label weighs: `python -m tests.understanding.train`, never from the `_aside` rows.

Logistic regression with a few dozen weights shared by all labels and languages. It prints what comes out on rows
that were left out (six folds), then learns from all and writes the weights. The same rows give the same file.
"""

from __future__ import annotations

import math
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from content.evaluation import Score, labels_of
from content.phrasebook import FOLDER, Phrasebook, entries, languages, phrasebook
from content.reading import read
from content.spelling import words
from content.understanding import ENOUGH, LEAST, OFF_TOPIC, _tongues, understand
from content.weighing import WEIGHTS, Marks, marks_of
from tests.understanding.score import rows_of

FOLDS, ROUNDS, PULL, STEP = 6, 200, 3.0, 0.5
"""PULL draws weights towards nothing, so that few rows do not say too much."""
COUNTS = 2
"""An example of a lexicon counts as so many rows."""
HEAD = "# What each mark of a label weighs (content/weighing.py). Written by: python -m tests.understanding.train\n"


class Row(NamedTuple):
    """The labels that a message asks for, and the marks of those its words may mean."""

    wanted: frozenset[str]
    marks: Mapping[str, Marks]
    otherwise: frozenset[str]
    """What is told where no label is likely."""


def rows() -> list[Row]:
    return [
        _row(row["text"], labels_of(row["needs"]) + labels_of(row["intents"])) for row in rows_of("needs")
    ]


def examples() -> list[tuple[Marks, bool]]:
    """Of each example in a lexicon the marks of the label that it must show, or must not."""
    cases = []
    for language in languages():
        book = phrasebook(language)
        for entry in entries(tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))):
            for key in ("examples", "not"):
                every = (_marks(text, book).get(entry.get("label", "")) for text in entry.get(key, ()))
                cases += [(marks, key == "examples") for marks in every if marks] * COUNTS
    return cases


def _marks(text: str, book: Phrasebook) -> dict[str, Marks]:
    said = words(text, book.language, book.known)
    return marks_of(read(said, book), said, book)


def _row(text: str, wanted: Iterable[str]) -> Row:
    for tongue in _tongues(text, None):
        if marks := _marks(text, phrasebook(tongue)):
            break
    got = understand(text)
    return Row(
        frozenset(wanted), marks, frozenset(got.intents) & {"salut", "merci_fin", OFF_TOPIC, "incompris"}
    )


def learnt(rows_: Sequence[Row], told: Sequence[tuple[Marks, bool]]) -> dict[str, float]:
    """The weights under which the labels wanted are likely and the others are not."""
    cases = [*told, *((marks, label in row.wanted) for row in rows_ for label, marks in row.marks.items())]
    weights: dict[str, float] = defaultdict(float)
    steps: dict[str, float] = defaultdict(float)
    for _ in range(ROUNDS):
        slope = {mark: PULL * weight for mark, weight in weights.items()}
        for marks, wanted in cases:
            off = _odds(marks, weights) - wanted
            for mark, value in marks.items():
                slope[mark] = slope.get(mark, 0.0) + off * value
        for mark, down in slope.items():
            steps[mark] += down * down
            weights[mark] -= STEP * down / math.sqrt(steps[mark] + 1e-9)
    return {mark: round(weight, 3) for mark, weight in sorted(weights.items())}


def _odds(marks: Marks, weights: Mapping[str, float]) -> float:
    total = sum(weights.get(mark, 0.0) * value for mark, value in marks.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _told(row: Row, weights: Mapping[str, float]) -> set[str]:
    likely = {label: _odds(marks, weights) for label, marks in row.marks.items()}
    best = max(likely, key=lambda label: likely[label], default="")
    if not best or likely[best] < LEAST:
        return set(row.otherwise)
    if best == OFF_TOPIC:
        return {best}
    return {label for label, odds in likely.items() if odds >= ENOUGH and label != OFF_TOPIC} or {best}


def left_out(every: Sequence[Row], told: Sequence[tuple[Marks, bool]]) -> Score:
    """How rows are understood by weights learnt without them."""
    score = Score()
    for fold in range(FOLDS):
        weights = learnt([row for at, row in enumerate(every) if at % FOLDS != fold], told)
        for row in every[fold::FOLDS]:
            score.add(row.wanted, _told(row, weights))
    return score


def main() -> None:
    every = rows()
    told = examples()
    score = left_out(every, told)
    print(f"rows left out: exact {score.accuracy:.1%}, micro F1 {score.micro.f1:.3f}")
    lines = (f'"{mark}" = {weight}' for mark, weight in learnt(every, told).items() if abs(weight) >= 0.005)
    WEIGHTS.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
