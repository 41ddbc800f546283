"""On the day: late, lost, or with somebody, by a button or in words. And reminders that tell nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select, update

from backend.agenda.models import Appointment
from backend.agenda.reminders import remind
from backend.people.models import Youth as Row
from backend.places.models import Site
from flows.events import Chose
from tests.queue import labels
from tests.youth import Youth, books

BUTTONS = ["J'ai du retard", "Je ne trouve pas", "Je viens avec quelqu'un"]


@pytest.fixture
def booked(youth, db):
    books(youth)
    with db.reading() as tx:
        return tx.exec(select(Appointment)).one()


@pytest.fixture
def today(booked, clock):
    """An hour before."""
    clock.at = booked.starts_at - timedelta(hours=1)
    return booked


def late(db) -> bool:
    with db.reading() as tx:
        return tx.exec(select(Appointment.late)).one()


def test_the_buttons_of_the_day_stand_under_the_last_reminder_and_in_rdv(youth, db, script, clock, booked):
    clock.at = booked.starts_at - timedelta(minutes=30)
    remind(db, script)
    assert youth.hears() and labels(youth) == ["J'y serai", *BUTTONS]
    youth.writes("/rdv")
    assert labels(youth) == ["C'est bon pour moi", *BUTTONS, "Parler à quelqu'un"]


def test_before_the_day_they_are_not_there(youth, booked):
    youth.writes("/rdv")
    assert not set(BUTTONS) & set(labels(youth))


@pytest.mark.parametrize("words", ["J'ai du retard", "je suis en retard !", "En retard"])
def test_whoever_says_that_they_are_late_is_noted(youth, db, today, words):
    assert youth.writes(words)[0].startswith("Merci de prévenir, c'est noté pour Karim. Viens quand même.")
    assert late(db)


def test_late_is_said_after_the_beginning_too(youth, db, clock, today):
    clock.at = today.starts_at + timedelta(minutes=5)
    youth.writes("/rdv")
    youth.taps("J'ai du retard")
    assert late(db)
    clock.at = today.ends_at
    assert youth.writes("j'ai du retard") == ["Tu n'as pas de rendez-vous à venir."]


def test_late_is_of_the_day_only_and_of_ones_own(youth, db, script, booked):
    assert youth.does(Chose("appointment", "wish", f"late-{booked.id}"))[0].startswith(
        "Ce rendez-vous n'est pas auj"
    )
    assert youth.writes("j'ai du retard")[0].startswith("Ton rendez-vous : mardi 24 novembre")
    other = Youth(db, script, "43")
    for wish in ("late", "lost", "company"):
        heard = other.does(Chose("appointment", "wish", f"{wish}-{booked.id}"))[0]
        assert heard.startswith("Bien sûr" if wish == "company" else "Ce rendez-vous n'existe plus")
    assert not late(db)


def test_whoever_cannot_find_it_hears_all_that_is_known_and_sees_the_map(youth, db, today):
    with db.transaction() as tx:
        told = {"access": "Porte verte, premier étage", "phone": "03 00 00 00 00"}
        tx.execute(update(Site).where(Site.id == today.site_id).values(**told))
    said, _ = youth.writes("je ne trouve pas")
    assert "Permanence d'Imphy, Mairie d'Imphy, 58160 Imphy" in said
    assert (
        "Porte verte, premier étage." in said and "Téléphone : 03 00 00 00 00." in said and "Ouvert :" in said
    )
    assert youth.screen[-1].kind == "venue" and "Voir sur la carte" in youth.links
    assert [b["label"] for row in youth.screen[-2].buttons for b in row][-1].startswith("Parler")


def test_whoever_is_called_need_not_find_anything(youth, db, today):
    with db.transaction() as tx:
        tx.execute(update(Appointment).values(mode="phone"))
    assert youth.writes("je ne trouve pas")[0].startswith(
        "Ton rendez-vous est par téléphone : tu n'as pas à te dép"
    )
    youth.writes("/rdv")
    assert "Je ne trouve pas" not in labels(youth)


def test_whoever_comes_with_somebody_is_welcome(youth, today):
    assert youth.writes("je viens avec quelqu'un") == ["Bien sûr ! Viens avec la personne de ton choix."]


def test_discreet_reminders_are_switched_on_and_off(youth, db, script, clock, booked):
    assert "/discret" in youth.writes("/aide")[0]
    youth.writes("mode discret")
    assert youth.taps("Rappels discrets") == [
        "C'est noté, mes rappels resteront discrets. Pour changer : /discret"
    ]
    clock.at = booked.starts_at - timedelta(minutes=30)
    remind(db, script)
    (said,) = youth.hears()
    assert "Imphy" not in said and "Karim" not in said
    youth.writes("/discret")
    youth.taps("Rappels complets")
    with db.reading() as tx:
        assert not tx.exec(select(Row.discreet)).one()
