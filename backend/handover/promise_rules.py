"""Until when an answer can be promised: time in which somebody is on duty, and who waits before. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

ORDINARY, EACH = timedelta(hours=2), timedelta(minutes=15)
"""The staffed time that an answer is given, and what each one who waits before adds to it."""
URGENT, EACH_URGENT = timedelta(minutes=30), timedelta(minutes=10)
"""The same for urgent ones: only urgent ones wait before them."""
SETTLING = timedelta(minutes=30)
"""Nothing is promised sooner after somebody comes on duty."""
ROUND = timedelta(minutes=30)
"""People say hours and half-hours; so do all the clocks of France, on each of which they fall together."""
NEAR, TOO_NEAR = timedelta(minutes=30), timedelta(minutes=10)
"""So long before, the team is warned; then the youth is written to."""
RENEWED = 2
"""How often the youth is given a new time. After that no time would be believed."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def promised(
    now: datetime, staffed: Iterable[tuple[datetime, datetime]], before: int, *, urgent: bool
) -> datetime | None:
    """The moment (UTC) by which somebody will have answered; None if the staffed time is not long enough.

    `staffed`: aware (begin, end) in order, none over another. `before`: how many wait for an answer before this one.
    """
    needed = URGENT + before * EACH_URGENT if urgent else ORDINARY + before * EACH
    for begin, end in staffed:
        since, until = max(begin.astimezone(UTC), now.astimezone(UTC)), end.astimezone(UTC)
        if since >= until:
            continue
        moment = rounded_up(since + needed)
        if moment <= until:
            return moment
        needed = max(SETTLING, needed - (until - since))
    return None


def rounded_up(moment: datetime) -> datetime:
    """The next hour or half-hour, or the moment itself if it is one."""
    return moment + (EPOCH - moment) % ROUND


def warns_at(made: datetime, due: datetime) -> datetime:
    """When the team must hear that a promise is near: never in the first half of its time."""
    return due - min(NEAR, (due - made) / 2)


def gives_up_at(made: datetime, due: datetime) -> datetime:
    """When the youth must hear that it will not be kept, unless somebody has answered."""
    return due - min(TOO_NEAR, (due - made) / 4)
