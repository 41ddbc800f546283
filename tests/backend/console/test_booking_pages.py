"""Every page of booking, from the routes themselves: nobody comes in unsigned, without a token, or by a wrong id."""

from __future__ import annotations

import pytest

from backend.console.booking import router
from tests.backend.console.test_places import routes

ROUTES = [(path, method) for path, methods in routes(router.routes) for method in methods]
GETS = sorted(path for path, method in ROUTES if method == "GET")
POSTS = sorted(path for path, method in ROUTES if method == "POST")
ANSWERED = {
    "GET": {
        "/rendez-vous/nouveau",
        "/rendez-vous/{appointment_id}/carte",
        "/rendez-vous/{appointment_id}/serie",
        "/rendez-vous/{appointment_id}/serie/annuler",
        "/rendez-vous/agendas-externes",
        "/creneaux",
        "/creneaux/nouveau",
        "/creneaux/salles",
        "/creneaux/{opening_id}",
        "/creneaux/{opening_id}/retirer",
        "/creneaux/{opening_id}/jours",
        "/motifs",
        "/motifs/nouveau",
        "/motifs/{motive_id}",
    },
    "POST": {
        "/rendez-vous/nouveau",
        "/rendez-vous/{appointment_id}/carte",
        "/rendez-vous/{appointment_id}/serie",
        "/rendez-vous/{appointment_id}/serie/annuler",
        "/rendez-vous/agendas-externes",
        "/rendez-vous/agendas-externes/fichier",
        "/rendez-vous/agendas-externes/relire",
        "/rendez-vous/agendas-externes/retirer",
        "/creneaux/nouveau",
        "/creneaux/apercu",
        "/creneaux/salles",
        "/creneaux/{opening_id}",
        "/creneaux/{opening_id}/retirer",
        "/creneaux/{opening_id}/jours",
        "/creneaux/{opening_id}/jours/{day}/retirer",
        "/motifs/nouveau",
        "/motifs/{motive_id}",
    },
}
"""A page that is not named here is a page that nobody looked at."""
WITH_ID = ("{appointment_id}", "{opening_id}", "{motive_id}")


def at(path: str, number: str = "1") -> str:
    for name in WITH_ID:
        path = path.replace(name, number)
    return path.replace("{day}", "2026-12-01")


def test_every_route_of_booking_is_in_the_table_above():
    assert {"GET": set(GETS), "POST": set(POSTS)} == ANSWERED


@pytest.mark.parametrize("path", GETS)
def test_nobody_comes_in_without_signing_in(browse, path):
    browser = browse()
    assert browser.opens(at(path)) == 303
    assert browser.page.headers["location"].startswith("/connexion?next=")


def test_nothing_is_done_without_signing_in_or_without_the_token(browse):
    stranger, helene = browse(), browse().enters_as("Hélène")
    for path in POSTS:
        if path.endswith("/fichier"):
            files = {"file": ("a.ics", b"x")}
            assert stranger.http.post(path, files=files, data={"csrf": "x"}).status_code == 401
            assert helene.http.post(path, files=files, data={"csrf": "x"}).status_code == 403
            continue
        assert stranger.posts(at(path), {"csrf": "x"}) == 401, path
        assert helene.posts(at(path), {"csrf": "x"}) == 403, path


@pytest.mark.parametrize("number", ["0", "-1", "999999", "9" * 30, "abc", "%00", "1e3"])
def test_an_id_that_leads_nowhere_is_answered_kindly(browse, number):
    helene = browse().enters_as("Hélène")
    csrf = helene.form("/deconnexion").fields["csrf"]
    for path in GETS:
        if any(name in path for name in WITH_ID):
            assert helene.opens(at(path, number)) == 404, path
    for path in POSTS:
        if any(name in path for name in WITH_ID):
            assert helene.posts(at(path, number), {"csrf": csrf}) == 404, path


def test_mediators_have_no_part_in_it(browse):
    nadia = browse().enters_as("Nadia")
    csrf = nadia.form("/deconnexion").fields["csrf"]
    assert {nadia.opens(at(path)) for path in GETS} == {403}
    plain = [path for path in POSTS if not path.endswith("/fichier")]
    assert {nadia.posts(at(path), {"csrf": csrf}) for path in plain} == {403}
