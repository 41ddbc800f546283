"""Booking for someone who stands at the counter, or was met in the street: what is free for them, and the booking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from sqlmodel import col, select

from backend.agenda.booking import book
from backend.agenda.callers import Caller, Free, soonest
from backend.agenda.models import Appointment, Motive, Opening
from backend.agenda.queries import Bookable, bookables, every_opening
from backend.agenda.rules import parse_slot
from backend.agenda.staff import DESK
from backend.db import Tx, insert_once
from backend.models import Seen
from backend.people.accounts import Staff
from backend.people.models import Youth
from backend.people.speech import in_tone
from backend.places.models import MissionLocale, Site
from backend.scene import NotPossible
from content.wording import FRENCH

ADVISOR = "advisor"
BIGGEST = 2**31


def homes_to_book(tx: Tx, staff: Staff) -> list[MissionLocale]:
    """The missions locales for which this person books."""
    ids = staff.mission_locales(ADVISOR, *DESK)
    mine = select(MissionLocale).where(col(MissionLocale.id).in_(ids))
    return list(tx.exec(mine.order_by(MissionLocale.name)))


def motives_of(tx: Tx, mission_locale_id: int) -> list[Motive]:
    """Every motive, those for staff only too."""
    mine = select(Motive).where(Motive.mission_locale_id == mission_locale_id)
    return list(tx.exec(mine.order_by(col(Motive.id))))


def may_book(staff: Staff, opening: Opening) -> bool:
    """Their own openings; those of everyone at the places they keep the desk of."""
    kept = opening.mission_locale_id in staff.whole(*DESK) or opening.site_id in staff.sites(*DESK)
    return kept or opening.advisor_id == staff.id


def sites_to_book(tx: Tx, staff: Staff, mission_locale_id: int) -> list[Site]:
    """The sites where someone of theirs receives."""
    found = {b.site.id: b.site for b in _every(tx, staff, mission_locale_id) if b.site}
    return sorted(found.values(), key=lambda site: (site.commune, site.name))


def free_for(tx: Tx, staff: Staff, caller: Caller, now: datetime, day: date | None = None) -> list[Free]:
    """The first free slots that this person may give: see `soonest`."""
    found = [b for b in bookables(tx, caller.wish, caller.site_id) if may_book(staff, b.opening)]
    return soonest(tx, caller, found, now, day)


def book_at_counter(
    tx: Tx, staff: Staff, caller: Caller, slot: str, nonce: str, now: datetime
) -> Appointment:
    """A youth without a conversation, and their appointment. The same form sent twice books once.

    Raises NotPossible("taken"), also for a slot that is not theirs to give.
    """
    _theirs_to_give(tx, staff, slot)
    key = f"console:{nonce}"
    known = None if insert_once(tx, Seen, key=key, at=now) else _booked_before(tx, staff.id, caller, key)
    if known:
        return known
    youth = _youth(tx, caller, now)
    tx.add(youth)
    tx.flush()
    appointment = book(tx, replace(caller, youth_id=youth.id).wish, slot, {}, now)
    appointment.booked_by = staff.id
    appointment.insee = caller.insee if appointment.mode == "home" else ""
    tx.add(appointment)
    return appointment


def _every(tx: Tx, staff: Staff, mission_locale_id: int) -> list[Bookable]:
    return [b for b in every_opening(tx, mission_locale_id) if may_book(staff, b.opening)]


def _theirs_to_give(tx: Tx, staff: Staff, slot_text: str) -> None:
    """Raises taken."""
    slot = parse_slot(slot_text)
    opening = tx.get(Opening, slot.opening) if slot and slot.opening < BIGGEST else None
    if slot is None or opening is None or not may_book(staff, opening):
        raise NotPossible("taken")


def _youth(tx: Tx, caller: Caller, now: datetime) -> Youth:
    return Youth(
        language=in_tone(FRENCH, tx.get(MissionLocale, caller.home)),
        first_name=caller.first_name,
        bracket=caller.bracket,
        insee=caller.insee or None,
        commune=caller.commune or None,
        phone=caller.phone or None,
        mission_locale_id=caller.home,
        created_at=now,
    )


def _booked_before(tx: Tx, person_id: int, caller: Caller, key: str) -> Appointment | None:
    """What this very form has booked for this person: it was sent twice, or another slot was chosen on the way back."""
    then = tx.get_one(Seen, key).at
    booked = select(Appointment, Youth.first_name).join(Youth, col(Youth.id) == Appointment.youth_id)
    same = (Appointment.booked_by == person_id, Appointment.created_at == then)
    found = tx.exec(booked.where(*same))
    return next((appointment for appointment, name in found if name == caller.first_name), None)
