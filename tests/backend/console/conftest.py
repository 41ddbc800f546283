"""The pages served over real HTTP, on a real database."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from pydantic import SecretStr
from sqlmodel import select

from backend.console.app import pages
from backend.console.labels import Labels
from backend.console.rendering import Pages
from backend.console.rooms import Rooms
from backend.console.serving import Server
from backend.console.visitors import Visitor, cookie_name
from backend.db import Database
from backend.handover.models import Handover
from backend.live import Bell
from backend.people.models import Person
from backend.people.queries import demo_accounts
from backend.people.sign_ins import begin, find
from backend.script import Script
from backend.settings import Settings
from content.wording import Wording
from tests.backend.console.browser import Browser, Doorman
from tests.chrome import a_chrome  # noqa: F401  # a fixture

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
    made = pages(settings, db, script, bell)
    rooms: Rooms = made.state.rooms
    made.state.rooms = replace(rooms, pages=rendered(script.wording, settings.timezone))
    return made


@cache
def rendered(wording: Wording, zone: str) -> Pages:
    """Templates are read once for all tests: that takes longer than most of them."""
    return Pages(Labels(wording), zone)


class Doorway:
    """Serves whatever pages the test at hand has made: starting a server for each would take longer than the test."""

    def __init__(self) -> None:
        self.app: Any = None
        self.inside = 0
        self.left = threading.Condition()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        with self.left:
            self.inside += 1
        try:
            await self.app(scope, receive, send)
        finally:
            with self.left:
                self.inside -= 1
                self.left.notify_all()

    def empty(self) -> bool:
        """Whether everybody has left within ten seconds."""
        with self.left:
            return self.left.wait_for(lambda: not self.inside, timeout=10)


@pytest.fixture(scope="session")
def doorway() -> Iterator[tuple[Doorway, str]]:
    """A server in a thread, and its address."""
    doorway = Doorway()
    config = uvicorn.Config(doorway, log_level="warning", ws="none", lifespan="off")
    server = Server(config, Bell())
    door = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    yield doorway, f"http://127.0.0.1:{door.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    assert not thread.is_alive(), "the server does not stop"
    door.close()


@pytest.fixture
def site(app: FastAPI, bell: Bell, doorway: tuple[Doorway, str]) -> Iterator[str]:
    """The address of the pages."""
    door, address = doorway
    door.app = app
    yield address
    bell.close()
    assert door.empty(), "a page does not end when the server stops"


@pytest.fixture
def doorman(rooms: Rooms) -> Doorman:
    """Signing in has its own tests; elsewhere nobody queues at the door."""

    def lets_in(first_name: str) -> tuple[str, str, str]:
        with rooms.db.transaction() as tx:
            who = next(p for p in demo_accounts(tx) if p.name.startswith(f"{first_name} "))
            token = begin(tx, who.id, rooms.now())
            tx.flush()
            session = find(tx, token, rooms.now())
        assert session
        return cookie_name(rooms), token, Visitor(session, token).home

    return lets_in


@pytest.fixture
def browse(site: str, doorman: Doorman) -> Iterator[Callable[[], Browser]]:
    """A new browser, with no cookie."""
    opened: list[Browser] = []

    def one() -> Browser:
        opened.append(Browser(site, doorman))
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
        return next(p for p in tx.exec(select(Person)) if p.name.startswith(f"{first_name} "))
