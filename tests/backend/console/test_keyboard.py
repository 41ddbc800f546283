"""A day's work without a mouse: at each stop the focus is seen, and after each change it is where one goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from backend.agenda.models import Appointment
from tests.backend.console.agenda_pages import site_of
from tests.backend.console.keyboard import Keyboard
from tests.chrome import IN_A_BROWSER, context

pytestmark = IN_A_BROWSER
LAPTOP, PHONE = {"width": 1366, "height": 700}, {"width": 390, "height": 740}


@pytest_asyncio.fixture(loop_scope="session", params=[LAPTOP], ids=["laptop"])
async def page(chrome: Browser, site: str, request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    async with context(chrome, base_url=site, viewport=request.param, locale="fr-FR") as alone:
        yield await alone.new_page()


async def enter(page: Page, name: str, path: str = "/connexion") -> Keyboard:
    """Sign in with the keyboard; one is led to the page one wanted."""
    keys = Keyboard(page)
    await page.goto(path)
    async with page.expect_navigation():
        await keys.press(f"Entrer comme {name}")
    return keys


async def test_a_call_is_taken_answered_and_closed(page, youth, db):
    youth.starts()
    for n in range(12):
        youth.writes(f"je cherche un travail près de chez moi, {n}")
    youth.writes("/humain")
    keys = await enter(page, "Nadia")
    await keys.press("Aller au contenu")
    assert await keys.stands_in("main")
    async with page.expect_navigation():
        await keys.press("attend depuis")
    await page.wait_for_load_state()
    await keys.press("Prendre")
    await expect(page.get_by_label("Votre réponse")).to_be_visible()
    assert await keys.stands_in("#floor")
    await keys.reach("Votre réponse")
    await page.keyboard.press("/")
    assert await keys.stands_in("#picker")
    await page.keyboard.press("Escape")
    assert await keys.stands_in("#reply-text")
    await page.keyboard.insert_text("Bonjour, c’est Nadia.")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".line.mediator")).to_contain_text("c’est Nadia")
    assert await keys.stands_in("#reply-text")
    await keys.go_back(20)
    await keys.press("Terminer")
    await keys.press("A eu sa réponse", "Space")
    await keys.press("Terminer ce relais")
    await expect(page.get_by_text("Relais terminé")).to_be_visible()
    assert await keys.stands_in("#floor")


@pytest.mark.parametrize("page", [PHONE], indirect=True, ids=["phone"])
async def test_somebody_books_at_the_counter(page, db):
    keys = await enter(page, "Inès", "/rendez-vous/nouveau")
    await keys.fill("Prénom", "Zed")
    await keys.fill("Commune", "Imphy")
    await keys.press("16 ou 17 ans", "ArrowDown")
    await keys.reach("Motif")
    await page.keyboard.press("ArrowDown")
    await keys.press("sur place", "Space")
    async with page.expect_navigation():
        await keys.press("Voir les créneaux")
    async with page.expect_navigation():
        await keys.press("avec")
    await expect(page.get_by_role("heading", level=1)).to_have_text("C’est réservé")
    with db.reading() as tx:
        assert tx.get_one(Appointment, 1).status == "booked"


@pytest.mark.parametrize("page", [PHONE], indirect=True, ids=["phone"])
async def test_a_site_is_edited(page, db):
    imphy = site_of(db, "imphy").id
    keys = await enter(page, "Hélène", f"/lieux/{imphy}")
    await keys.fill("Chez qui", "Mairie")
    async with page.expect_navigation():
        await keys.press("Enregistrer")
    await expect(page.get_by_role("status").first).to_contain_text("Enregistré")
    assert site_of(db, "imphy").host == "Mairie"
