"""Who did what that somebody may have to answer for, and what proves that nobody has changed it since."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from backend.db import Utc, now, part_index


class Audit(SQLModel, table=True):
    """One act, or one reading. Opaque ids only: it outlives what it speaks of, and names nobody.

    The database itself refuses to change or to delete a row (triggers of migration 0013: whoever rebuilds this table
    makes them again), but for its place in the chain, once, and for what a checkpoint says is purged.
    """

    __table_args__ = (
        Index("audit_home", "mission_locale_id", "at", "id"),
        Index("audit_person", "person_id", "at"),
        Index("audit_subject", "kind", "subject", "at"),
        Index("audit_place", "place", unique=True),
        part_index("audit_unsealed", "id", where="place IS NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=now, sa_type=Utc, index=True)
    person_id: int
    """Who did it; 0: the command line. No foreign key: accounts go, their acts stay."""
    mission_locale_id: int = 0
    """Whose managers may read it; 0: nobody's. What concerns two of them is written down for each."""
    action: str
    kind: str = ""
    """What `subject` is the id of: handover, line, youth, appointment, site, person…; or `times`, a count."""
    subject: int = 0
    signature: str = ""
    """Made by the process that wrote the row, of its content. Empty: older than signatures."""
    place: int | None = None
    """In the chain, from 1 on without a hole; None: not sealed yet."""
    seal: str | None = None
    """Of this row, its place and the seal before it."""


class AuditCheckpoint(SQLModel, table=True):
    """What stood in the chain until this place was purged: so many rows, of that time, the last with that seal."""

    __tablename__ = "audit_checkpoint"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=now, sa_type=Utc)
    place: int
    seal: str
    rows: int
    since: datetime = Field(sa_type=Utc)
    until: datetime = Field(sa_type=Utc)
    signature: str
    """Of all this, and of the checkpoint before."""


class AuditHead(SQLModel, table=True):
    """The end of the chain: one row. Without it nobody would miss the last links."""

    __tablename__ = "audit_head"

    id: int = Field(primary_key=True)
    place: int
    seal: str
    signature: str
