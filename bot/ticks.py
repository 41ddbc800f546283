"""What the clock does: reminders, letters, calendars, forgetting, cleaning. Doing any of it twice changes nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import delete
from sqlmodel import col

from backend.agenda.models import Hold
from backend.agenda.reminders import remind
from backend.calendars.fetching import Outside
from backend.calendars.reading import read_calendars
from backend.db import Database
from backend.forgetting import forget_old
from backend.live import Bell
from backend.mail.queries import forget_letters
from backend.mail.sending import post, post_office
from backend.models import Seen
from backend.script import Script
from backend.settings import Settings

log = logging.getLogger(__name__)
SEEN_FOR = timedelta(days=7)


def ticks(db: Database, script: Script, bell: Bell, settings: Settings) -> BackgroundScheduler:
    """The scheduler, not started. Its jobs run in threads, one at a time each."""
    scheduler = BackgroundScheduler(timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1})

    def every(job: Callable[[], object], **interval: int) -> None:
        scheduler.add_job(_safely(job, bell), "interval", **interval)

    every(lambda: remind(db, script), seconds=30)
    office, outside = post_office(settings, script), Outside(plain=settings.at_desk)
    every(lambda: post(db, office, script.now), seconds=15)
    every(lambda: read_calendars(db, script.now, outside), minutes=15)
    every(lambda: forget_old(db, script.now()), minutes=5)
    every(lambda: sweep(db, script), minutes=10)
    return scheduler


def sweep(db: Database, script: Script) -> None:
    """Old keys, expired holds and settled letters go. Deleting a hold frees its cells."""
    with db.transaction() as tx:
        tx.execute(delete(Seen).where(col(Seen.at) < script.now() - SEEN_FOR))
        tx.execute(delete(Hold).where(col(Hold.expires_at) < script.now()))
        forget_letters(tx, script.now())


def _safely(job: Callable[[], object], bell: Bell) -> Callable[[], None]:
    def run() -> None:
        try:
            if job():
                bell.ring()
        except Exception as error:  # noqa: BLE001  # told without words; the next tick tries again
            log.error("a tick failed: %s", type(error).__name__)  # noqa: TRY400

    return run
