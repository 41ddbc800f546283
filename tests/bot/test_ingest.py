"""Each update once, in order within a chat, whatever comes twice, fails, fights or goes away meanwhile."""

from __future__ import annotations

import random
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import psycopg.errors
import pytest
from sqlalchemy.exc import (
    DataError,
    InternalError,
    OperationalError,
    ProgrammingError,
    SQLAlchemyError,
)
from sqlmodel import select

from backend.db import connect
from backend.models import Conversation, Line, Seen
from backend.sealing.ring import KeyUnknown, Unopenable
from backend.troubles import trouble
from bot import ingest
from bot.ingest import TRIES, handle
from tests.bot.posted import aside, heard, said, updates
from tests.youth import plain_spaces


class Poison(Exception):
    pass


@pytest.fixture
def tries(monkeypatch):
    """How often each update was tried. Those whose number is a key of `fails` fail so often."""
    counted, fails, real = Counter(), {}, ingest.take_turn

    def counting(tx, script, arrival):
        number = int(arrival.key.rpartition(":")[2])
        counted[number] += 1
        if counted[number] <= fails.get(number, 0):
            raise Poison
        return real(tx, script, arrival)

    monkeypatch.setattr(ingest, "take_turn", counting)
    counted.fails = fails
    return counted


@pytest.mark.parametrize("place", [1, 3, 5])
def test_a_poison_is_tried_three_times_in_all_and_keeps_nobody_waiting(db, script, tries, place):
    tries.fails[place] = 99
    handle(db, script, 99, updates(*(said(n, f"message {n}") for n in range(1, 6))))
    assert tries[place] == TRIES == 3
    assert aside(db) == {str(place): "Poison"}
    assert heard(db) == [f"message {n}" for n in range(1, 6)], (
        "its words are kept for a human, in their place"
    )
    with db.reading() as tx:
        answers = tx.exec(select(Line.text).where(Line.author == "guide")).all()
    assert len([t for t in answers if plain_spaces(t).startswith("Ton message est bien arrivé")]) == 1


def test_two_poisons_in_a_batch_are_tried_three_times_each(db, script, tries):
    tries.fails |= {2: 99, 4: 99}
    handle(db, script, 99, updates(*(said(n, f"message {n}") for n in range(1, 6))))
    assert (tries[2], tries[4]) == (3, 3) and set(aside(db)) == {"2", "4"}


@pytest.mark.parametrize("times", [1, 2])
def test_what_fails_for_a_moment_is_not_set_aside(db, script, tries, times):
    tries.fails[2] = times
    handle(db, script, 99, updates(*(said(n, f"message {n}") for n in range(1, 4))))
    assert aside(db) == {} and tries[2] == times + 1
    assert heard(db) == ["message 1", "message 2", "message 3"]


def test_what_fails_only_as_it_is_kept_is_tried_three_times_too(db, script, monkeypatch):
    """The row is written back at the end of the transaction, or of a savepoint: nobody raised it before."""
    counted, real = Counter(), ingest.take_turn

    def spoiled(tx, script, arrival):
        counted[arrival.key] += 1
        done = real(tx, script, arrival)
        if arrival.key.endswith(":2"):
            tx.get(Conversation, done.conversation_id).owner = None
        return done

    monkeypatch.setattr(ingest, "take_turn", spoiled)
    handle(db, script, 99, updates(said(1, "avant"), said(2, "poison"), said(3, "après", 43)))
    assert counted["telegram:99:2"] == 3 and aside(db) == {"2": "IntegrityError"}
    assert heard(db) == ["avant", "poison"] and heard(db, 43) == ["après"]


def test_what_comes_twice_and_out_of_order_is_heard_once(db, script):
    come = [said(n, f"message {n}") for n in (2, 1, 3)]
    handle(db, script, 99, updates(*come, *come))
    for _ in range(3):
        random.Random(7).shuffle(come)
        handle(db, script, 99, updates(*come))
    assert heard(db) == ["message 2", "message 1", "message 3"], "in the order in which they came first"
    with db.reading() as tx:
        assert len(tx.exec(select(Seen)).all()) == 3


def test_two_processes_that_fight_for_the_same_chats_hear_everything_once_and_in_order(db, url, script):
    other, gate = connect(url), threading.Barrier(2)

    def one(mine):
        for first in range(1, 31, 6):
            gate.wait(30)
            come = (said(n, f"message {n}", 40 + n % 3) for n in range(first, first + 6))
            handle(mine, script, 99, updates(*come))

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(one, (db, other)))
    other.close()
    for chat in (40, 41, 42):
        assert heard(db, chat) == [f"message {n}" for n in range(1, 31) if 40 + n % 3 == chat]
    with db.reading() as tx:
        seqs = tx.execute(select(Line.conversation_id, Line.seq)).all()
    assert len(seqs) == len(set(seqs))


