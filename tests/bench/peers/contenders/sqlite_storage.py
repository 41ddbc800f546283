"""aiogram's states in SQLite, kept as durably as ours: one commit with `synchronous=FULL` for each change."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey


class SqliteStorage(BaseStorage):
    """The simplest that works: sqlite3 in the loop's own thread, which is also the fastest for one process."""

    def __init__(self, file: Path) -> None:
        self.db = sqlite3.connect(file, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.execute("CREATE TABLE IF NOT EXISTS talk (key TEXT PRIMARY KEY, state TEXT, data TEXT)")

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        self._put(key, "state", name)

    async def get_state(self, key: StorageKey) -> str | None:
        return self._get(key, "state")

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        self._put(key, "data", json.dumps(dict(data)))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._get(key, "data") or "{}")
        return found

    async def close(self) -> None:
        self.db.close()

    def _put(self, key: StorageKey, column: str, value: str | None) -> None:
        new = f"INSERT INTO talk (key, {column}) VALUES (?, ?)"
        change = f"ON CONFLICT (key) DO UPDATE SET {column} = excluded.{column}"
        self.db.execute(f"{new} {change}", (str(key.chat_id), value))

    def _get(self, key: StorageKey, column: str) -> str | None:
        row = self.db.execute(f"SELECT {column} FROM talk WHERE key = ?", (str(key.chat_id),)).fetchone()
        found: str | None = row[0] if row else None
        return found
