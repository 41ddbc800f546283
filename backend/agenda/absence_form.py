"""An absence as it is typed: days, hours if it is no whole day, and a reason for colleagues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from backend.agenda.absences import Away
from backend.agenda.whose import Whose
from backend.places import typed
from backend.places.typed import Typed, Wrong

NAMES = ("first", "from", "last", "to", "reason")
REASON = 200


@dataclass(frozen=True)
class Read:
    """What was typed: the absence, or what is wrong by field."""

    away: Away | None = None
    wrong: Mapping[str, Wrong] = field(default_factory=dict)


def read(fields: Mapping[str, str], whose: Whose, now: datetime) -> Read:
    """`first` and `last` are days, `from` and `to` hours; without hours, whole days. Never wholly past."""
    form, zone = Typed(fields), ZoneInfo(whose.zone)
    begins = ends = now
    try:
        first, last = typed.days(form.get("first"), form.get("last"), now.astimezone(zone).date())
        begins = _at(first, form.get("from"), "from", zone)
        ends = _at(last, form.get("to"), "to", zone, whole=True)
        _in_order(begins, ends, now)
    except Wrong as wrong:
        form.refuse(wrong.about, wrong)
    reason = form.text("reason", REASON)
    if form.wrong:
        return Read(wrong=form.wrong)
    return Read(Away(whose.advisor_id or 0, begins, ends, whose.zone, reason))


def _in_order(begins: datetime, ends: datetime, now: datetime) -> None:
    if ends <= begins or ends <= now:
        raise Wrong("ends_first" if ends <= begins else "over", about="to")


def _at(day: date, hour: str, name: str, zone: ZoneInfo, *, whole: bool = False) -> datetime:
    """That hour of the day; without one its beginning, or the beginning of the next."""
    if not hour:
        return datetime.combine(day + timedelta(days=whole), time(), zone)
    try:
        return datetime.combine(day, time.fromisoformat(hour).replace(second=0, microsecond=0, tzinfo=zone))
    except ValueError:
        raise Wrong("impossible_time", about=name) from None
