"""Rows without objects: on the way of every turn statements are built once, and run as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, Table, inspect
from sqlmodel import SQLModel

from backend.db import Tx


def table_of(model: type[SQLModel]) -> Table:
    """The table itself, for statements that make no objects."""
    table: Table = inspect(model).local_table
    return table


def write(tx: Tx, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    """Run a statement once for each row; nothing if there is none."""
    if rows:
        tx.connection().execute(statement, list(rows))
