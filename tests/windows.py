"""People in front of a browser: a youth with a phone on the desk, staff at the console."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests import setup
from tests.youth import plain_spaces

LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
SLOT = re.compile(r"\d\s*h(\s*\d\d)?$")
"""How the button of a slot ends."""
expect.set_options(timeout=20_000)


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=setup.browser(), args=["--no-sandbox"])
        yield browser
        browser.close()


@contextlib.contextmanager
def window(
    browser: Browser, url: str, viewport: dict[str, int] | None = None, bears: tuple[str, ...] = ()
) -> Iterator[Page]:
    """A window of its own, with cookies of its own. No script may fail and nothing may be refused in it,

    but for complaints with these words: a server that is killed, an answer that is a refusal.
    """
    complaints: list[str] = []
    context = browser.new_context(viewport=viewport or LAPTOP, locale="fr-FR", timezone_id="Europe/Paris")
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(url)
    yield page
    context.close()
    assert [said for said in complaints if not any(words in said for words in bears)] == []


def add_phone(page: Page, first_name: str) -> Locator:
    """A new phone on the desk's page, its conversation begun."""
    page.get_by_label("Prénom").fill(first_name)
    page.get_by_role("button", name="Ajouter", exact=True).click()
    owner = page.get_by_role("heading", name=f"Téléphone de {first_name}")
    phone = page.get_by_role("article").filter(has=owner)
    phone.get_by_role("button", name="Démarrer").click()
    return phone


def write(phone: Locator, text: str) -> None:
    box = phone.get_by_role("textbox", name="Message")
    box.fill(text)
    box.press("Enter")


def tap(phone: Locator, label: str) -> None:
    """Tap the newest button with this label."""
    phone.get_by_role("button", name=label, exact=True).last.click()


def reach_proposals(phone: Locator, commune: str = "Imphy") -> None:
    tap(phone, "C’est parti")
    tap(phone, "18 à 25 ans")
    expect(phone.get_by_text("Tu habites où")).to_be_visible()
    write(phone, commune)
    for label in ("Travail", "C’est tout", "Trouver une offre", "Rien de spécial"):
        tap(phone, label)
    expect(phone.get_by_text("Lequel te va")).to_be_visible()


def book_nearest(phone: Locator, commune: str = "Imphy") -> str:
    """The usual way to an appointment, at the nearest place. Returns the words of the confirmation."""
    reach_proposals(phone, commune)
    phone.get_by_role("button", name=SLOT).first.click()
    tap(phone, "Confirmer")
    confirmed = phone.get_by_text("C’est confirmé")
    expect(confirmed).to_be_visible()
    return plain_spaces(confirmed.inner_text())


def enter_as(page: Page, first_name: str) -> None:
    """Sign in with one click."""
    page.get_by_role("button", name=f"Entrer comme {first_name}").click()
    expect(page.get_by_role("button", name="Se déconnecter")).to_be_visible()


def mark(page: Page) -> None:
    """Remember this very document: a reload would forget it. Before its scripts run, a form would leave with a reload."""
    page.wait_for_load_state()
    page.evaluate("window.sameDocument = true")


def was_not_reloaded(page: Page) -> bool:
    return bool(page.evaluate("window.sameDocument === true"))
