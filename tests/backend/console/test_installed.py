"""The console on the home screen of a phone."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from backend.console.rendering import STATIC
from tests import setup
from tests.windows import chromium

OFFLINE = "Pas de réseau pour l’instant"


def test_the_manifest_says_all_that_a_browser_asks_for_and_its_icons_exist(nadia):
    assert nadia.opens("/manifest.webmanifest") == 200
    assert nadia.page.headers["content-type"].startswith("application/manifest+json")
    manifest = json.loads(nadia.page.text)
    assert manifest["display"] == "standalone" and manifest["start_url"] == "/"
    assert {icon["sizes"] for icon in manifest["icons"]} >= {"192x192", "512x512"}
    for icon in manifest["icons"]:
        assert nadia.opens(icon["src"]) == 200 and nadia.page.headers["content-type"] == "image/png"


def test_what_is_kept_on_the_phone_is_the_looks_and_no_words(nadia):
    assert nadia.opens("/sw.js") == 200
    shelf = json.loads(nadia.page.text.partition("const SHELF = ")[2].partition(";\n")[0])
    for address in shelf["kept"]:
        assert nadia.opens(address) == 200
    pages = [address for address in shelf["kept"] if not address.startswith("/static/")]
    assert pages == [shelf["offline"]]
    nadia.opens(shelf["offline"])
    assert "Nadia" not in nadia.page.text


def test_the_worker_changes_with_what_it_keeps(nadia, monkeypatch, tmp_path):
    nadia.opens("/sw.js")
    before = nadia.page.text
    for name in ("console.css", "offline.js", "icon.svg", "sw.js"):
        (tmp_path / name).write_text((STATIC / name).read_text() + " ")
    monkeypatch.setattr("backend.console.rendering.STATIC", tmp_path)
    nadia.opens("/sw.js")
    assert nadia.page.text != before


@pytest.mark.skipif(setup.browser_skipped(), reason="someone asked to go without a browser")
def test_without_network_the_page_says_so_and_comes_back_with_it(site):
    with chromium() as browser:
        context = browser.new_context(viewport={"width": 390, "height": 844}, locale="fr-FR")
        page = context.new_page()
        page.goto(f"{site}/connexion")
        page.get_by_role("button", name="Entrer comme Nadia").click()
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()  # from now on the worker stands between
        context.set_offline(True)
        page.goto(f"{site}/relais")
        expect(page.get_by_role("heading", name=OFFLINE)).to_be_visible()
        context.set_offline(False)
        expect(page).to_have_title("Relais — Passerelle", timeout=20_000)
        context.close()
