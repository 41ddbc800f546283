"""Whether an error is the database's own trouble, not that of what was asked of it; and which."""

from __future__ import annotations

import sqlite3
from typing import Literal

from sqlalchemy.exc import DBAPIError, OperationalError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from backend.sealing.ring import KeyUnknown

Trouble = Literal["full", "read-only", "busy", "outdated", "locked", "away"]
"""`outdated`: its tables are of another version. `locked`: words in it are sealed with a key that we have not got.
`away`: anything else that keeps it from working."""

_SQLITE: dict[int, Trouble] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_IOERR: "away",
    sqlite3.SQLITE_CANTOPEN: "away",
    sqlite3.SQLITE_CORRUPT: "away",
    sqlite3.SQLITE_NOTADB: "away",
    sqlite3.SQLITE_NOMEM: "away",
    sqlite3.SQLITE_PROTOCOL: "away",
}
_POSTGRESQL: dict[str, Trouble] = {
    "53100": "full",
    "25006": "read-only",
    "42501": "read-only",
    "40001": "busy",
    "40P01": "busy",
    "53300": "busy",
    "55P03": "busy",
    "57014": "busy",
    "42P01": "outdated",
    "42703": "outdated",
    "25P03": "away",
}
_AWAY = ("08", "28", "3D", "53", "57", "58", "F0", "XX")
"""Classes of PostgreSQL's codes: connection, who may come in, resources, operator, system, configuration, damage."""
_INVALIDATED = "8s2b"
"""SQLAlchemy's code for a session whose connection is gone."""


def trouble(error: BaseException) -> Trouble | None:
    """What ails the database; None if what was asked of it is to blame, or if it is no error of a database."""
    if isinstance(error, NoConnectionFree):
        return "busy"
    if isinstance(error, KeyUnknown):
        return "locked"
    if isinstance(error, PendingRollbackError):
        return "away" if error.code == _INVALIDATED else None
    if not isinstance(error, DBAPIError):
        return None
    if (number := getattr(error.orig, "sqlite_errorcode", None)) is not None:
        return _of_sqlite(int(number), str(error.orig))
    return _of_postgresql(error, getattr(error.orig, "sqlstate", None))


def _of_sqlite(number: int, told: str) -> Trouble | None:
    """The low byte says what it is, the high ones say more. It has no code of its own for tables it does not know."""
    if number == sqlite3.SQLITE_ERROR:
        return "outdated" if told.startswith(("no such table", "no such column", "table ")) else None
    return _SQLITE.get(number & 0xFF)


def _of_postgresql(error: DBAPIError, code: str | None) -> Trouble | None:
    """Without a code the server was not reached, or went away."""
    if code is None:
        gone = error.connection_invalidated or isinstance(error, OperationalError)
        return "away" if gone else None
    return _POSTGRESQL.get(code) or ("away" if code.startswith(_AWAY) else None)
