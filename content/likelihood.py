"""Which of several communes is meant: the likelier by size, nearness and spelling."""

from collections.abc import Mapping, Sequence
from math import log10

from rapidfuzz import fuzz

from content.distance import kilometres
from content.gazetteer import Commune
from content.plain import plain

A_SLIP = 2.2  # in a name of eight letters, one slip is as rare as a town a hundred times smaller
NEARBY = 1.5
DWARFED = 25
UNKNOWN = 500  # and so many times smaller, is not thought of
NEAR_KM = 80.0
TOWN = 10_000  # «Paris», «Vienne» mean the town; «Creuse», «Réunion» the département
FAR_BIGGER = 10  # «Neuilly» means Neuilly-sur-Seine, «Saint-Aubin» no longer name
Found = tuple[Commune, ...]


def best_alike(name: str, among: Sequence[Commune], at_least: float) -> list[Commune]:
    """The one of a few whose name is said, or those most like it, out of 100."""
    said = [c for c in among if f" {plain(c.name)} " in f" {name} "]
    if said:  # in the middle of an address
        return [max(said, key=lambda c: len(c.name))]
    glued = name.replace(" ", "")
    marked = [(fuzz.ratio(glued, plain(c.name).replace(" ", "")), c) for c in among]
    best = max((mark for mark, _ in marked), default=0)
    return [c for mark, c in marked if mark == best] if best >= at_least else []


def biggest_alone(found: Found) -> Found:
    """The biggest if it dwarfs the others, else all: for a name that is not theirs word for word."""
    first, *others = sorted(found, key=lambda c: -c.population) or (None,)
    dwarfed = first and all(c.population * DWARFED < first.population for c in others)
    return (first,) if first and dwarfed else found


def biggest(found: Found) -> int:
    """The population of the biggest; 0 for none."""
    return max((c.population for c in found), default=0)


def clearly(
    slips: Mapping[Commune, float], letters: int, here: Commune | None, at_least: float, margin: float
) -> list[Commune]:
    """Of communes some slips away from a name of so many letters, the likeliest: one if it is clear, else a few."""
    slip = A_SLIP * min(max(8 / letters, 0.5), 1.6)
    marks = {c: _size(c, here) - slip * n for c, n in slips.items()}
    best = max(marks.values(), default=at_least - 1)
    return [c for c, mark in marks.items() if mark > best - margin] if best >= at_least else []


def well_known(named: Found, here: Commune | None) -> Found:
    """«La Rochelle» is the town of 80,000, not the village of 40, unless the village is near."""
    top = max(named, key=lambda c: c.population)
    if top.population < TOWN or any(is_near(c, here) for c in named):
        return named
    return tuple(c for c in named if c.population * UNKNOWN > top.population)


def _size(commune: Commune, here: Commune | None) -> float:
    """The logarithm of its population, and more if it is near."""
    return log10(max(commune.population, 1)) + (NEARBY if is_near(commune, here) else 0)


def is_near(commune: Commune, here: Commune | None) -> bool:
    """Whether both are within the same territory, roughly."""
    return bool(here and here.point and commune.point and kilometres(here.point, commune.point) <= NEAR_KM)


def likely_first(found: Found, here: Commune | None, exact: set[Commune]) -> Found:
    """Near ones first, then the biggest; one of the very name stands before those that are not far bigger."""

    def size(commune: Commune) -> float:
        return commune.population / (1 if commune in exact or not exact else FAR_BIGGER)

    once = dict.fromkeys(found)
    return tuple(sorted(once, key=lambda c: (not is_near(c, here), -size(c), c.insee)))
