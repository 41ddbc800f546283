"""The pages served over real HTTP, on a real database."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator

import pytest
import uvicorn
from fastapi import FastAPI
from pydantic import SecretStr
from sqlmodel import select

from backend.console.app import pages
from backend.console.rooms import Rooms
from backend.console.serving import Server
from backend.db import Database
from backend.handover.models import Handover
from backend.live import Bell
from backend.people.models import Person
from backend.script import Script
from backend.settings import Settings
from tests.backend.console.browser import Browser

SECRET = SecretStr("a secret of the tests, long enough")


@pytest.fixture
def url(sqlite_url: str) -> str:
    """One engine is enough for most pages; the live ones are tried on both."""
    return sqlite_url


@pytest.fixture
def settings() -> Settings:
    return Settings(_env_file=None, secret_key=SECRET)


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def rooms(app: FastAPI) -> Rooms:
    """What the pages share."""
    found: Rooms = app.state.rooms
    return found


@pytest.fixture
def app(settings: Settings, db: Database, script: Script, bell: Bell) -> FastAPI:
    return pages(settings, db, script, bell)


@pytest.fixture
def site(app: FastAPI, bell: Bell) -> Iterator[str]:
    """The address of the pages, served from a thread."""
    config = uvicorn.Config(app, log_level="warning", ws="none", lifespan="off")
    server = Server(config, bell)
    door = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    yield f"http://127.0.0.1:{door.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    assert not thread.is_alive(), "the server does not stop"
    door.close()


@pytest.fixture
def browse(site: str) -> Iterator[Callable[[], Browser]]:
    """A new browser, with no cookie."""
    opened: list[Browser] = []

    def one() -> Browser:
        opened.append(Browser(site))
        return opened[-1]

    yield one
    for browser in opened:
        browser.close()


@pytest.fixture
def nadia(browse: Callable[[], Browser]) -> Browser:
    """Médiatrice at Nevers."""
    return browse().enters_as("Nadia")


def handover_of(db: Database) -> int:
    """The newest handover."""
    with db.reading() as tx:
        return max(h.id or 0 for h in tx.exec(select(Handover)))


def person(db: Database, first_name: str) -> Person:
    with db.reading() as tx:
        return next(p for p in tx.exec(select(Person)) if p.first_name == first_name)
