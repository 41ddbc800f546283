"""The inbox sifted and searched: filters stand in the address, words are looked for in open threads only."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from backend.console.inbox_filter import Wanted, in_threads, missing, passes, wanted_of, words_of
from backend.handover.columns import Call, column_of
from backend.handover.models import Handover, Promise
from backend.people.models import Youth as YouthRow
from tests.backend.console.test_columns import CALL, LATER, ME
from tests.clock import MONDAY
from tests.mediator import Mediator
from tests.youth import Youth


def test_an_address_says_what_is_wanted_and_nothing_odd():
    assert wanted_of({}) == Wanted()
    assert not wanted_of({"q": "   ", "priorite": "tout", "lieu": "'; --"})
    assert wanted_of({"lieu": "3", "q": " Lou "}) == Wanted(site="3", words="Lou")
    assert wanted_of({"lieu": "3", "q": "a & b"}).query == "?lieu=3&q=a+%26+b"
    assert len(wanted_of({"q": "x" * 5000}).words) == 60
    assert wanted_of({"lieu": "\N{SUPERSCRIPT TWO}"}).site == ""


@pytest.mark.parametrize(
    ("wanted", "call", "through"),
    [
        (Wanted(site="4"), replace(CALL, site_id=4), True),
        (Wanted(site="4"), CALL, False),
        (Wanted(need="logement"), replace(CALL, needs=("emploi", "logement")), True),
        (Wanted(need="logement"), replace(CALL, needs=("emploi",)), False),
        (Wanted(language="fr"), replace(CALL, language="fr-facile"), True),
        (Wanted(language="ar"), CALL, False),
        (Wanted(priority="urgent"), replace(CALL, urgent=True), True),
        (Wanted(priority="urgent"), CALL, False),
        (Wanted(priority="promesse"), replace(CALL, due_at=MONDAY + timedelta(minutes=20)), True),
        (Wanted(priority="promesse"), replace(CALL, due_at=MONDAY + timedelta(hours=2)), False),
        (Wanted(priority="promesse"), replace(CALL, due_at=MONDAY - timedelta(hours=2)), True),
    ],
)
def test_a_filter_lets_through_what_it_names(wanted: Wanted, call: Call, through: bool):
    assert passes(wanted, call, MONDAY) is through


def test_words_are_looked_for_by_their_beginnings_whatever_their_accents():
    shown = words_of("<p>Élodie</p><span>Nevers &amp; Decize</span>")
    assert missing(("elo", "dec"), shown) == ()
    assert missing(("evers", "permis"), shown) == ("evers", "permis")


def test_every_word_must_have_been_written_in_the_same_conversation():
    said = [(1, "mon permis"), (1, "est à Nevers"), (2, "permis de conduire")]
    assert in_threads({1: ("permis", "nevers"), 2: ("permis", "nevers")}, said) == {1}
    assert in_threads({1: ("mo",)}, said) == set()


def test_what_is_set_aside_stands_apart_until_its_time():
    mine = replace(CALL, mediator_id=ME, replied=True, snoozed_until=LATER)
    assert column_of(mine, ME, MONDAY) == "snoozed"
    assert column_of(mine, ME, LATER) == "awaiting"
    assert column_of(replace(mine, closed_at=MONDAY), ME, MONDAY) == "done"


@pytest.fixture
def calls(db, script) -> dict[str, int]:
    """Ana waits; Bilal is Nadia's, Chloé was."""
    made: dict[str, int] = {}
    nadia = Mediator(db, script)
    for name in ("Ana", "Bilal", "Chloé"):
        youth = Youth(db, script, f"9{len(made)}", name=name)
        youth.starts()
        youth.writes("/humain")
        handover = nadia.sees()[-1]
        made[name] = handover.id or 0
        youth.writes(f"c'est {name}, j'ai raté mon code de la route")
        if name != "Ana":
            nadia.claims(handover)
        if name == "Chloé":
            nadia.closes(handover)
    return made


def names(browser, query: str) -> set[str]:
    assert browser.opens(f"/relais?{query}") == 200
    return {name for name in ("Ana", "Bilal", "Chloé") if f"<strong>{name}</strong>" in browser.words}


def test_the_page_shows_what_is_looked_for(nadia, calls):
    assert names(nadia, "") == {"Ana", "Bilal", "Chloé"}
    assert names(nadia, "q=bil") == {"Bilal"}
    assert names(nadia, "q=chloe termine") == {"Chloé"}
    assert names(nadia, "q=a+prendre+ana") == {"Ana"}
    assert names(nadia, "q=code+route") == {"Ana", "Bilal"}, "words only over open threads"
    assert names(nadia, "q=zzz") == set()
    assert "Rien qui corresponde" in nadia.words
    assert names(nadia, "langue=ar") == set()


def test_one_that_ended_is_found_behind_many_others(nadia, calls, db, clock):
    with db.transaction() as tx:
        bilal, chloe = (tx.get_one(Handover, calls[name]) for name in ("Bilal", "Chloé"))
        kept = bilal.model_dump(exclude={"id"})
        for _ in range(30):
            tx.add(Handover(**{**kept, "closed_at": clock.at, "outcome": "answered"}))
        chloe.closed_at = clock.at - timedelta(days=40)
        tx.add(chloe)
    assert names(nadia, "") == {"Ana", "Bilal"}
    assert names(nadia, "q=chloe") == {"Chloé"}


def test_another_mission_locale_finds_nothing_of_ours(browse, calls):
    assert names(browse().enters_as("Lucas"), "q=code+route") == set()


@pytest.mark.parametrize(
    "query", ["q=%00", "q=%3Cscript%3E", "lieu=99999999999", "besoin=x&langue=%F0%9F%92%A3", "q=a&q=b"]
)
def test_odd_filters_are_answered_with_a_page(nadia, calls, query):
    assert nadia.opens(f"/relais?{query}") == 200
    assert "<script>" not in nadia.page.text.partition("<main")[2].partition("</main>")[0]


def test_a_promise_stands_in_clear_and_presses(nadia, calls, db, clock):
    with db.transaction() as tx:
        for one in tx.exec(select(Promise)):
            tx.delete(one)
        tx.add(Promise(handover_id=calls["Ana"], made_at=clock.at, due_at=clock.at + timedelta(minutes=50)))
    nadia.opens("/relais")
    assert "réponse promise avant 9 h 50" in nadia.words
    clock.goes_on(minutes=30)
    nadia.opens("/relais")
    assert "réponse promise dans 20 min" in nadia.words
    clock.goes_on(minutes=30)
    nadia.opens("/relais")
    assert "promesse manquée depuis 10 min" in nadia.words


def test_a_hostile_first_name_stays_a_name(nadia, calls, db):
    with db.transaction() as tx:
        youth = tx.get_one(YouthRow, tx.get_one(Handover, calls["Ana"]).youth_id)
        youth.first_name = "<img src=x onerror=alert(1)>"
        tx.add(youth)
    nadia.opens("/relais?q=img")
    assert "<img" not in nadia.page.text
