"""What sealing costs: processor time of a turn with what it says, with words in clear, readable with keys, and sealed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import process_time
from typing import Any

from aiogram.types import Update

from backend.db import connect
from backend.outbox import Outbox
from backend.sealing.converting import rotate, seal, unseal
from backend.sealing.ring import Ring
from bot import ingest
from tests.bench.corridor import BEFORE_PROPOSALS, Stub, script
from tests.bench.engines import Fresh
from tests.bench.updates import update

YOUTHS, ROUNDS = 12, 9
RINGS: dict[str, Ring | None] = {
    "in clear": None,
    "in clear, with a key at hand": Ring(["b" * 32], seals=False),
    "sealed": Ring(["b" * 32], seals=True),
}


def sealing(fresh: Fresh) -> dict[str, Any]:
    """The least of milliseconds a turn, delivery to a stub included; and rows a second that are converted."""
    taken: dict[str, list[float]] = {name: [] for name in RINGS}
    for _ in range(ROUNDS):  # in turns, so that what else the machine does falls on all
        for name, ring in RINGS.items():
            taken[name].append(_turns(fresh(), ring))
    return {
        "turn_ms": {name: min(times) for name, times in taken.items()},
        "rows_a_second": _converted(fresh()),
    }


def _turns(url: str, ring: Ring | None, youths: int = YOUTHS) -> float:
    """Milliseconds of processor for each turn."""
    db, words = connect(url, ring), script()
    with asyncio.Runner() as runner:
        outbox, seconds = Outbox(db, Stub(), words.now), 0.0
        for step in range(1, BEFORE_PROPOSALS + 1):
            batch = [Update.model_validate_json(update(youth, step)) for youth in range(1, youths + 1)]
            began = process_time()
            ingest.handle(db, words, 42, batch)
            while runner.run(outbox.deliver_due()):
                pass
            seconds += process_time() - began
    db.close()
    return seconds / youths / BEFORE_PROPOSALS * 1000


def _converted(url: str) -> dict[str, float]:
    """After many talks: all of it sealed, sealed anew, opened; read again each time."""
    _turns(url, None, 200)
    first, second = Ring(["b" * 32], seals=True), Ring(["c" * 32, "b" * 32], seals=True)
    works: tuple[tuple[str, Callable[..., Any], Ring], ...] = (
        ("seal", seal, first),
        ("rotate", rotate, second),
        ("open", unseal, Ring(["c" * 32], seals=False)),
    )
    found = {}
    for name, work, ring in works:
        db, began = connect(url, ring), process_time()
        found[name] = work(db, ring, lambda _table, _rows: None).total() / (process_time() - began)
        db.close()
    return found


def sealing_table(engines: dict[str, dict[str, Any]]) -> str:
    """The lines of the report."""
    lines = ["sealed words                   " + " ".join(f"{name:>14}" for name in engines)]
    for name in RINGS:
        figures = (f"{engine['sealing']['turn_ms'][name]:>11.2f} ms" for engine in engines.values())
        lines.append(f"{name:<31}" + " ".join(figures))
    for name in ("seal", "rotate", "open"):
        figures = (f"{engine['sealing']['rows_a_second'][name]:>12,.0f}/s" for engine in engines.values())
        lines.append(f"rows, {name:<25}" + " ".join(figures))
    return "\n".join(lines)
