"""Young people and staff."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from backend.agenda.moments import AT_ONCE
from backend.db import Utc, now, part_index
from backend.sealing.columns import SealedText

ROLES = ("mediator", "advisor", "receptionist", "manager")


class Youth(SQLModel, table=True):
    """A young person. Owns appointments and handovers; reached by conversations, none or several."""

    __table_args__ = (Index("youth_review", "review_at", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    first_name: str | None = Field(default=None, sa_type=SealedText)
    bracket: str | None = None
    insee: str | None = None
    commune: str | None = None
    phone: str | None = Field(default=None, sa_type=SealedText)
    phone_consent_at: datetime | None = Field(default=None, sa_type=Utc)
    """When they agreed to be called if they cannot be reached here."""
    language: str = "fr"
    language_settled: bool = False
    """They chose it, or wrote in it: their words do not change it any more."""
    mission_locale_id: int | None = Field(default=None, foreign_key="mission_locale.id")
    lead_advisor_id: int | None = Field(default=None, foreign_key="person.id")
    reminders: bool = True
    discreet: bool = False
    """A shared phone: reminders say neither where nor what."""
    created_at: datetime = Field(default_factory=now, sa_type=Utc)
    review_at: datetime = Field(default=AT_ONCE, sa_type=Utc)
    """When to look whether something of theirs is to go: never later than there is."""


class Person(SQLModel, table=True):
    """Someone of the staff. What they may do stands in their memberships."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    email: str = Field(unique=True)
    password_hash: str | None = None
    active: bool = True
    demo: bool = False
    admin: bool = False
    """Looks after the deployment: every account, and how things stand. Has no membership, sees no young person."""
    quiet_hours: str = "20:00-08:00"
    """When notices wait, on the clock of their mission locale; urgent ones do not. Empty: never."""
    created_at: datetime = Field(default_factory=now, sa_type=Utc)

    @property
    def first_name(self) -> str:
        return self.name.partition(" ")[0]


class Membership(SQLModel, table=True):
    """(person, mission locale, site or all, role). One person may have several."""

    __table_args__ = (UniqueConstraint("person_id", "mission_locale_id", "site_id", "role"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    mission_locale_id: int = Field(foreign_key="mission_locale.id", index=True)
    site_id: int | None = Field(default=None, foreign_key="site.id")
    """None: all sites."""
    role: str


class YouthLink(SQLModel, table=True):
    """A one-time link by which someone booked at the counter joins on Telegram. Only its hash is kept."""

    __tablename__ = "youth_link"

    token_hash: str = Field(primary_key=True)
    youth_id: int = Field(foreign_key="youth.id", ondelete="CASCADE", index=True)
    expires_at: datetime = Field(sa_type=Utc)
    used_at: datetime | None = Field(default=None, sa_type=Utc)


class SignIn(SQLModel, table=True):
    """A session of the console. The cookie holds the token; only its hash is kept."""

    __tablename__ = "sign_in"

    token_hash: str = Field(primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    csrf: str
    awaits: str = ""
    """What is still to be proved before it opens any page: code, setup; nothing."""
    family: str = ""
    """Of the browser, such as firefox: no version, no system, no address."""
    created_at: datetime = Field(default_factory=now, sa_type=Utc)
    seen_at: datetime = Field(default_factory=now, sa_type=Utc)


class Consent(SQLModel, table=True):
    """A yes of a youth to something that nobody does without it: when, to which words, and since when no more."""

    id: int | None = Field(default=None, primary_key=True)
    youth_id: int = Field(foreign_key="youth.id", ondelete="CASCADE", index=True)
    kind: str
    """calls: to be called if they cannot be reached in the chat."""
    at: datetime = Field(default_factory=now, sa_type=Utc)
    language: str = "fr"
    words: str
    """The version of the words they said yes to: a digest of them, in that language."""
    withdrawn_at: datetime | None = Field(default=None, sa_type=Utc)


class Erasure(SQLModel, table=True):
    """Somebody was erased, or became one with another: kept until it stands in the journal outside the database.

    A digest of a number and a moment, which nobody can make who does not have a copy of the erased row.
    """

    id: int | None = Field(default=None, primary_key=True)
    mark: str
    """Whose."""
    into: str | None = None
    """With whom they became one; None: erased."""
    at: datetime = Field(default_factory=now, sa_type=Utc)


class LostContact(SQLModel, table=True):
    """A youth who cannot be reached any more in the chat. At most so many calls, and only if they agreed."""

    __tablename__ = "lost_contact"
    __table_args__ = (
        part_index("lost_contact_open", "at", where="ended_at IS NULL"),
        part_index("lost_contact_handover", "handover_id", where="handover_id IS NOT NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    youth_id: int = Field(foreign_key="youth.id", ondelete="CASCADE", index=True)
    handover_id: int | None = Field(default=None, foreign_key="handover.id", ondelete="SET NULL")
    cause: str
    """blocked, silence (after a proposal), no_show."""
    at: datetime = Field(default_factory=now, sa_type=Utc)
    calls: int = 0
    called_at: datetime | None = Field(default=None, sa_type=Utc)
    ended_at: datetime | None = Field(default=None, sa_type=Utc)
    outcome: str | None = None
    """back (they wrote again), reached, given_up."""
