"""What a youth looks for, and which openings are right for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, select

from backend.agenda.models import Motive, Opening
from backend.db import Tx
from backend.places.coverage import codes_of
from backend.places.doors import VISITING, Audience, Point, Seeker
from backend.places.models import Site

AGES = {"from_16": (16, 17), "from_18": (18, 25)}
ANY_AGE = (16, 25)


@dataclass(frozen=True)
class Wish:
    """What a youth looks for."""

    mission_locale_id: int
    bracket: str
    needs: tuple[str, ...]
    motive: Motive
    modes: tuple[str, ...]
    """The ways to meet, the preferred first; without `place`, they cannot come."""
    youth_id: int | None = None
    """Their own hold does not stand in their way."""
    commune: str = ""
    """INSEE code of theirs. Not known: nothing that is kept for some communes is for them."""
    lead_advisor_id: int | None = None
    whom: int = 0
    """The advisor who is asked for; with a minus sign, anybody but them; 0: anybody."""
    by_staff: bool = False
    """Staff set notices and the grid aside; nobody sets aside who is busy, away or behind a closed door."""

    def meets(self, advisor_id: int | None) -> bool:
        """Whether this advisor may be proposed."""
        return advisor_id == self.whom if self.whom > 0 else advisor_id != -self.whom

    def seeker(self, point: Point = None) -> Seeker:
        """The same, as doors are ranked for."""
        return Seeker(
            frozenset({self.mission_locale_id}),
            frozenset(codes_of(self.commune)),
            point,
            AGES.get(self.bracket, ANY_AGE),
            frozenset(self.needs),
            "place" in self.modes,
        )


_MOTIVES: Any = (
    select(Motive)
    .where(Motive.mission_locale_id == bindparam("home"), ~col(Motive.staff_only))
    .order_by(col(Motive.id))
)


def motive_for(tx: Tx, mission_locale_id: int, needs: Sequence[str], wanted: str | None) -> Motive:
    """The motive an answer points to, else that of the need put first, else the general one.

    Raises LookupError where none is kept: a mission locale cannot serve anybody without.
    """
    motive = motive_or_none(tx, mission_locale_id, needs, wanted)
    if motive is None:
        raise LookupError(f"mission locale {mission_locale_id} has no general motive")
    return motive


def motive_or_none(tx: Tx, mission_locale_id: int, needs: Sequence[str], wanted: str | None) -> Motive | None:
    """The same, or None."""
    motives: Sequence[Motive] = tx.execute(_MOTIVES, {"home": mission_locale_id}).scalars().all()
    first = needs[0] if needs else ""
    named = (m for m in motives if m.slug == wanted)
    fitting = (m for m in motives if first in m.needs)
    general = (m for m in motives if not m.needs)
    return next((m for found in (named, fitting, general) for m in found), None)


def audience_of(place: Opening | Site) -> Audience:
    """Whom a site or an opening is for."""
    ages = (place.age_min or 0, place.age_max or 99)
    return Audience(ages, frozenset(place.needs), frozenset(place.communes))


def misfits(opening: Opening, site: Site | None, wish: Wish, seeker: Seeker) -> tuple[str, ...]:
    """Why nobody with this wish is booked there, among age, commune, need, motive, mode; nothing if they may be."""
    found = {reason for place in (opening, site) if place for reason in audience_of(place).misfits(seeker)}
    wrong_mode = not set(ways(site, seeker, wish)) & _offered(opening, wish)
    other = bool(opening.motives) and wish.motive.slug not in opening.motives
    return (*sorted(found), *(("motive",) if other else ()), *(("mode",) if wrong_mode else ()))


def ways(site: Site | None, seeker: Seeker, wish: Wish) -> tuple[str, ...]:
    """How they could meet there: as they wish, or face to face where a door comes to their own commune."""
    visits = site is not None and site.kind in VISITING and site.insee in seeker.communes
    return (*wish.modes, "place") if visits and not seeker.can_come else wish.modes


def mode_of(opening: Opening, site: Site | None, wish: Wish) -> str:
    """The first of these ways that the opening offers. Raises StopIteration if there is none."""
    return next(iter(modes_of(opening, site, wish)))


def modes_of(opening: Opening, site: Site | None, wish: Wish) -> list[str]:
    """All of these ways that the opening offers, the preferred first."""
    offered = _offered(opening, wish)
    return [mode for mode in ways(site, wish.seeker(), wish) if mode in offered]


def _offered(opening: Opening, wish: Wish) -> set[str]:
    return set(opening.modes) & set(wish.motive.modes)
