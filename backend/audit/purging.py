"""What is too old leaves the chain from its beginning; a signed checkpoint says what stood there."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import takewhile

from sqlalchemy import delete, func
from sqlmodel import col, select

from backend.audit.chain import seal_some
from backend.audit.models import Audit, AuditCheckpoint, AuditHead
from backend.audit.signing import SIGNET, Signet
from backend.db import Tx, now

AT_ONCE = 2000
"""Rows that leave in one transaction."""
JOURNAL = ("audit", "audit_checkpoint", "audit_head")
"""Its tables: the database lets nobody empty them."""
LATEST = datetime.max.replace(tzinfo=UTC)


def purge_audit(tx: Tx, before: datetime, at: datetime | None = None, most: int = AT_ONCE) -> int:
    """Drop the oldest sealed rows that are older than `before`, `most` at once; how many.

    Call it again, each time in a transaction of its own, until nothing is left. `at` is the moment of the purge.
    """
    signet: Signet = tx.info[SIGNET]
    tx.exec(select(AuditHead.id).with_for_update()).all()  # or two at once would sign the same rows
    first = select(Audit).where(col(Audit.place).is_not(None)).order_by(col(Audit.place)).limit(most)
    old = list(takewhile(lambda row: row.at < before, tx.exec(first)))
    if not old:
        return 0
    last, times = old[-1], [row.at for row in old]
    checkpoint = AuditCheckpoint(
        at=at or now(),
        place=last.place or 0,
        seal=last.seal or "",
        rows=len(old),
        since=min(times),
        until=max(times),
        signature="",
    )
    checkpoint.signature = signet.sign(*content_of(checkpoint, _last_signature(tx)))
    tx.add(checkpoint)
    tx.flush()  # the database lets go of what a checkpoint speaks of, and of nothing else
    tx.execute(
        delete(Audit).where(col(Audit.place) <= last.place), execution_options={"synchronize_session": False}
    )
    return len(old)


def end_journal(tx: Tx) -> None:
    """All of it leaves, what was written just now too: for a made-up country that begins anew. Its end stays."""
    while seal_some(tx):
        pass
    while purge_audit(tx, LATEST):
        pass


def waiting_to_be_purged(tx: Tx, before: datetime) -> int:
    """How many rows are older than that; some may have to stay a little, behind a younger one."""
    counted = select(func.count(col(Audit.id))).where(col(Audit.at) < before)
    return tx.exec(counted).one()


def content_of(row: AuditCheckpoint, former: str) -> tuple[object, ...]:
    """What a checkpoint says, as it is signed."""
    return ("purged", row.at, row.place, row.seal, row.rows, row.since, row.until, former)


def _last_signature(tx: Tx) -> str:
    found = tx.exec(select(AuditCheckpoint.signature).order_by(col(AuditCheckpoint.id).desc()).limit(1))
    return found.first() or ""
