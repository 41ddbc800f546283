"""Which notice goes next, and what became of it. Every change is a short transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, exists, not_, or_, update
from sqlmodel import col, select

from backend.db import Database, Tx
from backend.handover.models import Handover, Promise
from backend.leases import Parcel
from backend.models import Conversation
from backend.pace import NO_LIMIT, Pace, spend_at_once
from backend.people.models import Person, Youth
from backend.script import Script
from backend.team import letters
from backend.team.linking import chat_of, mark_blocked
from backend.team.marks import mark_late
from backend.team.models import Notice, StaffChat
from backend.team.notices import desk_of
from backend.team.words import amended, notice

LEASE = timedelta(seconds=60)
"""A sender that has not settled by then is held for dead. Longer than the channel's own time-out."""
TRIES = 5
"""So often Telegram is tried; then a letter goes, if there is a mail server."""
MOST = 300
"""Without a mail server Telegram is tried for a day, and no longer."""
WAITING = ("queued", "sending")


@dataclass(frozen=True)
class Errand:
    """A notice to be said, or one that was said and is to be changed, with all that the channel needs."""

    notice_id: int
    person_id: int
    attempts: int
    parcel: Parcel
    at: datetime
    """When it was written down."""

    @property
    def amends(self) -> bool:
        return self.parcel.kind == "edit"


def over() -> Any:
    """Whether nothing is left to do about a notice, in the words of the database."""
    promised = exists().where(col(Promise.handover_id) == Handover.id, col(Promise.ended_at).is_(None))
    about = col(Notice.kind).startswith("promise")
    lost, theirs = col(Notice.kind) == "taken_over", col(Handover.mediator_id) == Notice.person_id
    handed = and_(col(Notice.kind) == "handed_on", theirs)
    taken = and_(col(Handover.mediator_id).is_not(None), col(Handover.claimed_at) >= Notice.at, not_(handed))
    settled = or_(and_(about, not_(promised)), and_(not_(about), not_(lost), taken), and_(lost, theirs))
    return or_(col(Handover.closed_at).is_not(None), settled)


def lease(db: Database, script: Script, room: int, *, mail: bool, pace: Pace = NO_LIMIT) -> list[Errand]:
    """Take what is due: one notice a person, urgent ones first; then what is to be changed.

    What was settled meanwhile becomes stale; who has no Telegram gets a letter (`mail`: there is a server). They wait
    for nobody, but the budget of `pace` is the bot's: the lines of the youths leave a little later.
    """
    now, found = script.now(), list[Errand]()
    with db.transaction() as tx:
        while not found and (rows := tx.execute(_due(now, room)).all()):
            firsts = {row[0].person_id: row for row in reversed(rows)}
            taken = [_take(tx, script, row, mail=mail) for row in firsts.values()]
            found = [errand for errand in taken if errand]
            tx.flush()  # what became a letter or stale: what stands behind it is due now
        changed = tx.execute(_settled(now, room - len(found))).all() if room > len(found) else []
        found += [_amend(tx, script, *row) for row in changed]
        spend_at_once(tx, pace, now, len(found))
        return found


def _due(now: datetime, room: int) -> Any:
    busy = select(Notice.person_id).where(Notice.state == "sending", col(Notice.due) > now)
    return (
        select(Notice, Handover, Person, StaffChat, over())  # type: ignore[call-overload]
        .join(Handover, col(Handover.id) == Notice.handover_id)
        .join(Person, col(Person.id) == Notice.person_id)
        .outerjoin(StaffChat, col(StaffChat.person_id) == Notice.person_id)
        .where(col(Notice.due) <= now, col(Notice.state).in_(WAITING), col(Notice.person_id).not_in(busy))
        .order_by(col(Notice.urgent).desc(), col(Notice.due), col(Notice.id))
        .limit(room)
        .with_for_update(skip_locked=True, of=Notice)
    )


def _settled(now: datetime, room: int) -> Any:
    """Said, and nothing left to do about it: its words should not stay in the chat."""
    free = or_(col(Notice.due).is_(None), col(Notice.due) <= now)
    return (
        select(Notice, Handover, StaffChat, Person)
        .join(Handover, col(Handover.id) == Notice.handover_id)
        .join(StaffChat, col(StaffChat.person_id) == Notice.person_id)
        .outerjoin(Person, col(Person.id) == Handover.mediator_id)
        .where(Notice.state == "sent", col(Notice.outside_id).is_not(None), free, over())
        .order_by(col(Notice.id))
        .limit(room)
        .with_for_update(skip_locked=True, of=Notice)
    )


def _take(tx: Tx, script: Script, row: Sequence[Any], *, mail: bool) -> Errand | None:
    told, handover, person, chat, is_over = row
    tx.add(told)
    reachable = chat is not None and not chat.blocked
    if is_over or not person.active:
        told.state, told.due = "stale", None
    elif mail and (not reachable or told.attempts >= TRIES):
        letters.write(tx, script, told, handover)
        told.state, told.way, told.due = "sent", "mail", None
    elif not reachable or told.attempts >= MOST:
        told.state, told.due = "blocked" if chat and chat.blocked else "failed", None
    else:
        told.state, told.way, told.attempts = "sending", "telegram", told.attempts + 1
        told.due = script.now() + LEASE
        return _errand(tx, script, told, handover, chat)
    return None


def _errand(tx: Tx, script: Script, told: Notice, handover: Handover, chat: StaffChat) -> Errand:
    talk, youth = tx.get_one(Conversation, handover.conversation_id), tx.get_one(Youth, handover.youth_id)
    said = notice(script, told, handover, talk, youth, desk_of(tx, script, handover))
    parcel = Parcel(0, 0, chat.channel, chat.address, "text", said.text, told.attempts, said.buttons)
    return Errand(told.id or 0, told.person_id, told.attempts, parcel, told.at)


def _amend(tx: Tx, script: Script, told: Notice, handover: Handover, chat: StaffChat, holder: Any) -> Errand:
    told.due = script.now() + LEASE
    tx.add(told)
    said = amended(script, told, handover, holder.first_name if holder else None)
    where = (chat.channel, chat.address, "edit", said.text, told.attempts, said.buttons)
    return Errand(
        told.id or 0, told.person_id, told.attempts, Parcel(0, 0, *where, outside_id=told.outside_id), told.at
    )


def settle(db: Database, errand: Errand, **values: Any) -> None:
    """Its fate is known, unless another sender took it up meanwhile, or it was erased."""
    state = "sent" if errand.amends else "sending"
    mine = (col(Notice.id) == errand.notice_id, col(Notice.attempts) == errand.attempts)
    with db.transaction() as tx:
        done: Any = tx.execute(update(Notice).where(*mine, col(Notice.state) == state).values(**values))
        if not done.rowcount and (message := values.get("outside_id")):
            mark_late(tx, errand.notice_id, errand.parcel.channel, errand.parcel.address, message)


def block(db: Database, errand: Errand, due: datetime) -> None:
    """They blocked the bot: this notice, and those to come, go another way."""
    with db.transaction() as tx:
        chat = chat_of(tx, errand.person_id)
        if chat and chat.address == errand.parcel.address:
            mark_blocked(tx, errand.person_id, blocked=True)
    settle(db, errand, state="queued", due=due)


def recover(db: Database, now: datetime) -> None:
    """At the start of the only sender: what a dead process was sending is due now."""
    if db.is_sqlite:
        with db.transaction() as tx:
            tx.execute(update(Notice).where(col(Notice.state) == "sending").values(due=now))
