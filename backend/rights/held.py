"""All that is held of one youth, table by table, as it stands: derived from the shape of the database, never listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import Column, ColumnElement, Table, and_, or_, select
from sqlmodel import SQLModel

from backend.agenda.models import Motive
from backend.audit.models import Audit
from backend.db import Tx
from backend.outreach.models import Poster
from backend.people.models import Person
from backend.places.models import MissionLocale, Site
from backend.rows import table_of
from backend.workshops.models import Workshop

Row: TypeAlias = dict[str, Any]
OWNER = "youth"
LEFT_OUT: Mapping[str, str] = {
    "busy": "the cells of the calendar that an appointment or a held slot takes: its hours stand there",
    "busy_room": "the same, of a room",
    "youth_link": "the hash of a one-time link, which tells nothing and would be a key",
    "attachment": "a file on its way to them: they receive the file itself, and its line is told",
}
"""Tables whose rows are theirs and are not told, with the reason."""
HIDDEN = {("notice", "key"), ("notice", "outside_id"), ("mail", "key"), ("mail", "error")}
"""Columns that speak of the staff only: to whom a notice or a letter went, and what their server said."""
NAMED: Mapping[str, str] = {
    table_of(Person).name: "name",
    table_of(MissionLocale).name: "name",
    table_of(Site).name: "name",
    table_of(Motive).name: "name",
    table_of(Poster).name: "name",
    table_of(Workshop).name: "name",
}
"""Tables that are not theirs, and by what a row of theirs names one: of the staff the first name only."""
ACTS = table_of(Audit)
SHOWN_ACTS = ("at", "action", "kind", "subject")


def everything_of(tx: Tx, youth_id: int) -> dict[str, list[Row]]:
    """Rows by table, the oldest first; nothing of a table that has none. Values are plain JSON."""
    found = {table.name: _rows(tx, table, youth_id) for table in owned() if table.name not in LEFT_OUT}
    found[ACTS.name] = _acts(tx, youth_id)
    return {name: rows for name, rows in found.items() if rows}


@cache
def owned() -> tuple[Table, ...]:
    """Every table whose rows belong to a youth, by way of whatever other."""
    tables, found = SQLModel.metadata.sorted_tables, {OWNER}
    for _ in tables:
        found |= {t.name for t in tables if any(True for _ in _ways(t, found))}
    return tuple(t for t in tables if t.name in found)


def _ways(table: Table, to: set[str] | frozenset[str]) -> Iterator[tuple[Column[Any], Table]]:
    """The columns that point to a row of one of these tables, and to which. A row that points to its like is none."""
    for column in table.columns:
        for key in column.foreign_keys:
            if key.column.table.name in to and key.column.table is not table:
                yield column, key.column.table


def theirs(table: Table, youth_id: int) -> ColumnElement[bool]:
    """Which rows of a table belong to a youth."""
    if table.name == OWNER:
        return table.c.id == youth_id
    names = frozenset(one.name for one in owned())
    ways = [column.in_(_ids(parent, youth_id)) for column, parent in _ways(table, names)]
    return or_(*ways)


def _ids(table: Table, youth_id: int) -> Any:
    return select(*table.primary_key.columns).where(theirs(table, youth_id))


def _rows(tx: Tx, table: Table, youth_id: int) -> list[Row]:
    rows = tx.execute(select(table).where(theirs(table, youth_id)).order_by(*table.primary_key.columns))
    return [_told(tx, table, row._mapping) for row in rows]  # noqa: SLF001  # the way SQLAlchemy gives it


def _told(tx: Tx, table: Table, row: Mapping[Any, Any]) -> Row:
    columns = [column for column in table.columns if (table.name, column.name) not in HIDDEN]
    return dict(_value(tx, column, row[column]) for column in columns)


def _value(tx: Tx, column: Column[Any], value: Any) -> tuple[str, Any]:
    """A column as it is told: staff and places by name, moments as ISO."""
    for key in column.foreign_keys:
        if value is not None and (by := NAMED.get(key.column.table.name)):
            return column.name.removesuffix("_id"), _name(tx, key.column, by, value)
    return column.name, value.isoformat() if isinstance(value, datetime | date) else value


def _name(tx: Tx, key: Column[Any], by: str, value: Any) -> str:
    found: str = tx.execute(select(key.table.c[by]).where(key == value)).scalar() or ""
    return found.partition(" ")[0] if key.table is table_of(Person) else found


def _acts(tx: Tx, youth_id: int) -> list[Row]:
    """What the staff did or read about them, and when; not who."""
    numbered = [table for table in owned() if "id" in table.c]
    about = [and_(ACTS.c.kind == t.name, ACTS.c.subject.in_(_ids(t, youth_id))) for t in numbered]
    columns = [ACTS.c[name] for name in SHOWN_ACTS]
    rows = tx.execute(select(*columns).where(or_(*about)).order_by(ACTS.c.id))
    return [{**row._mapping, "at": row.at.isoformat()} for row in rows]  # noqa: SLF001
