"""How well rows are understood by models that have not seen them: `python -m tests.understanding.left_out`.

Rows are left out by blocks, as neighbours in a file often say the same. Thresholds are chosen here, never on the sets
that are kept to check (`*_aside.csv`, `*_fresh.csv`). Takes some minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from content.danger import DANGER
from content.evaluation import Score
from content.understanding import chosen
from tests.understanding.joined import joined_needs
from tests.understanding.learn import DANGERS, NEEDS, Learnt, Sorts, added_danger, danger_pieces, needs_pieces
from tests.understanding.rows import OURS, Row, danger_rows, needs_rows

FOLDS, BLOCK = 3, 60
Look = Callable[[str], dict]
Join = Callable[[Sequence[Row]], Iterable[Row]]


def left_out(
    rows: Sequence[Row], look: Look, join: Join, sorts: Sorts, labels: Sequence[str] = ()
) -> Iterator[tuple[list[Row], np.ndarray, Learnt]]:
    """For each fold its rows and how likely their labels are by a model that learnt from the others."""
    looked = [look(row.text) for row in rows]
    folds = [at // BLOCK % FOLDS for at in range(len(rows))]
    for fold in range(FOLDS):
        others = [at for at in range(len(rows)) if folds[at] != fold]
        own = [at for at in range(len(rows)) if folds[at] == fold and rows[at].source not in OURS]
        put = [*join([rows[at] for at in others])]
        learnt = Learnt(
            [*(looked[at] for at in others), *(look(row.text) for row in put)],
            [*(rows[at] for at in others), *put],
            sorts,
            labels,
        )
        yield [rows[at] for at in own], learnt.likely([looked[at] for at in own]), learnt


def danger() -> Iterator[str]:
    """Recall and false alarms among rows about danger, and false alarms among those about needs."""
    grave: list[float] = []
    calm: list[float] = []
    asking: list[float] = []
    for own, likely, _ in left_out(danger_rows(), danger_pieces, added_danger, DANGERS, [DANGER]):
        for row, odds in zip(own, likely[:, 0], strict=True):
            (grave if row.labels else asking if row.source.startswith("needs") else calm).append(odds)
    for least in (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        found = [np.mean(np.array(group) >= least) for group in (grave, calm, asking)]
        yield "danger from {}: heard {:.1%}, false alarms {:.1%}, among needs {:.1%}".format(least, *found)


def needs() -> Iterator[str]:
    """Exact sets and micro-F1 of rows about needs."""
    scores: dict[float, Score] = {least: Score() for least in (0.3, 0.35, 0.4, 0.45, 0.5)}
    for own, likely, learnt in left_out(needs_rows(), needs_pieces, joined_needs, NEEDS):
        for row, odds in zip(own, likely, strict=True):
            for least, score in scores.items():
                score.add(row.labels, chosen(dict(zip(learnt.labels, odds, strict=True)), least, 0.0))
    for least, score in scores.items():
        yield f"needs from {least}: exact {score.accuracy:.1%}, micro-F1 {score.micro.f1:.3f}"


def main() -> None:
    for told in (danger, needs):
        if not sys.argv[1:] or told.__name__ in sys.argv:
            print(*told(), sep="\n")


if __name__ == "__main__":
    main()
