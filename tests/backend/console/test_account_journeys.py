"""Stories of the staff's own accounts, with a mail server that takes real letters."""

from __future__ import annotations

import re

import pytest
from argon2 import PasswordHasher
from pydantic import SecretStr
from pyotp import TOTP
from sqlalchemy import event
from sqlmodel import select

from backend.entrance import passwords
from backend.entrance.models import AccountLink
from backend.mail.models import Mail
from backend.mail.sending import post, post_office
from backend.people.accounts import create_person
from backend.people.models import Person
from backend.settings import Settings
from tests.backend.console.browser import Browser
from tests.backend.console.conftest import SECRET, handover_of
from tests.backend.mail.post import PostOfTests, opened

PASSWORD, NEW = "quatre tortues lisent dehors", "cinq girafes dansent demain"
ROSE = "rose@example.org"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """How long a hash takes has its own tests."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def box():
    made = PostOfTests()
    with opened(made):
        yield made


@pytest.fixture
def settings(box) -> Settings:
    return Settings(
        _env_file=None,
        secret_key=SECRET,
        smtp_url=SecretStr(f"smtp://127.0.0.1:{box.port}"),
        mail_from="Passerelle <acces@exemple.fr>",
    )


@pytest.fixture
def letters(db, settings, script, box, clock):
    """What has arrived by now, the newest last."""

    def arrived() -> list[str]:
        post(db, post_office(settings, script), clock)
        return [f"{one.recipients[0]} {one.message['subject']}\n{one.text}" for one in box.letters]

    return arrived


@pytest.fixture
def rose(db) -> Person:
    with db.transaction() as tx:
        return create_person(tx, "Rose Martin", ROSE, PASSWORD, [(2, None, "manager")])


def path_in(letter: str) -> str:
    return re.search(r"/mot-de-passe/[\w-]+", letter).group()


def signs_in(browser: Browser, password: str = PASSWORD, email: str = ROSE) -> Browser:
    browser.opens("/connexion")
    assert browser.sends("/connexion", email=email, password=password) == 303
    browser.follows()
    return browser


def sets_up(browser: Browser, clock) -> TOTP:
    letters = re.search(r'<code class="letters">([A-Z2-7 ]+)</code>', browser.page.text).group(1)
    telephone = TOTP(letters.replace(" ", ""))
    assert browser.sends("/connexion/second-facteur", code=telephone.at(clock())) == 200
    clock.goes_on(minutes=1)
    return telephone


def asks(browser: Browser, email: str) -> int:
    browser.opens("/mot-de-passe")
    return browser.sends("/mot-de-passe", email=email)


def test_invited_by_mail_to_the_first_thread(browse, letters, youth, db, clock):
    youth.starts()
    youth.writes("/humain")
    helene = browse().enters_as("Hélène")
    helene.opens("/comptes/inviter")
    given = {"name": "Zoé Martin", "email": "zoe@example.org", "role": "manager", "home": "2"}
    assert helene.sends("/comptes/inviter", **given) == 303
    (letter,) = letters()
    assert letter.startswith("zoe@example.org Votre compte Passerelle vous attend")
    zoe = browse()
    assert zoe.opens(path_in(letter)) == 200
    assert zoe.sends(path_in(letter), password="zoemartin2026") == 422
    assert zoe.sends(path_in(letter), password=PASSWORD) == 303
    zoe.follows()
    sets_up(zoe, clock)
    thread = f"/relais/{handover_of(db)}"
    assert zoe.opens(thread) == 200
    assert zoe.sends(f"{thread}/prendre") == 303
    assert "Votre second facteur est en place" in letters()[-1]
    assert all(thread not in letter for letter in letters())


def test_a_forgotten_password(browse, letters, rose, db, clock):
    inside = signs_in(browse())
    telephone = sets_up(inside, clock)
    letters()
    outside = browse()
    assert asks(outside, " Rose@EXAMPLE.org ") == 200
    letter = letters()[-1]
    assert letter.startswith("rose@example.org Choisir un nouveau mot de passe")
    assert inside.opens("/lieux") == 200, "asking changes nothing"
    outside.opens(path_in(letter))
    assert outside.sends(path_in(letter), password=NEW) == 303
    assert inside.opens("/lieux") == 303, "every session ends"
    outside.follows()
    assert outside.page.url.path == "/connexion/code", "the telephone is asked for all the same"
    assert outside.sends("/connexion/code", code=telephone.at(clock())) == 303
    assert outside.opens("/lieux") == 200
    assert "Votre mot de passe a changé" in letters()[-1]
    signs_in(browse(), NEW)
    with db.reading() as tx:
        assert not tx.exec(select(AccountLink)).all()


def test_a_lost_telephone(browse, letters, rose, clock, db):
    sets_up(signs_in(browse()), clock)
    helene, page = browse().enters_as("Hélène"), f"/comptes/{rose.id}"
    helene.opens(page)
    assert "Second facteur en place" in helene.words
    assert helene.sends(f"{page}/telephone") == 303
    assert "Votre second facteur a été retiré" in letters()[-1]
    again = signs_in(browse())
    assert again.page.url.path == "/connexion/second-facteur"
    sets_up(again, clock)
    assert again.opens("/lieux") == 200


def test_who_asks_for_a_letter_learns_nothing_of_who_has_an_account(browse, db, rose, letters):
    said: list[list[str]] = []

    def noted(_conn, _cursor, statement, *_):
        said[-1].append(statement)

    event.listen(db.engine, "before_cursor_execute", noted)
    pages = []
    for email in (ROSE, "nobody@example.org"):
        browser = browse()
        browser.opens("/mot-de-passe")
        said.append([])
        assert browser.sends("/mot-de-passe", email=email) == 200
        pages.append(browser.words)
    event.remove(db.engine, "before_cursor_execute", noted)
    assert pages[0] == pages[1]
    assert said[0] == said[1] != []
    assert len(letters()) == 1


def test_three_letters_an_hour_leave_for_an_account_and_an_address_asks_for_twenty(
    browse, rose, letters, clock
):
    browser = browse()
    for _ in range(5):
        assert asks(browser, ROSE) == 200
    assert len(letters()) == 3
    for number in range(15):
        assert asks(browser, f"{number}@example.org") == 200
    assert asks(browser, "another@example.org") == 429
    assert "Réessayez dans" in browser.words
    clock.goes_on(minutes=61)
    assert asks(browser, ROSE) == 200
    assert len(letters()) == 4


def test_a_link_is_over_after_an_hour_and_dies_with_the_address_and_the_account(
    browse, rose, letters, clock, db
):
    browser = browse()
    asks(browser, ROSE)
    link = path_in(letters()[-1])
    assert browser.opens(link) == 200
    form = browser.form(link).fields
    with db.transaction() as tx:
        tx.get_one(Person, rose.id).email = "other@example.org"
    assert browser.opens(link) == 404
    assert browser.posts(link, {**form, "password": NEW}) == 404
    with db.transaction() as tx:
        tx.get_one(Person, rose.id).email = ROSE
        tx.get_one(Person, rose.id).active = False
    assert browser.opens(link) == 404
    with db.transaction() as tx:
        tx.get_one(Person, rose.id).active = True
    clock.goes_on(minutes=61)
    assert browser.posts(link, {**form, "password": NEW}) == 404
    assert browser.opens("/mot-de-passe/x") == 404
    assert "Ce lien ne sert plus" in browser.words


def test_a_link_stands_in_no_table_in_clear_and_is_gone_once_the_letter_has_left(browse, rose, letters, db):
    browser = browse()
    asks(browser, ROSE)
    with db.reading() as tx:
        waiting, kept = tx.exec(select(Mail)).one().event, tx.exec(select(AccountLink.token_hash)).one()
    token = path_in(letters()[-1]).rpartition("/")[2]
    assert "sealed" in waiting
    assert token not in str(waiting)
    assert kept != token
    with db.reading() as tx:
        assert tx.exec(select(Mail)).one().event == {}


def test_a_letter_that_was_sealed_with_another_key_fails_and_says_so(browse, rose, letters, db):
    asks(browse(), ROSE)
    with db.transaction() as tx:
        waiting = tx.exec(select(Mail)).one()
        waiting.event = {**waiting.event, "sealed": "AAAA"}
        tx.add(waiting)
    assert letters() == []
    with db.reading() as tx:
        assert tx.exec(select(Mail.state, Mail.error)).one() == (
            "failed",
            "PASSERELLE_ENCRYPTION_KEY has changed",
        )


def test_mail_leaves_so_no_link_is_ever_shown(browse, rose, letters):
    helene, page = browse().enters_as("Hélène"), f"/comptes/{rose.id}"
    helene.opens(page)
    assert helene.sends(f"{page}/lien") == 303
    helene.follows()
    assert "Un courriel part" in helene.words
    assert "/mot-de-passe/" not in helene.page.text
    assert "Choisir un nouveau mot de passe" in letters()[-1]
