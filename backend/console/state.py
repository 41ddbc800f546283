"""The state of things, for managers."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from backend.clockwork import jobs
from backend.console.delivery import queue, set_aside, undelivered
from backend.console.rooms import InRooms
from backend.console.visitors import Overseer
from backend.mail import queries as mail
from backend.reception import remembered
from backend.team import queries as team

router = APIRouter()


@router.get("/etat")
def read_state(rooms: InRooms, visitor: Overseer) -> HTMLResponse:
    with rooms.db.reading() as tx:
        context: dict[str, Any] = {"lines": undelivered(tx, visitor.staff, rooms.now()), "queue": queue(tx)}
        context["aside"] = set_aside(tx, rooms.now())
        context["reception"] = rooms.reception.waiting or remembered(tx)
        context["jobs"] = jobs(tx, rooms.now())
        context["post"] = mail.standing(tx)
        context["letters"] = mail.undelivered(tx, visitor.staff.mission_locales("manager"))
        context["notices"] = team.standing(tx, rooms.now())
        context["unheard"] = team.unheard(tx, visitor.staff.mission_locales("manager"))
    context["has_mail"] = bool(rooms.settings.smtp_url.get_secret_value())
    return rooms.show("state.html", visitor, **context)
