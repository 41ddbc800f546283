"""Where one of the staff is told on Telegram: joined by a one-time link of the console, left by a button."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import sqlalchemy
from sqlalchemy import bindparam, delete, insert, update
from sqlmodel import col, select

from backend.db import Tx
from backend.models import Conversation
from backend.people.models import Person
from backend.people.sign_ins import digest
from backend.rows import table_of
from backend.team.models import Notice, StaffChat, StaffLink

PREFIX = "equipe-"
"""What the payload of such a link begins with."""
VALID = timedelta(minutes=30)
_CHAT = table_of(StaffChat)
_AMONG = sqlalchemy.select(_CHAT.c.address, _CHAT.c.person_id).where(
    _CHAT.c.channel == bindparam("channel"), _CHAT.c.address.in_(bindparam("some", expanding=True))
)


@dataclass(frozen=True)
class Linked:
    """What came of a link: linked (instead of `former`, perhaps), gone, or the chat is that of a youth."""

    how: Literal["linked", "gone", "youth"]
    person: Person | None = None
    former: Person | None = None


def new_link(tx: Tx, person_id: int, at: datetime) -> str:
    """The payload of a one-time link, given this once: only its hash is kept. Former links are worth nothing."""
    over = (col(StaffLink.person_id) == person_id) | (col(StaffLink.expires_at) <= at)
    tx.execute(delete(StaffLink).where(over))
    payload = PREFIX + secrets.token_urlsafe(24)
    tx.add(StaffLink(token_hash=digest(payload), person_id=person_id, expires_at=at + VALID))
    tx.flush()
    return payload


def open_link(tx: Tx, payload: str, channel: str, address: str, at: datetime) -> Linked:
    """Link this chat to whoever made the link. A chat in which a youth speaks stays theirs, and the link good."""
    link = _link(tx, payload)
    person = tx.get(Person, link.person_id) if link else None
    if link is None or person is None or not person.active or not _holds(tx, link, address, at):
        return Linked("gone")
    if _speaks(tx, channel, address):
        return Linked("youth")
    if link.used_at:
        return Linked("linked", person)
    former = _instead(tx, link.person_id, channel, address)
    tx.execute(
        insert(StaffChat).values(
            person_id=person.id, channel=channel, address=address, linked_at=at, blocked=False
        )
    )
    link.used_at = at
    tx.add(link)
    tx.flush()
    return Linked("linked", person, former)


def unlink(tx: Tx, person_id: int) -> None:
    """They are told on Telegram no more. Links that they made are worth nothing."""
    _leave(tx, person_id)
    tx.execute(delete(StaffLink).where(col(StaffLink.person_id) == person_id))


def mark_blocked(tx: Tx, person_id: int, *, blocked: bool) -> None:
    """They blocked the bot, and are written to by mail; or want to hear from it again."""
    tx.execute(update(StaffChat).where(col(StaffChat.person_id) == person_id).values(blocked=blocked))


def chat_of(tx: Tx, person_id: int) -> StaffChat | None:
    """Where somebody is told, if anywhere."""
    mine = select(StaffChat).where(StaffChat.person_id == person_id)
    return tx.exec(mine.execution_options(populate_existing=True)).first()


def staff_among(tx: Tx, channel: str, addresses: Iterable[str]) -> dict[str, int]:
    """Of these chats those of the staff: address to person id."""
    asked = {"channel": channel, "some": list(set(addresses))}
    return {row.address: row.person_id for row in tx.connection().execute(_AMONG, asked)}


def _link(tx: Tx, payload: str) -> StaffLink | None:
    mine = select(StaffLink).where(StaffLink.token_hash == digest(payload)).with_for_update()
    return tx.exec(mine.execution_options(populate_existing=True)).first()


def _holds(tx: Tx, link: StaffLink, address: str, at: datetime) -> bool:
    """Not used and not over; used already by this very chat, it is no mistake."""
    chat = chat_of(tx, link.person_id)
    again = link.used_at is not None and chat is not None and chat.address == address
    return again or (link.used_at is None and link.expires_at > at)


def _speaks(tx: Tx, channel: str, address: str) -> bool:
    theirs = (Conversation.channel == channel, Conversation.address == address)
    return tx.exec(select(Conversation.id).where(*theirs)).first() is not None


def _instead(tx: Tx, person_id: int, channel: str, address: str) -> Person | None:
    """Another chat of theirs, or another person at this chat, gives way. Returns that other person."""
    here = tx.exec(
        select(StaffChat).where(StaffChat.channel == channel, StaffChat.address == address)
    ).first()
    former = tx.get(Person, here.person_id) if here and here.person_id != person_id else None
    if here:
        _leave(tx, here.person_id)
    _leave(tx, person_id)
    return former


def _leave(tx: Tx, person_id: int) -> None:
    """Their chat is let go; the messages in it are no longer ours to change."""
    mine = update(Notice).where(col(Notice.person_id) == person_id)
    tx.execute(mine.values(outside_id=None).execution_options(synchronize_session=False))
    tx.execute(delete(StaffChat).where(col(StaffChat.person_id) == person_id))
    tx.flush()
