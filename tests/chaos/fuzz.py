"""`python -m tests.chaos.fuzz`: 100,000 updates, a third of them damaged, through parse and receive; 20,000 all the way.

It ends with 1 if anything was raised, or an update that could be read was set aside.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from aiogram import Bot
from sqlmodel import col, select

from backend.db import Database, connect
from backend.models import Conversation, Line, SetAside
from backend.script import Script, load_script
from bot.ingest import handle, set_aside
from bot.reading import UNREADABLE, read
from tests.bench.engines import sqlite
from tests.chaos.ear import Ear
from tests.chaos.garbled import Garbled

TOKEN = "99:a-token-that-no-log-may-hold"
BATCH = 20


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.chaos.fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000)
    parser.add_argument("--updates", type=int, default=100_000)
    parser.add_argument("--corridor", type=int, default=20_000)
    chosen = parser.parse_args()
    logging.disable(logging.ERROR)
    script, began = load_script("http://127.0.0.1:8000", team="nevers-sud-nivernais"), time.process_time()
    print(f"seed {chosen.seed}")
    print("parse and receive:", _told(heard(script, chosen.seed, chosen.updates), began))
    with tempfile.TemporaryDirectory() as folder:
        db, began = connect(sqlite(Path(folder))()), time.process_time()
        found = through(db, script, chosen.seed, chosen.corridor)
        db.close()
    print("through the corridor:", _told(found, began))
    sys.exit(1 if any(name.startswith("our fault") for name in found) else 0)


def _told(found: Counter[str], began: float) -> str:
    each = ", ".join(f"{many:,} {what}" for what, many in sorted(found.items()))
    return f"{each} ({time.process_time() - began:.0f} s of processor)"


def heard(script: Script, seed: int, many: int) -> Counter[str]:
    """What became of so many updates without a database. Raises what they make the code raise."""
    random = Random(seed)
    ear, garbled = Ear(script, Bot(TOKEN), random), Garbled(random)
    for bodies in _batches(garbled, many):
        ear.hears(bodies)
        for offer in ear.buttons:
            garbled.offered(*offer)
        ear.buttons.clear()
    return ear.became


def through(db: Database, script: Script, seed: int, many: int) -> Counter[str]:
    """What became of so many that are kept and answered. What was set aside although it could be read is our fault."""
    garbled, bot, became = Garbled(Random(seed)), Bot(TOKEN), Counter[str]()
    for bodies in _batches(garbled, many):
        updates, failures = read(bot, bodies)
        set_aside(db, script, failures)
        became["handled"] += len(handle(db, script, bot.id, updates))
        for offer in _offered(db):
            garbled.offered(*offer)
    with db.reading() as tx:
        for why in tx.exec(select(SetAside.error)):
            became["unreadable" if why == UNREADABLE else f"our fault: {why}"] += 1
    return became


def _offered(db: Database) -> list[tuple[str, list[str]]]:
    """To whom which buttons were offered lately."""
    said = select(Conversation.address, Line.buttons).join(Line, col(Line.conversation_id) == Conversation.id)
    with db.reading() as tx:
        rows = tx.exec(said.order_by(col(Line.id).desc()).limit(BATCH)).all()
    return [(who, [b["data"] for row in rows for b in row if "data" in b]) for who, rows in reversed(rows)]


def _batches(garbled: Garbled, many: int) -> Iterator[list[Any]]:
    for _ in range(0, many, BATCH):
        yield [garbled.update() for _ in range(BATCH)]


if __name__ == "__main__":
    main()
