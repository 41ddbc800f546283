"""Two people are never on one chair: the database refuses, on both engines."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import update
from sqlmodel import func, select

from backend.agenda.models import Absence, Appointment, Busy, Hold, Motive, Opening
from backend.agenda.rules import cells, parse_slot
from backend.people.models import Youth as YouthRow
from flows.events import Chose
from tests.youth import Youth, books, first_proposal, plain_spaces, reaches_proposals


def count(db, column, *where):
    with db.reading() as tx:
        return tx.exec(select(func.count(column)).where(*where)).one()


def crowd(db, script, size):
    return [Youth(db, script, str(1000 + n), name=f"Jeune {n}") for n in range(size)]


def at_once(youths, event_of):
    with ThreadPoolExecutor(10) as pool:
        return list(pool.map(lambda y: y.turn(event_of(y)), youths))


def test_fifty_taps_on_one_slot_let_one_through_and_offer_others_to_the_rest(db, script):
    youths = crowd(db, script, 50)
    for youth in youths:
        reaches_proposals(youth)
    slots = {first_proposal(y) for y in youths}
    assert len(slots) == 1, "all fifty are offered the same slot"
    at_once(youths, lambda y: y.button(first_proposal(y)))
    heard = [y.hears() for y in youths]
    won = [h for h in heard if h[0].startswith("On relit")]
    lost = [h for h in heard if h[0].startswith("Ce rendez-vous vient d'être pris")]
    assert (len(won), len(lost)) == (1, 49)
    assert all(h[-1] == "Lequel te va ?" and len(h) >= 3 for h in lost), "the others are offered another slot"
    assert count(db, Hold.id) == 1


def test_fifty_confirmations_of_one_slot_book_it_once(db, script, clock):
    """Every hold has run out, so that fifty come to «Confirmer» for the same slot."""
    youths = crowd(db, script, 50)
    for youth in youths:
        reaches_proposals(youth)
        youth.taps(first_proposal(youth))
        with db.transaction() as tx:
            tx.execute(update(Hold).values(expires_at=clock() - timedelta(minutes=1)))
    assert len({y.buttons["Confirmer"] for y in youths}) == 1, "all fifty may confirm the same slot"
    at_once(youths, lambda y: y.button("Confirmer"))
    heard = [y.hears() for y in youths]
    assert sum(h[0].startswith("C'est confirmé") for h in heard) == 1
    lost = [h for h in heard if h[0].startswith("Ce rendez-vous vient d'être pris")]
    assert len(lost) == 49 and all("Lequel te va ?" in h for h in lost)
    assert count(db, Appointment.id) == 1


def test_a_hold_keeps_the_slot_for_ten_minutes(db, script, clock):
    lou, sam = crowd(db, script, 2)
    reaches_proposals(lou)
    reaches_proposals(sam)
    slot = first_proposal(lou)
    assert lou.taps(slot)[0].startswith("On relit")
    assert sam.taps(slot)[0].startswith("Ce rendez-vous vient d'être pris")
    assert first_proposal(sam)
    clock.goes_on(minutes=11)
    old = Chose(*sam.buttons[slot].split(":"))
    assert sam.does(old)[-1] == "Lequel te va ?", "the old button is of an old list"


def test_after_the_hold_ran_out_confirming_still_books_if_the_slot_is_free(youth, clock, db):
    reaches_proposals(youth)
    youth.taps(first_proposal(youth))
    clock.goes_on(minutes=30)
    assert youth.taps("Confirmer")[0].startswith("C'est confirmé")
    assert count(db, Hold.id) == 0


def test_an_appointment_takes_its_minutes_and_the_buffer(youth, db):
    books(youth)
    with db.reading() as tx:
        made = tx.exec(select(Appointment)).one()
        taken = sorted(tx.exec(select(Busy.cell).where(Busy.appointment_id == made.id)))
    minutes = (made.ends_at - made.starts_at) / timedelta(minutes=1)
    assert taken[: int(minutes // 5)] == list(cells(made.starts_at, int(minutes)))
    assert len(taken) >= minutes / 5


def test_choosing_another_slot_frees_the_one_held_before(youth, db):
    reaches_proposals(youth)
    youth.taps(first_proposal(youth))
    before = count(db, Busy.cell)
    youth.taps("Retour")
    youth.taps("Le plus tôt")
    assert count(db, Hold.id) == 1 and count(db, Busy.cell) <= before + 2


def test_moving_keeps_the_history_and_the_calendar_event(youth, db):
    books(youth)
    youth.writes("/rdv")
    youth.taps("Décaler")
    youth.taps(next(label for label, data in youth.buttons.items() if ":day:2" in data))
    hour = next(label for label, data in reversed(youth.buttons.items()) if ":hour:" in data and "." in data)
    assert youth.taps(hour)[0].startswith("C'est décalé")
    with db.reading() as tx:
        old, new = tx.exec(select(Appointment).order_by(Appointment.id)).all()
        assert (old.status, new.status) == ("rescheduled", "booked")
        assert new.uid == old.uid and new.sequence == 1 and new.moved_from_id == old.id
        assert set(tx.exec(select(Busy.appointment_id))) == {new.id}


def test_cancelling_frees_the_chair_at_once(youth, db):
    books(youth)
    youth.writes("/rdv")
    youth.taps("Annuler")
    assert youth.taps("Oui, annuler")[0].startswith("C'est annulé")
    assert count(db, Busy.cell) == 0
    assert youth.writes("/rdv")[0] == "Tu n'as pas de rendez-vous à venir."


def test_nobody_moves_or_cancels_somebody_elses_appointment(db, script):
    lou, sam = crowd(db, script, 2)
    books(lou)
    for wish in ("cancel-1", "move-1", "present-1", "move-99999999999999", "cancel-x", "present-"):
        heard = sam.does(Chose("appointment", "wish", wish))
        if wish.startswith("cancel"):
            heard = sam.taps("Oui, annuler")
        assert heard[0].startswith("Ce rendez-vous n'existe plus"), wish
    assert count(db, Appointment.id, Appointment.status == "booked") == 1


def test_a_forged_slot_is_never_booked(youth, db):
    reaches_proposals(youth)
    for forged in ("1.abc.p", "1.zzzzzzzzzzzz.p", "1..p", "x", "1.htdc.q", "999.htedc.p"):
        assert youth.does(Chose("orientation", "proposal", forged))[-1] == "Lequel te va ?"
    assert count(db, Hold.id) == 0


def test_who_cannot_come_is_offered_a_call(youth):
    reaches_proposals(youth)
    heard = youth.taps("Je ne peux pas venir")
    assert heard[0].startswith("Sans te déplacer : par téléphone") or "en visio" in heard[0]
    youth.taps(next(label for label, data in reversed(youth.buttons.items()) if data.endswith(".t")))
    assert youth.screen[-1].text.startswith("Sur quel numéro")
    assert youth.writes("06 12 34")[0].startswith("Ce numéro ne me semble pas complet")
    for wrong in ("zéro six", "9" * 30, "12", "+", "06.12.34.56.7é"):
        assert youth.writes(wrong)[-1].startswith("Sur quel numéro"), wrong
    assert "par téléphone au 0612345678" in youth.writes("06 12 34 56 78")[0]
    heard = youth.taps("Confirmer")
    assert heard[0].startswith("C'est confirmé") and "À apporter" not in heard[0]
    assert "venue" not in [p.kind for p in youth.screen[-2:]]


def test_who_cannot_come_may_be_met_in_their_own_village(youth, db):
    reaches_proposals(youth, "Imphy")
    heard = youth.taps("Je ne peux pas venir")
    assert heard[1].startswith("Ou tout près de toi, dans ta commune : Permanence d'Imphy")
    assert "sur place" in youth.taps("Dans ta commune")[0]
    assert "Permanence d'Imphy" in youth.taps("Confirmer")[0]
    with db.reading() as tx:
        assert tx.exec(select(Appointment.mode)).one() == "place"


def test_who_cannot_come_finds_other_hours_too(youth):
    reaches_proposals(youth)
    youth.taps("Je ne peux pas venir")
    assert youth.taps("Autres horaires") == ["Quel jour ?"]
    youth.taps(next(label for label, data in youth.buttons.items() if ":day:2" in data))
    hour = next(label for label, data in reversed(youth.buttons.items()) if ":hour:" in data and "." in data)
    assert youth.taps(hour)[0].startswith("Sur quel numéro")


def test_what_was_proposed_long_ago_is_looked_for_again(youth, clock, db):
    reaches_proposals(youth)
    youth.taps(first_proposal(youth))
    clock.goes_on(days=21)
    youth.starts()
    heard = youth.taps("Continuer")
    assert heard[-1] == "Lequel te va ?" and "décembre" in heard[0]


def test_reminders_come_back_with_the_next_booking(youth, db):
    books(youth)
    youth.writes("/stop")
    youth.taps("Non, aucun rappel")
    youth.starts()
    youth.taps("Une nouvelle demande")
    for label in ("C'est parti", "Travail", "C'est tout", "Trouver une offre", "Rien de spécial"):
        youth.taps(label)
    youth.taps(first_proposal_now(youth))
    assert youth.taps("Confirmer")[0].startswith("C'est confirmé")
    with db.reading() as tx:
        assert tx.exec(select(YouthRow.reminders)).one()


def test_a_wish_without_consequence_is_answered_and_a_forged_one_explains_itself(youth):
    books(youth)
    youth.writes("/rdv")
    assert youth.taps("C'est bon pour moi") == ["Parfait, rien ne change. À bientôt."]
    assert youth.does(Chose("appointment", "wish", "boo"))[0].startswith("Ce bouton ne sert plus")


def test_other_days_and_hours_are_behind_one_button(youth):
    reaches_proposals(youth)
    assert youth.taps("Autres horaires") == ["Dans quel lieu ?"]
    youth.taps("Siège de Nevers")
    day = next(label for label, data in reversed(youth.buttons.items()) if ":day:2" in data)
    assert youth.taps(day) == ["À quelle heure ?"]
    hour = next(label for label, data in reversed(youth.buttons.items()) if ":hour:" in data and "." in data)
    assert youth.taps(hour)[0].startswith("On relit")
    assert youth.taps("Confirmer")[0].startswith("C'est confirmé")


def test_the_recap_can_be_corrected(youth):
    reaches_proposals(youth)
    youth.taps(first_proposal(youth))
    youth.taps("Corriger")
    youth.taps("Ma commune")
    assert "Decize" in youth.writes("Decize")[0]
    assert "Decize" in youth.taps(first_proposal_now(youth))[0]
    youth.taps("Corriger")
    youth.taps("Mon prénom")
    heard = youth.writes("Max")
    assert heard[0].startswith("On relit ? Max, ")
    assert youth.taps("Confirmer")[0].startswith("C'est confirmé")


def first_proposal_now(youth):
    shown = [b for row in youth.screen[-1].buttons for b in row]
    return next(plain_spaces(b["label"]) for b in shown if "." in b["data"])


def test_nobody_is_expected_in_two_places_at_once(youth, db):
    books(youth)
    youth.starts()
    youth.taps("Une nouvelle demande")
    for label in ("C'est parti", "Logement", "C'est tout", "Chez moi", "Un endroit à moi"):
        youth.taps(label)
    youth.taps(first_proposal_now(youth))
    assert youth.taps("Confirmer")[0].startswith("C'est confirmé")
    with db.reading() as tx:
        one, other = tx.exec(select(Appointment).order_by(Appointment.starts_at)).all()
        assert one.ends_at <= other.starts_at
    youth.writes("/rdv")
    shown = [b["label"] for row in youth.screen[-1].buttons for b in row]
    assert len(set(shown)) == len(shown), "two appointments are told apart"


def test_who_could_not_come_may_come_after_all(youth):
    reaches_proposals(youth)
    youth.taps("Je ne peux pas venir")
    heard = youth.taps("Je peux venir")
    assert any(text.startswith("Le plus près") for text in heard)


def test_a_cv_can_be_made_by_phone_too(youth):
    youth.starts()
    for label in ("C'est parti", "18 à 25 ans"):
        youth.taps(label)
    youth.writes("decize")
    for label in ("Travail", "C'est tout", "Faire mon CV", "Le transport"):
        youth.taps(label)
    assert youth.taps("Non, c'est compliqué")[-2].startswith("Sans te déplacer : par téléphone")


def test_an_old_tap_on_the_age_never_takes_an_appointment_away(youth, db):
    books(youth)
    old = youth.button("Moins de 16 ans")
    youth.starts()
    youth.taps("Une nouvelle demande")
    youth.taps("C'est parti")
    assert youth.does(old)[0].startswith("Tu as un rendez-vous à venir, alors je n'efface rien")
    assert count(db, Appointment.id, Appointment.status == "booked") == 1


def test_an_absence_that_begins_within_a_slot_takes_it(youth, db):
    reaches_proposals(youth)
    slot = parse_slot(youth.button(first_proposal(youth)).choice)
    with db.transaction() as tx:
        advisor = tx.get_one(Opening, slot.opening).advisor_id
        begins = slot.starts_at + timedelta(minutes=20)
        tx.add(Absence(advisor_id=advisor, starts_at=begins, ends_at=begins + timedelta(hours=1)))
    assert youth.taps(first_proposal(youth))[0].startswith("Ce rendez-vous vient d'être pris")


def test_a_full_day_is_full_whatever_the_hour_of_its_appointments(youth, db):
    reaches_proposals(youth)
    early = first_proposal(youth)
    slot = parse_slot(youth.button(early).choice)
    with db.transaction() as tx:
        tx.get_one(Opening, slot.opening).max_a_day = 1
        tx.add(later_that_day(tx, slot))
    assert youth.taps(early)[0].startswith("Ce rendez-vous vient d'être pris")


def later_that_day(tx, slot):
    """An appointment of the same advisor, two hours after the slot."""
    opening, at = tx.get_one(Opening, slot.opening), slot.starts_at + timedelta(hours=2)
    motive = tx.exec(select(Motive).where(Motive.mission_locale_id == opening.mission_locale_id)).first()
    other = YouthRow()
    tx.add(other)
    tx.flush()
    return Appointment(
        youth_id=other.id,
        mission_locale_id=opening.mission_locale_id,
        advisor_id=opening.advisor_id,
        motive_id=motive.id,
        mode="place",
        starts_at=at,
        ends_at=at + timedelta(minutes=30),
        uid="other",
    )
