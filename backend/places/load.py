"""Loading the territories of the deployment, once. What staff changed since is never overwritten."""

from __future__ import annotations

from sqlmodel import select

from backend.agenda.models import Motive, Opening
from backend.db import Tx
from backend.people.models import Membership, Person
from backend.places.models import Coverage, MissionLocale, Site
from content.places import Territory, load_territory
from content.territory import Opening as OpeningData
from content.territory import Site as SiteData


def load_territories(tx: Tx, slugs: tuple[str, ...]) -> list[str]:
    """Load those that are not there yet. Returns their names. Raises ContentError on a mistake in the files."""
    return [name for slug in slugs if (name := load_once(tx, load_territory(slug)))]


def load_once(tx: Tx, territory: Territory) -> str | None:
    """One mission locale with its sites, staff, openings and coverage; None if it is there already."""
    data = territory.mission_locale
    if tx.exec(select(MissionLocale).where(MissionLocale.slug == data.id)).first():
        return None
    place = MissionLocale(
        slug=data.id,
        name=data.name,
        short_name=data.short_name,
        timezone=data.timezone,
        language=data.language,
        phone=data.phone,
        website=data.website,
        desk_hours=data.desk_hours,
        example=data.example,
    )
    tx.add(place)
    tx.flush()
    _fill(tx, territory, place.id or 0)
    return place.name


def _fill(tx: Tx, territory: Territory, home: int) -> None:
    sites = {s.id: _site(s, home) for s in territory.sites}
    people = {s.id: Person(name=s.name, email=s.email, demo=True) for s in territory.staff}
    tx.add_all([*sites.values(), *people.values()])
    tx.flush()
    for staff in territory.staff:
        at = sites[staff.site].id if staff.site else None
        person = people[staff.id].id or 0
        for role in staff.roles:
            tx.add(Membership(person_id=person, mission_locale_id=home, site_id=at, role=role))
    for opening in territory.openings:
        tx.add(_opening(opening, home, people[opening.advisor].id or 0, sites[opening.site].id))
    tx.add_all(_motives(territory, home))
    for covered in territory.coverage:
        certain = not covered.probable
        tx.add(Coverage(insee=covered.insee, mission_locale_id=home, certain=certain, source=covered.source))
    tx.flush()


def _site(data: SiteData, home: int) -> Site:
    same = ("kind", "name", "host", "address", "postcode", "insee", "commune", "lat", "lon", "phone")
    more = ("phone_owner", "hours", "booking_mode", "age_min", "age_max", "access", "source", "checked_on")
    values = {name: getattr(data, name) for name in (*same, *more)}
    return Site(
        slug=data.id, mission_locale_id=home, needs=list(data.needs), example=data.shows_example, **values
    )


def _opening(data: OpeningData, home: int, advisor: int, site: int | None) -> Opening:
    same = ("hours", "until", "age_min", "age_max", "max_a_day", "buffer_minutes", "example")
    values = {name: getattr(data, name) for name in same}
    needs, modes = list(data.needs), list(data.modes)
    return Opening(
        advisor_id=advisor,
        mission_locale_id=home,
        site_id=site,
        since=data.starts,
        needs=needs,
        modes=modes,
        **values,
    )


def _motives(territory: Territory, home: int) -> list[Motive]:
    same = ("name", "minutes", "min_notice_hours", "max_notice_days", "bring")
    return [
        Motive(
            mission_locale_id=home,
            slug=m.id,
            needs=list(m.needs),
            modes=list(m.modes),
            **{name: getattr(m, name) for name in same},
        )
        for m in territory.motives
    ]
