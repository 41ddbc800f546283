"""Appointments that come back: every week or every other, half a year at most, by the same rules as any other."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from backend.agenda.appointments import cancel, facts
from backend.agenda.booking import book
from backend.agenda.models import LIVE, Appointment, Motive, Series
from backend.agenda.moving import wish_of
from backend.agenda.queries import Agenda, Bookable, Wish, bookables
from backend.agenda.rules import SlotId
from backend.db import Tx
from backend.models import Conversation
from backend.places.models import MissionLocale
from backend.scene import Arrival, NotPossible
from backend.script import Script
from backend.turns import take_turn
from flows.events import Told

BOOKED, CANCELLED = "series-booked", "series-cancelled"
LONGEST = timedelta(days=184)
EVERY = (1, 2)
SAID = 3
"""The dates that the youth is told; the others are under /rdv."""


@dataclass(frozen=True)
class Occurrence:
    """One date. `slot` is there if it is free; else the nearest free one of that week, if there is any."""

    at: datetime
    slot: SlotId | None = None
    instead: SlotId | None = None


def last_day(now: datetime) -> date:
    """The last day that a series may reach."""
    return (now + LONGEST).date()


def members(tx: Tx, appointment: Appointment) -> list[Appointment]:
    """Those of the same series that are to take place, soonest first; itself if it is alone."""
    if appointment.series_id is None:
        return [appointment]
    mine = select(Appointment).where(
        Appointment.series_id == appointment.series_id, col(Appointment.status).in_(LIVE)
    )
    return list(tx.exec(mine.order_by(col(Appointment.starts_at))))


def plan(tx: Tx, seed: Appointment, every: int, until: date, now: datetime) -> list[Occurrence]:
    """The dates after this appointment and those of its series, at the same hour of the clock."""
    wish = _wish(tx, seed)
    zone = ZoneInfo(tx.get_one(MissionLocale, seed.mission_locale_id).timezone)
    last = members(tx, seed)[-1:] or [seed]
    dates = list(_dates(last[0].starts_at.astimezone(zone), every, min(until, last_day(now)), now))
    found = [b for b in bookables(tx, wish) if _same(b, seed)]
    agenda = Agenda(tx, wish, found, now)
    free = sorted((s for b in found for s in agenda.slots(b) if s.mode == seed.mode), key=_start)
    return [_occurrence(agenda, found, free, at, seed.mode) for at in dates]


def _start(slot: SlotId) -> datetime:
    return slot.starts_at


def _dates(first: datetime, every: int, until: date, now: datetime) -> Iterator[datetime]:
    """On the wall clock: an hour stays the same in summer and in winter."""
    step = timedelta(weeks=every)
    at = first + step
    while at.date() <= until:
        if at > now:
            yield at
        at += step


def _same(bookable: Bookable, seed: Appointment) -> bool:
    return (bookable.advisor.id, bookable.opening.site_id) == (seed.advisor_id, seed.site_id)


def _wish(tx: Tx, seed: Appointment) -> Wish:
    """As for the first, by staff; a series reaches farther than one books otherwise."""
    wish = wish_of(tx, seed)
    far = Motive(**{**wish.motive.model_dump(), "max_notice_days": LONGEST.days + 1})
    return replace(wish, motive=far, by_staff=True)


def _occurrence(
    agenda: Agenda, found: list[Bookable], free: list[SlotId], at: datetime, mode: str
) -> Occurrence:
    taker = next((b for b in found if mode in b.opening.modes and agenda.takes(b, at)), None)
    if taker:
        return Occurrence(at, SlotId(taker.opening.id or 0, at, mode))
    week = at.isocalendar()[:2]
    near = [s for s in free if s.starts_at.astimezone(at.tzinfo).isocalendar()[:2] == week]
    return Occurrence(at, instead=min(near, key=lambda s: abs(s.starts_at - at), default=None))


def book_series(
    tx: Tx, script: Script, seed: Appointment, every: int, until: date, taken: Collection[str], by: int
) -> tuple[list[Appointment], list[datetime]]:
    """Every date that is free, and those slots that were taken instead of others; the youth hears of it once.

    What was booked, and the dates that were not.
    """
    now, wish = script.now(), _wish(tx, seed)
    series = _series(tx, seed, every, min(until, last_day(now)))
    made: list[Appointment] = []
    missed: list[datetime] = []
    for one in plan(tx, seed, every, until, now):
        slot = one.slot or (one.instead if str(one.instead) in taken else None)
        booked = _book(tx, wish, slot, now) if slot else None
        if booked is None:
            missed.append(one.at)
            continue
        booked.booked_by, booked.series_id, booked.insee = by, series.id, seed.insee
        tx.add(booked)
        made.append(booked)
    if made:
        tx.flush()
        _tell(tx, script, seed, BOOKED, _about(tx, made))
    return made, missed


def _book(tx: Tx, wish: Wish, slot: SlotId, now: datetime) -> Appointment | None:
    try:
        with tx.begin_nested():
            return book(tx, wish, str(slot), {}, now)
    except NotPossible:
        return None


def _series(tx: Tx, seed: Appointment, every: int, until: date) -> Series:
    """That of the appointment, renewed, or a new one."""
    known = tx.get(Series, seed.series_id) if seed.series_id else None
    series = known or Series(youth_id=seed.youth_id, every_weeks=every, until=until)
    series.every_weeks, series.until = every, until
    tx.add(series)
    tx.flush()
    seed.series_id = series.id
    tx.add(seed)
    return series


def following(tx: Tx, appointment: Appointment) -> list[Appointment]:
    """This one and those of its series that come after."""
    return [a for a in members(tx, appointment) if a.starts_at >= appointment.starts_at]


def cancel_following(tx: Tx, script: Script, appointment: Appointment) -> int:
    """All of them at once; the youth hears of it once. How many there were."""
    _keep_from_others(tx, following(tx, appointment))
    gone = following(tx, appointment)
    for one in gone:
        cancel(tx, one, "cancelled_by_staff", script.now())
    if gone:
        _tell(tx, script, appointment, CANCELLED, _about(tx, gone))
    return len(gone)


def _keep_from_others(tx: Tx, those: list[Appointment]) -> None:
    """Their youth may be moving one of them: what comes of it is waited for."""
    mine = select(Appointment).where(col(Appointment.id).in_([one.id for one in those]))
    ordered = mine.order_by(col(Appointment.id)).with_for_update()
    tx.exec(ordered.execution_options(populate_existing=True)).all()


def _about(tx: Tx, those: list[Appointment]) -> dict[str, Any]:
    """The facts of the first, how many there are, and when the first ones are."""
    dates = [a.starts_at.isoformat() for a in those[:SAID]]
    return {**facts(tx, those[0]), "count": len(those), "dates": dates}


def _tell(tx: Tx, script: Script, seed: Appointment, key: str, about: dict[str, Any]) -> None:
    turn = partial(take_turn, tx, script)
    for row in tx.exec(select(Conversation).where(Conversation.youth_id == seed.youth_id)).all():
        once = f"{key}:{about['id']}:{row.id}"
        turn(Arrival(once, row.channel, row.address, Told(key, about), "staff"))
