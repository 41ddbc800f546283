"""Missions locales made up for a grown deployment: sites, staff with agendas, a poster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select

from backend.agenda.models import Absence, Motive, Opening, Room
from backend.calendars.models import ExternalBusy, ExternalCalendar
from backend.db import Tx
from backend.outreach.models import Poster
from backend.people.models import Membership, Person
from backend.places.models import MissionLocale, Site
from tests.clock import MONDAY
from tests.conftest import NEVERS

SITES, ADVISORS = 3, 3
HOURS = ("Mo,Tu 09:00-12:00; PH off", "We,Th 13:00-17:00; PH off", "Fr 09:00-16:00; PH off")


@dataclass
class Place:
    """The ids of one mission locale that conversations point to, and when each advisor is free again."""

    home: int
    sites: Sequence[int]
    advisors: Sequence[int]
    mediator: int
    motive: int
    poster: int
    room: int
    free: dict[int, datetime] = field(default_factory=dict)


def places(tx: Tx, wanted: int) -> list[Place]:
    """The missions locales that are there, that of Nevers first, then made-up ones, until there are so many."""
    nevers_first = (col(MissionLocale.slug) != NEVERS, col(MissionLocale.id))
    homes = list(tx.exec(select(MissionLocale).order_by(*nevers_first)).all())[:wanted]
    new = [_mission_locale(n) for n in range(wanted - len(homes))]
    tx.add_all(new)
    tx.flush()
    return [_furnished(tx, home.id or 0, n) for n, home in enumerate([*homes, *new])]


def _mission_locale(n: int) -> MissionLocale:
    hours = "Mo-Fr 09:00-17:00; PH off"
    name = f"Mission locale {n}"
    return MissionLocale(slug=f"grown-{n}", name=name, short_name=name, desk_hours=hours, example=True)


def _furnished(tx: Tx, home: int, n: int) -> Place:
    """More sites and staff for one of them, with openings, absences and calendars of their own."""
    where: dict[str, Any] = {
        "kind": "outpost",
        "insee": "58194",
        "commune": "Nevers",
        "lon": 3.1 + n % 20 / 9,
    }
    lat = 46 + n // 20 / 9
    sites = [
        Site(
            slug=f"grown-{home}-{m}",
            name=f"Permanence {m}",
            mission_locale_id=home,
            lat=lat + m / 50,
            **where,
        )
        for m in range(SITES)
    ]
    staff = [Person(name=f"Staff {m}", email=f"grown-{home}-{m}@exemple.fr") for m in range(ADVISORS + 1)]
    motive = Motive(
        mission_locale_id=home, slug="grown", name="Grown", needs=["emploi"], modes=["place"], staff_only=True
    )
    poster = Poster(code=f"grown{home}", mission_locale_id=home, name="A wall")
    tx.add_all([*sites, *staff, motive, poster])
    tx.flush()
    mediator, *advisors = (person.id or 0 for person in staff)
    tx.add(Membership(person_id=mediator, mission_locale_id=home, role="mediator"))
    for m, (advisor, site) in enumerate(zip(advisors, sites, strict=True)):
        _agenda(tx, home, advisor, site.id or 0, HOURS[m])
    tx.add(room := Room(site_id=sites[0].id or 0, name="A room"))
    tx.flush()
    ids = (motive.id or 0, poster.id or 0, room.id or 0)
    return Place(home, [s.id or 0 for s in sites], advisors, mediator, *ids)


def _agenda(tx: Tx, home: int, advisor: int, site: int, hours: str) -> None:
    whose: dict[str, Any] = {"mission_locale_id": home, "advisor_id": advisor, "site_id": site}
    calendar = ExternalCalendar(person_id=advisor, name="Elsewhere")
    tx.add_all([Membership(person_id=advisor, mission_locale_id=home, role="advisor"), calendar])
    tx.add(Opening(hours=hours, modes=["place"], motives=["grown"], example=True, **whose))
    tx.flush()
    for week in range(8):
        begins = MONDAY + timedelta(weeks=week - 6, hours=4)
        until = begins + timedelta(hours=2)
        tx.add(Absence(advisor_id=advisor, starts_at=begins, ends_at=until))
        outside = {"calendar_id": calendar.id or 0, "person_id": advisor}
        tx.add(ExternalBusy(starts_at=begins, ends_at=until, **outside))
