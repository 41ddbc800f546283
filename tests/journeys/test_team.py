"""A médiateur on their own Telegram, in the running product: linked from the page, told at once, «Prendre», unlinked."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from tests.backend.console.browser import Browser
from tests.phone import DeskPhone
from tests.running import Product

AT_ONCE = 5.0
"""Seconds; a gross guard, it takes a quarter of one."""


@pytest.fixture
def nadia(product: Product) -> Iterator[Browser]:
    """On duty day and night, never quiet; afterwards as before."""
    browser = Browser(product.base).enters_as("Nadia")
    browser.opens("/equipe")
    page = re.search(r"/equipe/\d+/\d+", browser.page.text)[0]
    browser.opens(page)
    assert browser.sends(page, hours="tous les jours 0h-24h") == 303
    browser.opens("/moi")
    assert browser.sends("/moi/silence", begin="", end="") == 303
    yield browser
    browser.opens(page)
    browser.sends(page, saying="Retirer", act="clear")
    browser.opens("/moi")
    browser.sends("/moi/silence", begin="20:00", end="08:00")
    browser.close()


def test_a_call_reaches_the_telegram_of_who_is_on_duty_and_one_tap_takes_it(
    phone: DeskPhone, desk: httpx.Client, nadia: Browser
):
    hers = DeskPhone(desk, "Nadia")
    nadia.opens("/moi")
    nadia.sends("/moi/telegram")
    hers.starts(re.search(r"equipe-[\w-]+", nadia.page.text)[0])
    hers.hears("C'est relié, Nadia")
    hers.remembers()
    phone.starts()
    phone.writes("/humain")
    hers.waits_for(lambda: "Quelqu'un demande une personne" in hers.texts()[-1], AT_ONCE)
    hers.taps("Prendre")
    hers.sees_toast("C'est à vous.")
    opened = hers.hears("La réponse s'écrit dans Passerelle")
    phone.hears("Nadia prend la suite")
    thread = opened["buttons"][0][0]["url"]
    nadia.opens(httpx.URL(thread).path)
    assert "Lou" in nadia.words
    hers.writes("bonjour, je suis Nadia")
    hers.hears("personne ne lit ce que vous écrivez")
    hers.taps("Ne plus être prévenu ici")
    hers.hears("C'est délié")
    thread_path = httpx.URL(thread).path
    nadia.opens(thread_path)
    nadia.sends(f"{thread_path}/rendre")
