"""The second factor at the door: who needs one, what opens it, and what does not."""

from __future__ import annotations

import re

import pytest
from argon2 import PasswordHasher
from pyotp import TOTP
from sqlmodel import select

from backend.console.password_links import new_password
from backend.entrance import passwords
from backend.entrance.models import SecondFactor
from backend.mail.models import Mail
from backend.people.accounts import create_person
from backend.people.models import SignIn
from backend.settings import Settings
from tests.backend.console.browser import Browser
from tests.backend.console.conftest import SECRET

PASSWORD = "quatre tortues lisent dehors"
EMAIL = "rose@example.org"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """How long a hash takes has its own tests."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def rose(db):
    """Directs a mission locale: she needs a second factor."""
    with db.transaction() as tx:
        return create_person(tx, "Rose Martin", EMAIL, PASSWORD, [(1, None, "manager")])


def signs_in(browser: Browser) -> Browser:
    browser.opens("/connexion")
    assert browser.sends("/connexion", email=EMAIL, password=PASSWORD) == 303
    browser.follows()
    return browser


def secret_on(browser: Browser) -> TOTP:
    letters = re.search(r'<code class="letters">([A-Z2-7 ]+)</code>', browser.page.text).group(1)
    return TOTP(letters.replace(" ", ""))


def sets_up(browser: Browser, clock) -> tuple[TOTP, list[str]]:
    """The telephone photographs it; the codes to keep on paper."""
    telephone = secret_on(browser)
    assert browser.sends("/connexion/second-facteur", code=telephone.at(clock())) == 200
    return telephone, re.findall(r"<code>((?:[A-Z2-7]{4}-){5}[A-Z2-7]{4})</code>", browser.page.text)


@pytest.fixture
def away(browse, rose, clock) -> tuple[Browser, TOTP, list[str]]:
    """She has set it up, signed out, and given her password again in another browser."""
    telephone, codes = sets_up(signs_in(browse()), clock)
    clock.goes_on(minutes=1)
    return signs_in(browse()), telephone, codes


def test_a_manager_is_led_to_set_it_up_and_no_page_opens_before(browse, rose, clock):
    browser = signs_in(browse())
    assert browser.page.url.path == "/connexion/second-facteur"
    token = browser.http.cookies["passerelle"]
    for path in ("/relais", "/moi", "/comptes", "/lieux"):
        assert browser.http.get(path).status_code == 303, path
    _, codes = sets_up(browser, clock)
    assert len(codes) == 10
    assert browser.http.cookies["passerelle"] != token
    assert browser.opens("/lieux") == 200
    browser.http.cookies.set("passerelle", token)
    assert browser.opens("/lieux") == 303


def test_the_page_proposes_the_same_secret_until_a_code_fits(browse, rose, clock):
    browser = signs_in(browse())
    telephone = secret_on(browser)
    assert browser.sends("/connexion/second-facteur", code="000000") == 422
    assert "Ce code ne va pas" in browser.words
    assert secret_on(browser).secret == telephone.secret
    assert "otpauth://totp/Passerelle:rose%40example.org" in browser.page.text


def test_a_code_of_the_telephone_opens_the_door_once(away, browse, clock):
    browser, telephone, _ = away
    assert browser.page.url.path == "/connexion/code"
    half_way = browser.http.cookies["passerelle"]
    code = telephone.at(clock())
    assert browser.sends("/connexion/code", code=code) == 303
    assert browser.http.cookies["passerelle"] != half_way
    assert browser.opens("/lieux") == 200
    other = signs_in(browse())
    assert other.sends("/connexion/code", code=code) == 401
    assert "Chaque code sert une seule fois" in other.words


def test_a_code_on_paper_opens_it_too_and_a_letter_says_so(away, db):
    browser, _, codes = away
    assert browser.sends("/connexion/code", "Un de vos codes de secours", recovery=codes[3]) == 303
    assert browser.opens("/moi") == 200
    assert "9 sur 10 encore bons" in browser.words
    with db.reading() as tx:
        assert "recovery" in [mail.event["about"] for mail in tx.exec(select(Mail))]


def test_after_ten_wrong_codes_one_waits_and_is_told_and_a_known_browser_does_not(away, browse, db, clock):
    browser, telephone, codes = away
    known = signs_in(browse())
    known.sends("/connexion/code", code=telephone.at(clock()))
    clock.goes_on(minutes=1)
    known.opens("/moi")
    known.sends("/deconnexion")
    signs_in(known)
    for _ in range(10):
        assert browser.sends("/connexion/code", code="000000") == 401
    assert browser.sends("/connexion/code", code=telephone.at(clock())) == 429
    assert browser.sends("/connexion/code", "Un de vos codes de secours", recovery=codes[0]) == 429
    with db.reading() as tx:
        assert [mail.event["about"] for mail in tx.exec(select(Mail))].count("guessing") == 1
    assert known.sends("/connexion/code", code=telephone.at(clock())) == 303
    clock.goes_on(minutes=61)
    signs_in(browser)
    assert browser.sends("/connexion/code", code=telephone.at(clock())) == 303


def test_a_half_way_session_ends_after_half_an_hour_and_at_a_click(away, clock):
    browser, _, _ = away
    clock.goes_on(minutes=31)
    assert browser.opens("/connexion/code") == 303
    signs_in(browser)
    assert browser.sends("/connexion/abandon") == 303
    assert browser.opens("/connexion/code") == 303


def test_half_way_nobody_sets_up_another_telephone_instead(away, db, clock):
    browser, _, _ = away
    with db.reading() as tx:
        kept = tx.exec(select(SecondFactor.secret)).one()
    fields = browser.form("/connexion/code").fields
    assert browser.opens("/connexion/second-facteur") == 303
    assert browser.posts("/connexion/second-facteur", {**fields, "code": "123456"}) == 422
    secret = secret_on(browser)
    assert browser.posts("/connexion/second-facteur", {**fields, "code": secret.at(clock())}) == 422
    with db.reading() as tx:
        assert tx.exec(select(SecondFactor.secret)).one() == kept


def test_whoever_began_to_set_one_up_before_cannot_replace_it_afterwards(browse, rose, db, clock):
    """Somebody with her password only, half-way at the same time."""
    thief, hers = signs_in(browse()), signs_in(browse())
    sets_up(hers, clock)
    with db.reading() as tx:
        kept = tx.exec(select(SecondFactor.secret)).one()
    fields = thief.form("/connexion/second-facteur").fields
    code = secret_on(thief).at(clock())
    assert thief.posts("/connexion/second-facteur", {**fields, "code": code}) != 200
    assert thief.opens("/lieux") == 303
    with db.reading() as tx:
        assert tx.exec(select(SecondFactor.secret)).one() == kept
    assert hers.opens("/lieux") == 200


def test_a_form_of_another_session_is_refused(away, browse):
    browser, _, _ = away
    other = signs_in(browse())
    fields = {**other.form("/connexion/code").fields, "code": "123456"}
    assert browser.posts("/connexion/code", fields) == 403


def test_a_mediator_may_do_without_and_may_set_one_up(browse, db, clock):
    with db.transaction() as tx:
        create_person(tx, "Rose Martin", EMAIL, PASSWORD, [(1, None, "mediator")])
    browser, other = signs_in(browse()), signs_in(browse())
    assert browser.opens("/moi") == 200
    assert browser.opens("/moi/second-facteur") == 200
    telephone = secret_on(browser)
    typed = {"code": telephone.at(clock()), "password": "not her password"}
    assert browser.sends("/moi/second-facteur", **typed) == 422
    assert "n'est pas le vôtre" in browser.words
    assert browser.sends("/moi/second-facteur", **{**typed, "password": PASSWORD}) == 200
    assert other.opens("/moi") == 303, "her other sessions end"
    assert browser.opens("/moi") == 200
    clock.goes_on(minutes=1)
    assert browser.sends("/moi/codes", code="000000") == 303
    assert browser.follows() == 200
    assert "Vos anciens codes de secours restent bons" in browser.words
    assert browser.sends("/moi/codes", code=telephone.at(clock())) == 200
    assert signs_in(browse()).page.url.path == "/connexion/code"


def test_a_new_password_ends_the_other_sessions_and_asks_for_the_former(browse, db):
    with db.transaction() as tx:
        create_person(tx, "Rose Martin", EMAIL, PASSWORD, [(1, None, "mediator")])
    browser, other = signs_in(browse()), signs_in(browse())
    browser.opens("/moi/mot-de-passe")
    new = "cinq girafes dansent demain"
    assert browser.sends("/moi/mot-de-passe", former="wrong", password=new) == 422
    assert browser.sends("/moi/mot-de-passe", former=PASSWORD, password="rose martin") == 422
    assert "C'est trop court" in browser.words
    assert browser.sends("/moi/mot-de-passe", former=PASSWORD, password="rosemartin2026") == 422
    assert "se devine trop vite" in browser.words
    assert browser.sends("/moi/mot-de-passe", former=PASSWORD, password=new) == 303
    assert browser.follows() == 200
    assert other.opens("/moi") == 303
    assert browse().opens("/connexion") == 200


def test_the_page_of_ones_account_lists_the_sessions_and_ends_them_all(browse, nadia, db):
    phone = browse().enters_as("Nadia")
    with db.transaction() as tx:
        one = tx.exec(select(SignIn)).first()
        one.family = "firefox"
        tx.add(one)
    nadia.opens("/moi")
    assert nadia.words.count("Depuis le") == 2
    assert "Firefox" in nadia.words
    assert nadia.sends("/moi/partout") == 303
    assert nadia.opens("/relais") == 303
    assert phone.opens("/relais") == 303


def test_a_password_that_is_changed_while_it_is_checked_lets_nobody_in(browse, db, rooms, monkeypatch):
    """Else whoever signs in with a stolen one again and again outlives its change."""
    with db.transaction() as tx:
        rose = create_person(tx, "Rose Martin", EMAIL, PASSWORD, [(1, None, "mediator")])

    def late(stored, given):
        fits = passwords.password_fits(stored, given)
        with db.transaction() as tx:
            new_password(tx, rose.id, passwords.hash_password("cinq girafes dansent demain"))
        return fits

    monkeypatch.setattr(rooms.turnstile, "check", late)
    thief = signs_in(browse())
    assert thief.opens("/moi") == 303


class TestForAll:
    @pytest.fixture
    def settings(self) -> Settings:
        return Settings(_env_file=None, secret_key=SECRET, second_factor="all")

    def test_the_setting_asks_it_of_everybody(self, browse, db):
        with db.transaction() as tx:
            create_person(tx, "Rose Martin", EMAIL, PASSWORD, [(1, None, "mediator")])
        assert signs_in(browse()).page.url.path == "/connexion/second-facteur"


def test_a_hash_of_former_days_is_made_anew_at_sign_in(browse, db, rose, monkeypatch):
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    signs_in(browse())
    with db.reading() as tx:
        kept = tx.get_one(type(rose), rose.id).password_hash
    assert "t=2" in kept
    assert kept != rose.password_hash


def test_what_sessions_say_of_a_browser_is_its_family_only(rooms):
    from starlette.requests import Request

    from backend.console.known_browser import family

    def told(agent: str) -> str:
        return family(Request({"type": "http", "headers": [(b"user-agent", agent.encode())]}))

    assert told("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0") == "firefox"
    assert told("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0") == "edge"
    assert told("Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36") == "chrome"
    assert told("Mozilla/5.0 (iPhone) Version/17.0 Mobile/15E148 Safari/604.1") == "safari"
    assert told("curl/8") == ""
