"""Who did and saw what: every route of the staff leaves its trace, and managers read it, each of their own team."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from sqlmodel import select

from backend.agenda.models import Opening
from backend.audit.commands import record
from backend.audit.models import Audit
from backend.audit.verifying import verify
from backend.console.visitors import cookie_name
from backend.console.witness import Deed, _deed
from backend.console.written_down import ACTS, KINDS, READINGS, every_action
from backend.models import Conversation
from backend.people.accounts import create_person
from backend.people.sign_ins import begin
from tests.backend.console.agenda_pages import at, booked, named, site_of
from tests.backend.console.conftest import handover_of
from tests.backend.console.test_places import routes

LONG = "a long enough password"
NO_ACT = {
    "/connexion": "written down as signed_in or failed_sign_in, by the door itself",
    "/connexion/demo": "as above",
    "/connexion/code": "as above: the second factor is part of the door",
    "/connexion/second-facteur": "as above",
    "/connexion/abandon": "nobody has come in yet",
    "/mot-de-passe": "whoever asks for a letter is not known",
    "/mot-de-passe/{token}": "written down as password_changed by the link itself",
    "/creneaux/apercu": "shows what hours mean, changes nothing",
    "/equipe/apercu": "shows what hours mean, changes nothing",
    "/lieux/apercu": "shows what hours mean, changes nothing",
    "/relais/{handover_id}/presence": "an open page: a reading",
    "/relais/{handover_id}/lu": "an open page: a reading",
}
"""Forms that leave no act, and why."""
BY_THEMSELVES = {
    "/relais/{handover_id}/transcription",
    "/relais/{handover_id}/transcription.txt",
    "/relais/{handover_id}/lignes/{line_id}/fichier",
    "/journal.csv",
}
"""Readings that the route writes down itself, each time."""
NOBODY_THERE = {
    *("/", "/accueil", "/connexion", "/connexion/code", "/connexion/second-facteur", "/mot-de-passe"),
    *("/mot-de-passe/{token}", "/hors-ligne", "/manifest.webmanifest", "/sw.js", "/sante", "/vieprivee"),
    *("/appeler/{helpline_id}", "/p/{code}"),  # public pages and the door
    *(
        "/affiches",
        "/affiches/{poster_id}",
        "/affiches/{poster_id}/imprimer",
        "/tableau",
    ),  # counts, none under five
    *("/creneaux", "/creneaux/nouveau", "/creneaux/salles", "/inquietude", "/motifs", "/motifs/nouveau"),
    *(
        "/motifs/{motive_id}",
        "/lieux",
        "/lieux/essai",
        "/lieux/nouveau",
        "/lieux/{site_id}",
    ),  # places and hours
    *("/reponses", "/reponses/nouvelle", "/reponses/{canned_id}", "/rendez-vous/agenda-externe"),
    *("/rendez-vous/agendas-externes", "/rendez-vous/nouveau"),  # a blank form: what it books is an act
    *("/agenda/{secret}.ics",),  # times and places, no name
    *(
        "/equipe",
        "/equipe/{home_id}/{person_id}",
        "/moi",
        "/moi/mot-de-passe",
        "/moi/second-facteur",
    ),  # the staff
    *("/comptes", "/comptes/inviter", "/comptes/{person_id}"),
    *("/etat", "/conservation", "/accessibilite"),
}
"""Pages that show no young person."""


@pytest.fixture
def helene(browse):
    """Directrice at Nevers."""
    return browse().enters_as("Hélène")


def of_staff(app, method):
    return {path for path, methods in routes(app.routes) if method in methods}


def journal(db, **about):
    with db.reading() as tx:
        rows = tx.exec(select(Audit).order_by(Audit.id)).all()
    return [row for row in rows if all(getattr(row, name) == value for name, value in about.items())]


def actions(db, **about):
    return [row.action for row in journal(db, **about)]


def test_every_form_leaves_an_act_or_has_a_reason(app):
    posts = of_staff(app, "POST")
    assert posts - set(ACTS) - set(NO_ACT) == set(), "add them to written_down.py"
    assert set(ACTS) <= posts and not set(ACTS) & set(NO_ACT)


def test_every_page_that_shows_a_person_leaves_a_reading(app):
    gets = of_staff(app, "GET")
    pages = {path for path in gets if not path.startswith("/static")}
    assert pages - set(READINGS) - BY_THEMSELVES - NOBODY_THERE == set(), "add them to written_down.py"
    assert set(READINGS) <= gets | of_staff(app, "POST")


def test_each_act_has_words(rooms):
    words = rooms.pages.environment.get_template("parts/acts.html").module.ACTS
    assert {action for group in words.values() for action in group} == set(every_action())
    kind = rooms.pages.macro("parts/acts.html", "kind")
    assert all(kind(name) != name or name == "motive" for name in KINDS)


def test_each_form_is_written_down_with_its_subject_for_the_managers_of_its_place(rooms, db):
    me = named(db, "Nadia")
    visitor = SimpleNamespace(staff=SimpleNamespace(id=me.id))
    for path, action in ACTS.items():
        names = re.findall(r"\{(\w+)\}", path)
        scope = {"method": "POST", "path_params": dict.fromkeys(names, "1"), "state": {"visitor": visitor}}
        token = _deed.set(Deed({**scope, "route": SimpleNamespace(path=path)}))
        with rooms.db.transaction():
            pass
        with rooms.db.transaction():
            pass
        _deed.reset(token)
        written = journal(db)[-1]
        assert (written.action, written.person_id) == (action, me.id), path
        assert written.mission_locale_id, path
        assert bool(written.subject) == any(name.endswith("_id") for name in names), path
    assert len({row.signature for row in journal(db)}) > len(set(ACTS.values())) - 5
    with db.reading() as tx:
        assert verify(tx).unsealed == len(journal(db))


def test_every_page_of_a_person_is_written_down_when_it_is_opened(app, db, youth, helene):
    youth.starts()
    youth.writes("/humain")
    ids = {
        "handover_id": handover_of(db),
        "site_id": site_of(db, "la-boussole").id,
        "opening_id": opening(db),
    }
    ids |= {
        "appointment_id": booked(db, "Lina", "Claire", at(24, 10)).id,
        "what": "lieu",
        "day": "2026-11-24",
    }
    helene.opens(f"/relais/{ids['handover_id']}")
    helene.sends(f"/relais/{ids['handover_id']}/prendre")
    opened = 0
    for path, methods in routes(app.routes):
        if path in READINGS and "GET" in methods and not path.endswith("/flux"):
            status = helene.opens(re.sub(r"\{(\w+)\}", lambda found: str(ids[found.group(1)]), path))
            assert status in {200, 409}, path
            opened += 1
            assert READINGS[path] in actions(db, person_id=named(db, "Hélène").id), path
    assert opened > 20


def test_what_is_done_in_a_thread_is_written_down_once_and_what_is_refused_is_not(db, youth, nadia, clock):
    youth.starts()
    youth.writes("/humain")
    thread = f"/relais/{handover_of(db)}"
    nadia.opens(thread)
    nadia.opens(thread)
    nadia.sends(f"{thread}/prendre")
    nadia.opens(thread)
    sent = nadia.form(f"{thread}/repondre").fields
    nadia.sends(f"{thread}/repondre", text="Bonjour")
    assert nadia.posts(f"{thread}/repondre", {**sent, "text": "", "nonce": "other"}) == 422
    assert nadia.posts(f"{thread}/rendre", {**sent, "epoch": "0", "nonce": "third"}) == 409
    assert nadia.opens("/relais/999999") == 404
    assert actions(db, person_id=named(db, "Nadia").id) == ["read_thread", "claimed", "replied"]
    clock.goes_on(hours=1)
    nadia.opens(thread)
    assert actions(db)[-1:] == ["read_thread"] and len(journal(db)) == 4
    assert {(row.kind, row.subject) for row in journal(db)} == {("handover", handover_of(db))}


def test_words_looked_for_are_not_kept(db, nadia):
    nadia.opens("/relais?q=Marguerite")
    assert [(row.action, row.kind, row.subject) for row in journal(db)] == [("searched_inbox", "", 0)]


def test_a_reading_that_cannot_be_written_down_is_shown_all_the_same(db, rooms, nadia, monkeypatch, caplog):
    """A full disk must keep nobody from reading a call for help."""

    def full(*_):
        raise OSError("Marguerite")

    monkeypatch.setattr("backend.console.witness.saw", full)
    assert nadia.opens("/relais") == 200
    assert "could not be written down: OSError" in caplog.text and "Marguerite" not in caplog.text


def opening(db):
    with db.reading() as tx:
        return tx.exec(select(Opening.id).where(Opening.site_id == site_of(db, "la-boussole").id)).first()


def doers(browser):
    return re.findall(r'class="doer">([^<]+)<', browser.words)


def fifty_five(db, rooms, person):
    with db.transaction() as tx:
        for number in range(55):
            record(tx, rooms.script, person.id, "claimed", "handover", number + 1)


def test_managers_read_the_journal_of_their_mission_locale_page_by_page(db, rooms, browse, helene, clock):
    assert browse().enters_as("Nadia").opens("/journal") == 403
    fifty_five(db, rooms, named(db, "Nadia"))
    clock.goes_on(minutes=5)
    assert helene.opens("/journal") == 200
    assert helene.words.count("Nadia Belkacem</span>") == 50 and "a pris la parole" in helene.words
    older = re.search(r'href="(/journal\?avant=\d+)"', helene.words)[1]
    helene.opens(older)
    assert helene.words.count("Nadia Belkacem</span>") == 5 and "avant=" not in helene.words
    marc = browse().enters_as("Marc")
    marc.opens("/journal")
    assert doers(marc) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("quoi=claimed", 50),
        ("quoi=closed", 0),
        ("jour=2026-11-23", 50),
        ("jour=2026-11-22", 0),
        ("genre=handover&numero=7", 1),
        ("qui=999", 0),
        ("jour=x&genre=x&quoi=x&numero=x", 50),
        ("avant=999999", 0),
    ],
)
def test_the_journal_is_filtered(db, rooms, helene, query, found):
    fifty_five(db, rooms, named(db, "Nadia"))
    assert helene.opens(f"/journal?{query}") == 200
    assert helene.words.count("Nadia Belkacem</span>") == found
    assert ("Rien ne correspond" in helene.words) == (found == 0)


def test_the_journal_can_be_taken_away_as_a_file_and_that_is_written_down(db, rooms, helene):
    helene.opens("/journal")
    assert "encore été fait ni lu ici" in helene.words
    fifty_five(db, rooms, named(db, "Nadia"))
    helene.opens("/journal.csv?quoi=claimed")
    lines = helene.page.text.splitlines()
    assert len(lines) == 56 and lines[1].split(";")[2:] == [
        "Nadia Belkacem",
        "a pris la parole",
        "relais",
        "55",
    ]
    assert actions(db)[-1] == "exported_journal"


def test_a_manager_sees_who_has_seen_a_thread_and_another_s_manager_does_not(
    db, youth, nadia, browse, helene
):
    youth.starts()
    youth.writes("/humain")
    called = handover_of(db)
    nadia.opens(f"/relais/{called}")
    assert "Qui a vu ce dossier" not in nadia.words
    helene.opens(f"/relais/{called}")
    assert f'href="/journal?relais={called}"' in helene.words
    with db.transaction() as tx:
        of = tx.exec(select(Conversation.youth_id)).first()
        record(tx, youth.script, named(db, "Claire").id, "called", "youth", of)
        record(tx, youth.script, named(db, "Claire").id, "read_thread", "handover", called + 1)
    helene.opens(f"/journal?relais={called}")
    shown = re.findall(r'doer">([^<]+)<.*?deed">([^<]+)<', helene.words)
    assert ("Nadia Belkacem", "a lu la conversation") in shown and (
        "Claire Dubois",
        "a noté un appel",
    ) in shown
    assert len(shown) == 3
    assert browse().enters_as("Marc").opens(f"/journal?relais={called}") == 404


def test_who_comes_in_stands_in_it_and_who_does_not_without_what_was_typed(db, browse, helene):
    with db.transaction() as tx:
        rose = create_person(tx, "Rose Martin", "rose@example.org", LONG, [(1, None, "mediator")])
    browser = browse()
    for email, password in (
        ("rose@example.org", "wrong"),
        ("marguerite@x.fr", "wrong"),
        ("rose@example.org", LONG),
    ):
        browser.opens("/connexion")
        browser.sends("/connexion", email=email, password=password)
    assert [(row.person_id, row.action, row.subject, row.mission_locale_id) for row in journal(db)] == [
        (rose.id, "failed_sign_in", 1, 1),
        (0, "failed_sign_in", 1, 0),
        (rose.id, "signed_in", 0, 1),
    ]
    assert b"marguerite" not in b"".join(repr(row).encode() for row in journal(db))


def test_an_administrator_reads_all_of_it_and_opens_no_thread_from_it(db, rooms, browse):
    with db.transaction() as tx:
        boss = create_person(tx, "Ada Min", "ada@example.org", None)
        boss.admin = True
        tx.add(boss)
        token = begin(tx, boss.id, rooms.now())
        record(tx, rooms.script, 0, "exported_sites")
        record(tx, rooms.script, named(db, "Nadia").id, "claimed", "handover", 1)
    admin = browse()
    admin.http.cookies.set(cookie_name(rooms), token)
    assert admin.opens("/journal") == 200
    assert doers(admin) == ["Nadia Belkacem", "Ligne de commande"] and "/relais/1" not in admin.words
    assert admin.opens("/journal?relais=1") == 404
