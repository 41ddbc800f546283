"""The sites in a real browser: hours read while they are typed, by keyboard alone, and without scripts."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Page, expect
from sqlmodel import select

from backend.places.models import Site
from tests.chrome import IN_A_BROWSER, context

pytestmark = IN_A_BROWSER

SIZES = ({"width": 390, "height": 844}, {"width": 1280, "height": 800})


@asynccontextmanager
async def window(
    chrome: Browser, base: str, scripts: bool = True, size: dict[str, int] = SIZES[0]
) -> AsyncIterator[Page]:
    """Hélène's browser. No script may fail and nothing may be refused in it."""
    complaints: list[str] = []
    async with context(chrome, base_url=base, viewport=size, java_script_enabled=scripts) as alone:
        page = await alone.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Refused" in said.text else None)
        await page.goto("/connexion")
        await page.get_by_role("button", name="Entrer comme Hélène").click()
        await page.wait_for_url("**/relais")
        yield page
    assert complaints == []


@pytest.fixture
def imphy(db) -> Site:
    with db.reading() as tx:
        return tx.exec(select(Site).where(Site.slug == "imphy")).one()


def hours(db) -> str:
    with db.reading() as tx:
        return tx.exec(select(Site.hours).where(Site.slug == "imphy")).one()


async def test_hours_are_read_while_they_are_typed_by_keyboard_alone(chrome, site, imphy, db):
    async with window(chrome, site) as page:
        await page.goto(f"/lieux/{imphy.id}")
        shown = page.get_by_role("status", name="Aperçu des horaires")
        field = page.get_by_label("Quand c’est ouvert")
        for _ in range(60):
            await page.keyboard.press("Tab")
            if await field.evaluate("e => e === document.activeElement"):
                break
        await expect(field).to_be_focused()
        await page.keyboard.press("Control+a")
        await page.keyboard.type("jeidu 14h-17h")
        await expect(shown.locator("mark")).to_have_text("jeidu")
        await expect(field).to_be_focused()
        await page.keyboard.press("Control+a")
        await page.keyboard.type("1er et 3e jeudi 14h-17h")
        await expect(shown).to_contain_text("1er et 3e jeudi du mois")
        await expect(shown.get_by_role("listitem")).to_have_count(3)
        await expect(shown).to_contain_text("jeudi 3 décembre")
        assert hours(db) == imphy.hours, "nothing is saved yet"
        await page.get_by_label("Nom", exact=True).press("Enter")
        await expect(page.get_by_text("Enregistré. Les jeunes le voient déjà.")).to_be_visible()
        assert hours(db) == "Th[1,3] 14:00-17:00"


async def test_a_preview_that_cannot_be_had_does_not_leave_an_old_one_standing(chrome, site, imphy):
    async with window(chrome, site) as page:
        await page.goto(f"/lieux/{imphy.id}")
        await page.context.clear_cookies()
        await page.get_by_label("Quand c’est ouvert").fill("jeudi 14h-17h")
        await expect(page.get_by_role("status", name="Aperçu")).to_have_text(re.compile("ne répond pas"))


async def test_without_scripts_the_button_does_the_same(chrome, site, imphy, db):
    async with window(chrome, site, scripts=False) as page:
        await page.goto(f"/lieux/{imphy.id}")
        await page.get_by_label("Quand c’est ouvert").fill("jeudi 14h-17h")
        await page.get_by_role("button", name="Prévisualiser").click()
        await expect(page.get_by_role("status", name="Aperçu")).to_contain_text("jeudi 26 novembre")
        await expect(page.get_by_label("Quand c’est ouvert")).to_have_value("jeudi 14h-17h")
        assert hours(db) == imphy.hours


@pytest.mark.parametrize("size", SIZES, ids=["phone", "laptop"])
async def test_no_page_of_the_sites_is_wider_than_its_window(chrome, site, imphy, size):
    trial = "/lieux/essai?commune=imphy&bracket=from_18&need-emploi=on"
    one = f"/lieux/{imphy.id}"
    days = f"{one}/jours?genre=fermer&first=2026-11-24&last=2026-12-24"
    async with window(chrome, site, size=size) as page:
        for path in ("/lieux", "/lieux/nouveau", trial, one, f"{one}/jours", days, f"{one}/fermer"):
            await page.goto(path)
            assert await page.evaluate("document.documentElement.scrollWidth") <= size["width"], path


async def test_a_point_on_the_map_leads_to_its_site(chrome, site, imphy):
    async with window(chrome, site, size=SIZES[1]) as page:
        await page.goto("/lieux")
        await page.locator(f'.map a[href="/lieux/{imphy.id}"] circle').click()
        await expect(page.get_by_role("heading", name="Permanence d’Imphy")).to_be_visible()
