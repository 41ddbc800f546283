"""What every route needs: settings, database, script, bell, pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Annotated, Any

from anyio import CapacityLimiter
from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from backend.agenda.staff import untold
from backend.audit.refusals import Refusals
from backend.console.limits import Attempts
from backend.console.parts import Drawn
from backend.console.rendering import Pages
from backend.console.turnstile import Turnstile
from backend.db import Database
from backend.handover.recall import Recollections
from backend.live import Bell
from backend.outbox import Channel
from backend.outreach.landing import Landings
from backend.pulse import Pulse
from backend.reception import Reception
from backend.script import Script
from backend.settings import Settings

UPLOADS = 8
"""Files that staff send at the same time: 10 MB each in memory."""


@dataclass(frozen=True)
class Rooms:
    """Made once, when the pages are built."""

    settings: Settings
    db: Database
    script: Script
    bell: Bell
    pages: Pages
    channel: Channel | None = None
    """Where the files of the youths are read; None: not from this process."""
    reception: Reception = field(default_factory=Reception)
    turnstile: Turnstile = field(default_factory=Turnstile)
    uploads: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(UPLOADS))
    refusals: Refusals = field(default_factory=Refusals)
    recollections: Recollections = field(default_factory=Recollections)

    @cached_property
    def attempts(self) -> Attempts:
        return Attempts(self.db, self.secret)

    @cached_property
    def drawn(self) -> Drawn:
        return Drawn()

    @cached_property
    def pulse(self) -> Pulse:
        """What the live pages share."""
        return Pulse(self.db, self.bell)

    @cached_property
    def landings(self) -> Landings:
        """What the pages behind QR codes say."""
        return Landings(self.db, self.now)

    @property
    def https(self) -> bool:
        return self.settings.base_url.startswith("https://")

    @property
    def secret(self) -> bytes:
        return self.settings.secret_key.get_secret_value().encode()

    def now(self) -> datetime:
        return self.script.now()

    def show(self, template: str, visitor: Any, status: int = 200, **context: Any) -> HTMLResponse:
        """A page of this visitor (None: nobody is signed in). No cache keeps it."""
        untold = 0 if template == "problem.html" else self._untold(visitor)
        html = self.pages.render(template, visitor=visitor, now=self.now(), untold=untold, **context)
        return HTMLResponse(html, status, {"Cache-Control": "no-store"})

    def _untold(self, visitor: Any) -> int:
        """How many appointments wait to be told, for the label of the navigation."""
        if visitor is None or not visitor.reads_agenda:
            return 0
        with self.db.reading() as tx:
            return untold(tx, visitor.staff, self.now())


def rooms_of(request: Request) -> Rooms:
    found: Rooms = request.app.state.rooms
    return found


async def _rooms(request: Request) -> Rooms:
    return rooms_of(request)


InRooms = Annotated[Rooms, Depends(_rooms)]
