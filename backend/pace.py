"""How fast lines may leave: so many a second for the bot, so many for each chat, counted for all processes together.

Both are counted as one moment that runs ahead of the clock (GCRA): each line moves it by what it costs at an even pace.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, update

from backend.db import Tx, insert_once
from backend.models import Allowance
from backend.rows import table_of
from backend.settings import Settings

BUDGET, CHAT = 25.0, 1.0
"""Lines a second, of all chats and of one. Telegram tells of about 30 and of one, «short bursts» aside."""
AHEAD = timedelta(seconds=0.2)
"""So much of the budget may leave at once: with 25 a second there are never more than 30 in any second."""
BURST = 5
"""Lines that one chat may get at once: a confirmation, its place, its calendar entry and the next question."""
LONGEST = timedelta(minutes=5)
"""So long the whole bot pauses at most; then a line is tried again. Anything later was said by a wrong clock."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
ROW = 1
_ALLOWANCE = table_of(Allowance)
_SPENT = select(_ALLOWANCE.c.spent_until)
_SPENT_ALONE = _SPENT.with_for_update()
_ALL = select(_ALLOWANCE).with_for_update()
_SPEND = update(_ALLOWANCE).values(spent_until=bindparam("until"))
_REFUSED = update(_ALLOWANCE).values(refused_id=bindparam("whom"), refused_until=bindparam("until"))


@dataclass(frozen=True)
class Pace:
    """Lines a second, for the whole bot and for one chat; 0 is no limit."""

    budget: float = 0
    chat: float = 0

    @property
    def each(self) -> timedelta:
        """What one line costs of the budget."""
        return timedelta(seconds=1 / self.budget) if self.budget else timedelta(0)

    @property
    def ahead(self) -> timedelta:
        """How far the budget may be spent ahead: one line at least."""
        return max(AHEAD, self.each)

    def free(self, spent: datetime, now: datetime) -> int:
        """How many lines of the budget may leave, if it is spent until then."""
        return max((now + self.ahead - max(spent, now)) // self.each, 0)

    def after(self, spent: datetime, now: datetime, lines: int) -> datetime:
        """Until when it is spent after so many lines more."""
        return max(spent, now) + lines * self.each

    def opens(self, spent: datetime) -> datetime:
        """When one line more may leave."""
        return spent + self.each - self.ahead

    def chat_hears_next(self, before: datetime | None, now: datetime) -> datetime | None:
        """From when on a chat may be told more after a line that leaves now; `before`: the same, of the line before."""
        if not self.chat:
            return None
        each = self.each_to_a_chat
        known = before is not None and before <= now + each  # else a wrong clock said so
        spent = max(before + (BURST - 1) * each, now) if before and known else now
        return spent - (BURST - 2) * each

    @property
    def each_to_a_chat(self) -> timedelta:
        """How long one line counts in its chat."""
        return timedelta(seconds=1 / self.chat) if self.chat else timedelta(0)


NO_LIMIT = Pace()


def pace_of(settings: Settings) -> Pace:
    """What the settings say; else what Telegram allows with some room, and at the desk whatever comes."""
    budget, chat = (0.0, 0.0) if settings.uses_desk else (BUDGET, CHAT)
    told_budget, told_chat = settings.telegram_budget, settings.telegram_chat_pace
    return Pace(budget if told_budget is None else told_budget, chat if told_chat is None else told_chat)


@dataclass(frozen=True)
class Room:
    """How many lines may leave now, and when more may after so many."""

    lines: int
    spent_until: datetime
    more_at: datetime


def room_for(tx: Tx, pace: Pace, now: datetime, wanted: int) -> Room:
    """How many of the lines wanted may leave. With a budget nobody else asks until this transaction ends."""
    told: datetime = _allowance(tx, _SPENT_ALONE if pace.budget else _SPENT).spent_until
    spent = told if told <= now + LONGEST + pace.ahead else LONG_AGO
    if not pace.budget:
        rests = spent > now + AHEAD
        return Room(0 if rests else wanted, spent, spent - AHEAD)
    free = pace.free(spent, now)
    return Room(min(free, wanted), spent, pace.opens(pace.after(spent, now, free)))


def spend(tx: Tx, pace: Pace, room: Room, now: datetime, lines: int) -> None:
    """So many lines leave now."""
    if pace.budget and lines:
        tx.connection().execute(_SPEND, {"until": pace.after(room.spent_until, now, lines)})


def spend_at_once(tx: Tx, pace: Pace, now: datetime, lines: int) -> None:
    """So many leave now, whatever is spent: all that waits its turn waits longer."""
    if pace.budget and lines:
        spend(tx, pace, room_for(tx, pace, now, lines), now, lines)


def refused(tx: Tx, waits: Iterable[tuple[int, datetime]], now: datetime) -> None:
    """The channel said «wait» about lines of these conversations, until then.

    It does not say whether it means the chat or the bot. One chat waits alone; if another is refused while it does, the
    bot is meant: nothing leaves until the first of both may, and afterwards everything at an even pace.
    """
    for whom, until in waits:
        row = _allowance(tx, _ALL)
        if row.refused_id != whom and row.refused_until and row.refused_until > now:
            rests = min(until, row.refused_until, now + LONGEST) + AHEAD
            tx.connection().execute(_SPEND, {"until": rests})
        tx.connection().execute(_REFUSED, {"whom": whom, "until": until})


def _allowance(tx: Tx, statement: Any) -> Any:
    """The one row; it is begun by whoever asks first."""
    row = tx.connection().execute(statement).first()
    if row is None:
        insert_once(tx, Allowance, id=ROW, spent_until=LONG_AGO, refused_id=None, refused_until=None)
        row = tx.connection().execute(statement).one()
    return row
