"""The picker in a real browser: the slash, arrows, Enter, Escape, a thumb; blanks selected; and without scripts."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect
from sqlmodel import select

from backend.people.models import Person
from backend.team.models import Canned
from tests.backend.console.conftest import handover_of
from tests.chrome import IN_A_BROWSER
from tests.youth import books

pytestmark = IN_A_BROWSER
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def thread(youth, db) -> str:
    books(youth)
    youth.writes("/humain")
    with db.transaction() as tx:
        nadia = tx.exec(select(Person).where(Person.email == "nadia.belkacem@exemple.fr")).one()
        tx.add(Canned(person_id=nadia.id, name="Où", text="Bonjour {prenom}, va à {...} puis à {lieu}."))
    return f"/relais/{handover_of(db)}"


async def held(chrome: Browser, site: str, thread: str, **more) -> Page:
    page = await chrome.new_page(base_url=site, viewport=PHONE, **more)
    await page.goto("/connexion")
    await page.get_by_role("button", name="Entrer comme Nadia").click()
    await page.wait_for_url("**/relais")
    await page.goto(thread)
    await page.get_by_role("button", name="Prendre", exact=True).click()
    await expect(page.get_by_label("Votre réponse")).to_be_visible()
    return page


async def test_a_slash_opens_filters_inserts_and_selects_the_blank(chrome, site, thread, youth):
    page = await held(chrome, site, thread)
    field, search = page.get_by_label("Votre réponse"), page.get_by_role("combobox")
    await field.press("/")
    await expect(search).to_be_focused()
    await expect(page.get_by_role("option")).to_have_count(12)
    assert (await Axe().run(page)).response["violations"] == []
    await search.press("ArrowDown")
    second = page.get_by_role("option").nth(1)
    await expect(second).to_have_attribute("aria-selected", "true")
    await expect(search).to_have_attribute("aria-activedescendant", await second.get_attribute("id"))
    await search.fill("ou")
    await expect(page.get_by_role("option").first).to_contain_text("Où")
    await search.fill("zzz")
    await expect(page.get_by_role("option")).to_have_count(0)
    await expect(page.get_by_role("status").filter(has_text="Aucune réponse")).to_be_visible()
    await search.press("Escape")
    await expect(search).to_be_hidden()
    await expect(field).to_be_focused()
    await field.press("/")
    await search.fill("ou")
    await search.press("Enter")
    filled = await field.input_value()
    assert filled.startswith("Bonjour Lou, va à {...} puis à ")
    chosen = "e => e.value.slice(e.selectionStart, e.selectionEnd)"
    assert await field.evaluate(chosen) == "{...}"
    await field.press("Control+Enter")
    await expect(page.get_by_role("alert")).to_contain_text("Il reste un blanc à remplir")
    assert await field.input_value() == filled
    await field.fill(filled.replace("{...}", "la gare"))
    await field.press("Control+Enter")
    await expect(page.locator(".line.mediator").last).to_contain_text("va à la gare")


async def test_a_thumb_opens_and_chooses_and_a_slash_inside_words_is_a_slash(chrome, site, thread):
    page = await held(chrome, site, thread, has_touch=True)
    field = page.get_by_label("Votre réponse")
    await page.get_by_role("button", name="Réponses").tap()
    await page.get_by_role("option", name="À bientôt").tap()
    await expect(field).to_have_value(re.compile("À bientôt Lou.$"))
    await field.fill("et")
    await field.press_sequentially("/ou")
    await expect(field).to_have_value("et/ou")
    await expect(page.get_by_role("combobox")).to_be_hidden()


async def test_without_scripts_the_same_replies_are_sent_from_a_list(chrome, site, thread, youth):
    page = await held(chrome, site, thread, java_script_enabled=False)
    await page.locator("#replies > details > summary").click()
    await page.locator("#replies .ready", has_text="À bientôt").locator("summary").click()
    await page.locator("#replies .ready[open]").get_by_role("button", name="Envoyer").click()
    assert any(said.endswith("À bientôt Lou.") for said in youth.hears())
