"""Openings, busy cells, holds and appointments."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from backend.agenda.moments import AT_ONCE
from backend.db import Json, Utc, now, part_index
from backend.sealing.columns import SealedJson, SealedText

LIVE = ("booked", "confirmed")  # the states in which an appointment is to take place


class Motive(SQLModel, table=True):
    """A kind of appointment, with its length and rules."""

    id: int | None = Field(default=None, primary_key=True)
    mission_locale_id: int = Field(foreign_key="mission_locale.id", index=True)
    slug: str
    name: str
    needs: list[Any] = Field(default_factory=list, sa_type=Json)
    minutes: int = 30
    modes: list[Any] = Field(default_factory=list, sa_type=Json)
    min_notice_hours: int = 2
    max_notice_days: int = 60
    cancel_until_hours: int = 4
    """Before it begins: until then the youth may cancel on their own."""
    move_until_hours: int = 24
    staff_only: bool = False
    """Booked by staff only, never proposed by the guide."""
    bring: str = ""
    bring_after: str = ""
    """What to send or bring once it has taken place."""
    discreet: bool = False
    """Its name is kept out of reminders, mails and calendars."""
    colour: str = "teal"


class Opening(SQLModel, table=True):
    """A recurring bookable range of an advisor. Without a site it is by phone or visio."""

    id: int | None = Field(default=None, primary_key=True)
    advisor_id: int = Field(foreign_key="person.id", index=True)
    mission_locale_id: int = Field(foreign_key="mission_locale.id", index=True)
    site_id: int | None = Field(default=None, foreign_key="site.id", index=True)
    hours: str
    since: date | None = None
    until: date | None = None
    age_min: int | None = None
    age_max: int | None = None
    needs: list[Any] = Field(default_factory=list, sa_type=Json)
    communes: list[Any] = Field(default_factory=list, sa_type=Json)
    """INSEE codes of those it is for; empty: everybody of the territory."""
    modes: list[Any] = Field(default_factory=list, sa_type=Json)
    """place, phone, visio, home."""
    motives: list[Any] = Field(default_factory=list, sa_type=Json)
    """Slugs of the motives it is for; empty: all."""
    room_id: int | None = Field(default=None, foreign_key="room.id")
    max_a_day: int | None = None
    buffer_minutes: int = 0
    slug: str = ""
    """Its name in the spreadsheet it came from, so that a second import knows it again; empty: made here."""
    example: bool = False


class OpeningException(SQLModel, table=True):
    """One day on which an opening is not as usual."""

    __tablename__ = "opening_exception"

    opening_id: int = Field(foreign_key="opening.id", primary_key=True)
    day: date = Field(primary_key=True)
    hours: str = ""
    """OSM times such as 14:00-17:00; empty: nobody can be booked."""


class Absence(SQLModel, table=True):
    """An advisor is away. The reason is for colleagues only."""

    id: int | None = Field(default=None, primary_key=True)
    advisor_id: int = Field(foreign_key="person.id", index=True)
    starts_at: datetime = Field(sa_type=Utc)
    ends_at: datetime = Field(sa_type=Utc)
    reason: str = Field(default="", sa_type=SealedText)


class Room(SQLModel, table=True):
    """A room of a site that two advisors cannot use at once."""

    id: int | None = Field(default=None, primary_key=True)
    site_id: int = Field(foreign_key="site.id", index=True)
    name: str


class AdvisorDay(SQLModel, table=True):
    """Locked by whoever books on that day: buffers and the daily maximum are checked under it."""

    __tablename__ = "advisor_day"

    advisor_id: int = Field(foreign_key="person.id", primary_key=True)
    day: date = Field(primary_key=True)


class Hold(SQLModel, table=True):
    """A slot kept for ten minutes while a youth decides. One at a time for each youth."""

    id: int | None = Field(default=None, primary_key=True)
    youth_id: int = Field(foreign_key="youth.id", unique=True, ondelete="CASCADE")
    slot: str
    site_id: int | None = Field(default=None, foreign_key="site.id")
    """Where the advisor would be: the way there and from there counts already."""
    expires_at: datetime = Field(sa_type=Utc)


class Appointment(SQLModel, table=True):
    """A place and a time with an advisor. Moving makes a new one, linked to the old."""

    __table_args__ = (
        Index("appointment_home", "mission_locale_id", "starts_at"),
        Index("appointment_advisor", "advisor_id", "starts_at"),
        Index("appointment_site", "site_id", "starts_at"),
        part_index("appointment_outcome", "outcome_at", where="outcome_at IS NOT NULL"),
        part_index("appointment_moved", "moved_from_id", where="moved_from_id IS NOT NULL"),
        part_index("appointment_remind", "remind_at", where="remind_at IS NOT NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    youth_id: int = Field(foreign_key="youth.id", index=True)
    mission_locale_id: int = Field(foreign_key="mission_locale.id")
    advisor_id: int = Field(foreign_key="person.id")
    site_id: int | None = Field(default=None, foreign_key="site.id")
    motive_id: int = Field(foreign_key="motive.id")
    mode: str
    starts_at: datetime = Field(sa_type=Utc, index=True)
    ends_at: datetime = Field(sa_type=Utc)
    status: str = "booked"
    """booked, confirmed, attended, cancelled_by_youth, cancelled_by_staff, rescheduled, excused, no_show."""
    booked_by: int | None = Field(default=None, foreign_key="person.id")  # None: the youth
    series_id: int | None = Field(default=None, foreign_key="series.id", index=True)
    insee: str = ""
    """Of a home visit: the commune, and no more."""
    arrived_at: datetime | None = Field(default=None, sa_type=Utc)
    late: bool = False
    """The youth said that they will be late."""
    needs: list[Any] = Field(default_factory=list, sa_type=Json)
    brief: dict[str, Any] = Field(default_factory=dict, sa_type=SealedJson)
    """The follow-up questions answered: {step: choice}."""
    uid: str = Field(index=True)
    """Of the calendar event: the same for the whole chain of moves."""
    sequence: int = 0
    moved_from_id: int | None = Field(default=None, foreign_key="appointment.id")
    created_at: datetime = Field(default_factory=now, sa_type=Utc)
    outcome_at: datetime | None = Field(default=None, sa_type=Utc)
    remind_at: datetime | None = Field(default=AT_ONCE, sa_type=Utc)
    """When to look whether to remind of it: never later than there is something to say. Null: there is nothing more."""


class Series(SQLModel, table=True):
    """Appointments that come back, such as every week for six months."""

    id: int | None = Field(default=None, primary_key=True)
    youth_id: int = Field(foreign_key="youth.id", index=True)
    every_weeks: int = 1
    until: date


class Busy(SQLModel, table=True):
    """Five minutes of an advisor, taken. The primary key is what makes two on one chair impossible."""

    advisor_id: int = Field(foreign_key="person.id", primary_key=True)
    cell: int = Field(primary_key=True)
    """Minutes since 1970 UTC, divided by five."""
    hold_id: int | None = Field(None, foreign_key="hold.id", ondelete="CASCADE", index=True)
    appointment_id: int | None = Field(None, foreign_key="appointment.id", ondelete="CASCADE", index=True)


class BusyRoom(SQLModel, table=True):
    """Five minutes of a room, taken."""

    __tablename__ = "busy_room"

    room_id: int = Field(foreign_key="room.id", primary_key=True)
    cell: int = Field(primary_key=True)
    hold_id: int | None = Field(None, foreign_key="hold.id", ondelete="CASCADE", index=True)
    appointment_id: int | None = Field(None, foreign_key="appointment.id", ondelete="CASCADE", index=True)


class WalkIn(SQLModel, table=True):
    """Someone came without an appointment. Counted, never named."""

    __tablename__ = "walk_in"
    __table_args__ = (Index("walk_in_day", "site_id", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    site_id: int = Field(foreign_key="site.id")
    at: datetime = Field(default_factory=now, sa_type=Utc)
