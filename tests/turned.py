"""`passerelle`, by a clock that a test turns: run by its path, it goes before the real time by the file `ahead`.

A job of the clock that a test waits for comes round in a second.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from backend import clockwork, db

AHEAD = Path("ahead")
"""Seconds, in the folder in which the product runs."""


def now() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=float(AHEAD.read_text()))


db.now = now
clockwork.EVERY = {**clockwork.EVERY, "promises": timedelta(seconds=1)}

if __name__ == "__main__":
    from bot.cli import app

    app(prog_name="passerelle")
