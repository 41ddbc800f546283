"""Signing in and out: who comes in, for how long, and where they are led."""

from __future__ import annotations

import pytest
from pydantic import SecretStr
from sqlmodel import select

from backend.people.accounts import BadAccount, create_person
from backend.people.models import Person, SignIn
from backend.settings import Settings
from tests.backend.console.browser import Browser
from tests.backend.console.conftest import SECRET

PASSWORD = "a long enough password"


@pytest.fixture
def rose(db):
    """A médiatrice with a password."""
    with db.transaction() as tx:
        return create_person(tx, "Rose Martin", "Rose@example.org", PASSWORD, [(1, None, "mediator")])


def signs_in(browser: Browser, email: str, password: str, after: str = "/connexion") -> int:
    browser.opens(after)
    return browser.sends("/connexion", email=email, password=password)


def test_the_right_password_opens_the_page_one_works_on(browse, rose):
    browser = browse()
    assert signs_in(browser, " ROSE@example.org", PASSWORD) == 303
    browser.follows()
    assert browser.page.headers["location"] == "/relais"
    assert browser.follows() == 200
    assert "Rose Martin" in browser.words


def test_a_wrong_password_and_an_unknown_account_are_answered_alike(browse, rose):
    browser = browse()
    answers = []
    for email in ("rose@example.org", "nobody@example.org"):
        assert signs_in(browser, email, "not her password") == 401
        answers.append(browser.words.replace(email, ""))
    assert answers[0] == answers[1]
    assert "Adresse ou mot de passe inconnu" in answers[0]


def test_nobody_signs_in_to_an_account_without_a_password(browse, db):
    with db.transaction() as tx:
        create_person(tx, "Sans Clé", "sans@example.org", None, [(1, None, "mediator")])
    for password in ("", "None", "nobody has this password"):
        assert signs_in(browse(), "sans@example.org", password) == 401


def test_after_eight_wrong_passwords_one_waits_and_nobody_else_does(browse, rose, clock):
    browser = browse()
    for _ in range(8):
        assert signs_in(browser, "rose@example.org", "wrong") == 401
    assert signs_in(browser, "rose@example.org", PASSWORD) == 429
    assert "Réessayez dans 16 minutes" in browser.words or "Réessayez dans 15 minutes" in browser.words
    assert signs_in(browser, "other@example.org", "wrong") == 401
    clock.goes_on(minutes=16)
    assert signs_in(browser, "rose@example.org", PASSWORD) == 303


def test_a_short_password_makes_no_account(db):
    with db.transaction() as tx, pytest.raises(BadAccount):
        create_person(tx, "Court", "court@example.org", "eleven char")


def test_a_sign_in_form_without_its_token_is_refused(browse, rose):
    browser = browse()
    browser.opens("/connexion")
    assert browser.posts("/connexion", {"email": "rose@example.org", "password": PASSWORD}) == 403
    assert "ouvert depuis trop longtemps" in browser.words


def test_a_sign_in_token_of_another_browser_is_refused(browse, rose):
    mine, theirs = browse(), browse()
    mine.opens("/connexion")
    theirs.opens("/connexion")
    fields = {**mine.form("/connexion").fields, "email": "rose@example.org", "password": PASSWORD}
    assert theirs.posts("/connexion", fields) == 403


def test_a_page_leads_to_the_sign_in_and_back(browse, rose):
    browser = browse()
    assert browser.opens("/rendez-vous") == 303
    assert browser.page.headers["location"] == "/connexion?next=%2Frendez-vous"
    browser.follows()
    browser.sends("/connexion", email="rose@example.org", password=PASSWORD)
    browser.follows()
    assert browser.page.headers["location"] == "/rendez-vous"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/relais\r\nLocation: https://evil.example",
        "/relais@evil.example:80",
        "evil.example",
        "",
    ],
)
def test_no_one_is_led_to_another_site(browse, rose, elsewhere):
    browser = browse()
    browser.page = browser.http.get("/connexion", params={"next": elsewhere})
    fields = {**browser.form("/connexion").fields, "email": "rose@example.org", "password": PASSWORD}
    browser.posts("/connexion", {**fields, "next": elsewhere})
    browser.follows()
    assert browser.page.headers["location"] == "/relais"


