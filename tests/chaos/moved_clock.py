"""A clock that goes on as real ones do, from a Monday morning, and that a test moves for all processes at once."""

from __future__ import annotations

import mmap
import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.clock import MONDAY

AHEAD = struct.Struct("d")


class MovedClock:
    """How many seconds it is ahead of the real time stands in a file that all processes have mapped."""

    def __init__(self, file: Path) -> None:
        if new := not file.exists():
            file.write_bytes(AHEAD.pack(0.0))
        with file.open("r+b") as opened:
            self.shared = mmap.mmap(opened.fileno(), AHEAD.size)
        if new:
            self.goes_to(MONDAY)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=AHEAD.unpack(self.shared[:])[0])

    def goes_to(self, at: datetime) -> None:
        self.shared[:] = AHEAD.pack((at - datetime.now(UTC)).total_seconds())

    def goes_on(self, **by: float) -> None:
        self.goes_to(self() + timedelta(**by))
