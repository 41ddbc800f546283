"""Who is waiting, and what is free for them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import takewhile
from operator import itemgetter
from typing import Any

from sqlalchemy import and_, exists, or_, update
from sqlmodel import col, func, select

from backend.agenda.appointments import until, wish_again
from backend.agenda.models import LIVE, Appointment, Motive, Opening
from backend.agenda.offers import offer, point_of, propose
from backend.agenda.queries import Agenda, Bookable, Wish, bookables
from backend.agenda.rules import SlotId
from backend.db import Tx, insert_once
from backend.models import Conversation, Seen
from backend.people.models import Youth
from backend.waiting.models import Waiting
from backend.waiting.rules import AT_ONCE, HEAD_START, LONGEST, NOTICES, lasts, latest


@dataclass(frozen=True)
class Wait:
    """A wait that goes on, whose it is, and the appointment that they would have earlier, if any."""

    row: Waiting
    youth: Youth
    motive: Motive
    old: Appointment | None


def going_on(tx: Tx, now: datetime, homes: Collection[int] | None = None) -> list[Wait]:
    """Every wait (in these missions locales) that goes on and may still be told of something, the oldest first."""
    left = _open().where(Waiting.notices < NOTICES, col(Youth.reminders))
    if homes is not None:
        left = left.where(col(Waiting.mission_locale_id).in_(homes))
    rows = tx.exec(left.order_by(col(Waiting.since), col(Waiting.id))).all()
    return [w for w in (Wait(*row) for row in rows) if _goes_on(tx, w, now)]


def freed_since(tx: Tx, last: datetime) -> set[int]:
    """Where a cancellation may have freed a chair: the missions locales in which its advisor receives."""
    whose = select(Appointment.advisor_id).where(col(Appointment.outcome_at) >= last)
    there = select(Opening.mission_locale_id).where(col(Opening.advisor_id).in_(whose))
    return set(tx.exec(there).all())


def find_wait(tx: Tx, wait_id: int, now: datetime) -> Wait | None:
    """One wait as it is now, kept from others until this transaction ends; None once it is over."""
    one = _open().where(Waiting.id == wait_id).with_for_update(of=Waiting)
    row = tx.exec(one.execution_options(populate_existing=True)).first()
    found = Wait(*row) if row else None
    return found if found and _goes_on(tx, found, now) else None


def _open() -> Any:
    return (
        select(Waiting, Youth, Motive, Appointment)
        .join(Youth, col(Youth.id) == Waiting.youth_id)
        .join(Motive, col(Motive.id) == Waiting.motive_id)
        .outerjoin(Appointment, col(Appointment.id) == Waiting.appointment_id)
        .where(col(Waiting.closed_at).is_(None))
    )


def _goes_on(tx: Tx, wait: Wait, now: datetime) -> bool:
    """It ends with what was waited for, with the appointment, and when there is no time left."""
    if wait.old is None:
        return wait.row.since + LONGEST > now and not _booked_since(tx, wait.row)
    move_until = until(wait.old, wait.motive.move_until_hours)
    return wait.old.status in LIVE and lasts(wait.old.starts_at, move_until, now)


def end(tx: Tx, now: datetime) -> None:
    """What can only be over is written down as over: else each look would go through all who ever waited."""
    theirs = exists().where(col(Appointment.id) == Waiting.appointment_id)
    over = theirs.where(or_(col(Appointment.status).not_in(LIVE), col(Appointment.starts_at) <= now))
    same = (col(Appointment.youth_id) == Waiting.youth_id, col(Appointment.created_at) >= Waiting.since)
    ended = or_(col(Waiting.since) <= now - LONGEST, exists().where(*same))
    is_over = or_(over, and_(col(Waiting.appointment_id).is_(None), ended))
    tx.execute(update(Waiting).where(col(Waiting.closed_at).is_(None), is_over).values(closed_at=now))


def _booked_since(tx: Tx, row: Waiting) -> bool:
    later = select(Appointment.id).where(
        Appointment.youth_id == row.youth_id, Appointment.created_at >= row.since
    )
    return tx.exec(later.limit(1)).first() is not None


def wish_of(tx: Tx, wait: Wait) -> Wish:
    """What they look for: the same as they have, or what they looked for in vain."""
    if wait.old is not None:
        return wish_again(tx, wait.old)
    youth, needs, modes = wait.youth, tuple(wait.row.needs), tuple(wait.row.modes)
    home, lead = wait.row.mission_locale_id, youth.lead_advisor_id
    return Wish(home, youth.bracket or "", needs, wait.motive, modes, youth.id, youth.insee or "", lead)


def offers_for(tx: Tx, wait: Wait, now: datetime) -> Iterator[dict[str, Any]]:
    """What is free for them that others are not being told of, and that they have not heard of: best first."""
    here = point_of(wait.youth.insee)
    if wait.old is None:
        found = iter(propose(tx, wish_of(tx, wait), here, now)["offers"])
    else:
        found = _earlier(tx, wait, wait.old, here, now)
    return (one for one in found if _worth_telling(tx, one, wait.row.id or 0, now))


def _earlier(tx: Tx, wait: Wait, old: Appointment, here: Any, now: datetime) -> Iterator[dict[str, Any]]:
    """At the same place, in the same way, a day earlier at least."""
    wish = wish_of(tx, wait)
    every = bookables(tx, wish, old.site_id if old.mode == "place" else None)
    found = [b for b in every if old.mode in b.opening.modes]
    agenda = Agenda(tx, wish, found, now)
    best = sorted(found, key=agenda.preference)
    streams = [((slot.starts_at, rank, slot, b) for slot in agenda.slots(b)) for rank, b in enumerate(best)]
    soonest = merge(*streams, key=itemgetter(0, 1))
    for _, _, slot, bookable in takewhile(lambda one: one[0] <= latest(old.starts_at), soonest):
        yield _had(slot, bookable, wish, here, old)


def _had(slot: SlotId, bookable: Bookable, wish: Wish, here: Any, old: Appointment) -> dict[str, Any]:
    had = {"had": old.starts_at.isoformat(), "appointment": old.id}
    return {**offer(slot, bookable, wish.motive, here), **had}


def remember(tx: Tx, one: dict[str, Any], wait_id: int, now: datetime) -> None:
    """This wait has been told of this offer."""
    insert_once(tx, Seen, key=_told(one, wait_id), at=now)


def _told(one: dict[str, Any], wait_id: int | str) -> str:
    """By opening and day: another hour of the same is no news."""
    return f"waiting-told:{one['id'].partition('.')[0]}:{one['starts_at'][:10]}:{wait_id}"


def _worth_telling(tx: Tx, one: dict[str, Any], wait_id: int, now: datetime) -> bool:
    """A few at a time: a notice is not spent on a place that many are reaching for."""
    if tx.get(Seen, _told(one, wait_id)):
        return False
    others = select(func.count(col(Seen.key))).where(
        col(Seen.key).startswith(_told(one, ""), autoescape=True), Seen.at > now - HEAD_START
    )
    return tx.exec(others).one() < AT_ONCE


def reached_by(tx: Tx, youth_id: int) -> Conversation | None:
    """The conversation in which a youth was heard last, if they let the guide write. It is held, as a turn does."""
    theirs = select(Conversation).where(
        Conversation.youth_id == youth_id, ~col(Conversation.blocked), Conversation.owner != "nobody"
    )
    newest = func.coalesce(col(Conversation.last_heard_at), col(Conversation.created_at))
    locked = theirs.order_by(newest.desc()).limit(1).with_for_update()
    return tx.exec(locked.execution_options(populate_existing=True)).first()
