"""What is kept of a mission locale already, each table read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import SQLModel, col, select

from backend.agenda.models import LIVE, Appointment, Opening
from backend.db import Tx
from backend.people.models import Membership, Person
from backend.places.models import MissionLocale, Site
from backend.places.report import Report
from content.loader import need_ids
from content.rows import ContentError, Row
from content.sheet_cells import Filled, filled
from content.sheets import Sheet

GO_TO_PAGE = "move or cancel them on the page /lieux first"


@dataclass
class Known:
    """One mission locale within one import."""

    tx: Tx
    home: MissionLocale
    now: datetime
    people_by_id: dict[str, Person] = field(default_factory=dict)
    """By the ids of the staff sheet, which are kept nowhere."""

    @property
    def home_id(self) -> int:
        return self.home.id or 0

    @cached_property
    def needs(self) -> frozenset[str]:
        return frozenset(need_ids())

    @cached_property
    def sites(self) -> dict[str, Site]:
        """By slug. Whoever books there waits until the import has ended."""
        mine = select(Site).where(Site.mission_locale_id == self.home_id).order_by(col(Site.id))
        return {site.slug: site for site in self.tx.exec(mine.with_for_update())}

    @cached_property
    def taken_slugs(self) -> frozenset[str]:
        """The ids of sites of other missions locales."""
        return frozenset(self.tx.exec(select(Site.slug).where(Site.mission_locale_id != self.home_id)))

    @cached_property
    def people(self) -> dict[str, Person]:
        """Everybody's account, by e-mail."""
        return {person.email: person for person in self.tx.exec(select(Person))}

    @cached_property
    def memberships(self) -> dict[int, list[Membership]]:
        found: dict[int, list[Membership]] = {}
        for row in self.tx.exec(select(Membership).where(Membership.mission_locale_id == self.home_id)):
            found.setdefault(row.person_id, []).append(row)
        return found

    @cached_property
    def openings(self) -> list[Opening]:
        mine = select(Opening).where(Opening.mission_locale_id == self.home_id).order_by(col(Opening.id))
        return list(self.tx.exec(mine))

    @cached_property
    def booked(self) -> list[Appointment]:
        """Who is still to come, whatever the mode; of doors, once nobody else can book there."""
        _ = self.sites
        coming = select(Appointment).where(
            Appointment.mission_locale_id == self.home_id,
            col(Appointment.status).in_(LIVE),
            Appointment.starts_at > self.now,
        )
        return list(self.tx.exec(coming))

    def booked_at(self, site: Site) -> Iterator[Appointment]:
        """Who is to come through this door."""
        return (a for a in self.booked if a.site_id == site.id and a.mode == "place")

    def need_not_later(self, row: Row, column: str) -> None:
        """A day of checking is no day to come. Raises ContentError."""
        checked = row.day_or_none(column)
        if checked and checked > self.now.astimezone(ZoneInfo(self.home.timezone)).date():
            raise row.wrong(column, "a day that is not to come")


def each(sheet: Sheet, report: Report, work: Callable[[Filled], None]) -> set[str]:
    """Do this with every line; one that is refused does not stop the others. Returns the ids that stand there."""
    ids: set[str] = set()
    for row in sheet.rows():
        ids.add(row.typed.get("id", ""))
        try:
            work(filled(row, sheet.shape))
        except ContentError as error:
            report.refuse(str(error))
    return ids


def update(row: SQLModel, values: Mapping[str, Any]) -> list[str]:
    """Set what differs, and say which fields those are."""
    differing = [key for key, value in values.items() if getattr(row, key) != value]
    for key in differing:
        setattr(row, key, values[key])
    return differing


def only(values: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The values of these names."""
    wanted = set(names)
    return {key: value for key, value in values.items() if key in wanted}


def where(row: Row) -> str:
    return f"{row.file}, line {row.line}"
