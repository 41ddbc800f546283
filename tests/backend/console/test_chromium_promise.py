"""A promise about to be missed, in a real browser: the team sees it come, the youth hears of it, the board counts."""

from __future__ import annotations

from playwright.async_api import Page, expect

from backend.handover.watching import watch
from tests.backend.console.conftest import handover_of
from tests.backend.console.test_chromium import page  # noqa: F401
from tests.chrome import IN_A_BROWSER

pytestmark = IN_A_BROWSER


async def test_it_is_seen_coming_told_to_the_youth_and_ends_with_an_answer(
    page: Page,  # noqa: F811
    youth,
    db,
    script,
    clock,
    bell,
):
    youth.starts()
    assert "avant 11 h" in youth.writes("/humain")[0]
    call = page.locator(".call").first
    await expect(call).to_contain_text("réponse promise avant")
    clock.goes_on(minutes=95)
    assert watch(db, script)
    bell.ring()
    await expect(call).to_contain_text("réponse promise dans 25 min")
    clock.goes_on(minutes=15)
    watch(db, script)
    bell.ring()
    (told,) = youth.hears()
    assert told.endswith("Tu auras une réponse avant 14 h.")
    await expect(call).to_contain_text("14")
    await page.goto(f"/relais/{handover_of(db)}")
    promise = page.locator("#promise")
    await expect(promise).to_contain_text("Le jeune a déjà été prévenu d’un retard")
    await page.get_by_role("button", name="Prendre").click()
    await page.get_by_label("Votre réponse").fill("Bonjour, c’est Nadia.")
    await page.get_by_role("button", name="Envoyer").click()
    await expect(promise).to_be_hidden()
    await page.goto("/tableau")
    await expect(page.get_by_text("Personne n’attend de réponse.")).to_be_visible()
