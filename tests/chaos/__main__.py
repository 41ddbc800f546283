"""`python -m tests.chaos`: the long form of the kills, on both engines; what happened is printed and written down.

It ends with 1 if anything was lost or done twice.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from backend.db import connect
from tests.bench.engines import Fresh, postgresql, sqlite
from tests.chaos.bots import Deployment, Zygote
from tests.chaos.long_page import page
from tests.chaos.reported import broken, idle
from tests.chaos.storm import Plan, Scene, Storm
from tests.chaos.telegram import telegram
from tests.clock import MONDAY


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.chaos", description=__doc__)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--messages", type=int, default=8_000)
    parser.add_argument("--into", type=Path, default=Path("var/long.json"))
    parser.add_argument("--page", type=Path, default=Path("docs/long.md"))
    chosen = parser.parse_args()
    plan = Plan(
        chosen.seed, chosen.kills, chosen.messages, askers=20, bookers=12, evenings=chosen.kills // 10
    )
    with tempfile.TemporaryDirectory() as folder:
        found = runs(plan, Path(folder))
    told = {"at": datetime.now(UTC).isoformat(timespec="minutes"), "runs": found}
    chosen.into.parent.mkdir(parents=True, exist_ok=True)
    chosen.into.write_text(json.dumps(told, indent=1))
    chosen.page.write_text(page(told))
    print(page(told))
    sys.exit(1 if any(run["broken"] or run["idle"] for run in found.values()) else 0)


def runs(plan: Plan, folder: Path) -> dict[str, dict[str, Any]]:
    """What happened, by engine."""
    with Zygote(folder) as zygote, postgresql(folder) as on_postgresql:
        fresh: dict[str, Fresh] = {"SQLite": sqlite(folder), "PostgreSQL": on_postgresql}
        return {engine: asyncio.run(_run(plan, zygote, folder, make())) for engine, make in fresh.items()}


async def _run(plan: Plan, zygote: Zygote, folder: Path, url: str) -> dict[str, Any]:
    zygote.clock.goes_to(MONDAY)
    db, began = connect(url), time.monotonic()
    async with telegram() as there:
        report = await Storm(plan, Scene(zygote, Deployment(folder, url, there.base), db, there)).blows()
        zygote.kills_all()
    db.close()
    seconds = round(time.monotonic() - began)
    return report | {"seconds": seconds, "broken": broken(report), "idle": idle(report)}


if __name__ == "__main__":
    main()
