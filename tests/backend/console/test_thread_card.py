"""The card beside a thread: what was once said is not asked again, whatever has ended or restarted since."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import event
from sqlmodel import select

from backend.console.app import pages
from backend.console.thread_card import Card, card_of
from backend.db import connect
from backend.handover.queries import Scope, find_thread
from backend.live import Bell
from backend.models import Conversation, Line
from backend.people.models import LostContact
from backend.people.models import Youth as YouthRow
from backend.scene import Arrival
from backend.turns import take_turn
from flows.events import Blocked, Edited, Said
from tests.backend.console.conftest import handover_of
from tests.mediator import Mediator
from tests.youth import books, plain_spaces, reaches_proposals


def seen(rooms) -> Card:
    """The card of the newest handover."""
    with rooms.db.reading() as tx:
        thread = find_thread(tx, Scope(frozenset(range(100)), home=True), handover_of(rooms.db))
        return card_of(tx, rooms, thread)


def labels(card: Card) -> list[str]:
    return [need.label for need in card.needs]


def answered(card: Card) -> dict[str, str | None]:
    return {plain_spaces(one.question): one.answer for one in card.answers}


def test_what_they_want_stands_in_their_own_words_at_the_head(youth, rooms, nadia, db):
    youth.starts()
    youth.writes("/humain")
    youth.writes("salut")
    youth.writes("je dors chez un pote et je cherche une chambre, un appart, n'importe")
    card = seen(rooms)
    assert [quote.text for quote in card.wants] == [
        "je dors chez un pote et je cherche une chambre, un appart, n'importe"
    ]
    assert labels(card) == ["Logement"]
    nadia.opens(f"/relais/{handover_of(db)}")
    head = nadia.words.partition('id="card"')[2].partition("<details")[0]
    assert head.index("Lou") < head.index("je dors chez un pote")


def test_danger_comes_first_of_all_words(youth, rooms):
    youth.starts()
    youth.writes("/humain")
    for said in ("bonjour à vous tous", "je cherche un travail stable", "il me frappe mon copain me frappe"):
        youth.writes(said)
    card = seen(rooms)
    assert card.danger == card.wants[-1].danger == "violence_conjugale"
    assert card.wants[0].text == "je cherche un travail stable"
    youth.taps("Ça va, on continue")
    card, why = seen(rooms), rooms.pages.macro("parts/words.html", "why")
    assert plain_spaces(str(why(card.why, card.danger))) == "A dit que ça va, après : Violence dans le couple"
    assert why("call", None) == "Préfère un appel"


def test_answers_and_needs_stay_after_the_story_has_ended(youth, rooms, clock, db):
    books(youth)
    clock.goes_on(days=30)
    with db.reading() as tx:
        assert tx.exec(select(Conversation)).one().stories == []
    youth.writes("/humain")
    card = seen(rooms)
    assert labels(card) == ["Travail"]
    assert answered(card) == {
        "Pour le travail, qu'est-ce qui t'aiderait le plus ?": "Trouver une offre",
        "Qu'est-ce qui te bloque le plus ?": "Rien de spécial",
    }
    assert [visit.status for visit in card.past] == ["booked"]
    assert card.coming == ()


def test_what_was_chosen_without_booking_stays_after_everything_restarted(youth, settings, db, script, rooms):
    """The story is begun anew, the process is another one: only the lines tell."""
    reaches_proposals(youth)
    youth.writes("/start")
    youth.taps("Recommencer")
    youth.writes("/humain")
    again = connect(str(db.engine.url))
    restarted = pages(settings, again, script, Bell()).state.rooms
    card = seen(restarted)
    assert labels(card) == ["Travail"]
    assert "Trouver une offre" in answered(card).values()
    assert card == seen(rooms)
    again.close()


def test_the_needs_of_a_new_story_come_before_those_of_the_former(youth, rooms, clock):
    books(youth)
    clock.goes_on(days=3)
    youth.starts()
    youth.taps("Une nouvelle demande")
    youth.taps("Logement")
    youth.writes("/humain")
    card = seen(rooms)
    assert labels(card) == ["Logement", "Travail"]
    assert card.needs[0].at > card.needs[1].at


def test_a_message_that_is_changed_is_quoted_as_it_reads_now(youth, rooms):
    youth.starts()
    youth.writes("/humain")
    for key, said in (("a", Said("je cherche un boulot de nuit")), ("b", Edited("je cherche un logement"))):
        arrival = Arrival(key, "telegram", youth.address, said, outside_id="7")
        rooms.db.retrying(lambda tx, arrival=arrival: take_turn(tx, rooms.script, arrival))
    card = seen(rooms)
    assert labels(card) == ["Logement"]
    assert card.wants[-1].text == "je cherche un logement"


def test_words_of_a_youth_are_words_and_never_html(youth, nadia, db):
    youth.starts()
    youth.writes("/humain")
    youth.writes("je cherche un travail <script>alert(1)</script> \u202eabc")
    nadia.opens(f"/relais/{handover_of(db)}")
    card = nadia.page.text.partition('id="card"')[2]
    assert "<script>alert" not in card
    assert "&lt;script&gt;" in card


def test_a_long_word_is_shortened_on_the_card(youth, rooms):
    youth.starts()
    youth.writes("/humain")
    youth.writes("travail " * 500)
    assert len(seen(rooms).wants[0].text) < 300


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda youth, db: youth.does(Blocked(blocked=True)), "bot bloqué"),
        (lambda youth, db: youth.writes("/stop"), "a écrit /stop"),
        (lambda youth, db: lose(db), "ne répond plus à une proposition"),
        (lambda youth, db: None, "joignable"),
    ],
    ids=["blocked", "stopped", "lost", "fine"],
)
def test_the_card_says_how_to_reach_them(youth, nadia, db, change, words):
    books(youth)
    youth.writes("/humain")
    thread = f"/relais/{handover_of(db)}"
    change(youth, db)
    nadia.opens(thread)
    assert words in nadia.words.partition('id="card"')[2]


def lose(db) -> None:
    with db.transaction() as tx:
        tx.add(LostContact(youth_id=tx.exec(select(YouthRow)).one().id, cause="silence"))


def test_former_handovers_are_told_with_their_end(youth, rooms, db, script, clock):
    youth.starts()
    youth.writes("/humain")
    nadia = Mediator(db, script)
    nadia.claims(nadia.sees()[0])
    nadia.closes(nadia.sees()[0])
    clock.goes_on(days=5)
    youth.writes("/humain")
    (before,) = seen(rooms).former
    assert (before.outcome, before.mediator) == ("answered", "Nadia Belkacem")


def test_nothing_is_remembered_of_those_who_erased(youth, rooms, clock):
    youth.starts()
    youth.writes("/humain")
    youth.writes("je cherche un travail à Imphy")
    assert seen(rooms).needs
    youth.writes("/supprimer")
    clock.goes_on(hours=1)
    youth.starts()
    youth.writes("/humain")
    card = seen(rooms)
    assert (card.needs, card.wants, card.answers, card.others) == ((), (), (), ())
    assert "travail" not in repr(vars(rooms.recollections))


def test_under_16_the_card_says_that_it_will_be_gone(youth, nadia, db):
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("Moins de 16 ans")
    youth.taps("Parler à quelqu'un")
    nadia.opens(f"/relais/{handover_of(db)}")
    assert "Moins de 16 ans : la conversation s'efface" in nadia.words


def test_a_line_is_heard_again_once_and_the_card_asks_little_of_the_database(youth, rooms, db):
    books(youth)
    youth.writes("/humain")
    with db.transaction() as tx:
        row = tx.exec(select(Conversation)).one()
        for _ in range(400):
            row.last_seq += 1
            tx.add(
                Line(conversation_id=row.id, seq=row.last_seq, author="youth", text="je cherche un travail")
            )
    heard = seen(rooms)
    asked: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    assert seen(rooms) == heard
    assert not [sql for sql in asked if re.search(r"line\.buttons", sql)]
    assert len([sql for sql in asked if sql.startswith("SELECT")]) <= 8, asked


def test_quotations_lead_to_their_line_even_on_an_older_page(youth, rooms, nadia, db):
    youth.starts()
    youth.writes("/humain")
    youth.writes("je cherche un travail de jardinier")
    with db.transaction() as tx:
        row = tx.exec(select(Conversation)).one()
        for _ in range(210):
            row.last_seq += 1
            tx.add(Line(conversation_id=row.id, seq=row.last_seq, author="guide", text="…"))
    (quote,) = seen(rooms).wants
    thread = f"/relais/{handover_of(db)}"
    page, _, line = quote.href.partition("#")
    nadia.opens(thread + page)
    assert f'id="{line}"' in nadia.page.text
