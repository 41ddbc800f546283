"""A made-up country: missions locales, sites and agendas over the real communes, all marked as simulated. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from content.communes import Commune, load_communes
from content.distance import kilometres

MISSIONS = 436
"""As many missions locales as the country has."""
DOORS = 20
"""Sites of each, about: 6,563 in the country."""
PEOPLE_AN_ADVISOR = 25_000
"""Inhabitants for each advisor: about 2,700 advisors, and never fewer than three in a mission locale."""


@dataclass(frozen=True)
class Structure:
    """One mission locale: where it sits, its other doors, whom it serves, how many advisors it has."""

    seat: Commune
    outposts: tuple[Commune, ...]
    served: tuple[Commune, ...]
    advisors: int


def country(missions: int = MISSIONS) -> tuple[Structure, ...]:
    """Every commune of France with somebody to serve it, always the same."""
    by_departement = _departements()
    shares = _shares(
        {code: sum(c.population for c in all_) for code, all_ in by_departement.items()}, missions
    )
    return tuple(made for code, there in by_departement.items() for made in _structures(there, shares[code]))


def residents() -> tuple[Commune, ...]:
    """Where people live: communes with a point and inhabitants; a large city by its arrondissements."""
    divided = {c.within for c in load_communes().all}
    return tuple(c for c in load_communes().all if c.population and c.point and c.insee not in divided)


def _departements() -> dict[str, list[Commune]]:
    """The communes of each département, the largest first; arrondissements go with their city."""
    found: defaultdict[str, list[Commune]] = defaultdict(list)
    for commune in load_communes().all:
        if commune.point and not commune.within:
            found[commune.departement].append(commune)
    return {code: sorted(found[code], key=lambda c: (-c.population, c.insee)) for code in sorted(found)}


def _shares(people: dict[str, int], missions: int) -> dict[str, int]:
    """So many missions locales shared out by inhabitants, one at least for each département."""
    whole = sum(people.values())
    return {code: max(1, round(missions * one / whole)) for code, one in people.items()}


def _structures(communes: Sequence[Commune], many: int) -> Iterable[Structure]:
    seats = communes[:many]
    served: defaultdict[str, list[Commune]] = defaultdict(list)
    for commune in communes:
        served[min(seats, key=lambda seat: _far(seat, commune)).insee].append(commune)
    for seat in seats:
        mine = served[seat.insee]
        people = sum(c.population for c in mine)
        outposts = tuple(c for c in mine[:DOORS] if c.insee != seat.insee)
        yield Structure(seat, outposts, tuple(mine), max(3, round(people / PEOPLE_AN_ADVISOR)))


def _far(one: Commune, other: Commune) -> float:
    if not (one.point and other.point):
        return float("inf")
    return kilometres(one.point, other.point)
