"""axe-core looks at a thread in each of its states, with its folds open, its picker open, and its link cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from backend.handover.models import Handover
from tests import setup
from tests.backend.console.test_axe import LOOKS, faults
from tests.mediator import Mediator
from tests.windows import chromium
from tests.youth import Youth

pytestmark = pytest.mark.skipif(setup.browser_skipped(), reason="someone asked to go without a browser")

Act = Callable[[Mediator, Handover], Any]
STATES: dict[str, Act] = {
    "urgent": lambda nadia, one: nadia.worries(one),
    "transferred": lambda nadia, one: nadia.transfers(one, "Théo", "un mot", "une note"),
    "snoozed": lambda nadia, one: nadia.snoozes(one, nadia.script.now() + timedelta(days=1)),
    "closed": lambda nadia, one: nadia.closes(one),
    "ended for abuse": lambda nadia, one: nadia.mutes(one),
    "held": lambda nadia, one: nadia.replies(one, "Bonjour."),
}


@pytest.fixture
def threads(db, script) -> dict[str, str]:
    """The address of a thread in each state, and of one that a colleague has."""
    nadia, theo = Mediator(db, script), Mediator(db, script, "theo.marchand@exemple.fr")
    made = {}
    for number, (state, act) in enumerate({**STATES, "taken": lambda *_: None}.items()):
        youth = Youth(db, script, f"7{number}", name="Sam")
        youth.starts()
        youth.writes("/humain")
        handover = nadia.sees()[-1]
        (theo if state == "taken" else nadia).claims(handover)
        act(nadia, handover)
        made[state] = f"/relais/{handover.id}"
    return made


def looked_at(page: Page, threads: dict[str, str]) -> dict[str, list[str]]:
    """What axe finds, by state."""
    found = {"inbox": faults(page)}
    for state, address in threads.items():
        page.goto(address, wait_until="domcontentloaded")
        found[state] = faults(page)
    page.goto(threads["held"])
    for fold in ("Fichier", "Terminer", "Aides données"):
        page.locator("summary", has_text=fold).first.click()
        found[f"{fold} open"] = faults(page)
    page.get_by_label("Votre réponse").press("/")
    found["picker"] = faults(page)
    page.keyboard.press("Escape")
    page.context.set_offline(True)
    page.get_by_label("Votre réponse").fill("Je viens")
    page.get_by_label("Votre réponse").press("Control+Enter")
    page.get_by_text("Pas encore parti").wait_for()
    found["cut off"] = faults(page)
    return found


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_axe_finds_nothing_in_any_state_of_a_thread(site, threads, size, theme):
    with chromium() as browser:
        context = browser.new_context(viewport=size, color_scheme=theme, locale="fr-FR", base_url=site)
        page = context.new_page()
        page.goto("/connexion")
        page.get_by_role("button", name="Entrer comme Nadia").click()
        page.wait_for_url("**/relais")
        found = looked_at(page, threads)
        context.close()
    assert {state: wrong for state, wrong in found.items() if wrong} == {}
