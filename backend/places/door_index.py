"""Doors by mission locale and audience, in columns, so that thousands are ranked in a few milliseconds. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, repeat
from math import cos, dist, inf, radians, sin

from backend.places.doors import REMOTE, Audience, Door, Point, Seeker

First = Callable[[int], datetime | None]
"""The first free slot (aware) of the door of this id, for this seeker; None: nothing is free."""
Vector = tuple[float, float, float]
NOWHERE: Vector = (inf, inf, inf)


@dataclass(slots=True)
class Group:
    """The doors of one mission locale that are for the same people. All three columns have one entry a door."""

    closed: bool
    audience: Audience
    modes: frozenset[str]
    doors: list[Door] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    points: list[Vector] = field(default_factory=list)

    def add(self, door: Door) -> None:
        self.doors.append(door)
        self.ids.append(door.id)
        self.points.append(on_the_globe(door.point))

    def misfits(self, seeker: Seeker) -> tuple[str, ...]:
        """Why its doors are not for them: closed, age, commune, need."""
        return (*(("closed",) if self.closed else ()), *self.audience.misfits(seeker))

    def reached_by(self, seeker: Seeker) -> Group:
        """All its doors for whoever can come or can be called, else those that visit their commune."""
        if seeker.can_come or self.is_remote:
            return self
        visiting = Group(self.closed, self.audience, self.modes)
        for door in self.doors:
            if door.visits(seeker):
                visiting.add(door)
        return visiting

    def firsts(self, seeker: Seeker, first: First) -> Iterator[datetime | None]:
        """The first free slot of each door, never one by phone for whoever wants to come."""
        bookable = "place" in self.modes or (self.is_remote and not seeker.can_come)
        return map(first, self.ids) if bookable else repeat(None, len(self.ids))

    @property
    def is_remote(self) -> bool:
        return not self.modes.isdisjoint(REMOTE)


class Index:
    """Doors as they are at one moment: built once, asked often."""

    def __init__(self, doors: Iterable[Door]) -> None:
        self._groups: defaultdict[int, dict[object, Group]] = defaultdict(dict)
        for door in doors:
            key = (door.closed, door.audience, door.modes)
            self._groups[door.mission_locale].setdefault(key, Group(*key)).add(door)

    def groups(self) -> Iterator[tuple[int, Group]]:
        """Every group with its mission locale."""
        return ((home, group) for home, groups in self._groups.items() for group in groups.values())

    def fitting(self, seeker: Seeker) -> list[Group]:
        """The doors that fit, of the competent missions locales."""
        mine = (group for home in seeker.mission_locales for group in self._groups.get(home, {}).values())
        return [group.reached_by(seeker) for group in mine if not group.misfits(seeker)]


def on_the_globe(point: Point) -> Vector:
    """A point of the unit sphere: the straight line between two of them grows with their distance, without a sine."""
    if point is None:
        return NOWHERE
    lat, lon = radians(point[0]), radians(point[1])
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def chords(groups: Iterable[Group], point: Point) -> list[float]:
    """How far each door is, to compare only; infinite where a point is not known."""
    points = chain.from_iterable(group.points for group in groups)
    if point is None:
        return [inf for _ in points]
    return list(map(dist, points, repeat(on_the_globe(point))))
