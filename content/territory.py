"""The shapes of a territory: a mission locale, its sites, its people, and what can be booked there.

Rows with `example` are made up for the demonstration and must be shown as such.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MissionLocale:
    """A mission locale. Empty text means unknown."""

    id: str
    name: str
    short_name: str
    timezone: str
    language: str
    phone: str
    website: str
    departements: tuple[str, ...]
    center: str  # INSEE code of the commune around which typed places are looked for first
    example: bool
    source: str
    checked_on: date
    desk_hours: str = ""  # when médiateurs read, as OSM hours; empty: at all times
    concern: str = ""  # what a médiateur does who is worried for a youth: the structure's own procedure


@dataclass(frozen=True)
class Site:
    """A place where people are received. `hours` are OSM opening hours, empty when unknown."""

    id: str
    kind: str
    name: str
    host: str
    address: str
    postcode: str
    insee: str
    commune: str
    lat: float
    lon: float
    phone: str
    phone_owner: str
    hours: str
    hours_example: bool
    booking_mode: str
    age_min: int
    age_max: int
    needs: tuple[str, ...]
    access: str
    source: str
    checked_on: date
    example: bool

    @property
    def shows_example(self) -> bool:
        """Whether anything shown of this site is made up: the place itself, or only its hours."""
        return self.example or self.hours_example


@dataclass(frozen=True)
class Staff:
    """Someone who works there: a demonstration account. `site` None means all sites."""

    id: str
    name: str
    email: str
    roles: tuple[str, ...]
    site: str | None


@dataclass(frozen=True)
class Opening:
    """A bookable range of an advisor that comes back. No `starts` or `until`: unbounded; no needs: all."""

    advisor: str
    site: str
    hours: str
    starts: date | None
    until: date | None
    age_min: int
    age_max: int
    needs: tuple[str, ...]
    modes: tuple[str, ...]
    max_a_day: int
    buffer_minutes: int
    example: bool


@dataclass(frozen=True)
class Motive:
    """A kind of appointment. No needs: it fits any need. `bring` is shown to the youth."""

    id: str
    name: str
    needs: tuple[str, ...]
    minutes: int
    modes: tuple[str, ...]
    min_notice_hours: int
    max_notice_days: int
    bring: str


@dataclass(frozen=True)
class Covered:
    """A commune served. `probable`: not confirmed by anyone; `shared`: with another mission locale."""

    insee: str
    probable: bool
    shared: bool
    source: str


@dataclass(frozen=True)
class Neighbour:
    """A mission locale that this deployment does not serve, to name when a commune is not ours."""

    name: str
    departement: str
    commune: str
    insee: str
    lat: float
    lon: float
    website: str
    source: str
    checked_on: date


@dataclass(frozen=True)
class Territory:
    """Everything known of one mission locale."""

    mission_locale: MissionLocale
    sites: tuple[Site, ...]
    staff: tuple[Staff, ...]
    openings: tuple[Opening, ...]
    motives: tuple[Motive, ...]
    coverage: tuple[Covered, ...]
