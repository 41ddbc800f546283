"""Openings put, taken away, and changed for one day."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import col, select

from backend.agenda.models import Opening, OpeningException, Room
from backend.db import Tx, insert_once
from backend.models import Seen


def create(tx: Tx, values: Mapping[str, Any], nonce: str, now: datetime) -> None:
    """A new opening; the same form sent twice makes one."""
    if insert_once(tx, Seen, key=_key(nonce), at=now):
        tx.add(Opening(**values))


def was_created(tx: Tx, nonce: str) -> bool:
    """Whether this very form has been sent before."""
    return tx.get(Seen, _key(nonce)) is not None


def _key(nonce: str) -> str:
    return f"console:{nonce}"


def put(opening_id: int, values: Mapping[str, Any], tx: Tx) -> None:
    """The opening with these values."""
    opening = tx.get_one(Opening, opening_id)
    for name, value in values.items():
        setattr(opening, name, value)
    tx.add(opening)


def remove(opening_id: int, tx: Tx) -> None:
    tx.execute(delete(OpeningException).where(col(OpeningException.opening_id) == opening_id))
    tx.execute(delete(Opening).where(col(Opening.id) == opening_id))


def change_day(opening_id: int, day: date, hours: str, tx: Tx) -> None:
    """Other hours on this one day; none: nobody is booked in it."""
    tx.merge(OpeningException(opening_id=opening_id, day=day, hours=hours))


def usual_day(opening_id: int, day: date, tx: Tx) -> None:
    """The usual hours hold again."""
    mine = (col(OpeningException.opening_id) == opening_id, col(OpeningException.day) == day)
    tx.execute(delete(OpeningException).where(*mine))


def version(opening: Opening) -> str:
    """What a page remembers of the opening it was made from."""
    return hashlib.sha256(repr(sorted(opening.model_dump().items())).encode()).hexdigest()[:16]


def name_room(tx: Tx, site_id: int, name: str, room_id: int | None) -> None:
    """Add a room, or give one another name. A name that another room there has is refused with LookupError."""
    there = {room.name.casefold(): room for room in tx.exec(select(Room).where(Room.site_id == site_id))}
    known = there.get(name.casefold())
    if known and known.id != room_id:
        raise LookupError("a room of this name exists")
    room = tx.get_one(Room, room_id) if room_id else Room(site_id=site_id, name=name)
    room.name = name
    tx.add(room)
