"""Writing the made-up country into an empty database. What is made up says so: `example`, and a name that tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import count
from typing import Any, TypeAlias

from sqlmodel import SQLModel

from backend.agenda.models import Motive, Opening
from backend.copying import go_on_after
from backend.db import Database, Tx
from backend.people.models import Membership, Person
from backend.places.load import motive_values
from backend.places.models import Coverage, MissionLocale, Site
from backend.rows import insert_many, table_of
from bot.simulation.country import Structure
from bot.simulation.words import words
from content.calendars import calendar_of
from content.communes import Commune
from content.places import motives

Row: TypeAlias = dict[str, Any]
SLUG = "simulation-"
"""How the slug of every mission locale of ours begins: the mark of a database that may be filled again."""
DESK = "Mo-Fr 09:00-12:30,13:30-18:00; PH off"
SEAT = "Mo,We,Fr 09:00-12:00,13:30-17:00; PH off"
ROUNDS = ("Tu 09:00-12:00", "Tu 14:00-17:00", "Th 09:00-12:00", "Th 14:00-17:00")
"""When an advisor is at an outpost, one each."""
A_DAY = 8
AT_THE_DESK = 20
"""Missions locales whose staff may sign in with one click, where the pages are shown."""


def furnish(tx: Tx, db: Database, structures: Sequence[Structure]) -> None:
    """Missions locales, sites, staff, agendas, motives and coverage."""
    homes, sites, people = count(1), count(1), count(1)
    rows: defaultdict[type[SQLModel], list[Row]] = defaultdict(list)
    for number, structure in enumerate(structures):
        home = next(homes)
        mine = list(_sites(sites, home, structure))
        staff = list(_staff(people, number, structure))
        rows[MissionLocale].append(_home(home, structure))
        rows[Site] += mine
        rows[Person] += staff
        rows[Membership] += _members(home, staff, structure.advisors)
        rows[Opening] += _openings(home, staff[: structure.advisors], mine[0], mine[1:])
        rows[Motive] += (_row(Motive, mission_locale_id=home, **motive_values(m)) for m in motives())
        rows[Coverage] += _coverage(structure, home)
    for table, found in rows.items():
        insert_many(tx, table_of(table), found)
        if table in {MissionLocale, Site, Person}:
            go_on_after(db, tx, table_of(table), len(found))


@cache
def _defaults(table: type[SQLModel]) -> Row:
    """What a row holds that nothing is said of. Making objects of 60,000 rows would take ten times as long."""
    fields = {
        name: field for name, field in table.model_fields.items() if not field.is_required() and name != "id"
    }
    return {name: field.get_default(call_default_factory=True) for name, field in fields.items()}


def _row(table: type[SQLModel], **values: Any) -> Row:
    return {**_defaults(table), **values}


def _home(number: int, structure: Structure) -> Row:
    seat, names = structure.seat, words()["places"]
    return _row(
        MissionLocale,
        id=number,
        slug=SLUG + seat.insee,
        name=names["name"].format(town=seat.name),
        short_name=names["short"].format(town=seat.name),
        timezone=calendar_of(seat.insee).zone,
        desk_hours=DESK,
        example=True,
    )


def _sites(numbers: Iterator[int], home_id: int, structure: Structure) -> Iterator[Row]:
    """The seat, then the outposts."""
    yield _site(next(numbers), home_id, structure.seat, "head_office")
    for commune in structure.outposts:
        yield _site(next(numbers), home_id, commune, "outpost")


def _site(number: int, home_id: int, commune: Commune, kind: str) -> Row:
    names = words()["places"]
    return _row(
        Site,
        id=number,
        slug=f"{SLUG}{kind.replace('_', '-')}-{commune.insee}",
        mission_locale_id=home_id,
        kind=kind,
        name=names["seat" if kind == "head_office" else "outpost"].format(town=commune.name),
        address=names["street"],
        postcode=commune.postcodes[0] if commune.postcodes else "",
        insee=commune.insee,
        commune=commune.name,
        lat=commune.lat,
        lon=commune.lon,
        hours=DESK if kind == "head_office" else "Tu,Th 09:00-12:00,14:00-17:00; PH off",
        age_min=16,
        age_max=25,
        source=names["source"],
        checked_on=date(2026, 11, 22),
        example=True,
    )


def _staff(numbers: Iterator[int], place: int, structure: Structure) -> Iterator[Row]:
    """The advisors, then the médiateurs."""
    first, last = words()["staff"]["first"], words()["staff"]["last"]
    for k in range(structure.advisors + mediators(structure)):
        name = f"{first[(place + k) % len(first)]} {last[(place // 3 + k * 7) % len(last)]}"
        email = f"{structure.seat.insee.lower()}.{k}@simulation.invalid"
        yield _row(Person, id=next(numbers), name=name, email=email, demo=place < AT_THE_DESK)


def mediators(structure: Structure) -> int:
    """Two, and one more for every four advisors."""
    return 2 + structure.advisors // 4


def _members(home_id: int, staff: Sequence[Row], advisors: int) -> Iterator[Row]:
    for k, person in enumerate(staff):
        role = "advisor" if k < advisors else "mediator"
        yield _row(Membership, person_id=person["id"], mission_locale_id=home_id, role=role)


def _openings(home_id: int, advisors: Sequence[Row], seat: Row, outposts: Iterable[Row]) -> Iterator[Row]:
    """Three days at the seat; the other two each half-day at another outpost, as long as there are any."""
    left = iter(outposts)
    for advisor in advisors:
        yield _opening(home_id, advisor, seat, SEAT)
        for half_day, outpost in zip(ROUNDS, left, strict=False):
            yield _opening(home_id, advisor, outpost, f"{half_day}; PH off")


def _opening(home_id: int, advisor: Row, site: Row, hours: str) -> Row:
    return _row(
        Opening,
        advisor_id=advisor["id"],
        mission_locale_id=home_id,
        site_id=site["id"],
        hours=hours,
        age_min=16,
        age_max=25,
        modes=["place", "phone"],
        max_a_day=A_DAY,
        buffer_minutes=10,
        example=True,
    )


def _coverage(structure: Structure, home_id: int) -> Iterator[Row]:
    source = words()["places"]["source"]
    for commune in structure.served:
        yield {"insee": commune.insee, "mission_locale_id": home_id, "certain": False, "source": source}
