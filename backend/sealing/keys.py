"""Whether the keys that we were given open what is sealed here: asked before anything is read or written."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import inspect
from sqlmodel import select

from backend.db import Database, Tx, insert_once, now
from backend.sealing.models import SealingKey
from backend.sealing.ring import Ring, Unopenable, sealing_with
from backend.settings import BadSettings, Settings
from backend.tables import metadata

PROBE = "passerelle"
"""The known word of every probe."""
TABLE = metadata.tables[SealingKey.__tablename__]
LOST = (
    "PASSERELLE_ENCRYPTION_KEY: words in the database are sealed with the key {name} (since {since:%Y-%m-%d}), which is "
    "neither this one nor among PASSERELLE_ENCRYPTION_KEYS_OLD; expected that key in one of them. Nothing was changed"
)
DAMAGED = "the probe of the key {name} in the table sealing_key is damaged: restore the database from a copy"
UNSAID = (
    "PASSERELLE_ENCRYPT is not set, and words in the database are sealed; expected 1, "
    "or 0 if new words shall be written in clear from now on"
)


def check_keys(db: Database, settings: Settings) -> None:
    """Raises BadSettings, which never shows a key, and has changed nothing."""
    kept, ring = kept_keys(db), settings.ring
    for one in kept:
        _opens(ring, one)
    if kept and settings.encrypt is None:
        raise BadSettings(UNSAID)


def kept_keys(db: Database) -> Sequence[SealingKey]:
    """With which keys something is sealed here. None, if this database is older than sealing, or new."""
    if not inspect(db.engine).has_table(TABLE.name):
        return ()
    with db.reading() as tx:
        return tx.exec(select(SealingKey).order_by(SealingKey.name)).all()


def _opens(ring: Ring | None, kept: SealingKey) -> None:
    key = ring.key(kept.probe) if ring else None
    if ring is None or key is None or key.name != kept.name:
        raise BadSettings(LOST.format(name=kept.name, since=kept.since))
    try:
        ring.open(kept.probe)
    except Unopenable:
        raise BadSettings(DAMAGED.format(name=kept.name)) from None


def begin_sealing(tx: Tx, ring: Ring | None) -> None:
    """Something will be sealed with the first key: from now on nobody starts without it."""
    if ring and ring.first and tx.get(SealingKey, ring.first.name) is None:
        probe = sealing_with(ring.first)(PROBE)
        insert_once(tx, SealingKey, name=ring.first.name, probe=probe, since=now())
