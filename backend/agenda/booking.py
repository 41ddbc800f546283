"""Taking a slot. The database refuses two on one chair: a busy cell has one row, for holds and appointments alike."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, delete, exists, insert
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, or_, select

from backend.agenda.models import AdvisorDay, Appointment, Busy, BusyRoom, Hold, Opening
from backend.agenda.queries import Agenda, Bookable, Wish, bookables
from backend.agenda.rules import SlotId, cells, parse_slot
from backend.agenda.wishes import modes_of
from backend.db import Tx, insert_once, on_sqlite
from backend.mail.queries import tell
from backend.places.models import Site
from backend.rows import table_of, write
from backend.scene import NotPossible

HELD_FOR = timedelta(minutes=10)
HOLD = table_of(Hold)
_OPENING: Any = (
    select(Opening)
    .where(Opening.id == bindparam("opening"))
    .with_for_update(read=True)
    .execution_options(populate_existing=True)
)
_SITE: Any = (
    select(Site.id)
    .join(Opening, col(Opening.site_id) == Site.id)
    .where(Opening.id == bindparam("opening"))
    .with_for_update(read=True, of=Site)
)
_DAY: Any = (
    select(col(AdvisorDay.day))
    .where(AdvisorDay.advisor_id == bindparam("advisor"), AdvisorDay.day == bindparam("day"))
    .with_for_update()
)
_HERS = exists().where(col(Busy.hold_id) == Hold.id, col(Busy.advisor_id) == bindparam("advisor"))
_ITS = exists().where(col(BusyRoom.hold_id) == Hold.id, col(BusyRoom.room_id) == bindparam("room"))
_OVER: Any = select(Hold.id).where(col(Hold.expires_at) <= bindparam("now"), _HERS)
_OVER_IN_ROOM: Any = select(Hold.id).where(col(Hold.expires_at) <= bindparam("now"), or_(_HERS, _ITS))
_RELEASE = delete(HOLD).where(HOLD.c.youth_id == bindparam("youth"))
_BUSY, _BUSY_ROOM = insert(table_of(Busy)), insert(table_of(BusyRoom))
"""Built once: they are asked at every booking, and for the hold before it."""


def bookable_slot(tx: Tx, wish: Wish, slot_text: str, now: datetime) -> tuple[Bookable, SlotId]:
    """The slot of a button, if it is really free for this youth, under the lock of its day. Raises taken."""
    slot = parse_slot(slot_text)
    keep_door(tx, slot)
    found = bookables(tx, wish, opening_id=slot.opening) if slot else []
    if slot is None or not found or slot.mode not in modes_of(found[0].opening, found[0].site, wish):
        raise NotPossible("taken")
    lock_day(tx, found[0].advisor.id or 0, slot.starts_at.astimezone(ZoneInfo(found[0].zone)).date())
    drop_expired(tx, found[0], now)
    if not Agenda(tx, wish, found, now, only=slot.starts_at).takes(found[0], slot.starts_at):
        raise NotPossible("taken")
    return found[0], slot


def keep_door(tx: Tx, slot: SlotId | None) -> None:
    """Whoever closes a site or changes an opening waits for whoever is booking there, and the other way round."""
    if slot is not None and not on_sqlite(tx):  # where one writes at a time, everybody has waited already
        tx.execute(_OPENING, {"opening": slot.opening}).first()
        tx.execute(_SITE, {"opening": slot.opening}).first()


def lock_day(tx: Tx, advisor_id: int, day: date) -> None:
    """Whoever books an advisor's day waits for whoever is booking it."""
    if on_sqlite(tx):
        return
    mine = {"advisor": advisor_id, "day": day}
    if tx.execute(_DAY, mine).first() is None and not insert_once(
        tx, AdvisorDay, advisor_id=advisor_id, day=day
    ):
        tx.execute(_DAY, mine).one()


def drop_expired(tx: Tx, bookable: Bookable, now: datetime) -> None:
    """An expired hold goes, and its cells with it, when someone books there."""
    asked = {"advisor": bookable.advisor.id, "room": bookable.opening.room_id, "now": now}
    over = _OVER_IN_ROOM if bookable.opening.room_id else _OVER
    if old := tx.execute(over, asked).scalars().all():
        tx.execute(delete(Hold).where(col(Hold.id).in_(old)))


