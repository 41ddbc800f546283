"""The running product at an hour of our choosing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.running import Desk, Product

NEVERS = ZoneInfo("Europe/Paris")
COMMAND = ["-P", str(Path(__file__).with_name("turned.py")), "run"]
"""`-P`: the modules that lie beside it keep out of the way of those of the library."""


def monday(hour: int, minute: int = 0) -> datetime:
    """Of a week without a holiday."""
    return datetime(2026, 11, 23, hour, minute, tzinfo=NEVERS)


class Turned(Product):
    """`passerelle run`, its clock turned by hand; between two turns it goes on as all clocks do."""

    def __init__(self, folder: Path, at: datetime, desk: Desk | None = None) -> None:
        super().__init__(folder, desk=desk)
        self.command = COMMAND
        self.turns_to(at)

    def turns_to(self, at: datetime) -> None:
        """From now on it is this hour."""
        fresh = self.folder / "ahead.new"
        fresh.write_text(str((at - datetime.now(UTC)).total_seconds()))
        fresh.replace(self.folder / "ahead")
