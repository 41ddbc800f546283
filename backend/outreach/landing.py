"""What the page behind a QR code says. Whoever scans or guesses, the database is asked at most so often."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import col, select

from backend.agenda.offers import address_of
from backend.db import Database
from backend.outreach.models import Poster
from backend.places.models import MissionLocale, Site
from backend.places.sites import is_open

FRESH = 60.0
"""Seconds for which a page is told as it was."""
PATIENCE = 2.0
"""Seconds between two looks for a code that is not known: a new poster, or somebody who guesses."""


@dataclass(frozen=True)
class Landing:
    """Where a poster leads. Without a site, or when it has closed: the mission locale, at its head office."""

    code: str
    retired: bool
    home: str
    phone: str
    website: str
    example: bool
    door: Site | None
    address: str


@dataclass
class Landings:
    """All posters at once, read anew when they are old: a crowd of scans, or of guesses, costs one query."""

    db: Database
    now: Callable[[], datetime]
    clock: Callable[[], float] = time.monotonic
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _known: Mapping[str, Landing] = field(default_factory=dict)
    _read: float = float("-inf")

    def find(self, code: str) -> Landing | None:
        """The page of a code, however its letters are written."""
        with self._lock:
            age = self.clock() - self._read
            if age > FRESH or (code.lower() not in self._known and age > PATIENCE):
                self._known, self._read = _every(self.db, self.now()), self.clock()
            return self._known.get(code.lower())

    def forget(self) -> None:
        """A poster was made or changed here: the next scan sees it."""
        with self._lock:
            self._read = float("-inf")


def _every(db: Database, at: datetime) -> dict[str, Landing]:
    with db.reading() as tx:
        rows = tx.execute(
            select(Poster, MissionLocale, Site)
            .join(MissionLocale, col(MissionLocale.id) == Poster.mission_locale_id)
            .outerjoin(Site, col(Site.id) == Poster.site_id)
        )
        offices = tx.exec(select(Site).where(Site.kind == "head_office").order_by(col(Site.id).desc())).all()
        office = {one.mission_locale_id: one for one in offices if is_open(one, at)}
        return {
            poster.code: _landing(
                poster, home, site if site and is_open(site, at) else office.get(home.id or 0)
            )
            for poster, home, site in rows
        }


def _landing(poster: Poster, home: MissionLocale, door: Site | None) -> Landing:
    return Landing(
        code=poster.code,
        retired=poster.retired_at is not None,
        home=home.name,
        phone=(door.phone if door else "") or home.phone,
        website=(door.website if door else "") or home.website,
        example=door.example if door else home.example,
        door=door,
        address=address_of(door) if door else "",
    )
