"""Erasing a youth, true in every table. One identity-free fact is left for the figures."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, func, update
from sqlmodel import col, select

from backend.agenda.models import LIVE, Appointment, Hold, Series
from backend.db import Tx
from backend.handover.models import Handover, Note, Promise
from backend.handover.rating import facts
from backend.insight.models import Fact
from backend.mail.queries import tell
from backend.models import Conversation, Line
from backend.outreach.counting import traces
from backend.people.models import Youth
from backend.team.marks import mark_for_wiping


def erase(tx: Tx, youth_id: int, *, fact: bool = True) -> None:
    """Delete everything about a youth; their appointments are freed, and their advisors told that they are off."""
    if fact:
        tx.add_all([_fact(tx, tx.get_one(Youth, youth_id)), *facts(tx, youth_id), *traces(tx, youth_id)])
    mark_for_wiping(tx, youth_id)
    mine = select(Handover.id).where(Handover.youth_id == youth_id)
    tx.execute(delete(Note).where(col(Note.handover_id).in_(mine)))
    tx.execute(delete(Handover).where(col(Handover.youth_id) == youth_id))
    _free(tx, youth_id)
    talks = select(Conversation.id).where(Conversation.youth_id == youth_id)
    tx.execute(delete(Line).where(col(Line.conversation_id).in_(talks)))
    tx.execute(delete(Conversation).where(col(Conversation.youth_id) == youth_id))
    tx.execute(delete(Youth).where(col(Youth.id) == youth_id))
    tx.flush()
    tx.expunge_all()


def _free(tx: Tx, youth_id: int) -> None:
    """Their cells go with holds and appointments."""
    live = select(Appointment).where(Appointment.youth_id == youth_id, col(Appointment.status).in_(LIVE))
    for appointment in tx.exec(live).all():
        tell(tx, appointment, "cancel")
    tx.execute(delete(Hold).where(col(Hold.youth_id) == youth_id))
    chain = update(Appointment).where(col(Appointment.youth_id) == youth_id)
    tx.execute(chain.values(moved_from_id=None))
    tx.execute(delete(Appointment).where(col(Appointment.youth_id) == youth_id))
    tx.execute(delete(Series).where(col(Series.youth_id) == youth_id))


def _fact(tx: Tx, youth: Youth) -> Fact:
    return Fact(
        month=f"{youth.created_at:%Y-%m}",
        mission_locale_id=youth.mission_locale_id,
        bracket=youth.bracket,
        needs=_needs(tx, youth),
        booked=_count(tx, Appointment.youth_id, youth),
        handovers=_count(tx, Handover.youth_id, youth),
        promises_kept=_promises(tx, youth, kept=True),
        promises_missed=_promises(tx, youth, kept=False),
    )


def _needs(tx: Tx, youth: Youth) -> list[str]:
    lists = tx.exec(select(Appointment.needs).where(Appointment.youth_id == youth.id)).all()
    return sorted({need for needs in lists for need in needs})


def _promises(tx: Tx, youth: Youth, *, kept: bool) -> int:
    mine = select(func.count()).select_from(Promise).join(Handover).where(Handover.youth_id == youth.id)
    return tx.exec(mine.where(col(Promise.kept).is_(kept))).one()


def _count(tx: Tx, column: Any, youth: Youth) -> int:
    return tx.exec(select(func.count()).where(column == youth.id)).one()
