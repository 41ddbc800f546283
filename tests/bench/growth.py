"""`python -m tests.bench.growth [--long]`: does it cost more once much has been said? Nothing here passes or fails.

The same work on databases of 1,000 and 100,000 conversations (`--long`: 1,000,000 too), on both engines, and each
figure's ratio to the smallest. Raw results go to var/growth.json.
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from time import perf_counter
from typing import Any

from backend.audit.signing import SIGNET, Signet
from backend.db import connect
from tests.bench.engines import Fresh, postgresql, sqlite
from tests.bench.growth_made import grow
from tests.bench.growth_works import measured
from tests.bench.report import row

RESULTS = Path("var") / "growth.json"
SIZES, LONG = (1_000, 100_000), 1_000_000


def growth(folder: Path, sizes: tuple[int, ...] = SIZES) -> dict[str, Any]:
    """{engine: {size: {seconds, works: {name: {processor, wall}}}}}, in ms."""
    found = {"SQLite": sizes_of(sqlite(folder), sizes)}
    with postgresql(folder) as fresh:
        found["PostgreSQL"] = sizes_of(fresh, sizes)
    return found


def sizes_of(fresh: Fresh, sizes: tuple[int, ...] = SIZES) -> dict[str, Any]:
    """One engine."""
    return {str(size): _one(fresh(), size) for size in sizes}


def _one(url: str, size: int) -> dict[str, Any]:
    db = replace(connect(url), info={SIGNET: Signet(b"a secret of the bench")})
    began = perf_counter()
    grow(db, size)
    seconds = perf_counter() - began
    works = {name: asdict(took) for name, took in measured(db).items()}
    db.close()
    if db.is_sqlite:
        Path(str(db.engine.url.database)).unlink()
    return {"seconds": seconds, "works": works}


def growth_table(found: dict[str, Any]) -> str:
    """A table for each engine: ms of waiting, and of processor of this process; then the ratios to the smallest."""
    return "\n\n".join(_table(engine, sizes) for engine, sizes in found.items())


def _table(engine: str, sizes: dict[str, Any]) -> str:
    (_, first), *larger = sizes.items()
    heads = [f"{int(size):,}" for size in sizes] + [f"× at {int(size):,}" for size, _ in larger]
    made = row("  made in, seconds", [f"{one['seconds']:.0f}" for one in sizes.values()])
    lines = [row(f"{engine}: ms, and of processor", heads), made]
    for name, smallest in first["works"].items():
        each = [one["works"][name] for one in sizes.values()]
        cells = [f"{one['wall']:.1f} {one['processor']:>6.1f}" for one in each]
        ratios = [
            f"{one['wall'] / smallest['wall']:.2f} {one['processor'] / smallest['processor']:>5.2f}"
            for one in each[1:]
        ]
        lines.append(row(f"  {name}", cells + ratios))
    return "\n".join(lines)


def main() -> None:
    sizes = (*SIZES, LONG) if "--long" in sys.argv else SIZES
    with tempfile.TemporaryDirectory() as folder:
        found = growth(Path(folder), sizes)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(found, indent=1), encoding="utf-8")
    sys.stdout.write(f"{growth_table(found)}\n\n{RESULTS}\n")


if __name__ == "__main__":
    main()
