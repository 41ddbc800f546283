"""Rows without objects: on the way of every turn statements are built once, and run as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, Table, insert, inspect
from sqlmodel import SQLModel

from backend.db import Tx, on_sqlite


def table_of(model: type[SQLModel]) -> Table:
    """The table itself, for statements that make no objects."""
    table: Table = inspect(model).local_table
    return table


def blank(model: type[SQLModel]) -> dict[str, Any]:
    """A new row, as its model has it before anything is known; without its id."""
    return model().model_dump(exclude={"id"})


def write(tx: Tx, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    """Run a statement once for each row; nothing if there is none."""
    if rows:
        tx.connection().execute(statement, list(rows))


def run(tx: Tx, statement: Executable) -> int:
    """An update or a delete of many rows, of which nobody holds an object; how many."""
    done: Any = tx.execute(statement, execution_options={"synchronize_session": False})
    return int(done.rowcount)


def insert_many(tx: Tx, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows that have the same columns; PostgreSQL takes them by COPY, ten times as fast."""
    if on_sqlite(tx):
        write(tx, insert(table), rows)
    elif rows:
        _copy_in(tx, table, rows)


def _copy_in(tx: Tx, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    connection, names = tx.connection(), list(rows[0])
    dialect = connection.dialect
    bound = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]
    columns = ", ".join(f'"{name}"' for name in names)
    with (
        connection.connection.cursor() as cursor,  # type: ignore[attr-defined]  # psycopg's own
        cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy,
    ):
        for row in rows:
            copy.write_row([bind(row[n]) if bind else row[n] for n, bind in zip(names, bound, strict=True)])
