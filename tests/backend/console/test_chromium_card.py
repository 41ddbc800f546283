"""The card and the posters in a real browser: folds that stay, news that keeps them, and what axe finds."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from tests.backend.console.conftest import handover_of
from tests.chrome import IN_A_BROWSER, context, mark, was_not_reloaded
from tests.youth import books

pytestmark = IN_A_BROWSER
PHONE = {"width": 390, "height": 844}


@pytest_asyncio.fixture(loop_scope="session")
async def page(chrome: Browser, site: str) -> AsyncIterator[Page]:
    async with context(chrome, base_url=site, viewport=PHONE) as alone:
        page = await alone.new_page()
        await page.goto("/connexion")
        await page.get_by_role("button", name="Entrer comme Nadia").click()
        await page.wait_for_url("**/relais")
        yield page


@pytest.fixture
def thread(youth, db) -> str:
    books(youth)
    youth.writes("/humain")
    youth.writes("je cherche un appart, je dors chez un pote")
    return f"/relais/{handover_of(db)}"


async def test_a_fold_stays_as_it_was_left_through_news_and_reloads(page: Page, thread, youth, bell):
    await page.goto(thread)
    reach, known = page.locator("#fold-reach"), page.locator("#fold-known")
    await expect(page.locator("details[data-fold=card-known]")).to_have_attribute("open", "")
    await reach.click()
    await known.click()
    await mark(page)
    youth.writes("et un boulot aussi si possible")
    bell.ring()
    card = page.locator("#card")
    await expect(card.get_by_text("et un boulot aussi")).to_be_visible()
    assert await was_not_reloaded(page)
    for _ in range(2):
        await expect(page.get_by_text("joignable")).to_be_visible()
        await expect(page.locator("details[data-fold=card-known]")).not_to_have_attribute("open", "")
        await page.reload()


async def test_on_a_phone_who_and_what_they_want_stand_before_the_talk(page: Page, thread):
    await page.goto(thread)
    head = page.locator("#head")
    await expect(head.get_by_text("je cherche un appart")).to_be_visible()
    await expect(head.get_by_role("link", name="Voir la fiche")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_axe_finds_nothing_on_the_card_and_the_posters(page: Page, thread):
    await page.goto(thread)
    for fold in await page.locator("#card summary").all():
        if await fold.evaluate("fold => !fold.parentElement.open"):
            await fold.click()
    assert await found(page, "#card") == []
    await page.goto("/affiches")
    await page.get_by_label("Où elle sera").fill("Lycée")
    await page.get_by_role("button", name="Créer").click()
    await page.wait_for_url("**/affiches/1")
    public = await page.locator("a.address").inner_text()
    for path in ("/affiches", "/affiches/1", "/affiches/1/imprimer", f"/p/{public.rpartition('/')[2]}"):
        await page.goto(path)
        assert await found(page) == [], path
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


async def found(page: Page, within: str = "html") -> list[str]:
    """What axe finds wrong, as rule and place."""
    violations = (await Axe().run(page, context=within)).response["violations"]
    return [f"{one['id']} {node['html']}" for one in violations for node in one["nodes"]]
