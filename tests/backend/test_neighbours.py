"""Processes of one deployment hear each other: rings and presence, on PostgreSQL."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest

from backend import neighbours as leaving
from backend.db import connect
from backend.live import Bell
from backend.neighbours import CHANNEL, MOST, Neighbours, neighbours
from backend.presence import LEAVES, READS, WRITES, Presence, Sign


@pytest.fixture
def two(postgres_url):
    """Two processes: each its own connections, its own bell."""
    found = []
    for _ in range(2):
        db, bell = connect(postgres_url), Bell()
        found.append((db, bell, Neighbours(db, bell)))
        found[-1][2].start()
        assert found[-1][2].listening.wait(20)
    yield found
    for db, _, ours in found:
        ours.stop()
        db.close()


def heard(bell: Bell, since: int, about: int | None = None) -> bool:
    """Wait for a ring, as a page does."""

    async def wait() -> bool:
        await bell.wait(20, since, about)
        return bell.has_rung(since, about)

    return asyncio.run(wait())


def test_a_ring_here_is_heard_there_and_only_by_whom_it_concerns(two):
    (_, here, _), (_, there, _) = two
    since = there.rung
    here.ring(7)
    assert heard(there, since, about=7)
    assert not there.has_rung(since, about=8)
    assert there.has_rung(since)


def test_a_ring_for_all_wakes_every_page_there(two):
    (_, here, _), (_, there, _) = two
    since = there.rung
    here.ring()
    assert heard(there, since, about=8)


def test_one_does_not_hear_oneself_again(two):
    (_, here, _), (_, there, _) = two
    own, theirs = here.rung, there.rung
    here.ring(1)
    assert heard(there, theirs)
    there.ring(2)
    assert heard(here, own + 1, about=2)
    assert here.rung == own + 2


def test_who_writes_here_is_seen_there(two):
    (_, here, _), (_, there, _) = two
    since = there.rung
    here.presence.shows(Sign(3, 12, "Nadia", WRITES))
    assert heard(there, since, about=3)
    assert there.presence.around(3) == (("Nadia", True),)
    assert there.presence.around(3, but=12) == ()


def test_a_listener_whose_connection_was_cut_listens_again_and_looks_at_everything(two):
    (db, here, _), (_, there, _) = two
    since = there.rung
    with db.apart() as wire:
        mine = "query LIKE 'LISTEN%' AND datname = current_database()"
        ended = wire.execute(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {mine}"
        ).fetchall()
    assert len(ended) == 2
    assert heard(there, since)
    since = there.rung
    here.ring(5)
    assert heard(there, since, about=5)


def test_a_word_that_cannot_be_read_harms_nobody(two, caplog):
    (db, here, _), (_, there, _) = two
    with db.apart() as wire:
        for odd in (
            "",
            "null",
            "[]",
            '{"by": "x"}',
            '{"by": "x", "rung": 3, "signs": [[1]]}',
            "\N{SNOWMAN}" * 2000,
        ):
            wire.execute("SELECT pg_notify(%s, %s)", (CHANNEL, odd))
    since = there.rung
    here.ring(5)
    assert heard(there, since, about=5)


def test_a_word_fits_whatever_is_to_be_told(sqlite_url):
    db = connect(sqlite_url)
    ours = Neighbours(db, Bell())
    many = [frozenset({2**31 - n}) for n in range(MOST)]
    signs = [Sign(2**31 - 1, 2**31 - n, "Marie-Antoinette-Élisabeth", WRITES) for n in range(500)]
    assert len(ours.word([*many, *signs]).encode()) < 8000
    assert '"rung": []' in ours.word([*many, frozenset({1})])
    db.close()


def test_on_sqlite_nobody_listens_and_nothing_is_told(sqlite_url):
    db, bell = connect(sqlite_url), Bell()
    with neighbours(db, bell):
        assert bell.tell is None
        assert [t for t in threading.enumerate() if t.name.startswith("neighbour")] == []
        bell.ring(1)
    db.close()


def test_a_database_that_has_fallen_silent_keeps_nobody_from_leaving(monkeypatch):
    monkeypatch.setattr(leaving, "LEAVING", 0.01)
    speaks = threading.Event()
    db = Silent(speaks)
    with neighbours(db, Bell()):
        pass
    assert [t for t in threading.enumerate() if t.name.startswith("neighbour")] != [], "they still wait"
    speaks.set()


class Silent:
    """Whoever wants a connection waits for an answer."""

    is_sqlite = False

    def __init__(self, speaks: threading.Event) -> None:
        self.speaks = speaks

    def apart(self):
        self.speaks.wait()
        raise TimeoutError


@pytest.mark.parametrize("engine", ["sqlite_url", "postgres_url"])
def test_the_pulse_is_another_after_a_commit_of_another_process_and_the_same_without(engine, request):
    url = request.getfixturevalue(engine)
    ours, theirs = connect(url), connect(url)
    before = ours.pulse()
    with theirs.reading() as tx:
        tx.connection().exec_driver_sql("SELECT 1")
    if ours.is_sqlite:
        assert ours.pulse() == before
    with theirs.transaction() as tx:
        tx.connection().exec_driver_sql("UPDATE youth SET phone = NULL")
        tx.connection().exec_driver_sql("DELETE FROM tick")
        tx.connection().exec_driver_sql("INSERT INTO seen (key, at) VALUES ('x', CURRENT_TIMESTAMP)")
    assert ours.pulse() != before
    ours.close()
    theirs.close()


class Time:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_signs_of_presence_hold_for_seconds_and_wake_only_when_something_changes():
    at, woken = Time(), []
    presence = Presence(woken.append, at)
    presence.heard(Sign(1, 5, "Nadia", READS))
    presence.heard(Sign(1, 5, "Nadia", READS))
    assert woken == [(1,)]
    assert presence.around(1) == (("Nadia", False),)
    presence.heard(Sign(1, 5, "Nadia", WRITES))
    assert presence.around(1) == (("Nadia", True),)
    at.now += 7
    assert presence.around(1) == (("Nadia", False),)
    at.now += 30
    assert presence.around(1) == ()


def test_who_leaves_is_gone_and_who_was_never_there_may_leave():
    presence = Presence(lambda _: None, time.monotonic)
    presence.heard(Sign(1, 5, "Nadia", READS))
    presence.heard(Sign(1, 6, "Théo", LEAVES))
    presence.heard(Sign(1, 5, "Nadia", LEAVES))
    assert presence.around(1) == ()
