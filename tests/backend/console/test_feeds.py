"""The page where the address of a feed is made and revoked, and the feed over real HTTP."""

from __future__ import annotations

import re

import pytest
from sqlmodel import select

from backend.calendars.models import Feed
from backend.places.models import Site
from tests.backend.console.browser import Browser
from tests.backend.mail.post import appointment

PAGE = "/rendez-vous/agenda-externe"
WRONG = "/agenda/" + "x" * 43 + ".ics"


@pytest.fixture
def karim(browse) -> Browser:
    return browse().enters_as("Karim")


@pytest.fixture
def helene(browse) -> Browser:
    """Manager at Nevers."""
    return browse().enters_as("Hélène")


def shown(browser: Browser) -> str:
    """The path of the address that the page shows."""
    found = re.search(r"<textarea[^>]*>http://127\.0\.0\.1:8000(/agenda/[\w-]+\.ics)<", browser.page.text)
    assert found, browser.words
    return found[1]


def makes_one(browser: Browser, **fields: str) -> str:
    browser.opens(PAGE)
    saying = "ce lieu" if "site" in fields else "mon agenda"
    assert browser.sends(PAGE, saying, **fields) == 200
    return shown(browser)


def test_an_address_is_made_shown_once_and_read_by_anyone_who_has_it(karim, browse, db, clock):
    made = appointment(db, clock())
    path = makes_one(karim)
    assert "elle ne sera plus montrée" in karim.words
    karim.opens(PAGE)
    assert path not in karim.page.text and "Adresse du lundi 23 novembre" in karim.words
    reader = browse()
    assert reader.opens(path) == 200
    assert reader.page.headers["content-type"] == "text/calendar; charset=utf-8"
    assert reader.page.headers["cache-control"] == "private, max-age=300"
    assert f"UID:{made.uid}" in reader.page.text


def test_a_reader_that_has_it_already_is_told_so(karim, browse, db, clock):
    path, reader = makes_one(karim), browse()
    reader.opens(path)
    tag = reader.page.headers["etag"]
    again = reader.http.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    appointment(db, clock())
    assert reader.http.get(path, headers={"If-None-Match": tag}).status_code == 200
    head = reader.http.head(path)
    assert (head.status_code, head.content) == (200, b"")


def test_it_is_read_only(karim, browse):
    path, reader = makes_one(karim), browse()
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert reader.http.request(method, path).status_code == 405


def test_a_revoked_address_is_answered_like_a_wrong_one(karim, browse):
    path, reader = makes_one(karim), browse()
    karim.opens(PAGE)
    assert karim.sends(f"{PAGE}/revoquer") == 303
    karim.follows()
    assert "Révoquer" not in karim.words
    assert reader.opens(path) == 404
    revoked = reader.words
    assert reader.opens(WRONG) == 404
    assert reader.words == revoked


def test_a_manager_makes_one_for_a_site_and_an_advisor_does_not(karim, helene, browse, db, clock):
    made = appointment(db, clock())
    site = str(made.site_id)
    helene.opens(PAGE)
    assert "L'agenda d'un lieu" in helene.words
    path = makes_one(helene, site=site)
    assert "Voici l'adresse pour Antenne de Decize" in helene.words
    reader = browse()
    reader.opens(path)
    assert f"UID:{made.uid}" in reader.page.text
    karim.opens(PAGE)
    assert "L'agenda d'un lieu" not in karim.words
    assert karim.sends(PAGE, site=site) == 404
    key = only_key(db)
    karim.opens(PAGE)
    csrf = karim.form("/deconnexion").fields["csrf"]
    karim.posts(f"{PAGE}/revoquer", {"csrf": csrf, "key": key})
    assert reader.opens(path) == 200, "nobody revokes the address of others"


def only_key(db) -> str:
    with db.reading() as tx:
        return tx.exec(select(Feed.key_hash)).one()


def test_a_manager_has_no_feed_of_a_site_elsewhere(helene, db):
    with db.reading() as tx:
        nevers = tx.exec(select(Site).where(Site.slug == "decize")).one().mission_locale_id
        elsewhere = tx.exec(select(Site.id).where(Site.mission_locale_id != nevers)).first()
    assert elsewhere
    helene.opens(PAGE)
    for given in (str(elsewhere), "999999", "x", "9" * 30):
        assert helene.posts(PAGE, {**helene_form(helene), "site": given}) == 404
    with db.reading() as tx:
        assert tx.exec(select(Feed)).all() == []


def helene_form(helene: Browser) -> dict[str, str]:
    helene.opens(PAGE)
    return helene.form(PAGE).fields


def test_the_forms_need_their_token_and_a_role(karim, nadia):
    karim.opens(PAGE)
    assert karim.posts(PAGE, {}) == 403
    assert karim.posts(f"{PAGE}/revoquer", {"key": "x"}) == 403
    assert nadia.opens(PAGE) == 403


def test_no_page_opens_without_signing_in(browse):
    assert browse().opens(PAGE) == 303


def test_each_of_several_addresses_is_revoked_alone(karim, browse):
    first, second, reader = makes_one(karim), makes_one(karim), browse()
    karim.opens(PAGE)
    assert len([f for f in karim.forms if f.action.endswith("revoquer")]) == 2
    karim.sends(f"{PAGE}/revoquer")
    assert sorted((reader.opens(first), reader.opens(second))) == [200, 404]
