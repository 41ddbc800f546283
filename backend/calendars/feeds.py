"""Our agenda as other calendars read it: behind a secret address, of which only the hash is kept."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import col, or_, select

from backend.agenda.models import LIVE, Appointment
from backend.calendars.events import component, empty_calendar, event_of
from backend.calendars.models import Feed
from backend.db import Tx
from backend.people.models import Person
from backend.people.sign_ins import digest

SHOWN = (*LIVE, "attended", "excused", "no_show")
"""What took place or is to; what was cancelled or moved is not there any more."""
BEHIND, AHEAD = timedelta(days=30), timedelta(days=180)
AGAIN = "PT15M"
"""How often readers are asked to come back."""


def new_feed(tx: Tx, at: datetime, *, person_id: int | None = None, site_id: int | None = None) -> str:
    """Open a feed of an advisor, or of a site. Its secret is given this once."""
    secret = secrets.token_urlsafe(32)
    tx.add(Feed(key_hash=digest(secret), person_id=person_id, site_id=site_id, created_at=at))
    tx.flush()
    return secret


def feeds_of(tx: Tx, person_id: int, site_ids: Collection[int] = ()) -> Sequence[Feed]:
    """The open feeds of someone and of the sites they keep, the oldest first."""
    theirs = or_(Feed.person_id == person_id, col(Feed.site_id).in_(site_ids))
    open_ones = select(Feed).where(theirs, col(Feed.revoked_at).is_(None))
    return tx.exec(open_ones.order_by(col(Feed.created_at), Feed.key_hash)).all()


def revoke(tx: Tx, feed: Feed, at: datetime) -> None:
    """From now on its address leads nowhere."""
    mine = update(Feed).where(col(Feed.key_hash) == feed.key_hash, col(Feed.revoked_at).is_(None))
    tx.execute(mine.values(revoked_at=at))


def find_feed(tx: Tx, secret: str) -> Feed | None:
    """The feed behind a secret. A wrong one, a revoked one and one of someone who left are all none."""
    feed = tx.get(Feed, digest(secret))
    if feed is None or feed.revoked_at is not None:
        return None
    if feed.person_id is not None and not tx.get_one(Person, feed.person_id).active:
        return None
    return feed


def calendar_of(tx: Tx, feed: Feed, now: datetime, base_url: str) -> bytes:
    """What took place in the last month and is to in the next six, as iCalendar. The same until something changes."""
    made = empty_calendar("PUBLISH")
    made.add("x-wr-calname", "Passerelle")
    made.add("refresh-interval;value=duration", AGAIN)
    made.add("x-published-ttl", AGAIN)
    for appointment in _shown(tx, feed, now):
        event = component(event_of(tx, appointment), base_url, appointment.created_at)
        event.add("status", "CONFIRMED")
        made.add_component(event)
    return bytes(made.to_ical())


def _shown(tx: Tx, feed: Feed, now: datetime) -> Sequence[Appointment]:
    """Of an advisor: all of theirs. Of a site: what takes place there."""
    around = col(Appointment.starts_at).between(now - BEHIND, now + AHEAD)
    query = select(Appointment).where(around, col(Appointment.status).in_(SHOWN))
    if feed.person_id is not None:
        query = query.where(Appointment.advisor_id == feed.person_id)
    else:
        query = query.where(Appointment.site_id == feed.site_id, Appointment.mode == "place")
    return tx.exec(query.order_by(col(Appointment.starts_at), col(Appointment.id))).all()
