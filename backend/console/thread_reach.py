"""How the youth of a thread can be reached, and how they came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from backend.agenda.models import Appointment
from backend.console.rooms import Rooms
from backend.db import Tx
from backend.handover.earlier import lost_since
from backend.handover.queries import Thread
from backend.outreach.models import Poster
from backend.people.models import Person


@dataclass(frozen=True)
class Reach:
    """In the chat, and by telephone."""

    blocked: bool
    stopped: bool
    muted_until: datetime | None
    heard_on: date | None
    """The day, no finer: a card that changes with each line would be sent with each line."""
    may_call: datetime | None
    """When they agreed to be called if they are lost here."""
    lost: tuple[str, datetime] | None
    """Why and since when contact is lost."""
    discreet: bool
    reminders: bool
    advisor: str | None
    """Their lead advisor."""


@dataclass(frozen=True)
class Origin:
    """By what they came. Without a poster and a counter: by themselves."""

    since: datetime
    poster: str | None
    counter: bool
    """Staff had booked for them before they joined on Telegram."""


def reach_of(tx: Tx, rooms: Rooms, thread: Thread) -> Reach:
    youth, talk = thread.youth, thread.conversation
    muted = talk.muted_until if talk.muted_until and talk.muted_until > rooms.now() else None
    heard = rooms.pages.local(talk.last_heard_at, thread.zone) if talk.last_heard_at else None
    lead = tx.get(Person, youth.lead_advisor_id) if youth.lead_advisor_id else None
    return Reach(
        blocked=talk.blocked,
        stopped=talk.owner == "nobody",
        muted_until=muted,
        heard_on=heard.date() if heard else None,
        may_call=youth.phone_consent_at,
        lost=lost_since(tx, youth.id or 0),
        discreet=youth.discreet,
        reminders=youth.reminders,
        advisor=lead.name if lead else None,
    )


def origin_of(tx: Tx, thread: Thread, booked: Iterable[Appointment]) -> Origin:
    talk = thread.conversation
    poster = tx.get(Poster, talk.poster_id) if talk.poster_id else None
    counter = any(one.booked_by and one.created_at <= talk.created_at for one in booked)
    return Origin(talk.created_at, poster.name if poster else None, counter)
