"""Lines whose words were damaged since they were sealed: nobody can read or send them, and nobody else waits for them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from backend.db import Tx
from backend.heads import LINE, heads
from backend.pace import Pace
from backend.rows import write
from backend.sealing.ring import Unopenable
from backend.troubles import trouble

log = logging.getLogger(__name__)
DAMAGED = "damaged"
"""Why such a line failed."""
_DUE = select(LINE.c.id).where(LINE.c.due <= bindparam("now")).order_by(LINE.c.id)
_WHOLE = select(LINE).where(LINE.c.id == bindparam("line"))
_FALLS = update(LINE).where(LINE.c.id == bindparam("line")).values(state="failed", due=None, reason=DAMAGED)


def heads_that_open(tx: Tx, pace: Pace, now: datetime, room: int, *, files: bool) -> Sequence[Row[Any]]:
    """As `heads`; what is damaged falls. Raises KeyUnknown: what only lacks its key waits for it."""
    try:
        return heads(tx, pace, now, room, files=files)
    except Unopenable as error:
        if trouble(error) or not _drop(tx, now):
            raise
    return heads(tx, pace, now, room, files=files)


def _drop(tx: Tx, now: datetime) -> int:
    """All that is due and damaged; how many."""
    due = tx.connection().execute(_DUE, {"now": now}).scalars().all()
    damaged = [line for line in due if not _opens(tx, line)]
    for line in damaged:
        log.error("line %s was damaged since it was sealed: it is not sent", line)
    write(tx, _FALLS, [{"line": line} for line in damaged])
    return len(damaged)


def _opens(tx: Tx, line: int) -> bool:
    try:
        tx.connection().execute(_WHOLE, {"line": line}).all()
    except Unopenable as error:
        if trouble(error):
            raise
        return False
    return True
