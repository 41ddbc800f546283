"""`python -m tests.bench.country`: what docs/operate.md computes with. Nothing here passes or fails.

How large a conversation is, how fast a database moves, what each process of `run --workers` takes.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

import httpx
from sqlalchemy import func, select, text

from backend.copying import tables
from backend.db import Database, connect
from backend.models import Conversation, Line
from backend.moving import move
from backend.script import load_script
from tests.bench.engines import postgresql, sqlite
from tests.clock import Clock
from tests.conftest import NEVERS, _create
from tests.phone import DeskPhone
from tests.running import Product, desk_apart
from tests.youth import Youth, books

COPIES, WORKERS = 20_000, 4
READY = re.compile(r"Worker (\d+) is ready \(process (\d+)\)")


def filled(url: str) -> Database:
    """One young person who booked, and 20,000 whose conversation went the same way."""
    db = connect(url)
    youth = Youth(db, load_script("http://127.0.0.1:8000", now=Clock(), team=NEVERS), "42")
    books(youth)
    youth.hears()
    for table in ("youth", "conversation", "line"):
        _multiply(db, table)
    return db


def _multiply(db: Database, name: str) -> None:
    """Ids and addresses move by a thousand for each copy; all else is what really stood there."""
    table = next(one for one in tables() if one.name == name)
    moved = {"id", "youth_id", "conversation_id"}
    cells = [
        f"n * 1000 + {c.name}"
        if c.name in moved
        else "n || address"
        if c.name == "address"
        else f'"{c.name}"'
        for c in table.columns
    ]
    names = ", ".join(f'"{c.name}"' for c in table.columns)
    numbers = f"WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < {COPIES})"
    with db.transaction() as tx:
        tx.connection().execute(
            text(f'INSERT INTO "{name}" ({names}) {numbers} SELECT {", ".join(cells)} FROM k, "{name}"')
        )


def sizes(source: str, target: str) -> dict[str, Any]:
    """Bytes of a line and of a conversation, and rows moved a second."""
    db = filled(source)
    with db.reading() as tx:
        talks = tx.execute(select(func.count()).select_from(Conversation)).scalar_one()
        lines = tx.execute(select(func.count()).select_from(Line)).scalar_one()
    db.close()
    began = perf_counter()
    rows = sum(one.tally.rows for one in move(source, target, lambda *_: None))
    took = perf_counter() - began
    there = connect(target)
    with there.reading() as tx:
        connection = tx.connection()
        found = {
            name: connection.execute(text(f"SELECT pg_total_relation_size('{name}')")).scalar()
            for name in ("line", "conversation", "youth")
        }
    there.close()
    file = Path(source.removeprefix("sqlite:///")).stat().st_size
    return {
        "conversations": talks,
        "lines": lines,
        "rows": rows,
        "seconds": took,
        "rows_a_second": rows / took,
        "bytes_a_line": found["line"] / lines,
        "bytes_a_conversation": sum(found.values()) / talks,
        "sqlite_bytes_a_conversation": file / talks,
    }


def processes(folder: Path, url: str) -> dict[str, Any]:
    """Connections and memory of each worker, at rest and after a crowd, and how long all take to end."""
    with desk_apart(folder) as desk, httpx.Client(base_url=desk.base) as client:
        product = Product(folder, url, desk)
        product.command += ["--workers", str(WORKERS)]
        product.start()
        with product.news:
            product.news.wait_for(lambda: len(READY.findall(product.latest)) == WORKERS, 120)
        pids = {"holder": product.process.pid} | {n: int(pid) for n, pid in READY.findall(product.latest)}
        result: dict[str, Any] = {
            "at_rest": _connections(url),
            "memory": {n: _memory(p) for n, p in pids.items()},
        }
        phones = [DeskPhone(client, f"Lou {n}") for n in range(20)]
        most = 0
        for phone in phones:
            phone.bursts("/aide", "/humain", "bonjour")
            most = max(most, _connections(url))
        phones[-1].waits_for(lambda: not phones[-1].waiting(), 60)
        result |= {"in_a_crowd": max(most, _connections(url))}
        began = perf_counter()
        product.process.terminate()
        product.process.wait()
        return result | {"seconds_to_end": perf_counter() - began}


def _connections(url: str) -> int:
    db = connect(url)
    with db.reading() as tx:
        asked = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        found = int(tx.connection().execute(text(asked)).scalar() or 0)
    db.close()
    return found


def _memory(pid: int) -> float:
    """Megabytes, what is shared with others divided among them."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.setdefault("XDG_RUNTIME_DIR", name)
        source = sqlite(folder)()
        with postgresql(folder) as fresh:
            furnished = fresh()
            server, _, query = furnished.partition("?")
            target = f"{server.rpartition('/')[0]}/moved" + (f"?{query}" if query else "")
            _create(furnished, "moved", "template1")
            results = {"sizes": sizes(source, target), "processes": processes(folder, furnished)}
    sys.stdout.write(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
