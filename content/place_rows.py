"""One line of a territory's tables, checked and given its shape."""

from collections.abc import Collection
from functools import partial

from content.calendars import calendar_of
from content.communes import Commune, load_communes
from content.distance import kilometres
from content.hours import check, check_bookable
from content.rows import Row
from content.territory import Covered, Motive, Neighbour, Opening, Site, Staff

KINDS = ("head_office", "branch", "outpost", "mobile", "partner")
BOOKING_MODES = ("walk_in", "appointment", "both")
MODES = ("place", "phone", "visio")
ROLES = ("advisor", "mediator", "manager", "receptionist")
YOUNGEST, OLDEST = 16, 30
FAR_FROM_ITS_COMMUNE_KM = 30


def site(row: Row, needs: Collection[str]) -> Site:
    """A line of sites.csv."""
    commune, (low, high) = _commune(row), _ages(row)
    lat, lon = _point(row, commune)
    return Site(
        id=row.word("id"),
        kind=row.one_of("kind", KINDS),
        name=row.word("name"),
        host=row.text("host"),
        address=row.text("address"),
        postcode=row.one_of("postcode", ("", *commune.postcodes)),
        insee=commune.insee,
        commune=row.one_of("commune", {commune.name}),
        lat=lat,
        lon=lon,
        phone=row.text("phone"),
        phone_owner=row.text("phone_owner"),
        hours=row.hours("hours", partial(check, calendar=calendar_of(commune.insee)))
        if row.text("hours")
        else "",
        hours_example=row.flag("hours_example"),
        booking_mode=row.one_of("booking_mode", BOOKING_MODES),
        age_min=low,
        age_max=high,
        needs=row.some_of("needs", needs),
        access=row.text("access"),
        source=row.word("source"),
        checked_on=row.day("checked_on"),
        example=row.flag("example"),
    )


def staff_member(row: Row, sites: Collection[str]) -> Staff:
    """A line of staff.csv; an empty site means all sites."""
    if "@" not in row.text("email"):
        raise row.wrong("email", "an e-mail address")
    if not (roles := row.some_of("roles", ROLES)):
        raise row.wrong("roles", f"roles among {', '.join(ROLES)}")
    place = row.one_of("site", sites) if row.text("site") else None
    return Staff(row.word("id"), row.word("name"), row.word("email"), roles, place)


def opening(row: Row, advisors: Collection[str], sites: Collection[str], needs: Collection[str]) -> Opening:
    """A line of openings.csv: its hours must end, for people are booked in them."""
    low, high = _ages(row)
    starts, until = row.day_or_none("starts"), row.day_or_none("until")
    if starts and until and until < starts:
        raise row.wrong("until", "a day after starts")
    return Opening(
        advisor=row.one_of("advisor", advisors),
        site=row.one_of("site", sites),
        hours=row.hours("hours", check_bookable),
        starts=starts,
        until=until,
        age_min=low,
        age_max=high,
        needs=row.some_of("needs", needs),
        modes=_modes(row),
        max_a_day=row.number("max_a_day", 1, 50),
        buffer_minutes=row.number("buffer_minutes", 0, 120),
        example=row.flag("example"),
    )


def motive(row: Row, needs: Collection[str]) -> Motive:
    """A line of motives.csv."""
    return Motive(
        id=row.word("id"),
        name=row.word("name"),
        needs=row.some_of("needs", needs),
        minutes=row.number("minutes", 5, 240),
        modes=_modes(row),
        min_notice_hours=row.number("min_notice_hours", 0, 24 * 14),
        max_notice_days=row.number("max_notice_days", 1, 366),
        bring=row.text("bring"),
    )


def covered(row: Row) -> Covered:
    """A line of coverage.csv."""
    return Covered(_commune(row).insee, row.flag("probable"), row.flag("shared"), row.word("source"))


def neighbour(row: Row) -> Neighbour:
    """A line of neighbours.csv."""
    commune = _commune(row)
    lat, lon = _point(row, commune)
    return Neighbour(
        name=row.word("name"),
        departement=row.one_of("departement", {commune.departement}),
        commune=row.one_of("commune", {commune.name}),
        insee=commune.insee,
        lat=lat,
        lon=lon,
        website=row.text("website"),
        source=row.word("source"),
        checked_on=row.day("checked_on"),
    )


def _commune(row: Row) -> Commune:
    if found := load_communes().get(row.text("insee")):
        return found
    raise row.wrong("insee", "the INSEE code of a commune")


def _point(row: Row, commune: Commune) -> tuple[float, float]:
    here = row.degrees("lat", -90, 90), row.degrees("lon", -180, 180)
    if commune.point and kilometres(here, commune.point) > FAR_FROM_ITS_COMMUNE_KM:
        raise row.wrong("lat", f"a point within {FAR_FROM_ITS_COMMUNE_KM} km of {commune.name}")
    return here


def _ages(row: Row) -> tuple[int, int]:
    low = row.number("age_min", YOUNGEST, OLDEST)
    return low, row.number("age_max", low, OLDEST)


def _modes(row: Row) -> tuple[str, ...]:
    if modes := row.some_of("modes", MODES):
        return modes
    raise row.wrong("modes", f"modes among {', '.join(MODES)}")
