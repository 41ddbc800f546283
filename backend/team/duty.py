"""Which médiateurs are on duty, and when somebody is. Without a roster the desk's hours are everyone's."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, select

from backend.db import Tx
from backend.people.models import Membership, Person
from backend.places.desk import desk_calendar
from backend.places.models import MissionLocale
from backend.team.models import Duty
from content.calendars import Calendar
from content.hours import Interval, intervals

MOMENT = timedelta(minutes=1)


def on_duty(tx: Tx, mission_locale_id: int, at: datetime) -> list[int]:
    """The ids of the active médiateurs on duty at a moment. A desk whose hours are not known is always open."""
    desk = tx.get_one(MissionLocale, mission_locale_id)
    calendar, roster = desk_calendar(tx, desk), roster_of(tx, mission_locale_id)
    if roster:
        return sorted({person for person, hours in roster if _covers(hours, calendar, at)})
    if desk.desk_hours and not _covers(desk.desk_hours, calendar, at):
        return []
    return sorted(mediators_of(tx, mission_locale_id))


def staffed(tx: Tx, mission_locale_id: int, start: datetime, end: datetime) -> list[Interval]:
    """When somebody is on duty between two aware moments: merged, in order, in the desk's zone.

    Without a roster: the desk's hours. Empty if neither is known.
    """
    desk = tx.get_one(MissionLocale, mission_locale_id)
    calendar, roster = desk_calendar(tx, desk), roster_of(tx, mission_locale_id)
    hours = [hours for _, hours in roster] or [desk.desk_hours]
    return merged([found for osm in hours for found in intervals(osm, calendar, start, end)])


def roster_of(tx: Tx, mission_locale_id: int) -> list[tuple[int, str]]:
    """(person id, OSM hours) of all who have hours, and are active médiateurs there."""
    rows = tx.exec(select(Duty).where(Duty.mission_locale_id == mission_locale_id).order_by(col(Duty.id)))
    team = mediators_of(tx, mission_locale_id)
    return [(row.person_id, row.hours) for row in rows if row.person_id in team]


def mediators_of(tx: Tx, mission_locale_id: int) -> set[int]:
    """The ids of the active médiateurs of a mission locale."""
    return members_of(tx, mission_locale_id, "mediator")


def managers_of(tx: Tx, mission_locale_id: int) -> set[int]:
    """The ids of its active managers."""
    return members_of(tx, mission_locale_id, "manager")


def members_of(tx: Tx, mission_locale_id: int, role: str) -> set[int]:
    """The ids of the active people who have a role there, at whatever site."""
    there = select(Membership.person_id).join(Person, col(Person.id) == Membership.person_id)
    mine = there.where(Membership.mission_locale_id == mission_locale_id, Membership.role == role)
    return set(tx.exec(mine.where(col(Person.active))))


def merged(found: list[Interval]) -> list[Interval]:
    """The same times, with those that meet made one."""
    joined: list[Interval] = []
    for begin, end in sorted(found):
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    return joined


def _covers(hours: str, calendar: Calendar, at: datetime) -> bool:
    return next(intervals(hours, calendar, at, at + MOMENT), (at + MOMENT,))[0] <= at
