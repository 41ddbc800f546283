"""Whether the keys that we were given open what is sealed here: asked before anything is read or written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import inspect
from sqlmodel import select

from backend.db import Database, Tx, insert_once
from backend.sealing.models import SealingKey
from backend.sealing.ring import Key, Ring, Unopenable, sealing_with
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


class WrongKeys(Exception):
    """The message names the setting and says what is expected. Never holds a key."""


def check_keys(db: Database, ring: Ring | None, *, said: bool = True) -> None:
    """Raises WrongKeys, and has changed nothing. `said`: the settings say whether new words are to be sealed."""
    kept = _kept(db)
    for one in kept:
        _opens(ring, one)
    if kept and not said:
        raise WrongKeys(UNSAID)


def _kept(db: Database) -> Sequence[SealingKey]:
    """With which keys something is sealed here. None, if this database is older than sealing, or new."""
    if not inspect(db.engine).has_table(TABLE.name):
        return ()
    with db.reading() as tx:
        return tx.exec(select(SealingKey).order_by(SealingKey.name)).all()


def _opens(ring: Ring | None, kept: SealingKey) -> None:
    key = ring.key(kept.probe) if ring else None
    if ring is None or key is None or key.name != kept.name:
        raise WrongKeys(LOST.format(name=kept.name, since=kept.since))
    try:
        ring.opened(kept.probe)
    except Unopenable:
        raise WrongKeys(DAMAGED.format(name=kept.name)) from None


def use(tx: Tx, key: Key, at: datetime) -> None:
    """Something will be sealed with it: from now on nobody starts without it."""
    insert_once(tx, SealingKey, name=key.name, probe=sealing_with(key)(PROBE), since=at)
