"""A learnt model: how likely each label of a text is, from its pieces (`pieces.py`).

Linear, one sum a label: logistic regression over pieces weighed by how rare they are, each sort of piece brought to
length one. The weights stand in `lexicon/learned/*.tsv`, a piece a line, written by `python -m
tests.understanding.learn`: the same from the same rows.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from content.pieces import SORTS, pieces
from content.spelling import MARKS

HERE = Path(__file__).parent / "lexicon" / "learned"
RARITY = 20
"""A rarity of 1 is written so."""


class ModelError(ValueError):
    """A mistake in a file of weights, with its name."""


class Sort(NamedTuple):
    """Pieces of one sort: their hashes in order, for each its rarity and its weights, -127 to 127, a label each."""

    step: float
    """What a weight of 1 adds."""
    hashes: array[int]
    rarities: bytes
    weights: array[int]


class Model(NamedTuple):
    """`labels` in the order of the weights; `bias` is what a text without a known piece has of each."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    sorts: Mapping[str, Sort]

    def likelihoods(self, folded: str, marks: Iterable[str] = ()) -> dict[str, float]:
        """Each label with its likelihood, 0 to 1."""
        totals = list(self.bias)
        for name, counts in pieces(folded, marks).items():
            for _, value, weights in self._known(name, counts):
                for at, weight in enumerate(weights):
                    totals[at] += value * weight
        return {label: _likelihood(total) for label, total in zip(self.labels, totals, strict=True)}

    def because(self, label: str, folded: str, most: int = 3) -> str:
        """The words that say most for a label, in the order of the text; empty if none does."""
        at = self.labels.index(label)
        told = pieces(folded, ())["words"]
        counts = {piece: times for piece, times in told.items() if MARKS.isdisjoint(piece.split())}
        for_it = sorted(
            (-value * weights[at], words) for words, value, weights in self._known("words", counts)
        )
        best = [words for weight, words in for_it[: most * 3] if weight < 0]
        apart = [w for i, w in enumerate(best) if not any(w in other or other in w for other in best[:i])]
        return ", ".join(sorted(apart[:most], key=folded.find))

    def _known(self, name: str, counts: Mapping[str, int]) -> Iterator[tuple[str, float, array[int]]]:
        """The pieces of a text that the model has, each with its share of the text's and its weights."""
        step, hashes, rarities, weights = self.sorts[name]
        found: list[tuple[str, float, int]] = []
        for piece, times in counts.items():
            hashed = crc32(piece.encode())
            place = bisect_left(hashes, hashed)
            if place < len(hashes) and hashes[place] == hashed:
                found.append((piece, (1 + math.log(times)) * rarities[place], place))
        length = math.sqrt(sum(value * value for _, value, _ in found))
        many = len(self.labels)
        for piece, value, place in found:
            yield piece, value / length * step, weights[place * many : place * many + many]


@cache
def model(name: str) -> Model:
    """The model of that name. Raises ModelError."""
    return load(HERE / f"{name}.tsv")


def load(path: Path) -> Model:
    """A file of weights. Raises ModelError with its name and what is wrong in it."""
    try:
        with path.open(encoding="utf-8") as file:
            return _model(line.rstrip("\n").split("\t") for line in file)
    except (OSError, ValueError, KeyError, OverflowError, StopIteration, RuntimeError) as mistake:
        raise ModelError(f"{path.name}: {mistake!r}") from None


def _model(lines: Iterator[list[str]]) -> Model:
    """Three lines name the labels, their bias and the step of each sort; then a line a piece."""
    (_, *labels), (_, *bias), (_, *steps) = (next(lines) for _ in range(3))
    rows: dict[str, list[tuple[int, int, array[int]]]] = {sort: [] for sort in SORTS}
    for sort, piece, rarity, *weights in lines:
        if len(weights) != len(labels):
            raise ModelError(f"{piece!r} has {len(weights)} weights, not {len(labels)}")
        rows[sort].append((crc32(piece.encode()), int(rarity), array("b", map(int, weights))))
    sorts = {sort: _sort(float(step), rows[sort]) for sort, step in zip(SORTS, steps, strict=True)}
    return Model(tuple(labels), tuple(map(float, bias)), sorts)


def _sort(step: float, rows: list[tuple[int, int, array[int]]]) -> Sort:
    rows.sort(key=lambda row: row[0])
    weights = array("b")
    for _, _, of in rows:
        weights.extend(of)
    hashes, rarities = array("I", (row[0] for row in rows)), bytes(row[1] for row in rows)
    return Sort(step, hashes, rarities, weights)


def _likelihood(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
