"""What a youth is proposed, purely: which doors fit, in which order, and why each stands where it does.

The order: the competent mission locale, then audience (age, commune) and need, then the distance as the crow flies;
at equal distance the soonest free slot, then the soonest opening, then the id. For those who cannot come: calls,
soonest first, then doors that visit their own commune. What does not fit is left out, with its reasons.
Nothing here reads a clock or a database: free slots come from the caller.

Reasons of doors that fit: near, soon, both (one door for the two), remote, visit are proposed; farther, later, tied
(another is better); walk_in (without appointment); no_free_slot, no_opening, mode (only by phone): nothing to book.
Reasons of doors left out: closed, other_mission_locale, age, commune, need, mode (they cannot come).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import Any

from backend.places.door_index import First, Index, chords
from backend.places.doors import REMOTE, Door, Seeker
from content.distance import kilometres

__all__ = ["First", "Index", "Ranked", "Ranking", "much_nearer", "rank"]

NEVER = datetime.max.replace(tzinfo=UTC)
MUCH_NEARER_KM = 5.0
MUCH_NEARER_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Ranked:
    """A door in its rank. `km` is as the crow flies, None if a point is not known; `first` its first free slot."""

    door: Door
    km: float | None
    first: datetime | None
    reasons: tuple[str, ...]


def much_nearer(walk_in: float | None, bookable: float | None) -> bool:
    """The rule (km): a door without appointment is told when it spares more than half of the way, and 5 km."""
    if walk_in is None or bookable is None:
        return False
    return walk_in < bookable * MUCH_NEARER_SHARE and bookable - walk_in >= MUCH_NEARER_KM


def rank(index: Index, seeker: Seeker, first: First) -> Ranking:
    """Rank the doors of an index for one seeker. `first` is asked once for each door that fits."""
    groups = index.fitting(seeker)
    doors = [door for group in groups for door in group.doors]
    firsts = [at for group in groups for at in group.firsts(seeker, first)]
    return Ranking(index, seeker, doors, firsts, chords(groups, seeker.point))


class Ranking:
    """The doors in order, for one seeker. What only a page shows is made when it is asked for."""

    def __init__(
        self,
        index: Index,
        seeker: Seeker,
        doors: list[Door],
        firsts: list[datetime | None],
        far: list[float],
    ) -> None:
        self.index, self.seeker = index, seeker
        self._doors, self._firsts, self._far = doors, firsts, far
        self._order = self._by_distance() if seeker.can_come else sorted(range(len(doors)), key=self._moment)
        self._free = [at for at in self._order if firsts[at]]
        self._chosen = self._near_and_soon() if seeker.can_come else self._called_or_visited()

    @property
    def proposals(self) -> list[Ranked]:
        """Near and soon, or both in one; for those who cannot come, a call and a visit. Best first."""
        return [self._shown(at) for at in self._chosen]

    @cached_property
    def fitting(self) -> list[Ranked]:
        """Every door that fits, in rank order."""
        return [self._shown(at) for at in self._order]

    def bookable(self, most: int) -> list[Ranked]:
        """The first doors, in rank order, that have a free slot."""
        return [self._shown(at) for at in self._free[:most]]

    @property
    def walk_in(self) -> Ranked | None:
        """The nearest door without appointment, if it is much nearer than what can be booked (or nothing can)."""
        best = next((at for at in self._order if self._may_walk_in(at)), None)
        if best is None or not (self.seeker.can_come and self._chosen):
            return None if best is None else self._shown(best)
        return self._shown(best) if much_nearer(self._km(best), self._km(self._free[0])) else None

    def _may_walk_in(self, at: int) -> bool:
        door, near_enough = self._doors[at], self.seeker.can_come or self._doors[at].visits(self.seeker)
        return near_enough and door.takes_walk_ins and not self._firsts[at]

    @property
    def left_out(self) -> list[Ranked]:
        """Every other door of the index, nearest first, with why it is not proposed."""
        out = [self._ranked(d, None, why) for d, why in self._refused()]
        return sorted(out, key=lambda r: (inf if r.km is None else r.km, r.door.id))

    def _by_distance(self) -> list[int]:
        order = sorted(range(len(self._far)), key=self._far.__getitem__)
        along, end = [self._far[at] for at in order], 0
        for start, (here, farther) in enumerate(pairwise(along)):
            if here == farther and start >= end:
                end = bisect_right(along, here, start)
                order[start:end] = sorted(order[start:end], key=self._moment)
        return order

    def _moment(self, at: int) -> tuple[Any, ...]:
        """What settles a tie; for those who cannot come, the order itself."""
        door, visited = self._doors[at], not self.seeker.can_come and not self._is_remote(at)
        far = 0.0 if self.seeker.can_come else self._far[at]
        return visited, self._firsts[at] or NEVER, far, door.opens or NEVER, door.id

    def _is_remote(self, at: int) -> bool:
        return not self._doors[at].modes.isdisjoint(REMOTE)

    def _near_and_soon(self) -> dict[int, str]:
        """Which doors are proposed, and as what. Without a distance, «near» would be a lie."""
        if not self._free:
            return {}
        near, soon = self._free[0], min(self._free, key=lambda at: self._firsts[at] or NEVER)
        if self._far[near] == inf:
            return {soon: "soon"}
        return {near: "both"} if near == soon else {near: "near", soon: "soon"}

    def _called_or_visited(self) -> dict[int, str]:
        call = next((at for at in self._free if self._is_remote(at)), None)
        visit = next((at for at in self._free if not self._is_remote(at)), None)
        return {at: why for at, why in ((call, "remote"), (visit, "visit")) if at is not None}

    def _shown(self, at: int) -> Ranked:
        return self._ranked(self._doors[at], self._firsts[at], self._why(at))

    def _ranked(self, door: Door, first: datetime | None, reasons: tuple[str, ...]) -> Ranked:
        here = self.seeker.point
        return Ranked(door, kilometres(here, door.point) if here and door.point else None, first, reasons)

    def _km(self, at: int) -> float | None:
        return self._shown(at).km

    def _why(self, at: int) -> tuple[str, ...]:
        if at in self._chosen:
            return (self._chosen[at],)
        return self._not_best(at) if self._firsts[at] else self._not_bookable(self._doors[at])

    def _not_best(self, at: int) -> tuple[str, ...]:
        chosen = [
            c for c in self._chosen if self.seeker.can_come or self._is_remote(c) == self._is_remote(at)
        ]
        farther = self.seeker.can_come and self._far[at] > min(self._far[c] for c in chosen)
        later = (self._firsts[at] or NEVER) > min(self._firsts[c] or NEVER for c in chosen)
        found = {"farther": farther, "later": later}
        return tuple(reason for reason, holds in found.items() if holds) or ("tied",)

    def _not_bookable(self, door: Door) -> tuple[str, ...]:
        alone = ("walk_in",) if door.takes_walk_ins else ()
        if not door.modes:
            return (*alone, "no_opening")
        only_remote = self.seeker.can_come and "place" not in door.modes
        return (*alone, "mode" if only_remote else "no_free_slot")

    def _refused(self) -> Iterator[tuple[Door, tuple[str, ...]]]:
        for home, group in self.index.groups():
            elsewhere = () if home in self.seeker.mission_locales else ("other_mission_locale",)
            why = (*elsewhere, *group.misfits(self.seeker))
            reached = set() if why else set(group.reached_by(self.seeker).ids)
            yield from ((door, why or ("mode",)) for door in group.doors if door.id not in reached)
