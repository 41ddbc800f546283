"""A one-time link for somebody else's account: by mail where mail leaves, else shown once to be handed over."""

from __future__ import annotations

from backend.console.rooms import Rooms
from backend.db import Tx
from backend.entrance.links import invite_by_mail, new_link
from backend.people.models import Person


def purpose_of(person: Person) -> str:
    """An invitation until a password was chosen once."""
    return "reset" if person.password_hash else "invite"


def send_link(tx: Tx, rooms: Rooms, person: Person) -> str | None:
    """Write them a letter; None. Where no mail leaves, the token, to be shown this once."""
    if rooms.settings.smtp_url.get_secret_value():
        invite_by_mail(tx, person, rooms.now(), purpose_of(person))
        return None
    return new_link(tx, person, purpose_of(person), rooms.now())
