"""What a youth may be proposed in a mission locale: its doors ranked, with the first free slot of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import col, select

from backend.agenda.queries import Agenda, Bookable, Wish, bookables, every_opening
from backend.agenda.rules import A_WEEK, SlotId, monday_of, week_of
from backend.agenda.wishes import audience_of, misfits, mode_of
from backend.db import Tx
from backend.places.doors import Door, Point
from backend.places.models import Site
from backend.places.ranking import NEVER, First, Index, Ranked, Ranking, rank
from content.calendars import calendar_of

NO_PLACE = 0
"""The id of the door that stands for openings without a site: a call from nowhere in particular."""
Best = dict[int, tuple[Bookable, SlotId]]
"""The first free slot of each door, by its id."""
SOON = timedelta(days=14)
"""How far ahead one looks for the next opening of a door."""


@dataclass(frozen=True)
class Prospects:
    """Doors ranked, and what stands behind each."""

    ranking: Ranking
    best: Best
    sites: dict[int, Site]

    def nearest(self) -> Ranked | None:
        """What to say when nothing is free: the nearest door without appointment, else the nearest."""
        seeker = replace(self.ranking.seeker, can_come=True)
        closed_agenda = rank(self.ranking.index, seeker, lambda _: None)
        return closed_agenda.walk_in or next(
            (r for r in closed_agenda.fitting if r.door.id != NO_PLACE), None
        )


def prospects(tx: Tx, wish: Wish, here: Point, now: datetime) -> Prospects:
    """Everything that may be proposed, and why."""
    found = bookables(tx, wish)
    best = _best(Agenda(tx, wish, found, now), found)
    sites = tx.exec(
        select(Site).where(Site.mission_locale_id == wish.mission_locale_id).order_by(col(Site.id))
    )
    by_id = {site.id or 0: site for site in sites}
    index = Index(_doors(wish, found, by_id, now))
    return Prospects(rank(index, wish.seeker(here), _first(best)), best, by_id)


def for_others(tx: Tx, wish: Wish) -> dict[int, tuple[str, ...]]:
    """The sites whose openings are all for others, each with why its most fitting one does not fit."""
    seeker = wish.seeker()
    reasons: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    for bookable in every_opening(tx, wish.mission_locale_id):
        why = misfits(bookable.opening, bookable.site, wish, seeker)
        reasons[bookable.opening.site_id or NO_PLACE].append(why)
    least = {site: min(found, key=lambda why: (len(why), why)) for site, found in reasons.items()}
    return {site: why for site, why in least.items() if why}


def _first(best: Best) -> First:
    return lambda door: best[door][1].starts_at if door in best else None


def _best(agenda: Agenda, found: Sequence[Bookable]) -> Best:
    """At the same place and time the lead advisor comes first, then whoever has least to do."""
    best: Best = {}
    for bookable in sorted(found, key=agenda.preference):
        door, slot = bookable.opening.site_id or NO_PLACE, agenda.first(bookable)
        if slot and (door not in best or slot.starts_at < best[door][1].starts_at):
            best[door] = (bookable, slot)
    return best


def _doors(wish: Wish, found: Iterable[Bookable], sites: dict[int, Site], now: datetime) -> Iterator[Door]:
    """The sites, and the telephone where somebody can be called who belongs to none."""
    modes: dict[int, frozenset[str]] = {}
    for bookable in found:
        door = bookable.opening.site_id or NO_PLACE
        mode = mode_of(bookable.opening, bookable.site, wish)
        modes[door] = modes.get(door, frozenset()) | {mode}
    for id_, site in sites.items():
        yield door_of(site, modes.get(id_, frozenset()), now)
    if NO_PLACE in modes:
        yield Door(NO_PLACE, wish.mission_locale_id, "", modes=modes[NO_PLACE], hours_known=False)


def door_of(site: Site, modes: frozenset[str], now: datetime) -> Door:
    """A site as it is now, bookable in these modes."""
    return Door(
        id=site.id or 0,
        mission_locale=site.mission_locale_id,
        kind=site.kind,
        commune=site.insee,
        point=site.point,
        audience=audience_of(site),
        closed=site.closed_at is not None and site.closed_at <= now,
        hours_known=bool(site.hours),
        opens=next_opening(site, now),
        booking_mode=site.booking_mode,
        modes=modes,
    )


def next_opening(site: Site, now: datetime) -> datetime | None:
    """When it is open next (now, if it is open), by its usual hours; None: not known, or not soon."""
    calendar = calendar_of(site.insee)
    monday = monday_of(now, calendar)
    weeks = (week_of(site.hours, calendar, monday + n * A_WEEK) for n in range(SOON // A_WEEK + 1))
    coming = (span for week in weeks for _, span in week if span[1] > now)
    opens = max(next(coming, (NEVER, NEVER))[0], now)
    return opens if opens < now + SOON else None
