"""Who did and saw what: the audit journal of the missions locales that a manager leads."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Annotated, Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from backend.audit.commands import record
from backend.audit.models import Audit
from backend.audit.queries import EVERYWHERE, PAGE, Places, Wanted, colleagues, entries, names, pages_of
from backend.console.board import plain
from backend.console.rooms import InRooms, Rooms
from backend.console.thread_view import thread_in_scope
from backend.console.visitors import Visitor, allowed
from backend.console.written_down import KINDS, every_action
from backend.db import Tx
from backend.people.accounts import ADMIN

router = APIRouter(prefix="/journal")
Overseer = Annotated[Visitor, Depends(allowed("manager", ADMIN))]
NAMES = ("qui", "quoi", "jour", "genre", "numero", "relais")
MOST = 20_000
"""Rows of a file."""


@dataclass(frozen=True)
class Asked:
    """What stands in the address."""

    fields: Mapping[str, str]
    wanted: Wanted
    before: int

    @property
    def query(self) -> str:
        return urlencode({name: value for name, value in self.fields.items() if value})


def read_query(rooms: Rooms, query: Mapping[str, str]) -> Asked:
    """What it does not know is not looked for."""
    fields = {name: query.get(name, "").strip()[:40] for name in NAMES}
    kind = fields["genre"] if fields["genre"] in KINDS else ""
    wanted = Wanted(
        person_id=_number(fields["qui"]) if fields["qui"] else None,
        action=fields["quoi"] if fields["quoi"] in every_action() else "",
        kind=kind,
        subject=_number(fields["numero"]),
    )
    since, until = _day(rooms, fields["jour"])
    return Asked(fields, replace(wanted, since=since, until=until), _number(query.get("avant", "")))


@router.get("")
def read_journal(request: Request, rooms: InRooms, visitor: Overseer) -> HTMLResponse:
    asked, own = read_query(rooms, request.query_params), _own(visitor)
    with rooms.db.reading() as tx:
        asked = _about(tx, rooms, visitor, asked)
        rows = entries(tx, _places(visitor), asked.wanted, asked.before, PAGE + 1)
        context: dict[str, Any] = {
            "days": _by_day(rooms, rows[:PAGE]),
            "older": rows[PAGE - 1].id if len(rows) > PAGE else None,
            "names": names(tx, {row.person_id for row in rows} | _persons(rows)),
            "pages": pages_of(tx, own, rows[:PAGE]),
            "colleagues": colleagues(tx, _places(visitor)),
        }
    context |= {"kept": rooms.settings.keep_audit, "kinds": KINDS, "actions": every_action()}
    return rooms.show("journal.html", visitor, asked=asked, **context)


@router.get(".csv")
def export(request: Request, rooms: InRooms, visitor: Overseer) -> Response:
    """The same rows as a file, which is written down too."""
    asked = read_query(rooms, request.query_params)
    with rooms.db.transaction() as tx:
        asked = _about(tx, rooms, visitor, asked)
        rows = entries(tx, _places(visitor), asked.wanted, most=MOST)
        known = names(tx, {row.person_id for row in rows})
        record(tx, rooms.script, visitor.staff.id, "exported_journal")
    written = io.StringIO()
    table = csv.writer(written, delimiter=";")
    table.writerow(rooms.pages.render("journal-columns.txt").split("\n"))
    table.writerows(_cells(rooms, row, known) for row in rows)
    name = f"journal-{rooms.pages.local(rooms.now()):%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response("\ufeff" + written.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _cells(rooms: Rooms, row: Audit, known: Mapping[int, str]) -> list[str]:
    words = rooms.pages.macro("parts/acts.html", "did")
    about = rooms.pages.macro("parts/acts.html", "kind")(row.kind).strip() if row.kind else ""
    at = f"{rooms.pages.local(row.at):%Y-%m-%d %H:%M:%S}"
    subject = str(row.subject) if row.subject else ""
    who = plain(known.get(row.person_id, ""))
    return [at, str(row.person_id), who, str(words(row.action)).strip(), about, subject]


def _about(tx: Tx, rooms: Rooms, visitor: Visitor, asked: Asked) -> Asked:
    """With `relais`, all that concerns its young person. Raises Problem (404) for a thread that is not theirs."""
    if not asked.fields["relais"]:
        return asked
    thread = thread_in_scope(tx, rooms, visitor, _number(asked.fields["relais"]))
    return replace(asked, wanted=replace(asked.wanted, youth_id=thread.youth.id))


def _places(visitor: Visitor) -> Places:
    """An administrator of the deployment reads all of it: it names no young person."""
    return EVERYWHERE if visitor.staff.is_admin else _own(visitor)


def _own(visitor: Visitor) -> frozenset[int]:
    return visitor.staff.mission_locales("manager")


def _persons(rows: list[Audit]) -> set[int]:
    return {row.subject for row in rows if row.kind == "person"}


def _by_day(rooms: Rooms, rows: list[Audit]) -> list[tuple[date, list[Audit]]]:
    days = groupby(rows, lambda row: rooms.pages.local(row.at).date())
    return [(day, list(group)) for day, group in days]


def _day(rooms: Rooms, given: str) -> tuple[datetime | None, datetime | None]:
    """From midnight to midnight; nothing for what is no day."""
    try:
        begin = datetime.combine(date.fromisoformat(given), time(), ZoneInfo(rooms.pages.zone))
        return begin, begin + timedelta(days=1)
    except (ValueError, OverflowError):
        return None, None


def _number(given: str) -> int:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
