"""Taking a seat of a workshop. The database refuses two on one seat, and one person on two."""

from __future__ import annotations

from sqlalchemy import delete
from sqlmodel import col, select

from backend.db import Tx, insert_once
from backend.scene import NotPossible
from backend.workshops.models import Seat, Workshop


def take_seat(tx: Tx, workshop_id: int, youth_id: int) -> Seat:
    """The lowest free seat, or the one they have already. Raises NotPossible: gone (no such workshop), full.

    Whoever takes a seat waits for whoever is taking one there.
    """
    there = select(Workshop).where(Workshop.id == workshop_id).with_for_update()
    workshop = tx.exec(there).first()
    if workshop is None:
        raise NotPossible("gone")
    taken = {seat.number: seat for seat in tx.exec(select(Seat).where(Seat.workshop_id == workshop_id))}
    if mine := next((seat for seat in taken.values() if seat.youth_id == youth_id), None):
        return mine
    for number in range(1, workshop.seats + 1):
        wanted = {"workshop_id": workshop_id, "number": number, "youth_id": youth_id}
        if number not in taken and insert_once(tx, Seat, **wanted):
            return tx.get_one(Seat, (workshop_id, number))
    raise NotPossible("full")


def leave_seat(tx: Tx, workshop_id: int, youth_id: int) -> None:
    """Free their seat; nothing if they have none."""
    tx.execute(delete(Seat).where(col(Seat.workshop_id) == workshop_id, col(Seat.youth_id) == youth_id))
