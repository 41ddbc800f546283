"""How well messages are understood: precision, recall and F1 of each label, exact sets, and what is taken for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

MOST_CONFUSIONS = 15
NOTHING = "-"


class Tally(NamedTuple):
    """Of one label: how often rightly found, wrongly found, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        found = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / found if found else 1.0


@dataclass
class Score:
    """What was expected beside what was understood, a set of labels for each message."""

    rows: int = 0
    exact: int = 0
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Pairs: a label missed, and one found in its place; "-" is none."""

    def add(self, expected: Collection[str], found: Collection[str]) -> None:
        """One message."""
        wanted, got = set(expected), set(found)
        self.rows += 1
        self.exact += wanted == got
        self.right.update(wanted & got)
        self.wrong.update(got - wanted)
        self.missed.update(wanted - got)
        self.confused.update(
            (miss, extra) for miss in (wanted - got or {NOTHING}) for extra in (got - wanted or {NOTHING})
        )

    @property
    def accuracy(self) -> float:
        """The share of messages of which every label was found, and no other."""
        return self.exact / self.rows if self.rows else 1.0

    def labels(self) -> list[str]:
        return sorted(self.right.keys() | self.wrong.keys() | self.missed.keys())

    def of(self, label: str) -> Tally:
        return Tally(self.right[label], self.wrong[label], self.missed[label])

    @property
    def micro(self) -> Tally:
        """All labels together."""
        return Tally(self.right.total(), self.wrong.total(), self.missed.total())

    @property
    def macro_f1(self) -> float:
        """The mean of the labels, each of the same weight."""
        labels = self.labels()
        return sum(self.of(label).f1 for label in labels) / len(labels) if labels else 1.0

    def confusions(self) -> list[tuple[str, str, int]]:
        pairs = [(a, b, n) for (a, b), n in self.confused.items() if (a, b) != (NOTHING, NOTHING)]
        return sorted(pairs, key=lambda pair: (-pair[2], pair[:2]))[:MOST_CONFUSIONS]


def labels_of(cell: str) -> tuple[str, ...]:
    """The labels of a cell of a table, joined by "|"."""
    return tuple(label.strip() for label in cell.split("|") if label.strip())


def told(name: str, score: Score) -> Iterator[str]:
    """A score in lines: all together, each label, confusions."""
    micro = score.micro
    yield (
        f"{name}: {score.rows} messages, exact {score.accuracy:.1%}, micro F1 {micro.f1:.3f} "
        f"(precision {micro.precision:.3f}, recall {micro.recall:.3f}), macro F1 {score.macro_f1:.3f}"
    )
    yield f"  {'label':<22} {'messages':>8} {'precision':>9} {'recall':>7} {'F1':>6}"
    for label in score.labels():
        one = score.of(label)
        yield (
            f"  {label:<22} {one.right + one.missed:>8} {one.precision:>9.3f} {one.recall:>7.3f} {one.f1:>6.3f}"
        )
    pairs = score.confusions()
    if pairs:
        yield "  missed, and found in its place: " + ", ".join(f"{a} > {b} {n}" for a, b, n in pairs)


def told_danger(rows: Iterable[tuple[bool, str, str | None]]) -> Iterator[str]:
    """Danger in lines. Each row: whether it is danger, the kind expected, the kind found or None."""
    every = [*rows]
    danger, calm = [row for row in every if row[0]], [row for row in every if not row[0]]
    found, alarms = [row for row in danger if row[2]], [row for row in calm if row[2]]
    kinds = [row for row in found if row[1] == row[2]]
    yield (
        f"danger: {len(every)} messages, recall {_share(found, danger)} of {len(danger)}, false alarms "
        f"{_share(alarms, calm)} of {len(calm)}, precision {_share(found, [*found, *alarms])}, "
        f"right kind {_share(kinds, found)}"
    )
    score = Score()
    for is_danger, kind, got in every:
        score.add({kind} if is_danger else (), {got} if got else ())
    yield from told("kinds", score)


def _share(some: Collection[object], of: Collection[object]) -> str:
    return f"{len(some) / len(of):.1%}" if of else "none"
