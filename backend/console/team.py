"""The team: who is on duty and when, and the hours of each médiateur."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.console.hours_preview import Preview, marked
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Reader, ReaderPost, Visitor
from backend.handover.queries import BIGGEST, ROLES
from backend.people.models import Person
from backend.places import typed
from backend.places.desk import desk_calendar
from backend.places.models import MissionLocale
from backend.places.typed import Typed, Wrong
from backend.team.roster import may_change, member, rosters, set_hours
from content.calendars import Calendar
from content.hours import next_days
from content.spoken_hours import spoken

router = APIRouter(prefix="/equipe")


@dataclass(frozen=True)
class Kept:
    """A médiateur whose hours may be changed by who looks, and the calendar of their desk."""

    home: MissionLocale
    person: Person
    hours: str
    calendar: Calendar


@router.get("")
def read_team(rooms: InRooms, visitor: Reader, fait: str = "") -> HTMLResponse:
    with rooms.db.reading() as tx:
        found = rosters(tx, visitor.staff, rooms.now())
    mine = {(r.home.id, m.id) for r in found for m in r.members if _may(visitor, r.home.id, m.id)}
    return rooms.show("team.html", visitor, rosters=found, may=mine, done=fait)


@router.post("/apercu")
def preview_hours(rooms: InRooms, form: ReaderPost) -> HTMLResponse:
    """The fragment that a page asks for while hours are typed. Changes nothing."""
    home_id = min(form.visitor.staff.mission_locales(*ROLES))
    with rooms.db.reading() as tx:
        calendar = desk_calendar(tx, tx.get_one(MissionLocale, home_id))
    shown = preview(form.fields.get("hours", ""), calendar, rooms.now())
    html = rooms.pages.macro("parts/duty.html", "duty_meant")(shown)
    return HTMLResponse(html, headers={"Cache-Control": "no-store"})


@router.get("/{home_id}/{person_id}")
def read_hours(rooms: InRooms, visitor: Reader, home_id: int, person_id: int) -> HTMLResponse:
    kept = _in_scope(rooms, visitor, home_id, person_id)
    said = spoken(kept.hours) if kept.hours else ""
    return _page(rooms, visitor, kept, Typed({"hours": _readable(said, kept.hours)}))


@router.post("/{home_id}/{person_id}")
def save_hours(rooms: InRooms, form: ReaderPost, home_id: int, person_id: int) -> Response:
    kept = _in_scope(rooms, form.visitor, home_id, person_id)
    fields = Typed({"hours": "", **form.fields})
    hours = "" if fields.get("act") == "clear" else fields.read("hours", typed.hours)
    if fields.wrong:
        return _page(rooms, form.visitor, kept, fields, HTTPStatus.UNPROCESSABLE_ENTITY)
    if fields.get("act") == "preview":
        return _page(rooms, form.visitor, kept, fields)
    rooms.db.retrying(lambda tx: set_hours(tx, home_id, person_id, hours))
    rooms.bell.ring()
    return RedirectResponse("/equipe?fait=heures", HTTPStatus.SEE_OTHER)


def preview(text: str, calendar: Calendar, now: datetime) -> Preview:
    """What hours of duty mean: in words, and the next three days."""
    line = " ".join(text[:2000].split())
    try:
        osm = typed.hours(line)
    except Wrong as wrong:
        return marked(line, wrong)
    days: list[tuple[date, list[tuple[datetime, datetime]]]] = next_days(osm, calendar, now) if osm else []
    return Preview(osm, tuple(days))


def _readable(said: str, osm: str) -> str:
    """The hours as they are said, if they are read back as the same; else as they are kept."""
    try:
        return said if said and typed.hours(said) == osm else osm
    except Wrong:
        return osm


def _may(visitor: Visitor, home_id: int | None, person_id: int) -> bool:
    return may_change(visitor.staff, home_id or 0, person_id)


def _in_scope(rooms: Rooms, visitor: Visitor, home_id: int, person_id: int) -> Kept:
    """Raises Problem (404) for what does not exist as for what is not theirs to change."""
    known = 0 < home_id <= BIGGEST and 0 < person_id <= BIGGEST
    with rooms.db.reading() as tx:
        if known and _may(visitor, home_id, person_id) and (found := member(tx, home_id, person_id)):
            return Kept(*found, desk_calendar(tx, found[0]))
    raise Problem(HTTPStatus.NOT_FOUND, "404", back="/equipe")


def _page(rooms: Rooms, visitor: Visitor, kept: Kept, fields: Typed, status: int = 200) -> HTMLResponse:
    shown = preview(fields.get("hours"), kept.calendar, rooms.now())
    about = {"home": kept.home, "person": kept.person, "kept": kept.hours, "preview": shown}
    return rooms.show("duty.html", visitor, status, fields=fields.fields, wrong=fields.wrong, **about)