def test_a_session_ends_after_two_idle_hours(nadia, clock):
    clock.goes_on(minutes=119)
    assert nadia.opens("/relais") == 200
    clock.goes_on(minutes=119)
    assert nadia.opens("/relais") == 200
    clock.goes_on(minutes=121)
    assert nadia.opens("/relais") == 303


def test_a_session_ends_after_twelve_hours_even_in_use(nadia, clock):
    for _ in range(7):
        clock.goes_on(minutes=100)
        assert nadia.opens("/relais") == 200
    clock.goes_on(minutes=100)
    assert nadia.opens("/relais") == 303


def test_a_forged_cookie_opens_nothing(browse, nadia, db):
    with db.reading() as tx:
        kept = tx.exec(select(SignIn.token_hash)).one()
    browser = browse()
    for forged in (b"x", kept.encode(), b"' OR 1=1 --", b"\xe9\xff", b""):
        answer = browser.http.get("/relais", headers={b"Cookie": b"passerelle=" + forged})
        assert answer.status_code == 303


def test_only_the_hash_of_a_token_is_kept(nadia, db):
    with db.reading() as tx:
        assert tx.exec(select(SignIn.token_hash)).one() != nadia.http.cookies["passerelle"]


def test_each_sign_in_gives_a_new_token_and_ends_the_former(browse, site, nadia):
    former = nadia.http.cookies["passerelle"]
    nadia.sends("/deconnexion")
    nadia.enters_as("Nadia")
    assert nadia.http.cookies["passerelle"] != former
    thief = browse()
    thief.http.cookies.set("passerelle", former)
    assert thief.opens("/relais") == 303


def test_signing_in_again_in_the_same_browser_ends_the_former_session(browse, nadia):
    former = nadia.http.cookies["passerelle"]
    fields = browse()
    fields.opens("/connexion")
    nadia.http.cookies.update(fields.http.cookies)
    nadia.posts("/connexion/demo", fields.form("/connexion/demo", "Théo").fields)
    thief = browse()
    thief.http.cookies.set("passerelle", former)
    assert thief.opens("/relais") == 303


def test_signing_out_ends_the_session(nadia, db):
    token = nadia.http.cookies["passerelle"]
    assert nadia.sends("/deconnexion") == 303
    nadia.http.cookies.set("passerelle", token)
    assert nadia.opens("/relais") == 303
    with db.reading() as tx:
        assert tx.exec(select(SignIn)).all() == []


def test_a_closed_account_is_out_at_once(nadia, db):
    with db.transaction() as tx:
        person = next(p for p in tx.exec(select(Person)) if p.first_name == "Nadia")
        person.active = False
        tx.add(person)
    assert nadia.opens("/relais") == 303


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(browse):
    browser = browse()
    browser.opens("/connexion")
    browser.sends("/connexion/demo", saying="Nadia")
    cookie = browser.page.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


class TestBehindHttps:
    @pytest.fixture
    def settings(self) -> Settings:
        return Settings(_env_file=None, secret_key=SECRET, public_url="https://passerelle.example")

    def test_cookies_are_for_https_and_this_host_only(self, browse):
        browser = browse()
        browser.opens("/connexion")
        given = browser.page.headers["set-cookie"]
        assert "Secure" in given
        entrance = {"Cookie": given.partition(";")[0]}
        fields = browser.form("/connexion/demo", "Nadia").fields
        answer = browser.http.post("/connexion/demo", data=fields, headers=entrance)
        assert answer.headers["set-cookie"].startswith("__Host-passerelle=")
        assert "Secure" in answer.headers["set-cookie"]
        assert answer.headers["strict-transport-security"].startswith("max-age=")


class TestAwayFromTheDesk:
    @pytest.fixture
    def settings(self) -> Settings:
        given = {"secret_key": SECRET, "telegram_token": SecretStr("1:token"), "encryption_key": SECRET}
        return Settings(_env_file=None, host="0.0.0.0", **given)

    def test_there_are_no_demo_accounts(self, browse, db):
        browser = browse()
        browser.opens("/connexion")
        assert "Entrer comme" not in browser.words
        fields = {**browser.form("/connexion").fields, "person": "1"}
        assert browser.posts("/connexion/demo", fields) == 404
