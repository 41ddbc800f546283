"""Whatever routes the app has: without signing in none opens, without the token of its page nothing is done."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.backend.console.test_places import routes

OPEN = re.compile(
    r"^/(connexion|connexion/(demo|code|second-facteur|abandon)|mot-de-passe(/1)?|vieprivee|accessibilite|sante|manifest\.webmanifest|sw\.js|hors-ligne|appeler/1|p/1|agenda/1\.ics)?$"
)
"""For everyone; a feed and a poster have an address that nobody guesses."""
UPLOADS = ("/fichier",)


def addresses(app, method: str) -> Iterator[str]:
    for path, methods in routes(app.routes):
        address = re.sub(r"\{\w+\}", "1", path)
        if method in methods and not OPEN.match(address):
            yield address


def test_no_page_opens_without_signing_in(app, browse):
    stranger, seen = browse(), 0
    for address in addresses(app, "GET"):
        answer = stranger.http.get(address)
        seen += 1
        assert (answer.status_code, answer.headers["location"][:15]) == (303, "/connexion?next"), address
    assert seen > 50


@pytest.mark.parametrize(("name", "status"), [(None, 401), ("Hélène", 403)])
def test_nothing_is_done_without_the_token_of_its_page(app, browse, db, youth, name, status):
    youth.starts()
    youth.writes("/humain")
    browser, seen = (browse().enters_as(name) if name else browse()), 0
    for address in addresses(app, "POST"):
        files = {"file": ("a.txt", b"x")} if address.endswith(UPLOADS) else None
        answer = browser.http.post(address, data={"text": "mes mots", "csrf": "x"}, files=files)
        seen += 1
        assert answer.status_code == status, address
        assert "mes mots" in answer.text or address.startswith("/rendez-vous/agendas"), address
    assert seen > 50


def test_no_cache_keeps_a_page(app, browse, youth):
    youth.starts()
    youth.writes("/humain")
    helene = browse().enters_as("Hélène")
    for address in addresses(app, "GET"):
        if not address.endswith("/flux"):
            answer = helene.http.get(address)
            kept = answer.headers.get("cache-control", "")
            assert "no-store" in kept or answer.is_redirect, address
