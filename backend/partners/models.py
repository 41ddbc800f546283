"""Partners: the structures of other directories, what they offer, and to whom it may be shown."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Index, Table, UniqueConstraint
from sqlmodel import Field, SQLModel

from backend.db import Json, Utc


class Partner(SQLModel, table=True):
    """A structure of another directory (CAF, CCAS, France services…)."""

    __table_args__ = (UniqueConstraint("outside_id", "source"),)

    id: int | None = Field(default=None, primary_key=True)
    source: str
    """Who first published it: dora, soliguide, lannuaire…"""
    outside_id: str
    name: str
    description: str = ""
    """As it was written, shortened; never markup."""
    address: str = ""
    postcode: str = ""
    commune: str = ""
    insee: str = Field(default="", index=True)
    lat: float | None = None
    lon: float | None = None
    phone: str = ""
    email: str = ""
    website: str = ""
    """http or https only."""
    hours: str = ""
    """OSM opening hours; empty if not known."""
    access: str = ""
    """Where its accessibility is described."""
    networks: list[Any] = Field(default_factory=list, sa_type=Json)
    """Ids of `reseaux_porteurs`."""
    updated_on: date
    digest: int = Field(sa_type=BigInteger)
    """Of all values: the same means unchanged."""
    gone_at: datetime | None = Field(default=None, sa_type=Utc)
    """From when its source no longer names it."""


class PartnerService(SQLModel, table=True):
    """Something that a partner offers."""

    __tablename__ = "partner_service"
    __table_args__ = (UniqueConstraint("outside_id", "source"),)

    id: int | None = Field(default=None, primary_key=True)
    partner_id: int = Field(foreign_key="partner.id", index=True)
    source: str
    outside_id: str
    name: str
    description: str = ""
    needs: list[Any] = Field(default_factory=list, sa_type=Json)
    """Ours; empty if none of its themes answers any."""
    zones: list[Any] = Field(default_factory=list, sa_type=Json)
    """For whom: codes of communes, groupings, départements, or france."""
    modes: list[Any] = Field(default_factory=list, sa_type=Json)
    """en-presentiel, a-distance."""
    how: list[Any] = Field(default_factory=list, sa_type=Json)
    """Ids of `modes_mobilisation`."""
    fees: str = ""
    """gratuit, payant or not known."""
    address: str = ""
    commune: str = ""
    insee: str = ""
    lat: float | None = None
    lon: float | None = None
    phone: str = ""
    email: str = ""
    link: str = ""
    hours: str = ""
    shown: bool = True
    """A young person may go there of their own accord."""
    updated_on: date
    digest: int = Field(sa_type=BigInteger)
    gone_at: datetime | None = Field(default=None, sa_type=Utc)


class PartnerReach(SQLModel, table=True):
    """An index over what may be shown: which service answers a need for those of a zone, and where it is.

    Made again by every import from the services. Without a point: at a distance.
    """

    __tablename__ = "partner_reach"
    __table_args__ = (Index("partner_reach_near", "need", "zone", "lat", "lon"),)

    service_id: int = Field(primary_key=True, foreign_key="partner_service.id")
    need: str = Field(primary_key=True)
    zone: str = Field(primary_key=True)
    lat: float | None = None
    lon: float | None = None


_tables = SQLModel.metadata.tables
PARTNERS: Table = _tables["partner"]
SERVICES: Table = _tables["partner_service"]
REACH: Table = _tables["partner_reach"]
"""For statements over many rows, where objects would cost too much."""
