"""The usual ways through the conversation, on a phone."""

from __future__ import annotations

from tests.phone import DeskPhone


def asked_for_the_bracket(phone: DeskPhone) -> None:
    phone.starts()
    phone.taps("C'est parti")
    phone.hears("Tu as quel âge")


def asked_for_the_commune(phone: DeskPhone) -> None:
    asked_for_the_bracket(phone)
    phone.taps("18 à 25 ans")
    phone.hears("Tu habites où")


def asked_for_needs(phone: DeskPhone) -> None:
    asked_for_the_commune(phone)
    phone.writes("Imphy")
    phone.hears("De quoi as-tu besoin")


def reaches_proposals(phone: DeskPhone, commune: str = "Imphy", need: str = "Travail") -> None:
    """The usual way to the proposals."""
    asked_for_the_commune(phone)
    phone.writes(commune)
    phone.taps(need)
    phone.taps("C'est tout")
    phone.taps("Trouver une offre")
    phone.taps("Rien de spécial")
    phone.hears("Lequel te va")


def books(phone: DeskPhone, commune: str = "Imphy") -> None:
    """The usual way to an appointment, at the nearest place."""
    reaches_proposals(phone, commune)
    phone.taps(phone.slots()[0])
    phone.taps("Confirmer")
    phone.hears("C'est confirmé")
