"""What an import did, or would do."""

from __future__ import annotations

from dataclasses import dataclass, field

from content.tables import TableRefused

MOST_REFUSED = 1_000
"""Lines of one table that may be refused: with more it is the wrong file, and nothing is done."""


@dataclass
class Report:
    """`refused` are lines of the file with the reason, `changes` what changed where, `left` what the file leaves out."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    """Sheets and files that no table is called by."""

    def refuse(self, why: str) -> None:
        """One line is not taken. Raises TableRefused when it is one too many."""
        self.refused.append(why)
        if len(self.refused) > MOST_REFUSED:
            raise TableRefused(
                f"more than {MOST_REFUSED} lines are refused: nothing is done; the last: {why}"
            )

    def change(self, where: str, fields: list[str]) -> None:
        """One line changes these fields of what is kept; none: it stays as it is."""
        if fields:
            self.changed += 1
            self.changes.append(f"{where}: {', '.join(fields)}")
        else:
            self.unchanged += 1
