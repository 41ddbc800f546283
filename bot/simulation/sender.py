"""The product's sender, one group of lines after the other, until nothing is due: the same day each time."""

from __future__ import annotations

import asyncio

from backend.outbox import AT_ONCE, Outbox


class Sender(Outbox):
    """As many lines under way as in earnest. One transaction settles what has left, and takes what is next."""

    async def all_said(self) -> None:
        """Everything that is due now has left, and is settled."""
        while parcels := await self._exchange(AT_ONCE):
            await asyncio.gather(*(self._send(parcel) for parcel in parcels))
