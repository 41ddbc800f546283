"""A file on its way: kept sealed until the channel has it, a day at most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlmodel import col

from backend.attachments.kinds import Letter
from backend.attachments.models import Attachment
from backend.attachments.sealing import Unsealable, vault_of
from backend.db import Tx

KEPT = timedelta(hours=24)
"""How long a file waits for the channel. Then it falls, and its line with it."""


@dataclass(frozen=True)
class Enclosed:
    """A file that a médiateur sends."""

    letter: Letter
    content: bytes = field(repr=False)


def enclose(tx: Tx, at: datetime, conversation_id: int, enclosed: Enclosed) -> dict[str, Any]:
    """Keep it, sealed. Returns what its line knows of it: {attachment, name, mime, way, size}."""
    sealed = vault_of(tx).seal(enclosed.content)
    kept = Attachment(conversation_id=conversation_id, content=sealed, created_at=at)
    tx.add(kept)
    tx.flush()
    about = {"name": enclosed.letter.name, "mime": enclosed.letter.mime, "way": enclosed.letter.way}
    return {"attachment": kept.id, **about, "size": len(enclosed.content)}


def content_of(tx: Tx, file: Mapping[str, Any]) -> bytes | None:
    """The file of a line while it is here; None when the channel has it, it fell, or the key has changed."""
    kept = tx.get(Attachment, file["attachment"]) if "attachment" in file else None
    try:
        return vault_of(tx).open(kept.content) if kept else None
    except Unsealable:
        return None


def let_go(tx: Tx, file: Mapping[str, Any] | None) -> None:
    """It is not needed here any more."""
    if file and "attachment" in file:
        tx.execute(delete(Attachment).where(col(Attachment.id) == file["attachment"]))


def drop_old(tx: Tx, now: datetime) -> None:
    """What waited a day goes, sent or not."""
    tx.execute(delete(Attachment).where(col(Attachment.created_at) <= now - KEPT))
