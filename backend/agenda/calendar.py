"""The `.ics` file of an appointment: time, place, motive and a link; never a name, a need or a phone number."""

from __future__ import annotations

from datetime import UTC

from icalendar import Calendar, Event

from backend.agenda.models import Appointment, Motive
from backend.agenda.offers import where
from backend.db import Tx
from backend.places.models import MissionLocale, Site

NAME = "rendez-vous.ics"


def calendar_of(tx: Tx, appointment_id: int) -> bytes | None:
    """The calendar file, with a stable UID and a sequence that grows; None if the appointment is gone.

    Of a cancelled appointment it is what takes the event out of a calendar.
    """
    appointment = tx.get(Appointment, appointment_id)
    if appointment is None:
        return None
    calendar = Calendar()
    calendar.add("prodid", "-//Passerelle//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if _is_off(appointment) else "PUBLISH")
    calendar.add_component(_event(tx, appointment))
    return bytes(calendar.to_ical())


def _is_off(appointment: Appointment) -> bool:
    return appointment.status.startswith("cancelled")


def _event(tx: Tx, appointment: Appointment) -> Event:
    home = tx.get_one(MissionLocale, appointment.mission_locale_id)
    motive = tx.get_one(Motive, appointment.motive_id)
    event = Event()
    event.add("uid", appointment.uid)
    off = _is_off(appointment)
    event.add("sequence", appointment.sequence + off)  # calendars drop what is not newer than what they have
    event.add("dtstamp", (appointment.outcome_at or appointment.created_at).astimezone(UTC))
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    event.add("dtstart", appointment.starts_at.astimezone(UTC))
    event.add("dtend", appointment.ends_at.astimezone(UTC))
    event.add("summary", f"{motive.name} ({home.short_name})")
    if appointment.site_id and appointment.mode == "place":
        event.add("location", where(tx.get_one(Site, appointment.site_id), None)["place"])
    return event
