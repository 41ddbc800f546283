"""Every statement that a database is asked, and how much of which table it reads for it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event

from backend.db import Database
from backend.tables import metadata

ASKED = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", re.IGNORECASE)
NAMED = re.compile(r'(?:\bFROM|\bJOIN|,) "?(\w+)"? AS "?(\w+)"?')
SCANNED = re.compile(
    r"^(?:SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?|SEARCH (\w+) USING AUTOMATIC .*?)(?: LEFT-JOIN)?$"
)
"""An automatic index is made for one statement, of all rows."""
INDEX = re.compile(r"(?:INDEX|Scan (?:Backward )?using|Index Scan on) (\w+)")
AT_SIZE = "SELECT " + ", ".join(
    f"set_config('{name}', '{cost}', true)"
    for name, cost in {"cpu_tuple_cost": 2, "cpu_index_tuple_cost": 1, "cpu_operator_cost": 0.5}.items()
)
"""PostgreSQL is to weigh rows two hundred times as much: then it chooses here as it would among many more of them."""
KEPT = re.compile(r"(?!due )\w+ IS NOT NULL")
"""What has once been so stays so: an index of that grows like its table."""
PART = {
    index.name
    for table in metadata.tables.values()
    for index in table.indexes
    if index.dialect_kwargs and not KEPT.fullmatch(str(index.dialect_kwargs["sqlite_where"]))
}
"""Indexes that hold the few rows of their table that are open or due: these may be walked through."""


@dataclass(frozen=True)
class Asked:
    """One statement as it went to the driver. `values`: of its first row, if it was run for many."""

    statement: str
    values: Any


@dataclass
class Listener:
    """The different statements of all that happened while it listened."""

    asked: dict[str, Asked] = field(default_factory=dict)

    def hear(self, _c: Any, _cursor: Any, statement: str, values: Any, _x: Any, many: bool) -> None:
        if ASKED.match(statement):
            rows = many and isinstance(values, list | tuple) and isinstance(values[0], tuple | list | dict)
            self.asked.setdefault(
                statement, Asked(statement, values[0] if rows else values)
            )  # else of one row


@contextmanager
def listening(db: Database) -> Iterator[Listener]:
    """What is asked of a database, by whomever, within the block."""
    listener = Listener()
    event.listen(db.engine, "before_cursor_execute", listener.hear)
    try:
        yield listener
    finally:
        event.remove(db.engine, "before_cursor_execute", listener.hear)


def read_whole(db: Database, asked: Asked) -> Counter[str]:
    """The tables that it would read from end to end, as the database itself explains. Nothing is done.

    On PostgreSQL also how many rows were read of every table, by those that only read.
    """
    with db.engine.connect() as connection:
        if db.is_sqlite:
            rows = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + asked.statement, asked.values).all()
            connection.rollback()
            return _scans(asked.statement, [row[-1] for row in rows])
        connection.exec_driver_sql(AT_SIZE)
        reads = asked.statement.lstrip().upper().startswith("SELECT")
        how = f"EXPLAIN (FORMAT JSON, ANALYZE {reads}, TIMING FALSE) "
        found = connection.exec_driver_sql(how + asked.statement, asked.values).scalar_one()
        connection.rollback()
    return _rows(found[0]["Plan"] if isinstance(found, list) else json.loads(found)[0]["Plan"])


def found_by(db: Database, asked: Asked) -> set[str]:
    """The indexes by which it finds what it reads. Nothing is done."""
    with db.engine.connect() as connection:
        if db.is_sqlite:
            plan = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + asked.statement, asked.values).all()
        else:
            connection.exec_driver_sql(AT_SIZE)
            plan = connection.exec_driver_sql("EXPLAIN " + asked.statement, asked.values).all()
        connection.rollback()
    return {name for row in plan for name in INDEX.findall(row[-1])}


def _scans(statement: str, plan: list[str]) -> Counter[str]:
    """SQLite says the alias where there is one."""
    tables = {alias: table for table, alias in NAMED.findall(statement)}
    found: Counter[str] = Counter()
    for line in plan:
        scanned = SCANNED.match(line)
        name = scanned and (scanned[1] or scanned[3])
        table = name and tables.get(name, name)
        if scanned and table in metadata.tables and scanned[2] not in PART:
            found[str(table)] += ALL
    return found


ALL = 1_000_000
"""Said of a table that is read whole, however large."""


def _rows(node: dict[str, Any]) -> Counter[str]:
    """Rows read of each table, those that were then thrown away too."""
    found: Counter[str] = Counter()
    if table := node.get("Relation Name"):
        unread = node["Node Type"] == "Seq Scan" and "Actual Rows" not in node
        thrown = ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
        read = sum(node.get(name, 0) for name in thrown) * node.get("Actual Loops", 1)
        found[table] += ALL if unread else int(read)
    for inner in node.get("Plans", ()):
        found += _rows(inner)
    return found
