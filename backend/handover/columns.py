"""The inbox: what waits, for whom, since when. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

COLUMNS = ("to_take", "mine", "awaiting", "others", "done")
LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Call:
    """A handover as the inbox shows it. No words of the youth."""

    id: int
    first_name: str | None
    bracket: str | None
    commune: str | None
    language: str
    needs: tuple[str, ...]
    why: str
    danger: str | None
    urgent: bool
    blocked: bool
    owner: str
    """Who has the floor: no answer is due while it is the guide, or nobody (after /stop)."""
    opened_at: datetime
    mediator_id: int | None
    mediator: str | None
    replied: bool
    """A médiateur has written since it was opened."""
    heard_at: datetime | None
    """The first words of the youth that no médiateur has answered."""
    closed_at: datetime | None
    outcome: str | None

    @property
    def waits_since(self) -> datetime | None:
        """Since when the youth waits for a human; None if it is not for us to answer."""
        if self.closed_at or self.owner in {"guide", "nobody"}:
            return None
        return self.heard_at if self.replied else self.opened_at


def column_of(call: Call, person_id: int) -> str:
    """Where a handover stands for this person."""
    if call.closed_at:
        return "done"
    if call.mediator_id is None:
        return "to_take"
    if call.mediator_id != person_id:
        return "others"
    return "mine" if call.waits_since else "awaiting"


def sort_out(calls: Iterable[Call], person_id: int) -> dict[str, list[Call]]:
    """Every column, urgent first, then the oldest wait; what is done, the latest first."""
    found: dict[str, list[Call]] = {name: [] for name in COLUMNS}
    for call in calls:
        found[column_of(call, person_id)].append(call)
    for name, column in found.items():
        column.sort(key=_latest_done if name == "done" else _oldest_first)
    return found


def _oldest_first(call: Call) -> tuple[bool, datetime, int]:
    return (not call.urgent, call.waits_since or call.opened_at, call.id)


def _latest_done(call: Call) -> tuple[bool, datetime, int]:
    since_end = LATEST - (call.closed_at or call.opened_at)
    return (False, datetime.min.replace(tzinfo=UTC) + since_end, call.id)
