"""Who looks after accounts, and what they may not do."""

from __future__ import annotations

import re

import pytest
from sqlmodel import select

from backend.audit.models import Audit
from backend.people.accounts import create_person
from backend.people.models import Membership, Person, SignIn
from backend.people.sign_ins import begin
from tests.backend.console.browser import Browser
from tests.backend.console.conftest import person

OTHERS, NEVERS = "1", "2"
PASSWORD = "quatre tortues lisent dehors"


@pytest.fixture
def helene(browse) -> Browser:
    """Directs the mission locale of Nevers."""
    return browse().enters_as("Hélène")


@pytest.fixture
def admin(browse, rooms, db) -> Browser:
    """Looks after the deployment."""
    with db.transaction() as tx:
        made = create_person(tx, "Ada Min", "ada@example.org", None)
        made.admin = True
        tx.add(made)
        tx.flush()
        token = begin(tx, made.id or 0, rooms.now())
    browser = browse()
    browser.http.cookies.set("passerelle", token)
    return browser


def membership(db, first_name: str, role: str) -> Membership:
    with db.reading() as tx:
        mine = select(Membership).where(
            Membership.person_id == person(db, first_name).id, Membership.role == role
        )
        return tx.exec(mine).one()


def invites(browser: Browser, **typed: str) -> int:
    browser.opens("/comptes/inviter")
    home = re.search(r'<option value="(\d+)"', browser.page.text).group(1)
    given = {"name": "Zoé Martin", "email": "zoe@example.org", "role": "mediator", "home": home, **typed}
    return browser.sends("/comptes/inviter", **given)


def link_on(browser: Browser) -> str:
    return re.search(r"/mot-de-passe/[\w-]+", browser.page.text).group()


def test_without_mail_an_invitation_is_a_link_to_hand_over_once(helene, browse, db):
    assert invites(helene) == 200
    link = link_on(helene)
    zoe = browse()
    for _ in range(2):  # a machine that reads mail opens it too
        assert zoe.opens(link) == 200
    assert zoe.page.headers["referrer-policy"] == "no-referrer"
    assert "Bienvenue, Zoé" in zoe.words
    assert zoe.sends(link, password=PASSWORD) == 303
    assert zoe.follows() == 303
    assert zoe.follows() == 200
    assert "Zoé Martin" in zoe.words
    assert zoe.opens(link) == 404
    assert "Ce lien ne sert plus" in zoe.words


def test_an_open_invitation_is_shown_and_a_new_one_takes_its_place(helene, browse, db):
    invites(helene)
    former = link_on(helene)
    helene.opens("/comptes")
    assert "Invitation envoyée, bonne jusqu'au mercredi" in helene.words
    zoe = f"/comptes/{person(db, 'Zoé').id}"
    helene.opens(zoe)
    assert helene.sends(f"{zoe}/lien") == 200
    assert browse().opens(former) == 404
    assert browse().opens(link_on(helene)) == 200


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"name": " "}, "À remplir"),
        ({"email": "zoe"}, "Écrivez une adresse complète"),
        ({"role": "admin"}, "Choisissez dans la liste"),
        ({"home": OTHERS}, "Choisissez dans la liste"),
        ({"home": f"{NEVERS}/99999"}, "Choisissez un rôle et un lieu"),
        ({"email": "nadia.belkacem@exemple.fr"}, "a déjà ce rôle"),
    ],
)
def test_an_invitation_that_cannot_be_says_why_and_makes_no_account(helene, db, wrong, told):
    assert invites(helene, **wrong) == 422
    assert told in helene.words
    with db.reading() as tx:
        assert not tx.exec(select(Person).where(Person.name == "Zoé Martin")).all()


def test_whoever_has_an_account_gets_one_more_role_and_a_new_session(helene, browse, db):
    nadia = browse().enters_as("Nadia")
    assert invites(helene, email="nadia.belkacem@exemple.fr", role="receptionist") == 303
    helene.follows()
    assert "avait déjà un compte" in helene.words
    assert membership(db, "Nadia", "receptionist")
    assert nadia.opens("/relais") == 303


def test_taking_a_role_ends_the_sessions(helene, browse, db):
    nadia = browse().enters_as("Nadia")
    page = f"/comptes/{person(db, 'Nadia').id}"
    helene.opens(page)
    given = {**helene.form(f"{page}/role").fields, "role": "receptionist", "home": NEVERS}
    assert helene.posts(f"{page}/role", given) == 303
    assert nadia.opens("/relais") == 303
    nadia.enters_as("Nadia")
    helene.opens(page)
    mediator = membership(db, "Nadia", "mediator")
    taken = {**given, "membership": str(mediator.id)}
    assert helene.posts(f"{page}/retirer", taken) == 303
    assert nadia.opens("/relais") == 303
    nadia.enters_as("Nadia")
    assert nadia.opens("/relais") == 403


def test_who_took_the_only_role_of_somebody_is_read_where_it_was(browse, helene, admin, db):
    """Afterwards the account belongs elsewhere, or nowhere: its place must know all the same, and once."""
    invites(browse().enters_as("Marc"), email="nadia.belkacem@exemple.fr", role="mediator")
    nadia, own = person(db, "Nadia").id, _of(db, "Nadia", int(NEVERS))
    for keeper, taken, status in ((helene, 0, 409), (helene, own, 303), (admin, _of(db, "Nadia", 1), 303)):
        keeper.opens(f"/comptes/{nadia}")
        fields = {**keeper.form("/deconnexion").fields, "membership": str(taken)}
        assert keeper.posts(f"/comptes/{nadia}/retirer", fields) == status
    with db.reading() as tx:
        rows = tx.exec(select(Audit).where(Audit.action == "role_taken").order_by(Audit.id)).all()
    assert [(row.mission_locale_id, row.subject) for row in rows] == [(1, nadia), (2, nadia), (1, nadia)]


