"""Appointments as those who receive them see them: the list, the brief, the outcome, the cancelling."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.agenda.models import Appointment, Busy
from backend.agenda.offers import address_of
from backend.console.rendering import dialled, phone
from backend.models import Conversation
from backend.people.models import Person
from backend.people.models import Youth as YouthRow
from backend.places.models import Site
from tests.backend.console.browser import Browser
from tests.youth import books, plain_spaces


@pytest.fixture
def booked(youth, db) -> Appointment:
    books(youth)
    with db.reading() as tx:
        return tx.exec(select(Appointment)).one()


@pytest.fixture
def advisor(browse, db, booked) -> Browser:
    """The advisor of that appointment."""
    with db.reading() as tx:
        name = tx.get_one(Person, booked.advisor_id).first_name
    return browse().enters_as(name)


def status(db) -> str:
    with db.reading() as tx:
        return tx.exec(select(Appointment.status)).one()


def test_the_list_shows_day_hour_name_place_and_state(advisor, booked):
    advisor.opens("/rendez-vous")
    assert "mardi 24 novembre" in advisor.words
    assert "9 h" in advisor.words
    assert "<strong>Lou</strong>" in advisor.words
    assert "Pris" in advisor.words
    assert "à compléter" not in advisor.words


def test_the_brief_says_what_was_answered_and_what_to_bring(advisor, booked):
    assert advisor.opens(f"/rendez-vous/{booked.id}") == 200
    for word in ("Lou", "Travail", "Trouver une offre", "À apporter", "français", "18 à 25 ans"):
        assert word in advisor.words


def by_phone(db, booked, number: str | None) -> str:
    """That appointment becomes a call; its advisor still sits somewhere. The address of its brief."""
    with db.transaction() as tx:
        appointment = tx.get_one(Appointment, booked.id)
        appointment.mode = "phone"
        young = tx.get_one(YouthRow, appointment.youth_id)
        young.phone = number
        tx.add_all([appointment, young])
    return f"/rendez-vous/{booked.id}"


def test_a_call_is_shown_without_a_place_and_with_one_button_to_call(advisor, booked, db):
    path = by_phone(db, booked, "06 12.34-56 78")
    with db.reading() as tx:
        site = tx.get_one(Site, booked.site_id)
    advisor.opens("/rendez-vous")
    assert "Par téléphone" in advisor.words
    assert site.name not in advisor.words
    advisor.opens(path)
    assert "Par téléphone" in advisor.words
    assert 'href="tel:0612345678"' in advisor.words
    assert "Appeler le 06 12 34 56 78" in advisor.words
    for absent in (site.name, address_of(site), "À apporter", "<dt>Lieu</dt>"):
        assert absent not in advisor.words


def test_a_call_without_a_number_says_how_to_reach_them(advisor, browse, booked, db):
    path = by_phone(db, booked, None)
    advisor.opens(path)
    assert "Numéro inconnu : écrivez-lui par le relais." in advisor.words
    assert "tel:" not in advisor.words
    helene = browse().enters_as("Hélène")
    helene.opens(path)
    assert '<a href="/relais">le relais</a>' in helene.words


def test_a_meeting_at_a_place_says_so_and_where(advisor, booked, db):
    with db.reading() as tx:
        site = tx.get_one(Site, booked.site_id)
    for path in ("/rendez-vous", f"/rendez-vous/{booked.id}"):
        advisor.opens(path)
        assert "Sur place" in advisor.words
        assert plain_spaces(site.name) in advisor.words


@pytest.mark.parametrize(
    ("typed", "link", "shown"),
    [
        ("0612345678", "tel:0612345678", "06 12 34 56 78"),
        ("06.12.34.56.78", "tel:0612345678", "06 12 34 56 78"),
        ("+33 6 12 34 56 78", "tel:+33612345678", "+33 6 12 34 56 78"),
        ("0033612345678", "tel:0033612345678", "0033612345678"),
        ("javascript:alert(1)", "tel:1", "javascript:alert(1)"),
    ],
)
def test_a_number_is_dialled_however_it_was_typed(typed, link, shown):
    assert dialled(typed) == link
    assert plain_spaces(phone(typed)) == shown


def test_an_outcome_waits_until_it_has_begun(advisor, booked, db, clock):
    path = f"/rendez-vous/{booked.id}"
    advisor.opens(path)
    assert "Comment s'est-il passé" not in advisor.words
    csrf = advisor.form("/deconnexion").fields["csrf"]
    assert advisor.posts(f"{path}/suite", {"csrf": csrf, "outcome": "attended"}) == 409
    assert "n'a pas encore eu lieu" in advisor.words
    assert status(db) == "booked"


def test_what_is_past_and_untold_is_counted_until_it_is_told(browse, db, booked, clock):
    clock.at = booked.ends_at
    with db.reading() as tx:
        name = tx.get_one(Person, booked.advisor_id).first_name
    advisor = browse().enters_as(name)
    assert "1 rendez-vous passé à compléter" in advisor.words
    path = f"/rendez-vous/{booked.id}"
    advisor.opens(path)
    assert advisor.sends(f"{path}/suite", outcome="no_show") == 303
    advisor.follows()
    assert "Absent" in advisor.words
    advisor.sends(f"{path}/suite", outcome="attended")
    assert status(db) == "attended"
    advisor.opens("/rendez-vous")
    assert "à compléter" not in advisor.words
    assert "Présent" in advisor.words


def test_an_unknown_outcome_is_refused(advisor, booked, db):
    csrf = advisor.form("/deconnexion").fields["csrf"]
    assert advisor.posts(f"/rendez-vous/{booked.id}/suite", {"csrf": csrf, "outcome": "eaten"}) == 422
    assert status(db) == "booked"


def test_cancelling_shows_the_very_words_that_reach_the_youth(advisor, booked, db, youth):
    path = f"/rendez-vous/{booked.id}/annuler"
    assert advisor.opens(path) == 200
    shown = advisor.words.partition("<blockquote")[2].partition(">")[2].partition("</blockquote>")[0]
    assert "est annulé" in shown
    assert status(db) == "booked"
    assert advisor.sends(path) == 303
    assert youth.hears() == [shown, "Pour l'enlever de ton agenda."]
    assert status(db) == "cancelled_by_staff"
    with db.reading() as tx:
        assert tx.exec(select(Busy).where(Busy.appointment_id == booked.id)).all() == []
    assert advisor.opens(path) == 409
    assert "ne peut plus être changé" in advisor.words


def test_cancelling_says_when_nobody_can_be_told(advisor, booked, db):
    with db.transaction() as tx:
        conversation = tx.exec(select(Conversation)).one()
        conversation.blocked = True
        tx.add(conversation)
    advisor.opens(f"/rendez-vous/{booked.id}/annuler")
    assert "Aucun message ne peut lui arriver" in advisor.words
    assert "<blockquote" not in advisor.words


def test_cancelling_needs_the_token_of_the_form(advisor, booked, db):
    assert advisor.posts(f"/rendez-vous/{booked.id}/annuler", {}) == 403
    assert advisor.posts(f"/rendez-vous/{booked.id}/suite", {"outcome": "attended"}) == 403
    assert status(db) == "booked"
