"""Rows put together of two: who writes says several things in a message. The same each time."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from content.danger import DANGER, danger_kinds
from tests.understanding.rows import Row

HOW_MANY = 4000
SHORT = 80
"""Characters: of such needs two make one message."""
APART = (" ", ". ", "\n")
COURTESIES = frozenset({"salut", "merci_fin", "hors_sujet", "incompris", "insulte"})


def joined_danger(rows: Sequence[Row]) -> Iterator[Row]:
    """Danger and something ordinary, in one language or two; two ordinary things; two dangers, the graver counts."""
    chance = random.Random(HOW_MANY)
    ordinary = [row for row in rows if row.source.startswith("needs")]
    about = [row for row in rows if not row.source.startswith(("needs", "answers"))]
    grave, calm = ([row for row in about if bool(row.labels) == danger] for danger in (True, False))
    pairs = [
        *((row, chance.choice(ordinary)) for row in chance.sample(grave, HOW_MANY)),
        *((row, chance.choice(ordinary)) for row in chance.sample(calm, HOW_MANY)),
        *((row, chance.choice(grave)) for row in chance.sample(grave, HOW_MANY // 4)),
    ]
    for one, other in pairs:
        kinds = sorted((one.labels | other.labels) - {DANGER}, key=lambda kind: -danger_kinds()[kind].gravity)
        labels = frozenset({DANGER, kinds[0]}) if kinds else frozenset[str]()
        yield Row(_both(one, other, chance), labels, one.source)


def joined_needs(rows: Sequence[Row]) -> Iterator[Row]:
    """Two short requests in one language: both are asked."""
    chance = random.Random(HOW_MANY)
    spoken: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.labels and not row.about and not row.labels & COURTESIES and len(row.text) <= SHORT:
            spoken[row.language].append(row)
    every = [row for of in spoken.values() for row in of]
    for row in chance.sample(every, HOW_MANY):
        other = chance.choice(spoken[row.language])
        yield Row(_both(row, other, chance), row.labels | other.labels, row.source, row.language)


def _both(one: Row, other: Row, chance: random.Random) -> str:
    texts = [one.text, other.text]
    chance.shuffle(texts)
    return chance.choice(APART).join(texts)
