"""The same pages in a real browser: without reload, with drafts, and nothing refused by their own policy."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from backend.people.models import Youth as YouthRow
from tests.backend.console.conftest import handover_of
from tests.chrome import IN_A_BROWSER, context, follow, mark, was_not_reloaded
from tests.mediator import Mediator
from tests.youth import Youth, books

pytestmark = IN_A_BROWSER

PHONE = {"width": 390, "height": 844}


@pytest_asyncio.fixture(loop_scope="session")
async def page(chrome: Browser, site: str) -> AsyncIterator[Page]:
    """A phone's browser, signed in as Nadia. Nothing may be refused or fail in it."""
    complaints: list[str] = []
    async with context(chrome, base_url=site, viewport=PHONE) as alone:
        page = await alone.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Refused" in said.text else None)
        await page.goto("/connexion")
        await page.get_by_role("button", name="Entrer comme Nadia").click()
        await page.wait_for_url("**/relais")
        yield page
    assert complaints == []


@pytest.fixture
def lost(youth, db) -> str:
    youth.starts()
    youth.writes("/humain")
    return f"/relais/{handover_of(db)}"


async def test_a_call_appears_and_is_answered_without_reload(page: Page, youth, db, clock):
    await expect(page.get_by_text("Personne n’attend")).to_be_visible()
    await mark(page)
    youth.starts()
    youth.writes("/humain")
    await expect(page.get_by_role("link", name="attend depuis")).to_be_visible()
    await expect(page).to_have_title("(1) Relais — Passerelle")
    assert await was_not_reloaded(page)
    await follow(page, page.get_by_role("link", name="attend depuis"))
    await mark(page)
    await page.get_by_role("button", name="Prendre").click()
    reply = page.get_by_label("Votre réponse")
    await reply.fill("Bonjour, c’est Nadia.")
    await reply.press("Control+Enter")
    line = page.locator(".line.mediator", has_text="c’est Nadia")
    await expect(line).to_contain_text("en attente")
    await expect(reply).to_have_value("")
    assert "Bonjour, c'est Nadia." in youth.hears()
    await expect(line).to_contain_text("envoyé")
    youth.writes("merci !")
    await expect(page.locator(".line.youth").last).to_contain_text("merci !")
    await reply.fill("Et encore.")
    await page.get_by_role("button", name="Envoyer").click()
    await expect(page.locator(".line.mediator")).to_have_count(2)
    assert await was_not_reloaded(page)


async def test_a_draft_outlives_a_reload_and_a_refusal(page: Page, lost, youth, db):
    await page.goto(lost)
    await page.get_by_role("button", name="Prendre").click()
    await page.get_by_label("Votre réponse").fill("Un long brouillon")
    await page.reload()
    await expect(page.get_by_label("Votre réponse")).to_have_value("Un long brouillon")
    await page.context.clear_cookies()
    await page.get_by_role("button", name="Envoyer").click()
    await expect(page.get_by_role("alert")).to_contain_text("Votre session est terminée")
    await expect(page.get_by_label("Votre réponse")).to_have_value("Un long brouillon")


async def test_words_being_typed_when_a_manager_takes_over_stay_in_sight(page: Page, lost, db, script, bell):
    await page.goto(lost)
    await page.get_by_role("button", name="Prendre").click()
    await page.get_by_label("Votre réponse").fill("Mardi, c’est au 12 rue de la Gare")
    helene, nadia = Mediator(db, script, "helene.roussel@exemple.fr"), Mediator(db, script)
    helene.takes_over(helene.sees()[0])
    bell.ring()
    await expect(page.locator("#floor")).to_contain_text("Hélène a la parole")
    kept = page.get_by_role("alert").get_by_label("Votre texte")
    await expect(kept).to_have_value("Mardi, c’est au 12 rue de la Gare")
    helene.transfers(helene.sees()[0], "Nadia")
    nadia.claims(nadia.sees()[0])
    bell.ring()
    await expect(page.get_by_label("Votre réponse")).to_have_value("Mardi, c’est au 12 rue de la Gare")
    await expect(kept).to_have_count(0)


async def test_closing_asks_how_it_ends_and_frees_the_page(page: Page, lost, youth):
    await page.goto(lost)
    await page.get_by_role("button", name="Prendre").click()
    await page.locator("summary", has_text="Terminer").click()
    await page.get_by_label("A eu sa réponse").check()
    await page.get_by_role("button", name="Terminer ce relais").click()
    await expect(page.get_by_text("Relais terminé")).to_be_visible()
    await expect(page.get_by_label("Votre réponse")).to_have_count(0)


async def test_hostile_words_arriving_live_stay_words(page: Page, lost, youth, db):
    await page.goto(lost)
    with db.transaction() as tx:
        row = tx.get_one(YouthRow, 1)
        row.first_name = "<img src=x onerror=document.title='broken'>"
        tx.add(row)
    youth.writes("<script>document.title='broken'</script>")
    await expect(page.locator(".line.youth").last).to_contain_text("<script>")
    await expect(page.locator("h1")).to_contain_text("<img")
    assert await page.title() != "broken"


async def test_the_brief_keeps_to_its_margin_on_a_phone(page: Page, youth):
    books(youth)
    await page.get_by_role("button", name="Se déconnecter").click()
    await page.get_by_role("button", name="Entrer comme Hélène").click()
    await page.goto("/rendez-vous/1")
    title = await page.locator("h1").bounding_box()
    button = await page.get_by_role("link", name="Annuler ce rendez-vous").bounding_box()
    assert title and button
    assert button["x"] == title["x"]
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("path", ["/", "/connexion", "/relais", "/vieprivee", "/appeler/3114", "/nowhere"])
async def test_no_page_is_wider_than_a_phone(page: Page, lost, path):
    await page.goto(path)
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    await page.goto(lost)
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


async def test_a_call_moves_to_its_column_and_a_search_stays_live(page: Page, youth, db, script):
    other = Youth(db, script, "43", name="Ana")
    for one in (youth, other):
        one.starts()
        one.writes("/humain")
    await expect(page.locator("#list-to_take .call")).to_have_count(2)
    await mark(page)
    await page.locator("#go-2").focus()
    nadia = Mediator(db, script)
    nadia.claims(nadia.sees()[1])
    await expect(page.locator("#list-mine .call")).to_have_attribute("id", "call-2")
    await expect(page.locator("#list-to_take .call")).to_have_count(1)
    await expect(page.locator("#go-2")).to_be_focused()
    assert await was_not_reloaded(page)
    await page.get_by_role("searchbox").fill("permis")
    await page.get_by_role("button", name="Chercher").click()
    await expect(page.get_by_text("Rien qui corresponde").first).to_be_visible()
    youth.writes("je veux passer le permis")
    await expect(page.locator("#list-to_take .call")).to_have_attribute("id", "call-1")


async def test_two_pages_on_a_thread_see_each_other(page: Page, chrome: Browser, lost, site):
    theo = await chrome.new_page(base_url=site)
    await theo.goto("/connexion")
    await theo.get_by_role("button", name="Entrer comme Théo").click()
    await theo.wait_for_url("**/relais")
    await theo.goto(lost)
    await page.goto(lost)
    await expect(page.locator("#presence")).to_contain_text("Théo lit")
    await page.get_by_role("button", name="Prendre").click()
    await page.get_by_label("Votre réponse").press_sequentially("Bonj")
    await expect(theo.locator("#presence")).to_contain_text("Nadia écrit")
    await theo.close()
    await expect(page.locator("#presence")).not_to_contain_text("Théo")
