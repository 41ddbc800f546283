"""The corridor's tables: who we talk with, what was said, what has arrived."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from backend.db import Json, Utc, now, part_index
from backend.sealing.columns import SealedJson, SealedText

TROUBLED = "('failed', 'blocked', 'unknown')"
"""The states of lines that did not surely arrive, as an index and whoever uses it must both write them."""


class Conversation(SQLModel, table=True):
    """One way to reach a youth. `owner` has the floor; `epoch` grows at every change of owner."""

    __table_args__ = (
        UniqueConstraint("channel", "address"),
        Index(
            "conversation_to_forget",
            "id",
            sqlite_where=text("forget_when_said = 1"),
            postgresql_where=text("forget_when_said"),
        ),
        part_index("conversation_read", "read_at", where="read_at IS NOT NULL"),
        part_index("conversation_poster", "poster_id", "created_at", where="poster_id IS NOT NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    youth_id: int = Field(foreign_key="youth.id", index=True)
    channel: str
    address: str
    owner: str = "guide"
    """guide, waiting, mediator or nobody."""
    epoch: int = 0
    stories: list[Any] = Field(default_factory=list, sa_type=SealedJson)
    """The stack of running stories: [{name, answers, asked, misses}, …]."""
    last_seq: int = 0
    asked_seq: int | None = None
    """The line that puts the question now asked."""
    read_seq: int = 0
    """The last line that a médiateur who holds the floor has seen."""
    read_at: datetime | None = Field(default=None, sa_type=Utc)
    """When that moved last."""
    poster_id: int | None = Field(default=None, foreign_key="poster.id")
    """The QR code by which it began."""
    muted_until: datetime | None = Field(default=None, sa_type=Utc)
    """After abuse: until then words are kept, but call nobody. Danger still does."""
    blocked: bool = False
    """The youth blocked the bot: nothing reaches them here."""
    forget_when_said: bool = False
    """Under 16: erase all of it once the last reply has left."""
    created_at: datetime = Field(default_factory=now, sa_type=Utc)
    last_heard_at: datetime | None = Field(default=None, sa_type=Utc)


class Line(SQLModel, table=True):
    """One thing said by anyone: transcript, inbox and outbox at once."""

    __table_args__ = (
        UniqueConstraint("conversation_id", "seq"),
        Index(
            "line_due",
            "conversation_id",
            "seq",
            sqlite_where=text("due IS NOT NULL"),
            postgresql_where=text("due IS NOT NULL"),
        ),
        Index(
            "line_next",
            "urgency",
            "due",
            sqlite_where=text("due IS NOT NULL"),
            postgresql_where=text("due IS NOT NULL"),
        ),
        Index("line_outside", "conversation_id", "outside_id"),
        part_index("line_troubled", "at", where=f"state IN {TROUBLED}"),
    )

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: int = Field(foreign_key="conversation.id", ondelete="CASCADE")
    seq: int
    author: str
    """youth, guide or mediator."""
    person_id: int | None = Field(default=None, foreign_key="person.id")
    """The médiateur who wrote it."""
    kind: str = "text"
    """text, edit, venue or file; of a youth also photo, voice, document, sticker, contact, position, tap."""
    text: str = Field(default="", sa_type=SealedText)
    buttons: list[Any] = Field(default_factory=list, sa_type=SealedJson)
    """Rows of {label, data} or {label, url}; {label, position} asks for a position."""
    place: dict[str, Any] | None = Field(default=None, sa_type=SealedJson)
    file: dict[str, Any] | None = Field(default=None, sa_type=SealedJson)
    at: datetime = Field(default_factory=now, sa_type=Utc)
    due: datetime | None = Field(default=None, sa_type=Utc)
    """When to try delivering it next; null once it is settled, or if it came in."""
    urgency: int = 1
    """0: help lines of danger. 1: to someone who is there. 2: of the clock, and what staff announce. Lower goes first."""
    next_at: datetime | None = Field(default=None, sa_type=Utc)
    """From when on the chat may be told more, once this line was given to the channel."""
    sender_id: int | None = None
    """Who took it last, where there may be several (`Sender`)."""
    expires: datetime | None = Field(default=None, sa_type=Utc)
    about: dict[str, Any] | None = Field(default=None, sa_type=Json)
    """What must still be true when it is sent: {appointment, starts_at}."""
    attempts: int = 0
    on_id: str | None = None
    """The channel's id of the message that it quotes or changes."""
    album: str | None = None
    """What belongs together: several photos sent as one."""
    marks: list[Any] | None = Field(default=None, sa_type=SealedJson)
    """Formatting of the text: {type, offset, length, url?}, offsets in UTF-16 units as Telegram counts."""
    state: str = "heard"
    """heard; queued, sending, sent, failed, blocked, stale, fenced, unknown."""
    again: bool = False
    """Sent again after a crash: the phone may show it twice."""
    reason: str | None = None
    """Why it failed, as Telegram said it. Never holds words of the youth."""
    epoch: int = 0
    fenced: bool = False
    """Dropped if the floor has changed since: the guide's questions and chatter."""
    outside_id: str | None = None
    """Telegram's id of the message."""


class Seen(SQLModel, table=True):
    """What has arrived already. No words in it; kept seven days."""

    key: str = Field(primary_key=True)
    at: datetime = Field(default_factory=now, sa_type=Utc, index=True)


class SetAside(SQLModel, table=True):
    """An update that could not be handled after three tries: its key and what failed, no words."""

    __tablename__ = "set_aside"

    key: str = Field(primary_key=True)
    at: datetime = Field(default_factory=now, sa_type=Utc)
    error: str


class Tick(SQLModel, table=True):
    """When a job of the clock last ran to its end."""

    name: str = Field(primary_key=True)
    ran_at: datetime = Field(sa_type=Utc)


class Sender(SQLModel, table=True):
    """A process that delivers lines. While it lives it holds a lock of the database; see `backend.senders`."""

    id: int | None = Field(default=None, primary_key=True)
    since: datetime = Field(sa_type=Utc)


class Allowance(SQLModel, table=True):
    """How far the bot's budget is spent, and who was refused last, for all processes: one row."""

    id: int = Field(primary_key=True)
    spent_until: datetime = Field(sa_type=Utc)
    """All that left by now would have taken until then at an even pace."""
    refused_id: int | None = None
    """The conversation whose line the channel last answered with «wait»."""
    refused_until: datetime | None = Field(default=None, sa_type=Utc)
