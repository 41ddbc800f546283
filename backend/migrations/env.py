"""Run by alembic, with the engine that `backend.migrations` hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import JSON
from sqlmodel import AutoString

from backend.db import Utc
from backend.tables import metadata

engine = context.config.attributes["engine"]


def short(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Our own types by their own names."""
    if kind != "type":
        return False
    names = {AutoString: "sa.String()", JSON: "backend.db.Json", Utc: "backend.db.Utc()"}
    return names.get(type(item), False)


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
        context.run_migrations()
