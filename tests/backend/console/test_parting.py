"""The pages by which a thread changes hands, ends for abuse, or worries somebody; and what its floor then says."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from backend.console.sleeping import SLEEPS, until
from backend.handover.models import Handover, Note
from backend.places.models import MissionLocale
from tests.backend.console.browser import Browser
from tests.backend.console.conftest import handover_of, person
from tests.clock import MONDAY

EVIL = "<script>alert(1)</script>"


@pytest.fixture
def thread(youth, db) -> str:
    youth.starts()
    youth.writes("/humain")
    return f"/relais/{handover_of(db)}"


@pytest.fixture
def held(nadia: Browser, thread: str, youth) -> str:
    nadia.opens(thread)
    nadia.sends(f"{thread}/prendre")
    nadia.follows()
    youth.hears()
    return thread


def handover(db) -> Handover:
    with db.reading() as tx:
        return tx.exec(select(Handover).order_by(Handover.id.desc())).first()


def test_the_page_of_handing_on_says_who_is_there_and_what_the_youth_will_read(nadia, held):
    nadia.opens(f"{held}/transmettre")
    for words in (
        "Théo Marchand",
        "Hélène Roussel",
        "de permanence",
        "Le jeune lira que vous passez la suite",
    ):
        assert words in nadia.words
    assert "Nadia Belkacem</span>" not in nadia.words.partition("<fieldset>")[2]
    assert "mission locale de Clermont" in nadia.words, "another team"


def test_handing_on_tells_the_youth_and_shows_to_whom(browse, nadia, held, youth, db):
    theo = person(db, "Théo")
    nadia.opens(f"{held}/transmettre")
    typed = {"to": f"person-{theo.id}", "text": "Théo sait mieux.", "note": "Dossier CROUS"}
    assert nadia.sends(f"{held}/transmettre", **typed) == 303
    nadia.follows()
    assert "Adressé à Théo" in nadia.words
    assert youth.hears()[0] == "Théo sait mieux."
    other = browse().enters_as("Théo")
    other.opens(held)
    assert "Adressé à vous" in other.words
    assert "Dossier CROUS" in other.words


def test_who_hands_to_another_team_goes_back_to_their_inbox(nadia, held, db):
    with db.reading() as tx:
        clermont = tx.exec(select(MissionLocale.id).where(MissionLocale.slug.startswith("clermont"))).one()
    nadia.opens(f"{held}/transmettre")
    assert nadia.sends(f"{held}/transmettre", to=f"team-{clermont}") == 303
    assert nadia.follows() == 200
    assert nadia.page.url.path == "/relais"
    assert nadia.opens(held) == 404


@pytest.mark.parametrize("to", ["", "person-999999", "person-x", "site-1", "team-0", EVIL, "9" * 400])
def test_a_strange_destination_is_refused_and_no_word_is_lost(nadia, held, youth, db, to):
    nadia.opens(f"{held}/transmettre")
    assert nadia.sends(f"{held}/transmettre", to=to, text="Mot au jeune", note="Mot à Théo") == 422
    assert "Mot au jeune" in nadia.words and "Mot à Théo" in nadia.words
    assert youth.hears() == [] and handover(db).mediator_id is not None


def test_a_page_of_handing_on_that_is_behind_is_a_409_that_keeps_both_words(browse, nadia, held, youth, db):
    nadia.opens(f"{held}/transmettre")
    form = nadia.form(f"{held}/transmettre")
    helene = browse().enters_as("Hélène")
    helene.opens(held)
    assert helene.sends(f"{held}/remplacer") == 303
    youth.hears()
    typed = {"to": f"person-{person(db, 'Théo').id}", "text": "Mot au jeune", "note": "Mot à Théo"}
    assert nadia.posts(form.action, {**form.fields, **typed}) == 409
    assert "Hélène Roussel a la parole" in nadia.words
    assert "Mot au jeune" in nadia.words and "Mot à Théo" in nadia.words
    assert youth.hears() == []
    with db.reading() as tx:
        assert tx.exec(select(Note)).all() == []


def test_a_word_too_long_is_refused_and_kept(nadia, held):
    nadia.opens(f"{held}/transmettre")
    assert nadia.sends(f"{held}/transmettre", to="person-1", note="n" * 20_001) == 422
    assert "20 000 caractères" in nadia.words and "nnnn" in nadia.words
    nadia.opens(f"{held}/abus")
    assert nadia.sends(f"{held}/abus", text="r" * 501, days="0") == 422
    assert "500 caractères" in nadia.words


def test_a_manager_takes_over_and_the_page_says_what_will_be_read(browse, nadia, held, youth):
    theo, helene = browse().enters_as("Théo"), browse().enters_as("Hélène")
    theo.opens(held)
    assert "Prendre sa place" not in theo.words
    helene.opens(held)
    assert "Le jeune lira que vous prenez la suite. C'est noté au journal." in helene.words
    assert helene.sends(f"{held}/remplacer") == 303
    helene.follows()
    assert "Votre réponse" in helene.words
    assert youth.hears() == ["Hélène prend la suite de Nadia et te répond ici."]
    nadia.opens(held)
    assert "Hélène a la parole" in nadia.words


def test_setting_aside_is_shown_and_taken_back(nadia, held, db):
    assert nadia.sends(f"{held}/mettre-de-cote", sleep="tomorrow") == 303
    nadia.follows()
    assert "De côté jusqu'au mardi 24 novembre à 9 h" in nadia.words
    assert "Votre réponse" in nadia.words, "it can be answered all the same"
    assert nadia.sends(f"{held}/mettre-de-cote", saying="Reprendre maintenant") == 303
    nadia.follows()
    assert "De côté" not in nadia.words
    for wrong in ("", "never", EVIL):
        nadia.opens(held)
        assert nadia.sends(f"{held}/mettre-de-cote", sleep=wrong) == 422
    assert handover(db).snoozed_until is None


def test_tomorrow_begins_on_the_clock_of_the_mission_locale(nadia, held, db):
    """The deployment may be in Paris and the desk in Réunion."""
    with db.transaction() as tx:
        for place in tx.exec(select(MissionLocale)):
            place.timezone = "Indian/Reunion"
    assert nadia.sends(f"{held}/mettre-de-cote", sleep="tomorrow") == 303
    assert handover(db).snoozed_until == datetime(2026, 11, 24, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("sleep", "at"), list(zip(SLEEPS, ("23 10:00", "24 09:00", "26 09:00", "30 09:00"), strict=True))
)
def test_nine_in_the_morning_is_that_of_the_place(sleep, at):
    said = until(sleep, MONDAY, "Europe/Paris").astimezone(ZoneInfo("Europe/Paris"))
    assert said.strftime("%d %H:%M") == at


def test_aids_are_ticked_at_the_end_and_shown_afterwards(nadia, held):
    ticked = {"outcome": "answered", "aid-visale": "on", "aid-cheque_mobilite": "on", "aid-forged": "on"}
    assert nadia.sends(f"{held}/terminer", **ticked) == 303
    nadia.follows()
    assert "Garantie Visale, Chèque mobilité de la mission locale" in nadia.words
    assert "forged" not in nadia.words


def test_abuse_is_ended_with_a_reason_and_the_pause_lifted(nadia, held, youth):
    nadia.opens(f"{held}/abus")
    for wrong in (
        {"text": "", "days": "7"},
        {"text": "Insultes", "days": "8"},
        {"text": "Insultes", "days": ""},
    ):
        assert nadia.sends(f"{held}/abus", **wrong) == 422
        nadia.opens(f"{held}/abus")
    assert nadia.sends(f"{held}/abus", text=f"Insultes {EVIL}", days="7") == 303
    nadia.follows()
    assert "Arrêté pour abus" in nadia.words and EVIL not in nadia.page.text
    assert "avant le lundi 30 novembre à 9 h" in nadia.words
    assert EVIL not in " ".join(youth.hears())
    assert nadia.sends(f"{held}/lever-la-pause") == 303
    nadia.follows()
    assert "Lever la pause" not in nadia.words


def test_a_thread_that_has_ended_is_taken_up_again_on_a_page_of_its_own(nadia, held, youth, db):
    nadia.sends(f"{held}/terminer", outcome="answered")
    nadia.follows()
    youth.hears()
    assert nadia.sends(f"{held}/rouvrir") == 303
    nadia.follows()
    assert nadia.page.url.path == f"/relais/{handover_of(db)}" != held
    assert "Votre réponse" in nadia.words
    assert youth.hears() == ["Nadia prend la suite et te répond ici."]
    nadia.opens(held)
    assert "Reprendre la conversation" not in nadia.words


def test_a_worry_shows_the_procedure_and_the_numbers_and_becomes_a_note(browse, nadia, held, youth, db):
    helene = browse().enters_as("Hélène")
    helene.opens("/inquietude")
    assert helene.sends("/inquietude", text=f"1. Prévenir la direction\n2. {EVIL}") == 303
    helene.follows()
    assert "Enregistré." in helene.words
    nadia.opens(f"{held}/inquietude")
    assert (
        "1. Prévenir la direction" in nadia.words
        and "Exemple" not in nadia.words
        and EVIL not in nadia.page.text
    )
    for number in ("119", "3919", "3114", "115", "112"):
        assert f"<strong>{number}</strong>" in nadia.page.text
    assert 'href="sms:114"' in nadia.page.text and "tel:114" not in nadia.page.text
    assert nadia.sends(f"{held}/inquietude", text="") == 422
    nadia.opens(f"{held}/inquietude")
    assert nadia.sends(f"{held}/inquietude", text="Ne mange plus") == 303
    nadia.follows()
    assert "Ne mange plus" in nadia.words and "Urgent" in nadia.words
    assert youth.hears() == [] and handover(db).urgent


def test_only_those_who_manage_write_the_procedure_and_only_their_own(browse, nadia, db):
    assert nadia.opens("/inquietude") == 403
    helene = browse().enters_as("Hélène")
    helene.opens("/inquietude")
    with db.reading() as tx:
        other = tx.exec(select(MissionLocale.id).where(MissionLocale.slug.startswith("clermont"))).one()
    for place in (other, 0, "x", "9" * 30):
        helene.opens("/inquietude")
        assert helene.sends("/inquietude", text="Perdu ?", mission_locale=str(place)) == 404
        assert "Perdu ?" in helene.words
    helene.opens("/inquietude")
    assert helene.sends("/inquietude", text="p" * 4_001) == 422


def test_pages_of_a_thread_that_cannot_be_handed_on_say_why(browse, held, nadia):
    theo = browse().enters_as("Théo")
    for page in ("transmettre", "abus"):
        theo.opens(f"{held}/{page}")
        assert "Nadia a la parole" in theo.words
        assert "<textarea" not in theo.page.text
    nadia.opens(held)
    nadia.sends(f"{held}/terminer", outcome="other")
    nadia.opens(f"{held}/abus")
    assert "Ce relais est déjà terminé." in nadia.words


def test_a_lost_session_keeps_what_was_typed(nadia, held, clock):
    nadia.opens(f"{held}/inquietude")
    form = nadia.form(f"{held}/inquietude")
    clock.goes_on(hours=3)
    assert nadia.posts(form.action, {**form.fields, "text": "Une longue note", "note": "et une autre"}) == 401
    assert "Une longue note\n\net une autre" in nadia.words
