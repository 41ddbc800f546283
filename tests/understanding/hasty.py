"""Rows written anew in haste: the misspellings of French as it is typed, by sound and by thumb. The same each time.

What thousands of rows do not happen to misspell, young people will (measured: `left_out.py`).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from tests.understanding.rows import Row

SEED = 5
ORDINARY = 0.4
"""Of rows about needs so many are written anew, when danger is learnt; of the others all."""
TRIED, TAKEN = 14, 0.6
"""How many habits a message shows, and how often each where it could."""
SLIP = 0.5
"""How many messages have one letter lost, doubled, or before its time."""
# fmt: off
HABITS = (
    ("qu", "k"), ("ai", "é"), ("er ", "é "), ("ez ", "é "), ("é", "er"), ("é", "e"), ("ph", "f"),
    ("eau", "o"), ("au", "o"), ("ss", "s"), ("ll", "l"), ("tt", "t"), ("mm", "m"), ("nn", "n"), ("pp", "p"),
    ("es ", "e "), ("s ", " "), ("ent ", "e "), ("t ", " "), ("c'est", "c"), ("j'ai", "g"), ("j'ai", "jai"),
    ("est ", "é "), ("je ", "j"), ("je ne ", "j"), ("ne ", ""), ("n'", ""), ("'", ""), ("'", " "),
    ("ch", "sh"), ("oi", "wa"), ("re ", "r "), ("le ", "l "), ("de ", "d "), ("que ", "ke "),
    ("pas ", "pa "), ("x ", " "), ("h", ""), ("ais ", "é "), ("ou", "u"), ("in", "1"), ("en", "an"),
    ("an", "en"), ("ti", "si"), ("vous", "vs"), ("tout", "tt"), ("suis", "sui"), ("je suis", "chui"),
    ("je suis", "jsui"), ("plus", "plu"), ("à ", "a "), ("e ", " "),
)
# fmt: on


def hasty_rows(rows: Sequence[Row]) -> Iterator[Row]:
    """French messages about danger, and some about needs, typed in haste; their labels stay."""
    chance = random.Random(SEED)
    for row in rows:
        ordinary = row.source.startswith("needs") and chance.random() < ORDINARY
        if ordinary or row.source.startswith("danger_fr") or row.source in {"danger", "danger_own"}:
            yield row._replace(text=hasty(row.text, chance))


def hasty(text: str, chance: random.Random) -> str:
    """A message as it would be typed by somebody with some of the habits."""
    written = f"{text.lower()} "
    for plain, quick in chance.sample(HABITS, TRIED):
        first, *others = written.split(plain)
        written = first + "".join((quick if chance.random() < TAKEN else plain) + other for other in others)
    written = written.strip()
    return _slipped(written, chance) if len(written) > 6 and chance.random() < SLIP else written


def _slipped(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(text) - 2)
    before, here, following, after = text[:at], text[at], text[at + 1], text[at + 2 :]
    return before + chance.choice((following, following + here, here + here + following)) + after
