"""`passerelle audit verify`, and the journal after a move and an upgrade."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from typer.testing import CliRunner

from backend.audit.chain import seal_all
from backend.audit.commands import record
from backend.audit.refusals import Refusals
from backend.audit.signing import SIGNET, Signet
from backend.audit.verifying import verify
from backend.db import connect
from backend.migrations import upgrade
from bot import auditing
from bot.cli import app
from tests.clock import MONDAY

SECRET = "a-secret-of-the-tests-long-enough"


@pytest.fixture
def url(sqlite_url):
    """What the engines do differently is tried with the chain itself."""
    return sqlite_url


@pytest.fixture
def sealed(db, url, script, monkeypatch):
    """Three acts of a deployment with its own secret."""
    monkeypatch.setenv("PASSERELLE_DATABASE_URL", url)
    monkeypatch.setenv("PASSERELLE_SECRET_KEY", SECRET)
    ours = replace(db, info={SIGNET: Signet(SECRET.encode())})
    with ours.transaction() as tx:
        for number in range(3):
            record(tx, script, 1, "claimed", "handover", number)
    seal_all(ours)
    return ours


def told(*words):
    done = CliRunner().invoke(app, ["audit", "verify", *words])
    return done.exit_code, done.output


def test_the_command_says_that_all_is_sound_and_what_to_note_down(sealed):
    code, said = told()
    assert code == 0 and "3 rows in the chain" in said
    end = said.strip().rpartition(" ")[2]
    assert told("--since", end) == (0, said)
    assert told("--since", "2:" + end.partition(":")[2])[0] == 1
    assert "expected PLACE:SEAL" in told("--since", "x")[1]


def test_the_command_names_the_first_row_that_was_changed(sealed):
    with sealed.transaction() as tx:
        tx.connection().execute(text("DROP TRIGGER audit_fixed"))
        tx.connection().execute(text("UPDATE audit SET person_id = 7 WHERE id >= 2"))
    assert told() == (1, "BROKEN at row 2: it was changed, or not written by Passerelle\n")


def test_another_secret_is_said_to_be_missing(sealed, monkeypatch):
    monkeypatch.setenv("PASSERELLE_SECRET_KEY", "another-secret-long-enough-too")
    assert "PASSERELLE_SECRET_KEYS_OLD" in told()[1]
    monkeypatch.setenv("PASSERELLE_SECRET_KEYS_OLD", f"one-more, {SECRET}")
    assert told()[0] == 0


def test_the_journal_moves_with_its_chain_and_stays_guarded(sealed, url, tmp_path):
    there = f"sqlite:///{tmp_path}/there.db"
    done = CliRunner().invoke(app, ["move-database", url, there])
    assert done.exit_code == 0 and "The journal is sound: 3 rows in the chain" in done.output
    moved = replace(connect(there), info=sealed.info)
    with pytest.raises(DBAPIError), moved.transaction() as tx:
        tx.connection().execute(text("DELETE FROM audit"))
    moved.close()
    assert "incomplete" not in auditing.after_move(there)


def test_rows_that_are_older_than_signatures_are_kept_and_held_by_the_chain(tmp_path, script):
    db = replace(connect(f"sqlite:///{tmp_path}/old.db"), info={SIGNET: Signet(b"x")})
    upgrade(db, "0013")
    with db.transaction() as tx:
        old = "INSERT INTO audit (at, person_id, action, kind, subject) VALUES (:at, 1, 'file', 'line', 1)"
        tx.connection().execute(text(old), {"at": "2026-11-20 10:00:00.000000"})
    upgrade(db)
    with db.transaction() as tx:
        record(tx, script, 1, "claimed", "handover", 1)
    seal_all(db)
    with db.reading() as tx:
        found = verify(tx)
    db.close()
    assert (found.rows, found.unsigned) == (2, 1)


def test_refusals_are_written_down_at_one_two_four_eight():
    refusals = Refusals()
    assert [refusals.count(1, MONDAY) for _ in range(9)] == [1, 2, 0, 4, 0, 0, 0, 8, 0]
    assert refusals.count(0, MONDAY) == 1
    assert refusals.count(1, MONDAY.replace(hour=9)) == 1
