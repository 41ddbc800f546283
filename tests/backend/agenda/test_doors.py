"""No appointment ever points at a closed door."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from backend.agenda.door_changes import (
    CANCEL,
    DoorChange,
    ListChanged,
    StillNeeded,
    carry_out,
    open_after,
    reopen,
    stranded,
    take_back,
)
from backend.agenda.models import LIVE, Appointment, Busy
from backend.agenda.moving import Mover
from backend.places.models import Site, SiteException
from backend.scene import Arrival, NotPossible
from backend.turns import take_turn
from tests.youth import Youth, books, first_proposal, reaches_proposals

PARIS = ZoneInfo("Europe/Paris")


def only(db) -> Appointment:
    with db.reading() as tx:
        return tx.exec(select(Appointment).where(Appointment.status.in_(LIVE))).one()


def that_day(appointment: Appointment, **more) -> DoorChange:
    day = appointment.starts_at.astimezone(PARIS).date()
    return DoorChange(appointment.site_id or 0, day, day, **more)


def ways(db, script, change: DoorChange) -> dict[int, list[str]]:
    """What the page would propose for each appointment concerned."""
    with db.reading() as tx:
        site = tx.get_one(Site, change.site_id)
        mover = Mover(tx, script.now(), open_after(change, site.insee))
        concerned = stranded(tx, site, change, script.now())
        return {a.id or 0: [o["id"] for o in mover.ways(a)] for a in concerned}


def closes(db, script, change: DoorChange, decisions: dict[int, str]) -> None:
    db.retrying(lambda tx: carry_out(tx, script, change, decisions))


def behind_closed_doors(db, now) -> list[int | None]:
    """The property: those who would come in vain."""
    with db.reading() as tx:
        coming = select(Appointment, Site).join(Site, Site.id == Appointment.site_id)
        rows = tx.exec(
            coming.where(
                Appointment.status.in_(LIVE), Appointment.mode == "place", Appointment.starts_at > now
            )
        ).all()
        days = tx.exec(select(SiteException).order_by(SiteException.id)).all()
    return [a.id for a, site in rows if site.closed_at or shut(days, a)]


def shut(days: list[SiteException], appointment: Appointment) -> bool:
    day = appointment.starts_at.astimezone(PARIS).date()
    there = [e for e in days if e.site_id == appointment.site_id and e.first <= day <= e.last]
    return bool(there) and not there[-1].hours


def test_closing_moves_who_was_booked_and_tells_them(youth, db, script):
    books(youth)
    old = only(db)
    change = that_day(old)
    slot = ways(db, script, change)[old.id or 0][0]
    closes(db, script, change, {old.id or 0: slot})
    heard = youth.hears()
    assert heard[0].startswith("La mission locale a dû déplacer ton rendez-vous de mardi 24 novembre")
    assert heard[1].startswith("À ajouter à ton agenda")
    new = only(db)
    assert (new.uid, new.sequence, new.moved_from_id) == (old.uid, old.sequence + 1, old.id)
    assert behind_closed_doors(db, script.now()) == []
    with db.reading() as tx:
        assert set(tx.exec(select(Busy.appointment_id))) == {new.id}
    youth.taps("Annuler")
    assert youth.taps("Oui, annuler")[0].startswith("C'est annulé")


def test_closing_cancels_who_is_not_moved_and_tells_them_once(youth, db, script):
    books(youth)
    change = DoorChange(only(db).site_id or 0)
    decisions = {only(db).id or 0: CANCEL}
    closes(db, script, change, decisions)
    closes(db, script, change, decisions)
    assert [text.partition(" de ")[0] for text in youth.hears()] == ["Ton rendez-vous", "Pour l'enlever"]
    with db.reading() as tx:
        assert tx.get_one(Site, change.site_id).closed_at is not None


def test_a_list_that_is_not_the_one_shown_changes_nothing(youth, db, script):
    books(youth)
    change = that_day(only(db))
    for decisions in ({}, {999: CANCEL}, {only(db).id or 0: CANCEL, 999: CANCEL}):
        with pytest.raises(ListChanged):
            closes(db, script, change, decisions)
    assert only(db).status == "booked" and youth.hears() == []


def test_a_slot_taken_meanwhile_changes_nothing_at_all(db, script):
    lou, sam, zoe = (Youth(db, script, str(n), name=str(n)) for n in (1, 2, 3))
    books(lou)
    books(sam)
    with db.reading() as tx:
        one, other = tx.exec(select(Appointment).order_by(Appointment.starts_at)).all()
    change = DoorChange(one.site_id or 0, date(2026, 11, 24), date(2026, 12, 24))
    found = ways(db, script, change)
    assert len(found) == 2
    taken = found[other.id or 0][0]
    for wrong in (taken, "1.zzzz.p", "", "nonsense"):
        with pytest.raises(NotPossible):
            closes(db, script, change, {one.id or 0: taken, other.id or 0: wrong})
    assert (lou.hears(), sam.hears()) == ([], [])
    with db.reading() as tx:
        assert tx.exec(select(SiteException)).all() == []
    closes(db, script, change, {one.id or 0: found[one.id or 0][0], other.id or 0: taken})
    assert lou.hears() and sam.hears() and zoe.hears() == []
    assert behind_closed_doors(db, script.now()) == []


def test_shorter_hours_concern_only_those_outside_them(youth, db, script):
    books(youth)
    booked = only(db)
    start = booked.starts_at.astimezone(PARIS)
    inside = f"{start:%H:%M}-{start + timedelta(hours=1):%H:%M}"
    after = f"{start + timedelta(hours=1):%H:%M}-{start + timedelta(hours=2):%H:%M}"
    with db.reading() as tx:
        site = tx.get_one(Site, booked.site_id)
        assert stranded(tx, site, that_day(booked, hours=inside), script.now()) == []
        assert len(stranded(tx, site, that_day(booked, hours=after), script.now())) == 1


def test_a_closing_that_is_to_come_may_be_brought_forward(db, script, clock):
    with db.transaction() as tx:
        site = tx.exec(select(Site).where(Site.slug == "imphy")).one()
        site.closed_at = clock() + timedelta(days=30)
        tx.add(site)
    closes(db, script, DoorChange(site.id or 0), {})
    with db.reading() as tx:
        assert tx.get_one(Site, site.id).closed_at == clock()


def test_a_call_concerns_no_door(youth, db, script):
    books(youth)
    booked = only(db)
    with db.transaction() as tx:
        tx.get_one(Appointment, booked.id).mode = "phone"
    closes(db, script, DoorChange(booked.site_id or 0), {})
    assert only(db).id == booked.id and youth.hears() == []


def test_days_are_taken_back_unless_someone_counts_on_them(youth, db, script):
    books(youth)
    booked = only(db)
    site, start = booked.site_id or 0, booked.starts_at.astimezone(PARIS)
    hours = f"{start:%H:%M}-{start + timedelta(hours=1):%H:%M}"
    with db.transaction() as tx:
        tx.add(SiteException(site_id=site, first=start.date(), last=start.date()))
        tx.flush()
        tx.add(SiteException(site_id=site, first=start.date(), last=start.date(), hours=hours))
    with db.reading() as tx:
        shut_, open_ = tx.exec(select(SiteException.id).order_by(SiteException.id)).all()
    with pytest.raises(StillNeeded), db.transaction() as tx:
        take_back(tx, site, open_, script.now())
    for id_ in (shut_, open_):
        with db.transaction() as tx:
            take_back(tx, site, id_, script.now())
            take_back(tx, site, id_, script.now())
    with db.reading() as tx:
        assert tx.exec(select(SiteException)).all() == []


@pytest.mark.parametrize("seed", range(3))
def test_after_any_walk_nobody_stands_before_a_closed_door(db, script, clock, seed):
    """Youths book and move while doors close for days or for good, reopen, and the clock goes on."""
    dice = random.Random(seed)
    youths = [Youth(db, script, str(n), name=f"Jeune {n}") for n in range(4)]
    done = 0
    for _ in range(25):
        if dice.random() < 0.5:
            act(dice.choice(youths), dice)
        else:
            done += change_a_door(db, script, dice)
        clock.goes_on(hours=dice.choice((0, 1, 20)))
        assert behind_closed_doors(db, script.now()) == []
    assert done > 5


def act(youth: Youth, dice: random.Random) -> None:
    """Book, or move what is booked; whatever is not possible is told by the bot."""
    youth.writes("/supprimer") if dice.random() < 0.1 else None
    try:
        books(youth, dice.choice(("Imphy", "Decize", "Nevers")))
    except (AssertionError, StopIteration):
        youth.writes("/rdv")


def change_a_door(db, script, dice: random.Random) -> int:
    """A manager closes, opens or takes back; 1 if it was done."""
    with db.reading() as tx:
        site = dice.choice(tx.exec(select(Site).where(Site.mission_locale_id == 2).order_by(Site.id)).all())
    first = script.now().date() + timedelta(days=dice.randrange(6))
    days = DoorChange(site.id or 0, first, first + timedelta(days=dice.randrange(5)))
    change = dice.choice((days, days, replace(days, hours="14:00-17:00"), DoorChange(site.id or 0)))
    found = ways(db, script, change)
    decisions = {a: dice.choice([*offers, CANCEL]) for a, offers in found.items()}
    if site.closed_at and dice.random() < 0.7:
        with db.transaction() as tx:
            reopen(tx, site.id or 0, script.now())
        return 1
    closes(db, script, change, decisions)
    return 1


def test_who_confirms_while_the_door_closes_is_refused(youth, db, script):
    """The booking waits for the closing, on both databases, and looks again at the door."""
    reaches_proposals(youth)
    youth.taps(first_proposal(youth))
    confirm = youth.button("Confirmer")
    with db.reading() as tx:
        site = tx.exec(select(Site).where(Site.slug == "imphy")).one()
    with ThreadPoolExecutor(1) as pool:
        with db.transaction() as tx:
            carry_out(tx, script, DoorChange(site.id or 0), {})
            booking = pool.submit(youth.turn, confirm)
            assert not wait([booking], timeout=1).done, "it waits for us"
        booking.result()
    assert youth.hears()[0].startswith("Ce rendez-vous vient d'être pris")
    assert behind_closed_doors(db, script.now()) == []


def test_a_door_that_closes_while_someone_confirms_sees_them(youth, db, script):
    reaches_proposals(youth)
    youth.taps(first_proposal(youth))
    with db.reading() as tx:
        site = tx.exec(select(Site).where(Site.slug == "imphy")).one()
    with ThreadPoolExecutor(1) as pool:
        with db.transaction() as tx:
            tap = youth.button("Confirmer")
            take_turn(tx, script, Arrival("tap", "telegram", youth.address, tap, first_name="Lou", on="1"))
            closing = pool.submit(closes, db, script, DoorChange(site.id or 0), {})
            assert not wait([closing], timeout=1).done, "it waits for us"
        assert isinstance(closing.exception(), ListChanged)
    assert only(db).status == "booked"
