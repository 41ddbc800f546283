"""A youth handed to a human."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from backend.db import Json, Utc, now, part_index
from backend.sealing.columns import SealedJson, SealedText

OUTCOMES = ("answered", "booked", "referred", "unreachable", "abuse", "other")
"""How a médiateur ends a handover. It may also be `given_back`, or `stopped` by the youth."""
FACES = ("good", "fair", "bad")
"""How a youth rates the help of a human."""


class Handover(SQLModel, table=True):
    """A call for a human. One open at a time for each conversation, held by the database."""

    __table_args__ = (
        Index(
            "one_open_handover",
            "conversation_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index("handover_closed", "mission_locale_id", "closed_at"),
        Index("handover_opened", "mission_locale_id", "opened_at"),
        Index("handover_outcome", "outcome", "closed_at"),
        part_index("handover_former", "former_id", where="former_id IS NOT NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: int = Field(foreign_key="conversation.id", ondelete="CASCADE", index=True)
    youth_id: int = Field(foreign_key="youth.id", index=True)
    mission_locale_id: int | None = Field(default=None, foreign_key="mission_locale.id")
    """None: not known yet, the deployment's home team sees it."""
    why: str = "asked"
    """asked, danger, taken_back (danger, but they say that they are well), call (they would rather be called),
    word-<person id> (a word left for an advisor), resume-<person id> (taken up again), lost.
    """
    danger: str | None = None
    urgent: bool = False
    opened_at: datetime = Field(default_factory=now, sa_type=Utc)
    mediator_id: int | None = Field(default=None, foreign_key="person.id")
    for_id: int | None = Field(default=None, foreign_key="person.id")
    """Whom it is addressed to: handed on, a word left, taken up again. Others still see it, and may take it."""
    site_id: int | None = Field(default=None, foreign_key="site.id")
    """The team it is addressed to; None: the whole mission locale."""
    former_id: int | None = Field(default=None, foreign_key="handover.id")
    """The handover that this one takes up again."""
    snoozed_until: datetime | None = Field(default=None, sa_type=Utc)
    """Set aside by its médiateur until then, or until the youth writes."""
    claimed_at: datetime | None = Field(default=None, sa_type=Utc)
    first_reply_at: datetime | None = Field(default=None, sa_type=Utc)
    closed_at: datetime | None = Field(default=None, sa_type=Utc)
    outcome: str | None = None
    aids: list[Any] = Field(default_factory=list, sa_type=Json)
    """What was given or asked for, if its médiateur says so when closing: ids of `content/aids.toml`."""
    reason: str = Field(default="", sa_type=SealedText)
    """Why it was closed as abuse, in the words of the staff."""


class Note(SQLModel, table=True):
    """A private note of the team. Never in the outbox: it cannot reach the youth."""

    id: int | None = Field(default=None, primary_key=True)
    handover_id: int = Field(foreign_key="handover.id", ondelete="CASCADE", index=True)
    person_id: int = Field(foreign_key="person.id")
    text: str = Field(sa_type=SealedText)
    at: datetime = Field(default_factory=now, sa_type=Utc)


class Promise(SQLModel, table=True):
    """Until when the youth was told that somebody would answer. A later promise takes the place of the former one."""

    __table_args__ = (
        part_index("promise_standing", "due_at", where="ended_at IS NULL"),
        part_index("promise_slipped", "due_at", where="excused_at IS NOT NULL AND kept IS NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    handover_id: int = Field(foreign_key="handover.id", ondelete="CASCADE", index=True)
    made_at: datetime = Field(default_factory=now, sa_type=Utc)
    due_at: datetime = Field(sa_type=Utc)
    warned_at: datetime | None = Field(default=None, sa_type=Utc)
    """When the team was told that it is about to be missed."""
    excused_at: datetime | None = Field(default=None, sa_type=Utc)
    """When the youth was written to before it was missed."""
    escalated_at: datetime | None = Field(default=None, sa_type=Utc)
    """When the managers were told that it was missed."""
    ended_at: datetime | None = Field(default=None, sa_type=Utc)
    """When it was answered, or fell (the youth said stop, the handover was closed, another promise was made)."""
    kept: bool | None = None
    """None: not known yet, or it fell before its time."""


class Proposal(SQLModel, table=True):
    """A place, a slot or a workshop that a médiateur proposes in the thread: the youth accepts it with one tap."""

    __table_args__ = (part_index("proposal_open", "at", where="answered_at IS NULL"),)

    id: int | None = Field(default=None, primary_key=True)
    handover_id: int = Field(foreign_key="handover.id", ondelete="CASCADE", index=True)
    person_id: int = Field(foreign_key="person.id")
    kind: str
    """place, slot, workshop."""
    about: dict[str, Any] = Field(default_factory=dict, sa_type=SealedJson)
    """What is proposed, as the channel needs it: the offer of a slot, the id of a site or of a workshop."""
    at: datetime = Field(default_factory=now, sa_type=Utc)
    answered_at: datetime | None = Field(default=None, sa_type=Utc)
    answer: str | None = None
    """accepted, declined, gone (it was taken meanwhile)."""


class Rating(SQLModel, table=True):
    """What the youth says of the help of a human, once it is over."""

    handover_id: int = Field(primary_key=True, foreign_key="handover.id", ondelete="CASCADE")
    face: str
    """One of FACES."""
    word: str = Field(default="", sa_type=SealedText)
    at: datetime = Field(default_factory=now, sa_type=Utc)
