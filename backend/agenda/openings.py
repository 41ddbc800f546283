"""The openings that someone may look after: an advisor their own, a manager those of the places they keep."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select

from backend.agenda.models import Opening, OpeningException, Room
from backend.db import Tx
from backend.people.accounts import Staff
from backend.people.models import Membership, Person
from backend.places.models import MissionLocale, Site
from content.calendars import Calendar, calendar_of
from content.hours import DayException, intervals, with_exceptions

KEEPER, RECEIVES = "manager", "advisor"
ROLES = (KEEPER, RECEIVES)


@dataclass(frozen=True)
class Kept:
    """An opening with whom and where."""

    opening: Opening
    advisor: Person
    site: Site | None
    home: MissionLocale

    @property
    def calendar(self) -> Calendar:
        return calendar_at(self.site, self.home)


def calendar_at(site: Site | None, home: MissionLocale) -> Calendar:
    """By whose clock and holidays: the site's, else the mission locale's."""
    return calendar_of(site.insee) if site else Calendar(home.timezone)


def openings_kept(tx: Tx, staff: Staff) -> list[Kept]:
    """Theirs, by advisor and place."""
    rows = tx.exec(_kept().where(_theirs(staff)).order_by(Person.name, col(Person.id), col(Opening.id)))
    return [Kept(*row) for row in rows]


def openings_of(tx: Tx, advisor_id: int) -> list[Kept]:
    """Every opening of an advisor, wherever."""
    rows = tx.exec(_kept().where(Opening.advisor_id == advisor_id).order_by(col(Opening.id)))
    return [Kept(*row) for row in rows]


def changes_of(tx: Tx, kept: Kept) -> Sequence[OpeningException]:
    """The single days on which it is not as usual."""
    return tx.exec(select(OpeningException).where(OpeningException.opening_id == kept.opening.id)).all()


def find_opening(tx: Tx, staff: Staff, opening_id: int) -> Kept | None:
    """One of theirs; None if there is none, or if it is not theirs."""
    row = tx.exec(_kept().where(_theirs(staff), Opening.id == opening_id)).first()
    return Kept(*row) if row else None


def homes_to_open(tx: Tx, staff: Staff) -> Sequence[MissionLocale]:
    """Where they may say what can be booked."""
    mine = select(MissionLocale).where(col(MissionLocale.id).in_(staff.mission_locales(*ROLES)))
    return tx.exec(mine.order_by(MissionLocale.name)).all()


def advisors_for(tx: Tx, staff: Staff, home: int) -> Sequence[Person]:
    """For whom they may open: themselves; everyone of a mission locale they keep, or of the sites they keep there."""
    there = Membership.mission_locale_id == home
    receives = select(Membership.person_id).where(there, Membership.role == RECEIVES)
    if home not in staff.whole(KEEPER):
        sites = col(Membership.site_id).in_(staff.sites(KEEPER))
        receives = receives.where(or_(col(Membership.person_id) == staff.id, sites))
    found = select(Person).where(col(Person.id).in_(receives), col(Person.active))
    return tx.exec(found.order_by(Person.name, col(Person.id))).all()


def sites_for(tx: Tx, home: int, now: datetime) -> Sequence[Site]:
    """Where one may receive."""
    is_open = or_(col(Site.closed_at).is_(None), col(Site.closed_at) > now)
    found = select(Site).where(Site.mission_locale_id == home, is_open)
    return tx.exec(found.order_by(Site.commune, Site.name, col(Site.id))).all()


def rooms_of(tx: Tx, site_ids: Collection[int]) -> Sequence[Room]:
    mine = select(Room).where(col(Room.site_id).in_(site_ids))
    return tx.exec(mine.order_by(Room.name, col(Room.id))).all()


def exceptions_to_come(tx: Tx, opening_id: int, today: date) -> Sequence[OpeningException]:
    mine = select(OpeningException).where(
        OpeningException.opening_id == opening_id, OpeningException.day >= today
    )
    return tx.exec(mine.order_by(col(OpeningException.day))).all()


@dataclass(frozen=True)
class Span:
    """When someone can be booked: hours, season, days that are not as usual."""

    hours: str
    calendar: Calendar
    since: date | None = None
    until: date | None = None
    changes: tuple[DayException, ...] = ()

    def with_days(self, changes: Collection[OpeningException]) -> Span:
        """The same, with days that are not as usual."""
        return replace(self, changes=tuple(DayException(c.day, c.day, c.hours) for c in changes))

    def ranges(self, begin: datetime, days: int) -> list[tuple[datetime, datetime]]:
        """From this moment on, those of the season."""
        zone = ZoneInfo(self.calendar.zone)
        first = max(begin, _morning(self.since, zone)) if self.since else begin
        last = begin + timedelta(days=days)
        if self.until:
            last = min(last, _morning(self.until + timedelta(days=1), zone))
        hours = with_exceptions(self.hours, self.changes)
        return list(intervals(hours, self.calendar, first, last)) if first < last else []

    def holds(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether all of this time lies in it."""
        day = starts_at.astimezone(ZoneInfo(self.calendar.zone)).date()
        if (self.since and day < self.since) or (self.until and day > self.until):
            return False
        hours = with_exceptions(self.hours, self.changes)
        return (starts_at, ends_at) in list(intervals(hours, self.calendar, starts_at, ends_at))


def span_of(kept: Kept, changes: Collection[OpeningException] = ()) -> Span:
    opening = kept.opening
    return Span(opening.hours, kept.calendar, opening.since, opening.until).with_days(changes)


def _morning(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _kept() -> Any:
    query = select(Opening, Person, Site, MissionLocale).join(Person, col(Person.id) == Opening.advisor_id)
    query = query.join(MissionLocale, col(MissionLocale.id) == Opening.mission_locale_id)
    return query.outerjoin(Site, col(Site.id) == Opening.site_id)


def _theirs(staff: Staff) -> ColumnElement[bool]:
    whole = col(Opening.mission_locale_id).in_(staff.whole(KEEPER))
    own = col(Opening.advisor_id) == staff.id
    return or_(own, whole, col(Opening.site_id).in_(staff.sites(KEEPER)))
