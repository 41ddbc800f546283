"""The chain: each row is sealed together with the one before it, a minute later at most, and never changed again.

Rows are sealed by one tick and not by who writes them: nobody waits for anybody's act, and what a slow transaction
commits late simply takes a later place.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, update
from sqlmodel import col, select

from backend.audit.models import Audit, AuditHead
from backend.audit.signing import SIGNET, Signet
from backend.db import Database, Tx, insert_once
from backend.rows import table_of, write

AT_ONCE = 2000
"""Rows sealed in one transaction."""
AUDIT = table_of(Audit)
CONTENT = ("at", "person_id", "mission_locale_id", "action", "kind", "subject")
"""What a row says, in the order in which it is signed."""
_UNSEALED = AUDIT.select().where(AUDIT.c.place.is_(None)).order_by(AUDIT.c.id)
_SEAL = update(AUDIT).where(AUDIT.c.id == bindparam("row"))
_SEAL = _SEAL.values(place=bindparam("at_place"), seal=bindparam("sealed"))


def seal_all(db: Database) -> None:
    """Seal what has been written since. Nobody's page has changed by it."""
    while db.retrying(seal_some) == AT_ONCE:
        pass


def seal_some(tx: Tx) -> int:
    """Seal the next rows. Whoever else seals waits for us."""
    signet: Signet = tx.info[SIGNET]
    if tx.connection().execute(_UNSEALED.limit(1)).first() is None:
        return 0
    head = _head(tx)
    place, before, links = head.place, head.seal, []
    for row in tx.connection().execute(_UNSEALED.limit(AT_ONCE)).all():
        place, before = place + 1, seal_of(signet, row, place + 1, before)
        links.append({"row": row.id, "at_place": place, "sealed": before})
    write(tx, _SEAL, links)
    head.place, head.seal, head.signature = place, before, signet.sign("head", place, before)
    tx.add(head)
    tx.flush()
    return len(links)


def _head(tx: Tx) -> AuditHead:
    insert_once(tx, AuditHead, id=1, place=0, seal="", signature="")
    return tx.exec(select(AuditHead).where(col(AuditHead.id) == 1).with_for_update()).one()


def seal_of(signet: Signet, row: Any, place: int, before: str) -> str:
    return signet.sign(*linked(row, place, before))


def linked(row: Any, place: int, before: str) -> tuple[Any, ...]:
    """What is sealed of a row: what it says, where it stands, and the seal before it."""
    return ("seal", place, before, row.id, row.signature, *content(row))


def content(row: Any) -> tuple[Any, ...]:
    """What a row says, as it is signed."""
    return tuple(getattr(row, name) for name in CONTENT)
