"""The clock of a simulated day: it stands where it is put."""

from __future__ import annotations

import mmap
import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

DAY = datetime(2026, 11, 24, tzinfo=ZoneInfo("Europe/Paris")).astimezone(UTC)
"""Midnight before an ordinary Tuesday, without holidays anywhere."""


class Moment:
    """Called, it says what time it is."""

    def __init__(self, start: datetime = DAY) -> None:
        self.start, self.at = start, start

    def __call__(self) -> datetime:
        return self.at

    def goes_to(self, seconds: float) -> None:
        """So many seconds after the start; never back."""
        self.at = max(self.at, self.start + timedelta(seconds=seconds))

    @property
    def elapsed(self) -> float:
        return (self.at - self.start) / timedelta(seconds=1)


class Shared(Moment):
    """A moment that several processes read from one file, and one of them sets."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        if not file.exists():
            file.write_bytes(bytes(8))
        with file.open("r+b") as opened:
            self.page = mmap.mmap(opened.fileno(), 8)

    def __call__(self) -> datetime:
        return self.start + timedelta(seconds=struct.unpack("d", self.page[:])[0])

    def goes_to(self, seconds: float) -> None:
        """So many seconds after the start; never back."""
        self.page[:] = struct.pack("d", max(self.elapsed, seconds))

    @property
    def elapsed(self) -> float:
        return float(struct.unpack("d", self.page[:])[0])
