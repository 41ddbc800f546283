"""The sheet of openings: known again by their id, else by advisor, site and hours. They end by their last day."""

from __future__ import annotations

from functools import partial
from typing import Any

from backend.agenda.models import Opening
from backend.people.models import Person
from backend.places.load import opening_values
from backend.places.models import Site
from backend.places.report import Report
from backend.places.sheets.known import GO_TO_PAGE, Known, each, only, update, where
from backend.places.sheets.promises import Change, Promises
from content.calendars import calendar_of
from content.hours import check_bookable
from content.place_rows import opening as read_opening
from content.rows import Row
from content.sheet_cells import Filled
from content.sheet_places import some_communes
from content.sheets import Sheet

KEPT_AS = {"id": "slug", "advisor": "advisor_id", "site": "site_id", "starts": "since"}
"""Columns whose values are kept under another name."""
Key = tuple[object, ...]
REMOTE = {"phone", "visio"}


class Openings:
    """The openings of a mission locale, found by either key."""

    def __init__(self, known: Known, report: Report) -> None:
        self.known, self.report = known, report
        self.by_slug = {o.slug: o for o in known.openings if o.slug}
        self.by_hours: dict[Key, Opening] = {}
        for opening in reversed(known.openings):
            self.by_hours[_key(opening)] = opening
        self.advisors = _advisors(known)
        self.seen: set[Key] = set()
        self.met: set[int] = set()
        self.changes: list[Change] = []

    def put(self, line: Filled) -> None:
        """Add or change one. Raises ContentError."""
        advisor, site = self._advisor(line.row), self._site(line.row)
        values = self._values(line, advisor, site)
        slug, key = values["slug"], (values["advisor_id"], values["site_id"], values["hours"])
        if (own := (slug,) if slug else key) in self.seen:
            raise line.row.wrong("id" if slug else "hours", "an opening that no other line has")
        self.seen.add(own)
        found = self.by_slug.get(slug) if slug else None
        found = found or self._unnamed(key, slug)
        if found is None:
            found = self._add(values)
        else:
            self._change(line, found, values)
        self.met.add(id(found))

    def _unnamed(self, key: Key, slug: str) -> Opening | None:
        """One with these hours; it takes the name that the file gives it, never that of another."""
        found = self.by_hours.get(key)
        return found if found and (not slug or not found.slug) else None

    def _add(self, values: dict[str, Any]) -> Opening:
        opening = Opening(mission_locale_id=self.known.home_id, **values)
        self.known.tx.add(opening)
        self.known.openings.append(opening)
        self.report.new += 1
        return opening

    def _change(self, line: Filled, found: Opening, values: dict[str, Any]) -> None:
        told = only(values, {KEPT_AS.get(name, name) for name in line.given})
        before = {name: getattr(found, name) for name in told}
        self.changes.append(Change(line.row, found, before, update(found, told)))

    def _values(self, line: Filled, advisor: Person, site: Site | None) -> dict[str, Any]:
        row = line.row
        modes = row.text("modes") or ("place" if site else "phone")
        strict = line.also(modes=modes, advisor="a", site="s").row
        values = opening_values(read_opening(strict, {"a"}, {"s"}, self.known.needs))
        if site is not None:
            row.hours("hours", partial(check_bookable, calendar=calendar_of(site.insee)))
        elif not set(values["modes"]) <= REMOTE:
            raise row.wrong("site", "the id of a site, unless it is by phone or visio only")
        return {
            **values,
            "advisor_id": advisor.id,
            "site_id": site.id if site else None,
            "slug": row.text("id"),
            "communes": some_communes(row, "communes"),
        }

    def _advisor(self, row: Row) -> Person:
        name = row.word("advisor")
        person = self.known.people_by_id.get(name) or self.advisors.get(name.casefold())
        if person is None or not any(
            m.role == "advisor" for m in self.known.memberships.get(person.id or 0, [])
        ):
            raise row.wrong("advisor", "the e-mail address of an advisor of this mission locale")
        return person

    def _site(self, row: Row) -> Site | None:
        return self.known.sites[row.one_of("site", self.known.sites)] if row.text("site") else None


def import_openings(known: Known, sheet: Sheet, report: Report) -> None:
    """Add and change openings; nobody booked in one is left before a closed door."""
    promises, openings = Promises(known), Openings(known, report)
    ids = each(sheet, report, openings.put) - {""}
    known.tx.flush()
    for change in openings.changes:
        if broken := promises.broken_by(change):
            change.undo()
            why = f"hours and days that hold all who are booked ({broken} would be left: {GO_TO_PAGE})"
            report.refuse(str(change.row.wrong("hours", why)))
        else:
            report.change(where(change.row), change.fields)
    known.tx.flush()
    if openings.seen:
        absent = (o for o in known.openings if id(o) not in openings.met and o.slug not in ids)
        report.left = [o.slug or o.hours for o in absent]


def _key(opening: Opening) -> Key:
    return opening.advisor_id, opening.site_id, opening.hours


def _advisors(known: Known) -> dict[str, Person]:
    """Everybody here by e-mail, and by what stands before its @ if no colleague has the same."""
    here = [p for p in known.people.values() if p.id in known.memberships]
    names = [p.email.partition("@")[0] for p in here]
    short = {name: p for name, p in zip(names, here, strict=True) if names.count(name) == 1}
    return short | {p.email: p for p in here}
