"""Nadia's browser, on a phone, in a thread in which she has the floor."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page
from sqlmodel import select

from backend.models import Line
from tests.backend.console.conftest import handover_of
from tests.chrome import context
from tests.mediator import Mediator

PHONE = {"width": 390, "height": 844}
WAITS = "Pas encore parti"
UNSURE = "Peut-être pas parti"


@pytest_asyncio.fixture(name="browser_of", loop_scope="session")
async def a_browser(chrome: Browser, site: str) -> AsyncIterator[BrowserContext]:
    """A phone's browser, signed in as Nadia."""
    async with context(chrome, base_url=site, viewport=PHONE) as alone:
        await enter(await alone.new_page(), "Nadia")
        yield alone


@pytest_asyncio.fixture(name="page", loop_scope="session")
async def a_page(browser_of: BrowserContext, thread: str) -> Page:
    page = browser_of.pages[0]
    await page.goto(thread)
    return page


@pytest.fixture(name="thread")
def a_thread(youth, db, script) -> str:
    """A thread in which Nadia has the floor."""
    youth.starts()
    youth.writes("/humain")
    Mediator(db, script).claims(Mediator(db, script).sees()[0])
    return f"/relais/{handover_of(db)}"


async def enter(page: Page, name: str) -> None:
    await page.goto("/connexion")
    await page.get_by_role("button", name=f"Entrer comme {name}").click()
    await page.wait_for_url("**/relais")


def said(db) -> list[str]:
    with db.reading() as tx:
        return [
            line.text for line in tx.exec(select(Line).where(Line.author == "mediator").order_by(Line.seq))
        ]
