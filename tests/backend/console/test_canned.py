"""Replies kept at hand: whose they are, what fills them, and that no blank ever leaves."""

from __future__ import annotations

import re

import pytest
from sqlmodel import select

from backend.models import Line
from backend.people.models import Youth as YouthRow
from backend.team.models import Canned
from content.canned import blanks, fill, parts, starters, unknown
from tests.backend.console.browser import Browser, Form
from tests.backend.console.conftest import handover_of
from tests.youth import Youth, books, plain_spaces

PAGE = "/reponses/nouvelle"


@pytest.fixture
def held(youth: Youth, nadia: Browser, db) -> str:
    """Nadia has the floor of a youth who has an appointment."""
    books(youth)
    youth.writes("/humain")
    thread = f"/relais/{handover_of(db)}"
    nadia.opens(thread)
    nadia.sends(f"{thread}/prendre")
    nadia.follows()
    return thread


def kept(db) -> list[Canned]:
    with db.reading() as tx:
        return list(tx.exec(select(Canned).order_by(Canned.id)))


def said(db) -> list[str]:
    with db.reading() as tx:
        return [plain_spaces(line.text) for line in tx.exec(select(Line).where(Line.author == "mediator"))]


def adds(nadia: Browser, name: str, text: str, whose: str = "me", language: str = "fr") -> int:
    nadia.opens(PAGE)
    return nadia.sends(PAGE, name=name, text=text, whose=whose, language=language)


def ready(browser: Browser, thread: str) -> list[Form]:
    """The replies of the page as a browser without scripts has them: each a form of its own."""
    return [
        form for form in browser.forms if form.action == f"{thread}/repondre" and form.fields.get("canned")
    ]


def test_what_is_known_is_filled_once_and_what_is_not_stays():
    assert (
        fill("{prenom}, {lieu} {inconnu} {...}", {"prenom": "{lieu}", "lieu": ""})
        == "{lieu}, {lieu} {inconnu} {...}"
    )
    assert blanks("Va à {lieu} avant { ... }, {voilà}") == ("{lieu}", "{ ... }")
    assert unknown("{prenom} {prénom} {}") == ("{prénom}",)
    assert parts("a {rdv}") == [("a ", False), ("{rdv}", True)]


def test_the_starter_set_can_be_said_in_each_language():
    assert {one.language for one in starters()} == {"fr", "en"}
    assert len({(one.language, one.name) for one in starters()}) == len(starters())


def test_a_reply_is_filled_for_this_youth(nadia, held, db):
    adds(nadia, "Où", "Bonjour {prenom}, {mediateur} ici. {rdv}, {lieu}, avec {conseiller}. {commune} {...}")
    nadia.opens(held)
    assert "Bonjour Lou, Nadia ici. mardi 24 novembre à 9 h, " in nadia.words
    assert re.search(r"avec [A-Z]\S+\. Imphy \{\.\.\.\}", nadia.words)


def test_what_is_not_known_stays_a_blank_and_does_not_leave(nadia, db, youth):
    youth.starts()
    youth.writes("/humain")
    thread = f"/relais/{handover_of(db)}"
    nadia.opens(thread)
    nadia.sends(f"{thread}/prendre")
    adds(nadia, "Mon lieu", "On se voit à {lieu} ?")
    nadia.opens(thread)
    assert "On se voit à {lieu} ?" in nadia.words
    assert nadia.sends(f"{thread}/repondre", text="On se voit à {lieu}, avant {...} ?") == 422
    assert "Il reste un blanc à remplir" in nadia.words
    assert "Remplacez {lieu} {...} dans votre texte" in nadia.words
    assert "On se voit à {lieu}, avant {...} ?" in nadia.words
    assert said(db) == []
    nadia.opens(thread)
    assert nadia.sends(f"{thread}/repondre", text='Écris {"json": 1} ou {x}, si tu veux.') == 303
    assert said(db) == ['Écris {"json": 1} ou {x}, si tu veux.']


def test_without_scripts_a_reply_is_sent_from_the_list_and_comes_first_the_next_time(nadia, held, db):
    adds(nadia, "A", "Première.")
    adds(nadia, "B", "Deuxième.")
    nadia.opens(held)
    first, second = ready(nadia, held)[:2]
    assert [one.fields["canned"] for one in (first, second)] == ["1", "2"]
    assert nadia.posts(f"{held}/repondre", {**second.fields, "text": "Deuxième."}) == 303
    assert said(db) == ["Deuxième."]
    nadia.opens(held)
    assert [one.fields["canned"] for one in ready(nadia, held)[:2]] == ["2", "1"]


