"""Missions locales, their sites and the communes they serve."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlmodel import Field, SQLModel

from backend.db import Json, Utc, now


class MissionLocale(SQLModel, table=True):
    __tablename__ = "mission_locale"

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    name: str
    short_name: str
    timezone: str = "Europe/Paris"
    language: str = "fr"
    """fr or fr-vous: how it speaks to young people."""
    phone: str = ""
    website: str = ""
    desk_hours: str = ""
    """When médiateurs read, as OSM hours."""
    concern: str = ""
    """What to do when one is worried for a youth: the structure's own procedure, in plain words."""
    example: bool = False


class Site(SQLModel, table=True):
    """A door: head_office, branch, outpost, mobile or partner."""

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    mission_locale_id: int = Field(foreign_key="mission_locale.id", index=True)
    kind: str
    name: str
    host: str = ""
    address: str = ""
    postcode: str = ""
    insee: str
    commune: str
    lat: float | None = None
    lon: float | None = None
    phone: str = ""
    phone_owner: str = ""
    hours: str = ""
    """OSM opening hours; empty if not known."""
    booking_mode: str = "both"
    age_min: int | None = None
    age_max: int | None = None
    needs: list[Any] = Field(default_factory=list, sa_type=Json)
    """The needs it serves; empty: all."""
    communes: list[Any] = Field(default_factory=list, sa_type=Json)
    """INSEE codes of those it serves; empty: everybody of its territory."""
    email: str = ""
    website: str = ""
    access: str = ""
    source: str = ""
    checked_on: date | None = None
    example: bool = False
    closed_at: datetime | None = Field(default=None, sa_type=Utc)
    """From when it is closed for good."""
    changed_at: datetime = Field(default_factory=now, sa_type=Utc)

    @property
    def point(self) -> tuple[float, float] | None:
        """(latitude, longitude) in degrees; None if one of them is not known."""
        return (self.lat, self.lon) if self.lat is not None and self.lon is not None else None


class SiteException(SQLModel, table=True):
    """Days on which a site does not keep its usual hours."""

    __tablename__ = "site_exception"

    id: int | None = Field(default=None, primary_key=True)
    site_id: int = Field(foreign_key="site.id", index=True)
    first: date
    last: date
    """Included."""
    hours: str = ""
    """OSM times such as 14:00-17:00 for extra days; empty: closed."""
    reason: str = ""


class Coverage(SQLModel, table=True):
    """Which mission locale serves a commune. One commune may be shared by two."""

    insee: str = Field(primary_key=True)
    mission_locale_id: int = Field(foreign_key="mission_locale.id", primary_key=True)
    certain: bool = False
    source: str = ""


class Listed(SQLModel, table=True):
    """A mission locale of the national list: named to those whom this deployment does not serve."""

    code: str = Field(primary_key=True)
    """Its i-Milo code without suffix, such as 58194."""
    name: str
    departement: str = Field(default="", index=True)
    address: str = ""
    """Street, postcode and commune, as far as known."""
    lat: float | None = None
    lon: float | None = None
    phone: str = ""
    website: str = ""
    source: str = ""


class ListedCoverage(SQLModel, table=True):
    """Which listed mission locale serves a commune; one commune may be shared by two."""

    __tablename__ = "listed_coverage"

    insee: str = Field(primary_key=True)
    code: str = Field(primary_key=True)
