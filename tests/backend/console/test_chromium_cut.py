"""A link that breaks in the middle of sending: what was typed is kept, leaves by itself, and is said once."""

from __future__ import annotations

import asyncio

from playwright.async_api import Locator, Page, Route, expect
from sqlmodel import select

from backend.attachments.models import Attachment
from tests.backend.console.held import WAITS, a_browser, a_page, a_thread, said  # noqa: F401  fixtures
from tests.chrome import IN_A_BROWSER

pytestmark = IN_A_BROWSER


async def sends_and_waits(page: Page, words: str) -> tuple[Locator, asyncio.Queue[Route]]:
    """The field, and each try to send it, held until the test lets it go."""
    held: asyncio.Queue[Route] = asyncio.Queue()
    await page.route("**/repondre", held.put)
    reply = page.get_by_label("Votre réponse")
    await reply.fill(words)
    await reply.press("Control+Enter")
    return reply, held


async def test_words_sent_into_a_dead_network_are_kept_and_leave_once_it_is_back(page: Page, db):
    reply = page.get_by_label("Votre réponse")
    await page.context.set_offline(True)
    await reply.fill("Je suis à l’entrée.")
    await reply.press("Control+Enter")
    await expect(page.get_by_text(WAITS)).to_be_visible()
    await expect(reply).to_have_value("Je suis à l’entrée.")
    assert said(db) == []
    await page.context.set_offline(False)
    await expect(page.locator(".line.mediator")).to_have_count(1)
    await expect(reply).to_have_value("")
    await expect(page.get_by_text(WAITS)).to_have_count(0)
    await reply.fill("Et vous ?")
    await reply.press("Control+Enter")
    await expect(page.locator(".line.mediator")).to_have_count(2)
    assert said(db) == ["Je suis à l’entrée.", "Et vous ?"]


async def test_words_that_arrived_while_the_answer_was_lost_count_once(page: Page, db):
    lost: list[Route] = []

    async def swallow(route: Route) -> None:
        if not lost:
            lost.append(route)
            await route.fetch()
            await route.abort("internetdisconnected")
        else:
            await route.continue_()

    await page.route("**/repondre", swallow)
    reply = page.get_by_label("Votre réponse")
    await reply.fill("Une seule fois")
    await reply.press("Control+Enter")
    await expect(page.get_by_text(WAITS)).to_be_visible()
    await page.evaluate("dispatchEvent(new Event('online'))")
    await expect(reply).to_have_value("")
    await reply.fill("Autre chose")
    await reply.press("Control+Enter")
    await expect(page.locator(".line.mediator", has_text="Autre chose")).to_be_visible()
    assert said(db) == ["Une seule fois", "Autre chose"]


async def test_an_answer_that_is_not_ours_does_not_take_the_words_away(page: Page, db):
    bad: list[Route] = []

    async def in_the_way(route: Route) -> None:
        bad.append(route)
        if len(bad) == 1:
            await route.fulfill(status=502, content_type="text/html", body="<h1>Bad gateway</h1>")
        else:
            await route.continue_()

    await page.route("**/repondre", in_the_way)
    reply = page.get_by_label("Votre réponse")
    await reply.fill("Toujours là")
    await reply.press("Control+Enter")
    await expect(page.get_by_text(WAITS)).to_be_visible()
    await expect(reply).to_have_value("Toujours là")
    await page.evaluate("dispatchEvent(new Event('online'))")
    await expect(reply).to_have_value("")
    assert said(db) == ["Toujours là"]


async def test_what_waits_and_is_changed_is_another_message(page: Page, db):
    reply = page.get_by_label("Votre réponse")
    await page.context.set_offline(True)
    await reply.fill("Trop vite dit")
    await reply.press("Control+Enter")
    await expect(page.get_by_text(WAITS)).to_be_visible()
    await reply.fill("Mieux dit")
    await expect(page.get_by_text(WAITS)).to_have_count(0)
    await page.context.set_offline(False)
    await reply.press("Control+Enter")
    await expect(page.locator(".line.mediator")).to_contain_text("Mieux dit")
    assert said(db) == ["Mieux dit"]


async def test_what_is_changed_while_it_is_tried_again_is_another_message(page: Page, db):
    reply, tried = await sends_and_waits(page, "Trop vite dit")
    await (await tried.get()).abort("internetdisconnected")
    await expect(page.get_by_text(WAITS)).to_be_visible()
    await page.evaluate("dispatchEvent(new Event('online'))")
    again = await tried.get()
    await reply.fill("Mieux dit")
    await again.abort("internetdisconnected")
    await expect(page.locator("form[data-sending]")).to_have_count(0)
    await expect(page.get_by_text(WAITS)).to_have_count(0)
    await page.unroute("**/repondre")
    await reply.press("Control+Enter")
    await expect(page.locator(".line.mediator")).to_contain_text("Mieux dit")
    assert said(db) == ["Mieux dit"]


async def test_what_is_typed_while_a_message_is_on_its_way_stays(page: Page, db):
    reply, late = await sends_and_waits(page, "Bonjour.")
    await reply.press_sequentially(" Encore un mot")
    await (await late.get()).continue_()
    await expect(page.locator(".line.mediator")).to_contain_text("Bonjour.")
    await expect(reply).to_have_value("Encore un mot")
    await page.reload()
    await expect(reply).to_have_value("Encore un mot")
    assert said(db) == ["Bonjour."]


async def test_a_file_sent_into_a_dead_network_leaves_once_it_is_back(page: Page, db):
    await page.locator("summary", has_text="Fichier").click()
    await page.locator("#attach-file").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": b"bonjour"}
    )
    await page.context.set_offline(True)
    await page.get_by_role("button", name="Envoyer le fichier").click()
    await expect(page.get_by_text(WAITS)).to_be_visible()
    await page.context.set_offline(False)
    await expect(page.locator(".line.mediator")).to_contain_text("a.txt")
    await expect(page.get_by_text(WAITS)).to_be_hidden()
    with db.reading() as tx:
        assert len(tx.exec(select(Attachment)).all()) == 1
