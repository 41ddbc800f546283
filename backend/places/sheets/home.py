"""The mission locale itself: the one line of its sheet."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

from sqlmodel import col, select

from backend.agenda.looking import look_again
from backend.agenda.models import Appointment
from backend.db import Tx
from backend.places.models import MissionLocale
from backend.places.report import Report
from backend.places.sheets.known import only, update, where
from content.communes import load_communes
from content.rows import ContentError
from content.sheet_cells import Filled, filled
from content.sheets import Sheet
from content.tables import TableRefused

LANGUAGES = ("fr", "fr-vous")


def import_home(tx: Tx, sheet: Sheet, report: Report, now: datetime) -> MissionLocale | None:
    """The mission locale that this workbook is about; None if its sheet is empty. Raises TableRefused."""
    rows = list(sheet.rows())
    if len(rows) > 1:
        raise TableRefused(f"{sheet.name}, line {rows[1].line}: expected one line")
    try:
        return _put(tx, filled(rows[0], sheet.shape), report, now) if rows else None
    except ContentError as error:  # all the rest hangs on it
        raise TableRefused(str(error)) from None


def home_of(tx: Tx, slug: str) -> MissionLocale:
    """A mission locale that is there already. Raises TableRefused."""
    homes = {home.slug: home for home in tx.exec(select(MissionLocale))}
    if slug not in homes:
        known = ", ".join(sorted(homes)) or "none is there yet: import its territory first"
        raise TableRefused(f"--mission-locale {slug}: expected one of those that are there ({known})")
    return homes[slug]


def _put(tx: Tx, line: Filled, report: Report, now: datetime) -> MissionLocale:
    values = _values(line)
    home = tx.exec(select(MissionLocale).where(MissionLocale.slug == values["slug"])).first()
    if home is None:
        home = MissionLocale(**values)
        report.new += 1
        tx.add(home)
    else:
        fields = update(home, only(values, line.given))
        report.change(where(line.row), fields)
        if "timezone" in fields:
            look_again(tx, now, col(Appointment.mission_locale_id) == home.id)
    tx.flush()
    return home


def _values(line: Filled) -> dict[str, Any]:
    row = line.row
    if row.text("timezone") not in available_timezones():
        raise row.wrong("timezone", "an IANA name such as Europe/Paris")
    if row.text("center") and load_communes().get(row.text("center")) is None:
        raise row.wrong("center", "the INSEE code of a commune")
    same = ("phone", "website", "desk_hours", "timezone", "concern")
    return {
        "slug": row.word("id"),
        "name": row.word("name"),
        "short_name": row.text("short_name") or row.word("name"),
        "language": row.one_of("language", LANGUAGES),
        "example": row.flag("example"),
        **{name: row.text(name) for name in same},
    }
