"""Quarters that people name instead of their city: «la part-dieu», «lyon vaise» (see communes.README.md)."""

import csv
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

HERE = Path(__file__).parent
AROUND = {"le", "la", "les", "quartier", "cite", "metro"}
SAME_CITY = 85  # likeness, out of 100, of the city beside the quarter


class Quarter(NamedTuple):
    """A quarter, its city by plain name, and the INSEE code that it lies in."""

    city: str
    insee: str
    alone: bool
    """Whether the name without the city can mean nothing else."""


def quarter(name: str) -> str | None:
    """The INSEE code of the commune or arrondissement of this plain name of a quarter, with its city or without."""
    known, longest = _quarters()
    padded = f" {name} "
    for key in longest:
        if f" {key} " not in padded:
            continue
        left, found = padded.replace(f" {key} ", " ").split(), known[key]
        rest = [word for word in left if word not in AROUND]
        if fuzz.ratio(" ".join(rest).removeprefix("a "), found.city) >= SAME_CITY if rest else found.alone:
            return found.insee
    return None


@lru_cache(maxsize=1)
def _quarters() -> tuple[dict[str, Quarter], tuple[str, ...]]:
    with (HERE / "quarters.csv").open(encoding="utf-8", newline="") as file:
        known = {
            row["name"]: Quarter(row["city"], row["insee"], row["alone"] == "true")
            for row in csv.DictReader(file)
        }
    bare = {name.removeprefix("la ").removeprefix("le ").removeprefix("les "): q for name, q in known.items()}
    known = {**{name: q._replace(alone=q.alone and " " in name) for name, q in bare.items()}, **known}
    return known, tuple(sorted(known, key=len, reverse=True))
