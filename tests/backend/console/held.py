"""Nadia's browser, on a phone, in a thread in which she has the floor."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import BrowserContext, Page, async_playwright
from sqlmodel import select

from backend.models import Line
from tests import setup
from tests.backend.console.conftest import handover_of
from tests.mediator import Mediator

PHONE = {"width": 390, "height": 844}
WAITS = "Pas encore parti"
UNSURE = "Peut-être pas parti"


@pytest.fixture(name="browser_of")
async def a_browser(site: str) -> AsyncIterator[BrowserContext]:
    """A phone's browser, signed in as Nadia."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=setup.browser(), args=["--no-sandbox"])
        context = await browser.new_context(base_url=site, viewport=PHONE)
        await enter(await context.new_page(), "Nadia")
        yield context
        await browser.close()


@pytest.fixture(name="page")
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
