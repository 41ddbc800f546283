"""When a thousand doors are open over sixty days, each by the holidays and the clock of its commune."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from itertools import product
from time import perf_counter
from typing import Any

from content.calendars import calendar_of
from content.hours import intervals, next_days
from tests.bench.parts import spread
from tests.clock import MONDAY

SITES, LOOKED_AHEAD = 1_000, timedelta(days=60)
HOURS = (
    "Th 14:00-17:00; PH off",
    "Mo-Fr 09:00-12:00,14:00-17:00; PH off",
    "Tu[1,3] 09:00-12:00; PH off",
    "week 1-53/2 Fr 09:30-11:30; PH off",
    "We 14:00-17:00; SH off",
    "Sa[-1] 10:00-12:00",
    "Mo-Th 08:30-12:30,13:30-17:30; Fr 08:30-12:30; PH,SH off",
    "SH We 10:00-12:00",
)
COMMUNES = ("58194", "67482", "75056", "35238", "69123", "97411", "97209", "2A004")
MEMORY = """
from datetime import UTC, datetime, timedelta
from pathlib import Path
from content.calendars import calendar_of
from content.hours import intervals
def resident():  # ru_maxrss would be that of the parent
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
before, start = resident(), datetime.now(UTC)
for osm, insee in SITES:
    list(intervals(osm, calendar_of(insee), start, start + timedelta(days=60)))
print((resident() - before) / 1e6)
"""


def sites() -> list[tuple[str, str]]:
    """(hours, commune) of as many sites as asked for."""
    pairs = list(product(HOURS, COMMUNES))
    return [pairs[n % len(pairs)] for n in range(SITES)]


def sixty_days() -> int:
    """Every interval of every site; how many there are."""
    until = MONDAY + LOOKED_AHEAD
    return sum(len(list(intervals(osm, calendar_of(insee), MONDAY, until))) for osm, insee in sites())


def opening() -> dict[str, Any]:
    """ms for a thousand sites: cold, then read before; ms for the next three days of one; MB that it takes."""
    began = perf_counter()
    sixty_days()
    cold = (perf_counter() - began) * 1000
    return {
        "cold": {"median": cold, "p99": cold, "calls": 1},
        "sixty_days": spread([sixty_days] * 5),
        "next_days": spread([lambda s=site: next_days(s[0], calendar_of(s[1]), MONDAY) for site in sites()]),
        "megabytes": memory(),
    }


def memory() -> float:
    """MB that the same hours take in a process of their own, holidays included."""
    script = MEMORY.replace("SITES", repr(sites()))
    return float(subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout)
