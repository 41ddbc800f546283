"""`passerelle`, by a clock that a test turns: run by its path, it goes before the real time by the file `ahead`.

So does the desk Telegram in it. A job of the clock that a test waits for comes round in a second.
"""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

from backend import clockwork, db

AHEAD = Path("ahead")
"""Seconds, in the folder in which the product runs."""


def now() -> datetime:
    """Where there is no such file the clock is nobody's to turn (`tests.preloaded` reads this for all)."""
    ahead = float(AHEAD.read_text()) if AHEAD.exists() else 0.0
    return datetime.now(UTC) + timedelta(seconds=ahead)


db.now = now


def hurry() -> None:
    """On a busy machine a job may take longer than the second after which it comes again: it is left out once."""
    clockwork.EVERY["promises"] = timedelta(seconds=1)  # in place: others may have taken it already
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)


def turn_the_desk() -> None:
    """Its modules ask `time` for the hour, and for nothing else."""
    import bot.desk.app  # noqa: F401

    for name, module in list(sys.modules.items()):
        if name.startswith("bot.desk") and hasattr(module, "time"):
            module.time = SimpleNamespace(time=lambda: now().timestamp())


if __name__ == "__main__":
    from bot.cli import app

    hurry()
    turn_the_desk()
    app(prog_name="passerelle")
