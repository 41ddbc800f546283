"""What the clock does: reminders, letters, calendars, forgetting, cleaning. Doing any of it twice changes nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import delete
from sqlmodel import col

from backend.agenda.after import follow
from backend.agenda.models import Hold
from backend.agenda.reminders import remind
from backend.attachments.commands import drop_old
from backend.audit.chain import seal_all
from backend.calendars.fetching import Outside
from backend.calendars.reading import read_calendars
from backend.claims import Claims
from backend.clockwork import EVERY, ran
from backend.db import Database, Tx
from backend.entrance.sweeping import forget_what_is_over
from backend.forgetting import forget_old
from backend.handover.watching import watch
from backend.live import SOMEWHERE, Bell
from backend.mail.queries import forget_letters
from backend.mail.sending import post, post_office
from backend.models import Seen, SetAside
from backend.people.gone import write_journal
from backend.people.lost import lose_contact
from backend.retention.passage import purge_daily
from backend.script import Script
from backend.settings import Settings
from backend.team.queries import forget_notices
from backend.waiting.notices import notify
from backend.waiting.queries import end as end_waits

log = logging.getLogger(__name__)
SEEN_FOR = timedelta(days=7)
ASIDE_FOR = timedelta(days=30)
"""So long the state page tells of what was set aside."""
HOWEVER_LATE = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
"""After a sleep, or a clock that was set forward, a job is done once and at once."""
Work = Callable[[], object]
"""One job of the clock; what it returns says whether anything was said or changed."""


def ticks(db: Database, script: Script, bell: Bell, settings: Settings) -> BackgroundScheduler:
    """The scheduler, not started. Its jobs run in threads, one at a time each, and once as soon as it starts."""
    scheduler = BackgroundScheduler(timezone="UTC", job_defaults=HOWEVER_LATE)
    claims = Claims(db)
    for name, work in works(db, script, settings).items():
        seconds, run = EVERY[name].total_seconds(), job(name, work, db, script, bell, claims)
        scheduler.add_job(run, "interval", seconds=seconds, next_run_time=datetime.now(UTC), id=name)
    return scheduler


def works(db: Database, script: Script, settings: Settings) -> Mapping[str, Work]:
    """What is done by itself, by the names of `backend.clockwork.EVERY`."""
    office, outside = post_office(settings, script), Outside(plain=settings.at_desk)
    return {
        "reminders": lambda: remind(db, script),
        "promises": lambda: watch(db, script),
        "after": lambda: follow(db, script),
        "waiting": lambda: notify(db, script),
        "mail": lambda: post(db, office, script.now),
        "calendars": lambda: read_calendars(db, script.now, outside),
        "contact": lambda: lose_contact(db, script),
        "forgetting": lambda: forget_old(db, script.now()),
        "erasures": lambda: write_journal(db, settings.journal_of_erasures),
        "audit": lambda: seal_all(db),
        "sweep": lambda: sweep(db, script),
        "purge": lambda: purge_daily(db, settings, script.now),
    }


def sweep(db: Database, script: Script) -> None:
    """Old keys, expired holds, what was settled long ago and files that could not leave go; waits that are over end.

    A hold frees its cells.
    """

    def work(tx: Tx) -> None:
        tx.execute(delete(Seen).where(col(Seen.at) < script.now() - SEEN_FOR))
        tx.execute(delete(SetAside).where(col(SetAside.at) < script.now() - ASIDE_FOR))
        tx.execute(delete(Hold).where(col(Hold.expires_at) < script.now()))
        end_waits(tx, script.now())
        forget_letters(tx, script.now())
        forget_notices(tx, script.now())
        forget_what_is_over(tx, script.now())
        drop_old(tx, script.now())

    db.retrying(work)  # somebody who books may be about to drop the same holds in another order


def job(
    name: str, work: Work, db: Database, script: Script, bell: Bell, claims: Claims | None = None
) -> Callable[[], bool]:
    """The work, unless another process does it; then it is written down that it came to its end.

    False if it failed, which is told without words.
    """
    ours = claims or Claims(db)

    def run() -> bool:
        try:
            with ours.claim(name, script.now()) as claimed:
                if claimed:
                    _do(name, work, db, script, bell, ours)
        except Exception as error:  # noqa: BLE001  # the next tick tries again
            log.error("the tick %s failed: %s", name, type(error).__name__)  # noqa: TRY400
            return False
        return True

    return run


def _do(name: str, work: Work, db: Database, script: Script, bell: Bell, claims: Claims) -> None:
    if work():
        bell.ring(SOMEWHERE)
    at = script.now()
    with db.transaction() as tx:
        ran(tx, name, at)
    claims.done[name] = at
