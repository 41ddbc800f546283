"""Promises on both databases: counted, locked, kept and missed."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from sqlmodel import select

from backend.handover.models import Promise
from backend.handover.watching import watch
from backend.insight.queries import boards
from backend.people.queries import home_team
from tests.mediator import Mediator
from tests.youth import Youth


def at(day, hour, minute=0):
    """A moment of November 2026 in Nevers."""
    return datetime(2026, 11, day, hour - 1, minute, tzinfo=UTC)


def promises(db):
    with db.reading() as tx:
        return list(tx.exec(select(Promise).order_by(Promise.id)))


def test_who_waits_before_makes_it_later_and_urgent_ones_pass(youth, db, script):
    for n in range(3):
        one = Youth(db, script, str(n), name=f"J{n}")
        one.starts()
        one.writes("/humain")
    youth.starts()
    assert "avant 12 h" in youth.writes("/humain")[0]
    sos = Youth(db, script, "9", name="Ana")
    assert "avant 9 h 30" in sos.writes("j'ai envie de mourir")[1]


def test_two_processes_that_tick_at_once_write_once(youth, db, script, clock):
    youth.starts()
    youth.writes("/humain")
    clock.at = at(23, 10, 50)
    together = threading.Barrier(4)

    def tick():
        together.wait()
        watch(db, script)

    threads = [threading.Thread(target=tick) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(youth.hears()) == 1 and len(promises(db)) == 2


def test_kept_slipped_and_missed_are_settled_and_counted(db, script, clock):
    nadia, youths = Mediator(db, script), [Youth(db, script, str(n), name=f"J{n}") for n in range(7)]
    for one in youths:
        one.starts()
        one.writes("/humain")
    clock.at = at(23, 9, 30)
    for handover in nadia.sees()[:5]:
        nadia.claims(handover)
        nadia.replies(handover, "bonjour")
    clock.at = at(23, 18)
    assert watch(db, script) == 2
    assert [p.kept for p in promises(db)] == [True] * 5 + [False] * 2 + [None] * 2
    assert watch(db, script) == 0, "all is done for now"
    with db.reading() as tx:
        home = home_team(tx, script.team)
        (board,) = boards(tx, [home], home, clock.at)
    (month,) = board.months
    assert (month.reply_minutes, month.kept, month.missed, month.share_kept) == (30, 5, None, 55)
    assert (board.now.waiting, board.now.late, board.now.oldest) == (None, 0, at(23, 9))
