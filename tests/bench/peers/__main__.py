"""The race: every contender through the same questionnaire, then the same with kills.

    python -m tests.bench.peers [--youths 200] [--kills 5] [--remember 100000] [--into docs/bench]
prints a table with ratios, writes the raw results as JSON and a chart as SVG. On PostgreSQL also what its server spends
(`server_ms` of processor for each update), and the share of its working connections that wait for a lock.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from pathlib import Path
from typing import Any

from backend.db import connect
from bot.simulation.locks import looking
from tests.bench.engines import postgresql
from tests.bench.peers.chart import chart
from tests.bench.peers.race import Entry, killed, race

AT_ONCE = 20
IDIOM = "aiogram, memory (documented idiom)"
OURS = "Passerelle, SQLite (keeps everything)"
ENTRIES = (
    Entry(OURS, "passerelle"),
    Entry(IDIOM, "aiogram-idiom"),
    Entry("aiogram, memory (async filters)", "aiogram-async"),
    Entry("aiogram, SQLite storage", "aiogram-sqlite"),
    Entry("aiogram-dialog, memory", "aiogram-dialog"),
    Entry("python-telegram-bot, nothing kept", "ptb-none"),
    Entry("python-telegram-bot, flushed, 1 user known", "ptb", "1"),
    Entry("python-telegram-bot, flushed, 1,000 known", "ptb", "1000"),
    Entry("python-telegram-bot, flushed, 20,000 known", "ptb", "20000"),
)
SLOW = 4
"""Youths for the contender that rewrites a file of 20,000 users at each update."""
REMEMBER = {"passerelle", "aiogram-idiom"}
"""Whose memory is measured once they have many conversations under way: it takes minutes."""
SAME = {"aiogram-async", "ptb-none"}
"""Not killed: they keep what another of them keeps, in memory."""
ON_POSTGRESQL = (
    ("Passerelle, PostgreSQL (keeps everything)", "passerelle"),
    ("Passerelle, PostgreSQL, 1 worker, webhook", "workers-1"),
    ("Passerelle, PostgreSQL, 2 workers, webhook", "workers-2"),
)
COLUMNS = (
    "per_second",
    "ratio",
    "p50_ms",
    "p99_ms",
    "cpu_ms",
    "server_ms",
    "waiting",
    "rss_mb",
    "known_mb",
    "kills",
    "ruined",
    "lost",
    "doubled",
)


def main() -> None:
    arguments = _parsed()
    results = [_raced(entry, arguments) for entry in ENTRIES]
    results += _on_postgresql(arguments)
    base = next(r["per_second"] for r in results if r["title"] == IDIOM)
    for result in results:
        result["ratio"] = result["per_second"] / base
    _told(results)
    one, two = (r["per_second"] for r in results[-2:])
    print(f"two workers answer {two / one:.2f} times what one does")
    if arguments.into:
        _kept(results, arguments.into)


def _parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--youths", type=int, default=200)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--remember", type=int, default=0, metavar="CONVERSATIONS")
    parser.add_argument("--into", type=Path)
    return parser.parse_args()


def _raced(entry: Entry, arguments: argparse.Namespace) -> dict[str, Any]:
    slow, known = entry.more == "20000", entry.more in {"1000", "20000"}
    result = race(entry, SLOW if slow else arguments.youths, AT_ONCE)
    if arguments.kills and not known and entry.name not in SAME:
        result |= killed(entry, arguments.kills)
    if arguments.remember and entry.name in REMEMBER:
        result["known_mb"] = race(entry, arguments.remember, AT_ONCE, 1)["rss_mb"]
    return {"title": entry.title, **result}


def _on_postgresql(arguments: argparse.Namespace) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder, postgresql(Path(folder)) as fresh:
        server = int((Path(folder) / "postgres" / "postmaster.pid").read_text().split()[0])
        entries = [Entry(*one, fresh()) for one in ON_POSTGRESQL]
        return [_beside(entry, server, arguments.youths) for entry in entries]


def _beside(entry: Entry, server: int, youths: int) -> dict[str, Any]:
    db = connect(entry.more)
    try:
        with looking(db) as looks:
            result = race(entry, youths, AT_ONCE, server=server)
    finally:
        db.close()
    return {"title": entry.title, **result, "waiting": looks.share}


def _told(results: list[dict[str, Any]]) -> None:
    print(f"{AT_ONCE} young people at once; an update counts when its reply has reached the Bot API stub")
    print(f"{'':45}" + "".join(f"{name:>12}" for name in COLUMNS))
    for result in results:
        cells = [f"{result[c]:12.2f}" if c in result else f"{'-':>12}" for c in COLUMNS]
        print(f"{result['title']:45}" + "".join(cells))


def _kept(results: list[dict[str, Any]], into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    about = {"python": platform.python_version(), "cores": os.cpu_count(), "at_once": AT_ONCE}
    (into / "peers.json").write_text(json.dumps({"about": about, "results": results}, indent=1) + "\n")
    (into / "peers.svg").write_text(chart([(r["title"], r["per_second"]) for r in results]))


if __name__ == "__main__":
    main()
