"""Two tabs, a tab that is killed, news where one types, a way back: nothing typed is lost, or shown to others."""

from __future__ import annotations

import re

from playwright.async_api import Page, Route, expect

from backend.handover.models import Note
from tests.backend.console.conftest import handover_of
from tests.backend.console.held import UNSURE, WAITS, a_browser, a_page, a_thread, enter, said  # noqa: F401  fixtures
from tests.chrome import IN_A_BROWSER
from tests.mediator import Mediator

pytestmark = IN_A_BROWSER

A_DAY_LATER = """
  for (const key of Object.keys(localStorage)) {
    const kept = JSON.parse(localStorage[key]);
    localStorage[key] = JSON.stringify({ ...kept, at: kept.at - 86400000 });
  }
"""
HIDDEN = """
  (hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }
"""
AT_ONCE = (
    "window.setTimeout = ((later) => (work, wait) => later(work, wait === RESTS ? 0 : wait))(setTimeout)"
)


async def test_a_draft_outlives_a_killed_tab_is_nobody_elses_and_goes_at_the_door(
    page: Page, browser_of, thread
):
    await page.get_by_label("Ajouter une note").fill("Un brouillon")
    await page.close()
    page = await browser_of.new_page()
    await page.goto(thread)
    await expect(page.get_by_label("Ajouter une note")).to_have_value("Un brouillon")
    await browser_of.clear_cookies()
    await enter(page, "Théo")
    await page.goto(thread)
    await expect(page.get_by_label("Ajouter une note")).to_have_value("")
    await browser_of.clear_cookies()
    await enter(page, "Nadia")
    await page.goto(thread)
    await expect(page.get_by_label("Ajouter une note")).to_have_value("Un brouillon")
    await page.goto("/moi")
    await page.get_by_role("button", name="Se déconnecter", exact=True).click()
    await page.wait_for_url("**/connexion*")
    assert await page.evaluate("JSON.stringify(localStorage)") == "{}"


async def test_a_draft_is_kept_a_day_at_most(page: Page):
    await page.get_by_label("Votre réponse").fill("Hier")
    await page.evaluate(A_DAY_LATER)
    await page.goto("/moi")
    assert await page.evaluate("JSON.stringify(localStorage)") == "{}"


async def test_a_tab_killed_in_the_middle_of_sending_does_not_say_it_twice(
    page: Page, browser_of, thread, db
):
    async def swallow(route: Route) -> None:
        await route.fetch()
        await route.abort("internetdisconnected")

    await page.route("**/repondre", swallow)
    reply = page.get_by_label("Votre réponse")
    await reply.fill("Une seule fois")
    await reply.press("Control+Enter")
    await expect(page.get_by_text(WAITS)).to_be_visible()
    await page.close()
    page = await browser_of.new_page()
    await page.goto(thread)
    reply = page.get_by_label("Votre réponse")
    await expect(reply).to_have_value("Une seule fois")
    await expect(page.get_by_text(UNSURE)).to_be_visible()
    await reply.press("Control+Enter")
    await expect(reply).to_have_value("")
    await expect(page.get_by_text(UNSURE)).to_have_count(0)
    assert said(db) == ["Une seule fois"]


async def test_two_tabs_share_a_draft_and_do_not_send_it_twice(page: Page, browser_of, thread):
    await page.get_by_label("Votre réponse").fill("À deux")
    other = await browser_of.new_page()
    await other.goto(thread)
    await expect(other.get_by_label("Votre réponse")).to_have_value("À deux")
    await page.get_by_label("Votre réponse").press("Control+Enter")
    await expect(page.locator(".line.mediator")).to_have_count(1)
    await expect(other.get_by_label("Votre réponse")).to_have_value("")


async def test_the_caret_stays_where_it_is_when_news_replaces_the_form(page: Page, db, script):
    note = page.get_by_label("Ajouter une note")
    await note.fill("Appeler sa mère")
    await note.evaluate("(field) => field.setSelectionRange(7, 7)")
    with db.transaction() as tx:
        tx.add(Note(handover_id=handover_of(db), person_id=1, text="venu de loin"))
    await expect(page.locator("#notes")).to_contain_text("venu de loin")
    await expect(note).to_be_focused()
    await page.keyboard.type(" pas")
    await expect(note).to_have_value("Appeler pas sa mère")


async def test_who_takes_the_floor_by_keyboard_stays_at_the_floor(browser_of, youth, db):
    page = browser_of.pages[0]
    youth.starts()
    youth.writes("/humain")
    await page.goto(f"/relais/{handover_of(db)}")
    await page.get_by_role("button", name="Prendre").press("Enter")
    await expect(page.get_by_label("Votre réponse")).to_be_visible()
    await expect(page.locator("#floor")).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(page.get_by_label("Votre réponse")).to_be_focused()


async def test_what_is_taken_up_again_opens_its_own_page(page: Page, thread, db, script):
    mediator = Mediator(db, script)
    mediator.closes(mediator.sees()[0])
    await page.get_by_role("button", name="Reprendre la conversation").click()
    await page.wait_for_url(re.compile("/relais/2"))
    await page.get_by_label("Votre réponse").fill("Me revoilà")
    await page.get_by_label("Votre réponse").press("Control+Enter")
    await expect(page.locator(".line.mediator")).to_contain_text("Me revoilà")


async def test_a_thread_that_nobody_looks_at_lets_go_of_its_line_and_misses_nothing(page: Page, youth):
    await page.evaluate(AT_ONCE)
    await page.evaluate(HIDDEN, True)
    await page.wait_for_function("stream.readyState === EventSource.CLOSED")
    youth.writes("pendant ce temps")
    await page.evaluate(HIDDEN, False)
    await expect(page.locator(".line.youth").last).to_contain_text("pendant ce temps")


async def test_the_way_back_after_signing_out_shows_no_thread(page: Page, thread):
    await page.get_by_role("button", name="Se déconnecter", exact=True).click()
    await page.wait_for_url("**/connexion*")
    await page.go_back()
    await page.wait_for_url("**/connexion*")
    await expect(page.locator("#lines")).to_have_count(0)
