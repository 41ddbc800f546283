"""Run by alembic, with the engine that `backend.migrations` hands over."""

import logging
import time
from typing import Any, Literal

from alembic import context
from sqlalchemy import JSON, Connection, inspect
from sqlalchemy.exc import OperationalError
from sqlmodel import AutoString

from backend.db import Utc
from backend.sealing.columns import SealedJson, SealedText
from backend.tables import metadata

engine = context.config.attributes["engine"]


def short(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Our own types by their own names."""
    if kind != "type":
        return False
    names = {AutoString: "sa.String()", JSON: "backend.db.Json", Utc: "backend.db.Utc()"}
    names |= {
        SealedText: "sa.String()",
        SealedJson: "backend.db.Json",
    }  # sealed words are words to the database
    return names.get(type(item), False)


PATIENCE, PAUSE = "500ms", 0.2
"""Shorter than PostgreSQL's own before it ends a deadlock by making somebody fail; and seconds until the next try."""
TAKEN = "55P03"
PATIENT = 10
"""Tries after which it says so: a dump, or a transaction that somebody left open, may take hours."""
log = logging.getLogger(__name__)


def take_all(connection: Connection) -> None:
    """Nobody is in the middle of anything while tables change: who has read one, and writes it next, would wait for us

    while we wait for them. What had been done by then would be lost. As long as somebody has one, we let go of all.
    """
    there = [name for name in inspect(connection).get_table_names() if name in metadata.tables]
    if not there:
        return
    names = ", ".join(f'"{name}"' for name in there)
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}'")
    tries = 0
    while not taken(connection, f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"):
        tries += 1
        if tries == PATIENT:
            log.warning("the upgrade waits: somebody has been at work in the database for long")
        time.sleep(PAUSE)
    connection.exec_driver_sql("SET LOCAL lock_timeout TO DEFAULT")


def taken(connection: Connection, lock: str) -> bool:
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(lock)
    except OperationalError as error:
        if getattr(error.orig, "sqlstate", None) != TAKEN:
            raise
        return False
    return True


with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        transactional_ddl=True,
        render_item=short,
    )
    with context.begin_transaction():
        if context.config.attributes[
            "waits"
        ]:  # processes that start together: one upgrades, the others see it done
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(1885434739, 1)")
            if set(context.get_context().get_current_heads()) != set(context.script.get_heads()):
                take_all(connection)
        context.run_migrations()
