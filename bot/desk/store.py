"""Where the desk keeps its memory: one SQLite file of records, or nothing at all."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bot.desk.errors import Json

_TABLES = """
create table if not exists record (
  kind text, key text, body text not null, primary key (kind, key)
) without rowid;
create table if not exists content (key text primary key, bytes blob not null);
"""


class Store:
    """Records by kind and key; each change is committed before the call returns.

    With no path nothing is kept on disk: `records` is empty and file contents stay in memory.
    """

    def __init__(self, path: Path | None) -> None:
        self._contents: dict[str, bytes] = {}
        self._db = None if path is None else _open(path)

    def put(self, kind: str, key: object, body: Json) -> None:
        if self._db is not None:
            row = (kind, str(key), json.dumps(body, ensure_ascii=False))
            self._db.execute("insert or replace into record values (?, ?, ?)", row)

    def drop(self, kind: str, key: object) -> None:
        if self._db is not None:
            self._db.execute("delete from record where kind = ? and key = ?", (kind, str(key)))

    def records(self, kind: str) -> Iterator[Json]:
        if self._db is not None:
            rows = self._db.execute("select body from record where kind = ?", (kind,)).fetchall()
            yield from (json.loads(body) for (body,) in rows)

    def keep_content(self, key: str, content: bytes) -> None:
        if self._db is None:
            self._contents[key] = content
        else:
            self._db.execute("insert or replace into content values (?, ?)", (key, content))

    def content(self, key: str) -> bytes:
        """The bytes of a file; KeyError if there are none."""
        if self._db is None:
            return self._contents[key]
        row = self._db.execute("select bytes from content where key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return bytes(row[0])

    def clear(self) -> None:
        self._contents.clear()
        if self._db is not None:
            self._db.executescript("delete from record where kind != 'counter'; delete from content;")

    def close(self) -> None:
        if self._db is not None:
            self._db.close()


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Built in one thread and served from another's event loop: always one at a time.
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    db.execute("pragma journal_mode = wal")
    # The desk must survive kill -9, not a power cut: the system has the pages.
    db.execute("pragma synchronous = normal")
    db.executescript(_TABLES)
    return db
