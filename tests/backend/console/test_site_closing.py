"""Closing a site in front of the pages: who is booked is shown first, one confirmation does all of it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from backend.agenda.models import LIVE, Appointment
from backend.models import Conversation
from backend.places.models import Site, SiteException
from tests.backend.console.browser import Browser
from tests.youth import Youth, books, plain_spaces

DAYS = "genre=fermer&first=2026-11-24&last=2026-11-24&reason=Travaux"


@pytest.fixture
def helene(browse) -> Browser:
    return browse().enters_as("Hélène")


@pytest.fixture
def booked(youth, db) -> Appointment:
    books(youth)
    with db.reading() as tx:
        return tx.exec(select(Appointment)).one()


@pytest.fixture
def path(booked) -> str:
    return f"/lieux/{booked.site_id}"


def live(db) -> list[Appointment]:
    with db.reading() as tx:
        return list(tx.exec(select(Appointment).where(Appointment.status.in_(LIVE)).order_by(Appointment.id)))


def chosen(browser: Browser) -> dict[str, str]:
    """The first choice of each appointment on the page, as it is ticked."""
    found = re.findall(r'name="(rdv-\d+)" value="([^"]+)" checked', browser.page.text)
    return dict(found)


def messages(browser: Browser) -> list[str]:
    found = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", browser.page.text, re.DOTALL)
    return [plain_spaces(text).replace("&#39;", "'") for text in found]


def test_days_are_closed_after_showing_who_is_moved_where_and_the_very_words(helene, path, booked, youth, db):
    assert helene.opens(f"{path}/jours?{DAYS}") == 200
    for word in (
        "1 rendez-vous est concerné",
        "Lou, mardi 24 novembre à 9 h",
        "avec Karim Haddad",
        "Déplacer :",
        "Annuler",
    ):
        assert word in helene.words, word
    said = messages(helene)
    assert live(db)[0].id == booked.id, "nothing has happened yet"
    assert helene.sends(f"{path}/jours", **chosen(helene)) == 303
    helene.follows()
    assert "C'est noté" in helene.words and "Travaux" in helene.words
    assert youth.hears()[0] == said[0]
    new = live(db)[0]
    assert (new.moved_from_id, new.sequence) == (booked.id, 1)


def test_a_choice_of_cancelling_sends_the_words_shown(helene, path, booked, youth, db):
    helene.opens(f"{path}/fermer")
    said = messages(helene)[-1]
    assert helene.sends(f"{path}/fermer", **{f"rdv-{booked.id}": "cancel"}) == 303
    helene.follows()
    assert "Ce lieu est fermé" in helene.words and "Rouvrir ce lieu" in helene.words
    assert youth.hears() == [said, "Pour l'enlever de ton agenda."]
    assert live(db) == []
    assert helene.sends(f"{path}/rouvrir") == 303
    with db.reading() as tx:
        assert tx.get_one(Site, booked.site_id).closed_at is None


def test_sending_the_same_confirmation_twice_tells_once(helene, path, booked, youth, db):
    helene.opens(f"{path}/jours?{DAYS}")
    fields = {**helene.form(f"{path}/jours").fields, **chosen(helene)}
    assert [helene.posts(f"{path}/jours", fields) for _ in range(2)] == [303, 303]
    assert len([text for text in youth.hears() if "déplacer" in text]) == 1
    with db.reading() as tx:
        assert len(tx.exec(select(SiteException)).all()) == 1


def test_who_books_in_between_makes_the_page_show_again(helene, path, booked, db, script, youth):
    helene.opens(f"{path}/jours?{DAYS}")
    sent = {**helene.form(f"{path}/jours").fields, **chosen(helene)}
    sam = Youth(db, script, "7", name="Sam")
    books(sam)
    assert helene.posts(f"{path}/jours", sent) == 409
    assert "Quelque chose a changé pendant que vous lisiez" in helene.words and "Sam, " in helene.words
    assert (youth.hears(), sam.hears()) == ([], [])
    with db.reading() as tx:
        assert tx.exec(select(SiteException)).all() == []
    assert helene.sends(f"{path}/jours", **chosen(helene)) == 303
    assert youth.hears() and sam.hears()


@pytest.mark.parametrize("slot", ["", "cancel ", "1.zzz.p", "1.htedc.p", "x" * 500, "<b>"])
def test_a_forged_slot_moves_nobody(helene, path, booked, youth, db, slot):
    helene.opens(f"{path}/jours?{DAYS}")
    assert helene.sends(f"{path}/jours", **{f"rdv-{booked.id}": slot}) == 409
    assert youth.hears() == [] and live(db)[0].id == booked.id


def test_who_cannot_be_reached_is_said_and_no_words_are_shown(helene, path, db):
    with db.transaction() as tx:
        tx.exec(select(Conversation)).one().blocked = True
    helene.opens(f"{path}/jours?{DAYS}")
    assert "Aucun message ne peut lui arriver" in helene.words
    assert messages(helene) == []


def test_with_nobody_booked_one_confirmation_is_enough(helene, path, db):
    helene.opens(f"{path}/jours?genre=fermer&first=2026-12-25")
    assert "Personne n'est concerné" in helene.words
    assert helene.sends(f"{path}/jours") == 303
    helene.follows()
    assert "vendredi 25 décembre" in helene.words


def test_an_extra_day_is_noted_with_its_hours_and_taken_back(helene, path, db):
    helene.opens(f"{path}/jours?genre=ouvrir&first=2026-12-05&hours=9h-12h%20et%2014h-17h")
    assert helene.sends(f"{path}/jours") == 303
    with db.reading() as tx:
        row = tx.exec(select(SiteException)).one()
    assert (row.hours, str(row.first), str(row.last)) == (
        "09:00-12:00,14:00-17:00",
        "2026-12-05",
        "2026-12-05",
    )
    helene.follows()
    assert "ouvert 9 h - 12 h et 14 h - 17 h" in helene.words.replace("–", "-")
    assert helene.sends(f"{path}/jours/{row.id}/retirer") == 303
    with db.reading() as tx:
        assert tx.exec(select(SiteException)).all() == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("genre=fermer&first=2026-11-22", "Ce jour est passé"),
        ("genre=fermer&first=2026-11-25&last=2026-11-24", "avant le premier"),
        ("genre=fermer&first=x", "Choisissez un jour"),
        ("genre=ouvrir&first=2026-12-05&hours=bof", "Écrivez des heures"),
        ("genre=ouvrir&first=2026-12-05", "Écrivez des heures"),
        ("genre=fermer&first=2026-12-05&reason=" + "x" * 201, "200 au plus"),
    ],
)
def test_days_that_cannot_be_are_said(helene, path, query, said):
    assert helene.opens(f"{path}/jours?{query}") == 422
    assert said in helene.words


def test_a_reason_is_words_and_never_markup(helene, path, db):
    helene.opens(f"{path}/jours?genre=fermer&first=2026-12-25&reason=%3Cscript%3Ealert(1)%3C/script%3E")
    assert helene.sends(f"{path}/jours") == 303
    helene.follows()
    assert "<script>alert" not in helene.page.text and "&lt;script&gt;" in helene.page.text


def test_a_closing_that_is_to_come_is_said_and_can_be_taken_back(helene, db, clock):
    with db.transaction() as tx:
        site = tx.exec(select(Site).where(Site.slug == "imphy")).one()
        site.closed_at = clock() + timedelta(days=10)
        tx.add(site)
    helene.opens(f"/lieux/{site.id}")
    assert "Ferme pour de bon le jeudi 3 décembre" in helene.words and "Fermé depuis" not in helene.words
    assert helene.sends(f"/lieux/{site.id}/rouvrir") == 303
    helene.follows()
    assert "Ferme pour de bon" not in helene.words
