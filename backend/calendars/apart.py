"""Reading a stranger's calendar in a process of its own, which is ended when it takes too long."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from backend.calendars.expanding import NoCalendar, Taken

PATIENCE = 20.0
"""Seconds. 5 MB of 5,000 entries take three."""


def taken_apart(
    data: bytes,
    zone: ZoneInfo,
    begin: datetime,
    end: datetime,
    ours: Collection[str] = (),
    patience: float = PATIENCE,
) -> Taken:
    """As `expanding.taken`. Raises NoCalendar, also with too_long."""
    asked = [zone.key, begin.isoformat(), end.isoformat(), " ".join(ours)]
    words = [sys.executable, "-m", "backend.calendars.expanding", *asked]
    try:
        done = subprocess.run(words, input=data, capture_output=True, timeout=patience, check=False)  # noqa: S603  # ours
    except subprocess.TimeoutExpired:
        raise NoCalendar("too_long") from None
    said: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"problem": "broken"}
    if "problem" in said:
        raise NoCalendar(said["problem"])
    times = [(datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, b in said["times"]]
    return Taken(times, said["partly"])