def test_closing_an_account_shuts_it_everywhere_and_reopening_needs_a_new_link(helene, browse, db):
    theo = browse().enters_as("Théo")
    page = f"/comptes/{person(db, 'Théo').id}"
    helene.opens(page)
    assert helene.sends(f"{page}/fermer") == 303
    assert theo.opens("/relais") == 303
    with db.reading() as tx:
        assert not tx.exec(select(SignIn).where(SignIn.person_id == person(db, "Théo").id)).all()
    helene.follows()
    assert helene.sends(f"{page}/rouvrir") == 303
    assert person(db, "Théo").active


def test_nobody_closes_themselves_nor_leaves_a_team_without_a_manager(helene, db):
    me = person(db, "Hélène").id
    helene.opens("/comptes")
    fields = helene.form("/deconnexion").fields
    assert helene.posts(f"/comptes/{me}/fermer", fields) == 409
    assert "votre propre compte" in helene.words
    own = {**fields, "membership": str(membership(db, "Hélène", "manager").id)}
    assert helene.posts(f"/comptes/{me}/retirer", own) == 409


def test_the_last_manager_stays_even_for_an_administrator(admin, db):
    helene = person(db, "Hélène").id
    admin.opens("/comptes")
    fields = admin.form("/deconnexion").fields
    assert admin.posts(f"/comptes/{helene}/fermer", fields) == 409
    assert "dernière personne responsable" in admin.words
    given = {**fields, "membership": str(membership(db, "Hélène", "manager").id)}
    assert admin.posts(f"/comptes/{helene}/retirer", given) == 409
    with db.reading() as tx:
        assert not tx.exec(select(Audit).where(Audit.action == "role_taken")).all()


def test_an_advisor_who_is_awaited_is_not_closed(helene, youth, db):
    from backend.agenda.models import Appointment
    from tests.youth import books

    books(youth)
    with db.reading() as tx:
        advisor = tx.exec(select(Appointment.advisor_id)).one()
    helene.opens("/comptes")
    assert helene.posts(f"/comptes/{advisor}/fermer", helene.form("/deconnexion").fields) == 409
    assert "Des rendez-vous à venir : 1" in helene.words


ACTS = ("role", "retirer", "fermer", "rouvrir", "telephone", "lien")


def test_an_account_of_another_mission_locale_does_not_exist(browse, db):
    marc = browse().enters_as("Marc")
    fields = {**marc.form("/deconnexion").fields, "role": "mediator", "home": "1", "membership": "1"}
    nadia = person(db, "Nadia").id
    marc.opens("/comptes/999999")
    nobody = marc.words
    assert marc.opens(f"/comptes/{nadia}") == 404
    assert marc.words == nobody
    for act in ACTS:
        assert marc.posts(f"/comptes/{nadia}/{act}", fields) == 404, act
    marc.opens("/comptes")
    assert "Nadia" not in marc.words


def test_giving_a_stranger_a_role_does_not_give_their_account(browse, helene, db):
    """Else a manager could take over a manager of elsewhere."""
    marc = browse().enters_as("Marc")
    assert invites(marc, email="nadia.belkacem@exemple.fr", role="mediator") == 303
    page = f"/comptes/{person(db, 'Nadia').id}"
    assert marc.opens(page) == 200
    assert "une autre mission locale" in marc.words
    fields = marc.form("/deconnexion").fields
    for act in ("fermer", "telephone", "lien"):
        assert marc.posts(f"{page}/{act}", fields) == 404, act
    elsewhere = {**fields, "membership": str(_of(db, "Nadia", int(NEVERS)))}
    assert marc.posts(f"{page}/retirer", elsewhere) == 409
    assert helene.opens(page) == 200


def _of(db, first_name: str, home: int) -> int:
    with db.reading() as tx:
        mine = select(Membership.id).where(
            Membership.person_id == person(db, first_name).id, Membership.mission_locale_id == home
        )
        return tx.exec(mine).one() or 0


def test_an_administrator_keeps_all_accounts_and_sees_no_young_person(admin, youth, db):
    youth.starts()
    youth.writes("/humain")
    assert admin.opens("/comptes") == 200
    assert "Nadia" in admin.words
    assert "Lucas" in admin.words
    for path in (
        "/relais",
        "/relais/1",
        "/rendez-vous",
        "/tableau",
        "/a-rappeler",
        "/lieux",
        "/accueil",
        "/equipe",
    ):
        assert admin.opens(path) == 403, path
    assert admin.opens("/etat") == 200
    assert admin.opens("/moi") == 200
    assert invites(admin, role="admin") == 200
    assert person(db, "Zoé").admin
    page = f"/comptes/{person(db, 'Zoé').id}"
    admin.opens(page)
    assert (
        admin.posts(f"{page}/role", {**admin.form(f"{page}/lien").fields, "role": "mediator", "home": "1"})
        == 409
    )
    assert "n'a pas de rôle dans une mission locale" in admin.words


def test_a_manager_cannot_see_an_administrator_nor_make_one(helene, admin, db):
    ada = person(db, "Ada").id
    assert helene.opens(f"/comptes/{ada}") == 404
    helene.opens("/comptes")
    assert helene.posts(f"/comptes/{ada}/fermer", helene.form("/deconnexion").fields) == 404


def test_a_manager_of_one_site_keeps_no_accounts(browse, db):
    with db.transaction() as tx:
        mine = membership(db, "Hélène", "manager")
        mine.site_id = 1
        tx.merge(mine)
    assert browse().enters_as("Hélène").opens("/comptes") == 403
