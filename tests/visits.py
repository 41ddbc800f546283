"""Every page that the app has, asked for in this very process by somebody who is signed in."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping
from typing import Any

import httpx
from sqlmodel import select

from backend.agenda.models import Appointment, Motive, Opening
from backend.db import Database, Tx
from backend.handover.models import Handover
from backend.people import sign_ins
from backend.people.models import Membership, Person
from backend.places.models import Site
from backend.script import Clock

NAME = re.compile(r"\{(\w+)\}")


def routes(inside: Any) -> Iterator[tuple[str, set[str]]]:
    """(path, methods) of everything that is served, by routers within the app too."""
    for route in inside:
        if nested := getattr(route, "original_router", None):
            yield from routes(nested.routes)
        elif hasattr(route, "methods"):
            yield route.path, route.methods or set()


def known(tx: Tx, email: str) -> dict[str, str]:
    """What stands in for the names in the addresses: the newest of everything."""

    def newest(column: Any, *which: Any) -> str:
        return str(tx.exec(select(column).where(*which).order_by(column.desc()).limit(1)).one())

    theirs = select(Membership.mission_locale_id).join(Person).where(Person.email == email)
    home = tx.exec(theirs).first()
    return {
        "handover_id": newest(Handover.id, Handover.mission_locale_id == home),
        "appointment_id": newest(Appointment.id, Appointment.mission_locale_id == home),
        "opening_id": newest(Opening.id, Opening.mission_locale_id == home),
        "motive_id": newest(Motive.id, Motive.mission_locale_id == home),
        "site_id": newest(Site.id, Site.mission_locale_id == home),
        "person_id": newest(Person.id, Person.email == email),
        "home_id": str(home),
        "day": "2026-11-24",
        "helpline_id": "3114",
        "what": "creneau",
    }


def addresses(app: Any, names: Mapping[str, str]) -> list[str]:
    """Every page whose address can be filled, and every stream: with a closed bell a stream ends after its first look."""
    paths = [path for path, methods in routes(app.routes) if "GET" in methods]
    wanted = [path for path in paths if set(NAME.findall(path)) <= set(names)]
    return [NAME.sub(lambda found: names[found.group(1)], path) for path in wanted]


def signed_in(db: Database, email: str, now: Clock) -> str:
    """The token of a session of theirs."""
    with db.transaction() as tx:
        return sign_ins.begin(tx, tx.exec(select(Person.id).where(Person.email == email)).one() or 0, now())


def answers(app: Any, token: str, paths: list[str]) -> dict[str, int]:
    """The status of each page, one after the other."""

    async def ask() -> dict[str, int]:
        door = httpx.ASGITransport(app=app)
        cookies = {"passerelle": token}
        async with httpx.AsyncClient(
            transport=door, base_url="http://127.0.0.1:8000", cookies=cookies
        ) as client:
            return {path: (await client.get(path)).status_code for path in paths}

    return asyncio.run(ask())
