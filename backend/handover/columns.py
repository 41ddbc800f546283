"""The inbox: what waits, for whom, since when, until when. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

COLUMNS = ("to_take", "mine", "awaiting", "snoozed", "others", "done")
DONE_SHOWN = 20
NEAR = timedelta(minutes=30)
"""Before a promise falls due it is shown as pressing."""
LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Call:
    """A handover as the inbox shows it. No words of the youth."""

    id: int
    conversation_id: int
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
    """The first words of the youth, or the first yes or no to a proposal, that no médiateur has answered."""
    closed_at: datetime | None
    outcome: str | None
    for_id: int | None = None
    for_name: str | None = None
    """Whom it is addressed to."""
    site_id: int | None = None
    """The team it is addressed to; else where the youth has an appointment."""
    site: str | None = None
    """The name of the team it is addressed to."""
    snoozed_until: datetime | None = None
    promised_at: datetime | None = None
    due_at: datetime | None = None
    """When a promise was made that still stands, and until when an answer was promised."""

    @property
    def waits_since(self) -> datetime | None:
        """Since when the youth waits for a human; None if it is not for us to answer."""
        if self.closed_at or self.owner in {"guide", "nobody"}:
            return None
        if not self.replied:
            return self.opened_at
        return self.heard_at or (None if self.mediator_id else self.promised_at)

    def pressing(self, at: datetime) -> str | None:
        """How a promise stands: missed, near, or ahead; None: there is none to keep."""
        if self.due_at is None or self.closed_at:
            return None
        return "missed" if self.due_at < at else "near" if self.due_at - at <= NEAR else "ahead"


def column_of(call: Call, person_id: int, at: datetime) -> str:
    """Where a handover stands for this person."""
    if call.closed_at:
        return "done"
    if call.mediator_id is None:
        return "to_take"
    if call.mediator_id != person_id:
        return "others"
    if call.snoozed_until and call.snoozed_until > at:
        return "snoozed"
    return "mine" if call.waits_since else "awaiting"


def sort_out(calls: Iterable[Call], person_id: int, at: datetime) -> dict[str, list[Call]]:
    """Every column, urgent first, then the oldest wait; what is done, the latest first."""
    found: dict[str, list[Call]] = {name: [] for name in COLUMNS}
    for call in calls:
        found[column_of(call, person_id, at)].append(call)
    for name, column in found.items():
        column.sort(key=_latest_done if name == "done" else _oldest_first)
    return found | {"done": found["done"][:DONE_SHOWN]}


def _oldest_first(call: Call) -> tuple[bool, datetime, int]:
    return (not call.urgent, call.waits_since or call.opened_at, call.id)


def _latest_done(call: Call) -> tuple[bool, datetime, int]:
    since_end = LATEST - (call.closed_at or call.opened_at)
    return (False, datetime.min.replace(tzinfo=UTC) + since_end, call.id)
