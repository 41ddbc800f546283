"""Erasing young people, true in every table. Facts without identity are left for the figures."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, update
from sqlmodel import col, select

from backend.agenda.models import LIVE, Appointment, Hold, Series
from backend.db import Tx
from backend.handover.models import Handover, Note
from backend.mail.queries import tell
from backend.models import Conversation, Line
from backend.people.gone import note_erased
from backend.people.models import Youth
from backend.people.remains import remains
from backend.rows import run
from backend.team.marks import mark_for_wiping


def erase(tx: Tx, youth_id: int, *, fact: bool = True) -> None:
    """Delete everything about a youth; their appointments are freed, and their advisors told that they are off."""
    _call_off(tx, youth_id)
    erase_all(tx, [youth_id], with_facts=[youth_id] if fact else [])


def erase_all(tx: Tx, youth_ids: Collection[int], *, with_facts: Collection[int]) -> None:
    """Delete everything about these, in few statements however many they are. Nobody is told of it.

    `with_facts`: of these among them figures keep something.
    """
    tx.add_all(remains(tx, with_facts))
    note_erased(tx, youth_ids)
    mark_for_wiping(tx, *youth_ids)
    mine = select(Handover.id).where(col(Handover.youth_id).in_(youth_ids))
    run(tx, delete(Note).where(col(Note.handover_id).in_(mine)))
    run(tx, delete(Handover).where(col(Handover.youth_id).in_(youth_ids)))
    _free(tx, youth_ids)
    talks = select(Conversation.id).where(col(Conversation.youth_id).in_(youth_ids))
    run(tx, delete(Line).where(col(Line.conversation_id).in_(talks)))
    run(tx, delete(Conversation).where(col(Conversation.youth_id).in_(youth_ids)))
    run(tx, delete(Youth).where(col(Youth.id).in_(youth_ids)))
    tx.flush()
    tx.expunge_all()


def _call_off(tx: Tx, youth_id: int) -> None:
    live = select(Appointment).where(Appointment.youth_id == youth_id, col(Appointment.status).in_(LIVE))
    for appointment in tx.exec(live).all():
        tell(tx, appointment, "cancel")


def _free(tx: Tx, youth_ids: Collection[int]) -> None:
    """Their cells go with holds and appointments."""
    run(tx, delete(Hold).where(col(Hold.youth_id).in_(youth_ids)))
    chain = update(Appointment).where(
        col(Appointment.youth_id).in_(youth_ids), col(Appointment.moved_from_id).is_not(None)
    )
    run(tx, chain.values(moved_from_id=None))
    run(tx, delete(Appointment).where(col(Appointment.youth_id).in_(youth_ids)))
    run(tx, delete(Series).where(col(Series.youth_id).in_(youth_ids)))
