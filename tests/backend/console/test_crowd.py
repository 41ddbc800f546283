"""A crowd at the door: the other pages go on, nobody is locked out by a neighbour, nothing typed is lost."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta

import httpx
import pytest

from backend.console.limits import ALLOWED, ALLOWED_ADDRESS, KEPT, Attempts
from backend.console.turnstile import PLACES, Crowded, Turnstile
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
        rooms.attempts.failed(("127.0.0.1", f"{number}@example.org"), clock())
    assert browser.sends("/connexion", email="rose@example.org", password=PASSWORD) == 429
    assert "Trop d'essais. Réessayez dans" in browser.words
    assert 'value="rose@example.org"' in browser.words
    clock.goes_on(minutes=16)
    assert browser.sends("/connexion", email="rose@example.org", password=PASSWORD) == 303


def test_whoever_came_in_from_there_is_not_locked_out_by_their_neighbours():
    attempts = Attempts()
    attempts.came_in((HERE, "rose"))
    for number in range(ALLOWED_ADDRESS):
        attempts.failed((HERE, str(number)), MONDAY)
    assert attempts.wait((HERE, "anyone"), MONDAY) == timedelta(minutes=15)
    assert attempts.wait((HERE, "rose"), MONDAY) is None
    assert attempts.wait((THERE, "anyone"), MONDAY) is None
    for _ in range(ALLOWED):
        attempts.failed((HERE, "rose"), MONDAY)
    assert attempts.wait((HERE, "rose"), MONDAY) == timedelta(minutes=15)


def test_failures_are_forgotten_after_a_while_and_take_no_memory():
    attempts = Attempts()
    for _ in range(ALLOWED):
        assert attempts.wait((HERE, "a"), MONDAY) is None
        attempts.failed((HERE, "a"), MONDAY)
    assert attempts.wait((HERE, "a"), MONDAY) == timedelta(minutes=15)
    assert attempts.wait((THERE, "a"), MONDAY) is None
    assert attempts.wait((HERE, "a"), MONDAY + timedelta(minutes=16)) is None
    for number in range(KEPT + 5):
        attempts.failed((HERE, str(number)), MONDAY)
        attempts.came_in((HERE, str(number)))
        attempts.failed((str(number), "b"), MONDAY)
    assert len(attempts._failed) <= KEPT
    assert len(attempts._welcome) <= KEPT
