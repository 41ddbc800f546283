"""Who hears of a free slot, and when it is worth telling. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from backend.agenda.moments import is_night

NOTICES = 3
"""So often one hears of slots in one wait, at most; and never twice on a day."""
EARLIER = timedelta(days=1)
"""By how much a slot must come before the appointment that one has."""
CLOSE = timedelta(days=2)
"""Nothing is looked for once the appointment is this near."""
LONGEST = timedelta(days=60)
"""How long one waits for any slot at all."""
AT_ONCE, HEAD_START = 3, timedelta(hours=1)
"""So many people are told of one slot before the next are, and how long they have it to themselves."""


def may_hear(notices: int, noticed_at: datetime | None, zone: str, now: datetime) -> bool:
    """Whether one more notice may be sent now, where they live."""
    here = ZoneInfo(zone)
    today = noticed_at is not None and noticed_at.astimezone(here).date() == now.astimezone(here).date()
    return notices < NOTICES and not today and not is_night(now, zone)


def latest(starts_at: datetime) -> datetime:
    """The last start that is worth telling someone who has this appointment."""
    return starts_at - EARLIER


def lasts(starts_at: datetime, move_until: datetime, now: datetime) -> bool:
    """Whether a wait for something earlier than this appointment goes on: it may still be moved, in good time."""
    return starts_at - now >= CLOSE and now <= move_until


def whole_tens(now: datetime) -> datetime:
    """The last moment whose minutes are a multiple of ten."""
    return now.replace(minute=now.minute - now.minute % 10, second=0, microsecond=0)
