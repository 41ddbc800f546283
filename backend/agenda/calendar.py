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
    """The calendar file, with a stable UID and a sequence that grows; None if the appointment is gone."""
    appointment = tx.get(Appointment, appointment_id)
    if appointment is None:
        return None
    calendar = Calendar()
    calendar.add("prodid", "-//Passerelle//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_event(tx, appointment))
    return bytes(calendar.to_ical())


def _event(tx: Tx, appointment: Appointment) -> Event:
    home = tx.get_one(MissionLocale, appointment.mission_locale_id)
    motive = tx.get_one(Motive, appointment.motive_id)
    event = Event()
    event.add("uid", appointment.uid)
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", appointment.created_at.astimezone(UTC))
    event.add("dtstart", appointment.starts_at.astimezone(UTC))
    event.add("dtend", appointment.ends_at.astimezone(UTC))
    event.add("summary", f"{motive.name} ({home.short_name})")
    if appointment.site_id and appointment.mode == "place":
        event.add("location", where(tx.get_one(Site, appointment.site_id), None)["place"])
    return event
