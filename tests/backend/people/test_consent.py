"""«Si on te perd ici, on peut t'appeler ?»: asked once, of age, not in danger; answered when they like, taken back."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.people.consent import version
from backend.people.models import Consent
from backend.people.models import Youth as YouthRow
from flows.events import Chose
from tests.mediator import Mediator

ASKED = "Si on te perd ici, on peut t'appeler ?"


@pytest.fixture
def url(sqlite_url):
    """What is asked hangs on no engine."""
    return sqlite_url


@pytest.fixture
def lou(youth):
    """Somebody of 18 to 25 in Imphy."""
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("Imphy")
    return youth


def kept(db) -> tuple[str | None, bool]:
    with db.reading() as tx:
        row = tx.exec(select(YouthRow)).one()
    return row.phone, row.phone_consent_at is not None


def asked(heard) -> bool:
    return any(words.startswith(ASKED) for words in heard)


def test_it_is_asked_with_the_first_call_and_never_again(lou, db, script):
    assert asked(lou.writes("/humain"))
    nadia = Mediator(db, script)
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.closes(handover)
    assert not asked(lou.hears())
    assert not asked(lou.writes("/humain"))


def test_yes_asks_for_a_number_and_a_number_is_an_answer_even_while_a_human_is_awaited(lou, db):
    lou.writes("/humain")
    assert lou.taps("Oui, on peut m'appeler")[0].startswith("Sur quel numéro")
    assert lou.writes("c'est pour une lettre de l'école") == [], "other words are for the human"
    heard = lou.writes("06 12 34 56 78")
    assert heard[0].startswith("C'est noté : si on te perd ici, on t'appelle au 0612345678")
    assert kept(db) == ("0612345678", True)


def test_it_may_be_ignored(lou, db):
    lou.writes("/humain")
    assert lou.writes("salut, j'ai une question") == []
    assert kept(db) == (None, False)


def test_no_is_no(lou, db):
    lou.writes("/humain")
    assert lou.taps("Non merci")[0].startswith("D'accord, personne ne t'appellera")
    assert kept(db) == (None, False)


def test_it_is_taken_back_among_the_rights_whoever_has_the_floor(lou, db, script):
    lou.writes("/humain")
    lou.taps("Oui, on peut m'appeler")
    lou.writes("06 12 34 56 78")
    nadia = Mediator(db, script)
    nadia.claims(nadia.sees()[0])
    lou.hears()
    lou.writes("/vieprivee")
    assert lou.taps("Ne plus m'appeler")[0].startswith("C'est noté, personne")
    assert kept(db) == ("0612345678", False)


def test_who_said_no_can_say_yes_among_the_rights(lou, db):
    lou.writes("/vieprivee")
    lou.taps("M'appeler si on me perd ici")
    lou.writes("06 12 34 56 78")
    assert kept(db) == ("0612345678", True)


def test_nobody_is_asked_before_their_age_is_known(youth):
    assert not asked(youth.writes("/humain"))


def test_nobody_is_asked_in_danger(lou):
    assert not asked(lou.writes("j'ai envie de mourir"))


def test_nobody_is_asked_whose_phone_is_shared(lou):
    lou.writes("/discret")
    lou.taps("Rappels discrets")
    assert not asked(lou.writes("/humain"))


def test_nobody_under_sixteen_is_asked_or_called(youth, db):
    youth.starts()
    youth.taps("C'est parti")
    youth.writes("/humain")
    youth.taps("Moins de 16 ans")
    assert "M'appeler si on me perd ici" not in youth.buttons
    youth.does(Chose("reach", "reach", "yes"))
    youth.writes("06 12 34 56 78")
    assert kept(db) == (None, False)


def test_a_yes_is_kept_with_its_moment_and_the_version_of_the_words_and_so_is_taking_it_back(
    lou, db, script, clock
):
    lou.writes("/humain")
    lou.taps("Oui, on peut m'appeler")
    lou.writes("06 12 34 56 78")
    said_at, said_to = clock(), version(script.wording.text("fr", "reach"))
    clock.goes_on(minutes=5)
    lou.writes("/vieprivee")
    lou.taps("Ne plus m'appeler")
    lou.writes("/vieprivee")
    lou.taps("M'appeler si on me perd ici")
    with db.reading() as tx:
        rows = tx.exec(select(Consent).order_by(Consent.id)).all()
    assert [(c.kind, c.language, c.words) for c in rows] == [("calls", "fr", said_to)] * 2
    assert [(c.at, c.withdrawn_at) for c in rows] == [(said_at, clock()), (clock(), None)]
    assert version(script.wording.text("en", "reach")) != said_to
