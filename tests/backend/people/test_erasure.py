"""Erasing is true in every table; what a minor said is not kept."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from sqlmodel import func, select

from backend.forgetting import forget_old
from backend.insight.models import RATED, Fact
from backend.models import Conversation, Line
from backend.people.models import Youth as YouthRow
from backend.scene import Arrival
from backend.turns import take_turn
from flows.events import Blocked, Said, Told
from tests.backend.people.whole_life import (
    OF_A_HANDOVER,
    OF_THE_AGENDA,
    WORDS,
    everything,
    filled,
    full_life,
    owned,
    stolen,
)
from tests.mediator import Mediator
from tests.youth import Youth, books


@pytest.mark.parametrize("ring", [False, True], indirect=True, ids=["clear", "sealed"])
def test_supprimer_erases_at_once_in_every_table(db, script, ring):
    youth = Youth(db, script, "424242", name="Zéphirine")
    full_life(youth, db, script)
    found = everything(db)
    assert all(word in found for word in WORDS), "the search finds what is there"
    if ring:
        assert [word for word in WORDS if word in stolen(db)] == ["424242"], (
            "of the chat only its number shows"
        )
    heard = youth.writes("/supprimer")
    assert heard == [] and youth.last.farewell.startswith("C")
    gone = everything(db)
    assert not [word for word in WORDS if word in gone]
    assert filled(db) == set()


def test_a_full_life_leaves_something_in_every_table_of_a_handover(youth, db, script):
    full_life(youth, db, script)
    assert filled(db) >= OF_A_HANDOVER


def test_what_erasure_must_reach_is_known():
    """Whoever adds a table that belongs to a youth adds it here, and to a full life."""
    assert owned() == OF_A_HANDOVER | OF_THE_AGENDA


def test_who_is_erased_is_not_kept_again_by_what_comes_twice_or_by_blocking_the_bot(youth, db):
    """Telegram repeats an update whose confirmation was lost; and whoever leaves for good often blocks the bot too."""
    books(youth)
    for _ in range(2):
        youth.does(Said("/supprimer"), key="once")
    youth.does(Blocked(True))
    youth.does(Blocked(False))
    assert filled(db) == set()
    with db.reading() as tx:
        assert tx.exec(select(Conversation)).all() == tx.exec(select(YouthRow)).all() == []
    assert youth.starts()[0].startswith("Salut !")


def test_a_reminder_for_somebody_who_erased_themselves_meanwhile_begins_nothing(youth, db, script):
    """The clock, or one of the staff, knew the address a moment before."""
    books(youth)
    youth.writes("/supprimer")
    for author in ("clock", "staff", "mediator"):
        late = Arrival(f"late:{author}", "telegram", youth.address, Told("apology", {}), author)
        with db.transaction() as tx:
            assert take_turn(tx, script, late).repeated
    with db.reading() as tx:
        assert tx.exec(select(Conversation)).all() == tx.exec(select(YouthRow)).all() == []


def test_erasing_leaves_one_fact_without_identity(youth, db, script):
    full_life(youth, db, script)
    youth.writes("/supprimer")
    with db.reading() as tx:
        fact, *rest = tx.exec(select(Fact).order_by(Fact.id))
    assert (fact.month, fact.bracket, fact.needs, fact.booked, fact.handovers) == (
        "2026-11",
        "from_18",
        ["emploi"],
        1,
        2,
    )
    assert {one.bracket for one in rest} == {None}
    assert Counter((one.month, *one.needs, one.promises_kept) for one in rest) == {
        ("2026-11", "answered:0", 0): 2,
        ("2026-11", "promised", 1): 2,
        ("2026-11", f"{RATED}good", 0): 1,
    }


def test_erasing_frees_the_chair_for_the_next(db, script):
    lou, sam = Youth(db, script, "1"), Youth(db, script, "2", name="Sam")
    first = books(lou)[0]
    lou.writes("/supprimer")
    assert books(sam)[0] == first


def test_who_comes_back_after_erasing_begins_anew(youth):
    books(youth)
    youth.writes("/supprimer")
    assert youth.starts()[0].startswith("Salut !")


def test_erasing_one_youth_leaves_the_others(db, script):
    lou, sam = Youth(db, script, "1"), Youth(db, script, "2", name="Sam")
    books(lou)
    books(sam)
    lou.writes("/supprimer")
    assert sam.writes("/rdv")[0].startswith("Ton rendez-vous")


def minor(youth):
    youth.starts()
    youth.taps("C'est parti")
    return youth.taps("Moins de 16 ans")


def test_under_sixteen_the_right_doors_and_nothing_kept(youth, db):
    heard = minor(youth)
    assert "119" in heard[0] and "Fil Santé Jeunes" in heard[0]
    with db.reading() as tx:
        assert [
            tx.exec(select(func.count()).select_from(t)).one() for t in (Line, Conversation, YouthRow, Fact)
        ] == [0] * 4


def test_under_sixteen_who_asks_for_a_human_is_kept_until_a_day_after_closing(youth, db, script, clock):
    youth.starts()
    youth.taps("C'est parti")
    youth.writes("/humain")
    youth.taps("Moins de 16 ans")
    nadia = Mediator(db, script)
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.closes(handover)
    youth.hears()
    assert forget_old(db, clock() + timedelta(hours=23)) == 0
    assert forget_old(db, clock() + timedelta(hours=25)) == 1
    with db.reading() as tx:
        assert tx.exec(select(func.count()).select_from(Line)).one() == 0


def test_under_sixteen_who_erases_themselves_is_in_no_figure(youth, db):
    minor(youth)
    youth.taps("Parler à quelqu'un")
    youth.writes("/supprimer")
    with db.reading() as tx:
        assert tx.exec(select(Fact)).all() == []


def test_under_sixteen_the_button_works_after_all_was_forgotten_and_no_name_is_kept(db, script):
    youth = Youth(db, script, "7", name="Zéphirine")
    minor(youth)
    assert youth.taps("Parler à quelqu'un")[0].startswith("C'est fait")
    with db.reading() as tx:
        kept = tx.exec(select(YouthRow)).one()
        assert (kept.first_name, kept.bracket) == (None, "under_16")
        assert tx.exec(select(Conversation.forget_when_said)).one()


def test_erasing_in_the_middle_of_a_handover_takes_it_from_the_inbox(youth, db, script):
    youth.writes("/humain")
    youth.writes("/supprimer")
    assert Mediator(db, script).sees() == []
