"""What the tests of the agenda's pages need: appointments made by hand, and the routes that there are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import select

from backend.agenda.booking import occupy
from backend.agenda.models import Appointment, Motive
from backend.agenda.queries import every_opening
from backend.agenda.rules import SlotId
from backend.db import Database
from backend.people.models import Membership, Person, Youth
from backend.places.models import MissionLocale, Site

MINUTES = 45


def named(db: Database, first_name: str) -> Person:
    with db.reading() as tx:
        return next(p for p in tx.exec(select(Person)) if p.first_name == first_name)


def site_of(db: Database, slug: str) -> Site:
    with db.reading() as tx:
        return tx.exec(select(Site).where(Site.slug == slug)).one()


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 at Nevers, an hour ahead of UTC."""
    return datetime(2026, 11, day, hour - 1, minute, tzinfo=UTC)


def booked(
    db: Database, first_name: str, advisor: str, starts_at: datetime, site: str = "la-boussole", **about: Any
) -> Appointment:
    """An appointment with its cells, of a youth whom nobody reaches on Telegram."""
    who, phone = named(db, advisor), about.pop("phone", None)
    with db.transaction() as tx:
        home = tx.exec(select(MissionLocale).where(MissionLocale.slug == "nevers-sud-nivernais")).one()
        where = tx.exec(select(Site).where(Site.slug == site)).one()
        motive = tx.exec(select(Motive).where(Motive.mission_locale_id == home.id)).first()
        young = Youth(first_name=first_name, mission_locale_id=home.id, bracket="from_18", phone=phone)
        tx.add(young)
        tx.flush()
        made = Appointment(
            youth_id=young.id,
            mission_locale_id=home.id,
            advisor_id=who.id,
            site_id=where.id,
            motive_id=motive.id,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=MINUTES),
            uid=f"{first_name}-{starts_at.isoformat()}",
            **{"mode": "place", **about},
        )
        tx.add(made)
        tx.flush()
        opening = next(b for b in every_opening(tx, home.id) if b.advisor.id == who.id)
        occupy(tx, opening, SlotId(0, starts_at, "place"), MINUTES, appointment_id=made.id)
    return made


def keep_only(db: Database, first_name: str, site_id: int) -> None:
    """From now on this person has their roles at one site only."""
    with db.transaction() as tx:
        mine = select(Membership).join(Person).where(Person.name.startswith(first_name))
        for row in tx.exec(mine):
            row.site_id = site_id
            tx.add(row)
