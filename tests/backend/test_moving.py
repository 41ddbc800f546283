"""Leaving SQLite for PostgreSQL, and back: all of it arrives, or nothing does, and the source stays as it is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import col, delete, select

from backend import moving
from backend.copying import holds_rows, tables, tally_of
from backend.db import connect
from backend.migrations import upgrade
from backend.models import Conversation, Line, Seen
from backend.moving import CannotMove, move
from tests.conftest import _create as create_database
from tests.conftest import _named as named
from tests.conftest import _run as run_on
from tests.conftest import numbers
from tests.mediator import Mediator
from tests.youth import Youth


def quiet(_table, _rows):
    pass


def tallies(url):
    db = connect(url)
    with db.reading() as tx:
        found = {table.name: tally_of(tx, table) for table in tables()}
    db.close()
    return found


@pytest.fixture
def lived(script):
    """Fill a database with what happens: talks, a booking, a handover, an erasure."""

    def live(url):
        db = connect(url)
        lou, sam, gone = (Youth(db, script, address) for address in ("42", "43", "44"))
        for youth in (lou, sam, gone):
            youth.starts()
        lou.writes("J'ai besoin d'aide 🙂 à Nevers")
        sam.writes("/humain")
        Mediator(db, script).claims(Mediator(db, script).sees()[0])
        with db.transaction() as tx:
            last = tx.exec(select(Line).order_by(col(Line.id).desc())).first()
            tx.execute(delete(Line).where(col(Line.id) == last.id))
        db.close()
        return last.id

    return live


@pytest.fixture
def empty(postgres):
    """The address of a database with nothing in it."""
    name = f"empty_{next(numbers)}"
    create_database(postgres, name, "template1")
    yield named(postgres, name)
    run_on(postgres, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def test_everything_goes_to_postgresql_and_back_as_it_was(sqlite_url, empty, lived, tmp_path, script):
    erased = lived(sqlite_url)
    before = tallies(sqlite_url)
    there = move(sqlite_url, empty, quiet)
    assert {one.name: one.tally for one in there} == before == tallies(sqlite_url)
    assert before["line"].rows > 5 and before["site"].rows > 5 and before["handover"].rows == 1
    back = f"sqlite:///{tmp_path}/back/again.db"
    assert {one.name: one.tally for one in move(empty, back, quiet)} == before == tallies(back)
    for url in (empty, back):
        db = connect(url)
        Youth(db, script, "42").writes("/aide")
        with db.reading() as tx:
            new = tx.exec(select(Line.id).order_by(col(Line.id))).all()[-1]
            owner = tx.exec(select(Conversation.owner).where(Conversation.address == "43")).one()
        db.close()
        assert new > erased + 1, "an id that was erased is not given again"
        assert owner == "mediator"


@pytest.mark.parametrize(
    ("source", "target", "why"),
    [
        ("", "x", "FROM: expected sqlite"),
        ("mysql://u:geheim@h/x", "x", "FROM: expected sqlite"),
        ("sqlite://", "x", "FROM: expected sqlite"),
        ("sqlite:///nowhere.db", "sqlite:///new.db", "FROM: there is no such file"),
        ("sqlite:///words.txt", "sqlite:///new.db", "FROM: it cannot be opened or read"),
        ("postgresql://u:geheim@127.0.0.1:1/x", "sqlite:///new.db", "FROM: it cannot be opened or read"),
        ("OURS", "sqlite:///", "TO: expected sqlite"),
        ("OURS", "postgresql+pigeon://u:geheim@h/x", "TO: expected sqlite"),
        ("OURS", "postgresql://u:geheim@127.0.0.1:1/x", "TO: it cannot be opened or read"),
        ("OURS", "sqlite:////proc/nowhere/x.db", "TO: it cannot be opened"),
        ("OURS", "OURS", "the same database"),
    ],
)
def test_a_wrong_address_is_said_and_no_password_repeated(
    sqlite_url, tmp_path, monkeypatch, source, target, why
):
    monkeypatch.chdir(tmp_path)
    Path("words.txt").write_text("no database\n" * 200)
    words = [sqlite_url if one == "OURS" else one for one in (source, target)]
    with pytest.raises(CannotMove, match=why) as said:
        move(*words, quiet)
    assert "geheim" not in str(said.value)
    assert not Path("new.db").exists() and not Path("nowhere.db").exists()


def test_the_same_file_by_another_name_is_the_same(sqlite_url, tmp_path):
    (tmp_path / "other").symlink_to(tmp_path)
    with pytest.raises(CannotMove, match="the same database"):
        move(sqlite_url, f"sqlite:///{tmp_path}/other/test.db", quiet)


def test_an_older_source_is_told_how_to_come_along(tmp_path):
    old, new = f"sqlite:///{tmp_path}/old.db", f"sqlite:///{tmp_path}/new.db"
    db = connect(old)
    upgrade(db, "0003")
    with pytest.raises(CannotMove, match=r"FROM is at version 0003.*run `passerelle upgrade` on it first"):
        move(old, new, quiet)
    with db.transaction() as tx:
        tx.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(CannotMove, match="with the version of Passerelle that made it"):
        move(old, new, quiet)
    with db.transaction() as tx:
        tx.connection().execute(text("DROP TABLE alembic_version"))
    with pytest.raises(CannotMove, match="FROM: this is no database of Passerelle"):
        move(old, new, quiet)
    db.close()


def test_a_target_with_anything_in_it_is_left_alone(sqlite_url, empty):
    db = connect(empty)
    upgrade(db)
    with db.transaction() as tx:
        tx.add(Seen(key="something"))
    with pytest.raises(CannotMove, match="TO is not empty: there are rows in seen"):
        move(sqlite_url, empty, quiet)
    with db.transaction() as tx:
        tx.execute(delete(Seen))
        tx.connection().execute(text("CREATE TABLE theirs (id int)"))
    with pytest.raises(CannotMove, match=r"TO is not empty: it has other tables \(theirs\)"):
        move(sqlite_url, empty, quiet)
    db.close()


def nothing_in(url):
    db = connect(url)
    with db.reading() as tx:
        found = [table.name for table in tables() if holds_rows(tx, table)]
    db.close()
    return not found


def test_a_row_that_cannot_be_stored_is_named_by_its_table_and_nothing_is_kept(sqlite_url, empty):
    db = connect(sqlite_url)
    with db.transaction() as tx:
        tx.add(Seen(key="words\x00of a youth"))
    db.close()
    with pytest.raises(CannotMove, match=r"^a row of seen cannot be stored in TO \(\w+\). TO is left empty$"):
        move(sqlite_url, empty, quiet)
    assert nothing_in(empty)


def test_what_did_not_arrive_as_it_was_is_not_kept(sqlite_url, empty, monkeypatch):
    real = moving.copy

    def careless(source, target, table, watch):
        tally = real(source, target, table, watch)
        if table.name == "site":
            target.connection().execute(text("UPDATE site SET name = name || '.' WHERE id = 1"))
        return tally

    monkeypatch.setattr(moving, "copy", careless)
    with pytest.raises(CannotMove, match="site did not arrive as it was"):
        move(sqlite_url, empty, quiet)
    assert nothing_in(empty)


def test_a_source_that_is_written_to_meanwhile_is_not_moved(sqlite_url, empty):
    db = connect(sqlite_url)

    def disturbs(table, _rows):
        if table == "site":
            with db.transaction() as tx:
                tx.add(Seen(key="late"))

    with pytest.raises(CannotMove, match="FROM was written to meanwhile"):
        move(sqlite_url, empty, disturbs)
    db.close()
    assert nothing_in(empty)


def test_a_source_on_postgresql_that_others_use_is_not_moved(postgres_url, tmp_path):
    other = connect(postgres_url)
    with other.reading() as tx:
        tx.connection()
        with pytest.raises(CannotMove, match="FROM is in use by another process"):
            move(postgres_url, f"sqlite:///{tmp_path}/new.db", quiet)
    other.close()


KILLED = """
import os, signal, sys
from backend.moving import move
def dies(table, rows):
    if table == "motive":
        os.kill(os.getpid(), signal.SIGKILL)
move(sys.argv[1], sys.argv[2], dies)
"""


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_a_kill_in_the_middle_leaves_nothing_and_the_next_time_all_arrives(
    request, sqlite_url, engine, tmp_path
):
    target = f"sqlite:///{tmp_path}/new.db" if engine == "sqlite" else request.getfixturevalue("empty")
    before = tallies(sqlite_url)
    root = Path(moving.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", KILLED, sqlite_url, target], cwd=root, env=dict(os.environ), check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert nothing_in(target)
    move(sqlite_url, target, quiet)
    assert tallies(target) == before == tallies(sqlite_url)
