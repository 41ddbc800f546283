"""Writing down who did what."""

from __future__ import annotations

from backend.audit.models import Audit
from backend.db import Tx
from backend.script import Script


def record(tx: Tx, script: Script, person_id: int, action: str, kind: str, subject: int) -> None:
    """Write one act down, in the transaction that does it. Ids only."""
    tx.add(Audit(at=script.now(), person_id=person_id, action=action, kind=kind, subject=subject))
