"""What lies behind the appointments of some days: openings, absences, what is busy elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from backend.agenda.models import Absence, Opening
from backend.agenda.queries import Bookable, every_opening
from backend.agenda.rules import open_ranges
from backend.agenda.whose import Whose
from backend.calendars.queries import busy_of
from backend.db import Tx
from backend.people.models import Person


@dataclass(frozen=True)
class Ground:
    """A range of an advisor. `kind`: opening, absence or external; `about`: the site, or the reason."""

    kind: str
    advisor_id: int
    advisor: str
    starts_at: datetime
    ends_at: datetime
    about: str = ""


def grounds(tx: Tx, whose: Whose, begin: datetime, end: datetime, also: Collection[int] = ()) -> list[Ground]:
    """What stands in these days, of one advisor or of those of a site (`also`: who is booked there too)."""
    openings = list(_openings(tx, whose, begin, end))
    ids = {g.advisor_id for g in openings} | set(also) | ({whose.advisor_id} - {None})
    names = {p.id or 0: p.name for p in tx.exec(select(Person).where(col(Person.id).in_(ids)))}
    away = [*_absences(tx, names, begin, end), *_external(tx, names, begin, end)]
    return sorted([*openings, *away], key=lambda g: (g.starts_at, g.advisor, g.kind))


def _openings(tx: Tx, whose: Whose, begin: datetime, end: datetime) -> Iterator[Ground]:
    mine = Opening.advisor_id == whose.advisor_id if whose.advisor_id else Opening.site_id == whose.site_id
    for home in tx.exec(select(Opening.mission_locale_id).where(mine).distinct()).all():
        for bookable in every_opening(tx, home, whose.site_id):
            if whose.advisor_id in (None, bookable.advisor.id):
                yield from _open(bookable, begin, end)


def _open(bookable: Bookable, begin: datetime, end: datetime) -> Iterator[Ground]:
    site = bookable.site
    closed_at = site.closed_at if site else None
    for opens, closes in open_ranges(bookable.range, begin, end):
        if closes > begin and opens < end and (closed_at is None or opens < closed_at):
            who = bookable.advisor
            yield Ground("opening", who.id or 0, who.name, opens, closes, site.name if site else "")


def _absences(tx: Tx, names: dict[int, str], begin: datetime, end: datetime) -> Iterator[Ground]:
    within = (col(Absence.ends_at) > begin, col(Absence.starts_at) < end)
    for row in tx.exec(select(Absence).where(col(Absence.advisor_id).in_(names), *within)):
        yield Ground("absence", row.advisor_id, names[row.advisor_id], row.starts_at, row.ends_at, row.reason)


def _external(tx: Tx, names: dict[int, str], begin: datetime, end: datetime) -> Iterator[Ground]:
    for advisor, spans in busy_of(tx, names, begin, end).items():
        for starts_at, ends_at in spans:
            yield Ground("external", advisor, names[advisor], starts_at, ends_at)
