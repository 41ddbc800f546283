"""Writing down who did what, and who read what."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert
from sqlmodel import col, select

from backend.audit.chain import AUDIT, CONTENT
from backend.audit.homes import homes
from backend.audit.models import Audit
from backend.audit.signing import SIGNET, Signet
from backend.db import Tx
from backend.rows import write
from backend.script import Script

WRITTEN = "audit written"
"""Set in `tx.info` once this transaction has written down an act."""
MEANT = "audit meant"
"""In `tx.info`: what an act turned out to be about, (kind, id)."""
COMMAND_LINE = 0
"""Whoever may run commands on the machine."""


def record(tx: Tx, script: Script, person_id: int, action: str, kind: str = "", subject: int = 0) -> None:
    """Write one act down, in the transaction that does it. Ids only.

    `person_id` 0 is the command line. `kind` says what `subject` is the id of (see `Audit.kind`).
    """
    tx.flush()  # a subject made in this transaction is found
    at, signet = script.now(), tx.info.get(SIGNET)
    rows = []
    for home in sorted(homes(tx, script, person_id, kind, subject)):
        said = (at, person_id, home, action, kind, subject)
        row = dict(zip(CONTENT, said, strict=True))
        rows.append(row | {"signature": _signed(signet, said), "place": None, "seal": None})
    write(tx, insert(AUDIT), rows)
    tx.info[WRITTEN] = True


def _signed(signet: Signet | None, said: tuple[object, ...]) -> str:
    """Whoever writes without the deployment's secret leaves a row that `passerelle audit verify` names."""
    return signet.sign(*said) if signet else ""


def saw(tx: Tx, script: Script, person_id: int, action: str, kind: str = "", subject: int = 0) -> None:
    """Write a reading down: once an hour for each person and subject, however often they look."""
    same = select(Audit.id).where(Audit.person_id == person_id, Audit.action == action)
    same = same.where(Audit.kind == kind, Audit.subject == subject)
    if tx.exec(same.where(col(Audit.at) >= the_hour(script.now())).limit(1)).first() is None:
        record(tx, script, person_id, action, kind, subject)


def the_hour(at: datetime) -> datetime:
    """When the hour of this moment began."""
    return at.replace(minute=0, second=0, microsecond=0)


def is_about(tx: Tx, kind: str, subject: int) -> None:
    """What this form made, where its address cannot say it: the act is written down with it."""
    tx.info[MEANT] = (kind, subject)


def changes_nothing(tx: Tx) -> None:
    """This transaction only looks what would come of something: there is no act to write down."""
    tx.info[WRITTEN] = True
