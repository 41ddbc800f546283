"""The budget of taps, counted where they are made. It may only ever go down."""

from __future__ import annotations

from tests.on_the_phone import books
from tests.phone import DeskPhone

BUDGET = 8


def test_the_usual_case_takes_eight_taps_from_hello_to_a_confirmed_appointment(phone, ledger):
    books(phone)
    taps = [u["callback_query"]["data"] for u in updates_of(phone) if "callback_query" in u]
    print(f"{len(taps)} taps: {taps}")
    assert 1 <= len(taps) <= BUDGET
    assert [a.status for a in ledger.appointments(phone)] == ["booked"]


def test_all_of_it_can_be_typed(phone, ledger):
    phone.starts()
    phone.hears("Ici Passerelle")
    for typed, answer in TYPED:
        phone.writes(typed)
        phone.hears(answer)
    assert not [u for u in updates_of(phone) if "callback_query" in u]
    assert [a.status for a in ledger.appointments(phone)] == ["booked"]


TYPED = (
    ("1", "Tu as quel âge"),
    ("18 à 25 ans", "Tu habites où"),
    ("j'habite à imphy", "De quoi as-tu besoin"),
    ("je cherche du travail", "De quoi as-tu besoin"),
    ("c'est tout", "Pour le travail"),
    ("trouver une offre", "Qu'est-ce qui te bloque"),
    ("1", "Lequel te va"),
    ("1", "On relit"),
    ("confirmer", "C'est confirmé"),
)
"""What is typed, and what is heard then."""


def updates_of(phone: DeskPhone) -> list[dict]:
    history = phone.desk.get("/control/history").json()
    return [u for u in history if sender(u) == phone.id]


def sender(update: dict) -> int:
    return next(body["from"]["id"] for kind, body in update.items() if kind != "update_id")