class TestOnPostgresql:
    @pytest.fixture
    def url(self, postgres_url):
        return postgres_url

    def test_different_chats_are_handled_side_by_side_and_each_in_its_order(self, db, script, monkeypatch):
        meeting, real = threading.Barrier(ingest.SIDE_BY_SIDE), ingest.take_turn

        def meets(tx, script, arrival):
            if arrival.event.text == "premier":
                meeting.wait(30)  # passes only if the others are inside their transactions too
            return real(tx, script, arrival)

        monkeypatch.setattr(ingest, "take_turn", meets)
        chats = range(1, ingest.SIDE_BY_SIDE + 1)
        firsts = (said(n, "premier", n) for n in chats)
        rest = (said(100 + n, f"message {n}", n % len(chats) + 1) for n in range(40))
        handle(db, script, 99, updates(*firsts, *rest))
        for chat in chats:
            mine = [f"message {n}" for n in range(40) if n % len(chats) + 1 == chat]
            assert heard(db, chat) == ["premier", *mine]

    def test_connections_that_are_cut_in_the_midst_of_a_batch_lose_nothing(self, db, script, monkeypatch):
        """As when the server is restarted: what was not committed comes again."""
        count, real = Counter(), ingest.take_turn

        def cut(tx, script, arrival):
            count["turns"] += 1
            if count["turns"] in (5, 19, 42):
                with db.engine.connect() as own:
                    own.exec_driver_sql(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    )
            return real(tx, script, arrival)

        monkeypatch.setattr(ingest, "take_turn", cut)
        come, failures = [said(n, f"message {n}", n % 5 + 1) for n in range(1, 41)], []
        while not failures or failures[-1]:
            try:
                handle(db, script, 99, updates(*come))
                failures.append(None)
            except SQLAlchemyError as error:
                failures.append(trouble(error))
        assert set(failures) == {"away", None} and len(failures) > 2
        assert aside(db) == {}, "the database was to blame, not what was written"
        for chat in range(1, 6):
            assert heard(db, chat) == [f"message {n}" for n in range(1, 41) if n % 5 + 1 == chat]


def postgres_said(kind, name):
    return kind("x", {}, getattr(psycopg.errors, name)())


@pytest.mark.parametrize(
    ("error", "found"),
    [
        (postgres_said(OperationalError, "DiskFull"), "full"),
        (postgres_said(InternalError, "ReadOnlySqlTransaction"), "read-only"),
        (postgres_said(ProgrammingError, "InsufficientPrivilege"), "read-only"),
        (postgres_said(OperationalError, "AdminShutdown"), "away"),
        (postgres_said(OperationalError, "CannotConnectNow"), "away"),
        (postgres_said(OperationalError, "IoError"), "away"),
        (postgres_said(OperationalError, "TooManyConnections"), "busy"),
        (postgres_said(ProgrammingError, "UndefinedTable"), "outdated"),
        (OperationalError("x", {}, psycopg.OperationalError("no server")), "away"),
        (KeyUnknown(), "locked"),
        (Unopenable(), None),
        (postgres_said(OperationalError, "ProgramLimitExceeded"), None),
        (postgres_said(DataError, "NumericValueOutOfRange"), None),
        (postgres_said(InternalError, "InFailedSqlTransaction"), None),
        (ValueError(), None),
    ],
)
def test_the_database_is_blamed_for_what_is_its_own_trouble_only(error, found):
    assert trouble(error) == found


def test_a_table_that_is_missing_is_the_databases_trouble_and_a_wrong_value_is_not(db):
    found = []
    for statement in (
        "SELECT * FROM nowhere",
        "SELECT missing FROM line",
        "INSERT INTO seen VALUES (NULL, NULL)",
    ):
        with pytest.raises(Exception) as caught, db.transaction() as tx:
            tx.connection().exec_driver_sql(statement)
        found.append(trouble(caught.value))
    assert found == ["outdated", "outdated", None]


def test_a_server_that_says_nothing_is_given_up_within_seconds_unless_its_address_says_otherwise():
    made = [connect(f"postgresql://u@192.0.2.1/name{asked}") for asked in ("", "?connect_timeout=3")]
    assert [db.engine.url.query["connect_timeout"] for db in made] == ["10", "3"]
    assert {db.engine.url.query["tcp_user_timeout"] for db in made} == {"30000"}
    assert {db.engine.url.query["keepalives_idle"] for db in made} == {"10"}
