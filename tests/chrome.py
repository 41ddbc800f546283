"""One browser for all tests of a process that look at pages: starting one takes longer than most of them.

Each test opens a context of its own in it, as apart from the others as another browser would be.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright, expect

from tests import setup

IN_A_BROWSER = [
    pytest.mark.skipif(setup.browser_skipped(), reason="someone asked to go without a browser"),
    pytest.mark.asyncio(loop_scope="session"),
]
"""What such tests are marked with: the browser lives in the loop that lasts as long as the session."""
expect.set_options(timeout=20_000)


@pytest_asyncio.fixture(name="chrome", scope="session", loop_scope="session")
async def a_chrome() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=setup.browser(), args=["--no-sandbox"])
        yield browser
        await browser.close()


@asynccontextmanager
async def context(chrome: Browser, **options: Any) -> AsyncIterator[BrowserContext]:
    """Cookies, storage and pages of one person; all of it is gone afterwards."""
    made = await chrome.new_context(**options)
    try:
        yield made
    finally:
        await made.close()


async def follow(page: Page, link: Locator) -> None:
    """Go where a link leads. The page is there once its scripts ran: a form left earlier leaves with a reload."""
    async with page.expect_navigation():
        await link.click()


async def mark(page: Page) -> None:
    """Remember this very document: a reload would forget it."""
    await page.wait_for_load_state()
    await page.evaluate("window.sameDocument = true")


async def was_not_reloaded(page: Page) -> bool:
    return bool(await page.evaluate("window.sameDocument === true"))
