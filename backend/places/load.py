"""Loading the territories of the deployment, once. What staff changed since is never overwritten."""

from __future__ import annotations

from typing import Any

from sqlmodel import select

from backend.agenda.models import Motive, Opening
from backend.db import Tx
from backend.people.models import Membership, Person
from backend.places.models import Coverage, MissionLocale, Site
from content.places import Territory, load_territory
from content.territory import Motive as MotiveData
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
        concern=data.concern.strip(),
        example=data.example,
    )
    tx.add(place)
    tx.flush()
    _fill(tx, territory, place.id or 0)
    return place.name


def _fill(tx: Tx, territory: Territory, home: int) -> None:
    sites = {s.id: Site(mission_locale_id=home, **site_values(s)) for s in territory.sites}
    people = {s.id: Person(name=s.name, email=s.email, demo=True) for s in territory.staff}
    tx.add_all([*sites.values(), *people.values()])
    tx.flush()
    for staff in territory.staff:
        at = sites[staff.site].id if staff.site else None
        person = people[staff.id].id or 0
        for role in staff.roles:
            tx.add(Membership(person_id=person, mission_locale_id=home, site_id=at, role=role))
    for opening in territory.openings:
        advisor, at = people[opening.advisor].id or 0, sites[opening.site].id
        values = opening_values(opening)
        tx.add(Opening(mission_locale_id=home, advisor_id=advisor, site_id=at, **values))
    tx.add_all(Motive(mission_locale_id=home, **motive_values(m)) for m in territory.motives)
    for covered in territory.coverage:
        certain = not covered.probable
        tx.add(Coverage(insee=covered.insee, mission_locale_id=home, certain=certain, source=covered.source))
    tx.flush()


def site_values(data: SiteData) -> dict[str, Any]:
    """A site as it is kept, but for the mission locale it belongs to."""
    same = ("kind", "name", "host", "address", "postcode", "insee", "commune", "lat", "lon", "phone")
    more = ("phone_owner", "hours", "booking_mode", "age_min", "age_max", "access", "source", "checked_on")
    values = {name: getattr(data, name) for name in (*same, *more)}
    return {"slug": data.id, "needs": list(data.needs), "example": data.shows_example, **values}


def opening_values(data: OpeningData) -> dict[str, Any]:
    """An opening as it is kept, but for whose it is and where."""
    same = ("hours", "until", "age_min", "age_max", "max_a_day", "buffer_minutes", "example")
    values = {name: getattr(data, name) for name in same}
    return {"since": data.starts, "needs": list(data.needs), "modes": list(data.modes), **values}


def motive_values(data: MotiveData) -> dict[str, Any]:
    """A motive as it is kept, but for the mission locale it belongs to."""
    same = ("name", "minutes", "min_notice_hours", "max_notice_days", "bring")
    values = {name: getattr(data, name) for name in same}
    return {"slug": data.id, "needs": list(data.needs), "modes": list(data.modes), **values}
