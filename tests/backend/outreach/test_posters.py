"""Young people who come by a QR code: remembered, counted, and never taken from whoever talks with them."""

from __future__ import annotations

from collections import Counter

import pytest
from aiogram.types import Update
from sqlalchemy import event
from sqlmodel import select

from backend.insight.models import Fact
from backend.models import Conversation
from backend.outreach.counting import by_month, came, met, note_met, said
from backend.outreach.landing import FRESH, PATIENCE, Landings
from backend.outreach.models import CAME, Poster
from backend.outreach.posters import LENGTH, LETTERS, PREFIX, make, new_code
from backend.people.accounts import staff_of
from backend.people.models import Person
from bot.inbound import to_arrival
from tests.mediator import Mediator
from tests.youth import Youth, reaches_proposals


@pytest.fixture
def poster(db, clock) -> Poster:
    return hung(db, clock)


def hung(db, clock, name: str = "Lycée") -> Poster:
    with db.transaction() as tx:
        nadia = staff_of(tx, tx.exec(select(Person).where(Person.email == "nadia.belkacem@exemple.fr")).one())
        return make(tx, nadia, next(iter(nadia.mission_locales("mediator"))), None, name, clock())


def origin(db) -> int | None:
    with db.reading() as tx:
        return tx.exec(select(Conversation)).one().poster_id


def test_a_code_is_a_payload_that_telegram_takes_and_nobody_guesses():
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(code.startswith(PREFIX) and len(code) <= 64 for code in codes)
    assert set("".join(code.removeprefix(PREFIX) for code in codes)) <= set(LETTERS)
    assert len(LETTERS) ** LENGTH > 10**11


def test_a_scan_begins_the_ordinary_way_and_is_remembered(youth, db, poster):
    (hello,) = youth.writes(f"/start {poster.code}")
    assert hello == Youth(db, youth.script, "7").writes("/start")[0]
    with db.reading() as tx:
        by = tx.exec(select(Conversation.poster_id).order_by(Conversation.id)).all()
    assert by == [poster.id, None]


def test_a_code_in_capitals_is_the_same(youth, db, poster):
    youth.writes(f"/start {poster.code.upper()}")
    assert origin(db) == poster.id


@pytest.mark.parametrize(
    "code", ["aff-xxxxxxxx", "aff-", "aff-" + "2" * 500, "aff-<b>", "affiche", "aff-é\u202e"]
)
def test_an_unknown_code_is_an_ordinary_start(youth, db, code):
    (hello,) = youth.writes(f"/start {code}")
    assert "Passerelle" in hello
    assert origin(db) is None


def test_a_retired_poster_counts_no_more(youth, db, poster, clock):
    with db.transaction() as tx:
        tx.get_one(Poster, poster.id).retired_at = clock()
    youth.writes(f"/start {poster.code}")
    assert origin(db) is None


def test_a_later_scan_changes_neither_where_they_began_nor_where_they_are(youth, db, poster, clock):
    reaches_proposals(youth)
    heard = youth.writes(f"/start {poster.code}")
    assert origin(db) is None
    assert "Continuer" in youth.buttons
    assert heard


def test_two_posters_the_first_one_stays(youth, db, poster, clock):
    other = hung(db, clock, "Mairie")
    youth.writes(f"/start {poster.code}")
    youth.writes(f"/start {other.code}")
    assert origin(db) == poster.id


def test_a_scan_in_the_middle_of_a_talk_with_a_human_takes_no_floor(youth, db, script, poster):
    youth.starts()
    youth.writes("/humain")
    nadia = Mediator(db, script)
    nadia.claims(nadia.sees()[0])
    youth.hears()
    before = nadia.epoch(nadia.sees()[0])
    youth.writes(f"/start {poster.code}")
    handover = nadia.sees()[0]
    assert nadia.epoch(handover) == before
    nadia.replies(handover, "Je suis toujours là.")
    assert "Je suis toujours là." in youth.hears()
    assert origin(db) is None


def test_the_payload_comes_through_a_real_update():
    chat = {"id": 42, "type": "private"}
    message = {"message_id": 1, "date": 0, "chat": chat, "text": "/start aff-22345678"}
    arrival = to_arrival(Update.model_validate({"update_id": 1, "message": message}), 1)
    assert arrival.event.text == "/start aff-22345678"


def test_each_conversation_counts_once_in_its_month_even_after_it_was_erased(db, script, poster, clock):
    youths = [Youth(db, script, str(n)) for n in range(3)]
    for one in youths:
        one.writes(f"/start {poster.code}")
        one.writes(f"/start {poster.code}")
    clock.goes_on(days=20)
    Youth(db, script, "9").writes(f"/start {poster.code}")
    youths[0].writes("/supprimer")
    with db.reading() as tx:
        counted = came(tx, [poster.mission_locale_id], clock())[poster.id]
        kept = [fact.needs for fact in tx.exec(select(Fact)) if fact.needs]
    assert counted == {"2026-11": 3, "2026-12": 1}
    assert kept == [[f"{CAME}{poster.id}"]]


def test_nothing_is_counted_of_a_minor_who_is_forgotten(youth, db, poster, clock):
    youth.writes(f"/start {poster.code}")
    youth.taps("C'est parti")
    youth.taps("Moins de 16 ans")
    with db.reading() as tx:
        assert tx.exec(select(Conversation)).all() == []
        assert came(tx, [poster.mission_locale_id], clock()) == {}


def test_one_to_four_are_not_told_apart():
    assert [said(n) for n in (0, 1, 4, 5, 120)] == [0, None, None, 5, 120]


def test_months_with_few_do_not_follow_from_the_total():
    assert by_month(Counter({"2026-10": 7, "2026-11": 5})) == [("2026-11", 5), ("2026-10", 7)]
    assert by_month(Counter({"2026-10": 7, "2026-11": 2})) == []


def test_a_need_met_in_the_street_is_a_number_of_a_month_and_counts_once_a_form(db, clock, poster):
    for nonce in ("a", "a", "b"):
        with db.transaction() as tx:
            note_met(tx, poster.mission_locale_id, ["logement", "sante"], clock(), nonce)
    with db.reading() as tx:
        assert met(tx, [poster.mission_locale_id], clock()) == {"2026-11": {"logement": 2, "sante": 2}}
        assert {(f.bracket, f.booked, f.handovers) for f in tx.exec(select(Fact))} == {(None, 0, 0)}
        assert met(tx, [], clock()) == {}


def test_a_crowd_of_scans_and_of_guesses_costs_one_query(db, clock, poster):
    ticks = [0.0]
    landings = Landings(db, clock, lambda: ticks[0])
    asked: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    for n in range(200):
        assert landings.find(poster.code) is not None
        assert landings.find(f"aff-{n}") is None
    assert len([sql for sql in asked if "FROM poster" in sql]) == 1
    made = hung(db, clock, "Mairie")
    ticks[0] += PATIENCE / 2
    assert landings.find(made.code) is None
    ticks[0] += PATIENCE
    assert landings.find(made.code) is not None
    with db.transaction() as tx:
        tx.get_one(Poster, poster.id).retired_at = clock()
    assert not landings.find(poster.code).retired
    ticks[0] += FRESH + 1
    assert landings.find(poster.code).retired
