"""`python -m tests.bench.partners [COUNT]`: a made-up directory imported twice, then asked, on both engines."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

from backend.db import connect
from backend.partners.importing import import_data_inclusion
from backend.partners.queries import partners_near
from backend.partners.rules import chosen
from content.communes import load_communes
from content.loader import need_ids
from tests.backend.partners.made_up import write
from tests.bench.engines import Fresh, postgresql, sqlite

ASKED = 300


def once(url: str, structures: str, services: str) -> dict[str, Any]:
    """One import, in a process of its own: seconds by the clock and of the processor, megabytes at the peak."""
    db = connect(url)
    began = perf_counter()
    with db.transaction() as tx:
        reports = import_data_inclusion(tx, Path(structures), Path(services))
    took = perf_counter() - began
    db.close()
    used = getrusage(RUSAGE_SELF)
    return {
        "seconds": round(took, 1),
        "cpu_seconds": round(used.ru_utime + used.ru_stime, 1),
        "peak_mb": peak_kb() // 1024,
        "new": [r.new for r in reports],
        "unchanged": [r.unchanged for r in reports],
    }


def peak_kb() -> int:
    """The peak of this program alone: `ru_maxrss` would count the parent that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1])


def apart(url: str, files: tuple[Path, Path]) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.partners", "--once", url, *map(str, files)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def asked(url: str) -> dict[str, float]:
    """Milliseconds of the processor to name three partners for two needs, where people live."""
    db, chance = connect(url), Random(1)
    there = [c for c in load_communes().all if c.point and c.population]
    homes = chance.choices(there, [c.population for c in there], k=ASKED)
    took = []
    with db.reading() as tx:
        partners_near(tx, "58194", ("emploi",), served=True)
        for home in homes:
            began = process_time()
            chosen(partners_near(tx, home.insee, chance.sample(need_ids(), 2), served=True))
            took.append((process_time() - began) * 1000)
    db.close()
    return {"median_ms": round(median(took), 1), "p95_ms": round(quantiles(took, n=20)[-1], 1)}


def measure(fresh: Fresh, files: tuple[Path, Path]) -> dict[str, Any]:
    url = fresh()
    return {"first": apart(url, files), "again": apart(url, files), "asked": asked(url)}


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write(folder, count)
        results = {"structures": count, "SQLite file": measure(sqlite(folder), files)}
        with postgresql(folder) as fresh:
            results["PostgreSQL"] = measure(fresh, files)
    sys.stdout.write(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        sys.stdout.write(json.dumps(once(*sys.argv[2:5])))
    else:
        main(int((*sys.argv, "100000")[1]))
