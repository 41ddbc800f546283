"""axe-core looks at every page that the app has, as someone sees it who may see most. No rule is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from sqlmodel import select

from backend.agenda.models import Motive, Opening
from tests import setup
from tests.backend.console.agenda_pages import at, booked, site_of
from tests.backend.console.conftest import handover_of
from tests.backend.console.test_places import routes
from tests.windows import chromium

pytestmark = pytest.mark.skipif(setup.browser_skipped(), reason="someone asked to go without a browser")

PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1366, "height": 768}
LOOKS = ((PHONE, "light"), (LAPTOP, "dark"))
NO_PAGES = re.compile(
    r"/flux$|\.ics$|\.csv$|\.png$|\.svg$|\.txt$|\.js$|\.json$|\.webmanifest$|/fichier$|^/static|^/sante$|^/openapi"
)
"""Streams, files and answers for machines."""


@pytest.fixture
def known(db, youth, nadia) -> dict[str, str]:
    """What stands in for the names in the addresses: things that exist, with something to see in them."""
    youth.starts()
    youth.writes("je cherche un travail, <b>vite</b>")
    youth.writes("/humain")
    called = handover_of(db)
    nadia.opens(f"/relais/{called}")
    nadia.sends(f"/relais/{called}/prendre")
    nadia.opens(f"/relais/{called}")
    nadia.sends(f"/relais/{called}/repondre", text="Bonjour, c’est Nadia.")
    nadia.opens(f"/relais/{called}")
    nadia.sends(f"/relais/{called}/noter", text="Rappeler la mairie.")
    boussole = site_of(db, "la-boussole").id
    with db.reading() as tx:
        opening, motive = tx.exec(select(Opening.id)).first(), tx.exec(select(Motive.id)).first()
    return {
        "handover_id": str(called),
        "appointment_id": str(booked(db, "Lina", "Claire", at(24, 10)).id),
        "opening_id": str(opening),
        "motive_id": str(motive),
        "site_id": str(boussole),
        "day": "2026-11-24",
        "helpline_id": "3114",
    }


def addresses(app, known: dict[str, str]) -> Iterator[str]:
    """Every page whose address can be filled."""
    for path, methods in routes(app.routes):
        names = re.findall(r"\{(\w+)\}", path)
        if "GET" in methods and not NO_PAGES.search(path) and set(names) <= set(known):
            yield re.sub(r"\{(\w+)\}", lambda found: known[found.group(1)], path)


def faults(page: Page) -> list[str]:
    """What axe finds, each with the place where it is."""
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]


@pytest.mark.timeout(180)
def test_axe_finds_nothing_on_any_page(app, site, known):
    with chromium() as browser:
        seen, wrong = 0, {}
        for size, theme in LOOKS:
            context = browser.new_context(viewport=size, color_scheme=theme, locale="fr-FR", base_url=site)
            page = context.new_page()
            page.goto("/connexion")
            wrong |= {f"/connexion {theme}": faults(page)}
            page.get_by_role("button", name="Entrer comme Hélène").click()
            page.wait_for_url("**/relais")
            for address in addresses(app, known):
                answer = page.goto(address, wait_until="domcontentloaded")
                assert answer
                if "text/html" in answer.headers.get("content-type", ""):
                    seen += 1
                    wrong |= {f"{address} {theme}": faults(page)}
            context.close()
    assert seen > 80, "hardly any page was looked at"
    assert {address: found for address, found in wrong.items() if found} == {}


def test_axe_does_find_what_is_wrong():
    with chromium() as browser:
        page = browser.new_page()
        page.set_content(
            "<html lang=fr><title>x</title><main><h1>x</h1><input><img src='data:,'></main></html>"
        )
        assert {fault.partition(":")[0] for fault in faults(page)} == {"image-alt", "label"}
