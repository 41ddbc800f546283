"""Getting from one place to the next on the same day, purely."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from backend.places.doors import Point
from content.distance import kilometres

SAME_PLACE_KM = 0.3


@dataclass(frozen=True)
class Roads:
    """How distances become minutes: the way is `factor` times the crow's, at `kmh`, plus `parking` minutes."""

    factor: float = 1.3
    kmh: float = 50.0
    parking: int = 5

    def minutes(self, here: Point, there: Point) -> int:
        """Whole minutes from one place to another; none when one of them is not known."""
        if here is None or there is None or (km := kilometres(here, there)) < SAME_PLACE_KM:
            return 0
        return ceil(km * self.factor / self.kmh * 60) + self.parking


USUAL_ROADS = Roads()
ROADS = "roads"
"""Where a transaction says how the roads are here (`tx.info`)."""


@dataclass(frozen=True)
class Stop:
    """An advisor is somewhere from one moment to another. No point: by phone from anywhere."""

    starts_at: datetime
    ends_at: datetime
    point: Point


def gets_there(stop: Stop, others: Iterable[Stop], roads: Roads) -> bool:
    """Whether an advisor can be at this stop given the others of the same day, ways included."""
    return all(_in_time(stop, other, roads) for other in others)


def _in_time(one: Stop, other: Stop, roads: Roads) -> bool:
    first, second = sorted((one, other), key=lambda stop: stop.starts_at)
    way = timedelta(minutes=roads.minutes(first.point, second.point))
    return not way or first.ends_at + way <= second.starts_at
