"""Where the youths are, as the backend sees it: what may be asked of a channel, and how it refuses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol

from backend.leases import Parcel


class Refused(Exception):
    """The channel will never accept this line, or never give this file; the argument is its reason."""


class Blocked(Exception):
    """The youth does not want to hear from us here."""


class Wait(Exception):
    """The channel asks for a pause before anything more is said."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


class Away(Exception):
    """The channel cannot be reached now: nothing has arrived there."""


@dataclass(frozen=True)
class Delivered:
    """The channel's id of the message, and of the file in it."""

    outside_id: str | None = None
    file_id: str | None = None


@dataclass(frozen=True)
class Opened:
    """A file that the channel keeps, as it comes in. `size` in bytes, None if the channel does not say."""

    size: int | None
    chunks: AsyncIterator[bytes]


class Channel(Protocol):
    """Where the youths are."""

    async def deliver(self, parcel: Parcel) -> Delivered:
        """Raises Refused, Blocked, Wait, Away; anything else means: perhaps."""

    async def open_file(self, file_id: str) -> Opened:
        """Raises Refused, Away, also while the chunks come."""
