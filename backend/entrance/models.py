"""How the staff prove who they are: one-time links, the second factor, and what went wrong lately."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field, SQLModel

from backend.db import Utc, now


class AccountLink(SQLModel, table=True):
    """A one-time link by which somebody chooses a password. Only its hash is kept; once spent it is gone."""

    __tablename__ = "account_link"

    token_hash: str = Field(primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    purpose: str
    """invite, reset."""
    email: str
    """The address it was made for: it is worth nothing once the account has another."""
    expires_at: datetime = Field(sa_type=Utc, index=True)


class SecondFactor(SQLModel, table=True):
    """The application of somebody's telephone that makes their codes."""

    __tablename__ = "second_factor"

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    secret: bytes = Field(sa_type=LargeBinary)
    """Sealed with the key of the deployment."""
    step: int
    """The half minute of the last code that counted: none counts twice, and none before it."""
    set_at: datetime = Field(default_factory=now, sa_type=Utc)


class RecoveryCode(SQLModel, table=True):
    """A code for whoever has lost their telephone, good once. 120 random bits, of which the hash is kept."""

    __tablename__ = "recovery_code"

    code_hash: str = Field(primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)


class Attempt(SQLModel, table=True):
    """Something that failed at the door, counted for a quarter of an hour. The key names nobody to who reads it."""

    __table_args__ = (Index("attempt_key", "key", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str
    """A keyed hash of what is counted: an address, an account, a browser."""
    at: datetime = Field(default_factory=now, sa_type=Utc, index=True)
