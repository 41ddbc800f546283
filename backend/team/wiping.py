"""Taking out of the team's chats what was said of someone who is erased."""

from __future__ import annotations

from sqlalchemy import delete
from sqlmodel import col, select

from backend.db import Database
from backend.leases import Parcel
from backend.models import Seen
from backend.script import Script
from backend.team.marks import FAR
from backend.team.words import text


def to_wipe(db: Database, script: Script, room: int) -> list[tuple[str, Parcel]]:
    """The marks, and the change that each asks for."""
    with db.reading() as tx:
        keys = tx.exec(select(Seen.key).where(Seen.at >= FAR).limit(room)).all()
    return [(key, _parcel(script, key)) for key in keys]


def wiped(db: Database, key: str) -> None:
    with db.transaction() as tx:
        tx.execute(delete(Seen).where(col(Seen.key) == key))


def _parcel(script: Script, key: str) -> Parcel:
    _, channel, address, message = key.split(":")
    return Parcel(0, 0, channel, address, "edit", text(script, "team-erased"), 1, outside_id=message)
