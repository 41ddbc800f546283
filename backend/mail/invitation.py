"""A letter in full: the words, and the invitation that puts it into a calendar. The same letter twice has one id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import vCalAddress, vText

from backend.calendars.events import component, empty_calendar, link_to, summary, template
from content.saying import Sayer
from content.wording import typeset

TEMPLATES = Path(__file__).parent / "templates"
LANGUAGE, ZONE = "fr", "Europe/Paris"
"""Of the staff, where no mission locale says otherwise."""
ACCOUNT = "account"


INVITATIONS = ("request", "cancel")
"""Letters that put something into a calendar."""


class BadAddress(Exception):
    """Nobody can be written to at this address."""


@dataclass(frozen=True)
class Letter:
    """What is to leave, to whom. `event`: as `calendars.events.event_of` tells it, with `moved`."""

    mail_id: int
    key: str
    kind: str
    name: str
    email: str
    attempts: int
    event: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True)
class Letterhead:
    """What stands on every letter: in whose name it leaves, where its links lead, how days and hours are said."""

    sender: Address
    base_url: str
    sayer: Sayer


def compose(letter: Letter, head: Letterhead, at: datetime) -> EmailMessage:
    """The message as it leaves. Raises BadAddress."""
    subject, _, words = typeset(_words(letter, head)).partition("\n\n")
    message = EmailMessage()
    message["From"] = head.sender
    message["To"] = addressee(letter)
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{letter.key.replace(':', '.')}@{head.sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(words.strip() + "\n")
    if letter.kind in INVITATIONS:
        method = letter.kind.upper()
        message.add_alternative(calendar(letter, head, at), subtype="calendar", params={"method": method})
    return message


def addressee(letter: Letter) -> Address:
    """Whom it is for. Raises BadAddress."""
    if not (letter.email.isascii() and (letter.email + letter.name).isprintable()):
        raise BadAddress
    try:
        found = Address(letter.name, addr_spec=letter.email)
    except (ValueError, IndexError, MessageError):
        raise BadAddress from None
    if not (found.username and found.domain):
        raise BadAddress
    return found


def calendar(letter: Letter, head: Letterhead, at: datetime) -> str:
    """The invitation, or its withdrawal."""
    made = empty_calendar(letter.kind.upper())
    event = component(dict(letter.event), head.base_url, at)
    event.add("status", "CANCELLED" if letter.kind == "cancel" else "CONFIRMED")
    event.add("organizer", _party(head.sender))
    event.add("attendee", _attendee(letter))
    made.add_component(event)
    return bytes(made.to_ical()).decode()


def _attendee(letter: Letter) -> vCalAddress:
    """The advisor. It is theirs already: nobody waits for an answer."""
    party = _party(addressee(letter))
    party.params.update(
        {"ROLE": vText("REQ-PARTICIPANT"), "PARTSTAT": vText("ACCEPTED"), "RSVP": vText("FALSE")}
    )
    return party


def _party(who: Address) -> vCalAddress:
    party = vCalAddress(f"mailto:{who.addr_spec}")
    if who.display_name:
        party.params["CN"] = vText(who.display_name)
    return party


def _words(letter: Letter, head: Letterhead) -> str:
    """The subject, an empty line, the text."""
    event = dict(letter.event)
    about = _appointment if letter.kind in INVITATIONS else _account if letter.kind == ACCOUNT else _notice
    return template(TEMPLATES, f"{letter.kind}.txt").render(place=event["place"], **about(event, head))


def _appointment(event: dict[str, Any], head: Letterhead) -> dict[str, Any]:
    begin, end = (_local(event[key], event["zone"]) for key in ("starts_at", "ends_at"))
    return {
        "day": head.sayer.day(LANGUAGE, begin.date()),
        "hour": head.sayer.hour(LANGUAGE, begin),
        "end": head.sayer.hour(LANGUAGE, end),
        "summary": summary(event),
        "moved": event["moved"],
        "link": link_to(event, head.base_url),
    }


def _notice(event: dict[str, Any], head: Letterhead) -> dict[str, Any]:
    """Of a youth who waits for a human: since when, and the link to the thread."""
    return {
        "about": event["about"],
        "urgent": event["urgent"],
        "since": head.sayer.moment(LANGUAGE, _local(event["since"], event["zone"])),
        "link": f"{head.base_url}/relais/{event['handover']}",
    }


def _account(event: dict[str, Any], head: Letterhead) -> dict[str, Any]:
    """Of one's own account: what happened, or a link that is good once."""
    until = head.sayer.moment(LANGUAGE, _local(event["ends_at"], ZONE))
    path = f"mot-de-passe/{event['token']}" if "token" in event else "connexion"
    return {"about": event["about"], "link": f"{head.base_url}/{path}", "until": until}


def _local(moment: str, zone: str) -> datetime:
    return datetime.fromisoformat(moment).astimezone(ZoneInfo(zone))
