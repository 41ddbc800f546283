"""What an import did, or would do."""

from __future__ import annotations

from dataclasses import dataclass, field

TOLD = 100
"""So many lines with their reasons are kept; the rest is counted."""


class ImportRefused(ValueError):
    """The file cannot be read; the message names the file, where, and what is expected."""


@dataclass
class Report:
    """Rows by what became of them. `told` are the first refusals and droppings, with where and why."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    passed: int = 0
    """Of another département, or of a type that is not asked for."""
    refused: int = 0
    dropped: int = 0
    """Values that could not stand in a row that could."""
    told: list[str] = field(default_factory=list)

    def refuse(self, where: str, why: str) -> None:
        self.refused += 1
        self._tell(f"refused: {where}, {why}")

    def drop(self, where: str, why: str) -> None:
        self.dropped += 1
        self._tell(f"dropped: {where}, {why}")

    def _tell(self, line: str) -> None:
        if len(self.told) < TOLD:
            self.told.append(line)
