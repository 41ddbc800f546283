"""`python -m tests.bench`: what the product costs, on both engines. Nothing here passes or fails.

Each figure is the median of three runs, each on a fresh database. Raw results go to var/bench.json.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from tests.bench.corridor import in_batches, one_after_another, over_http
from tests.bench.doors import ranking
from tests.bench.engines import Fresh, postgresql, sqlite
from tests.bench.growth import growth_table, sizes_of
from tests.bench.live import live, live_table
from tests.bench.opening import opening
from tests.bench.parts import communes, danger, proposals
from tests.bench.report import table
from tests.bench.sealing import sealing, sealing_table
from tests.bench.slots import slots
from tests.bench.understanding import understanding, understanding_table

RESULTS = Path("var") / "bench.json"
RUNS, YOUTHS, PHONES = 3, 20, 4


def measure(fresh: Fresh) -> dict[str, Any]:
    """Everything that hangs on the engine."""
    one_after_another(fresh(), 2)  # what is read once in a process
    return {
        "single": [one_after_another(fresh(), YOUTHS) for _ in range(RUNS)],
        "batches": [in_batches(fresh()) for _ in range(RUNS)],
        "http": [over_http(fresh(), PHONES) for _ in range(RUNS)],
        "proposals": proposals(fresh()),
        "slots": slots(fresh()),
        "growth": sizes_of(fresh),
        "sealing": sealing(fresh),
    }


def measure_all(folder: Path) -> dict[str, Any]:
    results: dict[str, Any] = {
        "machine": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "system": platform.system(),
        },
        "communes": communes(),
        "danger": danger(),
        "understanding": understanding(),
        "ranking": ranking(),
        "opening": opening(),
        "engines": {"SQLite file": measure(on_file := sqlite(folder))},
        "live": {"SQLite file": live(folder / "live", on_file())},
    }
    with postgresql(folder) as fresh:
        results["engines"]["PostgreSQL"] = measure(fresh)
        results["live"]["PostgreSQL"] = live(folder / "live-pg", fresh())
        results["live"]["PostgreSQL, two"] = live(folder / "live-two", fresh(), 2)
    return results


def main() -> None:
    began = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        results = measure_all(Path(folder))
    results["took_seconds"] = perf_counter() - began
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1), encoding="utf-8")
    grown = growth_table({name: engine["growth"] for name, engine in results["engines"].items()})
    words = understanding_table(results["understanding"])
    sealed = sealing_table(results["engines"])
    tables = "\n\n".join((table(results), words, live_table(results["live"]), sealed, grown))
    sys.stdout.write(f"{tables}\n\n{RESULTS}, {results['took_seconds']:.0f} s\n")


if __name__ == "__main__":
    main()
