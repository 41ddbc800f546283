"""The waiting list: who is told, how often, and what the buttons of a notice do."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select, update

from backend.agenda.closing import cancel_by_staff
from backend.agenda.models import LIVE, Appointment, Busy, Opening
from backend.models import Line, Seen
from backend.people.erasure import erase
from backend.waiting.models import SlotRequest, Waiting
from bot.ticks import sweep
from flows.events import Blocked, Chose
from tests.queue import SOONER, appointments, cancels, in_line, labels, tick, waitings, waits
from tests.youth import Youth, books, first_proposal, reaches_proposals

TAKEN, GONE = "Cette place vient juste d'être prise", "Cette attente est finie"


@pytest.fixture
def line(db, script):
    """Lou has tomorrow at Imphy; Zoé has it two weeks later, and waits for something earlier."""
    lou, sam, zoe = in_line(db, script, "Lou", "Sam", "Zoé")
    waits(zoe)
    return lou, sam, zoe


def test_waiting_is_offered_only_to_those_who_are_booked_more_than_a_week_ahead(db, script):
    lou, sam, zoe = in_line(db, script, "Lou", "Sam", "Zoé")
    assert [SOONER in youth.buttons for youth in (lou, sam, zoe)] == [False, True, True]
    for wish in ("wait-1", "wait-99", "wait-", "wait-x"):
        heard = lou.does(Chose("appointment", "wish", wish))[0]
        assert heard.startswith(
            "Ton rendez-vous est déjà bientôt" if wish == "wait-1" else "Ce rendez-vous n'existe"
        )
    assert waitings(db) == []


def test_asking_twice_is_waiting_once(line, db):
    _, _, zoe = line
    zoe.writes("/rdv")
    assert zoe.taps(SOONER)[0].startswith("C'est noté. Je t'écris si une place se libère")
    assert len(waitings(db)) == 1


def test_a_cancellation_by_staff_is_told_too(line, db, script):
    with db.transaction() as tx:
        cancel_by_staff(tx, script, 1)
    assert tick(db, script) == 1


def test_there_is_never_a_fourth_notice(line, db, script, clock):
    with db.transaction() as tx:
        tx.execute(
            update(Appointment).where(Appointment.id == 3).values(starts_at=clock() + timedelta(days=30))
        )
        tx.execute(update(Opening).values(max_a_day=None, hours="Mo-Su 09:00-18:00"))
    told = []
    for _ in range(8):
        told.append(tick(db, script) + tick(db, script))
        clock.goes_on(days=1)
    assert told == [1, 1, 1, 0, 0, 0, 0, 0]
    assert waitings(db)[0].notices == 3


def test_nobody_is_told_at_night_and_everybody_in_the_morning(line, db, script, clock):
    clock.goes_on(hours=11)  # 20 h in Nevers
    with db.transaction() as tx:
        tx.execute(update(Opening).values(max_a_day=None))
    clock.at = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
    assert tick(db, script) == 0
    clock.at = datetime(2026, 11, 24, 6, 59, tzinfo=UTC)
    assert tick(db, script) == 0
    clock.at = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
    assert tick(db, script) == 1


def test_whoever_stopped_or_blocked_the_guide_or_will_not_be_reminded_hears_nothing(line, db, script):
    lou, _, zoe = line
    cancels(lou)
    zoe.does(Blocked(True))
    assert tick(db, script) == 0
    zoe.does(Blocked(False))
    zoe.writes("/stop")
    zoe.taps("Oui, garde-le")
    assert tick(db, script) == 0


def test_off_the_list_is_off_the_list(line, db, script):
    lou, _, zoe = line
    cancels(lou)
    assert tick(db, script) == 1
    zoe.hears()
    assert labels(zoe) == ["Prendre", "Garder le mien", "Ne plus me prévenir"]
    assert zoe.taps("Ne plus me prévenir")[0].startswith("D'accord, je ne cherche plus")
    assert zoe.taps("Prendre")[0].startswith(GONE)
    assert [a.status for a in appointments(db)] == ["booked"] * 2


def test_forged_taps_change_nothing_and_are_answered_plainly(line, db, script, clock):
    lou, sam, zoe = line
    cancels(lou)
    tick(db, script)
    zoe.hears()
    offered = zoe.buttons["Prendre"].rpartition(":")[2]
    assert sam.does(Chose("appointment", "wish", offered))[0].startswith(GONE), "a wait of somebody else"
    for forged in ("take-1-", "take-1-x", "take-1-1.zzzzz.p", "take-1-999.htedc.p", f"take-{'9' * 12}-1.a.p"):
        heard = zoe.does(Chose("appointment", "wish", forged))[0]
        assert heard.startswith((TAKEN, GONE)), forged
    assert sam.does(Chose("appointment", "wish", "unwait-1"))[0].startswith("C'est déjà fini")
    clock.goes_on(days=2)
    assert zoe.does(Chose("appointment", "wish", offered))[0].startswith(TAKEN), "yesterday's slot"
    assert [a.id for a in appointments(db)] == [2, 3] and waitings(db)[0].closed_at is None


def test_a_wait_ends_with_its_appointment(line, db, script):
    lou, _, zoe = line
    zoe.writes("/rdv")
    zoe.taps("Annuler")
    zoe.taps("Oui, annuler")
    cancels(lou)
    assert tick(db, script) == 0


def test_waits_that_are_over_are_written_down_as_over_and_no_others(line, db, script, clock):
    """Else the clock would go through all who ever waited."""
    _, sam, _ = line
    waits(sam)
    sweep(db, script)
    assert [w.closed_at for w in waitings(db)] == [None, None]
    cancels(sam)
    sweep(db, script)
    assert [w.closed_at for w in waitings(db)] == [None, clock.at]
    clock.goes_on(days=30)
    sweep(db, script)
    assert all(w.closed_at for w in waitings(db))


def test_a_notice_that_has_not_left_yet_falls_when_the_appointment_is_gone(line, db, script):
    lou, _, zoe = line
    cancels(lou)
    assert tick(db, script) == 1
    with db.transaction() as tx:
        tx.execute(update(Appointment).where(Appointment.id == 3).values(status="cancelled_by_staff"))
    assert zoe.hears() == []
    with db.reading() as tx:
        assert [ln.state for ln in tx.exec(select(Line).where(Line.state == "stale"))] == ["stale"]


def test_of_those_who_tap_at_once_one_has_it(db, script):
    names = [f"Jeune {n}" for n in range(5)]
    youths = in_line(db, script, "Lou", "Sam", *names)
    lou, _, *rest = youths
    for youth in rest:
        waits(youth)
    cancels(lou)
    assert tick(db, script) == 3, "a few are told before the next are"
    told = [youth for youth in rest if youth.hears()]
    assert [youth.name for youth in told] == names[:3], "those who have waited longest"
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda youth: youth.turn(youth.button("Prendre")), told))
    heard = [youth.hears()[0] for youth in told]
    assert sum(text.startswith("C'est pour toi") for text in heard) == 1
    assert sum(text.startswith(TAKEN) for text in heard) == 2
    with db.reading() as tx:
        live = set(tx.exec(select(Appointment.id).where(Appointment.status.in_(LIVE))))
        assert set(tx.exec(select(Busy.appointment_id))) == live


def test_the_next_are_told_an_hour_later(db, script, clock):
    lou, _, *rest = in_line(db, script, "Lou", "Sam", *[f"Jeune {n}" for n in range(4)])
    for youth in rest:
        waits(youth)
    cancels(lou)
    assert (tick(db, script), tick(db, script)) == (3, 0)
    clock.goes_on(minutes=61)
    assert tick(db, script) == 1


@pytest.fixture
def nothing_free(db):
    with db.transaction() as tx:
        tx.execute(update(Opening).values(until=datetime(2026, 1, 1, tzinfo=UTC).date()))


def opens(db) -> None:
    with db.transaction() as tx:
        tx.execute(update(Opening).values(until=None))


def test_whoever_found_nothing_waits_and_those_who_open_slots_are_told_once(youth, db, script, nothing_free):
    reaches_proposals(youth)
    assert youth.taps("Me prévenir dès qu'une place s'ouvre")[0].startswith(
        "C'est noté, je t'écris dès qu'une"
    )
    assert "Parler à quelqu'un" in youth.buttons
    other = Youth(db, script, "43", name="Sam")
    reaches_proposals(other)
    other.taps("Me prévenir dès qu'une place s'ouvre")
    with db.reading() as tx:
        (asked,) = tx.exec(select(SlotRequest)).all()
        assert (asked.asked_by, asked.done_at) == (None, None)
    assert tick(db, script) == 0
    opens(db)
    assert tick(db, script) == 2
    assert youth.hears()[0].startswith("Une place s'ouvre : mardi 24 novembre")
    assert labels(youth) == ["Prendre", "Pas celle-là", "Ne plus me prévenir"]
    assert youth.taps("Prendre")[0].startswith("C'est pour toi : mardi 24 novembre")
    assert [(a.youth_id, a.mode) for a in appointments(db)] == [(1, "place")]
    assert youth.taps("Prendre")[0].startswith(GONE), "twice is once"


def test_whoever_cannot_come_and_waits_leaves_a_number_first(youth, db, script, nothing_free):
    reaches_proposals(youth)
    youth.taps("Je ne peux pas venir")
    assert youth.taps("Me prévenir dès qu'une place s'ouvre")[0].startswith("Sur quel numéro")
    assert youth.writes("zéro six")[0].startswith("Ce numéro ne me semble pas complet")
    assert youth.writes("06 12 34 56 78")[0].startswith("C'est noté, je t'écris dès")
    opens(db)
    assert tick(db, script) == 1
    assert "par téléphone" in youth.hears()[0]
    youth.taps("Prendre")
    assert [a.mode for a in appointments(db)] == ["phone"]


def test_whoever_books_by_themselves_waits_no_more(youth, db, script, clock, nothing_free):
    reaches_proposals(youth)
    youth.taps("Me prévenir dès qu'une place s'ouvre")
    opens(db)
    clock.goes_on(minutes=1)
    youth.starts()
    youth.taps("Une nouvelle demande")
    for label in ("C'est parti", "Travail", "C'est tout", "Trouver une offre", "Rien de spécial"):
        youth.taps(label)
    youth.taps(first_proposal(youth))
    youth.taps("Confirmer")
    assert len(appointments(db)) == 1 and tick(db, script) == 0


def test_erasing_a_youth_takes_them_off_the_list(line, db):
    with db.transaction() as tx:
        erase(tx, 3)
    with db.reading() as tx:
        assert tx.exec(select(Waiting)).all() == []
        assert not [k for k in tx.exec(select(Seen.key)) if "Zo" in k]


def test_a_booking_of_before_the_wait_does_not_end_it(youth, db, script, clock):
    books(youth)
    clock.goes_on(minutes=1)
    with db.transaction() as tx:
        tx.execute(update(Opening).values(until=datetime(2026, 1, 1, tzinfo=UTC).date()))
    youth.starts()
    youth.taps("Une nouvelle demande")
    for label in ("C'est parti", "Logement", "C'est tout"):
        youth.taps(label)
    while "Me prévenir dès qu'une place s'ouvre" not in labels(youth):
        youth.taps(labels(youth)[0])
    youth.taps("Me prévenir dès qu'une place s'ouvre")
    opens(db)
    assert tick(db, script) == 1


def test_a_notice_that_did_not_leave_by_nightfall_does_not_leave_at_night(line, db, script, clock):
    lou, _, zoe = line
    cancels(lou)
    clock.at = datetime(2026, 11, 23, 19, 59, tzinfo=UTC)  # 20:59 in Nevers
    with db.transaction() as tx:
        tx.execute(update(Opening).values(max_a_day=None))
    assert tick(db, script) == 1
    clock.goes_on(minutes=1)
    assert zoe.hears() == []
