"""Who was erased, in a file outside the database: what is restored from a back-up forgets them again.

An erasure leaves a mark in its own transaction; the clock writes marks into the journal, and only then drops them. A
mark is a digest of a row's number and of the moment it was made: it tells nothing to who has no copy of that row.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert
from sqlmodel import col, select

from backend.db import Database, Tx
from backend.people.models import Erasure, Youth
from backend.rows import table_of, write

ERASED, JOINED = "erased", "joined"
AT_ONCE = 1_000
"""Marks written down together."""
_ENTRY = re.compile(r"\S+ (?:erased ([0-9a-f]{32})|joined ([0-9a-f]{32}) ([0-9a-f]{32}))")
_WRITE = insert(table_of(Erasure))


class NoJournal(Exception):
    """The journal cannot be read; the message names it."""


@dataclass(frozen=True)
class Gone:
    """What a journal tells: who was erased, and who became one with whom."""

    erased: frozenset[str]
    joined: Mapping[str, str]

    def knows(self, mark: str) -> bool:
        """Whether whoever has this mark was erased, under it or under that of whom they became one with."""
        seen = set[str]()
        while mark not in self.erased and mark in self.joined and mark not in seen:
            seen.add(mark)
            mark = self.joined[mark]
        return mark in self.erased


def mark_of(youth_id: int, created_at: datetime) -> str:
    """The same in every copy of the row. A number alone would not do: a restored database gives it again."""
    told = f"{youth_id}:{created_at.astimezone(UTC).isoformat()}"
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def note_erased(tx: Tx, youth_ids: Collection[int]) -> None:
    """Before their rows go."""
    rows = tx.execute(_these(youth_ids)).all()
    write(tx, _WRITE, [{"mark": mark_of(*row), "into": None, "at": datetime.now(UTC)} for row in rows])


def note_joined(tx: Tx, former_id: int, youth_id: int) -> None:
    """Before the former row goes: whoever erases the other one erases this one too."""
    marks = {id_: mark_of(id_, at) for id_, at in tx.execute(_these([former_id, youth_id])).all()}
    tx.add(Erasure(mark=marks[former_id], into=marks[youth_id]))


def _these(youth_ids: Collection[int]) -> Any:
    return select(Youth.id, Youth.created_at).where(col(Youth.id).in_(youth_ids))


def write_journal(db: Database, journal: Path) -> int:
    """Marks go from the database into the journal; how many. Killed in between, or held up, they stand there twice."""
    done = 0
    while rows := _waiting(db):
        append(journal, (_entry(row) for row in rows))
        if not wipe_log(db):  # once more in a minute
            break
        with db.transaction() as tx:
            tx.execute(delete(Erasure).where(col(Erasure.id).in_([row.id for row in rows])))
        done += len(rows)
    return done


def _waiting(db: Database) -> list[Erasure]:
    with db.reading() as tx:
        return list(tx.exec(select(Erasure).order_by(col(Erasure.id)).limit(AT_ONCE)))


def _entry(row: Erasure) -> str:
    at = f"{row.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return f"{at} {JOINED} {row.mark} {row.into}" if row.into else f"{at} {ERASED} {row.mark}"


def append(journal: Path, entries: Iterable[str]) -> None:
    """On the disk when this returns. What a power cut left of a line is closed first, and never read."""
    journal.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(journal, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "r+b") as file:
        torn = file.seek(0, os.SEEK_END) > 0 and file.seek(-1, os.SEEK_END) >= 0 and file.read(1) != b"\n"
        written = "".join(f"{entry}\n" for entry in entries)
        file.write((b"\n" if torn else b"") + written.encode())
        file.flush()
        os.fsync(file.fileno())


def read_journals(journals: Iterable[Path]) -> Gone:
    """What stands in all of them. Raises NoJournal. A line that is none is passed over."""
    found = [groups for journal in journals for groups in _entries(journal)]
    return Gone(frozenset(a for a, _, _ in found if a), {b: c for _, b, c in found if b})


def _entries(journal: Path) -> list[tuple[str, ...]]:
    try:
        text = journal.read_text(encoding="ascii", errors="replace")
    except OSError as error:
        raise NoJournal(f"{journal}: it cannot be read ({error.strerror})") from None
    return [match.groups() for line in text.splitlines() if (match := _ENTRY.fullmatch(line))]


def wipe_log(db: Database) -> bool:
    """What was erased stands in SQLite's write-ahead log until that is begun anew. False: somebody reads or writes."""
    if not db.is_sqlite:
        return True
    with db.apart() as connection:
        connection.execute("PRAGMA busy_timeout = 250").close()
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy
