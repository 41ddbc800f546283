"""What a calendar is told of an appointment: time, place, motive and a link; never a name, a need or a phone number."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from icalendar import Calendar, Event
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from backend.agenda.models import Appointment, Motive
from backend.agenda.offers import address_of
from backend.db import Tx
from backend.places.models import MissionLocale, Site
from content.calendars import calendar_of
from content.communes import load_communes
from content.wording import typeset

TEMPLATES = Path(__file__).parent / "templates"
PRODUCT = "-//Passerelle//FR"


def event_of(tx: Tx, appointment: Appointment) -> dict[str, Any]:
    """{appointment, uid, sequence, starts_at, ends_at (ISO, UTC), zone, mode, place, motive}: plain JSON.

    A motive that is discreet is empty, and so is the place of what is not at a place.
    """
    site = tx.get(Site, appointment.site_id) if appointment.site_id else None
    motive = tx.get_one(Motive, appointment.motive_id)
    return {
        "appointment": appointment.id,
        "uid": appointment.uid,
        "sequence": appointment.sequence,
        "starts_at": appointment.starts_at.astimezone(UTC).isoformat(),
        "ends_at": appointment.ends_at.astimezone(UTC).isoformat(),
        "zone": calendar_of(site.insee).zone if site else _home(tx, appointment).timezone,
        "mode": appointment.mode,
        "place": _place(appointment, site),
        "motive": "" if motive.discreet else motive.name,
    }


def _home(tx: Tx, appointment: Appointment) -> MissionLocale:
    return tx.get_one(MissionLocale, appointment.mission_locale_id)


def _place(appointment: Appointment, site: Site | None) -> str:
    """The door; of a home visit the commune, and no more."""
    if appointment.mode == "home":
        commune = load_communes().get(appointment.insee)
        return commune.name if commune else ""
    return f"{site.name}, {address_of(site)}" if site and appointment.mode == "place" else ""


def component(event: dict[str, Any], base_url: str, stamp: datetime) -> Event:
    """The event as calendars read it. `stamp`: when it was made or last changed."""
    made, link = Event(), link_to(event, base_url)
    made.add("uid", event["uid"])
    made.add("sequence", event["sequence"])
    made.add("dtstamp", stamp.astimezone(UTC))
    made.add("dtstart", datetime.fromisoformat(event["starts_at"]))
    made.add("dtend", datetime.fromisoformat(event["ends_at"]))
    made.add("summary", summary(event))
    made.add("description", link)
    made.add("url", link)
    if event["place"]:
        made.add("location", event["place"])
    return made


def empty_calendar(method: str) -> Calendar:
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", method)
    return made


def link_to(event: dict[str, Any], base_url: str) -> str:
    """The page of the appointment, behind the sign-in."""
    return f"{base_url}/rendez-vous/{event['appointment']}"


def summary(event: dict[str, Any]) -> str:
    """One line: the motive, unless it is discreet, and how they meet."""
    return typeset(template(TEMPLATES, "summary.txt").render(event))


@cache
def template(folder: Path, name: str) -> Template:
    """A text of a folder. What it names must be given."""
    plain = Environment(  # noqa: S701  # letters and calendars are plain text: nothing is to be escaped
        loader=FileSystemLoader(folder), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return plain.get_template(name)
