"""Who may open what: roles, and missions locales."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.agenda.models import Appointment
from backend.handover.models import Handover
from backend.models import Line
from backend.people.models import Membership, Person
from backend.places.models import Site
from tests.backend.console.conftest import handover_of
from tests.youth import Youth, books

PAGES = (
    "/relais",
    "/rendez-vous",
    "/rendez-vous/semaine",
    "/rendez-vous/jour",
    "/lieux",
    "/etat",
    "/equipe",
    "/moi",
    "/comptes",
    "/tableau",
    "/inquietude",
    "/a-rappeler",
    "/reponses",
    "/affiches",
)
AGENDA = PAGES[1:4]
ALLOWED = {
    "Nadia": ("/relais", "/equipe", "/moi", "/tableau", "/a-rappeler", "/reponses", "/affiches"),
    "Claire": (*AGENDA, "/moi"),
    "Inès": (*AGENDA, "/moi"),
    "Hélène": PAGES,
    "Marc": PAGES,
}


@pytest.mark.parametrize("name", ALLOWED)
def test_each_role_opens_its_pages_and_no_other(browse, name):
    browser = browse().enters_as(name)
    for page in PAGES:
        assert browser.opens(page) == (200 if page in ALLOWED[name] else 403)


@pytest.mark.parametrize(
    "page", [*PAGES, "/relais/1", "/relais/flux", "/relais/1/flux", "/rendez-vous/1", "/rendez-vous/flux"]
)
def test_no_page_opens_without_signing_in(browse, page):
    browser = browse()
    assert browser.opens(page) == 303
    assert browser.page.headers["location"].startswith("/connexion?next=")


@pytest.fixture
def thread(youth, db) -> int:
    """Someone of Imphy (Nevers) asks for a human."""
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("Imphy")
    youth.writes("/humain")
    return handover_of(db)


ACTS = ("presence", "prendre", "repondre", "rendre", "terminer", "noter", "lignes/1/renvoyer")


@pytest.mark.parametrize("name", ["Lucas", "Marc"])
def test_a_thread_of_another_mission_locale_does_not_exist(browse, thread, name, db):
    browser = browse().enters_as(name)
    csrf = browser.form("/deconnexion").fields["csrf"]
    assert "Imphy" not in browser.words
    assert browser.opens(f"/relais/{thread}") == 404
    assert browser.opens(f"/relais/{thread}/flux") == 404
    fields = {"csrf": csrf, "nonce": "n", "epoch": "1", "text": "bonjour", "outcome": "other"}
    for act in ACTS:
        assert browser.posts(f"/relais/{thread}/{act}", fields) == 404
    with db.reading() as tx:
        assert tx.exec(select(Handover)).one().mediator_id is None


def test_a_thread_that_does_not_exist_is_answered_like_one_of_others(browse, thread):
    browser = browse().enters_as("Lucas")
    browser.opens(f"/relais/{thread}")
    theirs = browser.words
    browser.opens("/relais/999999")
    assert browser.words == theirs
    assert browser.opens("/relais/abc") == 404


def test_the_home_team_sees_those_without_a_commune_and_others_do_not(browse, db, script):
    lost = Youth(db, script, "7")
    lost.starts()
    lost.writes("/humain")
    thread = handover_of(db)
    assert browse().enters_as("Nadia").opens(f"/relais/{thread}") == 200
    assert browse().enters_as("Lucas").opens(f"/relais/{thread}") == 404


@pytest.fixture
def appointment(youth, db) -> Appointment:
    books(youth)
    with db.reading() as tx:
        return tx.exec(select(Appointment)).one()


def test_an_appointment_is_seen_by_its_advisor_and_not_by_others(browse, db, appointment):
    with db.reading() as tx:
        advisor = tx.get_one(Person, appointment.advisor_id).first_name
        rows = tx.exec(select(Person).join(Membership).where(Membership.role == "advisor"))
        others = {p.first_name for p in rows} - {advisor}
    path = f"/rendez-vous/{appointment.id}"
    assert browse().enters_as(advisor).opens(path) == 200
    for other in others:
        assert browse().enters_as(other).opens(path) == 404


def test_a_manager_sees_the_appointments_of_their_mission_locale_only(browse, appointment):
    path = f"/rendez-vous/{appointment.id}"
    assert browse().enters_as("Hélène").opens(path) == 200
    marc = browse().enters_as("Marc")
    csrf = marc.form("/deconnexion").fields["csrf"]
    for page in (path, f"{path}/annuler"):
        assert marc.opens(page) == 404
    for act in ("annuler", "suite"):
        assert marc.posts(f"{path}/{act}", {"csrf": csrf, "outcome": "no_show"}) == 404


def test_a_front_desk_of_one_site_sees_that_site_only(browse, db, appointment):
    with db.transaction() as tx:
        membership = tx.exec(select(Membership).where(Membership.role == "receptionist")).first()
        membership.site_id = appointment.site_id
        tx.add(membership)
        desk = tx.get_one(Person, membership.person_id).first_name
    assert browse().enters_as(desk).opens(f"/rendez-vous/{appointment.id}") == 200
    with db.transaction() as tx:
        elsewhere = tx.exec(select(Site.id).where(Site.id != appointment.site_id)).first()
        membership.site_id = elsewhere
        tx.merge(membership)
    assert browse().enters_as(desk).opens(f"/rendez-vous/{appointment.id}") == 404


def test_the_state_page_shows_no_words_and_no_other_mission_locale(browse, db, thread, youth):
    with db.transaction() as tx:
        line = tx.exec(select(Line).where(Line.author == "guide")).first()
        line.state, line.reason, line.text = "failed", "Bad Request: chat not found", "des mots"
        tx.add(line)
    helene = browse().enters_as("Hélène")
    helene.opens("/etat")
    assert "Bad Request: chat not found" in helene.words
    assert "des mots" not in helene.words
    marc = browse().enters_as("Marc")
    marc.opens("/etat")
    assert "Tout est arrivé" in marc.words
