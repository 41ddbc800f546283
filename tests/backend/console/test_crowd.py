"""A crowd at the door: the other pages go on, nobody is locked out by a neighbour, nothing typed is lost."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta

import httpx
import pytest
from sqlmodel import select
from starlette.requests import Request

from backend.console.known_browser import COOKIE, caller
from backend.console.limits import ALLOWED, ALLOWED_ACCOUNT, ALLOWED_ADDRESS, Attempts, Caller
from backend.console.turnstile import PLACES, Crowded, Turnstile
from backend.entrance.attempts import forget_attempts
from backend.entrance.models import Attempt
from backend.entrance.passwords import password_fits
from backend.people.accounts import create_person
from tests.backend.console.browser import Browser, Forms
from tests.clock import MONDAY
from tests.youth import plain_spaces

PASSWORD = "a long enough password"
MANY = 60
"""More than the threads that pages share (40)."""
HERE, THERE = "192.0.2.1", "192.0.2.2"


@dataclass
class Slow:
    """Checks passwords as ever (or as told), once it is let go."""

    then: Callable[[str | None, str], bool] = password_fits
    begun: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    gate: threading.Event = field(default_factory=threading.Event)

    def __call__(self, stored: str | None, password: str) -> bool:
        self.begun.release()
        assert self.gate.wait(60)
        return self.then(stored, password)

    async def is_busy(self) -> None:
        """Until every place is taken."""
        for _ in range(PLACES):
            assert await asyncio.to_thread(self.begun.acquire, timeout=30)


@pytest.fixture
def slow(rooms) -> Slow:
    rooms.turnstile.check = Slow()
    return rooms.turnstile.check


@pytest.fixture
def rose(db):
    with db.transaction() as tx:
        return create_person(tx, "Rose Martin", "rose@example.org", PASSWORD, [(1, None, "mediator")])


@pytest.fixture
async def crowd(site: str) -> AsyncIterator[httpx.AsyncClient]:
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=site, timeout=60, limits=limits) as client:
        yield client


async def the_form(client: httpx.AsyncClient) -> dict[str, str]:
    page = await client.get("/connexion")
    return next(f for f in Forms(page.text).found if f.action == "/connexion").fields


async def test_another_page_answers_while_a_crowd_signs_in(crowd, rooms, slow):
    rooms.turnstile.patience = 60
    slow.then = lambda _stored, _password: False
    fields = await the_form(crowd)
    sign_ins = [
        asyncio.create_task(crowd.post("/connexion", data={**fields, "email": f"{n}@x", "password": "wrong"}))
        for n in range(MANY)
    ]
    await slow.is_busy()
    for path in ("/vieprivee", "/connexion", "/sante"):
        assert (await crowd.get(path)).status_code == 200
    assert not any(task.done() for task in sign_ins), "the pages were answered before them"
    slow.gate.set()
    answers = await asyncio.gather(*sign_ins)
    assert {answer.status_code for answer in answers} == {401}


async def test_who_finds_no_place_in_time_is_told_so_and_keeps_the_address_typed(crowd, rooms, slow, rose):
    fields = await the_form(crowd)
    rooms.turnstile.patience = 0.2
    inside = [
        asyncio.create_task(
            crowd.post("/connexion", data={**fields, "email": "rose@example.org", "password": PASSWORD})
        )
        for _ in range(PLACES)
    ]
    await slow.is_busy()
    told = await crowd.post("/connexion", data={**fields, "email": "lea@example.org", "password": "x"})
    assert told.status_code == 503
    assert told.headers["retry-after"] == "2"
    assert "Trop de connexions en même temps. Réessayez dans un instant." in plain_spaces(told.text)
    assert 'value="lea@example.org"' in told.text
    slow.gate.set()
    assert [answer.status_code for answer in await asyncio.gather(*inside)] == [303] * PLACES


async def test_a_check_that_has_begun_is_waited_for():
    turnstile = Turnstile(Slow())
    assert isinstance(turnstile.check, Slow)
    turnstile.patience = 0.05
    one = [asyncio.create_task(turnstile.fits(None, "x")) for _ in range(PLACES)]
    await turnstile.check.is_busy()
    with pytest.raises(Crowded):
        await turnstile.fits(None, "x")
    turnstile.check.gate.set()
    assert await asyncio.gather(*one) == [False] * PLACES


def test_one_address_may_not_try_every_account(browse, rooms, clock, rose):
    browser: Browser = browse()
    browser.opens("/connexion")
    for number in range(ALLOWED_ADDRESS):
        rooms.attempts.failed(Caller("127.0.0.1", f"{number}@example.org"), clock())
    assert browser.sends("/connexion", email="rose@example.org", password=PASSWORD) == 429
    assert "Trop d'essais. Réessayez dans" in browser.words
    assert 'value="rose@example.org"' in browser.words
    clock.goes_on(minutes=16)
    assert browser.sends("/connexion", email="rose@example.org", password=PASSWORD) == 303


def test_a_browser_that_the_account_knows_is_not_locked_out_by_whoever_guesses_elsewhere(
    browse, rooms, clock, rose
):
    browser: Browser = browse()
    browser.opens("/connexion")
    assert browser.sends("/connexion", email="rose@example.org", password=PASSWORD) == 303
    for number in range(ALLOWED_ACCOUNT):
        rooms.attempts.failed(Caller(f"203.0.113.{number}", "rose@example.org"), clock())
    stranger: Browser = browse()
    stranger.opens("/connexion")
    assert stranger.sends("/connexion", email="rose@example.org", password=PASSWORD) == 429
    browser.http.cookies.delete("passerelle")
    browser.opens("/connexion")
    assert browser.sends("/connexion", email="rose@example.org", password=PASSWORD) == 303


def test_the_mark_of_a_known_browser_is_good_for_its_account_only_and_cannot_be_made_up(browse, rooms, rose):
    browser: Browser = browse()
    browser.opens("/connexion")
    browser.sends("/connexion", email="rose@example.org", password=PASSWORD)
    mark = browser.http.cookies[COOKIE].strip('"')

    def known(cookie: str, email: str) -> str:
        asked = Request({"type": "http", "headers": [(b"cookie", f"{COOKIE}={cookie}".encode())]})
        return caller(asked, rooms, email).browser

    assert known(mark, " Rose@example.org")
    assert not known(mark, "lea@example.org")
    assert not known(f"other{mark}", "rose@example.org")
    assert not known("x.y", "rose@example.org")


def test_failures_are_counted_by_all_processes_together_and_forgotten_after_a_while(db):
    one, other = Attempts(db, b"key"), Attempts(db, b"key")
    rose = Caller(HERE, "rose")
    for turn in range(ALLOWED):
        assert one.wait(rose, MONDAY) is None
        (one, other)[turn % 2].failed(rose, MONDAY)
    assert other.wait(rose, MONDAY) == timedelta(minutes=15)
    assert one.wait(Caller(THERE, "rose"), MONDAY) is None
    assert one.wait(rose, MONDAY + timedelta(minutes=16)) is None
    one.came_in(rose)
    assert other.wait(rose, MONDAY) is None
    with db.transaction() as tx:
        kept = tx.exec(select(Attempt)).all()
        assert not [a for a in kept if "rose" in a.key or HERE in a.key]
        forget_attempts(tx, MONDAY + timedelta(hours=2))
        assert kept and not tx.exec(select(Attempt)).all()
