"""Calendars kept elsewhere, given by their owner: an address or a file, read or refused in plain French."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.calendars.models import ExternalBusy, ExternalCalendar
from tests.backend.console.browser import Browser

PAGE = "/rendez-vous/agendas-externes"
FILE = f"{PAGE}/fichier"
GOOD = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//test\r\nBEGIN:VEVENT\r\nUID:1@test\r\n"
    b"DTSTAMP:20261120T080000Z\r\nDTSTART:20261124T080000Z\r\nDTEND:20261124T090000Z\r\n"
    b"SUMMARY:Secret words\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def karim(browse) -> Browser:
    browser = browse().enters_as("Karim")
    browser.opens(PAGE)
    return browser


def sends(browser: Browser, data: bytes, **fields: str) -> int:
    form = {**browser.form(FILE).fields, "name": "Service", **fields}
    browser.page = browser.http.post(FILE, data=form, files={"file": ("a.ics", data, "text/calendar")})
    return browser.page.status_code


def kept(db) -> list[ExternalCalendar]:
    with db.reading() as tx:
        return list(tx.exec(select(ExternalCalendar)))


def test_a_file_makes_its_owner_busy_and_no_word_of_it_is_kept(karim, db):
    assert sends(karim, GOOD) == 303
    karim.follows()
    assert "C'est ajouté" in karim.words
    assert "Service" in karim.words
    assert "Secret" not in karim.words
    with db.reading() as tx:
        assert len(tx.exec(select(ExternalBusy)).all()) == 1
    assert karim.sends(f"{PAGE}/retirer") == 303
    with db.reading() as tx:
        assert tx.exec(select(ExternalBusy)).all() == []
    assert kept(db) == []


@pytest.mark.parametrize("data", [b"<html>no</html>", b"", b"\x00\xff" * 500, b"BEGIN:VCALENDAR"])
def test_what_is_no_calendar_is_refused_and_not_kept(karim, db, data):
    assert sends(karim, data) == 422
    assert ".ics" in karim.words.partition('class="problem"')[2][:200]
    assert kept(db) == []


def test_a_file_of_more_than_5_mb_is_not_read_to_its_end(karim, db):
    assert sends(karim, b"x" * 6_000_000) == 413
    assert "Ce fichier est trop grand" in karim.words
    assert kept(db) == []


def test_a_file_without_the_token_of_the_page_is_refused(karim, db):
    assert sends(karim, GOOD, csrf="x") == 403
    assert kept(db) == []


def test_a_form_that_is_none_is_refused(karim):
    assert karim.http.post(FILE, data={"csrf": "x"}).status_code == 415
    broken = {"Content-Type": "multipart/form-data; boundary=x"}
    assert karim.http.post(FILE, content=b"--y", headers=broken).status_code in (400, 403)


@pytest.mark.parametrize("address", ["", "ftp://x/y", "javascript:alert(1)", "https://", "x" * 2000])
def test_an_address_that_is_none_is_said(karim, db, address):
    assert karim.sends(PAGE, name="A", url=address) == 422
    assert "Cette adresse ne peut pas être lue" in karim.words
    assert kept(db) == []


def test_an_address_of_ours_is_kept_from_being_fetched_and_says_so(karim, db):
    assert karim.sends(PAGE, name="A", url="http://127.0.0.1:8080/a.ics") == 303
    karim.follows()
    assert "Cette adresse ne peut pas être lue" in karim.words
    assert karim.sends(PAGE, name="B", url="http://127.0.0.1:8080/a.ics") == 303
    assert len(kept(db)) == 1


def test_nobody_reads_or_drops_the_calendar_of_another(karim, browse, db):
    sends(karim, GOOD)
    claire = browse().enters_as("Claire")
    claire.opens(PAGE)
    assert "Service" not in claire.words
    csrf = claire.form("/deconnexion").fields["csrf"]
    for act in ("retirer", "relire"):
        fields = {"csrf": csrf, "calendar": str(kept(db)[0].id)}
        assert claire.posts(f"{PAGE}/{act}", fields) == 404
    assert len(kept(db)) == 1