def occupy(tx: Tx, bookable: Bookable, slot: SlotId, minutes: int, **holder: Any) -> None:
    """Insert the busy cells of the advisor and of the room, in order. Raises taken if one is not free."""
    taken = cells(slot.starts_at, minutes + bookable.opening.buffer_minutes)
    try:
        with tx.begin_nested():
            write(tx, _BUSY, [{"advisor_id": bookable.advisor.id, "cell": c, **holder} for c in taken])
            if room := bookable.opening.room_id:
                write(tx, _BUSY_ROOM, [{"room_id": room, "cell": c, **holder} for c in taken])
    except IntegrityError:
        raise NotPossible("taken") from None


def hold(tx: Tx, wish: Wish, slot_text: str, now: datetime) -> tuple[Bookable, SlotId, Hold]:
    """Keep a slot for ten minutes; the youth's former hold goes."""
    release_hold(tx, wish.youth_id or 0)
    bookable, slot = bookable_slot(tx, wish, slot_text, now)
    site = bookable.opening.site_id
    kept = Hold(youth_id=wish.youth_id or 0, slot=slot_text, site_id=site, expires_at=now + HELD_FOR)
    tx.add(kept)
    tx.flush()
    occupy(tx, bookable, slot, wish.motive.minutes, hold_id=kept.id)
    return bookable, slot, kept


def release_hold(tx: Tx, youth_id: int) -> None:
    """The cells of a hold go with it."""
    tx.flush()
    tx.connection().execute(_RELEASE, {"youth": youth_id})


def book(tx: Tx, wish: Wish, slot_text: str, brief: dict[str, Any], now: datetime) -> Appointment:
    """An appointment out of a held slot; after the hold ran out it still works if the slot is free."""
    appointment = _make(tx, wish, slot_text, brief, now)
    tell(tx, appointment, "request")
    return appointment


def _make(tx: Tx, wish: Wish, slot_text: str, brief: dict[str, Any], now: datetime) -> Appointment:
    """The appointment on its chair, told to nobody yet."""
    release_hold(tx, wish.youth_id or 0)
    bookable, slot = bookable_slot(tx, wish, slot_text, now)
    appointment = Appointment(
        youth_id=wish.youth_id or 0,
        mission_locale_id=wish.mission_locale_id,
        advisor_id=bookable.advisor.id or 0,
        site_id=bookable.opening.site_id,
        motive_id=wish.motive.id or 0,
        mode=slot.mode,
        starts_at=slot.starts_at,
        ends_at=slot.starts_at + timedelta(minutes=wish.motive.minutes),
        insee=wish.commune if slot.mode == "home" else "",
        needs=list(wish.needs),
        brief=brief,
        uid=str(uuid.uuid4()),
        created_at=now,
    )
    tx.add(appointment)
    tx.flush()
    occupy(tx, bookable, slot, wish.motive.minutes, appointment_id=appointment.id)
    return appointment


def move(tx: Tx, old: Appointment, wish: Wish, slot_text: str, now: datetime) -> Appointment:
    """A new appointment linked to the old one: same calendar event, next sequence. Nothing is lost if it fails."""
    with tx.begin_nested():
        free_cells(tx, old)
        old.status = "rescheduled"
        tx.add(old)
        tx.flush()
        new = _make(tx, wish, slot_text, old.brief, now)
        new.uid, new.sequence, new.moved_from_id = old.uid, old.sequence + 1, old.id
        new.insee, new.series_id, new.booked_by = old.insee, old.series_id, old.booked_by
        new.series_id, new.booked_by, new.insee = old.series_id, old.booked_by, old.insee
        tx.add(new)
        tell(tx, new, "request")
    return new


def free_cells(tx: Tx, appointment: Appointment) -> None:
    for table in (Busy, BusyRoom):
        tx.execute(delete(table).where(col(table.appointment_id) == appointment.id))
