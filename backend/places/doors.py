"""Who looks for a door, what a door is, and whether the two fit. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

Point = tuple[float, float] | None
"""Latitude and longitude in degrees; None: not known."""
REMOTE = ("phone",)
"""How to meet someone who cannot come. Visio waits until a way to join can be sent."""
VISITING = frozenset({"mobile", "outpost"})
"""Kinds of doors that come to a village: near enough, in their own commune, for those who cannot come."""
WALK_IN = frozenset({"walk_in", "both"})


@dataclass(frozen=True, slots=True)
class Seeker:
    """Who looks for a door."""

    mission_locales: frozenset[int]
    """Those that are competent for the commune."""
    communes: frozenset[str] = frozenset()
    """The INSEE code of theirs, and that of its city for an arrondissement."""
    point: Point = None
    ages: tuple[int, int] = (16, 25)
    """Youngest and oldest that they may be."""
    needs: frozenset[str] = frozenset()
    can_come: bool = True


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a door, or one of its openings, is for. No needs: all of them; no communes: everybody."""

    ages: tuple[int, int] = (0, 99)
    needs: frozenset[str] = frozenset()
    communes: frozenset[str] = frozenset()

    def misfits(self, seeker: Seeker) -> tuple[str, ...]:
        """Why it is not for them, among age, commune, need; nothing if it is."""
        wrong = {
            "age": self.ages[0] > seeker.ages[1] or seeker.ages[0] > self.ages[1],
            "commune": bool(self.communes) and self.communes.isdisjoint(seeker.communes),
            "need": bool(self.needs) and self.needs.isdisjoint(seeker.needs),
        }
        return tuple(reason for reason, holds in wrong.items() if holds)


@dataclass(frozen=True, slots=True)
class Door:
    """A site as it is at one moment."""

    id: int
    mission_locale: int
    kind: str = "branch"
    commune: str = ""
    """INSEE code of where it stands."""
    point: Point = None
    audience: Audience = Audience()
    closed: bool = False
    """For good, at that moment."""
    hours_known: bool = True
    opens: datetime | None = None
    """When it is next open, aware; None: not known."""
    booking_mode: str = "both"
    modes: frozenset[str] = frozenset({"place"})
    """In which it can be booked: place, phone, visio. Empty: it has no opening."""

    @property
    def takes_walk_ins(self) -> bool:
        """Whether one may come without appointment, and knows when."""
        return self.booking_mode in WALK_IN and self.hours_known

    def visits(self, seeker: Seeker) -> bool:
        """Whether it comes to their own commune."""
        return self.kind in VISITING and self.commune in seeker.communes
