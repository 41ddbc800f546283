"""The desk's page is looked at like the pages of the console: empty, and with a phone in use."""

from __future__ import annotations

from playwright.async_api import Browser

from bot.desk.app import desk_app
from tests.backend.console.sight import Eyes
from tests.bot.desk.hand import TOKEN
from tests.bot.desk.serving import served
from tests.chrome import IN_A_BROWSER, a_chrome, context  # noqa: F401  # a fixture

pytestmark = IN_A_BROWSER


async def test_nothing_is_wrong_with_the_page_of_phones(chrome: Browser):
    with served(desk_app(token=TOKEN)) as base:
        async with context(chrome, base_url=base, locale="fr-FR") as alone:
            page = await alone.new_page()
            await page.goto("/")
            await page.get_by_role("button", name="Ajouter", exact=True).wait_for()
            eyes = await Eyes(page).open()
            wrong = {"empty": await eyes.look()}
            await page.get_by_label("Prénom").fill("Lou")
            await page.get_by_role("button", name="Ajouter", exact=True).click()
            await page.get_by_role("log").wait_for()
            await page.get_by_label("Menu de la conversation").click()
            wrong["a phone, its menu open"] = await eyes.look()
    assert {state: found for state, found in wrong.items() if found} == {}
