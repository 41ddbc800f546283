"""The agenda by the week and by the day, of an advisor or of a site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from http import HTTPStatus
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from backend.agenda.conflicts import conflicts
from backend.agenda.staff import visits_between
from backend.agenda.week import grounds
from backend.agenda.whose import Whose, advisors_of, desks_of, of_advisor, of_site, usual
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Advisor, Visitor
from backend.console.week_grid import FIRST, LAST, Block, Column, Scenery, column
from backend.db import Tx

router = APIRouter()
EARLIEST, LATEST = date(2000, 1, 3), date(2199, 12, 1)
A_WEEK = 7
WORKDAYS = 5


@dataclass(frozen=True)
class Days:
    """What a page is asked to show."""

    first: date
    count: int

    @property
    def all(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range(self.count)]

    def span(self, zone: str) -> tuple[datetime, datetime]:
        """From the first midnight to the last."""
        begin = datetime.combine(self.first, time(), ZoneInfo(zone))
        return begin, datetime.combine(self.first + timedelta(days=self.count), time(), ZoneInfo(zone))


@router.get("/rendez-vous/semaine")
def read_week(rooms: InRooms, visitor: Advisor, du: str = "", avec: str = "", lieu: str = "") -> HTMLResponse:
    """Monday to Sunday around a day; the weekend only if something stands there."""
    with rooms.db.reading() as tx:
        whose = chosen(tx, visitor, avec, lieu)
        day = _day(rooms, du, whose)
        if not du and day.weekday() >= WORKDAYS:  # on a Sunday people look at what comes
            day += timedelta(days=A_WEEK - WORKDAYS)
        days = Days(day - timedelta(days=day.weekday()), A_WEEK)
        scene = _scene(tx, rooms, visitor, whose, days)
        context = _choices(tx, visitor, whose)
    columns = [column(scene, one) for one in days.all]
    shown = [c for n, c in enumerate(columns) if n < WORKDAYS or c.blocks or c.patches]
    return _page(rooms, visitor, "week", days, shown, context)


@router.get("/rendez-vous/jour")
def read_day(rooms: InRooms, visitor: Advisor, le: str = "", avec: str = "", lieu: str = "") -> HTMLResponse:
    """One day: of an advisor, or of everyone at a site side by side."""
    with rooms.db.reading() as tx:
        whose = chosen(tx, visitor, avec, lieu)
        days = Days(_day(rooms, le, whose), 1)
        scene = _scene(tx, rooms, visitor, whose, days)
        context = _choices(tx, visitor, whose)
    return _page(rooms, visitor, "day", days, _by_advisor(scene, days.first, whose), context)


def chosen(tx: Tx, visitor: Visitor, avec: str, lieu: str) -> Whose:
    """Whose agenda is asked for. Raises Problem (404) for what is not in their scope as for what does not exist."""
    if avec or lieu:
        find: Callable[..., Whose | None] = of_advisor if avec else of_site
        found = find(tx, visitor.staff, number(avec or lieu))
    else:
        found = usual(tx, visitor.staff)
    if found is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/rendez-vous")
    return found


def number(given: str) -> int:
    """The id that stands in an address; 0 if it is none."""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


def _day(rooms: Rooms, given: str, whose: Whose) -> date:
    """The day that is asked for, today if none is. Raises Problem (400)."""
    if not given:
        return rooms.pages.local(rooms.now(), whose.zone).date()
    try:
        day = date.fromisoformat(given)
    except ValueError:
        day = date.min
    if not EARLIEST <= day <= LATEST:
        raise Problem(HTTPStatus.BAD_REQUEST, "day", back="/rendez-vous/semaine")
    return day


def _scene(tx: Tx, rooms: Rooms, visitor: Visitor, whose: Whose, days: Days) -> Scenery:
    begin, end = days.span(whose.zone)
    found = visits_between(tx, visitor.staff, begin, end, whose.only())
    also = {v.advisor_id for v in found}
    return Scenery(found, grounds(tx, whose, begin, end, also), conflicts(tx, found, rooms.now()), whose.zone)


def _by_advisor(scene: Scenery, day: date, whose: Whose) -> list[Column]:
    if whose.advisor_id:
        return [column(scene, day, whose.name, whose.advisor_id)]
    here = [(v.advisor, v.advisor_id) for v in scene.visits]
    here += [(g.advisor, g.advisor_id) for g in scene.grounds]
    return [column(scene, day, name, id_) for name, id_ in sorted(set(here))]


def _choices(tx: Tx, visitor: Visitor, whose: Whose) -> dict[str, Any]:
    return {
        "whose": whose,
        "advisors": advisors_of(tx, visitor.staff),
        "sites": desks_of(tx, visitor.staff),
    }


def _page(
    rooms: Rooms, visitor: Visitor, kind: str, days: Days, columns: list[Column], context: dict[str, Any]
) -> HTMLResponse:
    whose, step = context["whose"], timedelta(days=days.count)
    to_settle: list[Block] = [b for c in columns for b in c.blocks if b.conflict]
    return rooms.show(
        "week.html",
        visitor,
        kind=kind,
        columns=columns,
        days=days,
        last=days.all[-1],
        before=days.first - step,
        after=days.first + step,
        today=rooms.pages.local(rooms.now(), whose.zone).date(),
        to_settle=to_settle,
        hours=range(FIRST, LAST + 1),
        **context,
    )
