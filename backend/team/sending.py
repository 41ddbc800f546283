"""Telling the staff: at once, beside the outbox, so that no queue of the youths delays an urgent notice."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from backend.db import Database
from backend.live import Bell
from backend.outbox import Blocked, Channel, Delivered, Refused, Wait
from backend.pace import NO_LIMIT, Pace
from backend.script import Script
from backend.team.leases import TRIES, Errand, block, lease, recover, settle
from backend.team.wiping import to_wipe, wiped

log = logging.getLogger(__name__)
AT_ONCE = 8
"""How many of the staff are written to at the same time."""
PATIENCE = 1.0
"""Seconds between two looks when nothing rings."""


class Crier:
    """The one who tells the staff, in a process. `mail`: a letter can go where Telegram does not reach."""

    def __init__(
        self,
        db: Database,
        channel: Channel,
        script: Script,
        bell: Bell | None = None,
        *,
        mail: bool = False,
        pace: Pace = NO_LIMIT,
    ) -> None:
        self.db, self.channel, self.script, self.bell, self.mail = db, channel, script, bell or Bell(), mail
        self.pace = pace
        self.closing, self.rests_until = False, script.now()

    async def run(self) -> None:
        """Tell until `stop`. What a dead process was telling is taken up first."""
        await asyncio.to_thread(recover, self.db, self.script.now())
        while not self.closing:
            rung = self.bell.rung
            try:
                told = await self.tell_due()
            except Exception as error:  # noqa: BLE001  # the database is away: say so without words, and go on
                log.error("notices: %s", type(error).__name__)  # noqa: TRY400  # a traceback may hold words
                told = 0
            if not told:
                await self.bell.wait(PATIENCE, rung)

    async def tell_due(self) -> int:
        """Say and change what is due, different people side by side; how many were tried."""
        errands = await asyncio.to_thread(
            lease, self.db, self.script, AT_ONCE, mail=self.mail, pace=self.pace
        )
        await asyncio.gather(*(self._run(errand) for errand in errands))
        return len(errands) + await self._wipe()

    async def _wipe(self) -> int:
        """Take out what was said of someone who is erased; how many messages. After a failure it rests a minute."""
        if self.script.now() < self.rests_until:
            return 0
        marks = await asyncio.to_thread(to_wipe, self.db, self.script, AT_ONCE)
        for key, parcel in marks:
            try:
                await self.channel.deliver(parcel)
            except (Refused, Blocked):
                log.info("a message of ours is gone already")
            except Exception as error:  # noqa: BLE001  # Telegram is away, or asks for patience
                log.warning("wiping: %s", type(error).__name__)
                self.rests_until = self.script.now() + timedelta(minutes=1)
                return 0
            await asyncio.to_thread(wiped, self.db, key)
        return len(marks)

    async def stop(self) -> None:
        """Start nothing more; what is under way ends."""
        self.closing = True
        self.bell.ring()

    async def _run(self, errand: Errand) -> None:
        outcome = await self._attempt(errand)
        await asyncio.to_thread(self._amended if errand.amends else self._said, errand, outcome)

    async def _attempt(self, errand: Errand) -> Delivered | Exception:
        try:
            return await self.channel.deliver(errand.parcel)
        except Exception as error:  # noqa: BLE001  # whatever the channel does, the notice is settled
            return error

    def _said(self, errand: Errand, outcome: Delivered | Exception) -> None:
        now = self.script.now()
        match outcome:
            case Delivered(outside_id):
                settle(self.db, errand, state="sent", due=None, outside_id=outside_id)
            case Blocked():
                block(self.db, errand, now)
            case Refused():
                log.warning("notice %s was refused", errand.notice_id)
                again = {"state": "queued", "due": now, "attempts": TRIES}
                settle(self.db, errand, **again if self.mail else {"state": "failed", "due": None})
            case Wait():
                later = now + timedelta(seconds=outcome.seconds)
                settle(self.db, errand, state="queued", due=later, attempts=errand.attempts - 1)
            case _:
                log.warning("notice %s: %s", errand.notice_id, type(outcome).__name__)
                settle(self.db, errand, due=now + _back_off(errand.attempts))

    def _amended(self, errand: Errand, outcome: Delivered | Exception) -> None:
        """Tried again only if Telegram asks for patience or is away: a message that is gone needs no change."""
        match outcome:
            case Delivered() | Refused() | Blocked():
                settle(self.db, errand, due=None, outside_id=None)
            case Wait():
                settle(self.db, errand, due=self.script.now() + timedelta(seconds=outcome.seconds))
            case _:
                settle(self.db, errand, due=self.script.now() + timedelta(minutes=1))


def _back_off(attempts: int) -> timedelta:
    """2, 4, 8 … seconds, five minutes at most."""
    return timedelta(seconds=min(2.0 ** min(attempts, 9), 300))
