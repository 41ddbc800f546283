"""The sheet of the days on which a site does not keep its usual hours."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select

from backend.agenda.door_changes import DoorChange, shuts_out
from backend.places.models import Site, SiteException
from backend.places.report import Report
from backend.places.sheets.known import GO_TO_PAGE, Known, each, only, update, where
from content.rows import Row
from content.sheet_cells import Filled
from content.sheets import Sheet

LONGEST_DAYS = 366


def import_exceptions(known: Known, sheet: Sheet, report: Report) -> None:
    """Closed days and other hours, known again by site and days. Nobody booked is left before a closed door."""
    mine = select(SiteException).join(Site).where(Site.mission_locale_id == known.home_id)
    rows = known.tx.exec(mine.order_by(col(SiteException.id)))
    kept = {(row.site_id, row.first, row.last): row for row in rows}
    seen: set[object] = set()

    def put(line: Filled) -> None:
        row, (first, last) = line.row, _days(line.row)
        site = known.sites[row.one_of("site", known.sites)]
        key, hours = (site.id or 0, first, last), row.text("hours")
        if key in seen:
            raise row.wrong("first", "days that no other line of this site has")
        seen.add(key)
        found = kept.get(key)
        if found is None or ("hours" in line.given and found.hours != hours):
            _need_nobody(known, row, site, DoorChange(site.id or 0, first, last, hours))
        values = {"hours": hours, "reason": row.text("reason")}
        if found is None:
            known.tx.add(_made(site, line.row, first, last))
            report.new += 1
        else:
            report.change(where(row), fields := update(found, only(values, line.given)))
        if found is None or fields:
            site.changed_at = known.now

    each(sheet, report, put)
    known.tx.flush()


def _made(site: Site, row: Row, first: date, last: date) -> SiteException:
    hours, reason = row.text("hours"), row.text("reason")
    return SiteException(site_id=site.id or 0, first=first, last=last, hours=hours, reason=reason)


def _days(row: Row) -> tuple[date, date]:
    first = row.day("first")
    last = row.day_or_none("last") or first
    if last < first or (last - first).days > LONGEST_DAYS:
        raise row.wrong("last", "a day from the first one on, a year later at most")
    return first, last


def _need_nobody(known: Known, row: Row, site: Site, change: DoorChange) -> None:
    there = known.booked_at(site)
    if out := sum(shuts_out(change, site.insee, a.starts_at, a.ends_at) for a in there):
        raise row.wrong("first", f"days on which nobody booked is shut out ({out} would be: {GO_TO_PAGE})")
