"""Every page in every state is looked at: by axe-core, narrow, widely spaced. No rule is left out, no page either."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from backend.console.rendering import STATIC
from tests.backend.console.furnished import furnish
from tests.backend.console.gathering import addresses, gather
from tests.backend.console.reading import kind_of, misread
from tests.backend.console.sight import Eyes
from tests.chrome import IN_A_BROWSER, context

pytestmark = [*IN_A_BROWSER, pytest.mark.timeout(400)]


@pytest_asyncio.fixture(loop_scope="session")
async def page(chrome: Browser, site: str) -> AsyncIterator[Page]:
    async with context(chrome, base_url=site, locale="fr-FR") as alone:
        yield await alone.new_page()


@pytest.fixture
def known(browse, db, script) -> dict[str, str]:
    return furnish(db, script, browse().enters_as("Nadia"))


async def test_nothing_is_wrong_with_any_page_in_any_state(app, browse, known, page):
    shown = gather(app, browse, known)
    seen = {one.state.path for one in shown if one.status == 200}
    assert set(addresses(app)) - seen == set(), "nobody looked at these: a line in states.py shows them"
    await page.goto("/vieprivee")
    eyes = await Eyes(page).open()
    wrong = misread(shown)
    looked_at: set[str] = set()
    for one in shown:
        wrong += [f"{one}: {fault}" for fault in await eyes.see(one.html, known=kind_of(one) in looked_at)]
        looked_at.add(kind_of(one))
    assert not wrong, "\n".join(wrong)


async def test_nothing_is_wrong_with_a_thread_while_somebody_works_in_it(page, known):
    """With the scripts at work: folds open, the picker open, the link cut."""
    await page.goto("/connexion")
    await page.get_by_role("button", name="Entrer comme Nadia").click()
    await page.wait_for_url("**/relais")
    await page.goto(f"/relais/{known['handover_id']}")
    eyes = await Eyes(page).open()
    for fold in ("Fichier", "Terminer", "Aides données"):
        await page.locator("summary", has_text=fold).first.click()
    wrong = {"folds": await eyes.look()}
    await page.get_by_label("Votre réponse").press("/")
    wrong["picker"] = await eyes.look()
    await page.keyboard.press("Escape")
    await page.context.set_offline(True)
    await page.get_by_label("Votre réponse").fill("Je viens")
    await page.get_by_label("Votre réponse").press("Control+Enter")
    await page.get_by_text("Pas encore parti").wait_for()
    wrong["cut off"] = await eyes.look()
    assert {state: found for state, found in wrong.items() if found} == {}


WRONG = """<html lang=fr><title>x</title><main><h1>x</h1><input><img src="data:,">
<p style="width: 700px">wide</p><p style="height: 20px; overflow: hidden">cut<br>off</p>
<p><a href="/a" style="font-size: 8px">a</a><br><a href="/b" style="font-size: 8px">b</a></p></main></html>"""


async def test_what_is_wrong_is_found(page):
    eyes = await Eyes(page).open()
    found = {fault.partition(":")[0] for fault in await eyes.see(WRONG)}
    assert found == {"image-alt", "label", "target-size", "wider than 320", "cut"}


async def test_the_dark_theme_changes_nothing_but_colours():
    css = "".join(file.read_text(encoding="utf-8") for file in STATIC.glob("*.css"))
    dark = re.findall(r"prefers-color-scheme: dark\)\s*\{\s*:root \{([^}]*)\}\s*\}", css)
    assert css.count("prefers-color-scheme") == len(dark) == 1
    assert not [line for line in dark[0].split(";") if line.strip() and not line.strip().startswith("--")]
