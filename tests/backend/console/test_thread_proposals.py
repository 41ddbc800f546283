"""Proposing from a thread, over the pages: find, read what the youth will read, send; the answer comes back live."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from backend.agenda.models import Appointment
from backend.handover.models import Handover, Proposal
from backend.people.models import Youth as YouthRow
from backend.places.models import Site
from backend.workshops.models import Seat, Workshop
from tests.backend.console.browser import Browser
from tests.backend.console.conftest import handover_of
from tests.clock import MONDAY
from tests.youth import Youth, plain_spaces, reaches_proposals


@pytest.fixture
def held(youth: Youth, nadia: Browser, db) -> str:
    reaches_proposals(youth)
    youth.writes("/humain")
    thread = f"/relais/{handover_of(db)}"
    nadia.opens(thread)
    nadia.sends(f"{thread}/prendre")
    nadia.follows()
    youth.hears()
    return thread


def picks(browser: Browser) -> list[str]:
    assert browser.page is not None
    return re.findall(r'name="pick" value="([^"]+)"', browser.page.text)


def proposes(nadia: Browser, held: str, what: str, **asked: str) -> str:
    """As a médiateur does: search, choose the first, read, send. What the page said would arrive."""
    page = f"{held}/proposer/{what}"
    query = "&".join(f"{k}={v}" for k, v in asked.items())
    assert nadia.opens(f"{page}?{query}") == 200
    assert nadia.opens(f"{page}?{query}&pick={picks(nadia)[0]}") == 200
    read = re.search(r'<blockquote class="bubble">(.*?)</blockquote>', nadia.page.text, re.DOTALL)
    assert nadia.sends(page) == 303
    nadia.follows()
    return plain_spaces(read[1]).replace("&#39;", "'").replace("&#34;", '"')


def rows(db, table):
    with db.reading() as tx:
        return list(tx.exec(select(table)))


def test_the_page_says_word_for_word_what_will_reach_the_youth(nadia, held, youth, db):
    promised = proposes(nadia, held, "creneau")
    assert promised == youth.hears()[-1]
    assert promised.startswith("Nadia te propose un rendez-vous : ")
    assert "en attente de sa réponse" in nadia.words


def test_the_answer_comes_to_the_open_page_by_itself(nadia, held, youth, db):
    proposes(nadia, held, "creneau")
    youth.hears()
    with nadia.watches(f"{held}/flux") as news:
        youth.taps("Oui, je prends")
        html = next(data for _, data in news if 'id="proposals"' in data)
    assert "accepté" in html
    assert len(rows(db, Appointment)) == 1
    nadia.opens(held)
    assert "C'est confirmé : " in nadia.words


def test_slots_are_those_of_the_agenda_for_this_youth(nadia, held, db):
    nadia.opens(f"{held}/proposer/creneau")
    assert "Ses besoins : Travail." in nadia.words
    assert "Les premiers créneaux libres" in nadia.words
    assert 0 < len(picks(nadia)) <= 8
    nadia.opens(f"{held}/proposer/creneau?mode=phone")
    assert "Pour un appel, il faut un numéro" in nadia.words
    assert "Son téléphone" in nadia.words
    proposes(nadia, held, "creneau", mode="phone", phone="0612345678")
    assert rows(db, YouthRow)[0].phone == "0612345678"


def test_a_slot_taken_while_it_was_read_is_said_and_nothing_is_sent(nadia, held, youth, db, clock):
    page = f"{held}/proposer/creneau"
    nadia.opens(page)
    pick = picks(nadia)[0]
    nadia.opens(f"{page}?pick={pick}")
    with db.transaction() as tx:
        for site in tx.exec(select(Site)):
            site.closed_at = clock()
    assert nadia.sends(page) == 409
    assert "Ce n'est plus libre" in nadia.words
    assert (rows(db, Proposal), youth.hears()) == ([], [])


def test_sent_twice_it_is_proposed_once(nadia, held, youth, db):
    page = f"{held}/proposer/lieu"
    nadia.opens(page)
    nadia.opens(f"{page}?pick={picks(nadia)[0]}")
    fields = nadia.form(page).fields
    assert [nadia.posts(page, fields) for _ in range(2)] == [303, 303]
    assert len(rows(db, Proposal)) == 1


def test_a_place_is_proposed_with_its_distance(nadia, held, youth, db):
    promised = proposes(nadia, held, "lieu")
    assert youth.hears()[-1] == promised
    assert "Lieu proposé : " in nadia.words
    youth.taps("Non, autre chose")
    nadia.opens(held)
    assert "refusé" in nadia.words


def test_a_workshop_is_proposed_and_a_full_one_is_not(nadia, held, youth, db):
    with db.transaction() as tx:
        home = tx.exec(select(Handover.mission_locale_id)).one()
        site = tx.exec(select(Site).where(Site.mission_locale_id == home)).first()
        for name, seats in (("Complet", 0), ("Mon CV", 5)):
            at = MONDAY + timedelta(days=2)
            tx.add(Workshop(site_id=site.id, name=name, starts_at=at, ends_at=at, seats=seats))
    nadia.opens(f"{held}/proposer/atelier")
    full, free = picks(nadia)
    assert "complet" in nadia.words
    assert nadia.opens(f"{held}/proposer/atelier?pick={full}") == 409
    nadia.opens(f"{held}/proposer/atelier?pick={free}")
    nadia.sends(f"{held}/proposer/atelier")
    youth.hears()
    youth.taps("Oui, je viens")
    assert len(rows(db, Seat)) == 1


def test_without_workshops_the_page_says_what_to_do(nadia, held):
    nadia.opens(f"{held}/proposer/atelier")
    assert "Aucun atelier à venir" in nadia.words
    assert "proposer un créneau" in nadia.words


def test_under_16_the_pages_explain_and_nothing_is_sent(nadia, held, youth, db):
    with db.transaction() as tx:
        tx.exec(select(YouthRow)).one().bracket = "under_16"
    for what in ("creneau", "atelier"):
        nadia.opens(f"{held}/proposer/{what}")
        assert "Avant 16 ans, rien n'est réservé" in nadia.words
        assert picks(nadia) == []
    token = nadia.form("/deconnexion").fields
    nadia.opens(held)
    epoch = nadia.form(f"{held}/repondre").fields["epoch"]
    assert (
        nadia.posts(f"{held}/proposer/atelier", {**token, "epoch": epoch, "pick": "1", "nonce": "n"}) == 409
    )
    assert "Avant 16 ans, rien n'est réservé" in nadia.words
    assert rows(db, Proposal) == []


def test_somebody_whose_age_is_not_known_is_asked_for_it_first(nadia, held, db):
    with db.transaction() as tx:
        tx.exec(select(YouthRow)).one().bracket = None
    nadia.opens(f"{held}/proposer/creneau")
    assert "Son âge n'est pas connu" in nadia.words
    assert picks(nadia) == []
    nadia.opens(f"{held}/proposer/creneau?bracket=from_18")
    assert picks(nadia)


def test_who_does_not_hold_the_floor_is_told_who_does(browse, nadia, held, db):
    theo = browse().enters_as("Théo")
    assert theo.opens(f"{held}/proposer/creneau") == 409
    assert "Nadia " in theo.words
    assert "a la parole" in theo.words
    token = theo.form("/deconnexion").fields
    assert theo.posts(f"{held}/proposer/lieu", {**token, "pick": "1", "nonce": "n", "epoch": "0"}) == 409
    assert rows(db, Proposal) == []


def test_a_thread_out_of_scope_proposes_nothing(browse, nadia, held):
    awa = browse().enters_as("Inès")
    assert awa.opens(f"{held}/proposer/creneau") in {403, 404}
    assert nadia.opens(f"{held}/proposer/voyage") == 404


def test_odd_queries_and_forms_are_no_fault_of_ours(nadia, held, db):
    token = nadia.form("/deconnexion").fields
    odd = ("\u00b2", "-1", "9" * 60, "7.zzzzz.p", "a" * 3000, "\0", "<script>", "999999999")
    for what in ("creneau", "lieu", "atelier"):
        for word in odd:
            typed = dict.fromkeys(
                ("pick", "motive", "mode", "site", "from", "phone", "bracket", "epoch"), word
            )
            asked = nadia.http.get(f"{held}/proposer/{what}", params={**typed, "mode": "place"})
            assert asked.status_code < 500, (what, word)
            assert "<script>" not in asked.text
            assert nadia.posts(f"{held}/proposer/{what}", {**token, **typed, "nonce": word}) in {
                200,
                404,
                409,
                422,
            }
    assert rows(db, Proposal) == []
