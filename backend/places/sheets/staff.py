"""The sheet of staff: accounts without a password (`passerelle user add` sets one), and what each may do."""

from __future__ import annotations

from backend.agenda.models import Opening
from backend.people.models import Membership, Person
from backend.places.report import Report
from backend.places.sheets.known import Known, each, where
from content.place_rows import staff_member
from content.rows import Row
from content.sheet_cells import Filled
from content.sheets import Sheet
from content.territory import Staff

Place = tuple[int | None, str]
"""(site or None for all, role)."""


def import_staff(known: Known, sheet: Sheet, report: Report) -> None:
    """Add accounts and set what they may do here. Nobody's account is ever taken away."""
    lines: list[tuple[Row, Staff, Person, bool]] = []
    seen: set[str] = set()
    new: set[str] = set()

    def put(line: Filled) -> None:
        row = line.row
        data = _read(known, line, seen)
        person = known.people.get(data.email)
        if person is None:
            person = _add(known, data)
            new.add(data.email)
        _need_no_openings(known, row, data, person)
        known.people_by_id[data.id] = person
        lines.append((row, data, person, "site" in line.given))

    each(sheet, report, put)
    known.tx.flush()
    for row, data, person, sited in lines:
        fields = _same_name(person, data) + _set_roles(known, person, data, sited)
        if data.email in new:
            report.new += 1
        else:
            report.change(where(row), fields)
    known.tx.flush()


def _read(known: Known, line: Filled, seen: set[str]) -> Staff:
    row = line.row
    data = staff_member(line.also(id=row.text("id") or row.word("email")).row, known.sites)
    if data.email in seen:
        raise row.wrong("email", "an e-mail address that no other line has")
    seen.add(data.email)
    if data.id in known.people_by_id:
        raise row.wrong("id", "an id that no other line has")
    return data


def _add(known: Known, data: Staff) -> Person:
    person = known.people[data.email] = Person(name=data.name, email=data.email)
    known.tx.add(person)
    return person


def _same_name(person: Person, data: Staff) -> list[str]:
    if person.name == data.name:
        return []
    person.name = data.name
    return ["name"]


def _set_roles(known: Known, person: Person, data: Staff, sited: bool) -> list[str]:
    """Give what the line gives and take what it no longer says, in this mission locale only."""
    held = {(m.site_id, m.role): m for m in known.memberships.get(person.id or 0, [])}
    site = known.sites[data.site].id if data.site else None
    wanted = {place for role in data.roles for place in _places(held, site, role, sited)}
    for place in held.keys() - wanted:
        known.tx.delete(held[place])
    added = [_membership(known, person, place) for place in sorted(wanted - held.keys(), key=str)]
    known.tx.add_all(added)
    kept = [membership for place, membership in held.items() if place in wanted]
    known.memberships[person.id or 0] = [*kept, *added]
    return ["roles"] if held.keys() != wanted else []


def _places(held: dict[Place, Membership], site: int | None, role: str, sited: bool) -> list[Place]:
    """Where they have this role; an empty cell leaves it where it is."""
    kept = [] if sited else [place for place in held if place[1] == role]
    return kept or [(site, role)]


def _membership(known: Known, person: Person, place: Place) -> Membership:
    site, role = place
    return Membership(person_id=person.id or 0, mission_locale_id=known.home_id, site_id=site, role=role)


def _need_no_openings(known: Known, row: Row, data: Staff, person: Person) -> None:
    """Who can be booked stays an advisor. Raises ContentError."""
    if "advisor" in data.roles or person.id is None:
        return
    if current := [o for o in known.openings if o.advisor_id == person.id and _lasts(known, o)]:
        raise row.wrong("roles", f"advisor too while {len(current)} openings last (end them: until)")


def _lasts(known: Known, opening: Opening) -> bool:
    return opening.until is None or opening.until >= known.now.date()
