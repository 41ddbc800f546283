"""A page hears from two sides, the answer to its form and the live stream: the newest wins, whatever comes last."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import APIResponse, Page, Route, expect

from tests import setup
from tests.backend.attachments.samples import PDF
from tests.phone import DeskPhone
from tests.windows import chromium, enter_as, window

pytestmark = pytest.mark.skipif(setup.browser_skipped(), reason="someone asked to go without a browser")

LISTEN = """
  window.heard = [];
  window.EventSource = class extends EventSource {
    constructor(url) {
      super(url);
      this.addEventListener("part", (event) => window.heard.push(event.data));
    }
  };
"""
"""Keeps what the page's stream has said."""
SENT = """
  () => new Promise((done) => {
    const look = () => heard.some((part) => part.includes("Je suis") && part.includes("envoyé")) && done();
    setInterval(look, 50);
  })
"""
"""Until the stream has said that the answer was sent."""


def writes(page: Page) -> None:
    page.get_by_label("Votre réponse").fill("Je suis là")
    page.get_by_role("button", name="Envoyer", exact=True).click()


def sends_a_file(page: Page) -> None:
    page.locator("summary", has_text="Fichier").click()
    page.get_by_label("Quelques mots avec le fichier").fill("Je suis là")
    page.locator("#attach-file").set_input_files({"name": "plan.pdf", "mimeType": "a/b", "buffer": PDF})
    page.get_by_role("button", name="Envoyer le fichier").click()


@pytest.mark.parametrize(
    ("answers", "method", "path"),
    [(writes, "sendMessage", "repondre"), (sends_a_file, "sendDocument", "fichier")],
    ids=["words", "a file"],
)
def test_a_late_answer_to_a_form_does_not_hide_what_the_stream_said_since(
    product, phone: DeskPhone, ledger, answers, method, path
):
    phone.writes("/humain")
    with chromium() as browser, window(browser, f"{product.base}/connexion") as nadia:
        nadia.add_init_script(LISTEN)
        enter_as(nadia, "Nadia")
        call = f"call-{ledger.handover(phone).id}"
        nadia.locator(f"#{call}").click()
        nadia.get_by_role("button", name="Prendre").click()

        expect(nadia.get_by_label("Votre réponse")).to_be_visible()
        phone.hears("Nadia prend la suite")
        ledger.rests(phone)
        slow = {"kind": "delay", "seconds": 2, "method": method, "chat_id": phone.id}
        phone.desk.post("/control/faults", json=slow)
        late: list[tuple[Route, APIResponse]] = []
        nadia.route(f"**/{path}", lambda route: late.append((route, route.fetch())))
        answers(nadia)
        nadia.evaluate(SENT)
        ((route, answer),) = late
        assert re.search("en attente|en cours d’envoi", answer.text()), (
            "it says what the page must not believe"
        )
        route.fulfill(response=answer)
        said = nadia.get_by_role("list", name="Conversation").get_by_role("listitem")
        expect(said.filter(has_text="Je suis là")).to_contain_text("envoyé")
