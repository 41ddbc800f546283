"""The sheet of sites."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import col

from backend.agenda.looking import look_again
from backend.agenda.models import Appointment
from backend.agenda.new_hours import taken_away
from backend.places.load import site_values
from backend.places.models import Site
from backend.places.report import Report
from backend.places.sheets.known import GO_TO_PAGE, Known, each, only, update, where
from backend.places.sites import exceptions_of
from content.calendars import calendar_of
from content.place_rows import site as read_site
from content.rows import Row
from content.sheet_cells import Filled
from content.sheet_places import placed, some_communes
from content.sheets import Sheet

PLACE = ("insee", "commune")
POINT = ("postcode", "lat", "lon")
EXAMPLE = {"example", "hours_example"}
UNSAID = "2000-01-01"
"""Stands for a day of checking that is not told while the strict reading of a site asks for one."""


def import_sites(known: Known, sheet: Sheet, report: Report) -> None:
    """Add and change sites; one that the file leaves out stays as it is, and is named."""
    seen: set[str] = set()

    def put(line: Filled) -> None:
        row = line.row
        if row.word("id") in seen:
            raise row.wrong("id", "an id that no other line has")
        if row.text("id") in known.taken_slugs:
            raise row.wrong("id", "an id that no site of another mission locale has")
        seen.add(row.text("id"))
        _put(known, line, sheet.source, report)

    ids = each(sheet, report, put)
    known.tx.flush()
    if seen:
        absent = (s for s in known.sites.values() if s.slug not in ids and s.closed_at is None)
        report.left = [f"{site.slug} ({site.name})" for site in absent]


def _put(known: Known, line: Filled, source: str, report: Report) -> None:
    line = placed(line)
    values = _values(known, line, source)
    site = known.sites.get(line.row.text("id"))
    if site is None:
        site = known.sites[line.row.text("id")] = Site(mission_locale_id=known.home_id, **values)
        known.tx.add(site)
        report.new += 1
        return
    _need_nobody(known, line.row, site, values["closed_at"])
    told = _told(line, site, values)
    _need_their_hours(known, line.row, site, told.get("hours", site.hours))
    fields = update(site, told)
    if fields:
        site.changed_at = known.now
    if "insee" in fields:
        look_again(known.tx, known.now, col(Appointment.site_id) == site.id)
    report.change(where(line.row), fields)


def _values(known: Known, line: Filled, source: str) -> dict[str, Any]:
    """All that a line says of a site, empty cells included."""
    row, told = line.row, line.row.text("checked_on")
    known.need_not_later(row, "checked_on")
    strict = line.also(source=row.text("source") or source, checked_on=told or UNSAID)
    data = read_site(strict.row, known.needs)
    return {
        **site_values(data),
        "checked_on": row.day_or_none("checked_on"),
        "communes": some_communes(row, "communes"),
        "email": row.text("email"),
        "website": row.text("website"),
        "closed_at": _closing(row, data.insee),
    }


def _closing(row: Row, insee: str) -> datetime | None:
    day = row.day_or_none("closed_on")
    return datetime.combine(day, time(), ZoneInfo(calendar_of(insee).zone)) if day else None


def _told(line: Filled, site: Site, values: dict[str, Any]) -> dict[str, Any]:
    """What the file changes: the cells that are filled, and the place as a whole if the commune is another."""
    names = {*line.given, *PLACE}
    if site.insee != values["insee"]:
        names |= set(POINT)
    if EXAMPLE & line.given:
        names.add("example")
    if values["closed_at"]:
        names.add("closed_at")
    return only(values, names)


def _need_nobody(known: Known, row: Row, site: Site, closed_at: datetime | None) -> None:
    """No appointment points at a closed door. Raises ContentError."""
    if closed_at is None or site.closed_at == closed_at:
        return
    if booked := sum(a.ends_at > closed_at for a in known.booked_at(site)):
        raise row.wrong("closed_on", f"nobody booked there from then on ({booked} are: {GO_TO_PAGE})")


def _need_their_hours(known: Known, row: Row, site: Site, hours: str) -> None:
    """Nor at a door that its new hours close. Raises ContentError."""
    coming = [] if hours == site.hours else list(known.booked_at(site))
    days = exceptions_of(known.tx, site.id or 0) if coming else []
    if booked := len(taken_away(site, hours, coming, days)):
        raise row.wrong(
            "hours", f"hours that keep the days of who is booked ({booked} lose theirs: {GO_TO_PAGE})"
        )
