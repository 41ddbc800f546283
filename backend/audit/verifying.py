"""Whether the journal is as it was written: signatures, chain, end, and what was purged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select

from backend.audit.chain import AUDIT, content, linked
from backend.audit.models import Audit, AuditCheckpoint, AuditHead
from backend.audit.purging import content_of
from backend.audit.signing import SIGNET, Signet, UnknownKey
from backend.db import Tx

BATCH = 2000
OTHER_KEY = "signed with a secret that is not known here: set PASSERELLE_SECRET_KEYS_OLD"


class Broken(Exception):
    """The first thing that is not as it was written. The message names the row and says why."""


@dataclass(frozen=True)
class Sound:
    """All of it is as it was written."""

    rows: int
    """Sealed ones that are still there."""
    purged: int
    unsealed: int
    """Written in the last minute: signed, not in the chain yet."""
    unsigned: int
    """Older than signatures: only the chain holds them."""
    place: int
    seal: str
    """The end of the chain."""


@dataclass
class Reader:
    """Goes along the chain."""

    signet: Signet
    place: int = 0
    seal: str = ""
    unsigned: int = 0
    signed: bool = False
    """A signed row has been met: after it there are no unsigned ones."""

    def takes(self, row: Any) -> None:
        """The next row. Raises Broken."""
        if row.place != self.place + 1:
            missing = f"place {self.place + 1} of the chain is missing before it"
            again = "it was purged, and is there again"
            raise Broken(f"row {row.id}: {missing if row.place > self.place else again}")
        self.checks_signature(row)
        if not fits(self.signet, f"row {row.id}", row.seal, *linked(row, row.place, self.seal)):
            raise Broken(f"row {row.id}: it was changed after it was sealed, or what stands before it")
        self.place, self.seal = row.place, row.seal

    def checks_signature(self, row: Any) -> None:
        """Raises Broken."""
        if not row.signature and not self.signed:
            self.unsigned += 1
            return
        self.signed = True
        if not fits(self.signet, f"row {row.id}", row.signature, *content(row)):
            raise Broken(f"row {row.id}: it was changed, or not written by Passerelle")


def verify(tx: Tx) -> Sound:
    """Go through all of it. Raises Broken with the first row that is not as it was written."""
    reader = Reader(tx.info[SIGNET])
    purged = _after_checkpoints(tx, reader)
    first = reader.place
    for row in _sealed(tx):
        reader.takes(row)
    _check_end(tx, reader)
    unsealed = list(tx.connection().execute(AUDIT.select().where(AUDIT.c.place.is_(None))))
    for row in unsealed:
        reader.checks_signature(row)
    return Sound(reader.place - first, purged, len(unsealed), reader.unsigned, reader.place, reader.seal)


def fits(signet: Signet, what: str, signature: str, *said: Any) -> bool:
    """Raises Broken if it was signed with a secret that is not known here."""
    try:
        return bool(signature) and signet.fits(signature, *said)
    except UnknownKey:
        raise Broken(f"{what}: {OTHER_KEY}") from None


def _after_checkpoints(tx: Tx, reader: Reader) -> int:
    """How many rows were purged. Raises Broken."""
    former, purged = "", 0
    for one in tx.exec(select(AuditCheckpoint).order_by(col(AuditCheckpoint.id))):
        ours = fits(reader.signet, f"checkpoint {one.id}", one.signature, *content_of(one, former))
        if not ours or one.place != purged + one.rows:
            raise Broken(f"checkpoint {one.id}: it was changed, or not made by a purge")
        former, purged = one.signature, purged + one.rows
        reader.place, reader.seal = one.place, one.seal
    return purged


def _sealed(tx: Tx) -> Iterator[Any]:
    """The chain, from its beginning, a batch at a time."""
    wanted, last = AUDIT.select().order_by(AUDIT.c.place).limit(BATCH), -1
    while rows := tx.connection().execute(wanted.where(AUDIT.c.place > last)).all():
        yield from rows
        last = rows[-1].place


def _check_end(tx: Tx, reader: Reader) -> None:
    """Nothing is missing behind the last row. Raises Broken."""
    head = tx.get(AuditHead, 1)
    if head is None and reader.place == 0:
        return
    if head is None or not fits(reader.signet, "the end", head.signature, "head", head.place, head.seal):
        raise Broken("the end of the chain was changed, or is missing")
    if (head.place, head.seal) != (reader.place, reader.seal):
        raise Broken(f"the chain ends at place {reader.place}, and was sealed until place {head.place}")


def still_holds(tx: Tx, place: int, seal: str) -> bool:
    """Whether the end of the chain that was noted down once is in it still; True as well if it was purged since."""
    purged = tx.exec(select(func.max(AuditCheckpoint.place))).one() or 0
    if place <= purged:
        return True
    return tx.exec(select(Audit.seal).where(Audit.place == place)).first() == seal
