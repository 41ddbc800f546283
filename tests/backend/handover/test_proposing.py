"""A médiateur proposes a place, a slot or a workshop in the thread; the youth takes it with one tap, or says no."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from backend.agenda.booking import book
from backend.agenda.callers import Caller
from backend.agenda.models import Appointment
from backend.agenda.wishes import motive_for
from backend.handover import proposable
from backend.handover.holding import FloorTaken, Unreachable
from backend.handover.models import Proposal
from backend.handover.proposing import propose
from backend.models import Conversation, Line
from backend.people.models import Youth as YouthRow
from backend.places.models import Site
from backend.scene import Arrival, NotPossible
from backend.turns import take_turn
from backend.workshops.models import Seat, Workshop
from flows.events import Blocked, Chose
from tests.clock import MONDAY
from tests.mediator import Mediator
from tests.youth import Youth, plain_spaces, reaches_proposals

MONDAY_NOON = MONDAY + timedelta(hours=3)
TAKE, NO = "Oui, je prends", "Non, autre chose"


@pytest.fixture
def nadia(db, script) -> Mediator:
    return Mediator(db, script)


@pytest.fixture
def held(youth: Youth, nadia: Mediator):
    """A youth of Imphy who looks for work; Nadia has the floor."""
    reaches_proposals(youth)
    youth.writes("/humain")
    return taken(nadia, youth)


def taken(nadia: Mediator, youth: Youth):
    (handover,) = nadia.sees()
    nadia.claims(handover)
    youth.hears()
    return handover


def caller(tx, youth_id: int, mode: str = "place") -> Caller:
    row = tx.get_one(YouthRow, youth_id)
    home = row.mission_locale_id
    return Caller(
        home=home,
        first_name="Lou",
        bracket=row.bracket or "from_18",
        motive=motive_for(tx, home, ("emploi",), None),
        mode=mode,
        needs=("emploi",),
        insee=row.insee or "",
        youth_id=youth_id,
    )


def propose_slot(nadia: Mediator, handover, nth: int = 0, nonce: str = "s1", slot: str = "") -> str:
    """The slot that Nadia proposes, one of the first that are free."""

    def find(tx):
        wanted = caller(tx, handover.youth_id)
        chosen = slot or str(proposable.free_slots(tx, wanted, nadia.script.now())[nth].slot)
        return proposable.keep_slot(tx, wanted, chosen, {}, nadia.script.now())

    return propose_it(nadia, handover, "slot", find, nonce)["id"]


def propose_it(nadia: Mediator, handover, kind: str, find, nonce: str = "p1") -> dict:
    epoch = nadia.epoch(handover)
    with nadia.db.transaction() as tx:
        propose(tx, nadia.script, nadia.person, handover.id, epoch, kind, find, nonce)
    return newest(nadia.db).about


def newest(db) -> Proposal:
    with db.reading() as tx:
        return tx.exec(select(Proposal).order_by(Proposal.id.desc())).first()


def booked(db) -> list[Appointment]:
    with db.reading() as tx:
        return list(tx.exec(select(Appointment)))


def workshop(db, seats: int = 8, days: int = 3, name: str = "Refaire son CV") -> int:
    with db.transaction() as tx:
        site = tx.exec(select(Site).where(Site.slug == "la-boussole")).one()
        at = MONDAY_NOON + timedelta(days=days)
        made = Workshop(
            site_id=site.id, name=name, starts_at=at, ends_at=at + timedelta(hours=2), seats=seats
        )
        tx.add(made)
        tx.flush()
        return made.id


def test_a_slot_is_taken_with_one_tap_while_the_mediator_holds_the_floor(held, nadia, youth, db):
    propose_slot(nadia, held)
    (said,) = youth.hears()
    assert said.startswith("Nadia te propose un rendez-vous : ")
    assert said.endswith("Ça te va ?")
    confirmed, place, _ = youth.taps(TAKE)
    assert confirmed.startswith("C'est confirmé : ")
    assert place
    (made,) = booked(db)
    assert (made.youth_id, made.needs, made.booked_by) == (held.youth_id, ["emploi"], None)
    assert newest(db).answer == "accepted"
    assert nadia.sees()[0].mediator_id == nadia.person.id
    assert youth.writes("merci") == []


def test_the_thread_says_who_proposed_and_what_was_tapped(held, nadia, youth, db, script):
    propose_slot(nadia, held)
    youth.hears()
    on = str(youth.screen[-1].line_id)
    tap = Arrival("telegram:1", "telegram", youth.address, youth.button(TAKE), on=on)
    db.retrying(lambda tx: take_turn(tx, script, tap))
    with db.reading() as tx:
        said = tx.exec(select(Line).where((Line.author == "mediator") | (Line.kind == "tap")))
        proposed, tapped = sorted(said, key=lambda line: line.seq)[-2:]
    assert (proposed.author, proposed.person_id) == ("mediator", nadia.person.id)
    assert tapped.text == TAKE


def test_a_tap_twice_books_once(held, nadia, youth, db):
    propose_slot(nadia, held)
    youth.hears()
    tap = youth.button(TAKE)
    youth.does(tap)
    assert youth.does(tap) == ["C'est déjà noté. Tes rendez-vous : /rdv"]
    assert youth.taps(NO) == ["C'est déjà noté pour toi. Pour décaler ou annuler un rendez-vous : /rdv"]
    assert len(booked(db)) == 1


def test_a_form_sent_twice_proposes_once(held, nadia, youth, db):
    slot = propose_slot(nadia, held)
    propose_slot(nadia, held, slot=slot)
    assert len(youth.hears()) == 1


def test_a_slot_taken_meanwhile_offers_others_and_one_of_them_is_booked(
    held, nadia, youth, db, script, clock
):
    slot = propose_slot(nadia, held)
    youth.hears()
    clock.goes_on(minutes=11)
    with db.transaction() as tx:
        other = YouthRow(first_name="Zoé", bracket="from_18")
        tx.add(other)
        tx.flush()
        home = tx.get_one(YouthRow, held.youth_id).mission_locale_id
        wish = Caller(
            home, "Zoé", "from_18", motive_for(tx, home, ("emploi",), None), "place", youth_id=other.id
        )
        book(tx, wish.wish, slot, {}, clock())
    before = set(youth.buttons)
    assert youth.taps(TAKE) == ["Cette place vient d'être prise. En voici d'autres :"]
    assert newest(db).answer == "gone"
    fresh = [label for label in youth.buttons if label not in before]
    assert len(fresh) == 3
    assert youth.taps(fresh[1])[0].startswith("C'est confirmé : ")
    made = booked(db)[-1]
    assert (newest(db).answer, newest(db).about["starts_at"]) == ("accepted", made.starts_at.isoformat())


def test_no_is_told_and_may_become_a_yes(held, nadia, youth, db):
    propose_slot(nadia, held)
    youth.hears()
    assert youth.taps(NO) == ["D'accord, c'est dit. Écris ici ce qui t'irait mieux."]
    assert (newest(db).answer, booked(db)) == ("declined", [])
    assert youth.taps(TAKE)[0].startswith("C'est confirmé")
    assert newest(db).answer == "accepted"


@pytest.mark.parametrize("leave", ["closes", "gives_back"])
def test_a_tap_after_the_mediator_has_left_still_books(held, nadia, youth, db, leave):
    propose_slot(nadia, held)
    youth.hears()
    getattr(nadia, leave)(held)
    youth.hears()
    assert youth.taps(TAKE)[0].startswith("C'est confirmé")
    assert len(booked(db)) == 1


def test_a_no_when_nobody_is_there_any_more_offers_somebody(held, nadia, youth, db):
    propose_slot(nadia, held)
    nadia.closes(held)
    youth.hears()
    told = "D'accord, c'est noté. Si tu veux autre chose, une personne peut t'aider."
    assert told in youth.taps(NO)
    alone = next(parcel for parcel in reversed(youth.screen) if plain_spaces(parcel.text) == told)
    assert plain_spaces(alone.buttons[-1][0]["label"]) == "Parler à quelqu'un"


def test_under_16_nothing_is_proposed_and_nothing_is_booked(held, nadia, youth, db):
    propose_slot(nadia, held)
    youth.hears()
    with db.transaction() as tx:
        tx.get_one(YouthRow, held.youth_id).bracket = "under_16"
    assert youth.taps(TAKE)[0].startswith("Avant 16 ans, je ne réserve rien.")
    with pytest.raises(NotPossible, match="minor"):
        propose_slot(nadia, held, nonce="s2")
    assert (booked(db), newest(db).answer) == ([], None)


def test_nothing_is_proposed_to_a_youth_who_blocked_the_bot(held, nadia, youth):
    youth.turn(Blocked(blocked=True))
    with pytest.raises(Unreachable):
        propose_slot(nadia, held)


def test_who_does_not_hold_the_floor_proposes_nothing(held, nadia, youth, db, script):
    with pytest.raises(FloorTaken):
        propose_slot(Mediator(db, script, "theo.marchand@exemple.fr"), held)
    assert youth.hears() == []


def test_the_button_of_somebody_else_or_a_forged_one_books_nothing(held, nadia, youth, db, script):
    propose_slot(nadia, held)
    youth.hears()
    stranger = Youth(db, script, "43", "Max")
    stranger.starts()
    for choice in (
        youth.button(TAKE).choice,
        "take-999999999999-x",
        "take-0",
        "take",
        "take--",
        "pass-\u00b2",
    ):
        told = stranger.does(Chose("proposal", "proposed", choice))
        assert told[0].startswith("Cette proposition n'existe plus."), choice
    assert booked(db) == []


def test_after_erasure_the_button_explains_itself(held, nadia, youth, db):
    propose_slot(nadia, held)
    youth.hears()
    youth.writes("/supprimer")
    assert newest(db) is None
    assert youth.taps(TAKE)[0].startswith("Cette proposition n'existe plus.")


def test_a_proposal_that_was_answered_before_it_left_does_not_leave(held, nadia, youth, db, clock):
    propose_slot(nadia, held)
    with db.transaction() as tx:
        tx.exec(select(Proposal)).one().answer = "accepted"
    assert youth.hears() == []


def test_a_place_is_sent_as_a_venue_with_its_hours_in_words(held, nadia, youth, db, clock):
    def find(tx):
        row = tx.get_one(YouthRow, held.youth_id)
        site, _ = proposable.places(tx, row.mission_locale_id, row, clock())[0]
        return proposable.place(tx, row.mission_locale_id, row, site.id, clock())

    about = propose_it(nadia, held, "place", find)
    venue, said = youth.hears()
    assert venue == about["site"]
    assert youth.screen[-2].place["lat"] == about["lat"]
    assert said.startswith("Nadia te propose ce lieu (dans ta commune) : ")
    assert about["site"] in said
    assert "Ouvert : " in said
    assert youth.taps("D'accord, j'irai") == ["C'est noté. Bonne route !"]
    assert newest(db).answer == "accepted"
    youth.taps(NO)
    assert newest(db).answer == "declined"


def test_a_workshop_is_accepted_once_and_a_full_one_offers_others(held, nadia, youth, db, clock):
    full, other = workshop(db, seats=1), workshop(db, days=4, name="Parler en public")

    def find(tx):
        home = tx.get_one(YouthRow, held.youth_id).mission_locale_id
        return proposable.workshop(tx, home, full, clock())

    propose_it(nadia, held, "workshop", find)
    (said,) = youth.hears()
    assert said.startswith("Nadia te propose l'atelier « Refaire son CV » : jeudi 26 novembre à 12 h.")
    with db.transaction() as tx:
        stranger = YouthRow(first_name="Zoé")
        tx.add(stranger)
        tx.flush()
        tx.add(Seat(workshop_id=full, number=1, youth_id=stranger.id))
    youth.taps("Oui, je viens")
    (told,) = youth.taps("ven. 27 nov. à 12 h, Parler en public")
    assert told.startswith("Ta place est gardée : « Parler en public », vendredi 27 novembre à 12 h.")
    with db.reading() as tx:
        assert [s.workshop_id for s in tx.exec(select(Seat).where(Seat.youth_id == held.youth_id))] == [other]
    with pytest.raises(NotPossible, match="taken"):
        propose_it(nadia, held, "workshop", find, "p2")


def test_a_workshop_that_has_begun_is_proposed_to_nobody(held, nadia, db, clock):
    past = workshop(db, days=-1)
    with db.reading() as tx:
        assert proposable.workshops(tx, 1, clock()) == []
        with pytest.raises(NotPossible, match="gone"):
            proposable.workshop(tx, 1, past, clock())


def test_a_call_is_proposed_to_those_who_cannot_come(held, nadia, youth, db, clock):
    def find(tx):
        wanted = caller(tx, held.youth_id, "phone")
        return proposable.keep_slot(
            tx, wanted, str(proposable.free_slots(tx, wanted, clock())[0].slot), {}, clock()
        )

    propose_it(nadia, held, "slot", find)
    assert "par téléphone" in youth.hears()[0]
    youth.taps(TAKE)
    assert booked(db)[0].mode == "phone"


def test_a_proposal_that_has_not_left_is_dropped_by_no_change_of_floor(held, nadia, youth, db):
    propose_slot(nadia, held)
    nadia.gives_back(held)
    assert any(said.startswith("Nadia te propose") for said in youth.hears())
    with db.reading() as tx:
        assert tx.get_one(Conversation, held.conversation_id).owner == "guide"