def test_hostile_names_stay_words_in_every_reply(nadia, held, db):
    with db.transaction() as tx:
        tx.exec(select(YouthRow)).first().first_name = "</textarea><script>alert(1)</script>{lieu}"
    adds(nadia, '"><script>', "Bonjour {prenom}")
    nadia.opens(held)
    assert "<script>alert" not in nadia.words
    assert '"><script>' not in nadia.words
    nadia.opens("/reponses")
    assert '"><script>' not in nadia.words


def test_who_does_not_hold_the_floor_is_offered_no_reply(browse, nadia, held):
    theo = browse().enters_as("Théo")
    theo.opens(held)
    assert ready(theo, held) == []


def test_a_team_begins_with_the_starter_set_and_makes_it_its_own(nadia, db):
    nadia.opens("/reponses")
    assert "voici des réponses de départ" in nadia.words
    nadia.sends("/reponses/depart")
    nadia.opens("/reponses")
    nadia.posts(
        "/reponses/depart", {**nadia.form("/deconnexion").fields, "whose": str(kept(db)[0].mission_locale_id)}
    )
    assert len(kept(db)) == len(starters())
    first = kept(db)[0]
    nadia.opens(f"/reponses/{first.id}")
    assert nadia.sends(f"/reponses/{first.id}", name="Coucou", text="Coucou {prenom}", language="fr") == 303
    assert (kept(db)[0].name, kept(db)[0].text) == ("Coucou", "Coucou {prenom}")
    nadia.opens(f"/reponses/{first.id}")
    assert nadia.sends(f"/reponses/{first.id}/retirer") == 303
    assert len(kept(db)) == len(starters()) - 1


def test_the_first_reply_of_a_team_stands_beside_the_starter_set(nadia, db):
    nadia.opens("/reponses")
    (home,) = {form.fields["whose"] for form in nadia.forms if form.action == "/reponses/depart"}
    adds(nadia, "À nous", "Bonjour", whose=home)
    assert len(kept(db)) == len(starters()) + 1


def test_the_same_form_sent_twice_adds_one(nadia, db):
    nadia.opens(PAGE)
    fields = nadia.form(PAGE).fields | {"name": "A", "text": "B", "whose": "me", "language": "fr"}
    assert [nadia.posts(PAGE, fields) for _ in range(2)] == [303, 303]
    assert len(kept(db)) == 1


def test_ones_own_replies_are_nobody_elses(browse, nadia, db):
    adds(nadia, "À moi", "Rien qu'à moi")
    theo = browse().enters_as("Théo")
    theo.opens("/reponses")
    assert "À moi" not in theo.words
    assert theo.opens("/reponses/1") == 404
    token = theo.opens("/reponses") and theo.form("/deconnexion").fields
    assert theo.posts("/reponses/1", {**token, "name": "x", "text": "y", "language": "fr"}) == 404
    assert theo.posts("/reponses/1/retirer", token) == 404
    assert kept(db)[0].text == "Rien qu'à moi"


def test_an_advisor_has_no_replies_and_another_team_s_are_not_theirs(browse, nadia, db):
    nadia.opens("/reponses")
    nadia.sends("/reponses/depart")
    claire, ines = browse().enters_as("Claire"), browse().enters_as("Inès")
    assert claire.opens("/reponses") == 403
    assert ines.opens(f"/reponses/{kept(db)[0].id}") in {403, 404}


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"name": ""}, "À remplir"),
        ({"name": "a" * 61}, "trop long"),
        ({"text": ""}, "À remplir"),
        ({"text": "é" * 2001}, "trop long : 2000 au plus"),
        ({"text": "Bonjour {prénom}"}, "{prénom} n'est pas une des variables"),
        ({"language": "tlh"}, "Choisissez dans la liste"),
    ],
)
def test_a_wrong_field_is_explained_and_what_was_typed_is_kept(nadia, db, typed, wrong):
    good = {"name": "Nom", "text": "Viens quand tu veux", "language": "fr", "whose": "me"}
    nadia.opens(PAGE)
    assert nadia.sends(PAGE, **{**good, **typed}) == 422
    assert wrong in nadia.words
    assert ("Viens quand tu veux" in nadia.words) is ("text" not in typed)
    assert kept(db) == []


def test_a_reply_for_a_team_that_is_not_theirs_is_no_page(nadia, db):
    assert adds(nadia, "A", "B", whose="99999") == 404
    assert adds(nadia, "A", "B", whose="\u00b2") == 404
    assert kept(db) == []
